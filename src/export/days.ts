// Dates in EDTF become days of a calendar, and a rule of recurrence its first day.
import { daysIn, isDay } from '../text/edtf.ts'

/** 20240215, as iCalendar writes it; sorts by time. */
export type PlainDay = string

export function plainDay(year: number, month: number, day: number): PlainDay {
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

/** The first day, and the day behind the last one; null where year or month are open. */
export function daysOf(edtf: string | null): { start: PlainDay; end: PlainDay } | null {
  const [from = '', to] = (edtf ?? '').split('/')
  const first = rangeOf(from)
  if (to === undefined || first === null) return first
  const last = rangeOf(to)
  return last && last.end > first.start ? { start: first.start, end: last.end } : null
}

function rangeOf(date: string): { start: PlainDay; end: PlainDay } | null {
  const [, year, month, day] = (/^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? []).map(Number)
  if (year === undefined) return null
  if (!month) return { start: plainDay(year, 1, 1), end: plainDay(year + 1, 1, 1) }
  if (!isDay(year, month, day || 1)) return null
  const start = plainDay(year, month, day || 1)
  return { start, end: dayOf(start, day ? 1 : daysIn(year, month)) }
}

/** So many days later. */
export function dayOf(start: PlainDay, later: number): PlainDay {
  const date = new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(4, 6)) - 1, Number(start.slice(6)) + later))
  return plainDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

export function lastDayOfYear(year: number): PlainDay {
  return plainDay(year, 12, 31)
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
// Every day of the year comes within four years, the 29th of February too.
const MOST_DAYS = 4 * 366

/** The first day from `from` on that the rule gives; of a rule without days, `from` itself. */
export function firstOccurrence(rule: string, from: PlainDay): PlainDay | null {
  const partsOf = (name: string) => new RegExp(`;${name}=([^;]+)`).exec(rule)?.[1]?.split(',') ?? null
  const months = partsOf('BYMONTH')?.map(Number) ?? null
  const monthDays = partsOf('BYMONTHDAY')?.map(Number) ?? null
  const weekdays = partsOf('BYDAY')
  for (let later = 0; later < MOST_DAYS; later++) {
    const day = dayOf(from, later)
    const [year, month, dayOfMonth] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))]
    const fromEnd = dayOfMonth - daysIn(year, month) - 1
    if (months && !months.includes(month)) continue
    if (monthDays && !monthDays.includes(dayOfMonth) && !monthDays.includes(fromEnd)) continue
    if (weekdays && !weekdays.includes(WEEKDAYS[new Date(Date.UTC(year, month - 1, dayOfMonth)).getUTCDay()]!)) continue
    return day
  }
  return null
}
