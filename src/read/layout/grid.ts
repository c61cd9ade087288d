// Ruling lines become table grids: cells with the rows and columns that they cover.
import { type Bar, type Box, barsOf, boxOf, connect, coverage, type Group, positions, type Rule, SNAP, TOUCH } from './bars.ts'
import { joinDashes } from './dashes.ts'

export type { Rule } from './bars.ts'

export type GridCell = {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  x0: number
  y0: number
  x1: number
  y1: number
}

export type Grid = { xs: number[]; ys: number[]; cells: GridCell[]; x0: number; y0: number; x1: number; y1: number }

// Points, and shares.
const COVERED = 0.55
// Closer than any table is set into a cell of another.
const MEET = 1.2
// Wider than any line and any slip of a corner, narrower than any column.
const OVERHANG = 9
const MOST = 0.6

/** Grids of a page, from top to bottom; a single framed cell is no grid. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  const lines = joinDashes(rules)
  const inner = framesInCells(lines)
  const own = new Set(inner.flat())
  return [lines.filter((line) => !own.has(line)), ...inner]
    .flatMap((some) => {
      const { across, down } = barsOf(some)
      return connect(across, down, TOUCH).map(gridOf)
    })
    .filter((grid) => grid !== null)
    .sort((a, b) => a.y0 - b.y0 || b.y1 - a.y1)
}

/** The lines of each table that stands in a cell of another, or in a frame around the page. */
function framesInCells(lines: readonly Rule[]): Rule[][] {
  const bars = barsOf(lines, MEET / 2)
  const groups = connect(bars.across, bars.down, MEET)
  if (groups.length < 2) return []
  return groups.filter(isFrame).flatMap((group) => {
    const box = boxOf(group)
    const own = new Set([...group.across, ...group.down])
    const rest = { across: bars.across.filter((bar) => !own.has(bar)), down: bars.down.filter((bar) => !own.has(bar)) }
    if (!isEnclosed(box, rest) || isCrossed(box, rest)) return []
    return [lines.filter((line) => isWithin(line, box))]
  })
}

function isEnclosed({ x0, y0, x1, y1 }: Box, { across, down }: Group): boolean {
  const covers = (from: number, to: number) => (bar: Bar) => bar.from <= from && bar.to >= to
  const beside = down.filter(covers(y0, y1))
  const over = across.filter(covers(x0, x1))
  return (
    beside.some((bar) => bar.at < x0 - MEET) &&
    beside.some((bar) => bar.at > x1 + MEET) &&
    over.some((bar) => bar.at < y0 - MEET) &&
    over.some((bar) => bar.at > y1 + MEET)
  )
}

/** Whether a line goes through a box. */
function isCrossed({ x0, y0, x1, y1 }: Box, { across, down }: Group): boolean {
  return (
    across.some((bar) => bar.at > y0 && bar.at < y1 && bar.from < x1 && bar.to > x0) ||
    down.some((bar) => bar.at > x0 && bar.at < x1 && bar.from < y1 && bar.to > y0)
  )
}

/** Closed on four sides and parted at least once. */
function isFrame({ across, down }: Group): boolean {
  if (across.length < 2 || down.length < 2 || across.length + down.length < 5) return false
  const { x0, y0, x1, y1 } = boxOf({ across, down })
  return (
    [y0, y1].every((at) => coverage(across, at, x0, x1, TOUCH) > 0.95) &&
    [x0, x1].every((at) => coverage(down, at, y0, y1, TOUCH) > 0.95)
  )
}

function isWithin(a: Box, b: Box): boolean {
  return a.x0 > b.x0 - MEET && a.y0 > b.y0 - MEET && a.x1 < b.x1 + MEET && a.y1 < b.y1 + MEET
}

function gridOf({ across, down }: Group): Grid | null {
  const rows = positions(across.map((bar) => bar.at))
  const columns = positions(down.map((bar) => bar.at))
  const xs = withOpenSides(columns, rows, across)
  const ys = withOpenSides(rows, columns, down)
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return null
  return fillGrid(xs, ys, across, down)
}

/** A table without lines at its sides goes as far as its other lines do. */
function withOpenSides(ats: readonly number[], others: readonly number[], bars: readonly Bar[]): number[] {
  if (ats.length === 0) return [...ats]
  const ends = others.map((at) => {
    const own = bars.filter((bar) => Math.abs(bar.at - at) <= SNAP)
    return { from: Math.min(...own.map((bar) => bar.from)), to: Math.max(...own.map((bar) => bar.to)) }
  })
  const first = commonEnd(ends.map(({ from }) => from))
  const last = commonEnd(ends.map(({ to }) => to))
  return [
    ...(first !== null && first < ats[0]! - OVERHANG ? [first] : []),
    ...ats,
    ...(last !== null && last > ats.at(-1)! + OVERHANG ? [last] : []),
  ]
}

/** Where most lines end, or null where they end in many places. */
function commonEnd(ends: readonly number[]): number | null {
  const middle = [...ends].sort((a, b) => a - b)[ends.length >> 1]
  if (middle === undefined) return null
  const alike = ends.filter((end) => Math.abs(end - middle) <= TOUCH).length
  return alike >= Math.max(2, MOST * ends.length) ? middle : null
}

/** The cells between lines: each as wide and as high as no line parts it. */
export function fillGrid(xs: number[], ys: number[], across: readonly Bar[], down: readonly Bar[]): Grid {
  const rows = ys.length - 1
  const columns = xs.length - 1
  const isRuled = (bars: readonly Bar[], at: number, from: number, to: number) => coverage(bars, at, from, to) >= COVERED
  const owner = new Int32Array(rows * columns).fill(-1)
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue
      const isFree = (r: number, c: number) => owner[r * columns + c] === -1
      let right = column + 1
      while (right < columns && isFree(row, right) && !isRuled(down, xs[right]!, ys[row]!, ys[row + 1]!)) right++
      let below = row + 1
      const isOpen = (r: number) => {
        for (let c = column; c < right; c++) {
          if (!isFree(r, c) || isRuled(across, ys[r]!, xs[c]!, xs[c + 1]!)) return false
          if (c > column && isRuled(down, xs[c]!, ys[r]!, ys[r + 1]!)) return false
        }
        return true
      }
      while (below < rows && isOpen(below)) below++
      for (let r = row; r < below; r++) for (let c = column; c < right; c++) owner[r * columns + c] = cells.length
      cells.push({
        row,
        column,
        rowSpan: below - row,
        colSpan: right - column,
        x0: xs[column]!,
        y0: ys[row]!,
        x1: xs[right]!,
        y1: ys[below]!,
      })
    }
  }
  return { xs, ys, cells, x0: xs[0]!, y0: ys[0]!, x1: xs.at(-1)!, y1: ys.at(-1)! }
}
