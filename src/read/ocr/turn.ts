// A page that lies on its side or stands on its head is turned upright by quarters.
import { type Affine, IDENTITY } from '../../model/affine.ts'
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

export type Quarters = 0 | 1 | 2 | 3

// Lines of text make rows of ink and rows of paper; columns are mixed. On its side a page has it the other way round. Tables may
// be even both ways.
const SIDEWAYS = 1.35
const UPRIGHT = 0.75
// Share of the longer side: strokes of letters are shorter, ruling lines and pictures longer.
const LONGEST = 0.025
const STEP = 2

/** Quarters to try, the likeliest first. Looks at one pixel of so many each way. */
export function likelyTurns(ink: Ink): readonly Quarters[] {
  const width = Math.floor(ink.width / STEP)
  const height = Math.floor(ink.height / STEP)
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  const longest = LONGEST * Math.max(width, height)
  const starts = new Int32Array(width).fill(-1)
  for (let y = 0; y <= height; y++) {
    let start = -1
    for (let x = 0; x <= width; x++) {
      const isInk = x < width && y < height && ink.data[y * STEP * ink.width + x * STEP] === 1
      if (isInk && start < 0) start = x
      if (!isInk && start >= 0) {
        if (x - start < longest) rows[y]! += x - start
        start = -1
      }
      if (x === width) continue
      if (isInk && starts[x]! < 0) starts[x] = y
      if (!isInk && starts[x]! >= 0) {
        if (y - starts[x]! < longest) columns[x]! += y - starts[x]!
        starts[x] = -1
      }
    }
  }
  const ratio = roughness(columns) / (roughness(rows) || 1)
  if (ratio > SIDEWAYS) return [1, 3, 0, 2]
  return ratio < UPRIGHT ? [0, 2] : [0, 1, 3, 2]
}

/** How much neighbouring counts differ, for their size. */
function roughness(counts: Float64Array): number {
  let changes = 0
  let sum = 0
  for (let i = 2; i < counts.length; i++) {
    changes += Math.abs(counts[i]! - counts[i - 2]!)
    sum += counts[i]!
  }
  return sum === 0 ? 0 : changes / sum
}

/** Turns clockwise; `back` maps the turned pixels to those before. */
export function turnImage(image: GreyImage, quarters: Quarters): { image: GreyImage; back: Affine } {
  const { width, height, data } = image
  if (quarters === 0) return { image, back: IDENTITY }
  const turned = new Uint8Array(data.length)
  if (quarters === 2) {
    for (let i = 0, j = data.length - 1; j >= 0; i++, j--) turned[i] = data[j]!
    return { image: { width, height, data: turned }, back: [-1, 0, 0, -1, width, height] }
  }
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      turned[quarters === 1 ? x * height + height - 1 - y : (width - 1 - x) * height + y] = data[at]!
  const back: Affine = quarters === 1 ? [0, -1, 1, 0, 0, height] : [0, 1, -1, 0, width, 0]
  return { image: { width: height, height: width, data: turned }, back }
}
