// Cells of a table by row and column, merged ones included.
import type { Cell } from './document.ts'
import type { OutlineTable } from './outline.ts'

type Row = OutlineTable['rows'][number]

/** The cell of the row itself that covers a column. */
export function ownCell(row: Row, column: number): Cell | null {
  return column < 0 ? null : (row.cells.find((cell) => cell.column <= column && cell.column + cell.colSpan > column) ?? null)
}

/** The cell that covers a column in row `index`: its own, else one merged from above. */
export function cellAt(rows: readonly Row[], index: number, column: number): Cell | null {
  for (let r = index; r >= 0; r--) {
    const cell = ownCell(rows[r]!, column)
    if (cell) return r === index || cell.rowSpan > index - r ? cell : null
  }
  return null
}
