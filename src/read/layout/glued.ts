// Two lines of a narrow cell become one word again where the cell's edge cut it.
import { plainLetters } from '../../text/fold.ts'
import type { Segment } from './segments.ts'

// Shares of the font size and of the cell: its inner margins take no less; a line that is cut fills more.
const MARGIN = 0.4
const FILLED = 0.3

// What can end a Vietnamese syllable, and the marks that close a word.
const REST = /^(?:c|ch|g|h|m|n|ng|nh|p|t)?[)\]”"’,.;:!?]*$/u

/** Whether the second line goes on with the token that the first one ends with; `width` is the cell's. */
export function isCutToken(before: Segment, after: Segment, width: number): boolean {
  if (before.text.includes(' ')) return false
  const [first] = after.text.split(' ', 1) as [string]
  const own = before.right - before.left
  if (isCutMark(before.text, first)) return true
  if (isCutSyllable(before.text, first)) return own > FILLED * width
  const isFull = own + after.rights[first.length - 1]! - after.left > width - before.size * MARGIN
  return isFull && (isCutNumber(before.text, first) || isCutUnit(before.text, first))
}

/** “24,” over “6”, “100” over “%”, “65.29” over “2”: no number ends or begins so. */
function isCutMark(before: string, first: string): boolean {
  if (/\d[.,]$/.test(before)) return /^\d/.test(first)
  if (/^[\d.,]*\d$/.test(before) && /^[.,]?\d*[%‰]$/u.test(first)) return true
  return /^\d{1,3}(?:\.\d{3})*\.(?:\d\+\d\d|\d\d\+\d)(?:\.\d{3})*$/.test(`${before}+${first}`)
}

/** “trai/10” over “0 bé”. Only what is no syllable can be that wide. */
function isCutNumber(before: string, first: string): boolean {
  return /\d|\//.test(before) && /^[\d/]/.test(first)
}

/** “trẻ/” over “năm”. */
function isCutUnit(before: string, first: string): boolean {
  return /\p{Ll}\/$/u.test(before) && /^\p{Ll}/u.test(first)
}

/** “thuố” over “c”, “(đồng” over “)”, “Ngh” over “iệp”: one of the two has no vowel. */
function isCutSyllable(before: string, first: string): boolean {
  if (!/\p{L}$/u.test(before)) return false
  if (REST.test(first)) return true
  const isOnset = /^\p{L}\p{Ll}+$/u.test(before) && !REST.test(before) && !/[aeiouy]/.test(plainLetters(before))
  return isOnset && /^\p{Ll}/u.test(first)
}
