// The words behind number, date and issuer become the title of an act, up to where the next act or the main clause begins.
//
//   "về việc giảm muối, Sở Y tế đề nghị" => giảm muối    "quy định giá thuốc và Công văn số 5/BYT-KH" => quy định giá thuốc
import { TYPE_NAMES } from '../../catalog/document-types.ts'
import type { Range } from '../../model/document.ts'

const VERBS =
  'ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|bãi bỏ|phát động|công bố|thành lập|tăng cường|đẩy mạnh|chấn chỉnh|thông qua|kiện toàn|phân công|phân bổ|một số|quy chế'
// Verbs that go on with the sentence behind a bare number, and open a title behind date or issuer.
const VERBS_AFTER_ISSUER =
  'giao|triển khai|tổ chức|chỉ đạo|đề nghị|thực hiện|xây dựng|thi hành|đính chính|kết luận|kiểm tra|thanh tra|thay thế|công nhận|cho phép|chấp thuận|điều chỉnh|gia hạn'
const opening = (verbs: string) =>
  new RegExp(
    String.raw`^ ?(?:, ?|: ?)?["(]? ?(?:(?<about>(?:v ?\/ ?v|về việc|về)(?![\p{sc=Latn}\p{sc=Zinh}]) ?:? ?)|(?=(?:${verbs})(?![\p{sc=Latn}\p{sc=Zinh}])))`,
    'iu',
  )
const OPENING = opening(VERBS)
const OPENING_AFTER_ISSUER = opening(`${VERBS}|${VERBS_AFTER_ISSUER}`)

const TYPES = `${TYPE_NAMES.join('|')}|văn bản`
const NUMBERED = new RegExp(
  String.raw`(?: ?[,;]| (?:và|cùng))(?: theo| thực hiện)? (?:các )?(?:${TYPES}) (?:[\p{sc=Latn} ]{0,30}?)?(?:số ?:? ?\d|\d{1,5} ?[/-] ?[\dA-ZĐ])`,
  'iu',
)
/** One more act, unless the title is that of the rules for both: “… và Luật Dược năm 2016”. */
const DATED_LAW =
  /(?<!(?:của|thi hành|theo) (?:Bộ luật|Luật|Pháp lệnh) [^,;]{0,160})(?: ?,)? và (?:Bộ luật|Luật|Pháp lệnh) [^,;.()]{2,80} năm (?:19|20)\d{2}/u
/** “… và ý kiến chỉ đạo của UBND tỉnh tại …”: what another paper says begins. */
const SAID_ELSEWHERE =
  /,? (?:và|cùng)(?: theo)? (?:các )?(?:ý kiến|văn bản|chỉ đạo|kết luận|đề nghị|hướng dẫn)(?: [\p{sc=Latn}]+){0,3} (?:của|số|tại)(?!\p{sc=Latn})/iu
const CLAUSE =
  /, (?=(?:Sở|UBND|Ủy ban|Trung tâm|Bệnh viện|Ban|Bộ|Chi cục|Phòng|Chủ tịch|Giám đốc|HĐND|Hội đồng|BHXH|Bảo hiểm xã hội|Liên|TTYT|Công an|Tỉnh đoàn)\s)|,? (?:gắn (?:với|liền)|nhằm|(?<=, )(?:để|nay|do đó|vì vậy)|đồng thời|trong đó|căn cứ|yêu cầu các|đề nghị các|như sau|cụ thể như|với (?:các |những )?(?:nội dung|chỉ tiêu|mục tiêu) (?:cụ thể |chủ yếu |chính )?(?:như )?sau)(?![\p{sc=Latn}\p{sc=Zinh}])| với (?:cơ bản )?\d|,? (?:đảm bảo|phấn đấu|ít nhất|trên) \d/u
const AFTER_PERIOD = /(?:năm (?:19|20)\d{2}|(?:19|20)\d{2} ?- ?(?:19|20)?\d{2,4}|") ?, (?=\p{Ll})/iu
const BRACKET = / ?\((?! ?(?:\d|[Kk]hóa|[IVX]+\)|sửa đổi|HIV|giai đoạn|[\p{Lu}\d-]{2,12}\)))/u
const LATE_DATE = / ?,? (?:(?:cùng|đều) )?(?:ban hành )?(?:cùng )?ngày \d/iu
const FORCE = /,? (?:(?:khi )?có hiệu lực|hết hiệu lực)(?!\p{sc=Latn})/iu
/** Not what goes on with the sentence: “và …”, “tại cuộc họp …”, “được …”. */
const ITEM = new RegExp(
  String.raw`^ (?<title>(?!(?:các )?(?:${TYPES}|và|cùng|theo|tại|đã|có|như|do|được|thì|hết|của|hoặc|ngày|số|năm|nhiệm kỳ|khóa|kỳ họp|họp|sau|trước|khi|nhằm|để|gửi|là|trong|với|cho|từ|đến|nêu|trên|nói|luật|ý kiến)(?![\p{sc=Latn}\p{sc=Zinh}]))\p{sc=Latn}[^;:\n\t]{12,420})(?=[;:]|[.,]?$)`,
  'iu',
)
const LONGEST = 420

/** The title at the start of `rest`, as a range from `at` on; `isNamed` says that date or issuer stand in front. */
export function titleAt(rest: string, at: number, isNamed: boolean): Range | null {
  const found = (isNamed ? OPENING_AFTER_ISSUER : OPENING).exec(rest)
  if (!found) return null
  const isNewClause = isNamed && /^ ?,/.test(found[0]) && found.groups!.about === undefined && !OPENING.test(rest)
  if (isNewClause) return null
  let start = found[0].length
  const isQuoted = found[0].includes('"') || rest[start] === '"'
  if (rest[start] === '"') start++
  const words = rest.slice(start, start + LONGEST)
  const quoted = isQuoted ? words.indexOf('"') : -1
  // “về việc triển khai "Tháng …" năm 2016”: a quotation that opens a title does not end it where words follow.
  const end = quoted >= 0 && (found[0].includes('"') || !/^" \p{Ll}/u.test(words.slice(quoted))) ? quoted : titleEnd(words)
  const title = withQuote(words.slice(0, end).replace(/[\s.,;:"]+$/u, ''), words)
  return title.length > 3 ? { start: at + start, end: at + start + title.length } : null
}

/** In an item of a preamble, what follows date and issuer up to “;” is the title, whatever word it begins with. */
export function restAsTitle(rest: string, at: number): Range | null {
  const item = ITEM.exec(rest)
  if (!item) return null
  const start = item[0].length - item.groups!.title!.length
  const end = titleEnd(item.groups!.title!)
  const title = withQuote(item.groups!.title!.slice(0, end).replace(/[\s.,;:"]+$/u, ''), item.groups!.title!)
  return title.length > 12 ? { start: at + start, end: at + start + title.length } : null
}

/** A quotation inside the title keeps its closing mark. */
function withQuote(title: string, words: string): string {
  return (title.split('"').length - 1) % 2 === 1 && words[title.length] === '"' ? `${title}"` : title
}

/** Where the bracket closes that the act stands in. */
function outOfBracket(words: string): number {
  let open = 0
  for (const { 0: mark, index } of words.matchAll(/[()]/g)) {
    open += mark === '(' ? 1 : -1
    if (open < 0) return index
  }
  return words.length
}

function titleEnd(words: string): number {
  let end = /[;:\n\t]|[.!?](?= ["(]?\p{Lu}| ?$| ?\/)/u.exec(words)?.index ?? words.length
  const period = AFTER_PERIOD.exec(words.slice(0, end))
  if (period) end = period.index + period[0].trimEnd().length - 1
  end = Math.min(end, outOfBracket(words))
  for (const stop of [NUMBERED, DATED_LAW, SAID_ELSEWHERE, CLAUSE, BRACKET, FORCE, LATE_DATE]) {
    const found = stop.exec(words.slice(0, end))
    if (found && !(stop === LATE_DATE && /\d ?\/|số/.test(words.slice(Math.max(0, found.index - 40), found.index))))
      end = Math.min(end, found.index)
  }
  return end
}
