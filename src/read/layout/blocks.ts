// Words in columns that no rule bounds become tables, where rows and columns leave no doubt: a head or numbers, three rows and more.
import type { Bar } from './bars.ts'
import { type Columns, columnsOf, fits, reachOf } from './gutters.ts'
import { hasLeaders, isNumeric, type TextLine, textLines } from './pieces.ts'
import { bodyStart, type ColumnKinds, kindsOf, rowsOf } from './rows.ts'
import { cutsBetween } from './ruled.ts'
import type { Segment } from './segments.ts'
import { type AlignedTable, spannedTable } from './spans.ts'

// Shares of the font size.
const WIDE_GAP = 1.3
const MARKER_GAP = 5
const NEXT_LINE = 1.3
const SAME_CELL = 0.6
const FEWEST_ROWS = 3
const FEWEST_PAIRS = 4
const FILLED = 0.5

const MARKER = /^(?:[-+*•–—▪]|[IVXLC]{1,6}[.)/]|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\(?[a-zđ][.)])$/u
// What a letterhead or a closing block holds, and no table does.
const LAYOUT = /cộng h(?:òa|oà) xã hội|độc lập\s*[-–]\s*tự do|nơi nhận\s*:|kính gửi\s*:/iu

export function columnBlocks(segments: readonly Segment[]): { tables: AlignedTable[]; unsure: string[] } {
  const lines = textLines(segments)
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
  const seeds: TextLine[] = []
  let columns: Columns | null = null
  let last = start
  for (let i = start; i < limit; i++) {
    const line = lines[i]!
    if (isSeed(line)) {
      const next = columnsOf([...seeds, line])
      if (columns && next.gutters.length < columns.gutters.length && seeds.length > 1) break
      columns = next
      seeds.push(line)
      last = i
    } else if (columns && !(fits(line, columns) || isTitle(lines, i, columns))) break
  }
  if (!columns || seeds.length < FEWEST_ROWS) return null
  let end = last + 1
  while (end < limit && isCellEnd(lines, end, columns)) end++
  let first = start
  while (first > 0 && isHeadLine(lines[first - 1]!, lines[first]!, columns)) first--
  return { lines: lines.slice(first, end), columns, end }
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
    line.pieces.every((piece) => reachOf(piece, columns).start > 0 && !isNumeric(piece.text))
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
  const start = bodyStart(lines, columns, kinds)
  if (start < 0 || !isData(lines, start, columns, kinds)) return null
  const rows = rowsOf(lines.slice(start), columns, kinds)
  if (!rows) return 'unsure'
  const head = lines.slice(0, start)
  if (rows.length + (start > 0 ? 1 : 0) < (columns.gutters.length === 1 ? FEWEST_PAIRS : FEWEST_ROWS)) return null
  const all = start > 0 ? [head, ...rows] : rows
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

/** Numbers in a column or before each row, most cells filled; of two columns the second is all numbers, below a head. */
function isData(lines: readonly TextLine[], start: number, columns: Columns, kinds: ColumnKinds): boolean {
  const count = columns.gutters.length + 1
  const body = lines.slice(start)
  if (count === 2) {
    const seconds = body.map(({ pieces }) => pieces[1])
    return start === 1 && !kinds.serial && seconds.every((piece) => piece !== undefined && isNumeric(piece.text))
  }
  const seeds = body.filter(isSeed)
  const filled = seeds.reduce((sum, { pieces }) => sum + pieces.length, 0)
  return (kinds.serial || kinds.numeric.some(Boolean)) && filled >= FILLED * count * seeds.length
}

/** A head of two levels: words over several columns, each with words of its own below. */
function upperHead(head: readonly TextLine[], columns: Columns): { at: number; across: Bar[] } | null {
  const wide = head.flatMap(({ pieces }) => pieces).filter((piece) => reachOf(piece, columns).start < reachOf(piece, columns).end)
  if (wide.length === 0) return null
  const bottom = Math.max(...wide.map((piece) => piece.bottom))
  const below = head
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.top > bottom - 0.3 * piece.size && wide.some((over) => isUnder(piece, over, columns)))
  if (below.length < 2 * wide.length) return null
  const at = (bottom + Math.min(...below.map((piece) => piece.top))) / 2
  const across = wide.map((piece) => {
    const { start, end } = reachOf(piece, columns)
    const edge = (i: number) => (columns.gutters[i]!.from + columns.gutters[i]!.to) / 2
    return {
      at,
      from: start === 0 ? columns.left : edge(start - 1),
      to: end === columns.gutters.length ? columns.right : edge(end),
    }
  })
  return { at, across }
}

function isUnder(piece: Segment, over: Segment, columns: Columns): boolean {
  const { start, end } = reachOf(over, columns)
  const own = reachOf(piece, columns)
  return own.start >= start && own.end <= end
}

function isTaken(segment: Segment, { grid }: Omit<AlignedTable, 'taken'>): boolean {
  const [x, y] = [(segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2]
  return x > grid.x0 && x < grid.x1 && y > grid.y0 && y < grid.y1
}
