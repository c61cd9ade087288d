// The rows of a table become a sheet with a frozen head, filters and widths; a full sheet is followed by another.
import type { AnyTable, Value } from '../tables/index.ts'
import { cellXml, isTooLong, letters, wordsXml } from './cells.ts'
import type { Sheet } from './package.ts'
import type { PartWriter } from './part.ts'
import { STYLE } from './styles.ts'

export type Limits = { rows: number; bytes: number }

/** Rows of a sheet in Excel; and what a part of a plain zip archive holds, with room to spare. */
export const LIMITS: Limits = { rows: 1_048_576, bytes: 2_000_000_000 }

export const SHEET_START =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
export const PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

type Column = AnyTable['columns'][number] & {
  /** In the table; `letters` are those of the sheet. */
  at: number
  letters: string
  isTechnical: boolean
  isWide: boolean
  width: number
  style: number
  headStyle: number
}

export type SheetsWriter = {
  add: (row: readonly Value[]) => Promise<void>
  end: () => Promise<{ sheets: Sheet[]; rows: number; cut: number }>
}

// Columns of sentences; the others hold a few words.
const WIDE: ReadonlySet<string> = new Set(
  'name title text raw what task heading focus label caption heads textVi textEn addressees distribution theme'.split(' '),
)
const WIDE_WIDTH = 48
const HALF_WIDE: ReadonlySet<string> = new Set(['sourcePath', 'code', 'referenceKey', 'scope', 'unit', 'issuer', 'who'])
// Not every program finds the height of a wrapped row by itself.
const MOST_LINES = 8
const LINE = 15

/** `open` opens the part of the next sheet. */
export function sheetsOf(table: AnyTable, language: 'vi' | 'en', open: () => PartWriter, limits: Limits): SheetsWriter {
  const columns = columnsOf(table, language)
  const sheets: Sheet[] = []
  let part: PartWriter | null = null
  let [row, rows, cut] = [0, 0, 0]

  const begin = async () => {
    part = open()
    row = 1
    await part.write(startOf(columns))
    await part.write(
      rowXml(
        1,
        columns.map(({ letters, title, headStyle }) => wordsXml(`${letters}1`, title[language], headStyle)),
        2 * LINE,
      ),
    )
  }
  const finish = async () => {
    const range = `A1:${letters(columns.length - 1)}${row}`
    await part!.write(
      `</sheetData><autoFilter ref="${range}"/>${PAGE}<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
    )
    const title = sheets.length === 0 ? table.title[language] : `${table.title[language]} (${sheets.length + 1})`
    sheets.push({ title, part: await part!.end(), rows: row, columns: columns.length })
    part = null
  }
  return {
    async add(values) {
      if (part && (row >= limits.rows || part.size() >= limits.bytes)) await finish()
      if (!part) await begin()
      row++
      rows++
      let lines = 1
      const cells = columns.map(({ at, type, style, isWide, width, letters }) => {
        const value = values[at]!
        if (isTooLong(value)) cut++
        if (isWide && typeof value === 'string') lines = Math.max(lines, linesOf(value, width))
        return cellXml(`${letters}${row}`, value, type, style)
      })
      await part!.write(rowXml(row, cells, lines > 1 ? Math.min(lines, MOST_LINES) * LINE : null))
    },
    async end() {
      if (!part && sheets.length === 0) await begin()
      if (part) await finish()
      return { sheets, rows, cut }
    },
  }
}

/** What a person reads first, what leads to other tables behind it. */
export function columnsOf({ columns, key, foreignKeys }: AnyTable, language: 'vi' | 'en'): Column[] {
  const keys = new Set([...key, ...foreignKeys.flatMap((foreign) => foreign.columns), 'spanStart', 'spanEnd', 'sha256'])
  const all = columns.map((column, at) => {
    const isTechnical = keys.has(column.name)
    const isText = column.type === 'string'
    const isWide = isText && WIDE.has(column.name)
    const usual = isWide ? WIDE_WIDTH : HALF_WIDE.has(column.name) ? 28 : isText ? 18 : 12
    const width = Math.max(usual, Math.min(20, column.title[language].length + 4))
    const headStyle = isTechnical ? STYLE.technicalHead : STYLE.head
    return { ...column, at, isTechnical, isWide, width, headStyle, style: styleOf(isTechnical, isWide, isText) }
  })
  const ordered = [...all.filter(({ isTechnical }) => !isTechnical), ...all.filter(({ isTechnical }) => isTechnical)]
  return ordered.map((column, place) => ({ ...column, letters: letters(place) }))
}

function styleOf(isTechnical: boolean, isWide: boolean, isText: boolean): number {
  if (isTechnical) return isText ? STYLE.technicalText : STYLE.technical
  if (isWide) return STYLE.wrapped
  return isText ? STYLE.text : STYLE.plain
}

/** How many lines the words take in a column; no more are counted than are shown. */
function linesOf(words: string, width: number): number {
  let lines = 0
  for (let at = 0; at <= words.length && lines < MOST_LINES; ) {
    const end = words.indexOf('\n', at)
    const length = (end < 0 ? words.length : end) - at
    lines += Math.max(1, Math.ceil(length / (width - 2)))
    at += length + 1
  }
  return lines
}

function startOf(columns: readonly Column[]): string {
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  return `${SHEET_START}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols><sheetData>`
}

export function rowXml(row: number, cells: readonly string[], height: number | null): string {
  return `<row r="${row}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${cells.join('')}</row>`
}
