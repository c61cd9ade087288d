// Words of comparison that govern more than one number of a sentence are given to each.
// “trên 70% tập thể và 70% cá nhân” are both >, “90% người bệnh nội trú và 85% ngoại trú trở lên” both >=.
import type { Range } from '../../../model/document.ts'
import type { Term } from '../../../text/phrases.ts'
import type { Quantity } from './quantities.ts'
import { termsIn } from './terms.ts'
import { hasMeasure, hasPredicate } from './wording.ts'

const JOINED = /^[^.;:()]*(?:,| và) $/iu
/** “ít nhất 95% ổ dịch được xử lý … và 80% không …”: of the same noun. */
const GOES_ON = /^ (?:không|được|đạt|có)(?!\p{sc=Latn})/iu
const NEAR = 16
const LED_BY_HAVE = /(?:^|[\s,;:(])có $/iu

/** Targets of a sentence with the comparators that govern them. `isNamed` tells whose name stands before the number. */
export function govern(heads: readonly Quantity[], sentence: Range, folded: string, terms: readonly Term[]): Quantity[] {
  const governed: Quantity[] = []
  heads.forEach((head, i) => {
    const before = governed.at(-1)
    const lead = before ? folded.slice(i > 1 ? heads[i - 2]!.end : sentence.start, before.start) : ''
    const behind = folded.slice(head.end, Math.min(sentence.end, head.end + NEAR))
    governed.push(before ? inherit(head, before, folded.slice(before.end, head.start), lead, behind) : head)
  })
  for (let i = governed.length - 1; i > 0; i--) {
    const head = governed[i]!
    const before = governed[i - 1]!
    const own = orMore(head, termsIn(terms, head.end, governed[i + 1]?.start ?? sentence.end), false)
    const between = folded.slice(before.end, head.start)
    if (own !== head && before.comparator === '=' && before.unit === head.unit && JOINED.test(between) && !hasPredicate(between))
      governed[i - 1] = { ...before, comparator: own.comparator, isCompared: true }
  }
  return governed
}

function inherit(head: Quantity, before: Quantity, between: string, lead: string, behind: string): Quantity {
  if (head.isCompared || !before.isCompared || before.isRange || head.unit !== before.unit || head.kind !== before.kind)
    return head
  if (head.unit !== null && head.value === 100) return head
  if (!JOINED.test(between) || hasMeasure(between.replace(/^ ?số /iu, ''))) return head
  const isShared =
    !hasPredicate(between) ||
    (/ và $/u.test(between) && GOES_ON.test(behind)) ||
    (head.unit === null && LED_BY_HAVE.test(lead) && / và $/u.test(between))
  return isShared ? { ...head, comparator: before.comparator, isCompared: true } : head
}

/** “từ 320 trường trở lên”, “đạt 1,7% dân số trở lên”: the words of comparison stand behind the counted noun. */
export function orMore(quantity: Quantity, right: readonly Term[], isNamed: boolean): Quantity {
  if (quantity.comparator !== '=') return quantity
  const way = quantity.unit !== null && !isNamed ? shareOrMore(right) : countOrMore(right)
  return way ? { ...quantity, comparator: way.tags.has('OrMore') ? '>=' : '<=', isCompared: true } : quantity
}

/** Where “trở lên” behind a counted noun begins, if nothing follows it: it compares and names nothing. */
export function moreAtEnd(right: readonly Term[]): number | null {
  const way = countOrMore(right) ?? shareOrMore(right)
  return way && right.every((term) => term.start <= way.start || term.tags.has('Sign')) ? way.start : null
}

function countOrMore(right: readonly Term[]): Term | null {
  return behindNoun(right, 3)
}

/** “90% cơ sở chế biến trở lên được cấp giấy”: a clause of its own follows. */
function shareOrMore(right: readonly Term[]): Term | null {
  const way = behindNoun(right, 6)
  const next = way && right[right.indexOf(way) + 1]
  return way && (!next || /^[\p{sc=Latn}.,;]/u.test(next.text)) ? way : null
}

/** “trở lên” behind a noun of so many words; not behind a grade: “hoàn thành tốt nhiệm vụ trở lên”, “từ cấp huyện trở lên”. */
function behindNoun(right: readonly Term[], most: number): Term | null {
  const [noun, way] = upToMore(right, most)
  return way && noun.length > 0 && !noun.some(({ tags }) => tags.has('Merit')) ? way : null
}

/** How far words that compare reach behind a number: up to three words and “trở lên”. */
export function reachOf(right: readonly Term[]): number | null {
  return upToMore(right, 3)[1]?.end ?? null
}

/** Words, and the “trở lên” behind them; no “trở lên” where there are more words than that, or a sign. */
function upToMore(right: readonly Term[], most: number): [words: Term[], way: Term | null] {
  const at = right.slice(0, most + 1).findIndex(({ tags }) => tags.has('OrMore') || tags.has('OrLess'))
  const words = right.slice(0, Math.max(0, at))
  return [words, at >= 0 && words.every(({ text }) => /^[\p{sc=Latn} ]+$/u.test(text)) ? right[at]! : null]
}

/** “không để số mắc vượt quá 450 ca” is at most 450. */
export function belowLimit(quantity: Quantity, left: string): Quantity {
  return quantity.comparator === '>' && /không (?:để|cho) [^,;]*$/iu.test(left) ? { ...quantity, comparator: '<=' } : quantity
}
