// A grey image becomes a larger or smaller one: each pixel is the mean of what it covers, or lies between its neighbours.
import type { GreyImage } from './image.ts'

export function scaleImage({ width, height, data }: GreyImage, factor: number): GreyImage {
  const w = Math.round(width * factor)
  const h = Math.round(height * factor)
  const out = new Uint8Array(w * h)
  const columns = new Int32Array(w)
  const weights = new Int32Array(w)
  for (let x = 0; x < w; x++) {
    const source = Math.max(0, Math.min(width - 1.001, (x + 0.5) / factor - 0.5))
    columns[x] = source
    weights[x] = (source - columns[x]!) * 256
  }
  for (let y = 0, at = 0; y < h; y++) {
    const source = Math.max(0, Math.min(height - 1.001, (y + 0.5) / factor - 0.5))
    const top = Math.floor(source)
    const down = Math.floor((source - top) * 256)
    const row = top * width
    for (let x = 0; x < w; x++, at++) {
      const from = row + columns[x]!
      const weight = weights[x]!
      const upper = data[from]! * (256 - weight) + data[from + 1]! * weight
      const lower = data[from + width]! * (256 - weight) + data[from + width + 1]! * weight
      out[at] = (upper * (256 - down) + lower * down + 32768) >> 16
    }
  }
  return { width: w, height: h, data: out }
}
