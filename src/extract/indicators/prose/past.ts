// What a sentence says was reached before becomes a value beside its target: “năm 2023 đạt 92%, năm 2024 phấn đấu 95%”.
import type { Range } from '../../../model/document.ts'
import type { FoundSeries } from '../found.ts'
import type { Quantity } from './quantities.ts'

const WORDS = '(?:kết quả(?: thực hiện)?|thực hiện|ước(?: thực hiện)?|hiện trạng)'
const REACHED = '(?:(?:chỉ|mới|đã|ước) )?(?:là|đạt(?: được)?|có|chiếm|khoảng|còn|ở mức)'
/** “kết quả năm 2023 đạt”, “(năm 2023:”: words before the number. */
const BEFORE = new RegExp(`(?<label>(?:${WORDS} )?(?:của )?năm (?<year>(?:19|20)\\d{2})\\)?(?: ${REACHED})?):? ?$`, 'iu')
/** “từ 85% năm 2023 lên”, “18,2% (2023)”: words behind the number. */
const BEHIND = /^ ?\(?(?<label>(?:năm )?(?<year>(?:19|20)\d{2}))\)?(?= ?(?:lên|xuống|còn|tăng|giảm|đến|[,;.)]|$))/iu
/** A past result at the end of a name. */
const TOLD = new RegExp(
  `(?:^|(?<![\\s,;:.(-])[\\s,;:.(-]+)(?:${WORDS} )?(?:của )?(?:trong )?(?:năm (?:19|20)\\d{2}\\)?:?(?: ${REACHED})?|(?:đã|mới|hiện) (?:đạt|có|là)):? ?\\d[\\d.,]* ?[%‰]?[^\\d%‰]*$`,
  'iu',
)

const LONGEST = 60

/** A past result that stands among the words of a target, or null. */
export function pastResult(quantity: Quantity, sentence: Range, firstYear: number | null, folded: string): FoundSeries | null {
  const before = BEFORE.exec(folded.slice(Math.max(sentence.start, quantity.start - LONGEST), quantity.start))?.groups
  const behind = before
    ? undefined
    : BEHIND.exec(folded.slice(quantity.end, Math.min(sentence.end, quantity.end + LONGEST)))?.groups
  const found = before ?? behind
  const year = Number(found?.year)
  if (!found || firstYear === null || year >= firstYear) return null
  const { comparator, value, valueMax, start, end } = quantity
  const kind = /^ước/iu.test(found.label!) ? 'estimate' : 'actual'
  return { label: found.label!.trim(), kind, year, comparator, value, valueMax, valueText: null, range: { start, end } }
}

/** Where in the words before a target a past result begins, behind the name that both share; -1 where none does. */
export function toldFrom(words: string): number {
  return words.search(TOLD)
}
