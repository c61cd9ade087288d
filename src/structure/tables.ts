// Tables of the document become tables with named columns: head rows, group rows, the row of column numbers, data.
import type { Block, Cell, Range, Row, Table } from '../model/document.ts'
import type { OutlineTable, RowKind, SectionNode } from '../model/outline.ts'
import { foldText } from '../text/fold.ts'
import { isCapitals, wholeWords } from '../text/words.ts'

const HEAD_WORDS = wholeWords(
  'tt|stt|số tt|số thứ tự|mã số|chỉ tiêu|chỉ số|tên chỉ tiêu|nội dung|công việc|nhiệm vụ|hoạt động|đơn vị|đơn vị tính|đvt|kế hoạch|kh|thực hiện|th|ước|ghi chú|thời gian|tiến độ|người|cơ quan|chủ trì|phối hợp|sản phẩm|số lượng|kết quả|địa điểm|địa phương|huyện|xã|tên|họ và tên|họ tên|chức vụ|năm|ngày|tỷ lệ|tổng số|tổng|cộng|mục tiêu|giải pháp|kinh phí|thành tiền|đơn giá',
  'iu',
)
// With the slips of recognition.
const ENDS_IN_YEAR_WORD = /(?:^|\s)n[ăâa][mn]$/iu
const COUNTS_ROWS = /^(?:s?tt|số tt|số thứ tự)\.?$/iu
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[a-zđ])\)?(?:\s*=\s*[\d()+\-*x×:/.%\s]+)?$|^\d{1,2}\s*=\s*\S+$/iu
const GROUP_NUMBER = /^(?:[IVXLC]{1,6}|[A-HĐ])[.)]?$/u
const VALUE = /^(?:[≥≤<>=~]|>=|<=)?\s*\d[\d.,\s]*(?:%|‰)?$/u
const MOST_HEADS = 4

/** Names columns and rows of every table; `sections` tell where each stands. */
export function outlineTables(blocks: readonly Block[], text: string, sections: readonly SectionNode[]): OutlineTable[] {
  const tables: OutlineTable[] = []
  blocks.forEach((block, i) => {
    if (block.kind !== 'table') return
    const heads = headCount(block, text)
    const columns = columnsOf(block, heads, text)
    tables.push({
      id: `table-${tables.length + 1}`,
      table: block,
      caption: captionAbove(blocks, i, text),
      columns,
      rows: block.rows.map((row, r) => ({ kind: kindOf(row, r, heads, block, text), row, cells: row.cells })),
      sectionId: sectionAt(sections, block.start),
    })
  })
  return tables
}

/** How many rows at the top are heads: those that say so, else a row of head words with everything merged into it. */
function headCount(table: Table, text: string): number {
  const first = table.rows[0]
  if (!first) return 0
  // Offices mark more rows than their heads as heads: a row of values or of column numbers is none.
  let marked = 0
  while (table.rows[marked]?.isHead && (marked === 0 || !holdsValues(table.rows[marked]!, text))) marked++
  // What stands over the row that numbers the columns names them, however it reads.
  const numbered = table.rows.slice(0, MOST_HEADS + 1).findIndex((row) => isNumbersRow(row, text))
  if (numbered > 0) return numbered
  if (!isHeadLike(first, text) && marked === 0) return 0
  let heads = Math.max(marked, 1)
  for (let r = 0; r < heads && r < MOST_HEADS; r++) {
    for (const cell of table.rows[r]?.cells ?? []) if (cell.rowSpan < table.rows.length) heads = Math.max(heads, r + cell.rowSpan)
  }
  // Two levels without merged cells in the file: the second row names what stands below an empty or repeated head.
  const second = table.rows[heads]
  if (heads === 1 && second) heads += levelsBelow(table.rows, text) || Number(isSecondHead(first, second, text))
  return Math.min(heads, MOST_HEADS, table.rows.length)
}

/** How many rows go on with the first where a format cannot merge cells: they repeat its “TT”, or leave number and name empty until every column is named. */
function levelsBelow(rows: readonly Row[], text: string): number {
  const heads = rows[0]!.cells.map((cell) => wordsOf(cell, text))
  if (heads.every((words) => words !== '') && !COUNTS_ROWS.test(heads[0]!)) return 0
  const named = heads.map((words) => words !== '')
  for (let level = 1; level < Math.min(MOST_HEADS, rows.length); level++) {
    const words = rows[level]!.cells.map((cell) => wordsOf(cell, text))
    const goesOn = words[0] === '' ? words[1] === '' : COUNTS_ROWS.test(words[0]!) && words[0] === heads[0]
    if (!goesOn || words.length !== heads.length || words.some((cell) => VALUE.test(cell) && !isYear(cell))) return 0
    words.forEach((cell, i) => {
      if (cell !== '') named[i] = true
    })
    const next = rows[level + 1]?.cells[0]
    const isRepeated = words[0] !== '' && next !== undefined && wordsOf(next, text) === words[0]
    if (named.every(Boolean) && !isRepeated) return level
  }
  return 0
}

/** “Năm 2024” over “Kế hoạch” and “Ước thực hiện”: below merged or empty heads, words that name columns and no values. */
function isSecondHead(first: Row, second: Row, text: string): boolean {
  const words = second.cells.map((cell) => wordsOf(cell, text))
  const filled = words.filter((cell) => cell !== '')
  if (filled.length < 2 || filled.some((cell) => VALUE.test(cell) && !isYear(cell))) return false
  if (first.cells.some((cell) => cell.colSpan > 1)) return true
  if (words[0] !== '' || !first.cells.some((cell) => wordsOf(cell, text) === '')) return false
  // Names below every head that is left empty, and nothing below the first two: a second level, whatever its words.
  const isBelow = first.cells.every((cell, i) => wordsOf(cell, text) !== '' || (words[i] ?? '') !== '')
  return (
    (isBelow && first.cells.length === second.cells.length && words[1] === '') ||
    filled.every((cell) => HEAD_WORDS.test(foldText(cell)) || /[%=]/.test(cell))
  )
}

function isHeadLike(row: Row, text: string): boolean {
  const filled = row.cells.map((cell) => wordsOf(cell, text)).filter((words) => words !== '')
  if (filled.length < Math.min(2, row.cells.length) || filled.some((words) => VALUE.test(words) && !isYear(words))) return false
  const named = filled.filter((words) => HEAD_WORDS.test(foldText(words))).length
  // “TT” over numbers: every table that counts its rows begins so.
  if (COUNTS_ROWS.test(filled[0]!) && filled.every((words) => words.length < 60)) return true
  return named >= Math.max(1, filled.length / 3) && filled.every((words) => words.length < 160)
}

function holdsValues(row: Row, text: string): boolean {
  const words = row.cells.map((cell) => wordsOf(cell, text))
  return words.some((cell) => VALUE.test(cell) && !isYear(cell)) || isNumbersRow(row, text)
}

function isYear(words: string): boolean {
  return /^(?:19|20)\d{2}$/.test(words)
}

function columnsOf(table: Table, heads: number, text: string): string[] {
  const columns: string[][] = Array.from({ length: table.columnCount }, () => [])
  for (const [r, row] of table.rows.slice(0, heads).entries()) {
    const below = table.rows.slice(r + 1, heads)
    for (const [i, cell] of row.cells.entries()) {
      const words = cutYear(row, i, text) ?? (wordsOf(cell, text) || headFromSide(row, i, below, text))
      if (words === '') continue
      for (let c = cell.column; c < cell.column + cell.colSpan; c++)
        if (columns[c] && columns[c]!.at(-1) !== words) columns[c]!.push(words)
    }
  }
  return columns.map((parts) => parts.join(' / '))
}

/** Where a format cannot merge cells, an empty head over a named column goes on from its left neighbour; from the right one where nothing stands below the left. */
function headFromSide(row: Row, index: number, below: readonly Row[], text: string): string {
  const { cells } = row
  const hasBelow = (cell: Cell) =>
    below.some((level) => level.cells.some((sub) => sub.column === cell.column && wordsOf(sub, text) !== ''))
  if (index === 0 || !hasBelow(cells[index]!) || cells.some((cell) => cell.colSpan > 1)) return ''
  const left = cells[index - 1]!
  const right = cells[index + 1]
  if (wordsOf(left, text) === '') return headFromSide(row, index - 1, below, text)
  return !hasBelow(left) && right && hasBelow(right) && wordsOf(right, text) !== '' ? wordsOf(right, text) : wordsOf(left, text)
}

/** “Năm | 2022”: a head that stands over two columns, cut by the line between them. */
function cutYear(row: Row, index: number, text: string): string | null {
  const words = (at: number) => (row.cells[at] ? wordsOf(row.cells[at], text).trim() : '')
  const joined = (at: number) => (ENDS_IN_YEAR_WORD.test(foldText(words(at))) && isYear(words(at + 1)) ? at : -1)
  const at = Math.max(joined(index), joined(index - 1))
  return at < 0 ? null : `${words(at)} ${words(at + 1)}`
}

function kindOf(row: Row, index: number, heads: number, table: Table, text: string): RowKind {
  if (index < heads) return 'head'
  if (index <= heads + 1 && isNumbersRow(row, text)) return 'numbers'
  return isGroup(row, table, text) ? 'group' : 'data'
}

/** 1 | 2 | 3 | 4 = 3/2: the row that numbers the columns. */
function isNumbersRow(row: Row, text: string): boolean {
  const words = row.cells.map((cell) => wordsOf(cell, text)).filter((cell) => cell !== '')
  if (words.length < Math.min(3, row.cells.length) || !words.every((cell) => COLUMN_NUMBER.test(cell))) return false
  const numbers = words.map((cell) => Number.parseInt(cell.replace(/^\(/, ''), 10)).filter((number) => !Number.isNaN(number))
  return numbers.length > 1 && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1)
}

/** A title inside the table: one cell with words, next to nothing but a number. */
function isGroup(row: Row, table: Table, text: string): boolean {
  const filled = row.cells.filter((cell) => wordsOf(cell, text) !== '')
  const title = filled.find((cell) => /\p{sc=Latn}{2}/u.test(wordsOf(cell, text)) && !GROUP_NUMBER.test(wordsOf(cell, text)))
  if (!title || table.columnCount < 2) return false
  if (filled.length === 1) return title.column <= 1 || title.colSpan > table.columnCount / 2
  const number = filled[0]!
  if (filled.length !== 2 || filled[1] !== title || number.column !== 0 || title.column > 1) return false
  const isTitle = isCapitals(wordsOf(title, text)) && /\s/.test(wordsOf(title, text).trim())
  return isTitle || GROUP_NUMBER.test(wordsOf(number, text)) || (title.bold > 0.9 && /^\d{1,2}[.)]?$/.test(wordsOf(number, text)))
}

/** The line above the table that names it: short, and not a numbered section. */
function captionAbove(blocks: readonly Block[], index: number, text: string): Range | null {
  const above = blocks[index - 1]
  if (above?.kind !== 'paragraph') return null
  const words = foldText(text.slice(above.start, above.end))
  return /^(?:bảng|biểu|phụ lục|phụ biểu|danh mục|danh sách)(?!\p{sc=Latn})/iu.test(words) && words.length < 240
    ? { start: above.start, end: above.end }
    : null
}

/** The id of the innermost section around an offset. */
export function sectionAt(sections: readonly SectionNode[], offset: number): string | null {
  for (const section of sections) {
    if (offset >= section.span.start && offset < section.span.end) return sectionAt(section.children, offset) ?? section.id
  }
  return null
}

function wordsOf(cell: Cell, text: string): string {
  return text.slice(cell.start, cell.end)
}
