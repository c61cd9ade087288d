// Pattern sources become patterns that respect Vietnamese words: \b and \w take đ and ế for non-letters.
import { DIGIT, kindAt, kindOfUnit, LETTER, MARK, NUMERAL, PAIR } from './letters.ts'

/** A letter, a mark or a digit: what a word is made of. */
export const WORD = String.raw`[\p{sc=Latn}\p{sc=Zinh}\p{N}]`

/** A pattern that matches whole words only; pass it folded text (`foldText`). */
export function wholeWords(source: string, flags = 'giu'): RegExp {
  return new RegExp(`(?<!${WORD})(?:${source})(?!${WORD})`, flags)
}

/** One alternative of several written forms, longest first, blanks matching any run of blanks. */
export function anyOf(forms: readonly string[]): string {
  const sorted = [...forms].sort((a, b) => b.length - a.length)
  return `(?:${sorted.map((form) => form.replace(/ /g, String.raw`\s+`)).join('|')})`
}

/** Whether every letter is a capital, and there is at least one. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Whether the first letter of the text is lower case: the text goes on from something before it. */
export function startsLow(text: string): boolean {
  const letter = /\p{sc=Latn}/u.exec(text)
  return letter !== null && /^[^\p{sc=Latn}\p{N}]*$/u.test(text.slice(0, letter.index)) && /\p{Ll}/u.test(letter[0])
}

/** Runs of letters, marks and numbers. */
export function countWords(text: string): number {
  let count = 0
  let isInside = false
  for (let at = 0; at < text.length; at++) {
    const isWord = (kindAt(text, at) & (LETTER | MARK | DIGIT | NUMERAL)) !== 0
    if (isWord && !isInside) count++
    isInside = isWord
    if (kindOfUnit(text.charCodeAt(at)) === PAIR) at++
  }
  return count
}
