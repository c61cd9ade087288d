// A table of numbers becomes messages: cells that break the pattern of their row or column, rows and totals that do not add up.
import type { Plan, PlanTable } from '../../model/plan.ts'
import { checkRelations } from './arithmetic.ts'
import { type Doubt, type Grid, gridOf } from './grid.ts'
import { checkPatterns } from './patterns.ts'
import { findRelations } from './relations.ts'
import { checkTotals } from './totals.ts'

/** One message a cell: what the arithmetic says comes before what the pattern says. */
export function checkTable(table: PlanTable, pages: Plan['source']['pages']): Plan['messages'] {
  const grid: Grid | null = gridOf(table, pages)
  if (!grid) return []
  const relations = findRelations(grid)
  const { doubts: rows, rows: doubtful } = checkRelations(grid, relations)
  const doubts = [...rows, ...checkTotals(grid, relations, doubtful), ...checkPatterns(grid, relations)]
  const seen = new Set<number>()
  return doubts.flatMap(({ cell, message: { code, severity, text } }: Doubt) => {
    if (seen.has(cell.span.start)) return []
    seen.add(cell.span.start)
    return [{ code, severity, text, span: cell.span }]
  })
}
