// A numbered paragraph becomes a heading and its text, or a paragraph that only carries a number.

import type { Paragraph } from '../model/document.ts'
import { foldText } from '../text/fold.ts'
import { countWords, isCapitals } from '../text/words.ts'
import { rolesOf } from './roles.ts'

/** What surrounds a numbered paragraph. */
export type Setting = {
  /** Whether the document marks some paragraphs as bold or italic at all, and not nearly all of them. */
  hasLook: boolean
  /** Whether text, a table or a deeper number follows before the next number of its kind. */
  hasContent: boolean
}

const SENTENCE_END = /[.;!?]["”')]*$/u
const CLOSING = /[\s.:;]+$/u
// How a sentence begins that only looks like “title: text”.
const ADVERBIAL =
  /^(?:theo|căn cứ|để|vì|với|trong|khi|nếu|từ|nhằm|tại|do|trên cơ sở|bên cạnh|đồng thời|ngoài|qua|thông qua|cùng với|trước|sau|hằng|hàng|định kỳ|đến|phấn đấu|bao gồm|gồm|cụ thể|như)(?!\p{sc=Latn})/iu
const LONGEST_RUN_IN = 16
const LONGEST_TITLE = 18
const LONGEST_BARE_TITLE = 14
const LONGEST_BOLD = 70

/** Where the heading ends, as an offset into the text behind the number (0: none). `text` is what stands behind the number. */
export function headingEnd(text: string, paragraph: Paragraph, setting: Setting): number {
  const start = paragraph.end - text.length
  const boldEnd = paragraph.boldEnd === null ? 0 : paragraph.boldEnd - start
  const folded = foldText(text)
  const words = countWords(text)
  if (words === 0) return 0
  if (isAllTitle(text, paragraph) && words <= LONGEST_BOLD) {
    const runIn = runInEnd(folded)
    return runIn > 0 && countWords(text.slice(runIn)) > 12 ? runIn : text.length
  }
  if (boldEnd > 0 && isRunIn(folded, boldEnd)) return boldEnd
  const runIn = runInEnd(folded)
  if (runIn > 0) return runIn
  const isClosedSentence = SENTENCE_END.test(text) && words > 8
  if (isClosedSentence || /[.;!?]\s+\p{Lu}/u.test(text.replace(CLOSING, ''))) return 0
  if (/:$/.test(text) && words <= LONGEST_TITLE && setting.hasContent) return text.length
  const longest = setting.hasLook ? LONGEST_BARE_TITLE : LONGEST_TITLE
  if (/[;,]$/.test(text)) return 0
  const bare = countWords(folded.replace(/\([^()]*\)/g, ''))
  return (setting.hasContent && words <= longest) || (bare <= longest && rolesOf(text, []).length > 0) ? text.length : 0
}

/** The whole paragraph is a title: bold, italic, in capitals, or a heading of the source. */
function isAllTitle(text: string, paragraph: Paragraph): boolean {
  if (paragraph.look.bold > 0.92 || paragraph.level !== null) return true
  if (paragraph.look.italic > 0.95 && countWords(text) <= LONGEST_TITLE) return true
  return isCapitals(text) && countWords(text) >= 2
}

/** A bold start is a run-in title where a mark or a capital parts it from what follows. */
function isRunIn(text: string, end: number): boolean {
  const title = text.slice(0, end).trimEnd()
  const rest = text.slice(end).trimStart()
  if (countWords(title) > LONGEST_BOLD) return false
  return /[:.]$/.test(title) || /^[:.]/.test(rest) || (/^\p{Lu}/u.test(rest) && !/[,;]$/.test(title))
}

/** The end of a short title before a colon with text behind it. */
function runInEnd(text: string): number {
  const colon = text.indexOf(':')
  if (colon <= 0 || text.slice(colon + 1).trim() === '') return 0
  const title = text.slice(0, colon)
  const isTitle =
    countWords(title) <= LONGEST_RUN_IN && /^\p{Lu}/u.test(title) && !/[.;!?]\s/.test(title) && !/\d\s?[%‰]|["(]$/.test(title)
  return isTitle && !ADVERBIAL.test(title) ? colon : 0
}

/** The heading's words without closing marks. */
export function trimHeading(text: string): string {
  return text.replace(CLOSING, '')
}
