// Two readings of a figure and its ink: what is taken, and how sure it is.
import { describe, expect, it } from 'vitest'
import { type CellImage, PAD } from '../../../src/read/ocr/cells.ts'
import type { Engine, Recognition } from '../../../src/read/ocr/engine.ts'
import { readFigures } from '../../../src/read/ocr/figures.ts'
import type { Ink } from '../../../src/read/ocr/ink.ts'
import { inkOfFigure } from './drawn-figures.ts'

const SURE = 0.9

function reading(text: string, confidence = SURE, x0 = PAD, x1 = x0 + 60): Recognition {
  if (text === '') return { lines: [] }
  const box = { x0, y0: PAD, x1, y1: PAD + 20 }
  const line = { ...box, block: 0, slope: 0, offset: 0, size: 22, descenders: 4, ascenders: 5 }
  return { lines: [{ ...line, words: [{ text, confidence, ...box }] }] }
}

/** The rows of the ink as a cell of their own, cut as tightly as cells of pages are. */
function cellOf({ width, height, data }: Ink): CellImage {
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => data.subarray(y * width, (y + 1) * width).includes(1))
  const top = rows[0]!
  const tall = rows.at(-1)! + 1 - top
  const image = {
    width: width + 2 * PAD,
    height: tall + 2 * PAD,
    data: new Uint8Array((width + 2 * PAD) * (tall + 2 * PAD)).fill(255),
  }
  for (const y of rows)
    for (let x = 0; x < width; x++) if (data[y * width + x]) image.data[(y - top + PAD) * image.width + x + PAD] = 0
  return { image, x: -PAD, y: top - PAD, isOneLine: true }
}

/** What becomes of a cell printed so, read so alone and so beside the words of its row. */
async function settled(
  printed: string,
  alone: [string, number?],
  beside: [string, number?],
  words = 'Khám thai',
): Promise<[string, number]> {
  const { ink } = inkOfFigure(printed)
  const asked: number[] = []
  const engine: Engine = {
    name: 'made',
    identity: 'made',
    parallel: 1,
    recognise: async (images) => {
      asked.push(...images.map(({ width }) => width))
      return images.map(({ width }) => reading(beside[0], beside[1], width - 100, width - PAD))
    },
    close: async () => {},
  }
  const cells = [cellOf(inkOfFigure('88888888').ink), cellOf(ink)]
  const [, own] = await readFigures(cells, [reading(words), reading(...alone)], [], ink, 40, engine)
  const all = own!.lines.flatMap((line) => line.words)
  return [all.map(({ text }) => text).join(''), Math.min(...all.map(({ confidence }) => confidence))]
}

describe('figures of scanned cells', () => {
  it.each<[what: string, printed: string, alone: [string, number?], beside: [string, number?], text: string, confidence: number]>(
    [
      ['is sure where both readings and the ink agree', '1,13', ['1,13', 0.5], ['1,13', 0.8], '1,13', 0.8],
      ['takes the comma that one reading and the ink have', '1,13', ['113'], ['1,13'], '1,13', 0.9],
      ['takes the first reading where only it has the comma of the ink', '1,13', ['1,13'], ['113'], '1,13', 0.9],
      ['doubts where both readings lost a comma that the ink has', '1,13', ['113'], ['113'], '113', 0.5],
      ['takes the dot of the ink and says so', '1.950', ['1,950'], ['1,950'], '1.950', 0.6],
      ['doubts a digit that the readings do not share', '1,13', ['1,13'], ['1,18'], '1,18', 0.5],
      ['doubts a figure that only one reading finds', '113', ['113'], [''], '113', 0.5],
      ['finds a figure in ink that nothing was read in', '1,13', [''], ['1,13'], '1,13', 0.5],
      ['finds a figure in letters that nobody was sure of', '1,13', ['Le]', 0.1], ['1,13'], '1,13', 0.5],
    ],
  )('%s', async (_, printed, alone, beside, text, confidence) => {
    expect(await settled(printed, alone, beside)).toEqual([text, confidence])
  })

  it.each([
    ['words', 'Người'],
    ['a dash', '-'],
    ['a unit', '%'],
  ])('leave %s alone', async (_, text) => {
    expect(await settled(text === '-' ? '-' : '8', [text], ['88'])).toEqual([text, SURE])
  })

  it.each<[what: string, printed: string, alone: [string, number], isAsked: boolean]>([
    ['that the engine is sure of and the ink agrees with', '1,13', ['1,13', 0.95], false],
    ['without commas and dots likewise', '18', ['18', 0.96], false],
    ['that the engine is less sure of', '1,13', ['1,13', 0.92], true],
    ['whose comma is missing', '1,13', ['113', 0.98], true],
    ['whose dot is a comma', '1.950', ['1,950', 0.98], true],
    ['with a sign before it', '-118', ['-118', 0.98], true],
    ['with a digit too few', '118', ['18', 0.98], true],
  ])('are read once or twice: one %s', async (_, printed, alone, isAsked) => {
    const [, confidence] = await settled(printed, alone, ['7777', 0.5])
    expect(confidence).toBe(isAsked ? 0.5 : alone[1])
  })

  it('read nothing again where no words stand beside them', async () => {
    expect(await settled('1,13', ['113'], ['1,13'], '2024')).toEqual(['113', SURE])
  })
})
