// Lines that are no words (specks, the strokes of signatures, edges of seals) are told from lines that are.
import type { Word, WordLine } from './engine.ts'

const SURE = 0.6
const DOUBTFUL = 0.45
// Apart from all others, words that nobody is sure of are strokes of a pen.
const STRAY = 0.3
const LONGEST_STRAY = 3
/** Marks that no text has by themselves. */
const SPECK = /^['`‘’ˆ¬|_~°^\\{}«‹»›¡¿ˇ˘]{1,2}$/u
const SPECK_SURE = 0.7

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
