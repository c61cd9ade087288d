// Lines that are no words (specks, the strokes of signatures, edges of seals) are told from lines that are.
import type { WordLine } from './engine.ts'

const SURE = 0.6
const DOUBTFUL = 0.45

/** Parts lines of words from noise; words of punctuation that nobody is sure of are noise at the ends of a line. */
export function partNoise(lines: readonly WordLine[]): { lines: WordLine[]; noise: number } {
  let noise = 0
  const kept: WordLine[] = []
  for (const line of lines) {
    const words = line.words.filter((word, i) => {
      const isEnd = i === 0 || i === line.words.length - 1
      return !isEnd || /[\p{L}\p{N}+-]/u.test(word.text) || word.confidence >= DOUBTFUL
    })
    noise += line.words.length - words.length
    if (words.length === 0) continue
    if (isWords({ ...line, words })) kept.push({ ...line, words })
    else noise += words.length
  }
  return { lines: kept, noise }
}

function isWords({ words }: WordLine): boolean {
  const letters = words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0)
  if (letters > 12) return true
  const surest = Math.max(
    ...words.map(({ text, confidence }) => (/[\p{L}\p{N}]{2}|\d/u.test(text) ? confidence : confidence - 0.25)),
  )
  return letters > 0 && surest >= (letters > 3 ? DOUBTFUL : SURE)
}
