// The rows of an RTF table, which know only where their cells end, become rows on one grid.
import type { DraftBlock } from '../../model/draft.ts'
import { append, type FlowCell, type FlowRow, tableBlocks } from '../flow.ts'

export type CellPlan = {
  /** Twips. */
  right: number
  isMergedLeft: boolean
  isMergedUp: boolean
}

export type RowPlan = { left: number; isHead: boolean; cells: CellPlan[] }

export type RtfRow = { plan: RowPlan; cells: DraftBlock[][] }

// Twips: columns of one table drift by less.
const SAME_EDGE = 40
const NO_PLAN_WIDTH = 1000

type Placed = { left: number; right: number; blocks: DraftBlock[]; isMergedUp: boolean }

export function rtfTable(rows: readonly RtfRow[]): DraftBlock[] {
  const placed = rows.map(placeRow)
  const columns = columnsOf(placed.flat())
  // The cell that each column of the row above belongs to.
  let above = new Map<number, FlowCell>()
  const flowRows = rows.map(({ plan }, i): FlowRow => {
    const own = new Map<number, FlowCell>()
    const cells: FlowCell[] = []
    for (const { left, right, blocks, isMergedUp } of placed[i]!) {
      const column = columns.get(left)!
      const colSpan = columns.get(right)! - column
      const upper = isMergedUp ? above.get(column) : undefined
      const before = cells.at(-1)
      if (upper) {
        upper.rowSpan++
        append(upper.blocks, blocks)
        own.set(column, upper)
      } else if (colSpan < 1 && before) append(before.blocks, blocks)
      else {
        const cell = { blocks, column, colSpan: Math.max(1, colSpan), rowSpan: 1 }
        cells.push(cell)
        own.set(column, cell)
      }
    }
    above = own
    return { cells, isHead: plan.isHead }
  })
  return tableBlocks(flowRows)
}

/** Merges cells to the left; a row with more cells than its plan gets columns behind it. */
function placeRow({ plan, cells }: RtfRow): Placed[] {
  const placed: Placed[] = []
  let left = plan.left
  for (const [i, blocks] of cells.entries()) {
    const own = plan.cells[i]
    const right = Math.max(left, own?.right ?? left + NO_PLAN_WIDTH)
    const before = placed.at(-1)
    if (own?.isMergedLeft && before) {
      before.right = right
      append(before.blocks, blocks)
    } else placed.push({ left, right, blocks, isMergedUp: own?.isMergedUp ?? false })
    left = right
  }
  return placed
}

function columnsOf(cells: readonly Placed[]): Map<number, number> {
  const edges = [...new Set(cells.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b)
  const columns = new Map<number, number>()
  let column = -1
  let start = Number.NEGATIVE_INFINITY
  for (const edge of edges) {
    if (edge - start > SAME_EDGE) {
      column++
      start = edge
    }
    columns.set(edge, column)
  }
  return columns
}
