// Dates without a year take the one that is printed beside them: in the same list, or behind another due date of the paragraph.
//
//   "trước ngày 10/3, 10/6 và 05/12/2024" => 2024-03-10, 2024-06-10, 2024-12-05    "tháng 5 và tháng 6/2023" => 2023-05, 2023-06
//   "xã báo cáo trước ngày 18/5/2024; huyện trước 31/5" => 2024-05-18, 2024-05-31    "mừng ngày 27/02 và 19/5" => XXXX-02-27, XXXX-05-19
import { day, month } from '../../text/edtf.ts'
import type { Atom } from './atoms.ts'

const LIST = /^ ?(?:,|;|và|,? và|&)? ?(?:(?:trước|đến) )?(?:ngày |tháng )?$/iu
const DUE = /(?:trước|chậm nhất(?: là)?|muộn nhất|hạn(?: \p{sc=Latn}+){0,2}|đến|hết) (?:là )?(?:ngày )?$/iu
const YEARLY = /^[^.;\n]{0,40}(?:hằng|hàng|mỗi) năm/iu

/** The same atoms, in order; a year that is borrowed makes the basis implied. */
export function borrowYears(atoms: readonly Atom[], folded: string): Atom[] {
  const dated = [...atoms]
  for (let i = dated.length - 2; i >= 0; i--) {
    const a = dated[i]!
    const b = dated[i + 1]!
    if (lacksYear(a) && hasYear(b) && a.precision === b.precision && LIST.test(folded.slice(a.end, b.start)))
      dated[i] = withYear(a, a.first.slice(4) <= b.first.slice(4) ? b.year! : b.year! - 1)
  }
  return borrowFromDues(dated, folded)
}

/** A due date without a year is of the year of the dated one before it in its paragraph, or behind it in its sentence. */
function borrowFromDues(atoms: Atom[], folded: string): Atom[] {
  const dues = atoms.flatMap((atom, i) => (isDue(atom, folded) ? [i] : []))
  for (let k = 1; k < dues.length; k++) lend(atoms, dues[k - 1]!, dues[k]!, folded, '\n')
  for (let k = dues.length - 1; k > 0; k--) lend(atoms, dues[k - 1]!, dues[k]!, folded, ';')
  return atoms
}

function lend(atoms: Atom[], first: number, second: number, folded: string, border: string): void {
  const a = atoms[first]!
  const b = atoms[second]!
  const between = folded.slice(a.end, b.start)
  if ((a.year === null) === (b.year === null) || a.edtf.slice(4) >= b.edtf.slice(4)) return
  if (between.includes('\n') || between.includes(border)) return
  if (a.year === null && !YEARLY.test(folded.slice(a.end, a.end + 50))) atoms[first] = withYear(a, b.year!)
  if (b.year === null && !YEARLY.test(folded.slice(b.end, b.end + 50))) atoms[second] = withYear(b, a.year!)
}

function isDue(atom: Atom, folded: string): boolean {
  return atom.precision === 'day' && DUE.test(folded.slice(Math.max(0, atom.start - 24), atom.start))
}

function lacksYear(atom: Atom): boolean {
  return (atom.precision === 'day' && atom.year === null) || (atom.precision === 'month' && atom.basis === 'implied')
}

function hasYear(atom: Atom): boolean {
  return atom.year !== null && (atom.precision === 'day' || (atom.precision === 'month' && !lacksYear(atom)))
}

function withYear(atom: Atom, year: number): Atom {
  const edtf = atom.precision === 'day' ? day(year, atom.month, atom.day) : month(year, atom.month!)
  return { ...atom, year, edtf, first: edtf, last: edtf, basis: 'implied' }
}
