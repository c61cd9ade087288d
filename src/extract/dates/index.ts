// The text becomes date expressions: single dates first, then the ranges that they form.
//
//   "Từ ngày 01/7/2024 đến ngày 31/12/2024" => 2024-07-01/2024-12-31    "(27/02/1955 - 27/02/2025)" => 1955-02-27, 2025-02-27
import type { Range } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { day, interval } from '../../text/edtf.ts'
import type { Atom, Precision } from './atoms.ts'
import { borrowYears } from './borrowed.ts'
import { findAtoms } from './forms.ts'

export type FoundDate = Range & {
  edtf: string
  precision: Precision
  basis: 'printed' | 'implied'
  /** Interval ends, for phases; for a single date both are the date. */
  first: string
  last: string
  isImpossible: boolean
}

const TO = /^ ?(?:,? ?(?:đến|tới|cho đến) (?:hết )?(?:ngày )?|- ?(?:ngày |đến )?)$/iu
const FROM = /(?:từ|kể từ|bắt đầu từ) (?:ngày |hết )?$/iu
const TIME = /(?:thời gian|tiến độ|dự kiến|lịch|từ|\t|\n)[^.;]{0,40}$/iu
// “ngày 15 đến ngày 20/5/2024”, “15-20/5/2024”: the first day borrows month and year.
const SHORT_START = /(?:từ )?(?:ngày )?(?<![\d/.,])(?<d>\d{1,2}) ?(?<to>-|đến(?: hết)?(?: ngày)?|tới(?: ngày)?) ?$/iu
const LONGEST_SPAN = 12

/** Dates in order of place. `planYear` stands in where a month, quarter or half names no year. */
export function findDates({ folded }: Source, planYear: number | null): FoundDate[] {
  const atoms = borrowYears(findAtoms(folded, planYear), folded)
  const dates: FoundDate[] = []
  for (let i = 0; i < atoms.length; i++) {
    const a = atoms[i]!
    const b = atoms[i + 1]
    const joined = b ? joinRange(a, b, folded) : null
    if (joined) {
      dates.push(joined)
      i++
    } else dates.push(withShortStart(a, folded) ?? { ...a })
  }
  return dates
}

function joinRange(a: Atom, b: Atom, folded: string): FoundDate | null {
  const between = folded.slice(a.end, b.start)
  if (between.length > 24 || !TO.test(between) || a.precision === 'interval' || b.precision === 'interval') return null
  const before = folded.slice(Math.max(0, a.start - 60), a.start)
  const from = FROM.exec(before)
  const isDash = between.trim().startsWith('-')
  if (isDash && !from && !TIME.test(before) && isEvent(a, b, folded)) return null
  const isGiven = a.basis === 'printed' || a.precision === 'year-part'
  if (isGiven && a.year !== null && b.year !== null && (b.year < a.year || (isDash && b.year - a.year > LONGEST_SPAN)))
    return null
  const first = firstOf(a, b)
  const start = from ? a.start - from[0].length : a.start
  const basis = a.basis === 'printed' && b.basis === 'printed' && a.year !== null ? 'printed' : 'implied'
  return {
    start,
    end: b.end,
    first,
    last: b.last,
    edtf: interval(first, b.last),
    precision: 'interval',
    basis,
    isImpossible: a.isImpossible || b.isImpossible,
  }
}

/** “từ tháng 3 đến tháng 5 năm 2025”: the start borrows the printed year of the end, or the one before it. */
function firstOf(a: Atom, b: Atom): string {
  const lacksYear = a.year === null || (a.basis === 'implied' && b.basis === 'printed')
  if (!lacksYear || b.year === null || a.precision === 'year-part') return a.first
  const inYear = (year: number) => String(year) + a.first.slice(4)
  return inYear(b.year) <= b.last ? inYear(b.year) : inYear(b.year - 1)
}

/** Two whole dates in brackets behind an event: the day it happened and the day it is kept. */
function isEvent(a: Atom, b: Atom, folded: string): boolean {
  const isBracketed = /\( ?$/.test(folded.slice(0, a.start).slice(-3)) && /^ ?\)/.test(folded.slice(b.end, b.end + 3))
  return isBracketed && a.year !== null && b.year !== null && b.year - a.year > 1
}

function withShortStart(atom: Atom, folded: string): FoundDate | null {
  if (atom.precision !== 'day' || atom.day === null || atom.month === null) return null
  const before = folded.slice(Math.max(0, atom.start - 40), atom.start)
  const short = SHORT_START.exec(before)
  const d = Number(short?.groups?.d)
  if (!short || !(d >= 1 && d < atom.day)) return null
  const first = day(atom.year, atom.month, d)
  return {
    start: atom.start - short[0].length,
    end: atom.end,
    first,
    last: atom.last,
    edtf: interval(first, atom.last),
    precision: 'interval',
    basis: 'implied',
    isImpossible: false,
  }
}
