// Enumerations become their dates: what all share is printed once, behind the last of them.
//
//   "tháng 5, 6/2024" => 2024-05, 2024-06    "ngày 15, 16 và 17/10/2024" => 2024-10-15, 2024-10-16, 2024-10-17
//   "quý I, III năm 2024" => 2024-01/2024-03, 2024-07/2024-09    "các tháng 3, 6, 9" => 2024-03, 2024-06, 2024-09
import { readRoman } from '../../text/numerals.ts'
import { type Atom, dayAtom, monthAtom, quarterAtom, type Value } from './atoms.ts'

type Listed = {
  pattern: RegExp
  read: (item: string, parts: Record<string, string | undefined>, planYear: number | null) => Value | null
}

const YEAR = String.raw`(?<y>(?:19|20)\d{2})(?!\d)`
const AND = String.raw`(?: ?, ?| ?; ?|,? và | & )`
const LISTS: readonly Listed[] = [
  {
    pattern: new RegExp(
      String.raw`tháng (?<items>\d{1,2}(?:${AND}(?:tháng )?\d{1,2})+)(?:(?: ?/ ?|,? năm )${YEAR}|(?! ?[/\d%.-]| ?(?:tuổi|tháng|năm|lần|ngày|người)(?!\p{sc=Latn})))`,
      'giu',
    ),
    read: (item, { y }, planYear) => withBasis(monthAtom(Number(item), y === undefined ? planYear : Number(y)), y === undefined),
  },
  {
    pattern: new RegExp(
      String.raw`quý (?<items>(?:IV|I{1,3})(?:${AND}(?:quý )?(?:IV|I{1,3}))+)(?:(?: ?/ ?|,? năm )${YEAR})?(?![\d\p{sc=Latn}])`,
      'giu',
    ),
    read: (item, { y }, planYear) =>
      quarterAtom(readRoman(item.toUpperCase())!, y === undefined ? planYear : Number(y), y === undefined),
  },
  {
    pattern: new RegExp(
      String.raw`ngày (?<items>\d{1,2}(?:${AND}(?:ngày )?\d{1,2})+) ?(?:/ ?| tháng )(?<m>\d{1,2})(?:(?: ?/ ?|,? năm )${YEAR})?(?! ?[/\d])`,
      'giu',
    ),
    read: (item, { m, y }) => dayAtom(Number(item), Number(m), y === undefined ? null : Number(y)),
  },
]
const ITEM = /\d{1,2}|IV|I{1,3}/giu

/** The atoms of enumerations; the first holds the word in front, the last what all share. */
export function findListed(folded: string, planYear: number | null): Atom[] {
  const atoms: Atom[] = []
  for (const { pattern, read } of LISTS) {
    for (const found of folded.matchAll(pattern)) {
      const parts = found.groups!
      const offset = found.index + found[0].indexOf(parts.items!)
      const items = [...parts.items!.matchAll(ITEM)]
      const values = items.map((item) => read(item[0], parts, planYear))
      if (values.some((value) => value === null)) continue
      items.forEach((item, i) => {
        const isLast = i === items.length - 1
        const start = i === 0 ? found.index : offset + item.index
        const end = isLast ? found.index + found[0].length : offset + item.index + item[0].length
        atoms.push({ ...(isLast ? values[i]! : { ...values[i]!, basis: 'implied' as const }), start, end })
      })
    }
  }
  return atoms
}

function withBasis(value: Value | null, isImplied: boolean): Value | null {
  return value && isImplied ? { ...value, basis: 'implied' } : value
}
