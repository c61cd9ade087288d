// The words behind “của” become the body that issued the act; bodies also stand before it: “… của UBND tỉnh tại Công văn số …”.
//
//   "Bộ Y tế, Sở Y tế xây dựng" => Bộ Y tế    "Thanh tra Bộ Lao động - Thương binh và Xã hội" => Thanh tra Bộ Lao động - Thương binh và Xã hội
import { AREA_NAMES } from '../../catalog/issuers.ts'
import type { Range } from '../../model/document.ts'

const TITLE_WORDS =
  'Sửa|Ban hành|Quy định|Phê|Về|Hướng|Phát động|Giao|Triển|Tổ chức|Thành lập|Tăng|Đẩy|Chấn|Thông qua|Kiện|Phân|Công bố|Bổ|Thực hiện'
const PROPER = String.raw`(?!(?:${TITLE_WORDS})(?!\p{sc=Latn}))\p{Lu}[\p{sc=Latn}\p{sc=Zinh}]*`
const PLACE_KIND = '(?:[Tt]ỉnh|[Tt]hành phố|TP\\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|xã|phường|thị trấn|đặc khu)'
const TERM = String.raw`(?:,? \(?[Kk]hóa [IVXLC]+\)?|,? nhiệm kỳ [\d\s-]+)?(?:,? [Kk]ỳ họp (?:lần )?(?:thứ )?[\p{sc=Latn}\d]+)?`
const LOWER =
  'tế|vụ|chính|sản|tạo|dục|phủ|pháp|hội|thông|nghệ|trường|thôn|dựng|du lịch|thao|tư|sát|bệnh tật|dân|phòng|đầu tư|môi trường|công nghệ|truyền thông|đào tạo'
// The parts of a name are patterns of their own, tried one behind the other: in one pattern they take a tenth of a second to compile.
const at = (source: string) => new RegExp(source, 'uy')
const whole = (source: string) => at(String.raw`(?:${source})(?![\p{sc=Latn}\p{sc=Zinh}])`)
const CENTRAL_BODY = whole(
  String.raw`(?:Bộ Chính trị|Ban Bí thư(?: Trung ương(?: Đảng)?)?|Ban Chấp hành Trung ương(?: Đảng)?(?: Cộng sản Việt Nam)?|(?:(?:Phó )?Thủ tướng |Văn phòng |Thanh tra )?Chính phủ|(?:(?:Ủy ban|UB) Thường vụ )?Quốc hội|Chủ tịch nước)${TERM}`,
)
/** Central in kind, local in fact: a place may follow. */
const LOCAL_BODY = whole(
  'Ban Chấp hành Đảng bộ|(?:Ban Thường vụ |Thường trực |BTV )?(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy|(?:(?:Chủ tịch|Phó Chủ tịch|Văn phòng|VP|Thường trực) )?(?:UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân)',
)
const LOCAL_TERM = whole(TERM)
const MINISTRY = at('(?:(?:Bộ trưởng|Thứ trưởng|Thanh tra|Văn phòng|[Ll]iên) )?[Bb]ộ ')
const DEPARTMENT = at('(?:(?:(?:Phó )?Giám đốc|Thanh tra|Văn phòng|Liên|Lãnh đạo) )?Sở ')
const AREA = whole(AREA_NAMES)
const FIELD = at(PROPER)
const MORE_FIELD = at(
  String.raw` -? ?${PROPER}| và (?=Đào|Truyền|Xã hội|Phát|Công nghệ|Môi|Du lịch|Đầu|Tôn|Thể)${PROPER}| (?:${LOWER})(?!\p{sc=Latn})`,
)
const ALLIED = whole(
  String.raw`Bảo hiểm xã hội|BHXH|Hội (?:Nông dân|Chữ thập đỏ|Phụ nữ|Liên hiệp Phụ nữ|Cựu chiến binh|Người cao tuổi|Đông y|${PROPER}(?: ${PROPER}){0,3})|Liên đoàn Lao động|Tỉnh đoàn|Công an|Ban Dân tộc|Đài Phát thanh(?: và | - )Truyền hình`,
)
const KIND_OF_PLACE = whole(` ${PLACE_KIND}`)
const PLACE = at(` ${PROPER}`)
const MORE_PLACE = at(`(?: ?- ?| )${PROPER}`)
const MAIN =
  '(?:đã |tiếp tục |thống nhất |phối hợp )?(?:xây dựng|ban hành|đề nghị|yêu cầu|báo cáo|triển khai|tổ chức|lập|thông báo|phát động|thống nhất|phối hợp|giao|kính|trình|hướng dẫn các|hướng dẫn triển khai)'
const JOINED = /(?:,| và|, và| -|\/) ?/uy
// A body with a verb behind it begins the main clause instead of issuing together with the one before.
const BEGINS_CLAUSE = whole(` ${MAIN}`)
const BEGINS_CLAUSE_OR_TITLE = whole(` (?:${MAIN}|hướng dẫn)`)
const COUNCIL =
  /^(?:Tiểu )?(?:Ban [Cc]hỉ đạo|BCĐ|Ban [Đđ]iều (?:hành|phối)|Tổ công tác|Ủy ban [Qq]uốc gia|Hội đồng|Văn phòng [Đđ]iều phối)/u
// What a council is for belongs to its name, unless a year or more of a title follows.
const COUNCIL_AREA =
  /^[^;:."\n\t\d]{0,60}? về (?:(?:công tác )?(?:vệ sinh )?an toàn (?:vệ sinh )?thực phẩm|chuyển đổi số|cải cách hành chính|phòng, ?chống [^;:."\n\t]{3,60}?|(?:bảo vệ, )?chăm sóc (?:và bảo vệ )?sức khỏe(?: nhân dân)?|dân số(?: và phát triển)?|người cao tuổi|trẻ em|nhân quyền|hội nhập quốc tế|giảm nghèo(?: bền vững)?|xây dựng nông thôn mới|người khuyết tật|phòng thủ dân sự)(?: (?:quốc gia|Trung ương|tỉnh|thành phố|huyện))?(?= ?(?:[;:."\n\t,]|$)| (?:và|về|tại|đã|ban hành|phê duyệt|triển khai)(?![\p{sc=Latn}\p{sc=Zinh}]))/iu
const HEADS =
  'Ban|Cục|Tổng cục|Chi cục|Vụ|Viện|Trung tâm|Bệnh viện|Hội đồng|Liên đoàn|Tổng Liên đoàn|Công đoàn|Văn phòng|Thanh tra|Trường|Phòng|Đoàn|Hội|BHXH|Bảo hiểm xã hội|Liên ngành|liên ngành|Tổ|Kiểm toán|Ngân hàng|TTYT|Công an|Tỉnh đoàn|Ủy ban|ủy ban|(?:Phó )?Giám đốc|(?:Phó )?Chủ tịch|Thường trực|Hiệp hội|Quỹ|Tổ chức|Đảng|Đại sứ|Mặt trận|Ban chỉ đạo|BCĐ|(?:Phó )?Trưởng [Pp]hòng|Trưởng [Bb]an|Chánh Văn phòng|Chánh Thanh tra|(?:Chi c|C)ục trưởng|Vụ trưởng|Viện trưởng|Kho bạc|Tập đoàn|Tổng công ty|trung tâm|bệnh viện|phòng'
const OTHER = new RegExp(String.raw`^(?:${HEADS})(?![\p{sc=Latn}\p{sc=Zinh}])`, 'u')
const OTHER_END =
  /[;:.()"\n\t]|, (?!(?:chống|tệ|chữa|Thể|Thương|Gia|khen|trực|Trẻ em và|vật liệu)(?!\p{sc=Latn}))| (?:[Vv]ề(?! hưu)|[Vv]\/v|[Bb]an hành|[Pp]hê duyệt|[Qq]uy định|[Hh]ướng dẫn|[Ss]ửa đổi|phát động|gắn|để|nhằm|đã|được|tại|theo|giao|công bố|triển khai|thực hiện|ngày|năm|trong|đến|có|thì|là|kèm|yêu cầu|thông báo|chỉ đạo|đề nghị|xây dựng|tổ chức(?! cán bộ| hành chính)|báo cáo|số(?= ?:? ?\d)|ký)(?![\p{sc=Latn}\p{sc=Zinh}])| (?:và|cùng) (?=(?:các )?(?:ý kiến|[Vv]ăn bản|[Cc]ông văn|[Qq]uyết định|[Kk]ế hoạch|[Cc]hỉ thị|[Nn]ghị quyết|[Nn]ghị định|[Tt]hông tư|[Cc]hương trình|[Hh]ướng dẫn|[Tt]hông báo|[Kk]ết luận|[Đđ]ề án)(?!\p{sc=Latn}))/u
const LONGEST = 150
const ANY_HEAD = new RegExp(
  String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}])(?:${HEADS}|Bộ|bộ|Sở|Thứ|Liên|Lãnh đạo|(?:Phó )?Thủ tướng|Chính phủ|Quốc hội|UBND|HĐND|Ủy ban|UB|BTV|VP|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|Đảng ủy)(?![\p{sc=Latn}\p{sc=Zinh}])`,
  'gu',
)

/** How many characters of the words, from their start, are the name of a body; 0 where they begin with none. */
export function issuerLength(words: string): number {
  const known = knownLength(words)
  if (known > 0) return known
  if (!OTHER.test(words)) return 0
  const near = words.slice(0, LONGEST)
  if (COUNCIL.test(near)) {
    const named = COUNCIL_AREA.exec(near)?.[0]
    if (named) return named.trimEnd().length
  }
  return near.slice(0, OTHER_END.exec(near)?.index ?? near.length).trimEnd().length
}

/** Of a body that the tables know, and of those that issue together with it. */
function knownLength(words: string): number {
  const central = centralEnd(words)
  if (central > 0) return words.slice(0, central).trimEnd().length
  const ministry = ministryEnd(words, 0)
  const isMinistry = ministry > 0
  let end = isMinistry ? ministry : Math.max(0, otherEnd(words, 0))
  while (end > 0) {
    const next = endAt(JOINED, words, end)
    if (next < 0) break
    const other = isMinistry ? -1 : otherEnd(words, next)
    const more = other > 0 ? other : ministryEnd(words, next)
    if (more < 0 || endAt(isMinistry ? BEGINS_CLAUSE : BEGINS_CLAUSE_OR_TITLE, words, more) >= 0) break
    end = more
  }
  return words.slice(0, end).trimEnd().length
}

/** Where a match at an offset ends, -1 where there is none. */
function endAt(pattern: RegExp, words: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(words) ? pattern.lastIndex : -1
}

function repeated(pattern: RegExp, words: string, from: number, most: number): number {
  let end = from
  for (let count = 0; count < most; count++) {
    const next = endAt(pattern, words, end)
    if (next < 0) break
    end = next
  }
  return end
}

function centralEnd(words: string): number {
  const central = endAt(CENTRAL_BODY, words, 0)
  if (central >= 0) return central
  const local = endAt(LOCAL_BODY, words, 0)
  if (local < 0) return -1
  const end = placeEnd(words, local)
  return Math.max(end, endAt(LOCAL_TERM, words, end))
}

function ministryEnd(words: string, from: number): number {
  const start = endAt(MINISTRY, words, from)
  return start < 0 ? -1 : fieldEnd(words, start)
}

/** Of a department, or of a body that works with it. */
function otherEnd(words: string, from: number): number {
  const start = endAt(DEPARTMENT, words, from)
  const field = start < 0 ? -1 : fieldEnd(words, start)
  const end = field < 0 ? endAt(ALLIED, words, from) : field
  return end < 0 ? -1 : placeEnd(words, end)
}

function fieldEnd(words: string, from: number): number {
  const area = endAt(AREA, words, from)
  if (area >= 0) return area
  const first = endAt(FIELD, words, from)
  return first < 0 ? -1 : repeated(MORE_FIELD, words, first, Number.POSITIVE_INFINITY)
}

/** Where a place behind a body ends: “tỉnh Hà Nam”, “Hà Nam”; the offset itself where there is none. */
function placeEnd(words: string, from: number): number {
  const kind = endAt(KIND_OF_PLACE, words, from)
  const first = endAt(PLACE, words, kind < 0 ? from : kind)
  if (first < 0) return kind < 0 ? from : kind
  return kind < 0 ? repeated(PLACE, words, first, 2) : repeated(MORE_PLACE, words, first, 3)
}

/** The body whose name ends right before `end`: the longest one of its clause; `from` is where the clause may begin. */
export function issuerEnding(folded: string, from: number, end: number): Range | null {
  for (const head of folded.slice(from, end).matchAll(ANY_HEAD)) {
    const start = from + head.index
    const length = issuerLength(folded.slice(start, end))
    if (length > 0 && start + length === end) return { start, end }
  }
  return null
}
