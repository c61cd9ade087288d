// Paragraphs that name a wave or a period of the whole campaign become phases.
//
//   "- Đợt 1: Từ ngày 01/02/2024 đến ngày 30/6/2024." => Đợt 1, 2024-02-01, 2024-06-30    "Giai đoạn 2021 - 2025" => none
//   "Giai đoạn 2 (2026 - 2030)" => Giai đoạn 2, 2026, 2030
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
  /** Null where only years are printed. */
  date: FoundDate | null
}

type Label = Range & { isPeriod: boolean }

const ORDER = String.raw`(?:thứ \p{sc=Latn}+|[IVX]{1,4}|\d{1,2}|một|hai|ba|bốn)(?![\p{sc=Latn}\d])`
const KIND = '(?:thi đua|cao điểm|phát động|kiểm tra|chiến dịch|triển khai)'
const STAGE = '(?:cao điểm|chuẩn bị|triển khai|thực hiện|tổng kết|khởi động|phát động|ra quân|kết thúc)'
const OF_TIME = '(?:phát động|triển khai|thực hiện|tổ chức|diễn ra|hưởng ứng|thi đua|chiến dịch|cao điểm)'
const WORDS = '[^:;.(\\d]{3,80}?'

// At the start of a paragraph or of a heading.
const LABELS = [
  String.raw`(?:đợt|giai đoạn|vòng|bước) (?:${KIND} ){0,2}${ORDER}`,
  `(?:đợt|giai đoạn) ${STAGE}(?: [^:;.(\\d]{2,80}?)?`,
  String.raw`tháng (?:hành động|cao điểm)${WORDS}(?:năm \d{4})?`,
  `tuần lễ ${WORDS}`,
  String.raw`chiến dịch ${WORDS}(?:năm \d{4})?`,
]
const PERIOD = String.raw`thời gian(?: ${OF_TIME}(?: chiến dịch| tháng hành động| phong trào| đợt \d)?)?`
const BEHIND = String.raw`(?= ?(?:[:(,.-]|$)| (?:từ|bắt|được|diễn|là|trong)(?!\p{sc=Latn})| (?:tháng )?\d)`
const LABEL = new RegExp(`^(?:trong |thời gian )?(?<label>${LABELS.join('|')})${BEHIND}`, 'iu')
const PERIOD_LABEL = new RegExp(`^(?<label>${PERIOD})${BEHIND}`, 'iu')
// Inside a sentence, right before its dates.
const INLINE = new RegExp(
  String.raw`(?=[đgvt"“])(?<![\p{sc=Latn}])(?<!(?:trong|báo cáo) )(?<label>(?:đợt|giai đoạn|vòng) ${ORDER}|tháng (?:hành động|cao điểm)[^:;.(\d]{0,90}?(?:năm \d{4})?|[“"]?tuần lễ [^:;.(\d]{3,60}?["”]?)(?=["”]?[\s,:]*(?:\(?(?:được )?(?:tổ chức |diễn ra |bắt đầu )?(?:(?:từ|kể từ|:|trong|vào) ?(?:ngày |tháng )?|tháng )\d|\(\d{1,2}(?: ?- ?\d{1,2})?/\d))`,
  'giu',
)
const INLINE_WORDS = /đợt|giai đoạn|vòng|tháng|tuần lễ/i
const LEAD = /^\s*(?:[-+*•]+ ?)?(?:(?:[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|\(?[a-zđ\d])[.)/:]+ ?)?/u
// Behind a label that opens its paragraph: “…; Vòng 2 (cấp tỉnh): …”.
const NEXT = new RegExp(String.raw`(?<=[;.,] (?:và )?)(?<label>(?:đợt|giai đoạn|vòng|bước) ${ORDER})(?=[\s,:(])`, 'giu')
const NEAR = 140
const MOST_BULLETS = 12
const NUMBERED = new RegExp(`${ORDER}$`, 'iu')
const YEARS =
  /^ ?[(:,]? ?(?:từ )?(?:năm )?(?<from>20\d{2})(?: ?(?:-|đến) ?(?:hết )?(?:năm )?(?<to>20\d{2}))?(?![\d/])\)?(?= ?(?:[.,;:)-]|$))/iu
/** “từ ngày ban hành Kế hoạch đến hết tháng 11/2024”: the first day is that of the document. */
const FROM_ISSUE = /từ (?:ngày |khi )?(?:ban hành|ký|phát động|triển khai)[^.;:\d]{0,40} đến (?:hết )?(?:ngày )?$/iu
const DUE = /(?:trước|chậm nhất|hạn) ?(?:là )?(?:ngày ?)?$/iu

/** Phases in document order. `dates` are those of the whole text. */
export function findPhases(source: Source, dates: readonly FoundDate[]): FoundPhase[] {
  const { folded, outline } = source
  const phases = phasesInTables(source, dates)
  const claimed = new Set<FoundDate | null>(phases.map(({ date }) => date))
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
      const years = date || label.isPeriod ? null : yearsFor(label, end, folded)
      if (years)
        phases.push({
          label: { start: label.start, end: label.end },
          ...years,
          focus: focusWithin(years.range, end, folded) ?? focusOf(years.range, outline.body, i, folded),
          date: null,
        })
      if (!date || claimed.has(date)) return
      const isInterval = date.precision === 'interval' || date.precision === 'quarter' || date.precision === 'half'
      const isEnd = !isInterval && FROM_ISSUE.test(folded.slice(label.end, date.start))
      if (label.isPeriod && !isInterval && !isEnd) return
      const isOpen = !isInterval && !isEnd && /từ/iu.test(folded.slice(Math.max(0, date.start - 16), date.start))
      phases.push({
        label: { start: label.start, end: label.end },
        start: isEnd ? null : date.first,
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
  const label = opensWith(paragraph, words.slice(lead))
  const first = label ? at(paragraph.start + lead, label.found, label.isPeriod) : null
  // Inside a sentence a label stands before the digits of its dates.
  if (!first && !(/\d/.test(words) && INLINE_WORDS.test(words))) return []
  const others = [...words.matchAll(first ? NEXT : INLINE)].map((found) => at(paragraph.start, found, false))
  return first ? [first, ...others.filter(({ start }) => start >= first.end)] : others
}

function opensWith(paragraph: BodyParagraph, own: string): { found: RegExpExecArray; isPeriod: boolean } | null {
  const opening = LABEL.exec(own)
  if (opening) return { found: opening, isPeriod: false }
  const period = PERIOD_LABEL.exec(own)
  const isLabel = period && (paragraph.isNumbered || / /.test(period.groups!.label!.slice(10)))
  return isLabel ? { found: period, isPeriod: true } : null
}

/** Whether a paragraph names a phase of its own: then its dates are that phase's. */
function opensPhase(paragraph: BodyParagraph, folded: string): boolean {
  const words = folded.slice(paragraph.start, paragraph.end)
  return opensWith(paragraph, words.slice(LEAD.exec(words)![0].length)) !== null || words.search(INLINE) >= 0
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

/** “Giai đoạn 1 (2024 - 2025)”, “Giai đoạn II: từ năm 2026 đến năm 2030”: a numbered stage by its years. */
function yearsFor(label: Range, end: number, folded: string): { start: string; end: string; range: Range } | null {
  if (!NUMBERED.test(folded.slice(label.start, label.end))) return null
  const { from, to } = YEARS.exec(folded.slice(label.end, end))?.groups ?? {}
  if (!from || Number(to ?? from) < Number(from)) return null
  const last = label.end + YEARS.exec(folded.slice(label.end, end))![0].length
  return { start: from, end: to ?? from, range: { start: label.start, end: last } }
}

/** The words between the dates of a phase and the next label of its paragraph. */
function focusWithin(date: Range, end: number, folded: string): Range | null {
  const rest = folded.slice(date.end, end)
  const skipped = /^[\s).,:;-]*/.exec(rest)![0].length
  const words = rest.slice(skipped).replace(/[\s;,.]+$/u, '')
  return words.length > 12 ? { start: date.end + skipped, end: date.end + skipped + words.length } : null
}

/** What the phase is about: the rest of its paragraph, else a paragraph below that says so, or the bullets below. */
function focusOf(date: Range, body: readonly BodyParagraph[], index: number, folded: string): Range | null {
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
  // Bullets below, or the text below a heading that is the phase alone.
  const isListed = next.isBullet
  let last = below
  while (last < below + MOST_BULLETS && isMore(body[last], isListed) && !opensPhase(body[last]!, folded)) last++
  return last > below ? { start: next.start, end: body[last - 1]!.end } : null
}

function isMore(paragraph: BodyParagraph | undefined, isListed: boolean): boolean {
  return paragraph !== undefined && !paragraph.isNumbered && paragraph.isBullet === isListed
}
