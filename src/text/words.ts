// Pattern sources become patterns that respect Vietnamese words: \b and \w take đ and ế for non-letters.

/** A letter, a mark or a digit: what a word is made of. */
export const WORD = String.raw`[\p{sc=Latn}\u0300-\u036f\p{N}]`

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

export function countWords(text: string): number {
  return text.match(/[\p{sc=Latn}\u0300-\u036f\p{N}]+/gu)?.length ?? 0
}
