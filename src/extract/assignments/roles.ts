// The words of a duty become the role of its unit, and the units that support it.
//
//   "chủ trì, phối hợp với Phòng Tài chính, Thanh tra Sở thẩm định" => lead, with Phòng Tài chính, Thanh tra Sở    "phối hợp kiểm tra" => support
//   "là đầu mối tổng hợp báo cáo" => lead    "bố trí kinh phí" => none

import { unitLength, unitsIn } from '../../catalog/units.ts'
import type { Range } from '../../model/document.ts'

export type Role = 'lead' | 'support' | null

const LEADS =
  /^[\s,:-]*(?:được giao |chịu trách nhiệm |có trách nhiệm |có nhiệm vụ )?(?:chủ trì|(?:là |làm )(?:cơ quan |đơn vị |bộ phận )?(?:đầu mối|thường trực|chủ trì)|đầu mối|thường trực|là đơn vị|tham mưu)(?!\p{L})/iu
const SUPPORTS = /^[\s,:-]*(?:có trách nhiệm |tích cực |chủ động )?(?:phối hợp|tham gia phối hợp|hỗ trợ)(?!\p{L})/iu
const WITH = /(?<!\p{L})(?:phối hợp (?:(?:chặt chẽ|tốt|đồng bộ) )?(?:cùng )?(?:với )?|với sự phối hợp của )/giu
/** Groups that name nobody. */
const VAGUE =
  /^(?:(?:các|những) )?(?:(?:đơn vị|cơ quan|ngành|sở|ban|phòng|bên|tổ chức|địa phương|đoàn thể|bộ phận)(?:, | và |$)?)+(?:(?: ?chức năng|có|khác)? ?(?:liên quan|trực thuộc|ngành)?)?(?: (?:của|trong) .*)?$/iu

/** Lead, support, or null where the words do not say it. */
export function roleIn(duty: string): Role {
  return LEADS.test(duty) ? 'lead' : SUPPORTS.test(duty) ? 'support' : null
}

/** Units behind “phối hợp với”, as ranges of the words; pass folded text. */
export function supportersIn(duty: string): Range[] {
  return [...duty.matchAll(WITH)].flatMap((found) => {
    const from = found.index + found[0].length
    const length = unitLength(duty.slice(from))
    return unitsIn(duty.slice(from, from + length))
      .map(({ start, end }) => ({ start: from + start, end: from + end }))
      .filter(({ start, end }) => !VAGUE.test(duty.slice(start, end)))
  })
}
