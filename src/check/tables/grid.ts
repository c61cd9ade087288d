// A table of a plan becomes a grid of figures: each cell in its column, with the number that it prints.
import type { Message } from '../../model/message.ts'
import type { Plan, PlanTable, Span } from '../../model/plan.ts'
import { type Figure, figureOf } from './figures.ts'

export type GridCell = {
  text: string
  span: Span
  /** The number of a plain cell; null where it holds words, nothing, or is merged over columns. */
  figure: Figure | null
  isRecognised: boolean
}

export type GridRow = { kind: PlanTable['rows'][number]['kind']; cells: (GridCell | null)[] }

export type Grid = { columns: readonly string[]; rows: GridRow[]; data: GridRow[] }

export type Doubt = { cell: GridCell; message: Message }

/** Null where there is nothing to compare. */
export function gridOf({ columns, rows }: PlanTable, pages: Plan['source']['pages']): Grid | null {
  const width = columns.length
  if (width < 2 || rows.length < 3) return null
  // Until which row a merged cell of a column goes.
  const covered = new Array<number>(width).fill(0)
  const placed = rows.map(({ kind, cells }, r): GridRow => {
    const out = new Array<GridCell | null>(width).fill(null)
    let column = 0
    for (const { text, colSpan, rowSpan, span } of cells) {
      while (column < width && covered[column]! > r) column++
      if (column >= width) break
      const page = span.boxes[0]?.page
      const isRecognised = page !== undefined && pages[page - 1]?.textOrigin === 'ocr'
      const isPlain = colSpan === 1 && rowSpan === 1
      out[column] = { text: text.trim(), span, figure: isPlain ? figureOf(text) : null, isRecognised }
      for (let c = column; c < Math.min(width, column + colSpan); c++) covered[c] = r + rowSpan
      column += colSpan
    }
    return { kind, cells: out }
  })
  return { columns, rows: placed, data: placed.filter(({ kind }) => kind === 'data') }
}
