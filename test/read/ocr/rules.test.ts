// Ruling lines of tables by their ink.
import { describe, expect, it } from 'vitest'
import { findGrids } from '../../../src/read/layout/grid.ts'
import type { GreyImage } from '../../../src/read/ocr/image.ts'
import { inkOf } from '../../../src/read/ocr/ink.ts'
import { findRules } from '../../../src/read/ocr/rules.ts'

const SIDE = 1000

/** Lines of two pixels from (x0, y0) to (x1, y1). */
function gridOf(...lines: [x0: number, y0: number, x1: number, y1: number][]): string[] {
  const image: GreyImage = { width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE).fill(255) }
  for (const [x0, y0, x1, y1] of lines) for (let y = y0; y < y1 + 2; y++) image.data.fill(0, y * SIDE + x0, y * SIDE + x1 + 2)
  return findGrids(findRules(image, inkOf(image, 128)).rules).flatMap(({ cells }) =>
    cells.map(({ row, column, rowSpan, colSpan }) => `${row}.${column} ${rowSpan}x${colSpan}`),
  )
}

const FRAME = [
  [100, 100, 700, 100],
  [100, 180, 700, 180],
  [100, 100, 100, 180],
  [700, 100, 700, 180],
  [300, 100, 300, 180],
] as [number, number, number, number][]

describe('findRules', () => {
  it.each([130, 131, 129])('ends a line on the line that it meets, at %i', (from) => {
    expect(gridOf(...FRAME, [300, 130, 700, 130], [500, from, 500, 180])).toEqual(['0.0 2x1', '0.1 1x2', '1.1 1x1', '1.2 1x1'])
  })

  it('goes on with a line whose end broke off', () => {
    expect(gridOf(...FRAME, [500, 112, 500, 180])).toEqual(['0.0 1x1', '0.1 1x1', '0.2 1x1'])
  })

  it('leaves a row open that no line parts, low as it is', () => {
    const rows = [100, 130, 160].map((y): [number, number, number, number] => [100, y, 700, y])
    const sides = [100, 700].map((x): [number, number, number, number] => [x, 100, x, 190])
    const inner: [number, number, number, number][] = [
      [300, 100, 300, 130],
      [300, 160, 300, 190],
    ]
    expect(gridOf(...rows, [100, 190, 700, 190], ...sides, ...inner)).toEqual([
      '0.0 1x1',
      '0.1 1x1',
      '1.0 1x2',
      '2.0 1x1',
      '2.1 1x1',
    ])
  })

  it('tells two tables of one width from each other', () => {
    const table = (y: number): [number, number, number, number][] => [
      [100, y, 700, y],
      [100, y + 60, 700, y + 60],
      [100, y, 100, y + 60],
      [400, y, 400, y + 60],
      [700, y, 700, y + 60],
    ]
    expect(gridOf(...table(100), ...table(190))).toEqual(['0.0 1x1', '0.1 1x1', '0.0 1x1', '0.1 1x1'])
  })

  it.each([
    ['where it crosses another', 176, 186],
    ['within a row', 130, 158],
  ])('puts a line together that broke %s', (_, from, to) => {
    const rows = [100, 180, 260].map((y): [number, number, number, number] => [100, y, 700, y])
    const sides = [100, 700].map((x): [number, number, number, number] => [x, 100, x, 260])
    expect(gridOf(...rows, ...sides, [300, 100, 300, from], [300, to, 300, 260])).toEqual([
      '0.0 1x1',
      '0.1 1x1',
      '1.0 1x1',
      '1.1 1x1',
    ])
  })
})
