// Lines of pieces become columns: the gutters that all but a few lines leave free.
import type { TextLine } from './pieces.ts'
import { medianOf, type Segment } from './segments.ts'

export type Gutter = { from: number; to: number }

/** Columns of a block of lines: one more than its gutters. */
export type Columns = { left: number; right: number; gutters: Gutter[]; reaches: Map<Segment, Reach> }

/** The first and the last column that a piece stands in. */
export type Reach = { start: number; end: number }

// Points, and shares.
const NARROWEST = 4
const WIDE = 0.45
const FEW = 0.1
const SUPPORT = 0.2
const FEWEST_LINES = 5
const HEAD_LINES = 3

export function columnsOf(lines: readonly TextLine[]): Columns {
  const left = Math.min(...lines.flatMap(({ pieces }) => pieces.map((piece) => piece.left)))
  const right = Math.max(...lines.flatMap(({ pieces }) => pieces.map((piece) => piece.right)))
  const core = lines.filter(({ pieces }) => pieces.length > 1 || pieces[0]!.right - pieces[0]!.left < WIDE * (right - left))
  const pieces = core.flatMap((line) => line.pieces)
  const allowed = core.length < FEWEST_LINES ? 0 : Math.max(1, Math.floor(FEW * core.length))
  const narrowest = Math.max(NARROWEST, 0.35 * medianOf(core.map(({ size }) => size)))
  const gutters = freeStretches(pieces, allowed)
    .flatMap((free) => withoutColumnsInside(free, pieces))
    .filter(({ from, to }) => to - from >= narrowest)
    .filter((gutter) => {
      const support = core.filter((line) => standsOnBothSides(line, gutter)).length
      return support >= Math.max(Math.min(2, core.length), SUPPORT * core.length)
    })
  return placeLines({ left, right, gutters: withoutHeadsApart(withoutEmptyColumns(gutters, lines), lines) }, lines)
}

/** Where two heads overlap above the whites of a column, nothing stands of its own. */
function withoutEmptyColumns(gutters: readonly Gutter[], lines: readonly TextLine[]): Gutter[] {
  const filled = linesOfColumns(lines, gutters)
  const kept: Gutter[] = []
  gutters.forEach((gutter, i) => {
    if (i > 0 && filled[i]!.length === 0) kept[kept.length - 1] = { from: kept.at(-1)!.from, to: gutter.to }
    else kept.push(gutter)
  })
  return kept
}

/** A head in the middle of its column and numbers at the edge stand side by side but belong together. */
function withoutHeadsApart(gutters: readonly Gutter[], lines: readonly TextLine[]): Gutter[] {
  const [first, ...others] = linesOfColumns(lines, gutters)
  let own = first!
  return gutters.filter((_, i) => {
    const next = others[i]!
    const [fewer, more] = own.length < next.length ? [own, next] : [next, own]
    const isHead = fewer.length > 0 && fewer.length <= HEAD_LINES && fewer.at(-1)! < (more[0] ?? 0)
    own = isHead ? [...fewer, ...more] : next
    return !isHead
  })
}

/** For each column the indexes of the lines that stand in it and in no other. */
function linesOfColumns(lines: readonly TextLine[], gutters: readonly Gutter[]): number[][] {
  const filled: number[][] = Array.from({ length: gutters.length + 1 }, () => [])
  lines.forEach(({ pieces }, i) => {
    for (const piece of pieces) {
      const { start, end } = reachBetween(piece, gutters)
      if (start === end && filled[start]!.at(-1) !== i) filled[start]!.push(i)
    }
  })
  return filled
}

/** Stretches between the first and the last piece that at most `allowed` pieces cover. */
function freeStretches(pieces: readonly Segment[], allowed: number): Gutter[] {
  const edges = pieces.flatMap(({ left, right }) => [
    { x: left, step: 1 },
    { x: right, step: -1 },
  ])
  edges.sort((a, b) => a.x - b.x || b.step - a.step)
  const free: Gutter[] = []
  let depth = 0
  let from: number | null = null
  let begun = false
  for (const { x, step } of edges) {
    depth += step
    if (depth > allowed) {
      if (begun && from !== null && x > from) free.push({ from, to: x })
      begun = true
      from = null
    } else from ??= x
  }
  return free
}

/** A column with few words has gutters of its own on both sides. */
function withoutColumnsInside({ from, to }: Gutter, pieces: readonly Segment[]): Gutter[] {
  const inside = pieces.filter(({ left, right }) => left >= from - 0.5 && right <= to + 0.5).sort((a, b) => a.left - b.left)
  const free: Gutter[] = []
  let at = from
  for (const { left, right } of inside) {
    if (left > at) free.push({ from: at, to: left })
    at = Math.max(at, right)
  }
  return [...free, { from: at, to }]
}

function standsOnBothSides({ pieces }: TextLine, { from, to }: Gutter): boolean {
  return pieces.some(({ left, right }) => (left + right) / 2 < from) && pieces.some(({ left, right }) => (left + right) / 2 > to)
}

/** Columns that know where each piece of the lines stands: a line with a piece for every column gives each its own. */
export function placeLines(columns: Omit<Columns, 'reaches'>, lines: readonly TextLine[]): Columns {
  const reaches = new Map<Segment, Reach>()
  for (const { pieces } of lines) {
    const isFull = pieces.length === columns.gutters.length + 1
    pieces.forEach((piece, i) => {
      reaches.set(piece, isFull ? { start: i, end: i } : reachBetween(piece, columns.gutters))
    })
  }
  return { ...columns, reaches }
}

export function reachOf(piece: Segment, { gutters, reaches }: Columns): Reach {
  return reaches.get(piece) ?? reachBetween(piece, gutters)
}

function reachBetween(piece: Segment, gutters: readonly Gutter[]): Reach {
  const crossed = gutters.flatMap(({ from, to }, i) => (piece.left < from && piece.right > to ? [i] : []))
  if (crossed.length > 0) return { start: crossed[0]!, end: crossed.at(-1)! + 1 }
  const middle = (piece.left + piece.right) / 2
  const column = gutters.filter(({ from, to }) => (from + to) / 2 < middle).length
  return { start: column, end: column }
}

/** Whether no piece of a line reaches into a second column. */
export function fits(line: TextLine, columns: Columns): boolean {
  return line.pieces.every((piece) => {
    const { start, end } = reachOf(piece, columns)
    return start === end
  })
}
