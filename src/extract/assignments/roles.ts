// The words of a duty become the role of its unit, and the units that support it.
//
//   "chủ trì, phối hợp với Phòng Tài chính, Thanh tra Sở thẩm định" => lead, with Phòng Tài chính, Thanh tra Sở    "phối hợp kiểm tra" => support
//   "là đầu mối tổng hợp báo cáo" => lead    "bố trí kinh phí" => none

import { unitLength, unitsIn } from '../../catalog/units.ts'
import type { Range } from '../../model/document.ts'
import { type Grammar, matchOf } from '../../text/phrases.ts'

export type Role = 'lead' | 'support' | null

const LEADS = '^#Sign? (#Charge|#Given)? #Lead'
const SUPPORTS = '^#Sign? (#Charge|#Given)? #Support'
const LONGEST_LEAD = 80
/** Groups that name nobody. */
export const VAGUE =
  /^(?:(?:các|những) )?(?:(?:đơn vị|cơ quan|ngành|sở|ban|phòng|bên|tổ chức|địa phương|đoàn thể|bộ phận)(?:, | và |$)?)+(?:(?: ?chức năng|có|khác)? ?(?:liên quan|trực thuộc|ngành)?)?(?: (?:của|trong) .*)?$/iu

/** Lead, support, or null where the words do not say it. */
export function roleIn(duty: string, agencies: Grammar): Role {
  const terms = agencies.read(duty, 0, Math.min(duty.length, LONGEST_LEAD))
  return matchOf(LEADS, terms) ? 'lead' : matchOf(SUPPORTS, terms) ? 'support' : null
}

/** Units behind “phối hợp với”, as ranges of the words; pass folded text. */
export function supportersIn(duty: string, agencies: Grammar): Range[] {
  return agencies.read(duty).flatMap(({ tags, end }) => {
    if (!tags.has('Support') && !tags.has('Alongside')) return []
    const from = end + (duty.charAt(end) === ' ' ? 1 : 0)
    const length = unitLength(duty.slice(from), agencies)
    return unitsIn(duty.slice(from, from + length), agencies)
      .map((unit) => ({ start: from + unit.start, end: from + unit.end }))
      .filter(({ start, end }) => !VAGUE.test(duty.slice(start, end)))
  })
}
