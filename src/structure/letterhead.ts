// The paragraphs above the title become the letterhead: bodies, number, place and date, subject, addressees.
import { startsBody } from '../catalog/bodies.ts'
import type { Paragraph, Range } from '../model/document.ts'
import type { DateLine, Letterhead, PrintedBody } from '../model/outline.ts'
import { foldText } from '../text/fold.ts'
import { isCapitals } from '../text/words.ts'

const MOTTO = /cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|^đảng cộng sản việt nam$/iu
const NUMBER =
  /^số\s*(?:hiệu|ký hiệu)?\s*[:;.]?\s*(?<n>[\d\s.…_]*(?:(?<=\d)[a-zđ]\s*)?(?:\/\s*\d{4}\s*)?[-/]\s*\p{sc=Latn}.*|\d+\s*)$/iu
/** Written by hand, and read as anything: “Số:7#/KH-SYT”. */
const WRITTEN_NUMBER = /^số\s*[:;.]\s*(?<n>[^\p{sc=Latn}/]{1,10}\/\s?\p{sc=Latn}{2,6}\s?-\s?\p{sc=Latn}+)$/iu
/** “Số:” with nothing but blanks or dots behind it. */
const BLANK_NUMBER = /^số\s*(?:hiệu|ký hiệu)?\s*[:;]\s*[\s.…_]*$/iu
const SUBJECT = /^(?:v\s?\/\s?v|về việc|trích yếu)\s*:?\s*/iu
const ADDRESSED = /^kính gửi\s*:?\s*/iu
/** Marks stamped or typed in the letterhead (Decree 30/2020/NĐ-CP, articles 8 and 9 of annex I; Law on state secrets). */
const URGENCY = /^(?:hỏa tốc(?:,? hẹn giờ.*)?|thượng khẩn|khẩn)$/iu
const SECRECY = /^(?:tuyệt mật|tối mật|mật)$/iu
const OTHER_MARKS = /^(?:dự thảo.*|bản sao.*|sao y.*|mẫu số.*|tài liệu thu hồi|xem xong trả lại|lưu hành nội bộ)$/iu
/** “Bắc Giang, ngày 5 tháng 3 năm 2024”, with blanks or dots where a pen was to write, or with what was made of its writing. */
const PLACE_AND_DATE =
  /^(?<place>(?!ngày)[\p{sc=Latn}\s.\-']{2,40}?(?:, (?!ngày)[\p{sc=Latn}\s.\-']{2,30}?)?)\s*,?\s*ngày(?<day>[\s\d.…_\-/]*|\s*\S{1,5}\s?\S{0,3}\s*)tháng(?<month>[\s\d.…_\-/]*|\s*\S{1,4}\s*)năm\s*(?<year>[\d.…_]*)/iu

/** “Bắc Giang, ngày 05/3/2024”, “Bắc Giang, 05 tháng 3 năm 2024”. */
const SHORT_DATE =
  /^(?<place>(?!ngày)[\p{sc=Latn}\s.\-']{2,40}?)\s*,\s*(?:(?:ngày\s*)?(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm|ngày\s*(?<day2>[\d.…_\s]*)\/(?<month2>[\d.…_\s]*)\/)\s*(?<year>\d{4})$/iu

/** Reads the paragraphs above the type, and “Kính gửi” wherever it stands before the text. */
export function readLetterhead(paragraphs: readonly Paragraph[], addressed: readonly Paragraph[], text: string): Letterhead {
  const head: Letterhead = {
    bodies: [],
    urgency: null,
    secrecy: null,
    blankNumber: null,
    number: null,
    placeAndDate: null,
    subject: [],
    addressees: addresseesOf(addressed, text),
  }
  let isSubject = false
  for (const paragraph of paragraphs) {
    const words = text.slice(paragraph.start, paragraph.end)
    const folded = foldText(words)
    const haste = folded.replace(/^[\s([]+|[\s)\].:]+$/g, '')
    const subject = SUBJECT.exec(folded)
    const dateLine = readDateLine(paragraph, folded)
    const number = (NUMBER.exec(folded) ?? WRITTEN_NUMBER.exec(folded))?.groups?.n
    if (MOTTO.test(folded) || OTHER_MARKS.test(haste)) isSubject = false
    else if (URGENCY.test(haste)) head.urgency ??= markIn(paragraph, folded)
    else if (SECRECY.test(haste)) head.secrecy ??= markIn(paragraph, folded)
    else if (BLANK_NUMBER.test(folded)) head.blankNumber ??= rangeOf(paragraph)
    else if (dateLine) {
      head.placeAndDate ??= dateLine
      isSubject = false
    } else if (number !== undefined && head.number === null) {
      const start = paragraph.end - number.trimStart().length
      head.number = { start, end: paragraph.end }
      isSubject = false
    } else if (subject) {
      head.subject = [{ start: paragraph.start + subject[0].length, end: paragraph.end }]
      isSubject = true
    } else if (isSubject && !isCapitals(words)) head.subject.push(rangeOf(paragraph))
    else if (isCapitals(words) || (startsBody(words) && words.length < 80)) addBody(head.bodies, paragraph, words)
  }
  return head
}

/** Lines that only a letterhead has; pass folded text. */
export const isMotto = (folded: string) => MOTTO.test(folded)
export const isNumberLine = (folded: string) => NUMBER.test(folded) || BLANK_NUMBER.test(folded)
export const isDateLine = (folded: string) => PLACE_AND_DATE.test(folded) || SHORT_DATE.test(folded)
export const isSubject = (folded: string) => SUBJECT.test(folded)
export const isHaste = (folded: string) => [URGENCY, SECRECY, OTHER_MARKS].some((mark) => mark.test(folded.trim()))

/** The mark without the brackets or the frame around it. */
function markIn(paragraph: Range, folded: string): Range {
  const lead = /^[\s([]*/.exec(folded)![0].length
  const end = folded.replace(/[\s)\].:]+$/, '').length
  return { start: paragraph.start + lead, end: paragraph.start + end }
}

function readDateLine(paragraph: Range, folded: string): DateLine | null {
  const parts = (PLACE_AND_DATE.exec(folded) ?? SHORT_DATE.exec(folded))?.groups
  if (!parts) return null
  const { place, day = parts.day2, month = parts.month2, year } = parts
  return {
    ...rangeOf(paragraph),
    place: { start: paragraph.start, end: paragraph.start + place!.trimEnd().length },
    day: day!,
    month: month!,
    year: year!,
  }
}

/** A line that begins with no body's name goes on from the line above: “ỦY BAN NHÂN DÂN” over “TỈNH LÂM ĐỒNG”. */
function addBody(bodies: PrintedBody[], paragraph: Paragraph, words: string): void {
  const last = bodies.at(-1)
  if (!startsBody(words) && /^(?:năm|ngày|\(|"|[-*])|\d{4}/iu.test(words)) return
  if (last && !startsBody(words)) {
    last.printed += ` ${words}`
    last.end = paragraph.end
  } else bodies.push({ ...rangeOf(paragraph), printed: words, isBold: paragraph.look.bold > 0.5 })
}

function addresseesOf(paragraphs: readonly Paragraph[], text: string): Range[] {
  const entries: Range[] = []
  paragraphs.forEach((paragraph, i) => {
    const words = text.slice(paragraph.start, paragraph.end)
    const skipped = i === 0 ? (ADDRESSED.exec(foldText(words))?.[0].length ?? 0) : 0
    const isNew = i === 0 || /^\s*[-+•]/.test(words)
    const last = entries.at(-1)
    if (!isNew && last && !/[;.]$/.test(text.slice(last.start, last.end))) last.end = paragraph.end
    else
      for (const [start, end] of splitEntries(words.slice(skipped)))
        entries.push({ start: paragraph.start + skipped + start, end: paragraph.start + skipped + end })
  })
  return entries.filter((entry) => entry.end > entry.start)
}

/** Entries of a list in one paragraph: “Sở A; Sở B”, “- Sở A; - Sở B”. Behind a dash of its own, a line is one entry. */
export function splitEntries(words: string): [number, number][] {
  const isListed = /^\s*[-+•–]/u.test(words)
  const entries: [number, number][] = []
  let from = 0
  for (const part of words.split(isListed ? /(?<=;)\s*(?=[-+•–]\s)/u : /(?<=;)\s*/u)) {
    const start = words.indexOf(part, from)
    from = start + part.length
    const lead = /^[\s\-+•–]*/u.exec(part)![0].length
    const entry = part.slice(lead).replace(/[\s.;]+$/u, '')
    if (/[\p{sc=Latn}\p{N}]/u.test(entry)) entries.push([start + lead, start + lead + entry.length])
  }
  return entries
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}
