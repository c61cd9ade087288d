// Dated duties become deadlines: what is due, by whom, to whom, when.
//
//   "Báo cáo kết quả về Sở Y tế trước ngày 30/11/2024." => 2024-11-30, Báo cáo kết quả về Sở Y tế
//   "Gửi báo cáo trước ngày 25 hằng tháng." => FREQ=MONTHLY;BYMONTHDAY=25, Gửi báo cáo    "Đến hết năm 2025, mọi xã có bác sĩ." => none
import type { Range } from '../../model/document.ts'
import type { BodyParagraph } from '../../model/outline.ts'
import type { Source } from '../../model/source.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { countWords } from '../../text/words.ts'
import type { FoundDate } from '../dates/index.ts'
import { unitLength } from '../units.ts'
import { duesIn } from './dues.ts'
import { dutiesOf, toWhom, whoOwes } from './duty.ts'
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

const BARE = /^(?:và )?(?:(?:tổ chức |thực hiện |làm )?xong|hoàn thành|kết thúc|thời gian|thời hạn|chậm nhất|trước)(?!\p{L})/iu

/** Deadlines of sentences and of the time column of task tables, in document order. */
export function findDeadlines(source: Source, dates: readonly FoundDate[], taken: ReadonlySet<FoundDate>): FoundDeadline[] {
  const free = dates.filter((date) => !taken.has(date))
  const prose = source.outline.body.flatMap((paragraph) => {
    const sentences = sentencesOf(source.folded, { start: paragraph.wordsStart, end: paragraph.end })
    return sentences.flatMap((sentence, i) => {
      const whole = withDuty(sentence, sentences[i - 1], source.folded)
      return inSentence(whole, runInUnit(paragraph, source.folded), source, free)
    })
  })
  return [...prose, ...deadlinesInTables(source, free)].sort((a, b) => a.range.start - b.range.start)
}

/** “…; hoàn thành trước ngày 28/02/2023”: the duty is said in front of the semicolon. */
function withDuty(sentence: Range, before: Range | undefined, folded: string): Range {
  const isBare = BARE.test(folded.slice(sentence.start, sentence.end))
  return before && isBare && folded[before.end - 1] === ';' ? { start: before.start, end: sentence.end } : sentence
}

function inSentence(
  sentence: Range,
  owner: Range | null,
  { folded, document }: Source,
  dates: readonly FoundDate[],
): FoundDeadline[] {
  const dues = duesIn(sentence, folded, dates)
  const duties = dutiesOf(sentence, dues, document.text)
  return dues.flatMap((due, i): FoundDeadline[] => {
    const duty = duties[i]!
    if (countWords(duty.words) < 2) return []
    const range = { start: Math.min(duty.start, due.start), end: Math.max(duty.end, due.end) }
    const who = whoOwes(duty, sentence, folded) ?? owner
    const to = toWhom(duty, folded)
    return due.dates.map(({ edtf, recurrence, of }) => ({ date: edtf, what: duty.words, who, to, recurrence, range, of }))
  })
}

/** “1. Văn phòng Sở: …”: the unit in front of the words of a paragraph. */
function runInUnit(paragraph: BodyParagraph, folded: string): Range | null {
  const words = folded.slice(paragraph.start, paragraph.wordsStart)
  const from = /^[\s\p{N}IVXa-zđ.)+-]*?(?=\p{Lu}|các )/u.exec(words)?.[0].length ?? 0
  const length = unitLength(words.slice(from))
  return length > 0 && /^[\s:.]*$/.test(words.slice(from + length))
    ? { start: paragraph.start + from, end: paragraph.start + from + length }
    : null
}
