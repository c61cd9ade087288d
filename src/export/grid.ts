// The rows of a table become a grid in which a merged cell stands wherever it reaches, or is left empty there.
import type { PlanTable } from '../model/plan.ts'

export type GridRow = { kind: PlanTable['rows'][number]['kind']; cells: string[]; start: number }

const MOST_COLUMNS = 500

/** Words of merged cells stand in the first of their columns, and in each of their rows. */
export function gridOf(table: PlanTable): GridRow[] {
  const below: ({ words: string; rows: number } | undefined)[] = []
  let start = 0
  return table.rows.map(({ kind, cells }) => {
    start = cells[0]?.span.start ?? start
    const row: string[] = []
    let column = 0
    const fromAbove = () => {
      for (let above = below[column]; above && above.rows > 0; above = below[column]) {
        above.rows--
        row[column++] = above.words
      }
    }
    for (const cell of cells) {
      fromAbove()
      for (let i = 0; i < cell.colSpan && column < MOST_COLUMNS; i++, column++) {
        const words = i === 0 ? cell.text : ''
        row[column] = words
        below[column] = { words, rows: cell.rowSpan - 1 }
      }
    }
    fromAbove()
    return { kind, cells: Array.from(row, (words) => words ?? ''), start }
  })
}
