// Document numbers in the text become candidates: the number with its blanks out, and the type that stands before it.
//
//   "Chỉ thị 26- CT/TU" => chi-thi 26-CT/TU    "công văn số 4643/UBND-KGVX" => cong-van 4643/UBND-KGVX
//   "số 91/2017/NĐ-CP" => nghi-dinh 91/2017/NĐ-CP    "tỷ lệ 12/100 CBVC" => none
import { type DocumentType, TYPE_NAMES, typeByAbbreviation, typeByName } from '../../catalog/document-types.ts'
import type { Range } from '../../model/document.ts'
import { matchesAt, startsOf } from '../../text/places.ts'

export type NumberMention = Range & {
  /** The number alone. */
  numberStart: number
  key: string
  type: string
  /** Words between the type and “số”: the name of a law. */
  name: Range | null
}

const CODE_WORD = String.raw`(?:[A-ZĐĂÂÊÔƠƯ]{2,}[A-Za-zĐđÂĂÊÔƠƯ]{0,8}|[A-ZĐ]{1,3}\d[A-ZĐ]{2,8}(?= ?[-/])|C[Tt][Rr]|T[Tt][Rr]|QyĐ)`
const MORE_WORD = String.raw`\p{Lu}[\p{sc=Latn}&.]{0,16}`
const STATE = String.raw`(?<num>\d{1,5}[a-zđ]?) ?/ ?(?:(?<year>(?:19|20)\d{2}) ?/ ?)?(?<code>${CODE_WORD}(?: ?\d{1,2})?(?: ?[-/] ?${MORE_WORD}(?: ?\d{1,3})?)*)`
const PARTY = String.raw`(?<num2>\d{1,5}) ?- ?(?<code2>${CODE_WORD}) ?/ ?(?<unit>[A-ZĐ][A-Za-zĐđÂĂÊÔƠƯ.]{0,14}(?: ?- ?[A-ZĐ][A-Za-zĐƯƠ]{1,8})?)`
const BLANK = String.raw`(?<=số ?:? ?[.…_\s]*)/ ?(?<blank>${CODE_WORD} ?- ?${MORE_WORD}(?: ?- ?${MORE_WORD})*)`
// A sign right before the digits is a digit that recognition could not read.
const NUMBER = new RegExp(
  String.raw`(?<![\d/.,§$€£¥¢@&-]|\d\s)(?:${PARTY}|${STATE})(?![\p{sc=Latn}\d])|${BLANK}(?![\p{sc=Latn}\d])`,
  'uy',
)
/** Where a number begins. */
const BEGINS = /\d+|\//g
const DIGITS = /\d+/g

const NAMES = TYPE_NAMES.join('|')
const QUALIFIER = String.raw`(?: (?:hành động|phối hợp|liên tịch|liên ngành|liên bộ|công tác|chung|hỏa tốc|kết luận))?`
// Slips that stand for a type: “Thông số” for “Thông tư số”, “Chi thị”.
const SLIPS: Readonly<Record<string, string>> = {
  'chi thị': 'chi-thi',
  'chỉ thi': 'chi-thi',
  'thông số': 'thong-tu',
  'văn bản': 'cong-van',
  'nghi định': 'nghi-dinh',
  'quyêt định': 'quyet-dinh',
}
const TYPE_BEFORE = new RegExp(
  String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>${NAMES}|${Object.keys(SLIPS).join('|')})${QUALIFIER} ?(?:\(? ?số|sô)? ?:? ?$`,
  'iu',
)
const LAW_BEFORE =
  /(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>bộ luật|luật|pháp lệnh|nghị quyết) (?<name>(?!(?:của|do|ngày|này|theo|về việc)(?!\p{sc=Latn}))(?:(?!\d ?[-/] ?[\dA-ZĐ]|(?:Bộ luật|Luật|Pháp lệnh) |năm \d{4})[^.;:\n\t]){2,140}?)[,\s]+(?:\(? ?(?:luật|nghị quyết)? ?số) ?:? ?$/iu
// “QĐ 1313/QĐ-BYT”, “NĐ số 15/2018/NĐ-CP”: the type abbreviated.
const ABBREVIATION_BEFORE = /(?<![\p{sc=Latn}\p{sc=Zinh}\d/-])(?<type>QĐ|NĐ|TT|TTLT|NQ|CV|CT|KH|CTr|TB|HD|ĐA) ?(?:số)? ?:? ?$/u
/** Numbers of annexes and forms, teams and lots. */
const OTHER_NUMBER =
  /(?<!\p{sc=Latn})(?:phụ lục|mẫu|biểu|phiếu|bảng|đoàn|tổ|lô|hình|điện thoại|tài khoản)(?: \p{sc=Latn}+){0,2} ?(?:số)? ?:? ?$/iu
/** The law that amends others names them in its title, however many. */
const AMENDING_BEFORE =
  /(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>luật|pháp lệnh) (?<name>(?:sửa đổi|bổ sung)[^.;:\n\t]{5,600}?)[,\s]+(?:\(? ?(?:luật)? ?số) ?:? ?$/iu
const BARE_NUMBER = /(?:số|sô) ?:? ?$/iu
// A type and a bare number: “Đề án 3713”, “Nghị định 91”.
// Looked for from the digits back, for most places have none.
const SHORT = new RegExp(
  String.raw`(?=\d)(?<=(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>${NAMES}) (?<so>số )?)(?<num>\d{1,5})(?:/(?<year>(?:19|20)\d{2}))?(?= ?(?:[.,;:)"\n\t]|$|(?:của|và|về|ngày|do|trên|tại)(?!\p{sc=Latn})))(?!\.\d|,\d)`,
  'iuy',
)
/** Types that are known by a bare number without having been cited in full; “Dự án 7” is a part of a programme. */
const KNOWN_BY_NUMBER =
  /^(?:nghi-quyet|nghi-dinh|thong-tu|quyet-dinh|chi-thi|ket-luan|de-an|cong-van|ke-hoach|thong-bao|cong-dien)/
/** Legal acts are numbered with their year: “Thông tư 23/2023”; “kế hoạch 5/2024” is a month's. */
const NUMBERED_BY_YEAR = /^(?:nghi-dinh|thong-tu|luat|nghi-quyet|quyet-dinh|phap-lenh)/
const YEAR = /^(?:19[5-9]|20[0-9])\d$/

/** Numbered mentions in order of place. */
export function findNumbers(folded: string): NumberMention[] {
  const mentions: NumberMention[] = []
  for (const found of matchesAt(startsOf(BEGINS, folded), NUMBER, folded)) {
    const { num, num2, year, code, code2, unit, blank } = found.groups!
    const numberStart = found.index
    const before = folded.slice(Math.max(0, numberStart - 180), numberStart)
    if (OTHER_NUMBER.test(before)) continue
    const word = typeWord(before)
    const law = word ? null : (amendingLaw(folded, numberStart) ?? LAW_BEFORE.exec(before))
    const bare = BARE_NUMBER.exec(before)
    const printedCode = squeeze(code ?? code2 ?? blank!)
    if (code && !/[-/]/.test(printedCode) && (word?.isAbbreviated ?? true) && !law && !bare && !/^QH\d/.test(printedCode))
      continue
    const key = blank
      ? `/${printedCode}`
      : num2
        ? `${num2}-${printedCode}/${squeeze(unit!)}`
        : `${num}${year ? `/${year}` : ''}/${printedCode}`
    const type =
      typeOfBoth(word?.slug ?? null, printedCode) ??
      (law ? lawType(law.groups!.type!) : null) ??
      typeOfCode(printedCode) ??
      sharedType(mentions, folded, numberStart) ??
      'cong-van'
    const start = numberStart - (word?.length ?? law?.[0].length ?? bare?.[0].length ?? 0)
    const nameStart = law ? start + law[0].indexOf(law.groups!.name!, law.groups!.type!.length) : 0
    mentions.push({
      start,
      end: numberStart + found[0].replace(/[\s.]+$/u, '').length,
      numberStart,
      key,
      type,
      name: law ? { start: nameStart, end: nameStart + law.groups!.name!.length } : null,
    })
  }
  return mentions
}

export type ShortMention = NumberMention & {
  /** Whether it is an act even where none with this number is cited in full: “Kế hoạch 2026” is a year's plan, “kế hoạch 12” a count. */
  standsAlone: boolean
}

/** Mentions by type and bare number, which only a resolver can tell. */
export function findShortNumbers(folded: string): ShortMention[] {
  return matchesAt(startsOf(DIGITS, folded), SHORT, folded).map((found) => {
    const { num, type, so, year } = found.groups! as { num: string; type: string; so?: string; year?: string }
    const slug = typeByName(type)?.slug ?? ''
    return {
      start: found.index - 1 - type.length - (so?.length ?? 0),
      end: found.index + found[0].length,
      numberStart: found.index,
      key: year === undefined ? num : `${num}/${year}`,
      type: slug,
      name: null,
      standsAlone:
        year !== undefined
          ? NUMBERED_BY_YEAR.test(slug)
          : KNOWN_BY_NUMBER.test(slug) &&
            (so !== undefined || (num.length > 1 && !YEAR.test(num) && type[0] !== type[0]!.toLowerCase())),
    }
  })
}

function amendingLaw(folded: string, numberStart: number): RegExpExecArray | null {
  const before = folded.slice(Math.max(0, numberStart - 640), numberStart)
  const stop = Math.max(before.lastIndexOf(';'), before.lastIndexOf('\n'), before.lastIndexOf('. '))
  return /số ?:? ?$/u.test(before) ? AMENDING_BEFORE.exec(before.slice(stop + 1)) : null
}

function typeWord(before: string): { slug: string; length: number; isAbbreviated: boolean } | null {
  const found = TYPE_BEFORE.exec(before)
  if (!found) {
    const short = ABBREVIATION_BEFORE.exec(before)
    const slug = short && typeByAbbreviation(short.groups!.type!)?.slug
    return short && slug ? { slug, length: short[0].length, isAbbreviated: true } : null
  }
  const name = found.groups!.type!.toLowerCase().replace(/\s+/g, ' ')
  const slug = SLIPS[name] ?? typeByName(name)?.slug
  return slug ? { slug, length: found[0].length, isAbbreviated: false } : null
}

/** “Thông báo kết luận số 160-TB/TW”: where the word and the code differ, the code is the one that is registered. The Party writes QĐ for quy định too. */
function typeOfBoth(word: string | null, code: string): string | null {
  if (word === null || word === 'quy-dinh' || /^QH\d/.test(code)) return word
  const coded = typeOfCode(code)
  return coded && !word.startsWith(coded) && !/^(?:thong-tu|to-trinh)/.test(coded) ? coded : word
}

function lawType(word: string): string {
  return typeByName(word)?.slug ?? 'luat'
}

/** The type that a code says: KH-UBND, CT/TW; a code that begins with a body (SYT-TCCB) is a công văn's. */
function typeOfCode(code: string): string | null {
  const first = code.split(/[-/]/)[0]!
  const type: DocumentType | null = typeByAbbreviation(first)
  if (type) return type.slug
  if (/^QH\d/.test(code)) return 'luat'
  return null
}

/** “Công văn số 4643/…; số 4975/…”: the type is said once. */
function sharedType(mentions: readonly NumberMention[], folded: string, at: number): string | null {
  const last = mentions.at(-1)
  return last && at - last.end < 80 && !/[.\n]/.test(folded.slice(last.end, at)) ? last.type : null
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '').replace(/\.+$/, '')
}
