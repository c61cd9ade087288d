// Words between rules that go across the page, without rules down, become tables.

import { hasBody, isNumberedRow, isOneRow, kindsOf } from './anchors.ts'
import { type Bar, barsOf, positions, type Rule } from './bars.ts'
import { joinDashes } from './dashes.ts'
import { columnsOf, fits, placeLines } from './gutters.ts'
import { hasLeaders, type TextLine, textLines } from './pieces.ts'
import { cutsBetween, rowsOf } from './rows.ts'
import type { Segment } from './segments.ts'
import { type AlignedTable, spannedTable } from './spans.ts'

type Stack = { from: number; to: number; bars: Bar[] }
type Band = { top: number; bottom: number; lines: TextLine[] }

// Points, and shares.
const SHORTEST = 120
const SAME_END = 5
const MOST_ROWS = 0.8
const LONGEST_GROUP = 2
// So many rules part rows, not a head from its body.
const ROWS_RULED = 5
const STRUCK = 0.3
const MOST_STRUCK = 2

export function ruledBlocks(segments: readonly Segment[], rules: readonly Rule[]): { tables: AlignedTable[]; unsure: string[] } {
  const tables: AlignedTable[] = []
  const unsure: string[] = []
  for (const stack of stacksOf(barsOf(joinDashes(rules)).across)) {
    for (const bands of runsOfBands(stack, segments)) {
      const table = tableOf(stack, bands, segments)
      if (table === 'unsure') unsure.push(bands[0]!.lines[0]!.pieces[0]!.text)
      else if (table) tables.push(table)
    }
  }
  return { tables, unsure }
}

/** Rules with the same ends, one above the other, with the shorter ones between them. */
function stacksOf(bars: readonly Bar[]): Stack[] {
  const stacks: Stack[] = []
  for (const bar of bars.filter(({ from, to }) => to - from >= SHORTEST)) {
    const stack = stacks.find(({ from, to }) => Math.abs(from - bar.from) <= SAME_END && Math.abs(to - bar.to) <= SAME_END)
    if (stack) stack.bars.push(bar)
    else stacks.push({ from: bar.from, to: bar.to, bars: [bar] })
  }
  return stacks
    .filter((stack) => stack.bars.length > 1)
    .map((stack) => {
      const ats = stack.bars.map(({ at }) => at)
      const [first, last] = [Math.min(...ats), Math.max(...ats)]
      const within = bars.filter(
        (bar) => bar.at > first && bar.at < last && bar.from >= stack.from - SAME_END && bar.to <= stack.to + SAME_END,
      )
      return { ...stack, bars: [...new Set([...stack.bars, ...within])].sort((a, b) => a.at - b.at) }
    })
}

/** Neighbouring bands that hold columns; a band of running text parts two tables. */
function runsOfBands({ from, to, bars }: Stack, segments: readonly Segment[]): Band[][] {
  const ys = positions(bars.map(({ at }) => at))
  const own = segments.filter(({ left, right }) => (left + right) / 2 > from && (left + right) / 2 < to)
  const runs: Band[][] = [[]]
  ys.slice(1).forEach((bottom, i) => {
    const top = ys[i]!
    const inside = own.filter(
      (segment) => (segment.top + segment.bottom) / 2 > top && (segment.top + segment.bottom) / 2 <= bottom,
    )
    const band = { top, bottom, lines: textLines(inside) }
    const isFull = bars.some((bar) => Math.abs(bar.at - bottom) < 1 && bar.to - bar.from > to - from - 2 * SAME_END)
    const leavesSides = inside.some(({ left, right }) => left < from - SAME_END || right > to + SAME_END)
    if (!leavesSides && band.lines.length > 0 && (!isFull || isColumnar(band) || isTitle(band))) runs.at(-1)!.push(band)
    else runs.push([])
  })
  return runs.filter((run) => run.filter(isColumnar).length > run.length / 2)
}

function isColumnar({ lines }: Band): boolean {
  return lines.some(({ pieces }) => pieces.length > 1) && !lines.some(hasLeaders)
}

/** The title of a group of rows. */
function isTitle({ lines }: Band): boolean {
  return lines.length > 0 && lines.length <= LONGEST_GROUP && !/[.:;]$/u.test(lines.at(-1)!.pieces.at(-1)!.text)
}

function tableOf(
  { from, to, bars }: Stack,
  bands: readonly Band[],
  segments: readonly Segment[],
): AlignedTable | 'unsure' | null {
  const lines = bands.flatMap((band) => band.lines)
  const columns = placeLines(columnsOf(lines.filter(({ pieces }) => pieces.length > 1)), lines)
  if (columns.gutters.length === 0 || isChart(lines, bars)) return null
  const kinds = kindsOf(lines, columns)
  const ys = [bands[0]!.top, ...bands.map(({ bottom }) => bottom)]
  const across = bars.filter(({ at }) => at >= ys[0]! - 1 && at <= ys.at(-1)! + 1)
  const filled = bands.filter((band) => hasBody(band.lines, columns, kinds))
  const oneRow = filled.filter(
    ({ lines: own }) => isOneRow(own, columns, kinds) || (kinds.serial && isNumberedRow(own, columns, kinds)),
  ).length
  if (bands.length < 2 || oneRow < MOST_ROWS * filled.length) {
    if (lines.filter((line) => fits(line, columns)).length < MOST_ROWS * lines.length) return null
    const cuts = bands.map((band, i) => (i === 0 && bands.length > 1 && isBold(band) ? [] : cutsIn(band, columns, kinds)))
    const isSure = cuts.every((cut) => cut !== null)
    if (!isSure && bands.length < ROWS_RULED) return 'unsure'
    for (const at of isSure ? cuts.flat() : []) {
      ys.push(at)
      across.push({ at, from, to })
    }
    ys.sort((a, b) => a - b)
  }
  if (ys.length < 3) return null
  const pieces = lines.flatMap((line) => line.pieces)
  const taken = segments.filter((segment) => {
    const [x, y] = [(segment.left + segment.right) / 2, (segment.top + segment.bottom) / 2]
    return x > from && x < to && y > ys[0]! && y <= ys.at(-1)!
  })
  return { ...spannedTable({ columns, left: from, right: to, ys, across, pieces }), taken }
}

/** Rules that go through words are the lines of a chart. */
function isChart(lines: readonly TextLine[], bars: readonly Bar[]): boolean {
  const struck = lines
    .flatMap(({ pieces }) => pieces)
    .filter(({ left, right, top, bottom }) => {
      const [high, low] = [top + STRUCK * (bottom - top), bottom - STRUCK * (bottom - top)]
      return bars.some(({ at, from, to }) => at > high && at < low && from < right && to > left)
    })
  return struck.length >= MOST_STRUCK
}

function isBold({ lines }: Band): boolean {
  return lines.every(({ pieces }) => pieces.every(({ bold }) => bold > 0.9))
}

/** Where the rows of a band are parted; null where it cannot be told. */
function cutsIn({ lines }: Band, columns: ReturnType<typeof columnsOf>, kinds: ReturnType<typeof kindsOf>): number[] | null {
  if (!hasBody(lines, columns, kinds)) return []
  const rows = rowsOf(lines, columns, kinds)
  return rows && cutsBetween(rows.head.length > 0 ? [rows.head, ...rows.body] : rows.body)
}
