// Dated duties become deadlines: what is due, by whom, to whom, when.
//
//   "Báo cáo kết quả về Sở Y tế trước ngày 30/11/2024." => 2024-11-30, Báo cáo kết quả về Sở Y tế
//   "Gửi báo cáo trước ngày 25 hằng tháng." => FREQ=MONTHLY;BYMONTHDAY=25, Gửi báo cáo    "Đến hết năm 2025, mọi xã có bác sĩ." => none

import { grammarsOf } from '../../catalog/lexicon.ts'
import { unitLength } from '../../catalog/units.ts'
import type { Range } from '../../model/document.ts'
import type { BodyParagraph, SectionNode } from '../../model/outline.ts'
import { lastUpTo } from '../../model/ranges.ts'
import type { Source } from '../../model/source.ts'
import type { Grammar } from '../../text/phrases.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { countWords } from '../../text/words.ts'
import type { FoundDate } from '../dates/index.ts'
import { type Due, duesIn } from './dues.ts'
import { DUTY, dutiesOf, toWhom, whoOwes } from './duty.ts'
import { deadlinesInTables } from './tables.ts'

export type FoundDeadline = {
  date: string | null
  what: string
  who: Range | null
  to: Range | null
  recurrence: string | null
  range: Range
  of: FoundDate | null
}

const LEAD = /^(?:(?:trách nhiệm|nhiệm vụ)(?: thực hiện)?(?: của)? |giao |đề nghị )/iu
const BARE =
  /^(?:và )?(?:(?:tổ chức |thực hiện |làm )?xong|hoàn thành|kết thúc|thời gian|thời hạn|chậm nhất|trước)(?!\p{sc=Latn})/iu

/** “Sở:” */
const SHORTEST_UNIT = 3

/** Deadlines of sentences and of the time column of task tables, in document order. */
export function findDeadlines(source: Source, dates: readonly FoundDate[], taken: ReadonlySet<FoundDate>): FoundDeadline[] {
  const free = dates.filter((date) => !taken.has(date))
  const owners = headedUnits(source)
  const prose = source.outline.body.flatMap((paragraph) => {
    const unit = runInUnit(paragraph, source)
    const owner = unit ?? owners.find(paragraph.start)
    const start = unit ? paragraph.wordsStart : dutyStart(paragraph, source.folded)
    const sentences = sentencesOf(source.folded, { start, end: paragraph.end })
    return sentences.flatMap((sentence, i) => inSentence(sentence, sentences[i - 1], owner, source, free))
  })
  return [...prose, ...deadlinesInTables(source, free)].sort((a, b) => a.range.start - b.range.start)
}

function inSentence(
  sentence: Range,
  before: Range | undefined,
  owner: Range | null,
  source: Source,
  dates: readonly FoundDate[],
): FoundDeadline[] {
  const { folded, document } = source
  const own = duesIn(sentence, folded, dates)
  if (own.length === 0) return []
  const isMore = before !== undefined && folded[before.end - 1] === ';'
  // “…; hoàn thành trước ngày 28/02/2023”: the duty is said in front of the semicolon.
  const whole = isMore && isBare(sentence, own[0]!, folded) ? { start: before.start, end: sentence.end } : sentence
  const dues = whole === sentence ? own : duesIn(whole, folded, dates)
  const duties = dutiesOf(whole, dues, document.text)
  return dues.flatMap((due, i): FoundDeadline[] => {
    const duty = duties[i]!
    // “Báo cáo gửi về Sở Y tế: 6 tháng trước …; năm trước …”: what all share stands before the colon.
    const words = countWords(duty.words) < 2 && isMore ? `${beforeColon(before, document.text)}${duty.words}` : duty.words
    if (due.start < sentence.start || countWords(words) < 2) return []
    const range = { start: Math.min(duty.start, due.start), end: Math.max(duty.end, due.end) }
    const who = whoOwes(duty, due, whole, source) ?? owner
    const to = toWhom(duty, source)
    return due.dates.map(({ edtf, recurrence, of }) => ({ date: edtf, what: words, who, to, recurrence, range, of }))
  })
}

function isBare(sentence: Range, due: Due, folded: string): boolean {
  if (DUTY.test(folded.slice(due.end, sentence.end))) return false
  const around = `${folded.slice(sentence.start, due.start)} ${folded.slice(due.end, sentence.end)}`
  return BARE.test(folded.slice(sentence.start, sentence.end)) && countWords(around) < 6
}

function beforeColon(sentence: Range, text: string): string {
  const words = text.slice(sentence.start, sentence.end)
  const colon = words.indexOf(':')
  return colon < 0 ? '' : `${words.slice(0, colon)}: `
}

/** Sections whose heading is a unit: what stands in them is that unit's. */
function headedUnits({ outline, folded, lexicon }: Source): { find: (offset: number) => Range | null } {
  const owned: { start: number; end: number; unit: Range }[] = []
  const { agencies } = grammarsOf(lexicon)
  const visit = (section: SectionNode) => {
    const unit = section.heading && section.children.length === 0 ? unitOf(section.heading, folded, agencies) : null
    if (unit) owned.push({ start: section.own.start, end: section.span.end, unit })
    section.children.forEach(visit)
  }
  outline.sections.forEach(visit)
  return {
    find: (offset) => {
      const found = lastUpTo(owned, offset)
      return found && offset < found.end ? found.unit : null
    },
  }
}

function unitOf(heading: Range, folded: string, agencies: Grammar): Range | null {
  const words = folded.slice(heading.start, heading.end)
  const lead = LEAD.exec(words)?.[0].length ?? 0
  const length = unitLength(words.slice(lead), agencies)
  return length > 0 && length === words.length - lead ? { start: heading.start + lead, end: heading.end } : null
}

/** “a) Báo cáo Bộ Y tế: quý I trước …”: a duty in front of its dates is no title of theirs. */
function dutyStart({ start, wordsStart }: BodyParagraph, folded: string): number {
  const words = folded.slice(start, wordsStart)
  const mark = /^[\s\p{N}IVXa-zđ.)+-]*?(?=\p{Lu})/u.exec(words)?.[0].length ?? 0
  return words.slice(mark).search(DUTY) === 0 ? start + mark : wordsStart
}

/** “1. Văn phòng Sở: …”: the unit in front of the words of a paragraph. */
function runInUnit(paragraph: BodyParagraph, { folded, lexicon }: Source): Range | null {
  if (paragraph.wordsStart - paragraph.start < SHORTEST_UNIT) return null
  const words = folded.slice(paragraph.start, paragraph.wordsStart)
  const from = /^[\s\p{N}IVXa-zđ.)+-]*?(?=\p{Lu}|các )/u.exec(words)?.[0].length ?? 0
  const length = unitLength(words.slice(from), grammarsOf(lexicon).agencies)
  return length > 0 && /^[\s:.]*$/.test(words.slice(from + length))
    ? { start: paragraph.start + from, end: paragraph.start + from + length }
    : null
}
