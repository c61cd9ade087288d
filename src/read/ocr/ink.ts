// A grey image becomes ink: one byte a pixel, 1 where it is dark, by Otsu's threshold.
import type { GreyImage } from './image.ts'

export type Ink = { width: number; height: number; data: Uint8Array }

// A page that is nearly all white has no second peak to find; paper is never this dark.
const DARKEST_PAPER = 200
const LIGHTEST_INK = 60

export function inkOf({ width, height, data }: GreyImage): Ink {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i++) counts[data[i]!]!++
  const threshold = thresholdOf(counts, data.length)
  const ink = new Uint8Array(data.length)
  for (let i = 0; i < data.length; i++) ink[i] = data[i]! <= threshold ? 1 : 0
  return { width, height, data: ink }
}

/** The grey that parts the two classes best: their means lie furthest apart, weighed by their sizes. */
export function thresholdOf(counts: ArrayLike<number>, total: number): number {
  let sum = 0
  for (let grey = 0; grey < 256; grey++) sum += grey * counts[grey]!
  let best = 128
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
      best = grey
    }
  }
  return Math.min(DARKEST_PAPER, Math.max(LIGHTEST_INK, best))
}
