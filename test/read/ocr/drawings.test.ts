import { describe, expect, it } from 'vitest'
import { liftDrawings } from '../../../src/read/ocr/drawings.ts'
import type { GreyImage } from '../../../src/read/ocr/image.ts'
import { countInk, inkOf } from '../../../src/read/ocr/ink.ts'

const SIDE = 200
const LINE = 20

function drawn(isInk: (x: number, y: number) => boolean): GreyImage {
  const data = new Uint8Array(SIDE * SIDE).fill(255)
  for (let y = 0; y < SIDE; y++) for (let x = 0; x < SIDE; x++) if (isInk(x, y)) data[y * SIDE + x] = 0
  return { width: SIDE, height: SIDE, data }
}

const ring = (x: number, y: number) => Math.abs(Math.hypot(x - 100, y - 100) - 60) < 2
const stroke = (x: number, y: number) => Math.abs(x - y) < 3 && x > 20 && x < 150
const letters = (x: number, y: number) => x % 12 < 3 && y >= 90 && y < 110
const rule = (_: number, y: number) => y === 50
const block = (x: number, y: number) => x > 20 && x < 180 && y > 20 && y < 180 && (x + y) % 3 > 0

describe('liftDrawings', () => {
  it.each([
    ['the ring of a seal', ring, 1],
    ['the stroke of a signature', stroke, 1],
    ['a line of letters', letters, 0],
    ['a rule', rule, 0],
    ['a picture', block, 0],
  ])('knows %s', (_, isInk, count) => {
    const image = drawn(isInk)
    const ink = inkOf(image, 128)
    const before = countInk(ink)
    expect(liftDrawings(image, ink, LINE)).toBe(count)
    expect(countInk(ink)).toBe(count > 0 ? 0 : before)
    expect(image.data.includes(0)).toBe(count === 0)
  })

  it('leaves the letters inside a seal', () => {
    const inner = (x: number, y: number) => letters(x, y) && Math.hypot(x - 100, y - 100) < 50
    const image = drawn((x, y) => ring(x, y) || inner(x, y))
    const ink = inkOf(image, 128)
    liftDrawings(image, ink, LINE)
    expect(countInk(ink)).toBe(countInk(inkOf(drawn(inner), 128)))
  })

  it.each([
    ['grey is lifted from the letters that it crosses', 120, true],
    ['black takes the letters that it crosses with it', 0, false],
  ])('a seal in %s', (_, grey, stays) => {
    const image = drawn(letters)
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) if (ring(x, y) && !letters(x, y)) image.data[y * SIDE + x] = grey
    const ink = inkOf(image, 150)
    liftDrawings(image, ink, LINE)
    const crossed = (x: number) => Array.from({ length: 20 }, (_, i) => ink.data[(90 + i) * SIDE + x]!).includes(1)
    expect([36, 37, 38].every(crossed)).toBe(stays)
    expect(ink.data[40 * SIDE + 100]).toBe(0)
  })

  it('lifts a seal whose grey is uneven as a whole', () => {
    const image = drawn(() => false)
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) if (ring(x, y)) image.data[y * SIDE + x] = (x * 7 + y * 13) % 5 === 0 ? 10 : 120
    const ink = inkOf(image, 150)
    liftDrawings(image, ink, LINE)
    expect(countInk(ink)).toBe(0)
  })
})
