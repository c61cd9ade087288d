// Draft tables become what they are: a layout table its paragraphs, a table cut by pages one table again.
import type { DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftRow, DraftTable } from '../model/draft.ts'
import { type Message, report } from '../model/message.ts'
import { foldText, nameKey, plainLetters } from '../text/fold.ts'
import { startsLow } from '../text/words.ts'
import { medianOf } from './layout/segments.ts'

// What a letterhead or a closing block holds, and no table of data does (Decree 30/2020/NĐ-CP, annex I, parts 1, 7 and 9).
const LAYOUT =
  /cộng hòa xã hội chủ nghĩa|độc lập - tự do - hạnh phúc|^nơi nhận\s*:?|kính gửi\s*:|^(?:kt|tm|tl|tuq|q)\s?\.\s*\p{Lu}/imu
const MOST_LAYOUT_ROWS = 6
const MOST_LAYOUT_COLUMNS = 4
// Points: one table on two pages keeps its columns.
const SAME_EDGE = 4
// Sheets lie on the glass as they were put: a scanned page stands so much beside the one before.
const MOST_SHIFT = 40
// What recognition makes of the same head on two pages: so many of its letters differ at most.
const MISREAD = 0.2
const LONGEST_HEAD = 200
const NO_SIGN = /[^a-z0-9]+/g

/** Tables that only lay out a page become their paragraphs, column by column. */
export function flattenLayoutTables(blocks: readonly DraftBlock[]): DraftBlock[] {
  return blocks.flatMap((block) => (block.kind === 'table' && isLayout(block) ? paragraphsOf(block) : [block]))
}

function isLayout(table: DraftTable): boolean {
  if (table.rows.length > MOST_LAYOUT_ROWS || table.columnCount > MOST_LAYOUT_COLUMNS) return false
  return LAYOUT.test(
    foldText(table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines.map((line) => line.text))).join('\n')),
  )
}

function paragraphsOf(table: DraftTable): DraftParagraph[] {
  const columns = [...new Set(table.rows.flatMap((row) => row.cells.map((cell) => cell.column)))].sort((a, b) => a - b)
  return columns.flatMap((column, i) =>
    table.rows.flatMap((row) => {
      const cells = row.cells.filter((cell) => cell.column === column)
      return cells.flatMap((cell) => cell.lines.map((line) => lineParagraph(line, cell, i, row.page)))
    }),
  )
}

function lineParagraph(line: DraftLine, cell: DraftCell, column: number, page: number | null): DraftParagraph {
  const bold = line.text === '' ? 0 : line.boldLength >= line.text.length ? 1 : cell.bold < 1 ? 0 : 1
  return {
    kind: 'paragraph',
    lines: [line],
    look: { bold, italic: 0, size: null, align: null },
    level: null,
    column,
    page,
    furniture: null,
  }
}

/** A table that goes on behind a page break, its head repeated or not, becomes one table. */
export function joinCutTables(blocks: readonly DraftBlock[], messages: Message[]): DraftBlock[] {
  const joined: DraftBlock[] = []
  let at = -1
  for (const block of blocks) {
    const before = joined[at]
    if (block.kind === 'table' && before?.kind === 'table' && goesOn(before, block))
      joined[at] = joinTables(before, block, messages)
    else {
      joined.push(block)
      if (block.kind === 'table' || block.furniture === null) at = joined.length - 1
    }
  }
  return joined
}

function goesOn(a: DraftTable, b: DraftTable): boolean {
  if (a.columnCount !== b.columnCount) return false
  const isNextPage = (b.rows[0]?.page ?? 0) === (a.rows.at(-1)?.page ?? 0) + 1
  if (a.edges && b.edges) {
    const steps = a.edges.map((edge, i) => b.edges![i]! - edge)
    const shift = a.rows.some(isRecognised) && b.rows.some(isRecognised) ? medianOf(steps) : 0
    return isNextPage && Math.abs(shift) <= MOST_SHIFT && steps.every((step) => Math.abs(step - shift) <= SAME_EDGE)
  }
  return headLength(a, b) > 0
}

function joinTables(a: DraftTable, b: DraftTable, messages: Message[]): DraftTable {
  const rest = b.rows.slice(headLength(a, b))
  const last = a.rows.at(-1)
  const first = rest[0]
  if (!last || !first || a.edges === null || !isRestOf(last, first)) return { ...a, rows: [...a.rows, ...rest] }
  messages.push(report('read/row-joined', null, { page: last.page ?? 0 }))
  const cells = last.cells.map((cell) => {
    const more = first.cells.find((other) => other.column === cell.column)
    return more ? { ...cell, lines: [...cell.lines, ...more.lines] } : cell
  })
  return { ...a, rows: [...a.rows.slice(0, -1), { ...last, cells }, ...rest.slice(1)] }
}

/** How many rows at the start of `b` repeat the head of `a`. */
function headLength(a: DraftTable, b: DraftTable): number {
  let count = 0
  while (count < b.rows.length && count < a.rows.length && isSameRow(a.rows[count]!, b.rows[count]!)) count++
  return b.rows.slice(0, count).every((row) => rowKey(row) === '') ? 0 : count
}

/** The same words; of recognised rows also those that differ in a few letters, but never in a digit. */
function isSameRow(a: DraftRow, b: DraftRow): boolean {
  if (rowKey(a) === rowKey(b)) return true
  if (a.cells.length !== b.cells.length || !isRecognised(a) || !isRecognised(b)) return false
  return a.cells.every((cell, i) => {
    const one = plainLetters(wordsOf(cell)).replace(NO_SIGN, '')
    const other = plainLetters(wordsOf(b.cells[i]!)).replace(NO_SIGN, '')
    if (one === other) return true
    if (one.replace(/\D+/g, ' ') !== other.replace(/\D+/g, ' ')) return false
    return one.length < LONGEST_HEAD && differenceOf(one, other) <= Math.max(1, MISREAD * one.length)
  })
}

function isRecognised({ cells }: DraftRow): boolean {
  return cells.some(({ lines }) => lines.some(({ place }) => place?.confidences != null))
}

/** How many letters must be put in, taken out or changed. */
function differenceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

function rowKey(row: DraftRow): string {
  return row.cells
    .map((cell) => nameKey(wordsOf(cell)))
    .join('|')
    .replace(/^\|+$/, '')
}

/** A row that a page cut in two: no number, nothing in the columns of values, and its words go on from the cell above. */
function isRestOf(above: DraftRow, below: DraftRow): boolean {
  if (above.cells.length !== below.cells.length) return false
  const filled = below.cells.filter((cell) => wordsOf(cell) !== '')
  const first = filled[0]
  if (!first || filled.length > Math.max(1, below.cells.length - 2) || wordsOf(below.cells[0]!) !== '') return false
  const goesOnFrom = above.cells.find((cell) => cell.column === first.column)
  if (!goesOnFrom || wordsOf(goesOnFrom) === '' || first.bold > goesOnFrom.bold + 0.5) return false
  if (filled.some((cell) => /^[≥≤<>]?\s*\d[\d.,]*\s*%?$/.test(wordsOf(cell)))) return false
  return startsLow(wordsOf(first)) || /^[\d(]/.test(wordsOf(first))
}

function wordsOf(cell: DraftCell): string {
  return cell.lines
    .map((line) => line.text)
    .join(' ')
    .trim()
}
