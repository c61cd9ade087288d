// What stands behind a document number becomes date, issuer and title, in any subset and order.
//
//   "Chỉ thị số 5/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc giảm muối." => 2021-07-16, Thủ tướng Chính phủ, giảm muối
import type { Range } from '../../model/document.ts'
import { firstFrom } from '../../model/ranges.ts'
import type { FoundDate } from '../dates/index.ts'
import { issuerLength } from './issuers.ts'
import { restAsTitle, titleAt } from './titles.ts'

export type Tail = {
  date: FoundDate | null
  /** The year alone, where no day is printed. */
  year: string | null
  issuer: Range | null
  title: Range | null
  /** Where number, date and issuer end, and where the title does. */
  coreEnd: number
  end: number
}

/** “giữa Sở Y tế và Hội Nông dân tỉnh”: who made a joint programme. */
const BETWEEN =
  /^ ?,? ?(?:ký kết )?giữa (?<issuer>\p{Lu}[^;:.()\n\t]{4,150}?)(?= (?:về|trong|giai đoạn|năm|ký|ngày)(?!\p{sc=Latn})| ?[;.,:(]|$)/u
const OF = /^ ?,? ?(?:cùng |đều |cũng )?(?:của|do) (?:liên tịch )?/iu
const YEAR_ONLY = /^ ?,? ?năm (?<year>(?:19|20)\d{2})(?!\d)(?= (?:của|về|ban|do)| ?[,;.)]|$)/iu
const DAY = /^ ?,? ?\(?(?:(?:cùng |đều )?(?:được )?(?:ký )?(?:ban hành|ký) )?(?:cùng )?(?:vào )?(?:ngày )?/iu
/** Parses what follows the number at `from`; `dates` are those of the whole text, `limit` is where the paragraph ends. */
export function readTail(folded: string, from: number, limit: number, dates: readonly FoundDate[], isListed = false): Tail {
  const tail: Tail = { date: null, year: null, issuer: null, title: null, coreEnd: from, end: from }
  for (let at = from; ; ) {
    const rest = folded.slice(at, Math.min(limit, at + 700))
    const date: FoundDate | null = tail.date === null ? dateAt(rest, at, dates) : null
    if (date) {
      tail.date = date
      at = folded[date.end] === ')' && /^ ?,? ?\(/.test(rest) ? date.end + 1 : date.end
      if (!tail.title) tail.coreEnd = at
      continue
    }
    const year: RegExpExecArray | null = tail.date === null && tail.year === null && at === from ? YEAR_ONLY.exec(rest) : null
    if (year) {
      tail.year = year.groups!.year!
      at += year[0].length
      tail.coreEnd = at
      continue
    }
    const issuer: Range | null = tail.issuer === null ? issuerAt(rest, at) : null
    if (issuer) {
      tail.issuer = issuer
      at = issuer.end
      if (!tail.title) tail.coreEnd = at
      continue
    }
    const isNamed = tail.date !== null || tail.issuer !== null
    const title: Range | null =
      tail.title === null ? (titleAt(rest, at, isNamed) ?? (isListed && tail.issuer ? restAsTitle(rest, at) : null)) : null
    if (!title) break
    tail.title = title
    at = folded[title.end] === '"' ? title.end + 1 : title.end
  }
  tail.end = Math.max(tail.coreEnd, tail.title?.end ?? 0, tail.date?.end ?? 0, tail.issuer?.end ?? 0)
  return tail
}

function dateAt(rest: string, at: number, dates: readonly FoundDate[]): FoundDate | null {
  const skipped = DAY.exec(rest)?.[0].length ?? 0
  const date = firstFrom(dates, at)
  return date && date.start <= at + skipped && (date.precision === 'day' || date.precision === 'month') ? date : null
}

function issuerAt(rest: string, at: number): Range | null {
  const between = BETWEEN.exec(rest)?.groups?.issuer
  if (between) {
    const start = at + rest.indexOf(between)
    return { start, end: start + between.length }
  }
  const of = OF.exec(rest)
  if (!of) return null
  const start = at + of[0].length
  const length = issuerLength(rest.slice(of[0].length))
  return length > 0 ? { start, end: start + length } : null
}
