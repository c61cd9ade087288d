// Grid columns that only exist because borders were dragged by hand are taken out: no cell stands in such a column alone.
import type { GridRow } from './grid.ts'

// Twips, 3.5 mm: a column of digits is twice as wide.
const SLIVER = 200

/** Changes spans in place. `widths` are those of the grid columns in twips, [] where the table gives none. */
export function dropSlivers(rows: readonly GridRow[], widths: readonly number[]): void {
  const edges = new Set<number>()
  const alone = new Set<number>()
  let columns = 0
  for (const { before, cells } of rows) {
    let column = before
    edges.add(column)
    for (const { span } of cells) {
      if (span === 1) alone.add(column)
      column += span
      edges.add(column)
    }
    columns = Math.max(columns, column)
  }
  const hasWidths = widths.some((width) => width > SLIVER)
  for (let column = columns - 1; column >= 0; column--) {
    const isSliver = hasWidths && (widths[column] ?? SLIVER) < SLIVER
    if (!alone.has(column) && (isSliver || (column > 0 && !edges.has(column)))) drop(column, rows)
  }
}

/** Unless a cell would be left without a column. */
function drop(dropped: number, rows: readonly GridRow[]): void {
  const covering = rows.map(({ before, cells }) => {
    let end = before
    if (dropped < before) return null
    return cells.find(({ span }) => {
      end += span
      return dropped < end
    })
  })
  if (covering.some((cell) => cell && cell.span < 2)) return
  rows.forEach((row, i) => {
    const cell = covering[i]
    if (cell) cell.span--
    else if (dropped < row.before) row.before--
  })
}
