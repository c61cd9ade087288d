// Dated duties become deadlines: what is due, by whom, when.
//
//   "Báo cáo kết quả về Sở Y tế trước ngày 30/11/2024." => 2024-11-30, Báo cáo kết quả về Sở Y tế
//   "Gửi báo cáo trước ngày 25 hằng tháng." => FREQ=MONTHLY;BYMONTHDAY=25, Gửi báo cáo    "Đến hết năm 2025, mọi xã có bác sĩ." => none
import type { Range } from '../model/document.ts'
import type { OutlineTable } from '../model/outline.ts'
import type { Source } from '../model/source.ts'
import { sentencesOf } from '../text/sentences.ts'
import { countWords } from '../text/words.ts'
import type { FoundDate } from './dates/index.ts'

export type FoundDeadline = {
  date: string | null
  what: string
  who: Range | null
  recurrence: string | null
  range: Range
  of: FoundDate | null
}

type Due = { start: number; end: number; date: FoundDate | null; edtf: string | null; recurrence: string | null }

const TRIGGER =
  /(?:(?:chậm|muộn) nhất(?: là)?(?: (?:trước|vào|đến|trong))?|(?:xong|hoàn thành|kết thúc|gửi về|nộp|báo cáo) (?:trước|trong|vào|chậm nhất)|trước|thời hạn(?: \p{L}+){0,3}? ?:?|hạn (?:cuối|chót|nộp|gửi|báo cáo|hoàn thành)(?: \p{L}+){0,3}? ?:?) ?(?:là )?(?:\d{1,2} ?(?:giờ|h) ?(?:\d{0,2})? ?(?:phút)? ?,? ?)?(?:ngày ?)?$/iu
const NO_DUTY = /(?:so với|từ) trước ?(?:ngày ?)?$/iu
const MONTHLY = /(?:trước|chậm nhất(?: là)?|vào|hạn \p{L}+) (?:ngày )?(?<d>\d{1,2}) (?:của )?(?:hằng|hàng|mỗi|các) tháng/giu
const QUARTERLY = /(?:trước|chậm nhất(?: là)?) (?:ngày )?(?<d>\d{1,2}) (?:của )?tháng cuối (?:của )?(?:hằng |hàng |mỗi )?quý/giu
const YEARLY = /^ ?(?:hằng|hàng|mỗi) năm/iu
const ADDRESS =
  /^(?:(?:đề nghị|yêu cầu|giao) )?(?<who>(?:các|thủ trưởng|lãnh đạo|giám đốc|sở|phòng|trung tâm|bệnh viện|ubnd|ủy ban nhân dân|ban|chi cục|văn phòng|thanh tra|công đoàn|đơn vị|cơ quan|trạm|khoa)(?: (?!(?:báo|gửi|tổng|xây|triển|hoàn|căn|thực|tổ|chịu|chủ|phối|có|lập|nộp|đăng|tham|phải|rà|tiến|kịp|cử|khẩn|chỉ|theo)(?!\p{L}))[\p{L}\p{M}\d,()/-]+){1,16})/iu
const DUTY = /(?<!\p{L})(?:báo cáo|gửi|tổng hợp|hoàn thành|nộp|sơ kết|tổng kết|đánh giá|xây dựng|lập|đăng ký|rà soát)(?!\p{L})/iu
const DUE_COLUMN = /hoàn thành|thời hạn|hạn|trước/iu

/** Deadlines of sentences and of the time column of task tables, in document order. */
export function findDeadlines(source: Source, dates: readonly FoundDate[], taken: ReadonlySet<FoundDate>): FoundDeadline[] {
  const free = dates.filter((date) => !taken.has(date))
  const prose = source.outline.body.flatMap((paragraph) => {
    const sentences = sentencesOf(source.folded, { start: paragraph.wordsStart, end: paragraph.end })
    return sentences.flatMap((sentence, i) => inSentence(withDuty(sentence, sentences[i - 1], source.folded), source, free))
  })
  const tables = source.outline.tables.flatMap((table) => inTable(table, source, free))
  return [...prose, ...tables].sort((a, b) => a.range.start - b.range.start)
}

/** “…; hoàn thành trước ngày 28/02/2023”: the duty is said in front of the semicolon. */
function withDuty(sentence: Range, before: Range | undefined, folded: string): Range {
  const isBare =
    /^(?:và )?(?:(?:tổ chức |thực hiện |làm )?xong|hoàn thành|kết thúc|thời gian|thời hạn|chậm nhất|trước)(?!\p{L})/iu.test(
      folded.slice(sentence.start, sentence.end),
    )
  return before && isBare && folded[before.end - 1] === ';' ? { start: before.start, end: sentence.end } : sentence
}

function inSentence(sentence: Range, { folded, document }: Source, dates: readonly FoundDate[]): FoundDeadline[] {
  const dues = duesIn(sentence, folded, dates)
  let from = sentence.start
  return dues.flatMap((due): FoundDeadline[] => {
    const what = dutyOf(sentence, from, due, dues, document.text)
    from = due.end
    if (countWords(what.words) < 2) return []
    return [
      {
        date: due.edtf,
        what: what.words,
        who: whoIn(sentence, folded),
        recurrence: due.recurrence,
        range: { start: Math.min(what.start, due.start), end: Math.max(what.end, due.end) },
        of: due.date,
      },
    ]
  })
}

function duesIn(sentence: Range, folded: string, dates: readonly FoundDate[]): Due[] {
  const words = folded.slice(sentence.start, sentence.end)
  const dues: Due[] = []
  for (const date of dates) {
    if (date.start < sentence.start || date.end > sentence.end || date.precision === 'interval') continue
    const before = folded.slice(sentence.start, date.start)
    const trigger = TRIGGER.exec(before)
    if (!trigger || NO_DUTY.test(before)) continue
    const isYearly = YEARLY.test(folded.slice(date.end, sentence.end))
    const [, month, day] = /^.{4}-(\d{2})-(\d{2})$/.exec(date.edtf) ?? []
    const recurrence = isYearly && month && day ? `FREQ=YEARLY;BYMONTH=${Number(month)};BYMONTHDAY=${Number(day)}` : null
    dues.push({ start: sentence.start + trigger.index, end: date.end, date, edtf: date.edtf, recurrence })
  }
  for (const [pattern, rule] of [
    [MONTHLY, 'FREQ=MONTHLY'],
    [QUARTERLY, 'FREQ=MONTHLY;BYMONTH=3,6,9,12'],
  ] as const) {
    for (const found of words.matchAll(pattern)) {
      const start = sentence.start + found.index
      dues.push({
        start,
        end: start + found[0].length,
        date: null,
        edtf: null,
        recurrence: `${rule};BYMONTHDAY=${Number(found.groups!.d)}`,
      })
    }
  }
  return dues.sort((a, b) => a.start - b.start)
}

/** The words of the duty: those before the date since the last one, else those behind it. Other dates of the sentence are left out. */
function dutyOf(sentence: Range, from: number, due: Due, dues: readonly Due[], text: string): Range & { words: string } {
  const own = clean(text.slice(from, due.start))
  const isShort = countWords(own) < (DUTY.test(own) ? 2 : 4)
  if (!isShort) return { start: from, end: due.start, words: own }
  const behind = clean(text.slice(due.end, dues.find((other) => other.start > due.end)?.start ?? sentence.end))
  if (from === sentence.start || countWords(behind) >= 6) {
    return { start: from, end: Math.max(due.end, sentence.end), words: clean(`${own} ${behind}`) }
  }
  let words = text.slice(sentence.start, due.start)
  for (const other of [...dues].reverse())
    if (other.end <= due.start) words = words.slice(0, other.start - sentence.start) + words.slice(other.end - sentence.start)
  return { start: sentence.start, end: due.start, words: clean(words) }
}

function clean(words: string): string {
  return words
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.)(-]+(?:và )?|^và |[\s,;:.(/-]+$/g, '')
}

function whoIn(sentence: Range, folded: string): Range | null {
  const found = ADDRESS.exec(folded.slice(sentence.start, sentence.end))
  if (!found) return null
  const who = found.groups!.who!.replace(/[\s,]+$/, '')
  const start = sentence.start + found[0].indexOf(who)
  return { start, end: start + who.length }
}

/** “Thời gian hoàn thành”: each date in that column is the end of the task in its row. */
function inTable(table: OutlineTable, { folded, document }: Source, dates: readonly FoundDate[]): FoundDeadline[] {
  const heads = table.columns.map((head) => head.toLowerCase())
  const time = heads.findIndex((head) => /thời gian|tiến độ|thời hạn|hoàn thành|hạn/u.test(head))
  const named = heads.findIndex((head) => /nhiệm vụ|công việc|nội dung|hoạt động|sản phẩm|tên/u.test(head))
  const task = named >= 0 ? named : heads.findIndex((head, i) => i !== time && !/^(?:s?tt|mã.*|no)$/u.test(head))
  if (time < 0 || task < 0 || task === time) return []
  return table.rows.flatMap((row): FoundDeadline[] => {
    const cell = row.cells.find((other) => other.column <= time && other.column + other.colSpan > time)
    const duty = row.cells.find((other) => other.column <= task && other.column + other.colSpan > task)
    if (row.kind !== 'data' || !cell || !duty || cell === duty) return []
    const own = dates.filter((date) => date.start >= cell.start && date.end <= cell.end && date.precision !== 'year-part')
    const said = folded.slice(cell.start, cell.end)
    return own.flatMap((date): FoundDeadline[] => {
      const isDue =
        DUE_COLUMN.test(heads[time]!) || TRIGGER.test(folded.slice(cell.start, date.start)) || /trước|chậm nhất|hạn/iu.test(said)
      if (!isDue || date.precision === 'interval') return []
      return [
        {
          date: date.edtf,
          what: clean(document.text.slice(duty.start, duty.end)),
          who: null,
          recurrence: null,
          range: { start: cell.start, end: cell.end },
          of: date,
        },
      ]
    })
  })
}
