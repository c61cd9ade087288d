// Lines that are no words (specks, the strokes of signatures, edges of seals) are told from lines that are.
import type { Word, WordLine } from './engine.ts'

const SURE = 0.6
const DOUBTFUL = 0.45

/** Parts lines of words from noise; signs at the ends of a line that stand apart or that nobody is sure of are noise. */
export function partNoise(lines: readonly WordLine[]): { lines: WordLine[]; noise: number } {
  let noise = 0
  const kept: WordLine[] = []
  for (const line of lines) {
    const words = [...line.words].sort((a, b) => a.x0 - b.x0)
    while (words.length > 0 && isStray(words[0]!, words[1], line)) words.shift()
    while (words.length > 0 && isStray(words.at(-1)!, words.at(-2), line)) words.pop()
    if (words.length === 0 || !isWords({ ...line, words })) noise += line.words.length
    else {
      noise += line.words.length - words.length
      kept.push({ ...line, words })
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
  return isFar && [...word.text].length === 1 && word.confidence < 0.8
}

function isWords({ words }: WordLine): boolean {
  const letters = words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  if (letters > 12) return true
  const surest = Math.max(
    ...words.map(({ text, confidence }) => (/[\p{L}\p{N}]{2}|\d/u.test(text) ? confidence : confidence - 0.25)),
  )
  return letters > 0 && surest >= (letters > 3 ? DOUBTFUL : SURE)
}
