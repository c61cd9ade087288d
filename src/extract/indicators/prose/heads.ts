// Quantities of a sentence become those that set targets: the others are parts of names, past results, conditions, money.
import { isConditional } from './conditions.ts'
import type { Quantity } from './quantities.ts'
import type { Setting } from './settings.ts'
import {
  CONCENTRATED,
  COUNTED,
  DESCRIBES,
  DURATION,
  EARNS,
  ENDS_IN_VERB,
  FUND,
  GRADED,
  hasMeasure,
  MONEY,
  NO_NOUN,
  NO_TARGET_NOUN,
  PART,
  PAST,
  PAYS,
  PLACED,
  RANKED,
} from './wording.ts'

/** A rate: “bác sĩ/vạn dân”. */
export const PER_POPULATION = /^ ?\p{sc=Latn}[\p{sc=Latn} ]{1,30}\/ ?(?:vạn|[\d.]+ ?\p{sc=Latn})/u
/** What a number is a rate of: “5/100.000 dân”. */
export const OF_PEOPLE = /^ ?\/ ?[\d.]+ ?\p{sc=Latn}/u
const FOUNDS =
  /(?:xây dựng|thành lập|thí điểm|mở|mở rộng|triển khai|duy trì|tổ chức|đào tạo|hình thành|phát triển)(?: mới| thí điểm)? ?$/iu
/** “năm 2021 là 25,1%”: the year of the number stands right before it. */
const YEAR_BEFORE =
  /(?<!so với )(?<!\p{sc=Latn})năm (?<year>(?:19|20)\d{2})(?: chỉ)?(?: (?:là|đạt|có|chiếm|khoảng|còn|ước)|:)? ?$/iu
const ASKED_AFTER = /^[\s\S]*(?:ph[ấâ]n đ[ấâ]u|mục tiêu|chỉ tiêu năm)(?!\p{sc=Latn})/iu
const CLOCK = /^ ?(?:giờ|h)(?!\p{sc=Latn})/iu
/** “riêng 03 xã …”: of whom something else is said. */
const APART = /(?:^|[,;:(] ?)riêng (?:đối với |tại |ở )?$/iu
/** A statement: “tỷ lệ hộ nghèo là 4,2%”. */
const STATES = /(?:(?<!\p{sc=Latn})(?:là|chiếm|khoảng)) ?$/iu

export type Clause = {
  /** The sentence up to the quantity, and what stands between the number before it and it. */
  before: string
  left: string
  /** What stands between the last target and it. */
  own: string
  right: string
  /** The sentence or what leads to it asks for something: phấn đấu, đảm bảo, ít nhất. */
  isAsked: boolean
  /** The clause before the semicolon tells of the past, and nothing asks for more. */
  isPast: boolean
  firstYear: number | null
}

/** Whether a quantity is a target's. `heads` are the targets of the sentence so far. */
export function isHead(quantity: Quantity, heads: readonly Quantity[], clause: Clause, setting: Setting): boolean {
  const { before, left, right } = clause
  const isOpen = setting.weight !== 'targets'
  const isListItem = setting.isBullet || setting.isNumbered
  if (isToldOrStated(quantity, clause, isOpen, isListItem)) return false
  const { comparator, isCompared } = quantity
  if (
    isConditional({
      before,
      left,
      right,
      isOpen,
      isAsked: clause.isAsked,
      comparator,
      isCompared,
      isShare: quantity.unit !== null || quantity.kind === 'grade',
    })
  )
    return false
  if (quantity.isMeasure) return isMeasured(quantity, heads, clause.own, right, isOpen)
  if (quantity.unit !== null) return isShare(left, right, isCompared, isOpen && (!clause.isAsked || !isCompared))
  if (/không để [^,;]*$/iu.test(left) && !hasMeasure(left)) return false
  if (APART.test(left) && !isCompared) return false
  const noun = !NO_NOUN.test(right)
  const isWanted = !isOpen || clause.isAsked
  if (hasMeasure(left) && (ENDS_IN_VERB.test(left) || isCompared)) return isWanted || (isCompared && !quantity.isRange)
  if (
    /: ?$/.test(left) &&
    heads.length === 0 &&
    !/^[^.;]*(?:thuộc|gồm|còn lại)(?!\p{sc=Latn})/iu.test(right) &&
    isListItem &&
    (!isOpen || isCompared)
  )
    return true
  if (hasMeasure(left) && !noun && !isOpen) return true
  // “Tỷ lệ mắc sởi dưới 5/100.000 dân, ho gà dưới 1/100.000 dân”
  if (isCompared && OF_PEOPLE.test(right) && OF_PEOPLE.test(clause.own)) return true
  if (!noun || /^ ?(?:năm|người trở|tuổi)/iu.test(right)) return false
  if (PER_POPULATION.test(right) && isWanted) return true
  if (!isOpen && (FOUNDS.test(left) || quantity.isListed)) return true
  const hasShare = heads.some((head) => head.unit !== null)
  if (PART.test(left) && heads.length > 0) return isWanted || hasShare
  if (isCompared) return isWanted || comparator === '>=' || hasShare
  if (/(?:có|đạt|có thêm|thêm) ?$/iu.test(left) && (!isOpen || /(?:ph[ấâ]n đ[ấâ]u|mục tiêu|chỉ tiêu)[^.;,]*$/iu.test(before)))
    return true
  if (!isOpen && isListItem && isCounted(left, right)) return true
  const last = heads.at(-1)
  return (
    (last?.isCompared === true || setting.isBullet) &&
    last?.unit === null &&
    /^[^.;:]{0,80} và ?$/iu.test(left) &&
    (isWanted || setting.isBullet)
  )
}

/** A share of people or things, not of costs, of a solution or of those that a plan has found. */
function isShare(left: string, right: string, isCompared: boolean, isTold: boolean): boolean {
  if (MONEY.test(right) && (!isCompared || PAYS.test(left))) return false
  if (PAYS.test(left) && !isCompared) return false
  if (isTold && FUND.test(left)) return false
  if (isTold && (/chiếm ?$/iu.test(left) || (/\( ?$/.test(left) && /^\)/.test(right)))) return false
  return !CONCENTRATED.test(left) && !/so với ?$/iu.test(left)
}

/** What was reached, and what only describes. */
function isToldOrStated(quantity: Quantity, clause: Clause, isOpen: boolean, isListItem: boolean): boolean {
  const { left, right } = clause
  // “Năm 2023 đạt 91%, phấn đấu …”: behind what asks, the past is over.
  const before = clause.before.replace(ASKED_AFTER, '')
  if (isOpen && !clause.isAsked && DESCRIBES.test(before)) return true
  if (clause.isPast || PAST.test(before) || (isOpen && PAST.test(right.slice(0, 60).replace(/\(.*/u, '')))) return true
  const year = YEAR_BEFORE.exec(left)?.groups?.year
  if (year && clause.firstYear !== null && Number(year) < clause.firstYear) return true
  return isOpen && !isListItem && !clause.isAsked && !quantity.isCompared && STATES.test(left)
}

/** “Cử 05 bác sĩ đi học”, not “tại 05 xã”, “theo 03 kịch bản”, “3 không”. */
function isCounted(left: string, right: string): boolean {
  return !PLACED.test(left) && !NO_TARGET_NOUN.test(right) && /(?:^|[\p{sc=Latn},]) ?$/u.test(left)
}

/** “74,5 tuổi vào năm 2025 và 75 tuổi vào năm 2030”: only a year between two values of one measure. */
const OTHER_YEAR = /^ ?\p{sc=Latn}+(?: \p{sc=Latn}+)? \(?(?:(?:vào|đến|trong) )?(?:năm )?\d{4}\)?[\s,]*(?:và )?$/iu

/** Minutes, ranks, grades and money count where they are measured, or next to one that is. */
function isMeasured(quantity: Quantity, heads: readonly Quantity[], left: string, right: string, isOpen: boolean): boolean {
  const last = heads.at(-1)
  const isReached = ENDS_IN_VERB.test(left) || quantity.isCompared
  if (CLOCK.test(right) && /(?:từ|đến|lúc|hồi|trước|sau|vào)(?: thứ)? ?$/iu.test(left)) return false
  switch (quantity.kind) {
    case 'grade':
      return isReached && GRADED.test(left)
    case 'rank':
      return RANKED.test(left) && /(?<!\p{sc=Latn})(?:tăng|giảm|nâng|lên|cải thiện|xuống)(?: [^,;:]*)?$/iu.test(left)
    case 'money':
      return !isOpen && isReached && EARNS.test(left)
    default:
      if (last?.isMeasure && (isReached || (last.measureUnit === quantity.measureUnit && OTHER_YEAR.test(left)))) return true
      if (ENDS_IN_VERB.test(left) && countsOwn(left, right)) return true
      return (
        DURATION.test(left) &&
        (isReached || /(?<!\p{sc=Latn})(?:giảm|tăng|rút ngắn) [^,;:]*$/iu.test(left)) &&
        !/^ ?(?:tuổi|con)(?!\p{sc=Latn})(?! *[.,;]|$| (?:(?:vào|đến|trong) )?(?:hết |cuối )?năm \d{4})/iu.test(right)
      )
  }
}

/** “số con trung bình … là 2,05 con”: the noun that is counted comes again as the unit. */
function countsOwn(left: string, right: string): boolean {
  const noun = [...left.matchAll(COUNTED)].at(-1)
  const unit = /^ ?(\p{sc=Latn}+)/u.exec(right)?.[1]?.toLowerCase()
  return noun !== undefined && unit !== undefined && left.slice(noun.index).toLowerCase().startsWith(`số ${unit} `)
}
