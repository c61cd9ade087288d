// Numbers of a day, a month, a quarter become an atom: a single date with all that a range or a list takes from it.
import { day, daysIn, interval, isDay, month } from '../../text/edtf.ts'

export type Precision = 'day' | 'month' | 'quarter' | 'half' | 'year-part' | 'interval'

export type Atom = {
  start: number
  end: number
  precision: Precision
  year: number | null
  month: number | null
  day: number | null
  /** The first and the last day or month that it can mean: what an interval takes from it. */
  first: string
  last: string
  edtf: string
  basis: 'printed' | 'implied'
  /** Looks like a date and is none: 31/02/2024. */
  isImpossible: boolean
}

/** An atom before its place is known. */
export type Value = Omit<Atom, 'start' | 'end'>

export function dayAtom(d: number, m: number, y: number | null): Value | null {
  const isReal = isDay(y, m, d)
  if (!isReal && (y === null || d > 31 || m > 12 || d === 0 || m === 0)) return null
  const edtf = day(y, m, d)
  return { precision: 'day', year: y, month: m, day: d, first: edtf, last: edtf, edtf, basis: 'printed', isImpossible: !isReal }
}

export function partialDay(d: string | undefined, m: string | undefined, y: number): Value | null {
  const dayOfMonth = d === undefined ? null : Number(d)
  const monthOfYear = m === undefined ? null : Number(m)
  if (
    (monthOfYear !== null && (monthOfYear < 1 || monthOfYear > 12)) ||
    (dayOfMonth !== null && (dayOfMonth < 1 || dayOfMonth > 31))
  )
    return null
  const edtf = day(y, monthOfYear, dayOfMonth)
  return {
    precision: 'day',
    year: y,
    month: monthOfYear,
    day: dayOfMonth,
    first: edtf,
    last: edtf,
    edtf,
    basis: 'printed',
    isImpossible: false,
  }
}

export function monthAtom(m: number, y: number | null): Value | null {
  if (m < 1 || m > 12) return null
  const edtf = month(y, m)
  return {
    precision: 'month',
    year: y,
    month: m,
    day: null,
    first: edtf,
    last: edtf,
    edtf,
    basis: 'printed',
    isImpossible: false,
  }
}

export function quarterAtom(q: number, y: number | null, isImplied: boolean): Value {
  return partAtom('quarter', y, q * 3 - 2, q * 3, isImplied)
}

export function halfAtom(isFirst: boolean, y: number | null, isImplied: boolean): Value {
  return partAtom('half', y, isFirst ? 1 : 7, isFirst ? 6 : 12, isImplied)
}

function partAtom(precision: 'quarter' | 'half', y: number | null, from: number, to: number, isImplied: boolean): Value {
  const first = month(y, from)
  const last = month(y, to)
  return {
    precision,
    year: y,
    month: null,
    day: null,
    first,
    last,
    edtf: interval(first, last),
    basis: isImplied ? 'implied' : 'printed',
    isImpossible: false,
  }
}

export function yearPartAtom(part: string, y: number): Value {
  const first = part === 'giữa' ? month(y, 6) : part === 'cuối' ? month(y, 12) : day(y, 1, 1)
  const last = part === 'đầu' ? month(y, 1) : part === 'giữa' ? month(y, 6) : day(y, 12, daysIn(y, 12))
  const edtf = part === 'đầu' || part === 'giữa' ? last : part === 'cuối' ? first : last
  return { precision: 'year-part', year: y, month: null, day: null, first, last, edtf, basis: 'implied', isImpossible: false }
}

/** “tháng 5 - 9/2022”: several months as one expression. */
export function monthsAtom(first: number, last: number, y: number | null, isImplied: boolean): Value | null {
  const from = monthAtom(first, y)
  const to = monthAtom(last, y)
  if (!from || !to || last <= first) return null
  return {
    ...from,
    precision: 'interval',
    month: null,
    last: to.last,
    edtf: interval(from.first, to.last),
    basis: isImplied ? 'implied' : 'printed',
  }
}
