// A page that is turned straight: its pixels lie between those of the page before, its ink is that of its pixels.
import { describe, expect, it } from 'vitest'
import { inkOf } from '../../../src/read/ocr/ink.ts'
import { straighten } from '../../../src/read/ocr/skew.ts'

/** Rows of strokes on white paper with some grain. */
function page(width: number, height: number) {
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (y % 30 < 12 && x % 9 < 3 && x > 20 && x < width - 20) data[y * width + x] = 20 + ((x * y) % 60)
      else if ((x * 7 + y * 13) % 101 === 0) data[y * width + x] = 250
    }
  return { width, height, data }
}

/** The same by the definition: between the four pixels around the place that a turned one comes from. */
function slowly({ width, height, data }: ReturnType<typeof page>, back: readonly number[]) {
  const turned = new Float64Array(width * height).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = back[0]! * x + back[2]! * y + back[4]!
      const v = back[1]! * x + back[3]! * y + back[5]!
      const [left, top] = [Math.floor(u), Math.floor(v)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const upper = data[at]! * (1 - u + left) + data[at + 1]! * (u - left)
      const lower = data[at + width]! * (1 - u + left) + data[at + width + 1]! * (u - left)
      turned[y * width + x] = upper * (1 - v + top) + lower * (v - top)
    }
  return turned
}

describe('straighten', () => {
  it.each([
    [301, 200, 0.4],
    [300, 203, -0.7],
    [298, 199, 3.2],
    [13, 9, -4.8],
  ])('turns %d × %d pixels by %f degrees', (width, height, angle) => {
    const image = page(width, height)
    const before = inkOf(image)
    const { image: turned, ink, back } = straighten({ ...image, data: image.data.slice() }, angle, inkOf(image))
    const wanted = slowly(image, back)
    // Places are taken in whole parts of a pixel: at an edge of the page one may fall on the other side.
    const off = wanted.filter((grey, i) => Math.abs(grey - turned.data[i]!) > 3)
    expect(off.length).toBeLessThanOrEqual(2)
    expect(ink).toEqual(inkOf(turned, before.threshold))
  })
})
