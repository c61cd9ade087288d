// Lines of pieces become columns: the gutters that all but a few lines leave free.
import type { TextLine } from './pieces.ts'
import { medianOf, type Segment } from './segments.ts'

export type Gutter = { from: number; to: number }

/** Columns of a block of lines: one more than its gutters. */
export type Columns = { left: number; right: number; gutters: Gutter[] }

/** The first and the last column that a piece stands in. */
export type Reach = { start: number; end: number }

// Points, and shares.
const NARROWEST = 4
const WIDE = 0.45
const FEW = 0.1
const SUPPORT = 0.2
const FEWEST_LINES = 5

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
  return { left, right, gutters }
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

export function reachOf(piece: Segment, { gutters }: Columns): Reach {
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
