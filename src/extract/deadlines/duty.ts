// The words of a sentence around its dues become duties: what is due, by whom, to whom.

import { grammarsOf } from '../../catalog/lexicon.ts'
import { unitLength } from '../../catalog/units.ts'
import type { Range } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { countWords } from '../../text/words.ts'
import type { Due } from './dues.ts'

export type Duty = Range & { words: string }

export const DUTY =
  /(?<!\p{sc=Latn})(?:báo cáo|gửi|tổng hợp|hoàn thành|nộp|sơ kết|tổng kết|đánh giá|xây dựng|lập|đăng ký|rà soát|ban hành|trình|tham mưu|quyết toán|đề xuất|phê duyệt|kiểm tra|thẩm định|công bố)(?!\p{sc=Latn})/iu
const ADDRESS = /^(?:(?:đề nghị|yêu cầu|giao(?! ban))(?: tới| cho)? )?/iu
const TO =
  /(?<!\p{sc=Latn})(?:(?:gửi|báo cáo|nộp|chuyển)(?: \p{sc=Latn}+){0,6}? (?:về|cho|đến|tới|lên)|gửi|trình|về|báo cáo|nộp) (?=(?:các |những )?(?:\p{Lu}|phòng|sở|trung tâm|cấp|bộ phận|chi cục|ban |thường trực))/giu
/** “… về Sở Y tế (qua Phòng Nghiệp vụ Y) để tổng hợp”, behind the date. */
const RECEIVER =
  /^\)? (?:gửi )?(?:về|cho|đến|tới|lên) (?=\p{Lu}|(?:các |bộ phận |cấp |cơ quan )\p{sc=Latn})[^.;\n\d]{2,120}?(?=[.;,\n(]|$)/iu
const PERIODIC = /(?:định kỳ )?(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|định kỳ/giu
const onePeriod = (report: string) =>
  String.raw`(?:(?:(?:hằng|hàng|mỗi|từng|cả|${report}) )?(?:tuần|tháng|quý|năm)(?: [IVX]{1,3}| \d{1,2})?|(?:\d{1,2}|ba|sáu|chín) tháng(?: (?:đầu|cuối) năm)?|(?:đợt|lần|kỳ|vòng|giai đoạn) (?:thứ \p{sc=Latn}+|[IVX]{1,3}|\d{1,2}|một|hai|ba))`
const PERIOD = new RegExp(`^(?:và )?${onePeriod('báo cáo')}$`, 'iu')
// “Tổng hợp báo cáo quý I”: only behind a comma is “báo cáo” one more of the periods.
const LAST_PERIODS = new RegExp(`(?:[\\s,;:]*(?:và )?${onePeriod('(?<=[,;] ?|và )báo cáo')})+[\\s:(]*$`, 'iu')
/** “Sau chiến dịch, các đơn vị …”: when, said in front of the unit. */
const WHEN = /^(?:sau|trong|khi|hết|kết thúc|hằng|hàng|định kỳ|trên cơ sở|căn cứ)(?!\p{sc=Latn})[^,;.]{0,80}, /iu
const COMMENT = /(?:^|,)\s*(?:để|nhằm|theo|trước khi)(?!\p{sc=Latn})/iu

/** The words of each due's duty: those before it since the last duty, else those behind it. Other dates are left out. */
export function dutiesOf(sentence: Range, dues: readonly Due[], text: string): Duty[] {
  let from = sentence.start
  const tail = clean(text.slice(dues.at(-1)?.end ?? sentence.end, sentence.end))
  return dues.map((due, i): Duty => {
    const next = dues[i + 1]?.start ?? sentence.end
    const between = due.between ? ` ${text.slice(due.between.start, due.between.end)}` : ''
    const own = clean(`${text.slice(from, due.start)}${between}`)
    const start = from
    from = due.end
    const first = i > 0 ? sharedLead(sentence, dues[0]!, own, text) : null
    // “Định kỳ 6 tháng (trước …), năm (trước …) báo cáo Sở Y tế”: what all dates are for is said behind them.
    if (first === null && dues.length > 1 && countWords(own) < 6 && !DUTY.test(own) && DUTY.test(tail))
      return { start, end: sentence.end, words: clean(`${own} ${tail}`) }
    if (countWords(own.replace(PERIODIC, '')) >= (DUTY.test(own) ? 2 : 4)) {
      // “Báo cáo trước ngày 20 về Sở Y tế”: who gets it can stand behind the date.
      const receiver = RECEIVER.exec(text.slice(due.end, next))?.[0] ?? ''
      const end = receiver === '' ? due.start : due.end + receiver.length
      from = Math.max(from, end)
      return { start, end, words: clean(`${own}${receiver.replace(/^\)/, '')}`) }
    }
    if (first !== null) {
      // “Báo cáo quý, 6 tháng (trước …), năm (trước …) về Sở Y tế”: a period of the duty that is said in front of the first date.
      const receiver = RECEIVER.exec(text.slice(due.end, next))?.[0] ?? ''
      return {
        start: sentence.start,
        end: due.end + receiver.length,
        words: clean(`${first} ${own}${receiver.replace(/^\)/, '')}`),
      }
    }
    const behind = clean(text.slice(due.end, next))
    if (start === sentence.start || countWords(behind) >= 6) {
      // The words behind are this duty's: the next one has only what follows its own date.
      if (i + 1 < dues.length) from = next
      return { start, end: Math.max(due.end, next), words: clean(`${own} ${behind}`) }
    }
    return { start: sentence.start, end: due.start, words: withoutDues(sentence, due, dues, text) }
  })
}

/** The duty in front of the first date without the period that it ends with, where a period alone stands in front of this one. */
function sharedLead(sentence: Range, first: Due, own: string, text: string): string | null {
  if (!PERIOD.test(own)) return null
  const lead = clean(text.slice(sentence.start, first.start)).replace(LAST_PERIODS, '')
  return DUTY.test(lead) && countWords(lead) >= 2 ? lead : null
}

/** “Báo cáo tiến độ trước ngày 10/6, trước ngày 10/9”: the second date has the words in front of the first. */
function withoutDues(sentence: Range, due: Due, dues: readonly Due[], text: string): string {
  let words = text.slice(sentence.start, due.start)
  for (const other of [...dues].reverse())
    if (other.end <= due.start) words = words.slice(0, other.start - sentence.start) + words.slice(other.end - sentence.start)
  return clean(words)
}

export function clean(words: string): string {
  return words
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .replace(/^[\s,;:.)+(-]+(?:và )?|^và |(?: (?:và|phải|sẽ))?[\s,;:.(/-]*$/g, '')
}

/** The unit that opens the duty, or the sentence. */
export function whoOwes(duty: Range, due: Range, sentence: Range, source: Source): Range | null {
  return unitAt(duty.start, duty.end, source) ?? unitAt(due.end, duty.end, source) ?? unitAt(sentence.start, sentence.end, source)
}

function unitAt(start: number, end: number, { folded, lexicon }: Source): Range | null {
  const words = folded.slice(start, end)
  const mark = /^[\s,;:.)(+-]*(?:và )?/u.exec(words)![0].length
  const lead = mark + (WHEN.exec(words.slice(mark))?.[0].length ?? 0)
  const from = lead + ADDRESS.exec(words.slice(lead))![0].length
  const length = unitLength(words.slice(from), grammarsOf(lexicon).agencies)
  // A unit alone is no subject: something must be said of it.
  return length > 0 && countWords(words.slice(from + length)) > 0 ? { start: start + from, end: start + from + length } : null
}

/** The body that the duty is owed to: behind the last “gửi … về”, “trình”, “báo cáo”. */
export function toWhom(duty: Range, { folded, lexicon }: Source): Range | null {
  const words = folded.slice(duty.start, duty.end)
  for (const found of [...words.matchAll(TO)].reverse()) {
    const start = found.index + found[0].length
    const length = unitLength(words.slice(start), grammarsOf(lexicon).agencies)
    if (length > 0 && !COMMENT.test(words.slice(start, start + 4)))
      return { start: duty.start + start, end: duty.start + start + length }
  }
  return null
}
