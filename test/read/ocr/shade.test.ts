// A page in shade is lit evenly; one that is evenly lit, however grey, stays as it is.
import { describe, expect, it } from 'vitest'
import type { GreyImage } from '../../../src/read/ocr/image.ts'
import { countInk, inkOf } from '../../../src/read/ocr/ink.ts'
import { evenLight } from '../../../src/read/ocr/shade.ts'

const WIDTH = 900
const HEIGHT = 1200

/** Strokes as of letters, of a third of the light that their paper has. */
const pageOf = (paper: (x: number, y: number) => number): GreyImage => {
  const data = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const isStroke = x > 100 && x < 800 && y > 100 && y < 1100 && x % 14 < 4 && y % 40 < 20
      data[y * WIDTH + x] = paper(x, y) * (isStroke ? 0.33 : 1)
    }
  return { width: WIDTH, height: HEIGHT, data }
}
const strokes = countInk(inkOf(pageOf(() => 240)))

describe('evenLight', () => {
  it.each<[string, (x: number, y: number) => number]>([
    ['a shadow that falls from the left', (x) => 90 + (150 * x) / WIDTH],
    ['a soft shadow over a corner', (x, y) => 110 + 125 * Math.min(1, Math.max(0, (x + y - 700) / 500))],
  ])('brings out the ink in %s', (_, paper) => {
    const page = pageOf(paper)
    expect(evenLight(page)).toBe(true)
    expect(Math.abs(countInk(inkOf(page)) - strokes)).toBeLessThan(0.05 * strokes)
  })

  it.each<[string, (x: number, y: number) => number]>([
    ['white paper', () => 250],
    ['grey paper', () => 170],
    ['paper with a black lid beside it', (x) => (x < 60 ? 8 : 240)],
    ['paper with a small picture', (x, y) => (x > 400 && x < 500 && y > 500 && y < 600 ? 90 : 240)],
  ])('leaves %s alone', (_, paper) => {
    const page = pageOf(paper)
    const before = Buffer.from(page.data)
    expect(evenLight(page)).toBe(false)
    expect(Buffer.compare(page.data, before)).toBe(0)
  })
})
