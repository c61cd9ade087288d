// A grey image becomes ink: one byte a pixel, 1 where it is dark, by Otsu's threshold.
import { foursOf, type GreyImage } from './image.ts'

export type Ink = { width: number; height: number; data: Uint8Array /** The lightest grey that is ink. */; threshold: number }

// A page that is nearly all white has no second peak to find; paper is never this dark.
const DARKEST_PAPER = 200
const LIGHTEST_INK = 60
// Greys are counted at every so many pixels; no line or pattern of a page repeats at this step.
const SAMPLE = 13

export function inkOf({ width, height, data }: GreyImage, known: number | null = null): Ink {
  const threshold = known ?? thresholdFor(data)
  const ink = new Uint8Array(data.length)
  const even = data.byteOffset % 2 === 0 ? data : data.slice()
  const pairs = new Uint16Array(even.buffer, even.byteOffset, even.length >> 1)
  const inkPairs = new Uint16Array(ink.buffer, ink.byteOffset, ink.length >> 1)
  const table = pairTable(threshold)
  for (let i = 0; i < pairs.length; i++) inkPairs[i] = table[pairs[i]!]!
  for (let i = 2 * pairs.length; i < ink.length; i++) ink[i] = data[i]! <= threshold ? 1 : 0
  return { width, height, data: ink, threshold }
}

/** The ink of two pixels by their greys, whichever of them comes first. */
function pairTable(threshold: number): Uint16Array {
  const table = new Uint16Array(65_536)
  for (let high = 0; high < 256; high++)
    for (let low = 0; low < 256; low++) table[(high << 8) | low] = (high <= threshold ? 256 : 0) | (low <= threshold ? 1 : 0)
  return table
}

// Each of the four counts in a number holds up to 255.
const MOST_SUMS = 255

export function countInk({ data }: Ink): number {
  const fours = foursOf(data)
  let count = 0
  for (let from = 0; from < fours.length; from += MOST_SUMS) {
    const to = Math.min(fours.length, from + MOST_SUMS)
    let sums = 0
    for (let i = from; i < to; i++) sums = (sums + fours[i]!) | 0
    count += (sums & 255) + ((sums >>> 8) & 255) + ((sums >>> 16) & 255) + (sums >>> 24)
  }
  for (let i = 4 * fours.length; i < data.length; i++) count += data[i]!
  return count
}

function thresholdFor(data: Uint8Array): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let i = 0; i < data.length; i += SAMPLE) {
    counts[data[i]!]!++
    total++
  }
  return thresholdOf(counts, total)
}

/** The grey that parts the two classes best: their means lie furthest apart, weighed by their sizes. Midway where many do. */
export function thresholdOf(counts: ArrayLike<number>, total: number): number {
  let sum = 0
  for (let grey = 0; grey < 256; grey++) sum += grey * counts[grey]!
  let first = 128
  let last = 128
  let most = -1
  let dark = 0
  let darkSum = 0
  for (let grey = 0; grey < 255; grey++) {
    dark += counts[grey]!
    darkSum += grey * counts[grey]!
    const light = total - dark
    if (dark === 0 || light === 0) continue
    const distance = darkSum / dark - (sum - darkSum) / light
    const between = dark * light * distance * distance
    if (between > most) {
      most = between
      first = grey
    }
    if (between >= most) last = grey
  }
  return Math.min(DARKEST_PAPER, Math.max(LIGHTEST_INK, (first + last) >> 1))
}
