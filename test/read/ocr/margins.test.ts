// What lies around a scanned sheet is wiped, and nothing that is printed on it.
import { describe, expect, it } from 'vitest'
import type { GreyImage } from '../../../src/read/ocr/image.ts'
import { inkOf } from '../../../src/read/ocr/ink.ts'
import { wipeMargins } from '../../../src/read/ocr/margins.ts'
import { likelyTurns } from '../../../src/read/ocr/turn.ts'

const WIDTH = 1400
const HEIGHT = 1980

type Draw = (image: GreyImage) => void

const box =
  (x0: number, y0: number, x1: number, y1: number, grey = 0): Draw =>
  ({ width, data }) => {
    for (let y = y0; y < y1; y++) data.fill(grey, y * width + x0, y * width + x1)
  }
const disc =
  (cx: number, cy: number, radius: number): Draw =>
  ({ width, data }) => {
    for (let y = -radius; y <= radius; y++) {
      const half = Math.floor(Math.sqrt(radius * radius - y * y))
      data.fill(0, (cy + y) * width + cx - half, (cy + y) * width + cx + half)
    }
  }
/** The lid beside a sheet that lies a little askew. */
const wedge: Draw = ({ width, height, data }) => {
  for (let y = 0; y < height; y++) data.fill(10, y * width, y * width + 60 + Math.round(y / 60))
}
const frame: Draw = (image) => {
  box(40, 40, 1360, 48)(image)
  box(40, 40, 48, 1940)(image)
}
/** Strokes as of letters, in lines over the sheet. */
const text: Draw = (image) => {
  for (let y = 300; y < 1700; y += 50) for (let x = 200; x < 1200; x += 14) box(x, y, x + 5, y + 22)(image)
}

const pageOf = (...draw: Draw[]): GreyImage => {
  const image = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT).fill(240) }
  for (const each of draw) each(image)
  return image
}
const inkIn = ({ data }: { data: Uint8Array }, x0: number, y0: number, x1: number, y1: number) => {
  let count = 0
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) count += data[y * WIDTH + x]!
  return count
}
const wiped = (...draw: Draw[]) => {
  const image = pageOf(...draw)
  const ink = inkOf(image)
  wipeMargins(image, ink)
  return { image, ink }
}

describe('wipeMargins', () => {
  it.each<[string, Draw, [number, number, number, number]]>([
    ['the lid at the left', box(0, 0, 70, HEIGHT), [0, 0, 80, HEIGHT]],
    ['the lid beside a sheet that lies askew', wedge, [0, 0, 95, HEIGHT]],
    ['the lid around the foot', box(0, 1900, WIDTH, HEIGHT), [0, 1890, WIDTH, HEIGHT]],
    ['a hole of the punch', disc(90, 700, 20), [60, 670, 120, 730]],
  ])('wipes %s', (_, draw, area) => {
    const { ink, image } = wiped(text, draw)
    expect(inkIn(ink, ...area)).toBe(0)
    expect(inkIn(inkOf(image, ink.threshold), ...area)).toBe(0)
    expect(inkIn(ink, 200, 300, 1200, 1700)).toBe(inkIn(inkOf(pageOf(text)), 200, 300, 1200, 1700))
  })

  it.each<[string, Draw]>([
    ['ruling lines that run to the edge of the paper', box(0, 800, WIDTH, 806)],
    ['a thick frame', frame],
    ['a black bar in the middle of the page', box(500, 900, 900, 960)],
    ['a round sign in the text', disc(700, 900, 20)],
    ['a bold dash near the edge', box(60, 700, 90, 708)],
    ['a page that is dark all over', box(0, 0, WIDTH, 1500, 20)],
  ])('leaves %s', (_, draw) => {
    const before = inkOf(pageOf(text, draw))
    expect(Buffer.compare(wiped(text, draw).ink.data, before.data)).toBe(0)
  })

  it('lets a page with a lid beside it stand upright', () => {
    expect(likelyTurns(wiped(text, box(0, 0, 120, HEIGHT)).ink)[0]).toBe(0)
  })
})
