// A ruled table whose rows are not all ruled gets the rows that its words show: numbered rows without lines, a head above the lines.

import { hasBody, kindsOf } from './anchors.ts'
import type { Bar } from './bars.ts'
import { mergeRows } from './columns.ts'
import { fillGrid, type Grid, type GridCell } from './grid.ts'
import { type Columns, placeLines, reachOf } from './gutters.ts'
import { isNumeric, isSerial, type TextLine, textLines } from './pieces.ts'
import { cutsBetween, rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'

/** A grid and the lines of each of its cells. */
export type LinedGrid = { grid: Grid; lines: Segment[][] }

// Shares, of the font size and of the columns.
const NEAR = 0.9
const MOST = 0.6
const FEWEST_ROWS = 3
const MANY_CELLS = 24
const HARDLY_ANY = 0.15

/** The lines of a chart: one column of nothing but numbers, or many fields, hardly any with words, and no head. */
export function isDrawing(grid: Grid, lines: readonly Segment[][]): boolean {
  if (grid.xs.length === 2 && lines.flat().every(({ text }) => text.split(' ').every(isNumeric))) return true
  if (grid.cells.length < MANY_CELLS) return false
  const isFilled = lines.map((own) => own.length > 0)
  const first = isFilled.filter((_, i) => grid.cells[i]!.row === 0)
  const share = (own: readonly boolean[]) => own.filter(Boolean).length / own.length
  return share(isFilled) < HARDLY_ANY && share(first) < MOST
}

/** Parts a row of the grid in which rows stand below each other; `unsure` are the first words of a row that looks so but cannot be parted. */
export function partOpenRows({ grid, lines }: LinedGrid): LinedGrid & { unsure: string[] } {
  const cuts: number[] = []
  const unsure: string[] = []
  grid.ys.slice(1).forEach((_, row) => {
    const cells = grid.cells.flatMap((cell, i) => (cell.row === row ? [{ cell, lines: lines[i]! }] : []))
    if (cells.length !== grid.xs.length - 1 || !cells.every(({ cell }) => cell.rowSpan === 1)) return
    const found = cutsOf(grid, cells)
    cuts.push(...found)
    if (found.length === 0 && isStacked(cells)) unsure.push(cells[0]!.lines[0]!.text)
  })
  if (cuts.length === 0) return { grid, lines, unsure }
  const { across, down } = edgesOf(grid.cells)
  const ys = [...grid.ys, ...cuts].sort((a, b) => a - b)
  const parted = fillGrid(grid.xs, ys, [...across, ...cuts.map((at) => ({ at, from: grid.x0, to: grid.x1 }))], down)
  return { grid: parted, lines: sorted(parted, lines.flat()), unsure }
}

/** Three numbers below each other in one cell, beside a first cell of as many lines. */
function isStacked(cells: readonly { lines: Segment[] }[]): boolean {
  const [first, ...others] = cells
  return (
    first!.lines.length >= FEWEST_ROWS &&
    others.some(({ lines }) => lines.length >= FEWEST_ROWS && lines.every(({ text }) => isNumeric(text)))
  )
}

/** Where rows are parted that each begin in the first column, with a number or with values beside it. */
function cutsOf(grid: Grid, cells: readonly { cell: GridCell; lines: Segment[] }[]): number[] {
  const firsts = cells[0]!.lines
  if (firsts.length < FEWEST_ROWS) return []
  const own = textLines(cells.flatMap(({ lines }) => lines))
  const columns = columnsOfGrid(grid, own)
  const kinds = kindsOf(own, columns)
  const rows = hasBody(own, columns, kinds) ? rowsOf(own, columns, kinds) : null
  if (!rows || rows.body.length < FEWEST_ROWS) return []
  const numbers = firsts.map(({ text }) => (isSerial(text) ? Number.parseInt(text, 10) : Number.NaN))
  const isNumbered =
    numbers.length === rows.body.length && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1)
  const isValued = rows.body.every((row) => {
    const reaches = row.flatMap(({ pieces }) => pieces.map((piece) => reachOf(piece, columns).start))
    return reaches.includes(0) && reaches.some((column) => kinds.numeric[column])
  })
  if (!isNumbered && !isValued) return []
  return cutsBetween(rows.head.length > 0 ? [rows.head, ...rows.body] : rows.body)
}

function columnsOfGrid(grid: Grid, own: readonly TextLine[]): Columns {
  const gutters = grid.xs.slice(1, -1).map((x) => ({ from: x, to: x }))
  const columns = placeLines({ left: grid.x0, right: grid.x1, gutters }, own)
  return { ...columns, reaches: new Map() }
}

function edgesOf(cells: readonly GridCell[]): { across: Bar[]; down: Bar[] } {
  return {
    across: cells.flatMap(({ x0, x1, y0, y1 }) => [y0, y1].map((at) => ({ at, from: x0, to: x1 }))),
    down: cells.flatMap(({ x0, x1, y0, y1 }) => [x0, x1].map((at) => ({ at, from: y0, to: y1 }))),
  }
}

function sorted(grid: Grid, segments: readonly Segment[]): Segment[][] {
  const cells = grid.cells.map((): Segment[] => [])
  for (const segment of segments) {
    const [x, y] = [(segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2]
    const home = grid.cells.findIndex((cell) => x >= cell.x0 && x <= cell.x1 && y >= cell.y0 && y <= cell.y1)
    if (home >= 0) cells[home]!.push(segment)
  }
  return cells.map((own) => mergeRows(own))
}

/** The bold words right above a grid, one over most of its columns, where its first row is no head; they leave the running text. */
export function headAbove({ grid, lines }: LinedGrid, free: readonly Segment[]): (LinedGrid & { taken: Segment[] }) | null {
  const top = lines.filter((_, i) => grid.cells[i]!.row === 0).flat()
  if (!top.some(({ text }) => isNumeric(text)) || top.every(({ bold }) => bold > 0.9)) return null
  const above = free.filter(({ left, right, bottom }) => left >= grid.x0 && right <= grid.x1 && bottom <= grid.y0 + 2)
  const line = textLines(above).at(-1)
  if (!line || grid.y0 - line.bottom > NEAR * line.size) return null
  const columns = columnsOfGrid(grid, [line])
  const reaches = line.pieces.map((piece) => reachOf(piece, columns))
  const isHead =
    line.pieces.every(({ text, bold }) => bold > 0.9 && !isNumeric(text)) &&
    reaches.every(({ start, end }, i) => start === end && reaches.findIndex((other) => other.start === start) === i) &&
    reaches.length >= Math.max(2, MOST * (grid.xs.length - 1))
  if (!isHead) return null
  const taken = above.filter((segment) => segment.bottom > line.top + 1 && segment.top < line.bottom - 1)
  const { across, down } = edgesOf(grid.cells)
  const y0 = line.top - 1
  const ys = [y0, ...grid.ys]
  const sides = grid.xs.map((at) => ({ at, from: y0, to: grid.y0 }))
  const raised = fillGrid(grid.xs, ys, across, [...down, ...sides])
  return { grid: raised, lines: sorted(raised, [...line.pieces, ...lines.flat()]), taken }
}
