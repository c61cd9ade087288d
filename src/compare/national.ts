// A value and the national target of its indicator become the distance between them.
import type { Catalog } from '../catalog/index.ts'
import type { NationalTarget } from '../model/catalog.ts'
import type { Cell, PlainCell } from '../model/matrix.ts'

/** The cell with its distance, and so its old provinces. */
export function withNational(cell: Cell, code: string, year: number, catalog: Catalog): Cell {
  const target = catalog.nationalTarget(code, year)
  if (!target) return cell
  return { ...measured(cell, target), parts: cell.parts.map((part) => measured(part, target)) }
}

function measured<T extends PlainCell>(cell: T, target: NationalTarget): T {
  if (cell.value === null || cell.isSum) return cell
  const { value, comparator, year, act, issued } = target
  const gap = Number((cell.value - value).toPrecision(12))
  return { ...cell, national: { value, comparator, year, act, issued, gap, isReached: isAsGood(cell, target) } }
}

/** “> 95” and “≥ 95”: 95 itself is enough for the second only, unless the plan, too, means more than it. */
function isAsGood({ value, entries }: PlainCell, { value: wanted, comparator }: NationalTarget): boolean {
  if (comparator === '=') return value === wanted
  const isUp = comparator === '>' || comparator === '>='
  if (value === wanted) return comparator.endsWith('=') || entries.some((each) => each.comparator === comparator)
  return isUp ? value! > wanted : value! < wanted
}
