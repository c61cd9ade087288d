// Dust in the cells of tables: what is taken for a sign and is none, and the signs that stay.
import { describe, expect, it } from 'vitest'
import type { Word, WordLine } from '../../../src/read/ocr/engine.ts'
import { withoutDust } from '../../../src/read/ocr/noise.ts'

const LINE_HEIGHT = 40
type Bar = [x0: number, y0: number, x1: number, y1: number]

const word = (text: string, x0: number, x1: number): Word => ({ text, confidence: 0.9, x0, y0: 10, x1, y1: 40 })

/** The words that are left of a line with this ink. */
function left(words: Word[], ...bars: Bar[]): string[] {
  const ink = { width: 300, height: 50, data: new Uint8Array(300 * 50), threshold: 128 }
  for (const [x0, y0, x1, y1] of bars) for (let y = y0; y < y1; y++) ink.data.fill(1, y * 300 + x0, y * 300 + x1)
  const line = { words, block: 0, x0: 0, y0: 10, x1: 300, y1: 40, slope: 0, offset: 0, size: 30 } as WordLine
  return withoutDust([line], ink, LINE_HEIGHT)[0]!.words.map(({ text }) => text)
}

const FIGURE: Bar = [100, 12, 140, 38]

describe('a sign in a cell', () => {
  it.each([
    ['before a figure', [word('-', 60, 64), word('9', 100, 140)], [60, 24, 63, 27]],
    ['behind a word', [word('khoa', 100, 140), word(':', 170, 174)], [170, 30, 174, 33]],
  ] as [string, Word[], Bar][])('that is a spot of dust %s is dropped', (_, words, spot) => {
    expect(left(words, spot, FIGURE)).toEqual([words.find(({ x0 }) => x0 === 100)!.text])
  })

  it('that is a spot of dust in one word with a figure is dropped', () => {
    expect(left([word('-16', 86, 140)], [86, 24, 89, 27], FIGURE)).toEqual(['16'])
  })

  it.each([
    ['a dash', [word('-', 60, 72), word('9', 100, 140)], [60, 24, 72, 27]],
    ['a minus in one word with its figure', [word('-16', 80, 140)], [80, 24, 92, 27]],
    ['a comma at its digit', [word(',5', 92, 140)], [92, 34, 95, 38]],
    ['a full stop at its word', [word('khoa', 100, 140), word('.', 144, 148)], [144, 34, 148, 38]],
    ['a bar as high as letters', [word('|', 60, 64), word('9', 100, 140)], [60, 12, 63, 38]],
  ] as [string, Word[], Bar][])('that is %s stays', (_, words, sign) => {
    expect(left(words, sign, FIGURE)).toEqual(words.map(({ text }) => text))
  })

  it('stays where it stands alone', () => {
    expect(left([word('.', 60, 64)], [60, 30, 63, 33])).toEqual(['.'])
  })
})
