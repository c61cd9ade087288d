// Bodies of the administration: how their names begin, and how a name printed in capitals is written in running text.
import { foldText } from '../text/fold.ts'
import { isCapitals, wholeWords } from '../text/words.ts'
import { PROVINCES } from './provinces.ts'

/** First words of the names of bodies; pass folded text. */
export const BODY_HEADS: readonly string[] = [
  'ubnd', 'ủy ban nhân dân', 'ủy ban', 'hđnd', 'hội đồng nhân dân', 'hội đồng', 'bộ y tế', 'bộ', 'sở', 'chi cục', 'cục', 'tổng cục', 'vụ', 'viện',
  'trung tâm', 'ttyt', 'tt', 'bệnh viện', 'bvđk', 'bv', 'phòng khám', 'pkđk', 'phòng', 'ban', 'bảo hiểm xã hội', 'bhxh', 'công an', 'liên đoàn', 'ldld',
  'công đoàn', 'đoàn', 'hội', 'trường', 'trạm y tế', 'trạm', 'văn phòng', 'thanh tra', 'đảng bộ', 'đảng ủy', 'tỉnh ủy', 'thành ủy', 'huyện ủy',
  'tỉnh đoàn', 'ủy ban mttq', 'mặt trận', 'kho bạc', 'đài', 'báo', 'chính phủ', 'thủ tướng', 'quốc hội', 'tổng công ty', 'công ty',
  'khoa', 'tổ', 'ban chỉ đạo', 'bcđ', 'đội', 'học viện', 'thường trực',
] // biome-ignore format: a list of words

const BODY_HEAD = new RegExp(
  `^(?:${[...BODY_HEADS].sort((a, b) => b.length - a.length).join('|')})(?![\\p{sc=Latn}\\p{sc=Zinh}])`,
  'iu',
)

/** Whether a line begins with the name of a body. */
export function startsBody(text: string): boolean {
  return BODY_HEAD.test(foldText(text.trim()))
}

/** Whether a body is the state's or the Party's, of no province. */
export function isCentralBody(name: string): boolean {
  return /^(?:chính phủ|thủ tướng|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước|bộ |ban bí thư|ban chấp hành trung ương|ban chỉ đạo quốc gia|tổng cục |cục (?!thống kê|thuế|hải quan))/iu.test(
    foldText(`${name.trim()} `),
  )
}

// Written as in running text; everything else of a name in capitals is lower case but for proper names.
const FIXED: readonly string[] = [
  'UBND', 'HĐND', 'BHXH', 'MTTQ', 'TTYT', 'TYT', 'BVĐK', 'PKĐK', 'TP', 'HIV/AIDS', 'CDC', 'DS-KHHGĐ', 'KHHGĐ', 'Y tế', 'Giáo dục và Đào tạo', 'Giáo dục',
  'Nội vụ', 'Tài chính', 'Kế hoạch và Đầu tư', 'Khoa học và Công nghệ', 'Thông tin và Truyền thông', 'Lao động', 'Thương binh và Xã hội',
  'Nông nghiệp và Phát triển nông thôn', 'Nông nghiệp và Môi trường', 'Tài nguyên và Môi trường', 'Công Thương', 'Xây dựng', 'Tư pháp',
  'Văn hóa, Thể thao và Du lịch', 'Dân tộc và Tôn giáo', 'Dân số', 'An toàn vệ sinh thực phẩm', 'An toàn thực phẩm', 'Kiểm soát bệnh tật', 'Ngoại vụ',
  'Đa khoa', 'Sản - Nhi', 'Sản Nhi', 'Nhi', 'Y học cổ truyền', 'Phục hồi chức năng', 'Bảo hiểm xã hội', 'Liên hiệp Phụ nữ', 'Nông dân', 'Chữ thập đỏ', 'Người cao tuổi', 'Cựu chiến binh', 'Đông y', 'Liên đoàn Lao động',
  'Giao thông vận tải', 'Dân tộc', 'Thi đua - Khen thưởng', 'Tuyên giáo',
] // biome-ignore format: a list of names

const NAMES: readonly string[] = [...FIXED, ...PROVINCES.map((province) => province.name)]
const WRITTEN: ReadonlyMap<string, string> = new Map(NAMES.map((name) => [name.toLowerCase(), name]))
// The longest first: a name holds others.
const ANY_NAME = wholeWords(
  [...NAMES]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|'),
)

// A blank inside two words that are one: “xã hội” holds no commune.
const HELD = String.fromCharCode(0xa0)
const PLACE_NOUN = /^(?:tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu|khu vực)$/i

/** “SỞ Y TẾ” => “Sở Y tế”; “UBND TỈNH BẮC GIANG” => “UBND tỉnh Bắc Giang”; other text is given back as it is. */
export function bodyInRunningText(printed: string): string {
  const text = printed.replace(/\s+/g, ' ').trim()
  if (!isCapitals(text.replace(/["“”].*?["“”]/gu, ''))) return text
  let name = text.toLowerCase()
  name = capitalAt(name, 0)
  name = name.replace(ANY_NAME, (found) => WRITTEN.get(found.toLowerCase()) ?? found)
  return capitalAt(capitalisePlaces(name), 0)
}

/** What follows “huyện”, “thành phố” … up to the next such noun is a proper name. */
function capitalisePlaces(name: string): string {
  const words = name.replaceAll('xã hội', `xã${HELD}hội`).split(' ')
  let isName = false
  return words
    .map((word) => {
      if (PLACE_NOUN.test(word) || /^(?:thành|thị)$/i.test(word)) {
        isName = true
        return word
      }
      if (/^(?:phố|xã|trấn)$/i.test(word) && isName) return word
      return isName && /^\p{Ll}/u.test(word) && !/^(?:và|của|các)$/.test(word) ? capitalAt(word, 0) : word
    })
    .join(' ')
    .replaceAll(HELD, ' ')
}

function capitalAt(text: string, index: number): string {
  return text.slice(0, index) + text.charAt(index).toUpperCase() + text.slice(index + 1)
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
