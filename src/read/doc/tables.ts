// Rows with their edges become a table: a grid of columns under all rows, cells with their spans.
import type { DraftCell, DraftTable } from '../../model/draft.ts'
import { draftCell, type Line } from './lines.ts'
import { type CellEdges, rowEdges } from './rows.ts'

/** A row as it was met: the lines of each cell, and the properties at its end. */
export type MetRow = { cells: Line[][]; sources: readonly Uint8Array[] }

type Joined = { left: number; right: number; down: CellEdges['down']; lines: Line[] }
type Row = { cells: Joined[]; isHead: boolean }

// Twips: edges drawn by hand miss each other by less.
const SAME_EDGE = 60

export function tableOf(met: readonly MetRow[]): DraftTable {
  const rows = met.map(joinCells)
  const columnAt = gridOf(rows)
  const above = new Map<number, DraftCell & { lastRow: number }>()
  const drafts = rows.map(({ cells, isHead }, r) => {
    const own: DraftCell[] = []
    for (const { left, right, down, lines } of cells) {
      const column = columnAt(left)
      const colSpan = Math.max(1, columnAt(right) - column)
      const first = down === 'rest' ? above.get(column) : undefined
      if (first?.lastRow === r - 1 && first.colSpan === colSpan) {
        first.rowSpan++
        first.lastRow = r
        // Word prints nothing of what lies in the rest of a merged cell.
        continue
      }
      const cell = { ...draftCell(lines, column, colSpan), lastRow: r }
      if (down !== null) above.set(column, cell)
      own.push(cell)
    }
    return { cells: own, isHead, page: null }
  })
  let columnCount = 0
  for (const { cells } of drafts) for (const { column, colSpan } of cells) columnCount = Math.max(columnCount, column + colSpan)
  const clean = drafts
    .filter((row) => row.cells.length > 0)
    .map((row) => ({
      ...row,
      cells: row.cells.map(({ lines, column, colSpan, rowSpan, bold }) => ({ lines, column, colSpan, rowSpan, bold })),
    }))
  return { kind: 'table', rows: clean, columnCount, edges: null }
}

function joinCells({ cells, sources }: MetRow): Row {
  const edges = rowEdges(sources, cells.length)
  const joined: Joined[] = []
  edges.cells.forEach(({ left, right, isMerged, down }, i) => {
    const before = joined.at(-1)
    if (isMerged && before) {
      before.right = right
      before.lines = before.lines.concat(cells[i]!)
    } else joined.push({ left, right, down, lines: [...cells[i]!] })
  })
  return { cells: joined, isHead: edges.isHead }
}

/** The column that begins at an edge: edges that nearly meet are one, unless that would leave a cell without width. */
function gridOf(rows: readonly Row[]): (edge: number) => number {
  const edges = [...new Set(rows.flatMap((row) => row.cells.flatMap(({ left, right }) => [left, right])))].sort((a, b) => a - b)
  const columns = columnsOf(edges, SAME_EDGE)
  const isCrushed = rows.some((row) => row.cells.some(({ left, right }) => columns.get(left) === columns.get(right)))
  const fit = isCrushed ? columnsOf(edges, 0) : columns
  return (edge) => fit.get(edge) ?? 0
}

function columnsOf(edges: readonly number[], tolerance: number): Map<number, number> {
  const columns = new Map<number, number>()
  let first = Number.NEGATIVE_INFINITY
  let column = -1
  for (const edge of edges) {
    if (edge - first > tolerance) {
      first = edge
      column++
    }
    columns.set(edge, column)
  }
  return columns
}
