// Text becomes the words that are searched: syllables and numbers with their places, each with its marks and without them.
//
//   "Tiêm chủng 12,5 %" => tiêm, chủng, 12, 5    "Uỷ ban" => ủy, ban
import { foldText, plainLetters } from '../text/fold.ts'

/** `key` has the marks of the word, whichever letter they stand on; offsets are those of the text. */
export type Word = { key: string; start: number; end: number }

const WORDS = /[\p{L}\p{M}\p{N}]+/gu

export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of foldText(text).matchAll(WORDS))
    words.push({ key: word.toLowerCase(), start: index, end: index + word.length })
  return words
}

/** The word without any mark: what a query without marks asks for. */
export function plainWord(key: string): string {
  return plainLetters(key)
}

export function hasMarks(key: string): boolean {
  return plainWord(key) !== key
}
