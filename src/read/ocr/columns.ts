// Ink becomes the places where two columns stand side by side (letterhead, closing block): each is recognised by itself.
import { foursOf } from './image.ts'
import type { Ink } from './ink.ts'

export type Area = { x0: number; y0: number; x1: number; y1: number }

type Gap = { from: number; to: number }
type Band = { y0: number; y1: number; left: number; right: number; gaps: Gap[] }

// Shares of the width and height that ink may fill of a row or column that still counts as blank: dust.
const DUST_ROW = 0.002
const DUST_COLUMN = 0.02
// Rows that part two lines; marks over letters stand closer.
const BLANK_ROWS = 3
// Shares of the line height: a gap that parts columns by itself, one that does over several lines, and the narrowest column.
const WIDE_GAP = 1.3
const LONG_GAP = 0.45
const NARROWEST = 2.5
const FARTHEST = 6
const TAIL = 0.3

/** Left and right areas, pair by pair from top to bottom. `lineHeight` in pixels. */
export function findColumns(ink: Ink, lineHeight: number): Area[] {
  const bands = bandsOf(ink, lineHeight)
  const areas: Area[] = []
  for (let i = 0; i < bands.length; ) {
    const [count, gap] = blockFrom(bands, i, lineHeight)
    if (gap) {
      const taken = bands.slice(i, i + count)
      // Tails of letters are too thin to count as rows: they belong to the line that they hang on.
      const tail = Math.round(TAIL * lineHeight)
      const y0 = Math.max(taken[0]!.y0 - tail, bands[i - 1]?.y1 ?? 0)
      const y1 = Math.min(taken.at(-1)!.y1 + tail, bands[i + count]?.y0 ?? ink.height)
      const middle = Math.round((gap.from + gap.to) / 2)
      areas.push({ x0: 0, y0, x1: middle, y1 }, { x0: middle, y0, x1: ink.width, y1 })
    }
    i += count
  }
  return areas
}

/** How many bands from `start` on leave one gap free, and that gap; null where nothing stands side by side. */
function blockFrom(bands: readonly Band[], start: number, lineHeight: number): [number, Gap | null] {
  const first = bands[start]!
  const widest = first.gaps.reduce<Gap | null>(
    (best, gap) => (best && best.to - best.from >= gap.to - gap.from ? best : gap),
    null,
  )
  if (!widest || widest.to - widest.from < WIDE_GAP * lineHeight) return [1, null]
  let gap = widest
  let count = 1
  for (; start + count < bands.length; count++) {
    const band = bands[start + count]!
    if (band.y0 - bands[start + count - 1]!.y1 > FARTHEST * lineHeight) break
    const next = freePart(gap, band)
    if (!next || next.to - next.from < LONG_GAP * lineHeight) break
    gap = next
  }
  const taken = bands.slice(start, start + count)
  const middle = (gap.from + gap.to) / 2
  const left = taken.filter((band) => band.left < middle)
  const right = taken.filter((band) => band.right > middle)
  if (left.length === 0 || right.length === 0) return [count, null]
  const isWide =
    middle - Math.min(...left.map((band) => band.left)) > NARROWEST * lineHeight &&
    Math.max(...right.map((band) => band.right)) - middle > NARROWEST * lineHeight
  return [count, isWide ? gap : null]
}

/** The widest part of the gap that the band leaves free. */
function freePart(gap: Gap, band: Band): Gap | null {
  const free = [{ from: 0, to: band.left }, ...band.gaps, { from: band.right, to: Number.POSITIVE_INFINITY }]
  let best: Gap | null = null
  for (const { from, to } of free) {
    const part = { from: Math.max(from, gap.from), to: Math.min(to, gap.to) }
    if (part.to > part.from && (!best || part.to - part.from > best.to - best.from)) best = part
  }
  return best
}

/** Stretches of rows with ink, and the gaps in their columns. */
function bandsOf({ width, height, data }: Ink, lineHeight: number): Band[] {
  const bands: Band[] = []
  const counts = new Uint16Array(width)
  let y0 = -1
  let blank = 0
  const end = (y1: number) => {
    const band = bandOf(counts, y0, y1, lineHeight)
    if (band) bands.push(band)
    counts.fill(0)
    y0 = -1
  }
  const fours = foursOf(data)
  for (let y = 0; y < height; y++) {
    let ink = 0
    const row = y * width
    for (let at = row; at < row + width; ) {
      if ((at & 3) === 0 && fours[at >> 2] === 0) at += 4
      else ink += data[at++]!
    }
    if (ink > DUST_ROW * width) {
      if (y0 < 0) y0 = y
      blank = 0
      for (let at = row; at < row + width; ) {
        if ((at & 3) === 0 && fours[at >> 2] === 0) at += 4
        else counts[at - row]! += data[at++]!
      }
    } else if (y0 >= 0 && ++blank >= BLANK_ROWS) end(y - blank + 1)
  }
  if (y0 >= 0) end(height)
  return bands
}

function bandOf(counts: Uint16Array, y0: number, y1: number, lineHeight: number): Band | null {
  const gaps: Gap[] = []
  const dust = Math.max(1, DUST_COLUMN * (y1 - y0))
  let left = -1
  let right = -1
  for (let x = 0; x < counts.length; x++) {
    if (counts[x]! <= dust) continue
    if (left < 0) left = x
    else if (x - right > LONG_GAP * lineHeight) gaps.push({ from: right, to: x })
    right = x + 1
  }
  return left < 0 ? null : { y0, y1, left, right, gaps }
}
