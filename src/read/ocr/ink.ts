// A grey image becomes ink: one byte a pixel, 1 where it is dark, by Otsu's threshold.
import type { GreyImage } from './image.ts'

export type Ink = { width: number; height: number; data: Uint8Array /** The lightest grey that is ink. */; threshold: number }

// A page that is nearly all white has no second peak to find; paper is never this dark.
const DARKEST_PAPER = 200
const LIGHTEST_INK = 60
// Greys are counted at every so many pixels; no line or pattern of a page repeats at this step.
const SAMPLE = 13

export function inkOf({ width, height, data }: GreyImage, known: number | null = null): Ink {
  const threshold = known ?? thresholdFor(data)
  const ink = new Uint8Array(data.length)
  // The sign of the difference: a branch would be guessed wrong at every edge of a letter.
  const lightest = threshold + 1
  for (let i = 0; i < ink.length; i++) ink[i] = (data[i]! - lightest) >>> 31
  return { width, height, data: ink, threshold }
}

export function countInk({ data }: Ink): number {
  let count = 0
  for (let i = 0; i < data.length; i++) count += data[i]!
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
