// Paragraphs that name a wave or a period of the whole campaign become phases.
//
//   "- Đợt thi đua thứ nhất: Từ tháng 01/2024 đến 30/6/2024." => Đợt thi đua thứ nhất, 2024-01 … 2024-06-30
//   "Giai đoạn 2021 - 2025" => none: years alone are no phase
import type { Range } from '../model/document.ts'
import type { Source } from '../model/source.ts'
import { bulletLength } from '../text/bullets.ts'
import type { FoundDate } from './dates/index.ts'

export type FoundPhase = { label: Range; start: string | null; end: string | null; focus: Range | null; range: Range; date: FoundDate }

const ORDER = String.raw`(?:thứ \p{L}+|[IVX]{1,4}|\d{1,2})(?![\p{L}\d])`
const LABEL = new RegExp(
  String.raw`^(?:trong |thời gian )?(?<label>(?:đợt|giai đoạn|vòng|bước) (?:(?:thi đua|cao điểm|phát động|kiểm tra|chiến dịch|triển khai) ){0,2}${ORDER}|(?:đợt|giai đoạn) (?:cao điểm|chuẩn bị|triển khai|thực hiện|tổng kết|khởi động|phát động|ra quân|kết thúc)(?: [^:;.(\d]{3,70}?)?|tháng (?:hành động|cao điểm)[^:;.(\d]{0,80}?(?:năm \d{4})?|tuần lễ [^:;.(\d]{3,80}?|chiến dịch [^:;.(\d]{3,80}?(?:năm \d{4})?|thời gian (?:phát động|triển khai|thực hiện|tổ chức|diễn ra|hưởng ứng|thi đua|chiến dịch|cao điểm)(?: chiến dịch| tháng hành động| phong trào| đợt \d)?)(?= ?(?:[:(,.-]|$)| (?:từ|bắt|được|diễn|là|trong)(?!\p{L})| \d)`,
  'iu',
)
const ACTION_PERIOD = /(?<label>tháng (?:hành động|cao điểm)[^:;.(\d]{0,90}?(?:năm \d{4})?)[\s,]*\(?(?:được )?(?:tổ chức |diễn ra |bắt đầu )?(?=(?:từ|kể từ)\s)/iu
const NEAR = 140
const DUE = /(?:trước|chậm nhất|hạn) ?(?:là )?(?:ngày ?)?$/iu

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
    if (!isInterval && /thời gian/iu.test(found[0])) return
    const isOpen = !isInterval && /từ/iu.test(folded.slice(Math.max(0, date.start - 16), date.start))
    phases.push({ label, start: date.first, end: isOpen ? null : date.last, focus: focusOf(date, paragraph.end, next, folded), range: { start: label.start, end: Math.max(date.end, label.end) }, date })
  })
  return phases
}

function lead(words: string): number {
  const bullet = bulletLength(words)
  const number = /^(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|\(?[a-zđ\d])[.)/:]+ ?/u.exec(words.slice(bullet))?.[0].length ?? 0
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
  const isFocus = next && /^(?:[-+] ?)?(?:trọng tâm|nội dung|tập trung|mục tiêu)/iu.test(folded.slice(next.start, next.end))
  return isFocus ? { start: next.start, end: next.end } : null
}
