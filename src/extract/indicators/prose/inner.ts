// Numbers of a sentence become its targets, without those that are part of what another one measures.
// “trên 85% người dân biết ít nhất 03 cách” sets 85%, “Tỷ lệ trạm thực hiện ít nhất 80% danh mục đạt 90%” sets 90%.
import type { Range } from '../../../model/document.ts'
import type { Term } from '../../../text/phrases.ts'
import { orMore } from './comparators.ts'
import { isHead } from './heads.ts'
import type { Quantity } from './quantities.ts'
import type { Setting } from './settings.ts'
import { FARTHEST, termsIn } from './terms.ts'
import { clauseStart, ENDS_IN_VERB, hasMeasure, LEADS, NO_NOUN } from './wording.ts'

export type Asking = { isAsked: boolean; isPast: boolean; firstYear: number | null }

/** What parts two targets of a sentence. */
const PARTS = /[,;:(](?!\d)|(?<!\p{sc=Latn})(?:và|trong đó|còn|hoặc)(?!\p{sc=Latn})/iu

/** “90% xã, phường có tỷ lệ … trên 95%”: nouns without a verb of their own, and the rate that they have. */
const NOUN = String.raw`(?:(?!(?:được|đạt|có|không|và|trong|hoàn|thực)(?!\p{sc=Latn}))\p{sc=Latn}+ ?){1,5}`
const HAVING_RATE = new RegExp(
  String.raw`^ (?:số )?${NOUN}(?:(?:, |và )${NOUN}){0,3}(?<= )(?:có|đạt) (?:(?:tỷ|tỉ) (?:lệ|suất)|chỉ số|độ bao phủ)(?!\p{sc=Latn})[^,;:(]*$`,
  'iu',
)

/** Quantities that set targets, in order. */
export function headsOf(
  quantities: readonly Quantity[],
  sentence: Range,
  setting: Setting,
  asking: Asking,
  folded: string,
  terms: readonly Term[],
): Quantity[] {
  const heads: Quantity[] = []
  quantities.forEach((printed, i) => {
    const reach = Math.min(sentence.end, printed.end + FARTHEST)
    const rest = folded.slice(printed.end, reach)
    const quantity =
      printed.unit === null && printed.kind !== 'size' ? orMore(printed, termsIn(terms, printed.end, reach), false) : printed
    const nearest = Math.max(sentence.start, quantity.start - FARTHEST)
    const before = folded.slice(nearest, quantity.start)
    const left = folded.slice(quantities[i - 1]?.end ?? sentence.start, quantity.start)
    const right = rest
    const own = folded.slice(Math.max(heads.at(-1)?.end ?? sentence.start, nearest), quantity.start)
    if (isPredicate(heads.at(-1), quantity, sentence, folded)) return
    if (isHead(quantity, heads, { before, left, own, right, ...asking }, setting)) heads.push(quantity)
  })
  return heads.filter((head, i) => !isInner(head, heads[i - 1], heads[i + 1], sentence, folded))
}

/** Behind a number and its noun, without anything that parts them, a further number belongs to what the noun does. */
function isPredicate(last: Quantity | undefined, quantity: Quantity, sentence: Range, folded: string): boolean {
  if (!last || last.isMeasure) return false
  const between = folded.slice(last.end, quantity.start)
  if (last.unit !== null && HAVING_RATE.test(between)) return true
  if (
    PARTS.test(between) ||
    NO_NOUN.test(between) ||
    /(?<!\p{sc=Latn})(?:lên|xuống|đến|tăng|giảm|ở|tại)(?!\p{sc=Latn})/iu.test(between)
  )
    return false
  if (quantity.unit === null) return !startsInside(last, sentence, folded) || !ENDS_IN_VERB.test(between)
  return quantity.unit === last.unit
    ? !hasMeasure(folded.slice(Math.max(sentence.start, last.start - FARTHEST), last.start))
    : last.unit === null && ENDS_IN_VERB.test(between) && !startsInside(last, sentence, folded)
}

/** “trẻ được tầm soát ít nhất 5 bệnh”: the number stands inside its clause, behind a noun and its verb. */
function startsInside(quantity: Quantity, sentence: Range, folded: string): boolean {
  const before = folded.slice(Math.max(sentence.start, quantity.start - FARTHEST), quantity.start)
  const clause = before.slice(clauseStart(before))
  const rest = clause.slice(LEADS.exec(clause)![0].length).trim()
  return /\p{sc=Latn} \p{sc=Latn}/u.test(rest) && !/(?<!\p{sc=Latn})(?:có|đạt)(?: thêm)?$/iu.test(rest)
}

/** “Tỷ lệ trạm y tế thực hiện được ít nhất 80% danh mục kỹ thuật đạt 90%”: the first number is part of what is measured. */
function isInner(
  head: Quantity,
  previous: Quantity | undefined,
  next: Quantity | undefined,
  sentence: Range,
  folded: string,
): boolean {
  if (!next) return false
  const left = folded.slice(previous?.end ?? sentence.start, head.start)
  const between = folded.slice(head.end, next.start)
  if (NO_NOUN.test(between) || PARTS.test(between) || !ENDS_IN_VERB.test(between)) return false
  if (hasMeasure(left)) return !ENDS_IN_VERB.test(left)
  return head.unit === null && next.unit !== null && startsInside(head, sentence, folded)
}
