// The first sheet of a workbook: what the others hold, what each column means, and how a number is traced back.
import type { AnyTable, ColumnType, Words } from '../tables/index.ts'
import { escapeXml, MOST_CHARACTERS, wordsXml } from './cells.ts'
import { sheetName } from './package.ts'
import { columnsOf, PAGE, rowXml, SHEET_START } from './sheet.ts'
import { STYLE } from './styles.ts'

export type Told = { table: AnyTable; titles: readonly string[]; rows: number }

export const ABOUT_TITLE: Words = { vi: 'Giới thiệu', en: 'About' }

const WORDS = {
  vi: {
    title: 'Kế hoạch y tế: các bảng dữ liệu',
    count: (plans: number) => `${plans} văn bản, do kehoach đọc. Mỗi trang tính là một bảng; hàng đầu lọc được.`,
    trace:
      'Kiểm tra một con số: cột “Nguyên văn” là đúng những chữ trong văn bản; “Tệp nguồn” và “Trang” cho biết ở đâu; “Từ vị trí”, “Đến vị trí” chỉ chỗ trong toàn văn của kế hoạch (tệp JSON có cùng “Mã kế hoạch”).',
    join: 'Các cột có tiêu đề màu xám dùng để nối các bảng: “Mã kế hoạch” cùng các mã khác trong cùng một hàng.',
    empty: 'Ô trống: văn bản không nói đến. Số là số theo đơn vị ở cột “Đơn vị”: 95 với đơn vị % là 95 %.',
    cells: 'Từng ô của các bảng in trong văn bản có ở các dạng csv, parquet và duckdb.',
    cut: (count: number) =>
      `${count} ô dài hơn ${MOST_CHARACTERS} ký tự, là mức tối đa của Excel: đã cắt, kết thúc bằng “…”. Bản csv có đủ.`,
    heads: ['Trang tính', 'Số hàng', 'Nội dung'],
    columns: ['Trang tính', 'Cột', 'Tên trường', 'Kiểu', 'Đơn vị', 'Ý nghĩa'],
    types: { string: 'chữ', integer: 'số nguyên', number: 'số', boolean: 'đúng, sai', day: 'ngày' },
    unit: (title: string) => `theo cột “${title}”`,
  },
  en: {
    title: 'Health plans: tables of data',
    count: (plans: number) => `${plans} documents, read by kehoach. Each sheet is a table; its head filters.`,
    trace:
      'To trace a number: “Source words” are the exact words of the document; “Source file” and “Page” say where; “From” and “To” are the place in the whole text of the plan (the JSON file of the same “Plan id”).',
    join: 'Columns with a grey head join the tables: “Plan id” with the other ids of the row.',
    empty: 'An empty cell: the document does not say. A number is in the unit of the column “Unit”: 95 with the unit % is 95 %.',
    cells: 'The cells of the printed tables are in the formats csv, parquet and duckdb.',
    cut: (count: number) =>
      `${count} cells are longer than ${MOST_CHARACTERS} characters, the most that Excel holds: they are cut and end in “…”. The csv has all.`,
    heads: ['Sheet', 'Rows', 'What it holds'],
    columns: ['Sheet', 'Column', 'Field', 'Type', 'Unit', 'Meaning'],
    types: { string: 'text', integer: 'whole number', number: 'number', boolean: 'true, false', day: 'day' },
    unit: (title: string) => `see “${title}”`,
  },
} satisfies Record<'vi' | 'en', { types: Record<ColumnType, string>; [key: string]: unknown }>

const WIDTHS = [24, 24, 22, 14, 20, 90]

/** The whole sheet. */
export function aboutXml(
  told: readonly Told[],
  plans: number,
  cut: number,
  language: 'vi' | 'en',
): { xml: string; rows: number } {
  const words = WORDS[language]
  const rows: string[] = []
  const links: string[] = []
  const add = (cells: readonly (string | number)[], style: number = STYLE.text, height: number | null = null) => {
    const row = rows.length + 1
    rows.push(
      rowXml(
        row,
        cells.map((cell, at) => cellOf(`${'ABCDEF'[at]}${row}`, cell, style)),
        height,
      ),
    )
    return row
  }
  add([words.title], STYLE.title, 26)
  add([words.count(plans)])
  add([])
  for (const line of [words.trace, words.join, words.empty, words.cells, ...(cut > 0 ? [words.cut(cut)] : [])]) add([line])
  add([])
  add(words.heads, STYLE.head)
  for (const { table, titles, rows: count } of told) {
    const row = add([titles.join(', '), count, table.about[language]])
    rows[row - 1] = rows[row - 1]!.replace(`s="${STYLE.text}"`, `s="${STYLE.link}"`)
    links.push(
      `<hyperlink ref="A${row}" location="${escapeXml(`${sheetName(titles[0]!)}!A1`)}" display="${escapeXml(titles[0]!)}"/>`,
    )
  }
  add([])
  add(words.columns, STYLE.head)
  for (const { table, titles } of told) {
    for (const { name, title, about, type, unit, unitColumn } of columnsOf(table, language)) {
      const other = table.columns.find((column) => column.name === unitColumn)
      add([
        titles[0]!,
        title[language],
        name,
        words.types[type],
        other ? words.unit(other.title[language]) : (unit ?? ''),
        about[language],
      ])
    }
  }
  const widths = WIDTHS.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  return {
    xml: `${SHEET_START}<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>${rows.join('')}</sheetData><hyperlinks>${links.join('')}</hyperlinks>${PAGE}</worksheet>`,
    rows: rows.length,
  }
}

function cellOf(place: string, cell: string | number, style: number): string {
  if (typeof cell === 'number') return `<c r="${place}" s="${STYLE.plain}"><v>${cell}</v></c>`
  return cell === '' && style !== STYLE.head ? '' : wordsXml(place, cell, style)
}
