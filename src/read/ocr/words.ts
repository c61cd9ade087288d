// Recognised words become glyphs: one for each letter, sizes and baselines made even along the line, blanks between words.
import { type Glyph, medianOf } from '../layout/segments.ts'
import type { Recognition, Word, WordLine } from './engine.ts'

// Shares of the size of Times and its like: from the foot of the descenders to the top of the ascenders it is 0.9.
const TYPE_HEIGHT = 0.9
const ALIKE = 0.16
const LEAST_GAP = 0.13
// Words so far apart stand in two columns, and each on a baseline of its own.
const APART = 2.5
// A height that contradicts the width of the words by so much is wrong: marks over capitals, specks, two lines taken for one.
const CONTRADICTS = 0.2
const MANY_LETTERS = 15
// The width of a whole line tells its size better than a height to which marks over capitals and specks add.
const WHOLE_LINE = 40
const CONTRADICTS_LINE = 0.1
/** Advance widths of Times in thousandths of the size; others count 500. */
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljt.,:;'’|!/\\]/, 275],
  [/[rfI()[\]-]/, 333],
  [/[sJ]/, 389],
  [/[acez]/, 444],
  [/[mMW%]/, 830],
  [/[wADGHKNOQUVXYĐ]/, 722],
  [/[BCR]/, 667],
  [/[EFLPSTZ]/, 590],
]

/** Glyphs in points; `unit` is points per pixel. */
export function glyphsOf({ lines }: Recognition, unit: number): Glyph[] {
  const sizes = evenSizes(
    lines,
    sizesOf(lines).map((size) => size * unit),
  )
  return lines.flatMap((line, i) => lineGlyphs(line, sizes[i]!, unit))
}

/** Sizes in pixels by the height of the lines, checked by the width of their words. */
function sizesOf(lines: readonly WordLine[]): number[] {
  const measured = lines.map((line) => {
    const letters = line.words.reduce((sum, word) => sum + word.text.length, 0)
    const advance = line.words.reduce(
      (sum, word) => sum + [...word.text].reduce((width, letter) => width + widthOf(letter), 0),
      0,
    )
    const width = line.words.reduce((sum, word) => sum + word.x1 - word.x0, 0)
    return { letters, tall: heightOf(line) / TYPE_HEIGHT, wide: (1000 * width) / Math.max(1, advance) }
  })
  const long = measured.filter(({ letters }) => letters >= MANY_LETTERS)
  const stretch = medianOf((long.length > 0 ? long : measured).map(({ tall, wide }) => tall / wide)) || 1
  return measured.map(({ letters, tall, wide }) => {
    const most = letters >= WHOLE_LINE ? CONTRADICTS_LINE : CONTRADICTS
    return letters >= 4 && Math.abs(tall - wide * stretch) > most * wide * stretch ? wide * stretch : tall
  })
}

function heightOf({ size, words, y0, y1 }: WordLine): number {
  return size > 0 ? size : medianOf(words.map((word) => word.y1 - word.y0)) || y1 - y0
}

/** Lines without tall or hanging letters measure smaller than they are: those close to the usual size have it. */
function evenSizes(lines: readonly WordLine[], sizes: readonly number[]): number[] {
  const usual = medianOf(
    lines.flatMap((line, i) => line.words.flatMap((word) => Array<number>(word.text.length).fill(sizes[i]!))),
  )
  return sizes.map((size) => (Math.abs(size - usual) < ALIKE * usual ? usual : size))
}

function lineGlyphs(line: WordLine, size: number, unit: number): Glyph[] {
  const words = [...line.words].sort((a, b) => a.x0 - b.x0)
  const parts: Word[][] = []
  for (const [i, word] of words.entries()) {
    if (i === 0 || (word.x0 - words[i - 1]!.x1) * unit > APART * size) parts.push([])
    parts.at(-1)!.push(word)
  }
  return parts.flatMap((part) => partGlyphs(part, baselineOf(line, part) * unit, size, unit))
}

function baselineOf(line: WordLine, words: readonly Word[]): number {
  const middle = (words[0]!.x0 + words.at(-1)!.x1) / 2
  return line.y1 + line.offset + line.slope * (middle - line.x0)
}

function partGlyphs(words: readonly Word[], baseline: number, size: number, unit: number): Glyph[] {
  const glyphs: Glyph[] = []
  let right = Number.NEGATIVE_INFINITY
  for (const [i, word] of words.entries()) {
    const x0 = Math.max(word.x0 * unit, i > 0 ? right + LEAST_GAP * size : Number.NEGATIVE_INFINITY)
    const x1 = Math.max(word.x1 * unit, x0 + 0.1 * size)
    if (i > 0) glyphs.push(glyphOf(' ', right, x0, baseline, size, word.confidence))
    glyphs.push(...letterGlyphs(word, x0, x1, baseline, size))
    right = x1
  }
  return glyphs
}

/** One literal: copies with more fields take twice the memory, and a long scan has half a million. */
function glyphOf(text: string, x0: number, x1: number, baseline: number, size: number, confidence: number): Glyph {
  return { baseline, size, bold: false, italic: false, confidence, text, x0, x1 }
}

function letterGlyphs({ text, confidence }: Word, x0: number, x1: number, baseline: number, size: number): Glyph[] {
  const letters = [...text]
  const widths = letters.map(widthOf)
  const scale = (x1 - x0) / widths.reduce((sum, width) => sum + width, 0)
  let at = x0
  return letters.map((letter, i) => {
    const from = at
    at += widths[i]! * scale
    return glyphOf(letter, from, at, baseline, size, confidence)
  })
}

function widthOf(letter: string): number {
  const plain = letter.normalize('NFD').charAt(0)
  return WIDTHS.find(([letters]) => letters.test(plain))?.[1] ?? 500
}
