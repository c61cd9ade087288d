// Acts that are cited by name alone: laws, and resolutions of Party congresses.
//
//   "Luật Thi đua, khen thưởng năm 2022" => luat Thi đua, khen thưởng 2022    "pháp luật về y tế" => none
//   "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX" => nghi-quyet Đại hội Đảng bộ tỉnh lần thứ XIX
import { LAW_NAMES } from '../../catalog/laws.ts'
import type { Range } from '../../model/document.ts'
import { foldText } from '../../text/fold.ts'
import { matchesAt, startsOf } from '../../text/places.ts'

export type NameMention = Range & {
  type: string
  /** Null for the constitution, which is named by its type alone. */
  title: Range | null
  year: string | null /** In the title of another act. */
  isNested: boolean
}

const loose = (name: string) =>
  foldText(name)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/,? /g, ',? ')
const KNOWN = [...LAW_NAMES]
  .sort((a, b) => b.length - a.length)
  .map(loose)
  .join('|')
const YEAR = String.raw`(?: ?\(sửa đổi\))?(?:,? (?:năm )?(?<year>(?:19|20)\d{2})(?![\d/-]))?`
const KNOWN_LAW = new RegExp(
  String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>Bộ luật|Luật|luật|Pháp lệnh) (?:về )?(?<name>${KNOWN})(?![\p{sc=Latn}\p{sc=Zinh}])${YEAR}`,
  'iuy',
)
const AMENDS = String.raw`(?:sửa đổi|bổ sung)(?:(?:,| và) ?bổ sung)? (?:(?:(?:một số|các) điều|Điều \d+[a-z]?)(?: và Điều \d+)? )?(?:của )?(?:các )?`
const AMENDS_AT = /^(?:luật|pháp lệnh) (?:sửa đổi|bổ sung)/i
const AMENDING_LAW = new RegExp(
  String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>Luật|Pháp lệnh) (?<name>${AMENDS}(?:(?:Bộ luật|Luật|Pháp lệnh) )?(?:${KNOWN})(?:(?:,| và|, và) (?:Bộ luật|Luật|Pháp lệnh) (?:${KNOWN})(?![\p{sc=Latn}\p{sc=Zinh}])(?!,? (?:năm|ngày|số) \\d[^;]*;? (?:,|và) ))*)(?![\p{sc=Latn}\p{sc=Zinh}])${YEAR}`,
  'iuy',
)
// Names with commas that the catalogue lacks: a year, a day or a number tells where they end.
const DATED_LAW =
  /(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>Bộ luật|Luật|Pháp lệnh) (?<name>(?=\p{Lu})(?:(?!(?:Bộ luật|Luật|Nghị|Thông tư|Quyết định|Pháp lệnh|các văn bản|năm|ngày|số)(?!\p{sc=Latn}))[^.;:()"\n\t]){3,110}?)(?: ?\(sửa đổi\))?(?:,? năm (?<year>(?:19|20)\d{2})(?!\d)|(?=,? (?:ban hành )?(?:ngày|năm) ?\d))/uy
const OTHER_LAW = new RegExp(
  String.raw`(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>Bộ luật|Luật|Pháp lệnh) (?<name>(?!(?:sư|này|định|lệ|và|các|số|hiện|pháp|gia|quy|nghị|liên|trên|của|ban|do|được|hóa|sửa)(?!\p{sc=Latn}))[\p{sc=Latn}\p{N}][\p{sc=Latn}\p{sc=Zinh}\p{N}/-]*(?: [\p{sc=Latn}\p{sc=Zinh}\p{N}/-]+){0,7}?)(?=(?:[.,;:()"\n\t]|$| (?:và|của|được|đã|có|quy|hướng|trong|tại|để|theo|về|đến|cho|số|ngày|năm|các)(?!\p{sc=Latn})))${YEAR}`,
  'uy',
)
const PARTY_NAME =
  /(?<![\p{sc=Latn}\p{sc=Zinh}])(?<type>Nghị quyết) (?:của )?(?<name>Đại hội (?:đại biểu )?[^.;:,\n\t]{0,70}?lần thứ [IVXLC]+(?: (?:của Đảng|Đảng Cộng sản Việt Nam))?|Hội nghị (?:lần thứ \p{sc=Latn}+(?: \p{sc=Latn}+)? )?(?:Ban Chấp hành )?Trung ương(?: Đảng)?(?: (?:lần thứ )?[\p{sc=Latn}\d]+)?,? \(?khóa [IVX]+)/iuy

// Without its year or its country, “theo Hiến pháp và pháp luật”, it is no citation.
const CONSTITUTION =
  /(?<!\p{sc=Latn})hiến pháp(?:(?<country> nước Cộng hòa xã hội chủ nghĩa Việt Nam)?,? năm (?<year>(?:19|20)\d{2})(?!\d)| nước Cộng hòa xã hội chủ nghĩa Việt Nam)/giu
/** “các Luật: Dược, An toàn thực phẩm”: the type is said once. */
const SEVERAL = /(?<!\p{sc=Latn})các (?<type>bộ luật|luật|pháp lệnh) ?:? /giu
const LISTED = new RegExp(String.raw`(?:về )?(?<name>${KNOWN})(?![\p{sc=Latn}\p{sc=Zinh}])${YEAR}`, 'iuy')
const NEXT = /(?:[,;]| và|[,;] và) (?!(?:bộ luật|luật|pháp lệnh)(?!\p{sc=Latn}))/iuy

/** Where a name can begin: the patterns are tried there alone. */
const TYPE = /(?:bộ )?luật|pháp lệnh|nghị quyết/gi

const FREE = 0
const TAKEN = 1
const IN_TITLE = 2

/** A mention that is known already; a law inside its title is a mention of that law. */
export type Covered = Range & { title: Range | null }

/** Named acts in order of place; those that a numbered mention covers are left to it. */
export function findNames(folded: string, covered: readonly Covered[]): NameMention[] {
  const mentions: NameMention[] = []
  const starts = startsOf(TYPE, folded)
  const state = new Uint8Array(folded.length)
  const take = ({ start, end, title }: Covered) => {
    state.fill(TAKEN, start, end)
    if (title) state.fill(IN_TITLE, title.start + 1, title.end)
  }
  covered.forEach(take)
  for (const [pattern, type] of [
    [AMENDING_LAW, 'luat'],
    [KNOWN_LAW, 'luat'],
    [DATED_LAW, 'luat'],
    [OTHER_LAW, 'luat'],
    [PARTY_NAME, 'nghi-quyet'],
  ] as const) {
    // The longest patterns are tried, and made ready, only where their first words stand.
    const places = pattern === AMENDING_LAW ? starts.filter((start) => AMENDS_AT.test(folded.slice(start, start + 40))) : starts
    for (const found of matchesAt(places, pattern, folded)) {
      const { name, year } = found.groups!
      const start = found.index
      const titleStart = start + found[0].indexOf(name!, found.groups!.type!.length)
      const title = { start: titleStart, end: titleStart + name!.length }
      // The year behind a title belongs to the act whose title it is.
      const isNested = state[start] === IN_TITLE
      const end = isNested ? title.end : start + found[0].length
      if (state[start] === TAKEN || state[end - 1] !== state[start] || (!isNested && state[end - 1] !== FREE)) continue
      if (/(?:pháp|kỷ) ?$/iu.test(folded.slice(Math.max(0, start - 6), start))) continue
      take({ start, end, title })
      const printedType = type === 'luat' ? lawType(found.groups!.type!) : type
      mentions.push({ start, end, type: printedType, title, year: isNested ? null : (year ?? null), isNested })
    }
  }
  const others = [...listedLaws(folded), ...constitutions(folded)].filter(
    ({ start, end }) => state[start] === FREE && state[end - 1] === FREE,
  )
  return [...mentions, ...others].sort((a, b) => a.start - b.start)
}

function lawType(printed: string): string {
  const word = printed.toLowerCase()
  return word.startsWith('pháp') ? 'phap-lenh' : word.startsWith('bộ') ? 'bo-luat' : 'luat'
}

/** Laws of an enumeration by names that are known: unknown ones can hold commas. */
function listedLaws(folded: string): NameMention[] {
  return [...folded.matchAll(SEVERAL)].flatMap((several) => {
    const laws: NameMention[] = []
    for (let at = several.index + several[0].length; ; ) {
      LISTED.lastIndex = at
      const found = LISTED.exec(folded)
      if (!found) return laws
      const start = at + found[0].indexOf(found.groups!.name!)
      const title = { start, end: start + found.groups!.name!.length }
      const end = at + found[0].length
      laws.push({ start, end, type: lawType(several.groups!.type!), title, year: found.groups!.year ?? null, isNested: false })
      NEXT.lastIndex = end
      if (!NEXT.test(folded)) return laws
      at = NEXT.lastIndex
    }
  })
}

function constitutions(folded: string): NameMention[] {
  return [...folded.matchAll(CONSTITUTION)].map(({ index, 0: printed, groups }) => ({
    start: index,
    end: index + printed.length,
    type: 'hien-phap',
    title: null,
    year: groups!.year ?? null,
    isNested: false,
  }))
}
