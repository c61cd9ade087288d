// Sentences that set conditions, rules or prices: which of their numbers are no targets.
// “Đơn vị để tỷ lệ trễ hạn vượt 3% thì không xét” sets no target, nor does “ưu tiên xã có trên 30% hộ nghèo”.
import { clauseStart, hasMeasure, LEADS } from './wording.ts'

/** “… thì …”: what stands before it is a condition; the word also ends dậy thì, kinh thì. */
const THEN = /(?<!(?:dậy|kinh|nhất|tùy)) thì(?!\p{sc=Latn})/iu
const UNIT_WORD = '(?:đơn vị|xã|huyện|nơi|khoa|trạm|địa phương|địa bàn|cơ sở|cá nhân|tập thể|ai)'
/** What opens a condition at the start of a clause, up to its comma or “thì”. */
const IF = new RegExp(
  String.raw`(?:^|[,;:(] ?|(?<=kích hoạt |áp dụng |báo động |chỉ |ngay |và |hoặc |công bố ))(?:nếu|khi(?! đó)|một khi|trường hợp|trong trường hợp|đối với trường hợp|những ${UNIT_WORD}|${UNIT_WORD} nào)(?!\p{sc=Latn})|(?<!\p{sc=Latn})nếu(?!\p{sc=Latn})`,
  'giu',
)
/** What every condition holds: most sentences have none of it. */
const MAY_OPEN = /nếu|khi|trường hợp|những|nào| thì/i
/** “khi” inside a clause opens a condition where a whole statement follows: “phun hóa chất khi mật độ muỗi trên 0,5”. */
const WHEN = /(?<!(?:trước|sau|trong|kể từ|đến) )(?<!\p{sc=Latn})khi (?<statement>[^,;]*)$/iu
const COMMA = /[,;](?!\d)/u

/** Behind a number, at once or behind the word for a plan, what follows from it. */
const FOLLOWS =
  /^(?:(?: ?\p{sc=Latn}+(?!\p{sc=Latn})){0,4} trở (?:lên|xuống))?(?: ?(?:chỉ tiêu|kế hoạch|nhiệm vụ|điểm|được giao|đề ra|trở lên|trở xuống|số chỉ tiêu|vi phạm))* ?(?:(?:phải|thì|sẽ|bị|không được|không xét|chưa được|xem xét)(?!\p{sc=Latn})|(?:được|đề nghị) (?:xét|xem xét|đề nghị|khen|tặng|xếp))/iu
/** “trên 1% là mức báo động”: what a level means. */
const MEANS =
  /^[^,;]{0,20}(?<!\p{sc=Latn})(?:là|được (?:coi|xem|gọi) là|được tính là) (?:mức|ngưỡng|dấu hiệu|ổ|cấp độ|không đạt|đạt|vi phạm|nguy cơ)/iu
/** “nơi dưới 90% phải …”: a condition word and, further on, what follows. */
const OPENS = /(?<!\p{sc=Latn})(?:nếu|nơi|trường hợp|đơn vị nào|địa bàn|khi|xã nào|ổ dịch)(?!\p{sc=Latn})[^.;]{0,60}$/iu
const FOLLOWS_LATER = /^[^.;,]{0,40}?(?<!\p{sc=Latn})(?:phải|thì|sẽ|không được|bị)(?!\p{sc=Latn})/iu
/** Who is rewarded, who goes first, what is forbidden: words before the number. */
const REWARDED = /(?:khen thưởng|xét (?:tặng|khen|thi đua|thưởng)|đề nghị (?:khen|tặng)|được thưởng|xếp loại) [^,;]*$/iu
const CHOSEN =
  /(?:ưu tiên|đối với|dành cho|áp dụng (?:cho|với|tại)|lựa chọn|những|nhóm|khuyến khích) [^,;]*(?:có|đạt|từ|duy trì) ?$/iu
const FORBIDDEN = /không (?:được |được phép )?(?:tự ý|phép) [^,;]*$/iu
/** “cơ sở có tỷ lệ vi phạm trên 20%”: the ones that a task is for. */
const HAVING = /(?<!\p{sc=Latn})có (?:(?:tỷ|tỉ) lệ|số|chỉ số|mật độ|công suất)(?!\p{sc=Latn})[^,;]*$/iu
const AT_RATE = /(?:theo|với|tính) (?:tỷ|tỉ) lệ ?$/iu

/** “bố trí ít nhất 02 người/100 giường”: a norm of staff. */
const STAFFED = /(?<!\p{sc=Latn})(?:bố trí|phân công|biên chế|định mức|chuyên trách|phụ trách)(?!\p{sc=Latn})[^,;]*$/iu
const PER_PLACE = /^ ?\p{sc=Latn}+(?: \p{sc=Latn}+){0,3} ?\/ ?(?:\d[\d.]* )?\p{sc=Latn}/u

/** Stretches of a sentence that state conditions, as offsets into its words. */
export function conditionsOf(words: string): { start: number; end: number }[] {
  if (!MAY_OPEN.test(words)) return []
  const then = THEN.exec(words)
  const opened = [...words.matchAll(IF)].map(({ index, 0: found }) => {
    const from = index + found.length
    const comma = COMMA.exec(words.slice(from))
    const end = then && then.index > index ? then.index : comma ? from + comma.index : words.length
    return { start: index, end }
  })
  if (then && !opened.some(({ start }) => start < then.index)) opened.push({ start: 0, end: then.index })
  return opened
}

export type Surroundings = {
  before: string
  left: string
  right: string
  isOpen: boolean
  isAsked: boolean
  comparator: string
  isCompared: boolean
  isShare: boolean
}

/** Whether the words around a number make it a condition, a rule or a price. */
export function isConditional({ before, left, right, isOpen, isAsked, comparator, isCompared, isShare }: Surroundings): boolean {
  const clause = left.slice(clauseStart(left))
  const hasSubject = LEADS.exec(clause)![0].length < clause.trimEnd().length
  if (isCompared && hasSubject && !/không $/iu.test(clause) && FOLLOWS.test(right) && (isOpen || !hasMeasure(clause))) return true
  if (FOLLOWS_LATER.test(right) && (OPENS.test(before) || (comparator === '<' && hasSubject && isOpen))) return true
  if (FORBIDDEN.test(left) || (isCompared && MEANS.test(right))) return true
  if (!isOpen) return false
  if (STAFFED.test(left) && PER_PLACE.test(right)) return true
  const when = WHEN.exec(before)
  if (isCompared && when && !hasMeasure(before.slice(0, when.index)) && /(?:^| )có ?$/iu.test(when.groups!.statement!))
    return true
  if (isCompared && when && !hasMeasure(before.slice(0, when.index)) && hasMeasure(when.groups!.statement!)) return true
  const chosen = CHOSEN.exec(left)
  if (chosen && !hasMeasure(left.slice(0, chosen.index))) return true
  if (isCompared && !isAsked && HAVING.test(left)) return true
  return AT_RATE.test(left) || (isShare && REWARDED.test(left))
}
