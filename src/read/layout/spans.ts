// Bands of words and columns become a grid whose cells are merged where words reach over a gutter or stand over several columns.
import type { Bar } from './bars.ts'
import { mergeRows } from './columns.ts'
import { fillGrid, type Grid } from './grid.ts'
import { type Columns, reachOf } from './gutters.ts'
import type { Segment } from './segments.ts'

/** A table, the lines of each of its cells, and the segments that it takes from the running text. */
export type AlignedTable = { grid: Grid; lines: Segment[][]; taken: Segment[] }

/** What is known of a table before its cells: `ys` part its bands, `across` are the lines between them, where there are any. */
export type Bands = { columns: Columns; left: number; right: number; ys: number[]; across: Bar[]; pieces: Segment[] }

// Points: below this a line does not go under a column.
const UNDER = 0.55

export function spannedTable(bands: Bands): Omit<AlignedTable, 'taken'> {
  const { columns, left, right, ys, across, pieces } = bands
  const xs = [left, ...columns.gutters.map(({ from, to }) => (from + to) / 2), right]
  const down = ys.slice(1).flatMap((bottom, row) => {
    const top = ys[row]!
    const own = pieces.filter((piece) => middleOf(piece) > top && middleOf(piece) <= bottom)
    const open = openGutters(own, bands, xs, bottom)
    return columns.gutters.flatMap((_, i) => (open.has(i) ? [] : [{ at: xs[i + 1]!, from: top, to: bottom }]))
  })
  const grid = fillGrid(xs, ys, across, down)
  const cells = grid.cells.map((): Segment[] => [])
  for (const piece of pieces) {
    const { start } = reachOf(piece, columns)
    const y = middleOf(piece)
    const home = grid.cells.findIndex(
      (cell) => start >= cell.column && start < cell.column + cell.colSpan && y > cell.y0 && y <= cell.y1,
    )
    if (home >= 0) cells[home]!.push(piece)
  }
  return { grid, lines: cells.map((own) => mergeRows(own)) }
}

function middleOf(piece: Segment): number {
  return (piece.top + piece.bottom) / 2
}

/** The gutters that no line parts in one band: words cross them, a title has the row for itself, or a head stands over them. */
function openGutters(
  own: readonly Segment[],
  { columns, across, ys }: Bands,
  xs: readonly number[],
  bottom: number,
): Set<number> {
  const open = new Set<number>()
  const reaches = own.map((piece) => reachOf(piece, columns))
  for (const { start, end } of reaches) for (let i = start; i < end; i++) open.add(i)
  if (own.length === 1 && open.size > 0) return new Set(columns.gutters.keys())
  if (bottom === ys.at(-1)) return open
  const isUnder = xs.slice(1).map((x1, i) => {
    const x0 = xs[i]!
    const covered = across.reduce(
      (sum, bar) => sum + (Math.abs(bar.at - bottom) < 1 ? Math.max(0, Math.min(x1, bar.to) - Math.max(x0, bar.from)) : 0),
      0,
    )
    return covered > UNDER * (x1 - x0)
  })
  if (isUnder.every(Boolean) || !isUnder.some(Boolean)) return open
  const heads = own.filter((_, i) => isUnder[reaches[i]!.start] || isUnder[reaches[i]!.end])
  if (heads.length === 0) return open
  const nearest = xs.slice(1).map((x1, i) => (isUnder[i] ? nearestTo((x1 + xs[i]!) / 2, heads) : null))
  nearest.forEach((head, i) => {
    if (i > 0 && head !== null && nearest[i - 1] === head) open.add(i - 1)
  })
  return open
}

function nearestTo(x: number, heads: readonly Segment[]): Segment {
  const distance = ({ left, right }: Segment) => Math.abs((left + right) / 2 - x)
  return heads.reduce((best, head) => (distance(head) < distance(best) ? head : best))
}
