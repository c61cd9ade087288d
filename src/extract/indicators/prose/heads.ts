// Quantities of a sentence become those that set targets: the others are parts of names, past results, conditions, money.
import type { Quantity } from './quantities.ts'
import type { Setting } from './settings.ts'
import { CONDITION, CONSEQUENCE, DURATION, ENDS_IN_VERB, hasMeasure, MONEY, NO_NOUN, PART, PAST, PAYS } from './wording.ts'

/** A rate: “bác sĩ/vạn dân”. */
export const PER_POPULATION = /^ ?\p{L}[\p{L} ]{1,30}\/ ?(?:vạn|[\d.]+ ?\p{L})/u
const FOUNDS =
  /(?:xây dựng|thành lập|thí điểm|mở|mở rộng|triển khai|duy trì|tổ chức|đào tạo|hình thành|phát triển)(?: mới| thí điểm)? ?$/iu

export type Clause = {
  /** The sentence up to the quantity, and what stands between the last target and it. */
  before: string
  left: string
  right: string
  /** The sentence or what leads to it asks for something: phấn đấu, đảm bảo, ít nhất. */
  isAsked: boolean
}

/** Whether a quantity is a target's. `heads` are the targets of the sentence so far. */
export function isHead(quantity: Quantity, heads: readonly Quantity[], clause: Clause, setting: Setting): boolean {
  const { before, left, right } = clause
  const isOpen = setting.weight !== 'targets'
  if (PAST.test(before) || (isOpen && PAST.test(right.slice(0, 60).replace(/\(.*/u, '')))) return false
  if (CONSEQUENCE.test(right) && (CONDITION.test(before) || quantity.comparator === '<')) return false
  if (quantity.isMeasure) return measuresTime(quantity, heads, left, right)
  if (quantity.unit !== null)
    return (!MONEY.test(right) || quantity.isCompared) && !(PAYS.test(left) && !quantity.isCompared) && !/so với ?$/iu.test(left)
  if (/không để [^,;]*$/iu.test(left) && !hasMeasure(left)) return false
  const noun = !NO_NOUN.test(right)
  const isWanted = !isOpen || clause.isAsked
  if (hasMeasure(left) && (ENDS_IN_VERB.test(left) || quantity.isCompared))
    return isWanted || (quantity.isCompared && !quantity.isRange)
  if (
    /: ?$/.test(left) &&
    heads.length === 0 &&
    !/^[^.;]*(?:thuộc|gồm|còn lại)(?!\p{L})/iu.test(right) &&
    (setting.isBullet || setting.isNumbered) &&
    (!isOpen || quantity.isCompared)
  )
    return true
  if (hasMeasure(left) && !noun && !isOpen) return true
  if (!noun || /^ ?(?:năm|người trở|tuổi)/iu.test(right)) return false
  if (PER_POPULATION.test(right) && isWanted) return true
  if (!isOpen && (FOUNDS.test(left) || quantity.isListed)) return true
  const hasShare = heads.some((head) => head.unit !== null)
  if (PART.test(left) && heads.length > 0) return isWanted || hasShare
  if (quantity.isCompared) return isWanted || quantity.comparator === '>=' || hasShare
  if (/(?:có|đạt|có thêm|thêm) ?$/iu.test(left) && (!isOpen || /(?:ph[ấâ]n đ[ấâ]u|mục tiêu|chỉ tiêu)[^.;,]*$/iu.test(before)))
    return true
  const last = heads.at(-1)
  return (
    (last?.isCompared === true || setting.isBullet) &&
    last?.unit === null &&
    /^[^.;:]{0,40} và ?$/iu.test(left) &&
    (isWanted || setting.isBullet)
  )
}

/** Minutes, days and years of age count where a duration is measured, or next to one that is. */
function measuresTime(quantity: Quantity, heads: readonly Quantity[], left: string, right: string): boolean {
  const last = heads.at(-1)
  if (last?.isMeasure && (quantity.isCompared || ENDS_IN_VERB.test(left))) return true
  const isReached = ENDS_IN_VERB.test(left) || quantity.isCompared || /(?<!\p{L})(?:giảm|tăng) [^,;:]*$/iu.test(left)
  return DURATION.test(left) && isReached && !/^ ?(?:tuổi|con)(?!\p{L})(?! *[.,;]|$)/iu.test(right)
}
