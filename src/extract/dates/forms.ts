// Words become single dates: every written form of a day, a month, a quarter or a part of a year.
//
//   "19 tháng 02 năm 2020" => 2020-02-19    "22/01/2024" => 2024-01-22    "tháng 8 năm 2024" => 2024-08    "1/3 dân số" => none
//   "quý III/2024" => 2024-07/2024-09    "hết năm 2020" => 2020-12-31    "ngày tháng năm 2024" => 2024-XX-XX
import { day, daysIn, fullYear, interval, isDay, month } from '../../text/edtf.ts'
import { readRoman } from '../../text/numerals.ts'

export type Precision = 'day' | 'month' | 'quarter' | 'half' | 'year-part'

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

type Parts = Record<string, string | undefined>
type Form = { pattern: RegExp; read: (parts: Parts, planYear: number | null) => Omit<Atom, 'start' | 'end'> | null }

const YEAR = String.raw`(?<y>(?:19|20)\d{2})`
const BLANK = String.raw`[ .…_/\-]*`
const NO_DIGIT = String.raw`(?<![\d/.,]|\d-|\d\s/ ?)`

// The longer forms first: a form takes its words away from the ones below it.
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(String.raw`(?:ngày )?(?<d>\d{1,2}) tháng (?<m>\d{1,2}) ?(?:,? ?năm|/|-) ?${YEAR}(?!\d)`, 'giu'),
    read: ({ d, m, y }) => dayAtom(Number(d), Number(m), Number(y)),
  },
  {
    // The day, or day and month, left blank for the pen or the signing program.
    pattern: new RegExp(
      String.raw`ngày${BLANK}(?<d>\d{1,2})?${BLANK}tháng${BLANK}(?<m>\d{1,2})?${BLANK}năm ?${YEAR}(?!\d)`,
      'giu',
    ),
    read: ({ d, m, y }) => partialDay(d, m, Number(y)),
  },
  {
    pattern: new RegExp(String.raw`ngày ?[….\s]*/(?<m>\d{1,2})/${YEAR}(?![\d/])`, 'giu'),
    read: ({ m, y }) => partialDay(undefined, m, Number(y)),
  },
  {
    pattern: new RegExp(
      String.raw`(?:ngày )?${NO_DIGIT}(?<d>\d{1,2}) ?(?<s>[/.\-]) ?(?<m>\d{1,2}) ?\k<s> ?(?<y>(?:19|20)\d{2})(?!\d|/\d|[./\-]\p{L})`,
      'giu',
    ),
    read: ({ d, m, y }) => dayAtom(Number(d), Number(m), Number(y)),
  },
  {
    pattern: /ngày (?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{2})(?![\d/])/giu,
    read: ({ d, m, y }) => dayAtom(Number(d), Number(m), fullYear(y!)),
  },
  {
    pattern: /(?:ngày )?(?<d>\d{1,2}) tháng (?<m>\d{1,2})(?! ?[/\d-]| ?năm)/giu,
    read: ({ d, m }) => dayAtom(Number(d), Number(m), null),
  },
  {
    pattern: new RegExp(String.raw`tháng (?<m>\d{1,2}) ?(?:/|-|\.|,? ?năm) ?${YEAR}(?![\d/])`, 'giu'),
    read: ({ m, y }) => monthAtom(Number(m), Number(y)),
  },
  {
    pattern: new RegExp(String.raw`quý (?<q>IV|I{1,3}|[1-4])(?: ?(?:/|-|,? ?năm) ?${YEAR})?(?![\d\p{L}])`, 'giu'),
    read: ({ q, y }, planYear) =>
      quarterAtom(
        /\d/.test(q!) ? Number(q) : readRoman(q!.toUpperCase())!,
        y === undefined ? planYear : Number(y),
        y === undefined,
      ),
  },
  {
    pattern: new RegExp(String.raw`(?:0?6|sáu) tháng (?<h>đầu|cuối) năm(?: ${YEAR})?(?!\d)`, 'giu'),
    read: ({ h, y }, planYear) => halfAtom(/đầu/i.test(h!), y === undefined ? planYear : Number(y), y === undefined),
  },
  {
    pattern: new RegExp(String.raw`(?<p>đầu|giữa|cuối|hết|kết thúc) năm ${YEAR}(?!\d| ?[-–])`, 'giu'),
    read: ({ p, y }) => yearPartAtom(p!.toLowerCase(), Number(y)),
  },
  {
    // A month with its year: behind words of time, or alone in brackets or a cell.
    pattern: new RegExp(
      String.raw`(?<=(?:từ|đến|tới|hết|trước|sau|cuối|đầu|trong|vào|kể từ|thời gian:?|\t|\(|-) ?)(?<m>0?[1-9]|1[0-2])/${YEAR}(?![\d/])`,
      'giu',
    ),
    read: ({ m, y }) => monthAtom(Number(m), Number(y)),
  },
  {
    pattern:
      /(?:ngày )?(?<![\d/.,=-]|=\s)(?<d>\d{1,2})\/(?<m>\d{1,2})(?![\d/.,]\d|\/|\d)(?= ?(?:[.,;:)\]"'\n\t-]|$|(?:và|đến|tới|hằng|hàng|năm|của|gắn|là|tại|phải|gửi|cho|về|để|theo|trở)(?!\p{L})))/giu,
    read: ({ d, m }) => dayAtom(Number(d), Number(m), null),
  },
  {
    pattern:
      /(?<!\d\s|một |hai |ba |mỗi |hằng |hàng |các )tháng (?<m>\d{1,2})(?! ?[/\d%-]| ?(?:năm|tuổi|đầu|cuối|liên|trở|lần|hằng|hàng|mỗi)(?!\p{L}))/giu,
    read: ({ m }, planYear) =>
      Number(m) >= 1 && Number(m) <= 12 ? { ...monthAtom(Number(m), planYear)!, basis: 'implied' } : null,
  },
]

/** Atoms in order of place, none overlapping. `planYear` stands in where a quarter or month names none. */
export function findAtoms(folded: string, planYear: number | null): Atom[] {
  const atoms: Atom[] = []
  const taken = new Uint8Array(folded.length)
  for (const { pattern, read } of FORMS) {
    for (const found of folded.matchAll(pattern)) {
      const start = found.index
      const end = start + found[0].length
      if (taken[start] || taken[end - 1]) continue
      const atom = read(found.groups ?? {}, planYear)
      if (!atom) continue
      taken.fill(1, start, end)
      atoms.push({ start, end, ...atom })
    }
  }
  return atoms.sort((a, b) => a.start - b.start)
}

function dayAtom(d: number, m: number, y: number | null): Omit<Atom, 'start' | 'end'> | null {
  const isReal = isDay(y, m, d)
  if (!isReal && (y === null || d > 31 || m > 12 || d === 0 || m === 0)) return null
  const edtf = day(y, m, d)
  return { precision: 'day', year: y, month: m, day: d, first: edtf, last: edtf, edtf, basis: 'printed', isImpossible: !isReal }
}

function partialDay(d: string | undefined, m: string | undefined, y: number): Omit<Atom, 'start' | 'end'> | null {
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

function monthAtom(m: number, y: number | null): Omit<Atom, 'start' | 'end'> | null {
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

function quarterAtom(q: number, y: number | null, isImplied: boolean): Omit<Atom, 'start' | 'end'> {
  const first = month(y, q * 3 - 2)
  const last = month(y, q * 3)
  return {
    precision: 'quarter',
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

function halfAtom(isFirst: boolean, y: number | null, isImplied: boolean): Omit<Atom, 'start' | 'end'> {
  const first = month(y, isFirst ? 1 : 7)
  const last = month(y, isFirst ? 6 : 12)
  return {
    precision: 'half',
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

function yearPartAtom(part: string, y: number): Omit<Atom, 'start' | 'end'> {
  const first = part === 'giữa' ? month(y, 6) : part === 'cuối' ? month(y, 12) : day(y, 1, 1)
  const last = part === 'đầu' ? month(y, 1) : part === 'giữa' ? month(y, 6) : day(y, 12, daysIn(y, 12))
  const edtf = part === 'đầu' || part === 'giữa' ? last : part === 'cuối' ? first : last
  return { precision: 'year-part', year: y, month: null, day: null, first, last, edtf, basis: 'implied', isImpossible: false }
}
