// Plain text becomes a draft: typed lines are set on a page of equal letters, so that the geometry of pages serves them too.
import type { Draft, DraftBlock, DraftLine, DraftParagraph, DraftTable } from '../model/draft.ts'
import { cleanLine } from '../text/clean.ts'
import { orderLines } from './layout/columns.ts'
import { joinLines, type PageLine } from './layout/paragraphs.ts'
import type { Segment } from './layout/segments.ts'
import { findTypedColumns } from './typed-columns.ts'

type TypedLine = { text: string; y: number }

// The page of equal letters, in its own points.
const LETTER = 6
const LINE = 12
// Blanks for a pen part no columns: “Số:      /KH-SYT”, “ngày      tháng      năm 2023”.
const WIDE_GAP = /(?<=\S)(?<!(?<!\p{L})(?:số|ngày|tháng|năm)\s*:?\s*)\s{4,}(?=\S)/iu
const RULE = /^[\s_\-=*.─═+|:]+$/u
// A row that is typed with bars, as people draw tables in plain text.
const BARRED = /^[ ]*\|(?=.*\|[ ]*$)/
// Two columns may be a letterhead or a closing block.
const FEWEST_BARS = 2
// A text with lines that hold more letters than a page is wide has a line for each paragraph.
const WIDEST_PAGE = 130
const LONGEST_HEAD = 20
const WRAPPED = { slack: 0.15, isTyped: true, leading: LINE }

/** Reads decoded text. Blank lines that stand behind every line part nothing; tab-separated lines are tables. */
export function readText(text: string, encoding: string): Draft {
  const lines = placeLines(unfoldCells(parted(text)))
  const blocks: DraftBlock[] = []
  for (let i = 0; i < lines.length; ) {
    const rows = rowsFrom(lines, i)
    let end = i + Math.max(1, rows)
    if (rows === 0) while (end < lines.length && rowsFrom(lines, end) === 0) end++
    const run = lines.slice(i, end)
    if (rows > 0) blocks.push(tableOf(run))
    else blocks.push(...paragraphsOf(run))
    i = end
  }
  return { blocks, pages: [], mediaType: 'text/plain', textOrigin: 'plain', encoding, signatures: [], engines: {}, messages: [] }
}

/** Cells between bars become cells between tabs; rows of one width below each other are a table without bars at their ends too. */
function parted(text: string): string {
  if (!text.includes('|')) return text
  const lines = text.split(/\r\n|\n/)
  const bars = lines.map((line) => line.split(RULE.test(line) ? /[|+]/ : '|').length - 1)
  const isOpen: boolean[] = []
  for (let i = 0; i < lines.length; ) {
    let end = i + 1
    while (end < lines.length && bars[end] === bars[i]) end++
    const isTable =
      bars[i]! >= FEWEST_BARS && end - i > 1 && lines.slice(i, end).some((line) => !BARRED.test(line) && !RULE.test(line))
    for (; i < end; i++) isOpen.push(isTable)
  }
  const isRow = (i: number) => isOpen[i] === true || BARRED.test(lines[i] ?? '')
  // A line drawn between two rows parts none.
  return lines
    .flatMap((line, i) => {
      if (RULE.test(line) && /[|+]/.test(line) && (isRow(i - 1) || isRow(i + 1))) return []
      return isOpen[i] ? cellsOf(line) : BARRED.test(line) ? cellsOf(line.trim().slice(1, -1)) : line
    })
    .join('\n')
}

function cellsOf(row: string): string {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .join('\t')
}

/** A letterhead pasted from Word: the last line of the left cell, a tab, the first line of the right cell, whose lines go on below. */
function unfoldCells(text: string): string {
  const lines = text.split(/\r\n|\n/)
  return lines
    .map((line, i) =>
      isRow(line) && !isRow(lines[i - 1]) && !isRow(lines[i + 1]) ? line.replace(/(?<=\S)[ ]*\t+\s*(?=\S)/g, '\n') : line,
    )
    .join('\n')
}

function isRow(line: string | undefined): boolean {
  return line?.includes('\t') === true && line.trim() !== ''
}

/** How many lines from one on are rows of a table; one line alone is none. */
function rowsFrom(lines: readonly TypedLine[], start: number): number {
  let end = start
  while (isRow(lines[end]?.text)) end++
  return end - start > 1 ? end - start : 0
}

function placeLines(text: string): TypedLine[] {
  const raw = text.normalize('NFC').split(/\r\n|[\n\r\f\u2028\u2029]/)
  const isFilled = raw.map((line) => line.trim() !== '')
  const parted = raw.filter((_, i) => isFilled[i] && i + 2 < raw.length && !isFilled[i + 1] && isFilled[i + 2]).length
  const filled = isFilled.filter(Boolean).length
  const isDoubleSpaced = filled > 8 && parted > 0.6 * filled
  const numbers = pageNumbers(raw)
  let y = 0
  let blanks = 0
  const lines: TypedLine[] = []
  raw.forEach((line, i) => {
    if (!isFilled[i] || numbers.has(i) || RULE.test(line)) {
      blanks++
      return
    }
    y += LINE * (1 + Math.max(0, isDoubleSpaced ? blanks - 1 : blanks))
    blanks = 0
    lines.push({ text: line, y })
  })
  return lines
}

/** Lines that hold nothing but the next page number. */
function pageNumbers(lines: readonly string[]): Set<number> {
  const alone = lines.flatMap((line, i) => {
    const number = /^\s*(?:-\s*)?(\d{1,3})(?:\s*-)?\s*$/.exec(line)
    return number ? [{ i, number: Number(number[1]) }] : []
  })
  let next = alone[0]?.number ?? 0
  if (next > 2) return new Set()
  const found = alone.filter(({ number }) => number === next && next++)
  return new Set(found.length > 1 || lines.length > 40 ? found.map(({ i }) => i) : [])
}

function tableOf(lines: readonly TypedLine[]): DraftTable {
  const rows = lines.map(({ text }) => text.replace(/[\r\n]+$/, '').split('\t'))
  const columnCount = Math.max(...rows.map((row) => row.length))
  return {
    kind: 'table',
    columnCount,
    edges: null,
    rows: rows.map((row) => ({
      isHead: false,
      page: null,
      cells: row.map((cell, column) => ({ lines: [draftLine(cleanLine(cell))], column, colSpan: 1, rowSpan: 1, bold: 0 })),
    })),
  }
}

function paragraphsOf(lines: readonly TypedLine[]): DraftParagraph[] {
  const placed = partedAtColumns(lines).flatMap((own) => {
    const ordered = orderLines(own.flatMap(segmentsOf))
    return ordered.map(({ line, column, block }, i): PageLine => {
      return { line, page: 1, column, sheet: '', parted: i > 0 && ordered[i - 1]!.block !== block }
    })
  })
  const long = lines.filter(({ text }) => text.trim().length > WIDEST_PAGE && !WIDE_GAP.test(text.trim())).length
  const isWrapped = long < 2 && long < 0.05 * lines.length
  const paragraphs = isWrapped ? joinLines(placed, WRAPPED) : placed.map((line) => [line])
  return paragraphs.map((paragraph) => ({
    kind: 'paragraph',
    lines: paragraph.map(({ line }) => draftLine(line.text)),
    look: { bold: 0, italic: 0, size: null, align: null },
    level: null,
    column: paragraph[0]!.column,
    page: null,
    furniture: null,
  }))
}

/** Behind a letterhead or a closing block typed in two columns, what begins at their left is of no column: the type, an annex. */
function partedAtColumns(lines: readonly TypedLine[]): TypedLine[][] {
  const texts = lines.map(({ text }) => text)
  const [head] = findTypedColumns(texts.slice(0, LONGEST_HEAD))
  const ends = [head, findTypedColumns(texts).at(-1)].flatMap((columns) => (columns ? columns.from + columns.cuts.length : []))
  const cuts = [0, ...new Set(ends), lines.length]
  return cuts.slice(1).map((end, i) => lines.slice(cuts[i], end))
}

function segmentsOf({ text, y }: TypedLine): Segment[] {
  const segments: Segment[] = []
  let column = 0
  for (const piece of text.replaceAll('\t', '    ').split(new RegExp(`(${WIDE_GAP.source})`, WIDE_GAP.flags))) {
    const words = cleanLine(piece)
    if (words !== '') segments.push(typedSegment(words, column + piece.length - piece.trimStart().length, y))
    column += piece.length
  }
  return segments
}

function typedSegment(text: string, column: number, y: number): Segment {
  const lefts = Array.from(text, (_, i) => (column + i) * LETTER)
  const left = column * LETTER
  const right = left + text.length * LETTER
  return {
    text,
    lefts,
    rights: lefts.map((x) => x + LETTER),
    confidences: null,
    left,
    right,
    top: y - LINE * 0.8,
    bottom: y + LINE * 0.2,
    baseline: y,
    size: LINE,
    bold: 0,
    italic: 0,
    boldLength: 0,
  }
}

function draftLine(text: string): DraftLine {
  return { text, glued: false, boldLength: 0, place: null }
}
