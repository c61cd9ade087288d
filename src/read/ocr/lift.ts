// Ruling lines are lifted out of a page's image, so that letters stand alone.
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'
import type { Bar } from './rules.ts'

/** Paints the bars white, but for the strokes of letters that cross them. */
export function liftRules(image: GreyImage, ink: Ink, across: readonly Bar[], down: readonly Bar[]): void {
  for (const bar of across) liftBar(image, ink, bar, 1, image.width)
  for (const bar of down) liftBar(image, ink, bar, image.width, 1)
}

/** `along` and `beside` are the steps from a pixel to its neighbour along the bar and beside it. */
function liftBar({ width, height, data }: GreyImage, ink: Ink, bar: Bar, along: number, beside: number): void {
  const limit = along === 1 ? height : width
  const thickness = usualThickness(ink, bar, along, beside, limit)
  const most = thickness + Math.max(3, thickness)
  for (const run of bar.runs) {
    for (let k = run.from; k < run.to; k++) {
      const at = run.at * beside + k * along
      let low = run.at
      let high = run.at
      while (low > 0 && run.at - low <= most && ink.data[at - (run.at - low + 1) * beside]) low--
      while (high + 1 < limit && high - run.at <= most && ink.data[at + (high - run.at + 1) * beside]) high++
      if (high - low + 1 > most) continue
      const first = Math.max(0, low - 1)
      const last = Math.min(limit - 1, high + 1)
      for (let line = first; line <= last; line++) {
        data[at + (line - run.at) * beside] = 255
        ink.data[at + (line - run.at) * beside] = 0
      }
    }
  }
}

function usualThickness(ink: Ink, bar: Bar, along: number, beside: number, limit: number): number {
  const samples: number[] = []
  const longest = bar.runs.reduce((best, run) => (run.to - run.from > best.to - best.from ? run : best))
  const step = Math.max(1, Math.floor((longest.to - longest.from) / 64))
  for (let k = longest.from; k < longest.to; k += step) {
    const at = longest.at * beside + k * along
    let low = longest.at
    let high = longest.at
    while (low > 0 && ink.data[at - (longest.at - low + 1) * beside]) low--
    while (high + 1 < limit && ink.data[at + (high - longest.at + 1) * beside]) high++
    samples.push(high - low + 1)
  }
  return samples.sort((a, b) => a - b)[samples.length >> 1] ?? 1
}
