// A grey image becomes a larger or smaller one: a pixel lies between its neighbours, or is the mean of those that it covers.
import { type Affine, IDENTITY, scaling } from '../../model/affine.ts'
import type { GreyImage } from './image.ts'

// Pixels along the longer side: A4 has 2,339 at 200 dpi and 3,508 at 300. More tells no more; with less than 110 dpi marks melt.
const MOST = 4200
const WANTED = 3508
const FEWEST = 1300
const LARGER = 2

/** An image of the size that engines read best; `back` maps its pixels to those of the image before. */
export function fitImage(image: GreyImage): { image: GreyImage; back: Affine } {
  const long = Math.max(image.width, image.height)
  if (long > MOST) return { image: shrink(image, WANTED / long), back: scaling(long / WANTED) }
  if (long < FEWEST) return { image: enlarge(image, LARGER), back: scaling(1 / LARGER) }
  return { image, back: IDENTITY }
}

function shrink({ width, height, data }: GreyImage, factor: number): GreyImage {
  const w = Math.max(1, Math.floor(width * factor))
  const h = Math.max(1, Math.floor(height * factor))
  const sums = new Uint32Array(w)
  const counts = new Uint16Array(w)
  const target = new Int32Array(width)
  for (let x = 0; x < width; x++) target[x] = Math.min(w - 1, Math.floor(x * factor))
  const out = new Uint8Array(w * h)
  let y = 0
  for (let row = 0; row < h; row++) {
    sums.fill(0)
    counts.fill(0)
    for (; y < height && (Math.floor(y * factor) <= row || row === h - 1); y++)
      for (let x = 0, at = y * width; x < width; x++, at++) {
        sums[target[x]!]! += data[at]!
        counts[target[x]!]!++
      }
    for (let x = 0; x < w; x++) out[row * w + x] = counts[x] ? sums[x]! / counts[x]! : 255
  }
  return { width: w, height: h, data: out }
}

function enlarge({ width, height, data }: GreyImage, factor: number): GreyImage {
  const w = width * factor
  const h = height * factor
  const out = new Uint8Array(w * h)
  for (let y = 0, at = 0; y < h; y++) {
    const sourceY = Math.max(0, Math.min(height - 1, (y + 0.5) / factor - 0.5))
    const top = Math.floor(sourceY) * width
    const below = Math.min(height - 1, Math.floor(sourceY) + 1) * width
    const fy = sourceY - Math.floor(sourceY)
    for (let x = 0; x < w; x++, at++) {
      const sourceX = Math.max(0, Math.min(width - 1, (x + 0.5) / factor - 0.5))
      const left = Math.floor(sourceX)
      const right = Math.min(width - 1, left + 1)
      const fx = sourceX - left
      const upper = data[top + left]! * (1 - fx) + data[top + right]! * fx
      const lower = data[below + left]! * (1 - fx) + data[below + right]! * fx
      out[at] = upper * (1 - fy) + lower * fy + 0.5
    }
  }
  return { width: w, height: h, data: out }
}
