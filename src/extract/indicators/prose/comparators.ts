// Words of comparison that govern more than one number of a sentence are given to each.
// “trên 70% tập thể và 70% cá nhân” are both >, “90% người bệnh nội trú và 85% ngoại trú trở lên” both >=.
import type { Range } from '../../../model/document.ts'
import type { Quantity } from './quantities.ts'
import { hasMeasure, hasPredicate } from './wording.ts'

/** What is left of “từ 30.000 người trở lên” behind its number. */
export const BEHIND_NOUN = /^ ?(?:\p{L}+ ){0,3}trở (?:lên|xuống)/iu
const GRADES = String.raw`(?!(?:đạt|có|tốt|khá|giỏi|loại|mức|cấp|năm|tuổi|vụ|bậc|đại|đẳng|hoàn|từ|lần|tháng|hạng|tuyến|học|con|thứ|huyện|ii|iii)(?!\p{L}))`
const COUNT_OR_MORE = new RegExp(String.raw`^ ?(?:${GRADES}\p{L}+ ){1,3}trở (?<way>lên|xuống)`, 'iu')
// “90% cơ sở chế biến trở lên được cấp giấy”: not behind a grade, as in “hoàn thành tốt nhiệm vụ trở lên”.
const SHARE_OR_MORE = new RegExp(String.raw`^ ?(?:${GRADES}\p{L}+ ){1,6}trở (?<way>lên|xuống)(?= \p{L}|[.,;]|$)`, 'iu')
const JOINED = /^[^.;:()]*(?:,| và) $/iu
const LED_BY_HAVE = /(?:^|[\s,;:(])có $/iu

/** Targets of a sentence with the comparators that govern them. `isNamed` tells whose name stands before the number. */
export function govern(heads: readonly Quantity[], sentence: Range, folded: string): Quantity[] {
  const governed: Quantity[] = []
  heads.forEach((head, i) => {
    const before = governed.at(-1)
    const lead = before ? folded.slice(i > 1 ? heads[i - 2]!.end : sentence.start, before.start) : ''
    governed.push(before ? inherit(head, before, folded.slice(before.end, head.start), lead) : head)
  })
  for (let i = governed.length - 1; i > 0; i--) {
    const head = governed[i]!
    const before = governed[i - 1]!
    const own = orMore(head, folded.slice(head.end, governed[i + 1]?.start ?? sentence.end), false)
    const between = folded.slice(before.end, head.start)
    if (own !== head && before.comparator === '=' && before.unit === head.unit && JOINED.test(between) && !hasPredicate(between))
      governed[i - 1] = { ...before, comparator: own.comparator, isCompared: true }
  }
  return governed
}

function inherit(head: Quantity, before: Quantity, between: string, lead: string): Quantity {
  if (head.isCompared || !before.isCompared || before.isRange || head.unit !== before.unit || head.kind !== before.kind)
    return head
  if (head.unit !== null && head.value === 100) return head
  if (!JOINED.test(between) || hasMeasure(between.replace(/^ ?số /iu, ''))) return head
  const isShared = !hasPredicate(between) || (head.unit === null && LED_BY_HAVE.test(lead) && / và $/u.test(between))
  return isShared ? { ...head, comparator: before.comparator, isCompared: true } : head
}

/** “từ 320 trường trở lên”, “đạt 1,7% dân số trở lên”: the words of comparison stand behind the counted noun. */
export function orMore(quantity: Quantity, right: string, isNamed: boolean): Quantity {
  if (quantity.comparator !== '=') return quantity
  const way = (quantity.unit !== null && !isNamed ? SHARE_OR_MORE : COUNT_OR_MORE).exec(right)?.groups?.way
  return way ? { ...quantity, comparator: way.toLowerCase() === 'lên' ? '>=' : '<=', isCompared: true } : quantity
}

/** Where “trở lên” behind a counted noun begins, if nothing follows it: it compares and names nothing. */
export function moreAtEnd(words: string): number {
  const whole = (COUNT_OR_MORE.exec(words) ?? SHARE_OR_MORE.exec(words))?.[0]
  return whole && /^[\s.,;]*$/u.test(words.slice(whole.length)) ? words.search(/ trở (?:lên|xuống)/iu) : -1
}

/** “không để số mắc vượt quá 450 ca” is at most 450. */
export function belowLimit(quantity: Quantity, left: string): Quantity {
  return quantity.comparator === '>' && /không (?:để|cho) [^,;]*$/iu.test(left) ? { ...quantity, comparator: '<=' } : quantity
}
