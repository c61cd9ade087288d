// Ink becomes the ruling lines of a page: long thin bars, put together where thin lines broke in scanning.
import type { Rule } from '../layout/grid.ts'
import { foursOf, type GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

type Run = { at: number; from: number; to: number }
export type Bar = { runs: Run[]; first: number; last: number; from: number; to: number }

// Shares of the longer side of the page. Strokes of letters are shorter than the least piece (the dash is the longest across, the
// stems of capitals are down), no ruling line is thicker than the most.
const LEAST_ACROSS = 0.017
const LEAST_DOWN = 0.021
const SHORTEST = 0.028
const THICKEST = 0.006
const WIDEST_BREAK = 0.035
const ALIGNED = 0.0013
// From the middle of a line to the end of one that stops at it.
const MEET = 0.0026
// The lowest row of a table.
const LEAST_OPENING = 0.008
// Pixels. Bilevel scans break thin lines.
const GAP = 3
// A thin grey line is lighter than the threshold of ink, but darker than the paper on both its sides: by so much, so far away.
const CONTRAST = 32
// Four greys of 224 and more: too light for a line.
const LIGHT = 0xe0e0e0e0 | 0
const ASIDE = 4
const FAINT_ACROSS = 2
const FAINT_DOWN = 4
const ACROSS = 1 | FAINT_ACROSS
const DOWN = 1 | FAINT_DOWN
// How much of a bar must be no thicker than the bar: feet of letters that touch are a line only between their stems.
const THIN_SHORT = 0.85
const THIN_LONG = 0.5
// Patterns and pictures have more runs than any table: there is nothing to find in them.
const MOST_RUNS = 20_000
// How much of a line must be there.
const COVERED = 0.5

export type Found = { rules: Rule[]; across: Bar[]; down: Bar[] }

/** Ruling lines in pixels, x along and y down, and the bars that they are made of. */
export function findRules(image: GreyImage, ink: Ink): Found {
  const long = Math.max(ink.width, ink.height)
  const shortest = SHORTEST * long
  const thickest = Math.max(4, Math.round(THICKEST * long))
  const mask = markFaint(image, ink)
  const find = (beside: number, least: number) => {
    const runs = beside === 1 ? runsDown(mask, Math.round(least * long)) : runsAcross(mask, Math.round(least * long))
    if (runs.length >= MOST_RUNS) return []
    return barsOf(runs).filter((bar) => isRule(bar, thickest) && isThin(bar, mask, beside, thickest, 4 * shortest))
  }
  const barsAcross = find(mask.width, LEAST_ACROSS)
  const barsDown = find(1, LEAST_DOWN)
  const linesOf = (bars: readonly Bar[], crossing: readonly Bar[]) =>
    chainsOf(bars, crossing, long).filter((chain) => isLine(chain, shortest))
  const across = linesOf(barsAcross, barsDown)
  const down = linesOf(barsDown, barsAcross)
  const h = across.map(spanOf)
  const v = down.map(spanOf)
  const rules = [
    ...h.map((span) => reach(span, v, long)).map(({ at, from, to }) => ({ x0: from, x1: to, y0: at, y1: at + 1 })),
    ...v.map((span) => reach(span, h, long)).map(({ at, from, to }) => ({ x0: at, x1: at + 1, y0: from, y1: to })),
  ]
  return { rules, across: across.flat(), down: down.flat() }
}

/**
 * Bars that lie on one line, no further apart than a break. Where one ends on a crossing line and the next begins on another,
 * nothing broke: cells are merged there, or one table ends and the next begins.
 */
function chainsOf(bars: readonly Bar[], crossing: readonly Bar[], long: number): Bar[][] {
  const chains: Bar[][] = []
  const aligned = ALIGNED * long
  const meets = meetingOf(crossing, MEET * long)
  const isOpening = (end: number, bar: Bar) =>
    bar.from - end > LEAST_OPENING * long && meets(end, middleOf(bar)) && meets(bar.from, middleOf(bar))
  for (const bar of [...bars].sort((a, b) => a.from - b.from)) {
    const middle = middleOf(bar)
    const home = chains.find((chain) => {
      const last = chain.at(-1)!
      const end = Math.max(...chain.slice(-3).map(({ to }) => to))
      if (Math.abs(middleOf(last) - middle) > aligned || bar.from - end > WIDEST_BREAK * long) return false
      return !isOpening(end, bar)
    })
    if (home) home.push(bar)
    else chains.push([bar])
  }
  return chains
}

/** Tells whether a line that stands at `at` meets one of the bars at `end`. */
function meetingOf(bars: readonly Bar[], reach: number): (end: number, at: number) => boolean {
  const sorted = [...bars].sort((a, b) => middleOf(a) - middleOf(b))
  const middles = sorted.map(middleOf)
  return (end, at) => {
    let [low, high] = [0, middles.length]
    while (low < high) {
      const half = (low + high) >> 1
      if (middles[half]! < end - reach) low = half + 1
      else high = half
    }
    for (; low < middles.length && middles[low]! <= end + reach; low++)
      if (sorted[low]!.from <= at + reach && sorted[low]!.to >= at - reach) return true
    return false
  }
}

function middleOf({ first, last }: Bar): number {
  return (first + last) / 2
}

function isLine(chain: readonly Bar[], shortest: number): boolean {
  const { from, to } = spanOf(chain)
  let covered = 0
  let end = from
  for (const bar of chain) {
    covered += Math.max(0, bar.to - Math.max(end, bar.from))
    end = Math.max(end, bar.to)
  }
  return covered >= shortest && covered >= COVERED * (to - from)
}

type Span = { at: number; from: number; to: number }

function spanOf(chain: readonly Bar[]): Span {
  const length = chain.reduce((sum, { from, to }) => sum + to - from, 0)
  const at = chain.reduce((sum, bar) => sum + middleOf(bar) * (bar.to - bar.from), 0) / length
  return { at, from: Math.min(...chain.map(({ from }) => from)), to: Math.max(...chain.map(({ to }) => to)) }
}

/** A line whose end broke off goes on to the next line that crosses it; one that ends on such a line did not break off. */
function reach(span: Span, crossing: readonly Span[], long: number): Span {
  const most = WIDEST_BREAK * long
  let { from, to } = span
  const near = crossing.filter((other) => other.from <= span.at + most / 4 && other.to >= span.at - most / 4)
  const meets = (end: number) => near.some(({ at }) => Math.abs(at - end) <= MEET * long)
  const isOpen = { from: !meets(from), to: !meets(to) }
  for (const other of near) {
    if (isOpen.from && other.at < span.from && span.from - other.at <= most && (from === span.from || other.at > from))
      from = other.at
    if (isOpen.to && other.at > span.to && other.at - span.to <= most && (to === span.to || other.at < to)) to = other.at
  }
  return { at: span.at, from, to }
}

/**
 * Ink, and what is darker than its surroundings on both sides: bits for lines across and for lines down. Its rows are filled up
 * with white to a multiple of four.
 */
function markFaint({ width, height, data }: GreyImage, ink: Ink): Ink {
  const wide = (width + 3) & ~3
  const marks = wide === width ? ink.data.slice() : new Uint8Array(wide * height)
  if (wide > width) for (let y = 0; y < height; y++) marks.set(ink.data.subarray(y * width, (y + 1) * width), y * wide)
  const lightest = 255 - CONTRAST
  const above = ASIDE * width
  const fours = foursOf(data)
  for (let y = ASIDE; y < height - ASIDE; y++) {
    const row = y * width
    const shift = y * (wide - width)
    for (let at = row; at < row + width; at++) {
      if ((at & 3) === 0 && (fours[at >> 2]! & LIGHT) === LIGHT) {
        at += 3
        continue
      }
      const grey = data[at]!
      if (grey >= lightest || grey <= ink.threshold) continue
      const most = grey + CONTRAST
      if (most < data[at - above]! && most < data[at + above]!) marks[at + shift]! |= FAINT_ACROSS
      if (most < data[at - ASIDE]! && most < data[at + ASIDE]!) marks[at + shift]! |= FAINT_DOWN
    }
  }
  return { ...ink, width: wide, data: marks }
}

/** Runs of ink along every other row; ink on the row above or below counts too, so that none is missed and lines may slant. */
function runsAcross({ width, height, data }: Ink, shortest: number): Run[] {
  const runs: Run[] = []
  const fours = foursOf(data)
  const beside = width >> 2
  for (let y = 1; y + 1 < height && runs.length < MOST_RUNS; y += 2) {
    let from = -1
    let last = -1
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const i = at >> 2
      if ((at & 3) === 0 && (fours[i]! | fours[i - beside]! | fours[i + beside]!) === 0) {
        x += 3
        at += 3
        continue
      }
      if (((data[at]! | data[at - width]! | data[at + width]!) & ACROSS) === 0) continue
      if (from < 0 || x - last > GAP) {
        if (from >= 0 && last + 1 - from >= shortest) runs.push({ at: y, from, to: last + 1 })
        from = x
      }
      last = x
    }
    if (from >= 0 && last + 1 - from >= shortest) runs.push({ at: y, from, to: last + 1 })
  }
  return runs
}

function runsDown({ width, height, data }: Ink, shortest: number): Run[] {
  const runs: Run[] = []
  const froms = new Int32Array(width).fill(-1)
  const lasts = new Int32Array(width).fill(-1)
  const end = (x: number) => {
    if (froms[x]! >= 0 && lasts[x]! + 1 - froms[x]! >= shortest) runs.push({ at: x, from: froms[x]!, to: lasts[x]! + 1 })
  }
  const fours = foursOf(data)
  for (let y = 0, row = 0; y < height; y++, row += width) {
    for (let x = 1; x + 1 < width; x += 2) {
      const at = row + x
      if ((at & 3) === 1 && (fours[at >> 2]! | fours[(at >> 2) + 1]!) === 0) {
        x += 2
        continue
      }
      if (((data[at]! | data[at - 1]! | data[at + 1]!) & DOWN) === 0) continue
      if (froms[x]! < 0 || y - lasts[x]! > GAP) {
        end(x)
        froms[x] = y
      }
      lasts[x] = y
    }
  }
  for (let x = 1; x + 1 < width; x += 2) end(x)
  return runs.sort((a, b) => a.at - b.at || a.from - b.from)
}

/** Is most of the bar a line by itself, with paper on both sides of it? */
function isThin(
  { first, last, from, to }: Bar,
  { width, height, data }: Ink,
  beside: number,
  thickest: number,
  long: number,
): boolean {
  const along = beside === 1 ? width : 1
  const marks = beside === 1 ? DOWN : ACROSS
  const limit = (beside === 1 ? width : height) - 1
  let thin = 0
  for (let k = from; k < to; k++) {
    const start = k * along
    let low = first
    let high = last
    while (low > 0 && last - low <= 2 * thickest && data[start + (low - 1) * beside]! & marks) low--
    while (high < limit && high - first <= 2 * thickest && data[start + (high + 1) * beside]! & marks) high++
    if (high - low <= last - first + 4) thin++
  }
  return thin >= (to - from > long ? THIN_LONG : THIN_SHORT) * (to - from)
}

/** Runs on neighbouring rows that overlap, or follow each other, are one bar. */
function barsOf(runs: readonly Run[]): Bar[] {
  const bars = new Set<Bar>()
  let open: Bar[] = []
  for (const run of runs) {
    open = open.filter((bar) => run.at - bar.last <= 3)
    const home: Bar = { runs: [run], first: run.at, last: run.at, from: run.from, to: run.to }
    for (const bar of open) {
      if (run.from > bar.to + GAP || run.to < bar.from - GAP) continue
      bars.delete(bar)
      // The longer list takes in the shorter one.
      const [few, many] = bar.runs.length < home.runs.length ? [bar.runs, home.runs] : [home.runs, bar.runs]
      for (const each of few) many.push(each)
      home.runs = many
      home.first = Math.min(home.first, bar.first)
      home.from = Math.min(home.from, bar.from)
      home.to = Math.max(home.to, bar.to)
    }
    open = [...open.filter((bar) => bars.has(bar)), home]
    bars.add(home)
  }
  return [...bars]
}

function isRule({ first, last, from, to }: Bar, thickest: number): boolean {
  const thickness = last + 1 - first
  return thickness <= Math.max(thickest, 0.012 * (to - from)) && to - from > 6 * thickness
}
