// The words behind “của” become the body that issued the act; bodies also stand before it: “… của UBND tỉnh tại Công văn số …”.
//
//   "Bộ Y tế, Sở Y tế xây dựng" => Bộ Y tế    "Thanh tra Bộ Lao động - Thương binh và Xã hội" => Thanh tra Bộ Lao động - Thương binh và Xã hội
import { AREA_NAMES } from '../../catalog/issuers.ts'
import type { Range } from '../../model/document.ts'

const TITLE_WORDS =
  'Sửa|Ban hành|Quy định|Phê|Về|Hướng|Phát động|Giao|Triển|Tổ chức|Thành lập|Tăng|Đẩy|Chấn|Thông qua|Kiện|Phân|Công bố|Bổ|Thực hiện'
const PROPER = String.raw`(?!(?:${TITLE_WORDS})(?!\p{sc=Latn}))\p{Lu}[\p{sc=Latn}\p{sc=Zinh}]*`
const PLACE_KIND = '(?:[Tt]ỉnh|[Tt]hành phố|TP\\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|xã|phường|thị trấn|đặc khu)'
const PLACE = String.raw`(?: ${PLACE_KIND}(?![\p{sc=Latn}\p{sc=Zinh}])(?: ${PROPER}(?: ?- ?${PROPER}| ${PROPER}){0,3})?| ${PROPER}(?: ${PROPER}){0,2})?`
const TERM = String.raw`(?:,? \(?[Kk]hóa [IVXLC]+\)?|,? nhiệm kỳ [\d\s-]+)?(?:,? [Kk]ỳ họp (?:lần )?(?:thứ )?[\p{sc=Latn}\d]+)?`
const LOWER =
  'tế|vụ|chính|sản|tạo|dục|phủ|pháp|hội|thông|nghệ|trường|thôn|dựng|du lịch|thao|tư|sát|bệnh tật|dân|phòng|đầu tư|môi trường|công nghệ|truyền thông|đào tạo'
const FIELD = String.raw`(?:(?:${AREA_NAMES})(?![\p{sc=Latn}\p{sc=Zinh}])|${PROPER}(?: -? ?${PROPER}| và (?=Đào|Truyền|Xã hội|Phát|Công nghệ|Môi|Du lịch|Đầu|Tôn|Thể)${PROPER}| (?:${LOWER})(?!\p{sc=Latn}))*)`
const CENTRAL = [
  String.raw`Bộ Chính trị`,
  String.raw`Ban Bí thư(?: Trung ương(?: Đảng)?)?`,
  String.raw`Ban Chấp hành (?:Trung ương(?: Đảng)?(?: Cộng sản Việt Nam)?|Đảng bộ${PLACE})`,
  String.raw`(?:Ban Thường vụ |Thường trực |BTV )?(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy${PLACE}`,
  String.raw`(?:(?:Phó )?Thủ tướng |Văn phòng |Thanh tra )?Chính phủ`,
  String.raw`(?:(?:Ủy ban|UB) Thường vụ )?Quốc hội`,
  String.raw`Chủ tịch nước`,
  String.raw`(?:(?:Chủ tịch|Phó Chủ tịch|Văn phòng|VP|Thường trực) )?(?:UBND|Ủy ban nhân dân|Ủy ban Nhân dân|HĐND|Hội đồng nhân dân|Hội đồng Nhân dân)${PLACE}`,
]
const MINISTRY = String.raw`(?:(?:Bộ trưởng|Thứ trưởng|Thanh tra|Văn phòng|Liên) )?[Bb]ộ ${FIELD}`
const DEPARTMENT = String.raw`(?:(?:(?:Phó )?Giám đốc|Thanh tra|Văn phòng|Liên|Lãnh đạo) )?Sở ${FIELD}${PLACE}`
const ALLIED = String.raw`(?:Bảo hiểm xã hội|BHXH|Hội (?:Nông dân|Chữ thập đỏ|Phụ nữ|Liên hiệp Phụ nữ|Cựu chiến binh|Người cao tuổi|Đông y|${PROPER}(?: ${PROPER}){0,3})|Liên đoàn Lao động|Tỉnh đoàn|Công an|Ban Dân tộc|Đài Phát thanh(?: và | - )Truyền hình)${PLACE}`
const MAIN =
  '(?:đã |tiếp tục |thống nhất |phối hợp )?(?:xây dựng|ban hành|đề nghị|yêu cầu|báo cáo|triển khai|tổ chức|lập|thông báo|phát động|thống nhất|phối hợp|giao|kính|trình|hướng dẫn các|hướng dẫn triển khai)'
const whole = (source: string) => new RegExp(String.raw`^(?:${source})(?![\p{sc=Latn}\p{sc=Zinh}])`, 'u')
const CENTRAL_BODY = whole(`(?:${CENTRAL.join('|')})${TERM}`)
const MINISTRY_BODY = whole(MINISTRY)
const OTHER_BODIES: readonly RegExp[] = [whole(DEPARTMENT), whole(ALLIED)]
const JOINED = /^(?:,| và|, và| -|\/) ?/u
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
  const central = CENTRAL_BODY.exec(words)
  if (central) return central[0].trimEnd().length
  const isMinistry = MINISTRY_BODY.test(words)
  let end = isMinistry ? MINISTRY_BODY.exec(words)![0].length : otherLength(words)
  for (let more = end; end > 0 && more > 0; ) {
    const joined = JOINED.exec(words.slice(end))?.[0].length ?? 0
    const rest = words.slice(end + joined)
    const length =
      joined === 0
        ? 0
        : isMinistry
          ? (MINISTRY_BODY.exec(rest)?.[0].length ?? 0)
          : otherLength(rest) || (MINISTRY_BODY.exec(rest)?.[0].length ?? 0)
    const isIssuer = length > 0 && !(isMinistry ? BEGINS_CLAUSE : BEGINS_CLAUSE_OR_TITLE).test(rest.slice(length))
    more = isIssuer ? joined + length : 0
    end += more
  }
  return words.slice(0, end).trimEnd().length
}

function otherLength(words: string): number {
  return OTHER_BODIES.map((body) => body.exec(words)?.[0].length ?? 0).find((length) => length > 0) ?? 0
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
