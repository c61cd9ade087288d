// The dates and repetitions of a sentence by which something is due; dates that share one trigger are one due.
//
//   "gửi báo cáo trước ngày 10/6 và 10/12 hằng năm" => XXXX-06-10 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10, XXXX-12-10 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10
import type { Range } from '../../model/document.ts'
import { within } from '../../model/ranges.ts'
import type { FoundDate } from '../dates/index.ts'
import { findRecurrences } from './recurrences.ts'

export type DueDate = { edtf: string | null; recurrence: string | null; of: FoundDate | null }

export type Due = Range & { dates: DueDate[] /** Words of the duty inside it. */; between: Range | null }

const BY = String.raw`không (?:muộn|trễ|chậm|quá)(?: hơn)?|(?:chậm|muộn) nhất(?: là)?(?: (?:trước|vào|đến|trong|hết))?(?: hết)?|(?:xong|hoàn thành|hoàn tất|kết thúc|gửi về|nộp|báo cáo) (?:trước|trong|vào|chậm nhất)|trước|thời hạn(?: \p{sc=Latn}+){0,3}? ?:?|hạn (?:cuối|chót|nộp|gửi|báo cáo|hoàn thành)(?: \p{sc=Latn}+){0,3}? ?:?`
const CLOCK = String.raw`(?:\d{1,2} ?(?:giờ|h) ?(?:\d{0,2})? ?(?:phút)? ?,? ?)?(?:(?:sáng|chiều|thứ \p{sc=Latn}+),? ?)?`
const TRIGGER = new RegExp(String.raw`(?:${BY}) ?(?:là )?(?:hết )?${CLOCK}(?:ngày ?)?$`, 'iu')
/** A duty to finish, then “trong tháng 6”, “vào ngày 30/6”, “đến hết ngày …” behind its object. */
const FINISHES =
  /(?<!\p{sc=Latn})(?:(?:hoàn thành|hoàn tất|kết thúc|xong|ban hành|báo cáo|gửi|nộp|trình)(?!\p{sc=Latn})[^,.;\n]{0,80} (?:trong|vào|đến hết)|(?:sơ kết|tổng kết)(?!\p{sc=Latn})[^,.;\n]{0,80} (?:trong|đến hết)) (?:ngày ?)?$/iu
const NO_DUTY =
  /(?:so với|từ|ngay|như|sinh|đẻ|ban hành|phát sinh|thành lập|đã cấp|có hiệu lực|tuyển dụng|hoạt động) trước ?(?:ngày ?)?$/iu
/** “Hạn nộp hồ sơ là ngày …”: the words of the term are the duty. */
const TERM = /^(?:thời )?hạn (?=\p{sc=Latn}+ )(?!(?:là|trước|hoàn thành) )/iu
const TERM_END = new RegExp(String.raw`(?: là| ?:)? ?(?:trước )?(?:hết )?${CLOCK}(?:ngày ?)?$`, 'iu')
/** “…, quý II trước ngày 20/6”: the period of a report, not one more day. */
const HAS_DAY = /^[\s(:]*(?:trước|(?:chậm|muộn) nhất|không (?:muộn|trễ|chậm|quá)|hạn)(?!\p{sc=Latn})/iu
const LIST = /^ ?(?:,|;|và|,? và|&)? ?(?:trước )?(?:ngày )?$/iu
const PERIODS: ReadonlySet<FoundDate['precision']> = new Set(['quarter', 'half', 'year-part'])
const YEARLY_BEHIND = /^ ?(?:(?:hằng|hàng|mỗi) năm|(?:của )?năm (?:liền kề|sau|kế tiếp|tiếp theo))/iu
const PERIODIC = /định kỳ|(?:hằng|hàng|mỗi) năm/iu

// What makes a date a due stands closer before it than this.
const NEAR = 400
// No sentence has more; in damaged ones each would repeat all words in front of it.
const MOST = 200

/** Dues in order of place; `dates` are those that nothing else claims. */
export function duesIn(sentence: Range, folded: string, dates: readonly FoundDate[]): Due[] {
  const words = folded.slice(sentence.start, sentence.end)
  const repeated = findRecurrences(words).map(({ start, end, rule, between }) => ({
    start: sentence.start + start,
    end: sentence.start + end,
    dates: [{ edtf: null, recurrence: rule, of: null }],
    between: between && { start: sentence.start + between.start, end: sentence.start + between.end },
  }))
  const dues: Due[] = []
  for (const date of within(dates, sentence)) {
    const isPeriod = PERIODS.has(date.precision) && HAS_DAY.test(folded.slice(date.end, Math.min(sentence.end, date.end + 24)))
    if (isPeriod || date.precision === 'interval' || repeated.some((due) => date.start < due.end && date.end > due.start))
      continue
    const last = dues.at(-1)
    const dueDate = { edtf: PERIODS.has(date.precision) ? date.last : date.edtf, recurrence: null, of: date }
    if (last && LIST.test(folded.slice(last.end, date.start))) {
      last.dates.push(dueDate)
      last.end = date.end
      continue
    }
    const from = Math.max(sentence.start, date.start - NEAR)
    const before = folded.slice(from, date.start)
    const trigger = TRIGGER.exec(before)
    const isTerm = from === sentence.start && trigger?.index === 0 && TERM.test(trigger[0])
    const start = isTerm
      ? TERM_END.exec(before)!.index
      : trigger && !NO_DUTY.test(before)
        ? trigger.index
        : isFinished(date, before)
          ? before.search(/(?:trong|vào|đến hết) (?:ngày ?)?$/iu)
          : -1
    if (start >= 0) dues.push({ start: from + start, end: date.end, dates: [dueDate], between: null })
  }
  const isPeriodic = dues.length > 0 && PERIODIC.test(words)
  for (const due of dues) {
    const isYearly = YEARLY_BEHIND.test(folded.slice(due.end, sentence.end))
    if (isYearly) due.end += YEARLY_BEHIND.exec(folded.slice(due.end, sentence.end))![0].length
    if (isYearly || isPeriodic) for (const each of due.dates) each.recurrence = yearlyOf(each.edtf)
  }
  return [...dues, ...repeated].sort((a, b) => a.start - b.start).slice(0, MOST)
}

function isFinished(date: FoundDate, before: string): boolean {
  return (date.precision === 'day' || date.precision === 'month') && FINISHES.test(before)
}

/** A day without a year comes back every year. */
function yearlyOf(edtf: string | null): string | null {
  const [, month, day] = /^X{4}-(\d{2})-(\d{2})$/.exec(edtf ?? '') ?? []
  return month && day ? `FREQ=YEARLY;BYMONTH=${Number(month)};BYMONTHDAY=${Number(day)}` : null
}
