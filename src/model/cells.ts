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

const MOST_ROWS = 12

/** The row whose task goes on in a row that leaves its number and task blank: a format without merged cells prints it once. */
export function taskRow(rows: readonly Row[], index: number, column: number, text: string): number {
  const isBlank = (r: number, c: number) => {
    const cell = ownCell(rows[r]!, c)
    return cell === null || text.slice(cell.start, cell.end).trim() === ''
  }
  let r = index
  while (r > 0 && index - r < MOST_ROWS && rows[r]!.kind === 'data' && isBlank(r, column) && isBlank(r, 0)) r--
  return rows[r]!.kind === 'data' ? r : index
}
