// References to the plan's own annexes, tables and forms that its file does not hold.
//
//   "- Chỉ tiêu cụ thể theo Phụ lục 2 kèm theo Kế hoạch này." => Phụ lục 2
//   "- Báo cáo theo Biểu số 01 đính kèm." => Biểu số 01    "- Đăng ký theo Mẫu số 2 kèm theo Kế hoạch này." => Mẫu số 2
//   "- Chỉ tiêu cụ thể theo Phụ lục II kèm theo Kế hoạch này. ¶ PHỤ LỤC II ¶ Chỉ tiêu năm 2024" => none
//   "- Thực hiện theo Phụ lục I Nghị định số 30/2020/NĐ-CP." => none    "- Đăng ký theo mẫu đính kèm." => none
import { type Message, report } from '../../model/message.ts'
import { foldText } from '../../text/fold.ts'
import { readRoman } from '../../text/numerals.ts'
import { type Rule, said } from './rule.ts'

type Annex = { kind: 'annex' | 'table' | 'form'; number: number | null }

const NUMBER = String.raw`(?<number>\d{1,2}(?!\d|[/,])|[IVX]{1,5}(?!\p{L}))`
const KIND = String.raw`(?<kind>phụ lục|phụ biểu|biểu mẫu|mẫu biểu|biểu|mẫu)`
const MENTION = new RegExp(String.raw`(?<!\p{L}|phụ )${KIND}(?: (?:số )?${NUMBER})?(?!\p{L})`, 'giu')
const HEAD = new RegExp(
  String.raw`(?:^|[\n\t])[*#_( ]*(?:(?:mẫu|biểu) (?=phụ))?${KIND}(?! kèm)(?:[ :.]*(?:số )?${NUMBER})?(?!\p{L})`,
  'giu',
)
/** What makes it this plan's own: “đính kèm”, “kèm theo Kế hoạch này”, or brackets that hold nothing else. */
const OWN = /^[^.;\n]{0,60}?(?:đính kèm|gửi kèm|kèm theo(?! (?:Nghị|Thông|Quyết định số|Công văn số|Luật)))/iu
const OWN_BEFORE = /\((?:(?:theo|có|tại|xem|kèm theo|đính kèm|chi tiết (?:tại|theo|ở)) ?)?$/iu
const OTHERS = /^[^.;\n]{0,60}?(?:nghị định|thông tư|luật|nghị quyết|hướng dẫn|(?:quyết định|công văn|kế hoạch) số)/iu

export const annexMissing: Rule = {
  id: 'annex-missing',
  severity: 'info',
  about: { vi: 'Phụ lục được nhắc đến nhưng không có trong tệp.', en: 'An annex that is referred to is not in the file.' },
  find: (plan) => said(plan, 'check/annex-missing'),
  tell({ text }) {
    const folded = foldText(text)
    const heads = [...folded.matchAll(HEAD)].flatMap(({ groups }) => annexOf(groups!) ?? [])
    // An unnumbered annex, or a table announced as one, can be any.
    const isAnnexed =
      heads.some(({ kind, number }) => kind === 'annex' && number === null) ||
      /(?:^|[\n\t])\(?(?:ban hành )?kèm theo (?:kế hoạch|quyết định|công văn)/iu.test(folded)
    const told = new Set<string>()
    return [...folded.matchAll(MENTION)].flatMap((found): Message[] => {
      const annex = annexOf(found.groups!)
      const { index } = found
      const before = folded.slice(folded.lastIndexOf('\n', index) + 1, index)
      if (!annex || /^[*#_(\s]*$/u.test(before)) return []
      const end = index + found[0].length
      const after = folded.slice(end, end + 120)
      if ((!OWN.test(after) && !OWN_BEFORE.test(before)) || OTHERS.test(after)) return []
      // “Lấy mẫu 2 lần, kèm theo …” counts something.
      if (annex.kind !== 'annex' && !/ số /iu.test(found[0]) && /^ (?!đính|gửi|kèm)\p{L}/iu.test(after)) return []
      const key = `${annex.kind} ${annex.number}`
      if (told.has(key) || isAnnexed || isThere(annex, heads)) return []
      told.add(key)
      return [report('check/annex-missing', { start: index, end }, { printed: text.slice(index, end) })]
    })
  },
}

/** By kind and number; tables and forms may also stand within an annex, or under another word. */
function isThere({ kind, number }: Annex, heads: readonly Annex[]): boolean {
  const alike = heads.filter((head) => head.kind === kind)
  if (number === null || (kind !== 'annex' && alike.length === 0)) return heads.length > 0
  return alike.some((head) => head.number === number)
}

/** Null for a table or a form without a number: “theo mẫu”, “biểu dương”. */
function annexOf({ kind: printed, number }: Record<string, string | undefined>): Annex | null {
  const word = printed!.toLowerCase()
  const kind = word.startsWith('phụ') ? 'annex' : word.startsWith('biểu') ? 'table' : 'form'
  if (number === undefined) return kind === 'annex' ? { kind, number: null } : null
  return { kind, number: /^\d/.test(number) ? Number(number) : (readRoman(number.toUpperCase()) ?? null) }
}
