// Acts that are cited by name alone: laws, and resolutions of Party congresses.
//
//   "Luật Thi đua, khen thưởng năm 2022" => luat Thi đua, khen thưởng 2022    "pháp luật về y tế" => none
//   "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX" => nghi-quyet Đại hội Đảng bộ tỉnh lần thứ XIX
import { LAW_NAMES } from '../../catalog/laws.ts'
import type { Range } from '../../model/document.ts'
import { foldText } from '../../text/fold.ts'

export type NameMention = Range & { type: string; title: Range; year: string | null }

const loose = (name: string) =>
  foldText(name)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/,? /g, ',? ')
const KNOWN = [...LAW_NAMES]
  .sort((a, b) => b.length - a.length)
  .map(loose)
  .join('|')
const YEAR = String.raw`(?: ?\(sửa đổi\))?(?:,? năm (?<year>(?:19|20)\d{2}))?`
const KNOWN_LAW = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<type>Bộ luật|Luật|luật|Pháp lệnh) (?:về )?(?<name>${KNOWN})(?![\p{L}\p{M}])${YEAR}`,
  'giu',
)
const AMENDING_LAW = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<type>Luật) (?<name>sửa đổi, bổ sung (?:một số điều )?(?:của )?(?:các )?(?:[Ll]uật )?(?:${KNOWN}))(?![\p{L}\p{M}])${YEAR}`,
  'gu',
)
const OTHER_LAW = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?<type>Bộ luật|Luật|Pháp lệnh) (?<name>(?!(?:sư|này|định|lệ|và|các|số|hiện|pháp|gia|quy|nghị|liên|trên|của|ban|do|được|hóa|sửa)(?!\p{L}))[\p{L}\p{N}][\p{L}\p{M}\p{N}/-]*(?: [\p{L}\p{M}\p{N}/-]+){0,7}?)(?=(?:[.,;:()"\n\t]|$| (?:và|của|được|đã|có|quy|hướng|trong|tại|để|theo|về|đến|cho|số|ngày|năm|các)(?!\p{L})))${YEAR}`,
  'gu',
)
const PARTY_NAME =
  /(?<![\p{L}\p{M}])(?<type>Nghị quyết) (?:của )?(?<name>Đại hội (?:đại biểu )?[^.;:,\n\t]{0,70}?lần thứ [IVXLC]+(?: (?:của Đảng|Đảng Cộng sản Việt Nam))?)/giu

/** Named acts in order of place. Those that a numbered mention covers are left to it: pass its ranges. */
export function findNames(folded: string, covered: readonly Range[]): NameMention[] {
  const mentions: NameMention[] = []
  const isFree = (range: Range) => ![...covered, ...mentions].some((other) => range.start < other.end && range.end > other.start)
  for (const [pattern, type] of [
    [AMENDING_LAW, 'luat'],
    [KNOWN_LAW, 'luat'],
    [OTHER_LAW, 'luat'],
    [PARTY_NAME, 'nghi-quyet'],
  ] as const) {
    for (const found of folded.matchAll(pattern)) {
      const { name, year } = found.groups!
      const range = { start: found.index, end: found.index + found[0].length }
      if (!isFree(range) || /(?:pháp|kỷ) ?$/iu.test(folded.slice(Math.max(0, range.start - 6), range.start))) continue
      const titleStart = range.start + found[0].indexOf(name!, found.groups!.type!.length)
      const printedType = found.groups!.type!.toLowerCase()
      mentions.push({
        ...range,
        type: printedType.startsWith('pháp') ? 'phap-lenh' : printedType.startsWith('bộ') ? 'bo-luat' : type,
        title: { start: titleStart, end: titleStart + name!.length },
        year: year ?? null,
      })
    }
  }
  return mentions.sort((a, b) => a.start - b.start)
}
