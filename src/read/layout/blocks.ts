// Words in columns that no rule bounds become tables, where rows and columns leave no doubt: a head or numbers, three rows and more.

import { startsLow } from '../../text/words.ts'
import { type ColumnKinds, hasBody, kindsOf } from './anchors.ts'
import type { Bar } from './bars.ts'
import { type Columns, columnsOf, fits, placeLines, reachOf } from './gutters.ts'
import { hasLeaders, isNumeric, isSerial, type TextLine, textLines } from './pieces.ts'
import { cutsBetween, rowsOf } from './rows.ts'
import { medianOf, type Segment } from './segments.ts'
import { type AlignedTable, spannedTable } from './spans.ts'

// Shares of the font size.
const WIDE_GAP = 1.3
const MARKER_GAP = 5
const NEXT_LINE = 1.3
const SAME_CELL = 0.6
const FEWEST_ROWS = 3
const FEWEST_PAIRS = 4
const HEAD_LINES = 2
const MOST_LINES = 1000
const FILLED = 0.5
const OTHER_SIZE = 0.08
const OVERLAP = 0.2

const MARKER = /^(?:[-+*•–—▪]|[IVXLC]{1,6}[.)/]|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\(?[a-zđ][.)])$/u
// What a letterhead or a closing block holds, and no table does.
const LAYOUT = /cộng h(?:òa|oà) xã hội|độc lập\s*[-–]\s*tự do|nơi nhận\s*:|kính gửi\s*:/iu

export function columnBlocks(segments: readonly Segment[]): { tables: AlignedTable[]; unsure: string[] } {
  const lines = textLines(segments)
  if (lines.length > MOST_LINES) return { tables: [], unsure: [] }
  const tables: AlignedTable[] = []
  const unsure: string[] = []
  for (let i = 0; i < lines.length; ) {
    const end = isSeed(lines[i]!) ? runEnd(lines, i) : i
    const block = end - i >= FEWEST_ROWS ? blockIn(lines, i, end) : null
    const table = block && tableOf(block.lines, block.columns)
    if (table === 'unsure') unsure.push(block!.lines[0]!.pieces[0]!.text)
    else if (table) tables.push({ ...table, taken: segments.filter((segment) => isTaken(segment, table)) })
    i = block && table ? Math.max(block.end, i + 1) : i + 1
  }
  return { tables, unsure }
}

/** Three words apart, or two of which the second is a number or stands over numbers. */
function isSeed(line: TextLine): boolean {
  return !hasLeaders(line) && widePieces(line) >= 2
}

/** How many groups of pieces a line has; a list's marker belongs to its words. */
function widePieces({ pieces, size }: TextLine): number {
  const gaps = pieces.slice(1).map((piece, i) => piece.left - pieces[i]!.right)
  const isList = pieces.length > 1 && MARKER.test(pieces[0]!.text) && gaps[0]! < MARKER_GAP * size
  return 1 + gaps.filter((gap) => gap > WIDE_GAP * size).length - (isList && gaps[0]! > WIDE_GAP * size ? 1 : 0)
}

/** The first line that is too far below the others, or the end. */
function runEnd(lines: readonly TextLine[], start: number): number {
  let bottom = lines[start]!.bottom
  let end = start + 1
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (line.top - bottom > NEXT_LINE * line.size || hasLeaders(line)) break
    bottom = Math.max(bottom, line.bottom)
  }
  return end
}

type Block = { lines: TextLine[]; columns: Columns; end: number }

/** The lines from `start` on that share columns, with a head above and the end of a last cell below. */
function blockIn(lines: readonly TextLine[], start: number, limit: number): Block | null {
  let stop = start
  const seeds: TextLine[] = []
  for (; stop < limit; stop++) {
    const line = lines[stop]!
    if (seeds.length > 0 && startsAnew(line, seeds)) break
    if (isSeed(line)) seeds.push(line)
  }
  const found = sharedColumns(lines, start, stop)
  if (!found) return null
  const { columns, last } = found
  let end = last + 1
  while (end < limit && isCellEnd(lines, end, columns)) end++
  let first = start
  while (first > 0 && isHeadLine(lines[first - 1]!, lines[first]!, columns)) first--
  const own = lines.slice(first, end)
  return { lines: own, columns: placeLines(columns, own), end }
}

/** The columns of the lines up to the first that does not keep to them. */
function sharedColumns(lines: readonly TextLine[], start: number, stop: number): { columns: Columns; last: number } | null {
  for (let end = stop; end - start >= FEWEST_ROWS; ) {
    const seeds = lines.slice(start, end).filter(isSeed)
    if (seeds.length < FEWEST_ROWS) return null
    const columns = columnsOf(seeds)
    const misfit = lines.findIndex(
      (line, i) => i >= start + HEAD_LINES && i < end && !fits(line, columns) && !isTitle(lines, i, columns),
    )
    if (columns.gutters.length > 0 && (misfit < 0 || misfit >= end))
      return { columns, last: lines.lastIndexOf(seeds.at(-1)!, end - 1) }
    end = misfit < 0 ? end - 1 : misfit
  }
  return null
}

/** Words of another size or with a colon announce something new, and so does a head below a body. */
function startsAnew({ pieces, size }: TextLine, seeds: readonly TextLine[]): boolean {
  const [first] = pieces
  if (pieces.length === 1)
    return first!.text.endsWith(':') || Math.abs(size / medianOf(seeds.map((seed) => seed.size)) - 1) > OTHER_SIZE
  const isBold = pieces.every(({ bold }) => bold > 0.9)
  return (
    isBold && !pieces.some(({ text }) => isNumeric(text) || isSerial(text)) && seeds.at(-1)!.pieces.some(({ bold }) => bold < 0.1)
  )
}

/** A line of its own over all columns, right above a line of columns. */
function isTitle(lines: readonly TextLine[], i: number, columns: Columns): boolean {
  const { pieces } = lines[i]!
  const next = lines[i + 1]
  const [title] = pieces
  return (
    pieces.length === 1 &&
    next !== undefined &&
    isSeed(next) &&
    fits(next, columns) &&
    title!.bold > 0.5 &&
    title!.left < (columns.gutters[0]?.to ?? 0) + title!.size &&
    !/[.:;]$/u.test(title!.text)
  )
}

function isCellEnd(lines: readonly TextLine[], i: number, columns: Columns): boolean {
  const line = lines[i]!
  return (
    line.top - lines[i - 1]!.bottom < 0.3 * line.size &&
    fits(line, columns) &&
    line.pieces.every((piece) => !isNumeric(piece.text) && (startsLow(piece.text) || reachOf(piece, columns).start > 0))
  )
}

function isHeadLine(line: TextLine, below: TextLine, columns: Columns): boolean {
  if (below.top - line.bottom > SAME_CELL * line.size || hasLeaders(line)) return false
  const isBold = line.pieces.every((piece) => piece.bold > 0.5) && below.pieces.some((piece) => piece.bold > 0.5)
  return line.pieces.length > 1 ? isBold || fits(line, columns) : isBold && reachOf(line.pieces[0]!, columns).start > 0
}

function tableOf(lines: readonly TextLine[], columns: Columns): Omit<AlignedTable, 'taken'> | 'unsure' | null {
  const text = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('\n')
  if (columns.gutters.length === 0 || LAYOUT.test(text)) return null
  const kinds = kindsOf(lines, columns)
  if (!hasBody(lines, columns, kinds)) return null
  const rows = rowsOf(lines, columns, kinds)
  const isSure =
    isData(rows?.body.flat() ?? lines, columns, kinds) &&
    (hasHead(rows?.head ?? lines.slice(0, 1), columns) || (kinds.serial && isCounted(lines, columns)))
  if (!rows || !isSure) return isSure ? 'unsure' : null
  const { head, body } = rows
  const all = head.length > 0 ? [head, ...body] : body
  if (all.length < (columns.gutters.length === 1 ? FEWEST_PAIRS : FEWEST_ROWS)) return null
  const ys = [
    Math.min(...all[0]!.map(({ top }) => top)),
    ...cutsBetween(all),
    Math.max(...all.at(-1)!.map(({ bottom }) => bottom)),
  ]
  const [left, right] = [columns.left - 1, columns.right + 1]
  const across: Bar[] = ys.map((at) => ({ at, from: left, to: right }))
  const upper = upperHead(head, columns)
  if (upper) {
    ys.splice(1, 0, upper.at)
    across.push(...upper.across)
  }
  const pieces = lines.flatMap((line) => line.pieces)
  return spannedTable({ columns, left, right, ys, across, pieces })
}

/** The first column counts: most numbers follow the one above. */
function isCounted(lines: readonly TextLine[], columns: Columns): boolean {
  const firsts = lines.flatMap(({ pieces }) => pieces.filter((piece) => reachOf(piece, columns).end === 0))
  const numbers = firsts.map(({ text }) => Number.parseInt(text, 10)).filter((number) => !Number.isNaN(number))
  return (
    numbers.length > 1 &&
    numbers.slice(1).filter((number, i) => number === numbers[i]! + 1).length >= FILLED * (numbers.length - 1)
  )
}

/** Words over most columns; of two columns over both. */
function hasHead(head: readonly TextLine[], columns: Columns): boolean {
  const count = columns.gutters.length + 1
  const named = new Set(
    head.flatMap(({ pieces }) => pieces.filter(({ text }) => !isNumeric(text)).map((piece) => reachOf(piece, columns).start)),
  )
  return named.size >= (count === 2 ? 2 : FILLED * count) && (count > 2 || head.length === 1)
}

/** Numbers in a column or before each row, most cells filled; of two columns the second is all numbers, below a head. */
function isData(body: readonly TextLine[], columns: Columns, kinds: ColumnKinds): boolean {
  const count = columns.gutters.length + 1
  if (count === 2) {
    const seconds = body.map(({ pieces }) => pieces[1])
    return !kinds.serial && !kinds.numeric[0] && seconds.every((piece) => piece !== undefined && isNumeric(piece.text))
  }
  const seeds = body.filter(isSeed)
  const filled = seeds.reduce((sum, { pieces }) => sum + pieces.length, 0)
  return (kinds.serial || kinds.numeric.some(Boolean)) && filled >= FILLED * count * seeds.length
}

/** A head of two levels: words in the middle over several columns, each with words of its own below; they are told to `columns`. */
function upperHead(head: readonly TextLine[], columns: Columns): { at: number; across: Bar[] } | null {
  const lower = head.findLast(({ pieces }) => pieces.length > 1)
  if (!lower) return null
  const uppers = head.flatMap(({ pieces }) => pieces).filter(({ bottom, size }) => bottom < lower.top + OVERLAP * size)
  if (uppers.length === 0) return null
  const groups = uppers.map((upper) => ({ upper, below: lower.pieces.filter((piece) => nearest(piece, uppers) === upper) }))
  if (!groups.every(({ upper, below }) => below.length > 1 && isInMiddle(upper, below))) return null
  const at = (Math.max(...uppers.map(({ bottom }) => bottom)) + lower.top) / 2
  const edge = (i: number) => (columns.gutters[i]!.from + columns.gutters[i]!.to) / 2
  const across = groups.map(({ upper, below }) => {
    const start = reachOf(below[0]!, columns).start
    const { end } = reachOf(below.at(-1)!, columns)
    columns.reaches.set(upper, { start, end })
    return {
      at,
      from: start === 0 ? columns.left : edge(start - 1),
      to: end === columns.gutters.length ? columns.right : edge(end),
    }
  })
  return { at, across }
}

function nearest(piece: Segment, uppers: readonly Segment[]): Segment {
  const distance = (upper: Segment) => Math.abs(upper.left + upper.right - piece.left - piece.right)
  return uppers.reduce((best, upper) => (distance(upper) < distance(best) ? upper : best))
}

function isInMiddle(upper: Segment, below: readonly Segment[]): boolean {
  const middle = (piece: Segment) => (piece.left + piece.right) / 2
  return Math.abs(middle(upper) - (middle(below[0]!) + middle(below.at(-1)!)) / 2) < upper.size
}

function isTaken(segment: Segment, { grid }: Omit<AlignedTable, 'taken'>): boolean {
  const [x, y] = [(segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2]
  return x > grid.x0 && x < grid.x1 && y > grid.y0 && y < grid.y1
}
