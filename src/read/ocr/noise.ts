// Lines that are no words (specks, the strokes of signatures, edges of seals) are told from lines that are.
import { inkBox } from './cells.ts'
import type { Area } from './columns.ts'
import type { Word, WordLine } from './engine.ts'
import type { Ink } from './ink.ts'

const SURE = 0.6
const DOUBTFUL = 0.45
// Apart from all others, words that nobody is sure of are strokes of a pen.
const STRAY = 0.3
const LONGEST_STRAY = 3
/** Marks that no text has by themselves. */
const SPECK = /^['`‘’ˆ¬|_~°^\\{}«‹»›¡¿ˇ˘]{1,2}$/u
const SPECK_SURE = 0.7
// Shares of the line height: the side of a spot of dust, and how far it is from any word.
const DUST = 0.15
const DUST_APART = 0.2

/** Parts lines of words from noise; signs at the ends of a line that stand apart or that nobody is sure of are noise. */
export function partNoise(lines: readonly WordLine[]): { lines: WordLine[]; noise: number } {
  let noise = 0
  const kept: WordLine[] = []
  for (const line of lines) {
    const words = [...line.words].sort((a, b) => a.x0 - b.x0).filter((word) => !isSpeck(word) || line.words.length === 1)
    while (words.length > 0 && isStray(words[0]!, words[1], line)) words.shift()
    while (words.length > 0 && isStray(words.at(-1)!, words.at(-2), line)) words.pop()
    if (words.length === 0 || !isWords({ ...line, words })) noise += line.words.length
    else {
      noise += line.words.length - words.length
      kept.push(words.length < line.words.length ? spanning(line, words) : { ...line, words })
    }
  }
  return { lines: kept, noise }
}

/** Signs at the ends of lines that are spots of dust: a dash is longer, a full stop stands closer to its word. `lineHeight` in pixels. */
export function withoutDust(lines: readonly WordLine[], ink: Ink, lineHeight: number): WordLine[] {
  return lines.map((line) => {
    const sorted = [...line.words].sort((a, b) => a.x0 - b.x0)
    const words = sorted.map((word) => withoutFirstSpot(word, ink, lineHeight))
    const isDust = (word: Word, beside: Word | undefined) =>
      beside !== undefined &&
      !/[\p{L}\p{N}]/u.test(word.text) &&
      Math.max(word.x0 - beside.x1, beside.x0 - word.x1) > DUST_APART * lineHeight &&
      isSpot(ink, word, DUST * lineHeight)
    while (isDust(words[0]!, words[1])) words.shift()
    while (isDust(words.at(-1)!, words.at(-2))) words.pop()
    const isWhole = words.length === sorted.length && words.every((word, i) => word === sorted[i])
    return isWhole ? line : spanning(line, words)
  })
}

/** A figure whose sign is a spot of dust, without it: a minus is longer, a comma stands closer to its digit. */
function withoutFirstSpot(word: Word, ink: Ink, lineHeight: number): Word {
  const text = word.text.replace(/^[-–.,:;'`_]+(?=\d)/u, '')
  if (text === word.text) return word
  const hasInk = (x: number) => inkBox(ink, clipped(ink, { ...word, x0: x, x1: x + 1 }), 1) !== null
  const next = (from: number, wanted: boolean) => {
    let x = from
    while (x < word.x1 && hasInk(x) !== wanted) x++
    return x
  }
  const from = next(word.x0, true)
  const to = next(from, false)
  const x0 = next(to, true)
  const isDust = x0 < word.x1 && x0 - to > DUST_APART * lineHeight && isSpot(ink, { ...word, x1: to }, DUST * lineHeight)
  return isDust ? { ...word, text, x0 } : word
}

/** Does the ink within the box reach no further than `most` pixels across and down? */
function isSpot(ink: Ink, box: Area, most: number): boolean {
  const spot = inkBox(ink, clipped(ink, box))
  return !spot || (spot.x1 - spot.x0 <= most && spot.y1 - spot.y0 <= most)
}

function clipped({ width, height }: Ink, { x0, y0, x1, y1 }: Area): Area {
  return { x0: Math.max(0, x0), y0: Math.max(0, y0), x1: Math.min(width, x1), y1: Math.min(height, y1) }
}

/** A sign at the end of a line, far from its neighbour: a speck. A dash or a plus begins an item of a list. */
function isStray(word: Word, beside: Word | undefined, line: WordLine): boolean {
  if (!beside) return false
  const gap = Math.max(word.x0 - beside.x1, beside.x0 - word.x1)
  const isFar = gap > 1.2 * (line.size || line.y1 - line.y0)
  if (/^[-+–—•]$/u.test(word.text)) return false
  if (!/[\p{L}\p{N}]/u.test(word.text)) return isFar || word.confidence < DOUBTFUL
  return (
    isFar &&
    ((word.confidence < STRAY && word.text.length <= LONGEST_STRAY) || ([...word.text].length === 1 && word.confidence < 0.8))
  )
}

function isSpeck({ text, confidence }: Word): boolean {
  return confidence < SPECK_SURE && SPECK.test(text)
}

/** The line from its first word to its last; its baseline stays where it was. */
function spanning(line: WordLine, words: Word[]): WordLine {
  const x0 = Math.min(...words.map((word) => word.x0))
  const x1 = Math.max(...words.map((word) => word.x1))
  return { ...line, words, x0, x1, offset: line.offset + line.slope * (x0 - line.x0) }
}

function isWords({ words }: WordLine): boolean {
  const letters = words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  if (letters > 12) return true
  const surest = Math.max(
    ...words.map(({ text, confidence }) => (/[\p{L}\p{N}]{2}|\d/u.test(text) ? confidence : confidence - 0.25)),
  )
  return letters > 0 && surest >= (letters > 3 ? DOUBTFUL : SURE)
}
