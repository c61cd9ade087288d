// Bodies that issue acts: how their names are written, and the code by which their acts are numbered.
//
//   "Bộ trưởng Bộ Y tế" => BYT    "Sở Kế hoạch và Đầu tư" => SKHĐT    "UBND tỉnh Mẫu" => UBND    "Bộ Y tế và Bộ Tài chính" => BYT-BTC
import { foldText } from '../text/fold.ts'

/** What a ministry (B…) or a department (S…) is for: its part of the code, then its names; separators are matched loosely. */
export const AREAS: readonly (readonly [code: string, ...names: string[]])[] = [
  ['YT', 'Y tế'],
  ['TC', 'Tài chính'],
  ['NV', 'Nội vụ'],
  ['KHĐT', 'Kế hoạch và Đầu tư', 'KH&ĐT', 'KHĐT'],
  ['LĐTBXH', 'Lao động - Thương binh và Xã hội', 'Lao động, TB&XH', 'Lao động - TB và XH', 'LĐ-TB&XH', 'LĐ-TBXH', 'LĐTB&XH', 'LĐTBXH'],
  ['GDĐT', 'Giáo dục và Đào tạo', 'Giáo dục - Đào tạo', 'GD&ĐT', 'GD-ĐT', 'GDĐT'],
  ['NNPTNT', 'Nông nghiệp và Phát triển nông thôn', 'Nông nghiệp và PTNT', 'NN và PTNT', 'NN&PTNT', 'NNPTNT'],
  ['NNMT', 'Nông nghiệp và Môi trường', 'NN&MT'],
  ['TNMT', 'Tài nguyên và Môi trường', 'TN&MT', 'TNMT'],
  ['TTTT', 'Thông tin và Truyền thông', 'TT&TT', 'TTTT'],
  ['KHCN', 'Khoa học và Công nghệ', 'KH&CN', 'KHCN'],
  ['VHTTDL', 'Văn hóa, Thể thao và Du lịch', 'VH,TT&DL', 'VHTT&DL', 'VHTTDL'],
  ['VHTT', 'Văn hóa và Thể thao', 'Văn hóa - Thông tin', 'VH&TT'],
  ['DL', 'Du lịch'],
  ['CT', 'Công Thương'],
  ['XD', 'Xây dựng'],
  ['GTVT', 'Giao thông vận tải', 'GTVT'],
  ['TP', 'Tư pháp'],
  ['CA', 'Công an'],
  ['QP', 'Quốc phòng'],
  ['NG', 'Ngoại giao'],
  ['NGV', 'Ngoại vụ'],
  ['DTTG', 'Dân tộc và Tôn giáo'],
  ['QHKT', 'Quy hoạch - Kiến trúc'],
  ['ATTP', 'An toàn thực phẩm'],
] // biome-ignore format: a table reads best in lines of a kind

/** Other bodies by the beginning of their names, the more special first. */
const BODIES: readonly (readonly [code: string, name: RegExp])[] = [
  ['TTg', /^(?:phó )?thủ tướng/u],
  ['VPCP', /^(?:văn phòng|vp) chính phủ/u],
  ['CP', /^chính phủ/u],
  ['UBTVQH', /^(?:(?:ủy ban|ub) thường vụ quốc hội|ubtvqh)/u],
  ['QH', /^quốc hội/u],
  ['CTN', /^chủ tịch nước/u],
  ['TW', /^(?:bộ chính trị|ban bí thư|(?:hội nghị .{0,40}?)?ban chấp hành trung ương|bch ?tw|bch trung ương)/u],
  ['TU', /^(?:ban thường vụ |thường trực |btv )?(?:tỉnh|thành) ủy|^ban chấp hành đảng bộ (?:tỉnh|thành phố)/u],
  ['HU', /^(?:ban thường vụ |thường trực |btv )?(?:huyện|thị|quận) ủy|^ban chấp hành đảng bộ (?:huyện|thị xã|quận)/u],
  ['VPUBND', /^(?:văn phòng|vp) (?:ubnd|ủy ban nhân dân)/u],
  ['UBND', /^(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân)/u],
  ['HĐND', /^(?:thường trực )?(?:hđnd|hội đồng nhân dân)/u],
  ['BHXH', /^(?:bhxh|bảo hiểm xã hội)/u],
  ['MTTQ', /^(?:ban thường trực )?(?:ủy ban|ub) ?(?:mttq|mặt trận tổ quốc)/u],
  ['TTCP', /^thanh tra chính phủ/u],
  ['TTYT', /^(?:giám đốc )?(?:trung tâm y tế|ttyt)/u],
]
const AUTHORITIES: Readonly<Record<string, string>> = {
  TTg: 'Thủ tướng Chính phủ', CP: 'Chính phủ', VPCP: 'Văn phòng Chính phủ', QH: 'Quốc hội', UBTVQH: 'Ủy ban Thường vụ Quốc hội', CTN: 'Chủ tịch nước',
  UBND: 'Ủy ban nhân dân', HĐND: 'Hội đồng nhân dân', BHXH: 'Bảo hiểm xã hội Việt Nam', TTCP: 'Thanh tra Chính phủ',
} // biome-ignore format: a table reads best in lines of a kind
const OFFICE = /^(?:bộ trưởng|thứ trưởng|phó giám đốc|giám đốc|lãnh đạo|liên ngành|liên) /u
/** Kinds of bodies that an area completes. */
const KINDS: readonly (readonly [prefix: string, word: RegExp])[] = [
  ['B', /^bộ /u],
  ['S', /^sở /u],
]

/** One pattern source for the names of all areas, longest first. */
export const AREA_NAMES = AREAS.flatMap(([, ...names]) => names)
  .sort((a, b) => b.length - a.length)
  .map(loose)
  .join('|')

const AREA_CODES = AREAS.flatMap(([code, ...names]) =>
  names.map((name) => [code, new RegExp(`^(?:${loose(name)})(?![\\p{sc=Latn}\\p{sc=Zinh}])`, 'iu'), name.length] as const),
).sort((a, b) => b[2] - a[2])
const JOINT = /(?:,? và |, | - |\/)(?=(?:Bộ|Sở|Bảo hiểm|BHXH|UBND|Ủy ban|Ban|Liên đoàn|Hội|Tỉnh|Công an)(?!\p{sc=Latn}))/u
/** Codes by which an act's own number names its issuer, for acts whose issuer is not said. */
const NUMBERED = new Set(['TTg', 'CP', 'QH', 'UBTVQH', 'TW', 'TU', 'HU', 'UBND', 'HĐND', 'CTN', 'VPCP', 'VPUBND', 'BHXH'])

/** The code of a printed issuer, of joint ones joined by a dash; null where the catalogue has none. */
export function issuerCodeOf(name: string): string | null {
  const codes = foldText(name.normalize('NFC'))
    .split(JOINT)
    .map((part) => bodyCode(part.trim()))
  return codes.some((code) => code === null) ? null : codes.join('-')
}

/** The issuer that a document number itself names: "1109/QĐ-TTg" => TTg, "20-NQ/TW" => TW, "15/KH-SYT" => SYT. */
export function issuerCodeOfNumber(number: string): string | null {
  const parts = number.split(/[/-]/).map((part) => part.replace(/\d+$/, ''))
  const codes = parts.filter((part) => NUMBERED.has(part) || isAreaCode(part))
  // “QĐ-UBND-SYT” is the committee's, by a pen of the department; “TTLT-BYT-BTC” is of both.
  const isOne = codes.length < 2 || /^(?:UBND|HĐND|VPUBND|TW|TU|HU)$/.test(codes[0]!)
  return isOne ? (codes[0] ?? null) : codes.join('-')
}

/** The plain name behind a code: "BYT" => Bộ Y tế; joint ones joined by a comma; null where it is one of a class of bodies. */
export function authorityOf(code: string): string | null {
  const names = code.split('-').map((part) => {
    const area = AREAS.find(([suffix]) => part.slice(1) === suffix)
    return AUTHORITIES[part] ?? (area && /^[BS]/.test(part) ? `${part.startsWith('B') ? 'Bộ' : 'Sở'} ${area[1]}` : null)
  })
  return names.includes(null) ? null : names.join(', ')
}

/** Whether every province has a body of this code. */
export function isLocal(code: string): boolean {
  return /^(?:S\p{Lu}|TU$|HU$|UBND$|HĐND$|VPUBND$|TTYT$)/u.test(code)
}

function bodyCode(name: string): string | null {
  const plain = name.toLowerCase().replace(/\s+/g, ' ').replace(OFFICE, '')
  for (const [prefix, word] of KINDS) {
    const found = word.exec(plain)
    const area = found && AREA_CODES.find(([, pattern]) => pattern.test(plain.slice(found[0].length)))
    if (area) return prefix + area[0]
  }
  return BODIES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

function isAreaCode(part: string): boolean {
  return /^[BS]/.test(part) && AREAS.some(([code]) => code === part.slice(1).toUpperCase())
}

/** The name with any separator for its commas, dashes and “và”, and words behind the first in either case. */
function loose(name: string): string {
  return foldText(name)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .split(/ và | - |, | /)
    .map((word, i) =>
      i > 0 && /^\p{sc=Latn}/u.test(word) ? `[${word[0]!.toUpperCase()}${word[0]!.toLowerCase()}]${word.slice(1)}` : word,
    )
    .join('(?:,? và |,? & ?|&| ?- ?|, ?| )')
}
