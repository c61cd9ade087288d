// What stands behind a document number becomes date, issuer and title, in any subset and order.
//
//   "… ngày 16/7/2021 của Thủ tướng Chính phủ về việc phát động thi đua …" => 2021-07-16, Thủ tướng Chính phủ, phát động thi đua …
import { TYPE_NAMES } from '../../catalog/document-types.ts'
import type { Range } from '../../model/document.ts'
import type { FoundDate } from '../dates/index.ts'

export type Tail = {
  date: FoundDate | null
  issuer: Range | null
  title: Range | null
  /** Where number, date and issuer end, and where the title does. */
  coreEnd: number
  end: number
}

const PROPER = String.raw`(?!(?:Sửa|Ban\s+hành|Quy\s+định|Phê|Về|Hướng|Phát\s+động|Giao|Triển|Tổ\s+chức|Thành\s+lập|Tăng|Đẩy|Chấn|Thông\s+qua|Kiện|Phân|Công\s+bố|Bổ)(?!\p{L}))\p{Lu}[\p{L}\p{M}]*`
const PLACE = String.raw`(?:\s+(?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường|Tỉnh|Thành phố|Huyện)(?:\s+${PROPER}(?:\s+-?\s?${PROPER}){0,3})?|\s+${PROPER}(?:\s+${PROPER}){0,2})?`
const TERM = String.raw`(?:,?\s+\(?[Kk]hóa\s+[IVXLC]+\)?|,?\s+nhiệm\s+kỳ\s+[\d\s-]+)?`
const FIELD = String.raw`${PROPER}(?:(?:,|\s-|\s+và)?\s+${PROPER}|\s+(?:tế|vụ|chính|sản|tạo|dục|phủ|pháp|hội|thông|nghệ|trường|thôn|dựng|du\s+lịch|thao|tư|sát|bệnh\s+tật|dân|phòng|đầu\s+tư|môi\s+trường|công\s+nghệ|truyền\s+thông|đào\s+tạo)(?!\p{L}))*`
const ISSUERS = [
  String.raw`Bộ\s+Chính\s+trị`,
  String.raw`Ban\s+Bí\s+thư(?:\s+Trung\s+ương(?:\s+Đảng)?)?`,
  String.raw`Ban\s+Chấp\s+hành\s+(?:Trung\s+ương(?:\s+Đảng)?(?:\s+Cộng\s+sản\s+Việt\s+Nam)?|Đảng\s+bộ${PLACE})`,
  String.raw`(?:Ban\s+Thường\s+vụ\s+|Thường\s+trực\s+|BTV\s+)?(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng)\s+ủy${PLACE}`,
  String.raw`(?:Thủ\s+tướng\s+)?Chính\s+phủ`,
  String.raw`(?:(?:Ủy\s+ban|UB)\s+Thường\s+vụ\s+)?Quốc\s+hội`,
  String.raw`Chủ\s+tịch\s+nước`,
  String.raw`(?:(?:Chủ\s+tịch|Phó\s+Chủ\s+tịch|Văn\s+phòng|VP)\s+)?(?:UBND|Ủy\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân|Hội\s+đồng\s+Nhân\s+dân)${PLACE}`,
  String.raw`(?:(?:Bộ\s+trưởng|Thứ\s+trưởng|Thanh\s+tra|Liên)\s+)?[Bb]ộ\s+${FIELD}`,
  String.raw`(?:(?:Giám\s+đốc|Thanh\s+tra|Văn\s+phòng)\s+)?Sở\s+${FIELD}${PLACE}`,
]
const KNOWN_ISSUER = new RegExp(`^(?:${ISSUERS.join('|')})${TERM}`, 'u')
const OTHER_ISSUER = /^(?:Ban|Cục|Tổng cục|Chi cục|Vụ|Viện|Trung tâm|Bệnh viện|Hội đồng|Liên đoàn|Công đoàn|Văn phòng|Thanh tra|Trường|Phòng|Đoàn|Hội|BHXH|Bảo hiểm xã hội|Liên ngành|liên ngành|Tổ|Kiểm toán|Ngân hàng|TTYT|Công an|Tỉnh đoàn|Ủy ban|ủy ban|Giám đốc|Chủ tịch|Thường trực|Hiệp hội|Quỹ|Tổ chức|Đảng|Đại sứ|Mặt trận|Ban chỉ đạo|BCĐ|trung tâm|bệnh viện|phòng)(?![\p{L}\p{M}])/u
const ISSUER_END = /[;:.()"\n\t]|,\s+(?!(?:chống|tệ|chữa|Thể|Thương|Gia|khen|trực)(?!\p{L}))|\s+(?:về(?!\s+hưu)|v\/v|ban\s+hành|phê\s+duyệt|quy\s+định|hướng\s+dẫn|sửa\s+đổi|phát\s+động|gắn|để|nhằm|đã|được|tại|theo|giao|công\s+bố|triển\s+khai|ngày|năm|trong|đến|có|thì|là|kèm|yêu\s+cầu|thông\s+báo|chỉ\s+đạo|đề\s+nghị)(?![\p{L}\p{M}])/iu
const OF = /^\s*,?\s*(?:của|do)\s+(?:liên\s+tịch\s+)?/iu
const DAY = /^\s*,?\s*(?:(?:được\s+)?(?:ban\s+hành|ký)\s+)?(?:ngày\s+)?/iu
const VERBS = 'ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|phát động|công bố|giao|triển khai|tổ chức|thành lập|tăng cường|đẩy mạnh|chấn chỉnh|thông qua|kiện toàn|phân công|phân bổ|một số|quy chế|chỉ đạo|đề nghị'
const TITLE_START = new RegExp(String.raw`^\s*(?:,\s*|:\s*)?["(]?\s*(?:(?<about>(?:v\s?\/\s?v|về\s+việc|về)(?![\p{L}\p{M}])\s*:?\s*)|(?=(?:${VERBS.replace(/ /g, '\\s+')})(?![\p{L}\p{M}])))`, 'iu')
const NUMBERED = new RegExp(String.raw`\s*(?:,|;|\s(?:và|cùng))\s+(?:các\s+)?(?:${TYPE_NAMES.map((name) => name.replace(/ /g, '\\s+')).join('|')})\s+(?:[\p{L}\s]{0,20})?(?:số\s*:?\s*\d|\d{1,5}\s?[/-]\s?[\dA-ZĐ])`, 'iu')
const CLAUSE = /,\s+(?=(?:Sở|UBND|Ủy ban|Trung tâm|Bệnh viện|Ban|Bộ|Chi cục|Phòng|Chủ tịch|Giám đốc|HĐND|Hội đồng|BHXH|Liên)\s)|,?\s+(?:gắn\s+(?:với|liền)|nhằm|đồng\s+thời|trong\s+đó|căn\s+cứ|yêu\s+cầu\s+các|đề\s+nghị\s+các)(?![\p{L}\p{M}])|\s+với\s+(?:cơ\s+bản\s+)?\d|,?\s+(?:đảm\s+bảo|phấn\s+đấu|ít\s+nhất|trên)\s+\d/u
const AFTER_PERIOD = /(?:năm\s+(?:19|20)\d{2}|(?:19|20)\d{2}\s*-\s*(?:19|20)?\d{2,4}|")\s*,\s+(?=\p{Ll})/iu
const BRACKET = /\s*\((?!\s*(?:\d|[Kk]hóa|[IVX]+\)|sửa đổi|HIV|giai đoạn|[\p{Lu}\d-]{2,12}\)))/u
const LATE_DATE = /\s*,?\s+(?:ban hành\s+)?ngày\s+\d/iu
const LONGEST_TITLE = 420
const LONGEST_ISSUER = 150

/** Parses what follows the number at `from`; `dates` are those of the whole text, `limit` is where the paragraph ends. */
export function readTail(folded: string, from: number, limit: number, dates: readonly FoundDate[]): Tail {
  const tail: Tail = { date: null, issuer: null, title: null, coreEnd: from, end: from }
  for (let at = from; ; ) {
    const rest = folded.slice(at, Math.min(limit, at + 700))
    const date: FoundDate | null = tail.date === null ? dateAt(rest, at, dates) : null
    if (date) {
      tail.date = date
      at = date.end
      if (!tail.title) tail.coreEnd = at
      continue
    }
    const issuer: Range | null = tail.issuer === null ? issuerAt(rest, at) : null
    if (issuer) {
      tail.issuer = issuer
      at = issuer.end
      if (!tail.title) tail.coreEnd = at
      continue
    }
    const title: Range | null = tail.title === null ? titleAt(rest, at) : null
    if (!title) break
    tail.title = title
    at = folded[title.end] === '"' ? title.end + 1 : title.end
  }
  tail.end = Math.max(tail.coreEnd, tail.title?.end ?? 0, tail.date?.end ?? 0, tail.issuer?.end ?? 0)
  return tail
}

function dateAt(rest: string, at: number, dates: readonly FoundDate[]): FoundDate | null {
  const skipped = DAY.exec(rest)?.[0].length ?? 0
  const date = firstFrom(dates, at)
  return date && date.start <= at + skipped && (date.precision === 'day' || date.precision === 'month') ? date : null
}

function firstFrom(dates: readonly FoundDate[], at: number): FoundDate | null {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.start < at) low = middle + 1
    else high = middle
  }
  return dates[low] ?? null
}

function issuerAt(rest: string, at: number): Range | null {
  const of = OF.exec(rest)
  if (!of) return null
  const words = rest.slice(of[0].length)
  const known = KNOWN_ISSUER.exec(words)?.[0]
  const start = at + of[0].length
  if (known) return { start, end: start + known.trimEnd().length }
  if (!OTHER_ISSUER.test(words)) return null
  const end = ISSUER_END.exec(words.slice(0, LONGEST_ISSUER))?.index ?? Math.min(words.length, LONGEST_ISSUER)
  return end > 0 ? { start, end: start + words.slice(0, end).trimEnd().length } : null
}

function titleAt(rest: string, at: number): Range | null {
  const opening = TITLE_START.exec(rest)
  if (!opening) return null
  let start = opening[0].length
  const isQuoted = opening[0].includes('"') || rest[start] === '"'
  if (rest[start] === '"') start++
  const words = rest.slice(start, start + LONGEST_TITLE)
  const end = isQuoted && words.includes('"') ? words.indexOf('"') : titleEnd(words)
  const title = words.slice(0, end).replace(/[\s.,;:"]+$/u, '')
  return title.length > 3 ? { start: at + start, end: at + start + title.length } : null
}

function titleEnd(words: string): number {
  let end = /[;:\n\t]|[.!?](?=\s+["(]?\p{Lu}|\s*$|\s*\/)/u.exec(words)?.index ?? words.length
  const period = AFTER_PERIOD.exec(words.slice(0, end))
  if (period) end = period.index + period[0].trimEnd().length - 1
  for (const stop of [NUMBERED, CLAUSE, BRACKET, LATE_DATE]) {
    const found = stop.exec(words.slice(0, end))
    if (found && !(stop === LATE_DATE && /\d\s*\/|số/.test(words.slice(Math.max(0, found.index - 40), found.index)))) end = Math.min(end, found.index)
  }
  return end
}
