// Words become single dates: every written form of a day, a month, a quarter or a part of a year.
//
//   "19 tháng 02 năm 2020" => 2020-02-19    "22/01/2024" => 2024-01-22    "tháng 8 năm 2024" => 2024-08    "1/3 dân số" => none
//   "quý III/2024" => 2024-07/2024-09    "hết năm 2020" => 2020-12-31    "ngày tháng năm 2024" => 2024-XX-XX
import { fullYear, interval } from '../../text/edtf.ts'
import { readRoman } from '../../text/numerals.ts'
import { matchesAt } from '../../text/places.ts'
import {
  type Atom,
  dayAtom,
  halfAtom,
  monthAtom,
  monthsAtom,
  partialDay,
  quarterAtom,
  type Value,
  yearPartAtom,
} from './atoms.ts'
import { findListed } from './lists.ts'

type Parts = Record<string, string | undefined>
type Form = {
  /** Sticky where `begins` says which words or signs it begins with. */
  pattern: RegExp
  begins?: keyof Begins
  read: (parts: Parts, planYear: number | null) => Value | null
}
/** Where forms may begin: at digits or “ngày”, at these and “từ”, at “ngày”, “tháng”, “quý”, a part of a year. */
type Begins = Record<'digit' | 'span' | 'ngày' | 'tháng' | 'quý' | 'part', number[]>

const YEAR = String.raw`(?<y>(?:19|20)\d{2})`
const BLANK = String.raw`[ .…_/\-]*`
/** “tuần 1 tháng 3”: a week, not a day. */
const NO_WEEK = '(?<!(?:tuần|thứ|đợt|lần|kỳ|khóa|số) )(?<!\\d)'
const NO_DIGIT = String.raw`(?<![\d/.,]|\d-|\d\s/ ?)`

// The longer forms first: a form takes its words away from the ones below it.
const FORMS: readonly Form[] = [
  {
    // What recognition made of a day that a pen wrote: “ngày [8 tháng 5 năm 2021”, “ngày 1:7 tháng …”, “ngày 14 4 tháng …”.
    pattern: new RegExp(
      String.raw`ngày ?(?:(?=\S{0,4}[^\d\s\p{sc=Latn}.…_/])\S{1,5}(?: [^\s\p{sc=Latn}]{1,3})?|[\p{sc=Latn}\d] ?[^\s\p{sc=Latn}\d.…_/]|\d{1,2} \d) tháng (?<m>\d{1,2}) ?năm ?${YEAR}(?!\d)`,
      'iuy',
    ),
    begins: 'ngày',
    read: ({ m, y }) => partialDay(undefined, m, Number(y)),
  },
  {
    pattern: new RegExp(
      String.raw`(?=[\dn])(?:ngày )?${NO_WEEK}(?<d>\d{1,2}) tháng (?<m>\d{1,2}) ?(?:,? ?năm|/|-) ?${YEAR}(?!\d)`,
      'iuy',
    ),
    begins: 'digit',
    read: ({ d, m, y }) => dayAtom(Number(d), Number(m), Number(y)),
  },
  {
    // The day, or day and month, left blank for the pen or the signing program.
    pattern: new RegExp(
      String.raw`ngày${BLANK}(?<d>\d{1,2})?${BLANK}tháng${BLANK}(?<m>\d{1,2})?${BLANK}năm ?${YEAR}(?!\d)`,
      'iuy',
    ),
    begins: 'ngày',
    read: ({ d, m, y }) => partialDay(d, m, Number(y)),
  },
  {
    pattern: new RegExp(String.raw`ngày ?[….\s]*/(?<m>\d{1,2})/${YEAR}(?![\d/])`, 'iuy'),
    begins: 'ngày',
    read: ({ m, y }) => partialDay(undefined, m, Number(y)),
  },
  {
    pattern: new RegExp(
      String.raw`(?=[\dn])(?:ngày )?${NO_DIGIT}(?<d>\d{1,2}) ?(?<s>[/.\-]) ?(?<m>\d{1,2}) ?\k<s> ?(?<y>(?:19|20)\d{2})(?!\d|/\d|[./\-]\p{sc=Latn})`,
      'iuy',
    ),
    begins: 'digit',
    read: ({ d, m, y }) => dayAtom(Number(d), Number(m), Number(y)),
  },
  {
    pattern: /ngày (?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{2})(?![\d/])/iuy,
    begins: 'ngày',
    read: ({ d, m, y }) => dayAtom(Number(d), Number(m), fullYear(y!)),
  },
  {
    pattern: new RegExp(
      String.raw`(?=[\dn])(?:ngày )?${NO_WEEK}(?<d>\d{1,2}) tháng (?<m>\d{1,2})(?! ?[/\d-]| ?năm(?! (?:sau|tới|kế|tiếp|liền)))`,
      'iuy',
    ),
    begins: 'digit',
    read: ({ d, m }) => dayAtom(Number(d), Number(m), null),
  },
  {
    // “tháng 5 - 9/2022”, “tháng 3 đến 5 năm 2024”, “tháng 4-6”.
    pattern: new RegExp(
      String.raw`(?<!\d )tháng (?<m>\d{1,2}) ?(?:-|đến|tới) ?(?<n>\d{1,2})(?:(?: ?/ ?|,? năm )${YEAR}(?!\d)|(?! ?[/\d%.]| ?(?:tuổi|tháng|năm|lần|ngày)(?!\p{sc=Latn})))`,
      'iuy',
    ),
    begins: 'tháng',
    read: ({ m, n, y }, planYear) => monthsAtom(Number(m), Number(n), y === undefined ? planYear : Number(y), y === undefined),
  },
  {
    pattern: new RegExp(String.raw`tháng (?<m>\d{1,2}) ?(?:/|-|\.|,? ?năm) ?${YEAR}(?![\d/])`, 'iuy'),
    begins: 'tháng',
    read: ({ m, y }) => monthAtom(Number(m), Number(y)),
  },
  {
    // “quý II - III/2024”, “quý I-II”.
    pattern: new RegExp(
      String.raw`quý (?<q>IV|I{1,3}) ?(?:-|đến|tới) ?(?:quý )?(?<r>IV|I{1,3})(?: ?(?:/|,? năm) ?${YEAR})?(?![\d\p{sc=Latn}])`,
      'iuy',
    ),
    begins: 'quý',
    read: ({ q, r, y }, planYear) => {
      const [first, last] = [readRoman(q!.toUpperCase())!, readRoman(r!.toUpperCase())!]
      return monthsAtom(first * 3 - 2, last * 3, y === undefined ? planYear : Number(y), y === undefined)
    },
  },
  {
    // “từ đầu năm đến hết tháng 9/2024”: the year stands behind.
    pattern: /(?<=từ )đầu năm(?= đến)/iuy,
    begins: 'part',
    read: () => dayAtom(1, 1, null),
  },
  {
    pattern: new RegExp(String.raw`quý (?<q>IV|I{1,3}|[1-4])(?: ?(?:/|-|,? ?năm) ?${YEAR})?(?![\d\p{sc=Latn}])`, 'iuy'),
    begins: 'quý',
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
    pattern: new RegExp(String.raw`(?<p>đầu|giữa|cuối|hết|kết thúc) năm ${YEAR}(?!\d| ?[-–])`, 'iuy'),
    begins: 'part',
    read: ({ p, y }) => yearPartAtom(p!.toLowerCase(), Number(y)),
  },
  {
    // “15-20/5/2024” without blanks: two days of one month.
    pattern: new RegExp(
      String.raw`(?=[\dnt])(?:từ |ngày ){0,2}(?<![\d/.,-])(?<a>\d{1,2})-(?<d>\d{1,2})/(?<m>\d{1,2})/${YEAR}(?![\d/])`,
      'iuy',
    ),
    begins: 'span',
    read: ({ a, d, m, y }) => {
      const first = dayAtom(Number(a), Number(m), Number(y))
      const last = dayAtom(Number(d), Number(m), Number(y))
      return first && last && first.edtf < last.edtf
        ? { ...last, precision: 'interval', first: first.first, edtf: interval(first.first, last.last), basis: 'implied' }
        : null
    },
  },
  {
    // “22-26/4” alone in a cell or in brackets, or behind words of time: two days of one month, of a year that is not printed.
    pattern:
      /(?<=(?:^|[\t\n(]|từ |ngày |thời gian:? ) ?)(?<a>\d{1,2})-(?<d>\d{1,2})\/(?<m>\d{1,2})(?![\d/])(?= ?(?:[\t\n),.;]|$))/iuy,
    begins: 'digit',
    read: ({ a, d, m }) => {
      const first = dayAtom(Number(a), Number(m), null)
      const last = dayAtom(Number(d), Number(m), null)
      return first && last && first.edtf < last.edtf
        ? { ...last, precision: 'interval', first: first.first, edtf: interval(first.first, last.last), basis: 'implied' }
        : null
    },
  },
  {
    // A month with its year: behind words of time, or alone in brackets or a cell.
    pattern: new RegExp(
      String.raw`(?=\d)(?<=(?:từ|đến|tới|hết|trước|sau|cuối|đầu|trong|vào|kể từ|thời gian:?|\t|\(|-) ?)(?<m>0?[1-9]|1[0-2])/${YEAR}(?![\d/])`,
      'iuy',
    ),
    begins: 'digit',
    read: ({ m, y }) => monthAtom(Number(m), Number(y)),
  },
  {
    pattern:
      /(?=[\dn])(?:ngày )?(?<![\d/.,=-]|=\s)(?<d>\d{1,2})\/(?<m>\d{1,2})(?![\d/.,]\d|\/|\d)(?= ?(?:[.,;:)\]"'\n\t-]|$|(?:và|vào|đến|tới|hằng|hàng|năm|của|gắn|là|tại|phải|gửi|cho|về|để|theo|trở)(?!\p{sc=Latn})))/iuy,
    begins: 'digit',
    read: ({ d, m }) => dayAtom(Number(d), Number(m), null),
  },
  {
    pattern:
      /(?=t)(?<!\d\s|một |hai |ba |mỗi |hằng |hàng |các )tháng (?<m>\d{1,2})(?! ?[/\d%-]| ?(?:năm|tuổi|đầu|cuối|liên|trở|lần|hằng|hàng|mỗi)(?!\p{sc=Latn}))/iuy,
    begins: 'tháng',
    read: ({ m }, planYear) =>
      Number(m) >= 1 && Number(m) <= 12 ? { ...monthAtom(Number(m), planYear)!, basis: 'implied' } : null,
  },
]

/** Atoms in order of place, none overlapping. `planYear` stands in where a quarter or month names none. */
export function findAtoms(folded: string, planYear: number | null): Atom[] {
  const atoms: Atom[] = findListed(folded, planYear)
  const taken = new Uint8Array(folded.length)
  for (const atom of atoms) taken.fill(1, atom.start, atom.end)
  const begins = beginsIn(folded)
  for (const { pattern, begins: where, read } of FORMS) {
    for (const found of where ? matchesAt(begins[where], pattern, folded) : folded.matchAll(pattern)) {
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

const BEGIN = /\d+|ngày|tháng|quý|từ |(?:đầu|giữa|cuối|hết|kết thúc) năm/gi

function beginsIn(folded: string): Begins {
  const begins: Begins = { digit: [], span: [], ngày: [], tháng: [], quý: [], part: [] }
  BEGIN.lastIndex = 0
  for (let found = BEGIN.exec(folded); found; found = BEGIN.exec(folded)) {
    const { 0: printed, index } = found
    const isDigit = /^\d/.test(printed)
    const word = isDigit ? null : printed.toLowerCase()
    if (isDigit || word === 'ngày') begins.digit.push(index)
    if (isDigit || word === 'ngày' || word === 'từ ') begins.span.push(index)
    if (word === 'ngày' || word === 'tháng' || word === 'quý') begins[word].push(index)
    else if (word !== null && word !== 'từ ') begins.part.push(index)
  }
  return begins
}
