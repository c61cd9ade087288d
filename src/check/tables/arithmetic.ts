// Rows that do not add up become messages, with the one reading that makes them add up where there is only one.
import { report } from '../../model/message.ts'
import { digitSlips, type Figure, figureOf, separatorSlips, separatorsLost } from './figures.ts'
import type { Doubt, Grid, GridCell, GridRow } from './grid.ts'
import { agrees, fits, type Relation } from './relations.ts'

/** `isUsual`: with as many decimals as the numbers that it is compared with. */
type Reading = { cell: GridCell; text: string; isUsual: boolean }

/** `rows` are those that the doubts are of. */
export function checkRelations(grid: Grid, relations: readonly Relation[]): { doubts: Doubt[]; rows: Set<GridRow> } {
  const rows = new Set<GridRow>()
  const doubts = grid.data.flatMap((row) => {
    const wrong = relations.filter((relation) => fits(relation, row) === false)
    if (wrong.length === 0) return []
    rows.add(row)
    // Numbers that add up elsewhere in the row are not the wrong ones.
    const right = new Set(
      relations.filter((relation) => fits(relation, row) === true).flatMap(({ result, uses }) => [result, ...uses]),
    )
    const offers = readingsFor(grid, row, wrong, right)
    const offer = offers.length === 1 ? offers[0]! : null
    return wrong.map((relation): Doubt => {
      const cell = offer?.cell ?? row.cells[relation.result]!
      const computed = relation.compute(relation.uses.map((column) => row.cells[column]!.figure!.value))
      return {
        cell,
        message: report('check/row-arithmetic', null, {
          printed: cell.text,
          formula: relation.formula,
          result: row.cells[relation.result]!.text,
          computed: written(computed, row.cells[relation.result]!.figure!.decimals),
          offer: offerOf(offer?.text ?? null),
        }),
      }
    })
  })
  return { doubts, rows }
}

export function offerOf(text: string | null): { vi: string; en: string } {
  return text === null ? { vi: '', en: '' } : { vi: `; nếu đọc là “${text}” thì khớp`, en: `; read as “${text}” it would fit` }
}

/** Readings of one cell, a slip away from what is printed, that make all of the row's relations true. */
function readingsFor(grid: Grid, row: GridRow, wrong: readonly Relation[], right: ReadonlySet<number>): Reading[] {
  const shared = wrong
    .map(({ result, uses }) => [result, ...uses])
    .reduce((all, own) => all.filter((column) => own.includes(column)))
    .filter((column) => !right.has(column))
  for (const slips of [separatorSlips, separatorsLost, digitSlips]) {
    const found = shared.flatMap((column) => {
      const cell = row.cells[column]!
      const figure = cell.figure!
      const fitting = slips(figure.printed).flatMap((printed) => {
        const other = figureOf(`${figure.before}${printed}${figure.after}`)
        return other && wrong.every((relation) => fitsWith(relation, row, column, other)) ? [{ printed, other }] : []
      })
      const usual = usualDecimals(grid, row, wrong[0]!, column)
      const values = new Set(fitting.map(({ other }) => other.value))
      const all = fitting.map(({ printed, other }) => ({ cell, text: printed, isUsual: other.decimals === usual }))
      // One number in two spellings is one reading.
      return values.size === 1 ? all.slice(-1) : all
    })
    const better = found.filter(({ isUsual }) => isUsual)
    if (better.length > 0) return better
    if (found.length > 0) return found
  }
  return []
}

/** The decimals of the other terms in the row; of a result, those that most of its column has. */
function usualDecimals({ data }: Grid, row: GridRow, { result, uses }: Relation, column: number): number | null {
  const figures =
    column === result
      ? data.flatMap((other) => (other === row ? [] : (other.cells[column]?.figure ?? [])))
      : uses.flatMap((other) => (other === column ? [] : (row.cells[other]?.figure ?? [])))
  const counts = new Map<number, number>()
  for (const { decimals } of figures) counts.set(decimals, (counts.get(decimals) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] > 0.6 * figures.length ? most[0] : null
}

function fitsWith({ result, uses, compute }: Relation, row: GridRow, column: number, other: Figure): boolean {
  const at = (index: number) => (index === column ? other : row.cells[index]!.figure!)
  return agrees(compute, uses.map(at), at(result)) === true
}

/** In Vietnamese style, as precise as what it is compared with. */
export function written(value: number, decimals: number): string {
  const [whole = '', part] = Math.abs(value).toFixed(Math.min(decimals, 6)).split('.')
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${part ? `,${part}` : ''}`
}
