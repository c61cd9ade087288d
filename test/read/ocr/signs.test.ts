// Signs by the shape of their ink.
import { describe, expect, it } from 'vitest'
import type { Word, WordLine } from '../../../src/read/ocr/engine.ts'
import type { Ink } from '../../../src/read/ocr/ink.ts'
import { readSigns } from '../../../src/read/ocr/signs.ts'

const I = ['##########', ' ########', ...Array<string>(16).fill('  ######'), ' ########', '##########']
const ONE = ['    ###', '  #####', ' ######', ...Array<string>(15).fill('    ###'), '   #####', ' #########']
const H = [...Array<string>(9).fill('###      ###'), '############', '############', ...Array<string>(9).fill('###      ###')]
const STROKE = Array<string>(7).fill('###')
const STOP = [...Array<string>(16).fill(''), ' ###', '#####', '#####', ' ###']

type Printed = { text: string; drawn: string[][]; boxed?: number }

/** One line of words; each is drawn by the letters that it has, and said to be what the engine took it for. */
function seen(...words: Printed[]): string[] {
  const ink: Ink = { width: 400, height: 40, data: new Uint8Array(400 * 40), threshold: 128 }
  let x = 10
  const read = words.map(({ text, drawn, boxed = drawn.length }): Word => {
    const x0 = x
    let x1 = x
    drawn.forEach((letter, i) => {
      letter.forEach((row, y) => {
        for (const [dx, sign] of [...row].entries()) if (sign === '#') ink.data[(y + 8) * ink.width + x + dx] = 1
      })
      x += Math.max(...letter.map((row) => row.length))
      if (i < boxed) x1 = x
      x += 3
    })
    x += 30
    return { text, confidence: 0.5, x0, x1, y0: 8, y1: 8 + Math.max(...drawn.map((letter) => letter.length)) }
  })
  const line = (own: Word[]): WordLine => ({
    words: own,
    block: 0,
    x0: 0,
    x1: x,
    y0: 8,
    y1: 28,
    slope: 0,
    offset: 0,
    size: 20,
    descenders: 0,
    ascenders: 0,
  })
  const other: Word = { text: 'Tên', confidence: 0.9, x0: 380, x1: 390, y0: 8, y1: 28 }
  return readSigns([line(read), line([other])], ink)[0]!.words.map(({ text }) => text)
}

describe('capital I in small print', () => {
  it.each([
    ['1', [I], 'I'],
    ['lÍ', [I], 'I'],
    ['Hi', [I, I], 'II'],
    ['IL', [I, STOP], 'I.'],
    ['1', [ONE], '1'],
    ['11', [ONE, ONE], '11'],
    ['H', [H], 'H'],
  ])('“%s” stays a number or becomes what its ink is', (text, drawn, meant) => {
    expect(seen({ text, drawn })).toEqual([meant])
  })

  it.each(['Quý', 'Phần', 'hạng'])('is counted behind “%s”', (text) => {
    expect(seen({ text, drawn: [H, H] }, { text: 'II', drawn: [I, I, I] })).toEqual([text, 'III'])
  })

  it('is left alone behind other words, and figures are', () => {
    expect(seen({ text: 'gan', drawn: [H, H] }, { text: 'II', drawn: [I, I, I] })).toEqual(['gan', 'II'])
    expect(seen({ text: 'Quý', drawn: [H, H] }, { text: '1', drawn: [I] })).toEqual(['Quý', '1'])
  })
})

describe('rings behind a figure', () => {
  const RING = [' ## ', '#  #', '#  #', '#  #', ' ## ']
  const rings = (count: number) => [...Array<string>(20)].map((_, y) => `${(RING[y - 15] ?? '').padEnd(4).repeat(count)} `)

  it.each([
    ['7%', 3, '7‰'],
    ['7%o', 3, '7‰'],
    ['7%', 2, '7%'],
  ])('“%s” over %i rings', (text, count, meant) => {
    expect(seen({ text, drawn: [ONE, rings(count)] })).toEqual([meant])
  })

  it('are not counted where figures touch', () => {
    expect(seen({ text: '80%', drawn: [rings(3)] })).toEqual(['80%'])
  })
})

describe('ditto marks', () => {
  it.each([
    ['„', 2],
    ["'", 1],
    ['Ũ', 1],
  ])('“%s” with a box around %i strokes is two of them', (text, boxed) => {
    expect(seen({ text, drawn: [STROKE, STROKE], boxed })).toEqual(['"'])
  })

  it('are two, low and alone', () => {
    expect(seen({ text: "'", drawn: [STROKE] })).toEqual(["'"])
    expect(seen({ text: 'u', drawn: [I, I] })).toEqual(['u'])
    expect(seen({ text: '„', drawn: [STROKE, STROKE] }, { text: 'ca', drawn: [H] })).toEqual(['„', 'ca'])
  })
})
