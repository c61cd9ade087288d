// What stands behind a document number becomes date, issuer and title, in any subset and order.
//
//   "Chỉ thị số 5/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc giảm muối." => 2021-07-16, Thủ tướng Chính phủ, giảm muối
import { TYPE_NAMES } from '../../catalog/document-types.ts'
import type { Range } from '../../model/document.ts'
import type { FoundDate } from '../dates/index.ts'

export type Tail = {
  date: FoundDate | null
  /** The year alone, where no day is printed. */
  year: string | null
  issuer: Range | null
  title: Range | null
  /** Where number, date and issuer end, and where the title does. */
  coreEnd: number
  end: number
}

const PROPER = String.raw`(?!(?:Sửa|Ban hành|Quy định|Phê|Về|Hướng|Phát động|Giao|Triển|Tổ chức|Thành lập|Tăng|Đẩy|Chấn|Thông qua|Kiện|Phân|Công bố|Bổ)(?!\p{L}))\p{Lu}[\p{L}\p{M}]*`
const PLACE = String.raw`(?: (?:tỉnh|thành phố|TP\.?|huyện|thị xã|quận|xã|phường|Tỉnh|Thành phố|Huyện)(?: ${PROPER}(?: -? ?${PROPER}){0,3})?| ${PROPER}(?: ${PROPER}){0,2})?`
const TERM = String.raw`(?:,? \(?[Kk]hóa [IVXLC]+\)?|,? nhiệm kỳ [\d\s-]+)?`
const FIELD = String.raw`${PROPER}(?:(?:,| -)? ${PROPER}| và (?=Đào|Truyền|Xã hội|Phát|Công nghệ|Môi|Du lịch|Đầu|Tôn|Thể)${PROPER}| (?:tế|vụ|chính|sản|tạo|dục|phủ|pháp|hội|thông|nghệ|trường|thôn|dựng|du lịch|thao|tư|sát|bệnh tật|dân|phòng|đầu tư|môi trường|công nghệ|truyền thông|đào tạo)(?!\p{L}))*`
const ISSUERS = [
  String.raw`Bộ Chính trị`,
  String.raw`Ban Bí thư(?: Trung ương(?: Đảng)?)?`,
  String.raw`Ban Chấp hành (?:Trung ương(?: Đảng)?(?: Cộng sản Việt Nam)?|Đảng bộ${PLACE})`,
  String.raw`(?:Ban Thường vụ |Thường trực |BTV )?(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy${PLACE}`,
  String.raw`(?:Thủ tướng )?Chính phủ`,
  String.raw`(?:(?:Ủy ban|UB) Thường vụ )?Quốc hội`,
  String.raw`Chủ tịch nước`,
  String.raw`(?:(?:Chủ tịch|Phó Chủ tịch|Văn phòng|VP) )?(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân)${PLACE}`,
  String.raw`(?:(?:Bộ trưởng|Thứ trưởng|Thanh tra|Liên) )?[Bb]ộ ${FIELD}`,
  String.raw`(?:(?:Giám đốc|Thanh tra|Văn phòng) )?Sở ${FIELD}${PLACE}`,
]
const KNOWN_ISSUER = new RegExp(`^(?:${ISSUERS.join('|')})${TERM}(?:(?:,| và| -) Bộ ${FIELD}| và Sở ${FIELD})*`, 'u')
const OTHER_ISSUER =
  /^(?:Ban|Cục|Tổng cục|Chi cục|Vụ|Viện|Trung tâm|Bệnh viện|Hội đồng|Liên đoàn|Công đoàn|Văn phòng|Thanh tra|Trường|Phòng|Đoàn|Hội|BHXH|Bảo hiểm xã hội|Liên ngành|liên ngành|Tổ|Kiểm toán|Ngân hàng|TTYT|Công an|Tỉnh đoàn|Ủy ban|ủy ban|Giám đốc|Chủ tịch|Thường trực|Hiệp hội|Quỹ|Tổ chức|Đảng|Đại sứ|Mặt trận|Ban chỉ đạo|BCĐ|trung tâm|bệnh viện|phòng)(?![\p{L}\p{M}])/u
const ISSUER_END =
  /[;:.()"\n\t]|, (?!(?:chống|tệ|chữa|Thể|Thương|Gia|khen|trực)(?!\p{L}))| (?:[Vv]ề(?! hưu)|[Vv]\/v|[Bb]an hành|[Pp]hê duyệt|[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|phát động|gắn|để|nhằm|đã|được|tại|theo|giao|công bố|triển khai|ngày|năm|trong|đến|có|thì|là|kèm|yêu cầu|thông báo|chỉ đạo|đề nghị)(?![\p{L}\p{M}])/u
const OF = /^ ?,? ?(?:của|do) (?:liên tịch )?/iu
const YEAR_ONLY = /^ ?,? ?năm (?<year>(?:19|20)\d{2})(?!\d)(?= (?:của|về|ban|do)| ?[,;.)]|$)/iu
const DAY = /^ ?,? ?(?:(?:được )?(?:ban hành|ký) )?(?:ngày )?/iu
const VERBS =
  'ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|phát động|công bố|giao|triển khai|tổ chức|thành lập|tăng cường|đẩy mạnh|chấn chỉnh|thông qua|kiện toàn|phân công|phân bổ|một số|quy chế|chỉ đạo|đề nghị'
const TITLE_START = new RegExp(
  String.raw`^ ?(?:, ?|: ?)?["(]? ?(?:(?<about>(?:v ?\/ ?v|về việc|về)(?![\p{L}\p{M}]) ?:? ?)|(?=(?:${VERBS})(?![\p{L}\p{M}])))`,
  'iu',
)
const NUMBERED = new RegExp(
  String.raw`(?: ?[,;]| (?:và|cùng)) (?:các )?(?:${TYPE_NAMES.join('|')}) (?:[\p{L} ]{0,20})?(?:số ?:? ?\d|\d{1,5} ?[/-] ?[\dA-ZĐ])`,
  'iu',
)
const CLAUSE =
  /, (?=(?:Sở|UBND|Ủy ban|Trung tâm|Bệnh viện|Ban|Bộ|Chi cục|Phòng|Chủ tịch|Giám đốc|HĐND|Hội đồng|BHXH|Liên)\s)|,? (?:gắn (?:với|liền)|nhằm|đồng thời|trong đó|căn cứ|yêu cầu các|đề nghị các)(?![\p{L}\p{M}])| với (?:cơ bản )?\d|,? (?:đảm bảo|phấn đấu|ít nhất|trên) \d/u
const AFTER_PERIOD = /(?:năm (?:19|20)\d{2}|(?:19|20)\d{2} ?- ?(?:19|20)?\d{2,4}|") ?, (?=\p{Ll})/iu
const BRACKET = / ?\((?! ?(?:\d|[Kk]hóa|[IVX]+\)|sửa đổi|HIV|giai đoạn|[\p{Lu}\d-]{2,12}\)))/u
const LATE_DATE = / ?,? (?:ban hành )?ngày \d/iu
const LONGEST_TITLE = 420
const LONGEST_ISSUER = 150

/** Parses what follows the number at `from`; `dates` are those of the whole text, `limit` is where the paragraph ends. */
export function readTail(folded: string, from: number, limit: number, dates: readonly FoundDate[]): Tail {
  const tail: Tail = { date: null, year: null, issuer: null, title: null, coreEnd: from, end: from }
  for (let at = from; ; ) {
    const rest = folded.slice(at, Math.min(limit, at + 700))
    const date: FoundDate | null = tail.date === null ? dateAt(rest, at, dates) : null
    if (date) {
      tail.date = date
      at = date.end
      if (!tail.title) tail.coreEnd = at
      continue
    }
    const year: RegExpExecArray | null = tail.date === null && tail.year === null && at === from ? YEAR_ONLY.exec(rest) : null
    if (year) {
      tail.year = year.groups!.year!
      at += year[0].length
      tail.coreEnd = at
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
  let end = /[;:\n\t]|[.!?](?= ["(]?\p{Lu}| ?$| ?\/)/u.exec(words)?.index ?? words.length
  const period = AFTER_PERIOD.exec(words.slice(0, end))
  if (period) end = period.index + period[0].trimEnd().length - 1
  for (const stop of [NUMBERED, CLAUSE, BRACKET, LATE_DATE]) {
    const found = stop.exec(words.slice(0, end))
    if (found && !(stop === LATE_DATE && /\d ?\/|số/.test(words.slice(Math.max(0, found.index - 40), found.index))))
      end = Math.min(end, found.index)
  }
  return end
}
