// Ink becomes the angle that its lines of text stand at; an image is turned straight by it.
import type { Affine } from '../../model/affine.ts'
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

// Degrees. Feeders slant a sheet by a few degrees at most; below the least, turning costs more sharpness than it gives.
const WIDEST = 5
const COARSE = 0.25
const FINE = 0.03
export const LEAST_SKEW = 0.1
// Columns of pixels taken together; rows stay apart, a tenth of a degree is three of them.
const CELL = 4
// The coarse search looks at one point in so many.
const SPARSE = 6
// Pixels: ruling lines are thinner, strokes of letters longer.
const STROKE = 6

/** Degrees by which the lines fall towards the right (y grows downwards); 0 where no angle stands out. */
export function skewOf(ink: Ink): number {
  const points = footPoints(ink)
  if (points.count < 200) return 0
  const { best: coarse } = search(points, -WIDEST, WIDEST, COARSE, SPARSE)
  const { best } = search(points, coarse.angle - COARSE, coarse.angle + COARSE, FINE, 1)
  const level = sharpness(points, 0, 1)
  return best.value > 1.02 * level && Math.abs(best.angle) < WIDEST - FINE ? best.angle : 0
}

/** How far the best angle of the lines stands out above all angles: 1 where there are no lines. */
export function lineStrength(ink: Ink, isDown: boolean): number {
  const points = isDown ? sidePoints(ink) : footPoints(ink, STROKE)
  if (points.count < 200) return 1
  const { best, mean } = search(points, -WIDEST, WIDEST, COARSE, SPARSE)
  return best.value / mean
}

type Points = { xs: Int32Array; ys: Int32Array; count: number; rows: number }
type Found = { angle: number; value: number }

/** Where ink stands over paper, column by column: the feet of letters and lines; of strokes as high as `stroke` only. */
function footPoints({ width, height, data }: Ink, stroke = 0): Points {
  const columns = Math.floor(width / CELL)
  const points = { xs: new Int32Array(columns * 256), ys: new Int32Array(columns * 256), count: 0, rows: height }
  for (let y = stroke; y + 1 < height && points.count + columns < points.xs.length; y++) {
    const row = y * width
    for (let x = 0; x < columns; x++) {
      const at = row + x * CELL + (CELL >> 1)
      if (!data[at] || data[at + width] || !data[at - stroke * width]) continue
      points.xs[points.count] = x * CELL
      points.ys[points.count++] = y
    }
  }
  return points
}

/** The same for a page on its side: where a stroke has paper at its right. */
function sidePoints({ width, height, data }: Ink): Points {
  const rows = Math.floor(height / CELL)
  const points = { xs: new Int32Array(rows * 256), ys: new Int32Array(rows * 256), count: 0, rows: width }
  for (let y = 0; y < rows && points.count + width < points.xs.length; y++) {
    const row = (y * CELL + (CELL >> 1)) * width
    for (let x = STROKE; x + 1 < width; x++) {
      const at = row + x
      if (!data[at] || data[at + 1] || !data[at - STROKE]) continue
      points.xs[points.count] = y * CELL
      points.ys[points.count++] = x
    }
  }
  return points
}

function search(points: Points, from: number, to: number, step: number, sparse: number): { best: Found; mean: number } {
  let best: Found = { angle: 0, value: -1 }
  let sum = 0
  let count = 0
  for (let i = 0; from + i * step <= to + 1e-9; i++) {
    const angle = from + i * step
    const value = sharpness(points, angle, sparse)
    sum += value
    count++
    if (value > best.value) best = { angle, value }
  }
  return { best, mean: sum / count }
}

// A pixel in fixed point.
const ONE = 65536
const HALF = 32768
// Rows that count as one: letters of one line do not all stand on one row of pixels.
const FOOT = 2

/** How sharply the feet gather on rows when the page is turned back by the angle: the sum of the squares of their counts. */
function sharpness({ xs, ys, count, rows }: Points, angle: number, sparse: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * 2 * rows) + 2
  const counts = new Int32Array(((rows + 2 * margin) / FOOT + 2) | 0)
  for (let i = 0; i < count; i += sparse) counts[((ys[i]! - xs[i]! * slope + margin) / FOOT) | 0]!++
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += counts[i]! * counts[i]!
  return sum
}

/**
 * Turns an image straight; `back` maps the turned pixels to those of the image before. What comes in from outside is white. The ink
 * of the turned image is made on the way, in the memory of `ink`.
 */
export function straighten(
  { width, height, data }: GreyImage,
  angle: number,
  ink: Ink,
): { image: GreyImage; ink: Ink; back: Affine } {
  const radians = (angle * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  const middleX = width / 2
  const middleY = height / 2
  const back: Affine = [cos, sin, -sin, cos, middleX - cos * middleX + sin * middleY, middleY - sin * middleX - cos * middleY]
  const turned = new Uint8Array(width * height).fill(255)
  const marks = ink.data.fill(0)
  const { threshold } = ink
  // Places in 1/65536 of a pixel, weights in 1/256: whole numbers are twice as fast.
  const stepX = Math.round(cos * ONE)
  const stepY = Math.round(sin * ONE)
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  for (let y = 0, at = 0; y < height; y++) {
    let sourceX = Math.round((back[2] * y + back[4]) * ONE)
    let sourceY = Math.round((back[3] * y + back[5]) * ONE)
    for (let x = 0; x < width; x++, at++, sourceX += stepX, sourceY += stepY) {
      const left = sourceX >> 16
      const top = sourceY >> 16
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const from = top * width + left
      // Four or eight white pixels over as many others: all but the last of the turned ones are white too.
      if (left + 4 < width && (view.getInt32(from, true) & view.getInt32(from + width, true)) === -1) {
        const isLong = left + 8 < width && (view.getInt32(from + 4, true) & view.getInt32(from + width + 4, true)) === -1
        const more = isLong ? 6 : 2
        if (x + more < width && (sourceY + more * stepY) >> 16 === top) {
          x += more
          at += more
          sourceX += more * stepX
          sourceY += more * stepY
          continue
        }
      }
      const a = data[from]!
      const b = data[from + 1]!
      const c = data[from + width]!
      const d = data[from + width + 1]!
      if ((a & b & c & d) === 255) continue
      const fx = (sourceX >> 8) & 255
      const fy = (sourceY >> 8) & 255
      const upper = (a << 8) + (b - a) * fx
      const lower = (c << 8) + (d - c) * fx
      const grey = ((upper << 8) + (lower - upper) * fy + HALF) >> 16
      turned[at] = grey
      if (grey <= threshold) marks[at] = 1
    }
  }
  return { image: { width, height, data: turned }, ink: { width, height, data: marks, threshold }, back }
}
