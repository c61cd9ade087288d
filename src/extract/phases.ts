// Paragraphs that name a wave or a period of the whole campaign become phases.
//
//   "- Đợt thi đua thứ nhất: Từ tháng 01/2024 đến 30/6/2024." => Đợt thi đua thứ nhất, 2024-01 … 2024-06-30
//   "Giai đoạn 2021 - 2025" => none: years alone are no phase
import type { Range } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { bulletLength } from '../text/bullets.ts'
import type { FoundDate } from './dates/index.ts'

export type FoundPhase = { label: Range; start: string | null; end: string | null; focus: Range | null; range: Range; date: FoundDate }

const ORDER = String.raw`(?:thứ\s+\p{L}+|[IVX]{1,4}|\d{1,2})(?![\p{L}\d])`
const LABEL = new RegExp(
  String.raw`^(?:trong\s+|thời\s+gian\s+)?(?<label>(?:đợt|giai\s+đoạn|vòng|bước)\s+(?:(?:thi\s+đua|cao\s+điểm|phát\s+động|kiểm\s+tra|chiến\s+dịch|triển\s+khai)\s+){0,2}${ORDER}|(?:đợt|giai\s+đoạn)\s+(?:cao\s+điểm|chuẩn\s+bị|triển\s+khai|thực\s+hiện|tổng\s+kết|khởi\s+động|phát\s+động|ra\s+quân|kết\s+thúc)(?:\s+[^:;.(\d]{3,70}?)?|tháng\s+(?:hành\s+động|cao\s+điểm)[^:;.(\d]{0,80}?(?:năm\s+\d{4})?|tuần\s+lễ\s+[^:;.(\d]{3,80}?|chiến\s+dịch\s+[^:;.(\d]{3,80}?(?:năm\s+\d{4})?|thời\s+gian\s+(?:phát\s+động|triển\s+khai|thực\s+hiện|tổ\s+chức|diễn\s+ra|hưởng\s+ứng|thi\s+đua|chiến\s+dịch|cao\s+điểm)(?:\s+chiến\s+dịch|\s+tháng\s+hành\s+động|\s+phong\s+trào|\s+đợt\s+\d)?)(?=\s*(?:[:(,.-]|$)|\s+(?:từ|bắt|được|diễn|là|trong)(?!\p{L})|\s+\d)`,
  'iu',
)
const ACTION_PERIOD = /(?<label>tháng\s+(?:hành\s+động|cao\s+điểm)[^:;.(\d]{0,90}?(?:năm\s+\d{4})?)[\s,]*\(?(?:được\s+)?(?:tổ\s+chức\s+|diễn\s+ra\s+|bắt\s+đầu\s+)?(?=(?:từ|kể\s+từ)\s)/iu
const NEAR = 140
const DUE = /(?:trước|chậm\s+nhất|hạn)\s*(?:là\s+)?(?:ngày\s*)?$/iu

/** Phases in document order. `dates` are those of the whole text. */
export function findPhases({ folded, outline }: Source, dates: readonly FoundDate[]): FoundPhase[] {
  const phases: FoundPhase[] = []
  outline.body.forEach((paragraph, i) => {
    const words = folded.slice(paragraph.start, paragraph.end)
    const skipped = lead(words)
    const named = LABEL.exec(words.slice(skipped)) ?? null
    const action = named ? null : ACTION_PERIOD.exec(words)
    const found = named ?? action
    if (!found) return
    const labelStart = paragraph.start + (named ? skipped : 0) + found.index + found[0].indexOf(found.groups!['label']!)
    const label = { start: labelStart, end: labelStart + found.groups!['label']!.trimEnd().length }
    const next = outline.body[i + 1]
    const date = dateFor(dates, label.end, paragraph.end, folded) ?? (next && /[:.]?$/.test(words) && words.length - skipped <= found[0].length + 2 ? dateFor(dates, next.start, next.end, folded) : null)
    if (!date || phases.some((phase) => phase.date === date)) return
    const isInterval = date.precision === 'interval' || date.precision === 'quarter' || date.precision === 'half'
    if (!isInterval && /thời\s+gian/iu.test(found[0])) return
    const isOpen = !isInterval && /từ/iu.test(folded.slice(Math.max(0, date.start - 16), date.start))
    phases.push({ label, start: date.first, end: isOpen ? null : date.last, focus: focusOf(date, paragraph.end, next, folded), range: { start: label.start, end: Math.max(date.end, label.end) }, date })
  })
  return phases
}

function lead(words: string): number {
  const bullet = bulletLength(words)
  const number = /^(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|\(?[a-zđ\d])[.)/:]+\s*/u.exec(words.slice(bullet))?.[0].length ?? 0
  return bullet + number
}

/** The first interval near the label, else its first date that is no deadline. */
function dateFor(dates: readonly FoundDate[], from: number, end: number, folded: string): FoundDate | null {
  const near = dates.filter((date) => date.start >= from && date.end <= end && date.start - from <= NEAR && !DUE.test(folded.slice(Math.max(0, date.start - 24), date.start)))
  return near.find((date) => date.precision === 'interval') ?? near.find((date) => date.precision !== 'year-part') ?? null
}

/** What the phase is about: the rest of its paragraph, else a paragraph below that says so. */
function focusOf(date: FoundDate, end: number, next: Range | undefined, folded: string): Range | null {
  const rest = folded.slice(date.end, end)
  const skipped = /^[\s).,:;-]*/.exec(rest)![0].length
  if (rest.length - skipped > 12) return { start: date.end + skipped, end }
  const isFocus = next && /^(?:[-+]\s*)?(?:trọng tâm|nội dung|tập trung|mục tiêu)/iu.test(folded.slice(next.start, next.end))
  return isFocus ? { start: next.start, end: next.end } : null
}
