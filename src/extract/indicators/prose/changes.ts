// Words in front of a number become a change: up or down, told apart from the level that is to be reached.
import type { Quantity } from './quantities.ts'
import { ENDS_IN_VERB, hasMeasure, hasPredicate } from './wording.ts'

export type Change = 'increase' | 'decrease' | null

/** What stands between two targets of one verb. */
export const JOINED = /^[\s,;]*(?:và|,) ?$/iu

/** “giảm 10% số ca mắc”, “có thêm ít nhất 3 xã”: the word in front of the number makes it a change. */
export function changeOf(left: string): Change {
  const verb =
    /(?:^|[\s,;:(])(giảm|hạ|tăng|(?<!(?:có|triển khai|thành lập|mở|xây dựng|xây|đào tạo|tuyển|tuyển dụng|bổ sung|phát triển|công nhận|trang bị|cử) )thêm)(?: (?:thêm|ít nhất|tối thiểu|từ|khoảng))? ?$/iu
      .exec(left)?.[1]
      ?.toLowerCase()
  return verb ? (verb === 'tăng' || verb === 'thêm' ? 'increase' : 'decrease') : null
}

/** “giảm 10% số ca mắc, 5% số ca nặng”: the verb governs both. */
export function sharedChange(previous: { form: string; change: Change } | undefined, left: string, right: string): Change {
  return previous?.form === 'after' && JOINED.test(left) && !hasPredicate(right) ? previous.change : null
}

/** “giảm tỷ suất sinh thô 0,2 ‰” is a change; “giảm … xuống còn 5%” and “mức giảm …: 0,1‰” are levels. */
export function changeBefore(left: string, right: string, quantity: Quantity): Change {
  const direct = changeOf(left)
  if (direct) return direct
  if (quantity.unit !== null && /(?:^|[;:(] ?|, )tiết kiệm [^;:]*$/iu.test(left)) return 'decrease'
  const verb = /(?:^|[\s,;:(])(giảm|tăng|rút ngắn) (?!dần)[^,;:]*$/iu.exec(left)
  if (!verb || /mức ?$/iu.test(left.slice(0, verb.index + 1))) return null
  const rest = left.slice(verb.index + verb[0].indexOf(verb[1]!) + verb[1]!.length)
  if (
    !(hasMeasure(rest) || /^[^;.]*so với/iu.test(right)) ||
    ENDS_IN_VERB.test(rest) ||
    quantity.comparator === '<' ||
    quantity.comparator === '<='
  )
    return null
  return verb[1]!.toLowerCase() === 'tăng' ? 'increase' : 'decrease'
}
