// References to the plan's own annexes that its file does not hold.
//
//   "- Chỉ tiêu cụ thể theo Phụ lục 2 kèm theo Kế hoạch này." => Phụ lục 2
//   "- Chỉ tiêu cụ thể theo Phụ lục II kèm theo Kế hoạch này. ¶ PHỤ LỤC II ¶ Chỉ tiêu năm 2024" => none
//   "- Thực hiện theo Phụ lục I Nghị định số 30/2020/NĐ-CP." => none
import { foldText } from '../../text/fold.ts'
import { readRoman } from '../../text/numerals.ts'
import { type Odd, type Rule, spanAt } from './rule.ts'

const NUMBER = String.raw`(?:số )?(?<number>\d{1,2}(?!\d|[/,])|[IVX]{1,5}(?!\p{L}))`
const MENTION = new RegExp(String.raw`(?<!\p{L})phụ lục(?: ${NUMBER})?`, 'giu')
/** What makes it this plan's own: “đính kèm”, “kèm theo Kế hoạch này”, or brackets that hold nothing else. */
const OWN = /^[^.;\n]{0,60}?(?:đính kèm|gửi kèm|kèm theo(?! (?:Nghị|Thông|Quyết định số|Công văn số|Luật)))/iu
const OTHERS = /^[^.;\n]{0,60}?(?:nghị định|thông tư|luật|nghị quyết|hướng dẫn|(?:quyết định|công văn|kế hoạch) số)/iu
const HEADS = new RegExp(String.raw`(?:^|\n)[*#_ ]*(?:mẫu |biểu )?phụ (?:lục|biểu)(?! kèm)(?:[ :.]*${NUMBER})?`, 'giu')

export const annexMissing: Rule = {
  id: 'annex-missing',
  severity: 'info',
  about: { vi: 'Phụ lục được nhắc đến nhưng không có trong tệp.', en: 'An annex that is referred to is not in the file.' },
  find({ text }) {
    const folded = foldText(text)
    const heads = [...folded.matchAll(HEADS)].map(({ groups }) => numberOf(groups?.number))
    // An unnumbered annex, or a table announced as one, can be any.
    const isAnnexed = heads.includes(null) || /(?:^|\n)\(?kèm theo (?:kế hoạch|quyết định|công văn)/iu.test(folded)
    const told = new Set<number | null>()
    return [...folded.matchAll(MENTION)].flatMap((found): Odd[] => {
      const { index, groups } = found
      const before = folded.slice(folded.lastIndexOf('\n', index) + 1, index)
      if (/^[*#_\s]*$/u.test(before)) return []
      const after = folded.slice(index + found[0].length, index + found[0].length + 120)
      const number = numberOf(groups?.number)
      const isOwn = OWN.test(after) || /\((?:theo|có|tại|xem|chi tiết (?:tại|theo|ở))? ?$/iu.test(before)
      if (!isOwn || OTHERS.test(after) || told.has(number)) return []
      if (heads.includes(number) || isAnnexed || (number === null && heads.length > 0)) return []
      told.add(number)
      const words = text.slice(index, index + found[0].length)
      return [
        {
          span: spanAt(index, index + found[0].length),
          text: { vi: `“${words}” không có trong tệp này.`, en: `“${words}” is not in this file.` },
        },
      ]
    })
  },
}

function numberOf(printed: string | undefined): number | null {
  if (printed === undefined) return null
  return /^\d/.test(printed) ? Number(printed) : (readRoman(printed.toUpperCase()) ?? null)
}
