// Paragraphs that name a wave or a period of the whole campaign become phases.
//
//   "- Đợt 1: Từ ngày 01/02/2024 đến ngày 30/6/2024." => Đợt 1, 2024-02-01, 2024-06-30    "Giai đoạn 2021 - 2025" => none
import type { Range } from '../../model/document.ts'
import type { BodyParagraph } from '../../model/outline.ts'
import { within } from '../../model/ranges.ts'
import type { Source } from '../../model/source.ts'
import type { FoundDate } from '../dates/index.ts'
import { phasesInTables } from './tables.ts'

export type FoundPhase = {
  label: Range
  start: string | null
  end: string | null
  focus: Range | null
  range: Range
  date: FoundDate
}

type Label = Range & { isPeriod: boolean }

const ORDER = String.raw`(?:thứ \p{L}+|[IVX]{1,4}|\d{1,2})(?![\p{L}\d])`
const KIND = '(?:thi đua|cao điểm|phát động|kiểm tra|chiến dịch|triển khai)'
const STAGE = '(?:cao điểm|chuẩn bị|triển khai|thực hiện|tổng kết|khởi động|phát động|ra quân|kết thúc)'
const OF_TIME = '(?:phát động|triển khai|thực hiện|tổ chức|diễn ra|hưởng ứng|thi đua|chiến dịch|cao điểm)'
const WORDS = '[^:;.(\\d]{3,80}?'

// At the start of a paragraph or of a heading.
const LABELS = [
  String.raw`(?:đợt|giai đoạn|vòng|bước) (?:${KIND} ){0,2}${ORDER}`,
  `(?:đợt|giai đoạn) ${STAGE}(?: ${WORDS})?`,
  String.raw`tháng (?:hành động|cao điểm)${WORDS}(?:năm \d{4})?`,
  `tuần lễ ${WORDS}`,
  String.raw`chiến dịch ${WORDS}(?:năm \d{4})?`,
]
const PERIOD = String.raw`thời gian(?: ${OF_TIME}(?: chiến dịch| tháng hành động| phong trào| đợt \d)?)?`
const BEHIND = String.raw`(?= ?(?:[:(,.-]|$)| (?:từ|bắt|được|diễn|là|trong)(?!\p{L})| \d)`
const LABEL = new RegExp(`^(?:trong |thời gian )?(?<label>${LABELS.join('|')})${BEHIND}`, 'iu')
const PERIOD_LABEL = new RegExp(`^(?<label>${PERIOD})${BEHIND}`, 'iu')
// Inside a sentence, right before its dates.
const INLINE = new RegExp(
  String.raw`(?<![\p{L}])(?<label>(?:đợt|giai đoạn|vòng) ${ORDER}|tháng (?:hành động|cao điểm)[^:;.(\d]{0,90}?(?:năm \d{4})?|[“"]?tuần lễ [^:;.(\d]{3,60}?["”]?)(?=[\s,:]*\(?(?:được )?(?:tổ chức |diễn ra |bắt đầu )?(?:từ|kể từ|:) ?(?:ngày )?\d)`,
  'giu',
)
const LEAD = /^\s*(?:[-+*•]+ ?)?(?:(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|\(?[a-zđ\d])[.)/:]+ ?)?/u
// Behind a label that opens its paragraph: “…; Vòng 2 (cấp tỉnh): …”.
const NEXT = new RegExp(String.raw`(?<=[;.,] (?:và )?)(?<label>(?:đợt|giai đoạn|vòng|bước) ${ORDER})(?=[\s,:(])`, 'giu')
const NEAR = 140
const MOST_BULLETS = 12
const DUE = /(?:trước|chậm nhất|hạn) ?(?:là )?(?:ngày ?)?$/iu

/** Phases in document order. `dates` are those of the whole text. */
export function findPhases(source: Source, dates: readonly FoundDate[]): FoundPhase[] {
  const { folded, outline } = source
  const phases = phasesInTables(source, dates)
  const claimed = new Set(phases.map(({ date }) => date))
  outline.body.forEach((paragraph, i) => {
    const labels = labelsOf(paragraph, folded)
    labels.forEach((label, k) => {
      const end = labels[k + 1]?.start ?? paragraph.end
      const next = outline.body[i + 1]
      const date =
        dateFor(dates, label.end, end, folded) ??
        (next && endsWith(label, paragraph, folded) && !opensPhase(next, folded)
          ? dateFor(dates, next.start, next.end, folded)
          : null)
      if (!date || claimed.has(date)) return
      const isInterval = date.precision === 'interval' || date.precision === 'quarter' || date.precision === 'half'
      if (label.isPeriod && !isInterval) return
      const isOpen = !isInterval && /từ/iu.test(folded.slice(Math.max(0, date.start - 16), date.start))
      phases.push({
        label: { start: label.start, end: label.end },
        start: date.first,
        end: isOpen ? null : date.last,
        focus: end < paragraph.end ? focusWithin(date, end, folded) : focusOf(date, outline.body, i, folded),
        range: { start: label.start, end: Math.max(date.end, label.end) },
        date,
      })
      claimed.add(date)
    })
  })
  return phases.sort((a, b) => a.range.start - b.range.start)
}

/** Labels of a paragraph: the one that opens it, or those inside its sentences. */
function labelsOf(paragraph: BodyParagraph, folded: string): Label[] {
  const words = folded.slice(paragraph.start, paragraph.end)
  const lead = LEAD.exec(words)![0].length
  const opening = LABEL.exec(words.slice(lead))
  const period = opening ? null : PERIOD_LABEL.exec(words.slice(lead))
  const label = opening ?? (period && (paragraph.isNumbered || / /.test(period.groups!.label!.slice(10))) ? period : null)
  const first = label ? at(paragraph.start + lead, label, label === period) : null
  const others = [...words.matchAll(first ? NEXT : INLINE)].map((found) => at(paragraph.start, found, false))
  return first ? [first, ...others.filter(({ start }) => start >= first.end)] : others
}

/** Whether a paragraph names a phase of its own: then its dates are that phase's. */
function opensPhase(paragraph: BodyParagraph, folded: string): boolean {
  const words = folded.slice(paragraph.start, paragraph.end)
  return LABEL.test(words.slice(LEAD.exec(words)![0].length)) || words.search(INLINE) >= 0
}

function at(offset: number, found: RegExpExecArray, isPeriod: boolean): Label {
  const label = found.groups!.label!.trimEnd()
  const start = offset + found.index + found[0].indexOf(label)
  return { start, end: start + label.length, isPeriod }
}

/** Whether nothing but a mark follows the label in its paragraph. */
function endsWith(label: Range, paragraph: Range, folded: string): boolean {
  return /^[\s:.]*$/.test(folded.slice(label.end, paragraph.end))
}

/** The first interval near the label, else its first date that is no deadline. */
function dateFor(dates: readonly FoundDate[], from: number, end: number, folded: string): FoundDate | null {
  const near = within(dates, { start: from, end }).filter(
    (date) => date.start - from <= NEAR && !DUE.test(folded.slice(Math.max(0, date.start - 24), date.start)),
  )
  return near.find((date) => date.precision === 'interval') ?? near.find((date) => date.precision !== 'year-part') ?? null
}

/** The words between the dates of a phase and the next label of its paragraph. */
function focusWithin(date: FoundDate, end: number, folded: string): Range | null {
  const rest = folded.slice(date.end, end)
  const skipped = /^[\s).,:;-]*/.exec(rest)![0].length
  const words = rest.slice(skipped).replace(/[\s;,.]+$/u, '')
  return words.length > 12 ? { start: date.end + skipped, end: date.end + skipped + words.length } : null
}

/** What the phase is about: the rest of its paragraph, else a paragraph below that says so, or the bullets below. */
function focusOf(date: FoundDate, body: readonly BodyParagraph[], index: number, folded: string): Range | null {
  const { end } = body[index]!
  const rest = folded.slice(date.end, Math.max(date.end, end))
  const skipped = /^[\s).,:;-]*/.exec(rest)![0].length
  if (rest.length - skipped > 12) return { start: date.end + skipped, end }
  const below = index + (date.start >= end ? 2 : 1)
  const next = body[below]
  if (!next) return null
  if (/^(?:[-+] ?)?(?:trọng tâm|nội dung|tập trung|mục tiêu)/iu.test(folded.slice(next.start, next.end)))
    return { start: next.start, end: next.end }
  if (body[index]!.isBullet || !body[index]!.isNumbered) return null
  let last = below
  while (last < below + MOST_BULLETS && body[last]?.isBullet && !opensPhase(body[last]!, folded)) last++
  return last > below ? { start: next.start, end: body[last - 1]!.end } : null
}
