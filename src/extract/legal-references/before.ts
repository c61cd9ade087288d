// What stands before a document number becomes its issuer and its date.
//
//   "Ngày 12/11/2023, UBND tỉnh đã ban hành Quyết định số 15/QĐ-UBND" => 2023-11-12, UBND tỉnh
//   "Theo đề nghị của Trưởng phòng Nghiệp vụ Y tại Tờ trình số 9/TTr-NVY" => Trưởng phòng Nghiệp vụ Y
import { TYPE_NAMES } from '../../catalog/document-types.ts'
import type { Range } from '../../model/document.ts'
import { within } from '../../model/ranges.ts'
import type { FoundDate } from '../dates/index.ts'
import { issuerEnding } from './issuers.ts'

export type Before = {
  issuer: Range | null
  date: FoundDate | null
  /** Where “Quyết định của Bộ Y tế số …” begins, else null. */
  start: number | null
}

const AT =
  /(?: đã)?(?:,? (?:chỉ đạo|yêu cầu|đề nghị|giao(?: nhiệm vụ)?|hướng dẫn|thông báo|phê duyệt|kết luận|(?:có |cho )?ý kiến))? tại (?:các )?$/u
const ISSUES = /(?<! không)(?: đã| vừa| cũng đã)?(?: ký)?(?: ban hành| có| ra| ký)(?: các)? $/u
const TYPE_OF = new RegExp(
  String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}])(?:${TYPE_NAMES.join('|')})(?: [\p{sc=Latn}]+){0,2}? (?:của|do) $`,
  'iu',
)
/** What TYPE_OF ends with, looked for first: most mentions have none. */
const OF = / (?:của|do) \S/u
const DAY_BEFORE = /^ ?,? ?$/u
const HEAD_OF = /^(?:Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng|Lãnh đạo) (?<body>.+)$/u
const NEAR = 170

/** Reads back from `start`, where type or number begin, to the start of the clause. */
export function readBefore(folded: string, start: number, dates: readonly FoundDate[]): Before {
  const before = folded.slice(Math.max(0, start - NEAR), start)
  const clause =
    Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';'), before.lastIndexOf('\t'), before.lastIndexOf('. ')) + 1
  const from = start - before.length + clause
  const own = before.slice(clause)
  const bridge = AT.exec(own) ?? ISSUES.exec(own)
  if (bridge) {
    const issuer = issuerEnding(folded, from, from + bridge.index)
    const body = issuer && officeOf(folded, from, issuer)
    return { issuer: body, date: issuer ? dateBefore(folded, from, issuer.start, dates) : null, start: null }
  }
  const end = start - (/(?:,? số)? ?$/u.exec(own)?.[0].length ?? 0)
  const issuer = end > from && OF.test(own) ? issuerEnding(folded, from, end) : null
  const type = issuer && TYPE_OF.exec(folded.slice(from, issuer.start))
  return type ? { issuer, date: null, start: from + type.index } : { issuer: null, date: null, start: null }
}

/** “UBND tỉnh, Chủ tịch UBND tỉnh chỉ đạo tại”: of a body and its head named together, the body. */
function officeOf(folded: string, from: number, issuer: Range): Range {
  const body = HEAD_OF.exec(folded.slice(issuer.start, issuer.end))?.groups?.body
  const before = issuer.start - 2 - (body?.length ?? 0)
  if (!body || before < from || folded.slice(before, issuer.start) !== `${body}, `) return issuer
  return { start: before, end: before + body.length }
}

/** “Ngày 12/11/2023, UBND tỉnh …”: the day opens the clause. */
function dateBefore(folded: string, from: number, end: number, dates: readonly FoundDate[]): FoundDate | null {
  const date = within(dates, { start: from, end }).find((each) => each.precision === 'day')
  if (!date || !DAY_BEFORE.test(folded.slice(date.end, end))) return null
  return /^\s*(?:vào )?$/iu.test(folded.slice(from, date.start)) ? date : null
}
