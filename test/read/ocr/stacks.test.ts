// Columns of figures that an engine took for a line on its side, and lines that do lie on their side.
import { describe, expect, it } from 'vitest'
import { readHocr } from '../../../src/read/ocr/hocr.ts'
import { readStacks } from '../../../src/read/ocr/stacks.ts'

const LINE_HEIGHT = 40
const THRESHOLD = 128

/** A narrow image with bars of ink from one row to another, 20 columns wide. */
function columnOf(...bars: [from: number, to: number][]) {
  const image = { width: 60, height: 400, data: new Uint8Array(60 * 400).fill(255) }
  for (const [from, to] of bars) for (let y = from; y < to; y++) image.data.fill(0, y * 60 + 20, y * 60 + 40)
  return { image, x: 100, y: 1000, isOneLine: false }
}

const hocr = (angle: string, text = '1 2 3') =>
  readHocr(
    `<div class='ocr_page'><div class='ocr_carea'><span class='ocr_line' title="bbox 20 10 40 300; ${angle}x_size 20"><span class='ocrx_word' title='bbox 20 10 40 300; x_wconf 40'>${text}</span></span></div></div>`,
    1,
  )[0]!
const turned = hocr('textangle 90; ')

describe('a line on its side', () => {
  it('that is a column of rows is cut into them, at their places on the page', () => {
    const { cells, lines } = readStacks(columnOf([20, 46], [80, 106], [140, 166]), turned, THRESHOLD, LINE_HEIGHT)
    expect(lines).toEqual([])
    // With the white that an engine wants around letters.
    expect(cells.map(({ x, y, image, isOneLine }) => [x + 12, y + 12, image.width - 24, image.height - 24, isOneLine])).toEqual([
      [120, 1020, 20, 26, true],
      [120, 1080, 20, 26, true],
      [120, 1140, 20, 26, true],
    ])
  })

  it.each([
    ['letters close to each other', columnOf([20, 40], [44, 64], [68, 88])],
    ['one long stroke', columnOf([20, 280])],
    ['a single row', columnOf([20, 46])],
    ['dust between rows too close', columnOf([20, 46], [56, 82])],
    ['no ink', columnOf()],
  ])('stays a line where there is %s', (_, part) => {
    const { cells, lines } = readStacks(part, turned, THRESHOLD, LINE_HEIGHT)
    expect([cells.length, lines.length]).toEqual([0, 1])
    expect(lines[0]).toMatchObject({ x0: 120, y0: 1010, isTurned: true })
  })

  it('passes over dust in a column', () => {
    expect(readStacks(columnOf([20, 46], [60, 64], [80, 106]), turned, THRESHOLD, LINE_HEIGHT).cells).toHaveLength(2)
  })
})

describe('a line that stands upright', () => {
  it.each(['', 'textangle 180; '])('is left as it is (%s)', (angle) => {
    const part = columnOf([20, 46], [80, 106])
    const before = part.image.data.slice()
    const { cells, lines } = readStacks(part, hocr(angle), THRESHOLD, LINE_HEIGHT)
    expect([cells.length, lines.length, lines[0]!.isTurned]).toEqual([0, 1, undefined])
    expect(part.image.data).toEqual(before)
  })
})
