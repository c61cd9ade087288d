// Years, months and days become dates in EDTF (ISO 8601-2:2019): unspecified parts are X.
//
//   day(2024, null, null) => 2024-XX-XX    day(null, 2, 3) => XXXX-02-03    month(2024, 8) => 2024-08

export function day(year: number | null, month: number | null, dayOfMonth: number | null): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`
}

export function month(year: number | null, monthOfYear: number): string {
  return `${pad(year, 4)}-${pad(monthOfYear, 2)}`
}

export function interval(start: string, end: string): string {
  return `${start}/${end}`
}

/** Days of a month; February counts 29 where the year is unknown. */
export function daysIn(year: number | null, monthOfYear: number): number {
  return new Date(Date.UTC(year ?? 2000, monthOfYear, 0)).getUTCDate()
}

export function isDay(year: number | null, monthOfYear: number, dayOfMonth: number): boolean {
  return monthOfYear >= 1 && monthOfYear <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysIn(year, monthOfYear)
}

/** The year of an EDTF date, or null where it is unspecified. */
export function yearOf(edtf: string | null): number | null {
  const year = /^\d{4}/.exec(edtf ?? '')
  return year ? Number(year[0]) : null
}

/** The year of a printed two- or four-digit year: "24" => 2024, "98" => 1998. */
export function fullYear(printed: string): number {
  const year = Number(printed)
  return printed.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}

function pad(value: number | null, width: number): string {
  return value === null ? 'X'.repeat(width) : String(value).padStart(width, '0')
}

/** The first and the last day of an EDTF date or interval; null where a part of it is not known or not real. */
export function daysOf(edtf: string | null): { first: string | null; last: string | null } {
  const [from, to = from] = (edtf ?? '').split('/')
  return { first: endOf(from!, 'first'), last: endOf(to!, 'last') }
}

/** The date itself where it is a day of the calendar, all its parts known; null of 2024-02, 2024-02-XX and 2024-02-30. */
export function wholeDayOf(edtf: string | null): string | null {
  return daysOf(edtf).first === edtf ? edtf : null
}

function endOf(date: string, end: 'first' | 'last'): string | null {
  const found = /^(?<y>\d{4})(?:-(?<m>\d{2}|XX)(?:-(?<d>\d{2}|XX))?)?$/.exec(date)?.groups
  if (!found) return null
  const known = (part: string | undefined) => (part && part !== 'XX' ? Number(part) : null)
  const [year, monthOfYear, dayOfMonth] = [Number(found.y), known(found.m), known(found.d)]
  if (monthOfYear === null) return dayOfMonth === null ? day(year, end === 'first' ? 1 : 12, end === 'first' ? 1 : 31) : null
  if (!isDay(year, monthOfYear, dayOfMonth ?? 1)) return null
  return day(year, monthOfYear, dayOfMonth ?? (end === 'first' ? 1 : daysIn(year, monthOfYear)))
}
