// A Word table becomes rows on one grid: cells left and right of it, merges and deleted rows resolved.

import type { Element } from '@xmldom/xmldom'
import { childOf, childrenOf } from '../xml.ts'
import { branchOf, childrenNamed, isOn, settingOf, toInt } from './names.ts'
import { type Reading, tell } from './reading.ts'
import { dropSlivers } from './slivers.ts'

/** `merge`: the first cell of a vertical merge, or one that belongs to the cell above it. */
export type GridCell = { element: Element; span: number; merge: 'restart' | 'continue' | null }
/** `before`: how many grid columns are left out at the left. */
export type GridRow = { before: number; cells: GridCell[]; isHead: boolean }

// Word knows 63 columns; a damaged span must not cost time.
const MOST_COLUMNS = 200
const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'])

export function gridOf(table: Element, reading: Reading): GridRow[] {
  const rows: GridRow[] = []
  for (const row of unwrapped(table, 'w:tr', reading)) {
    const properties = childOf(row, 'w:trPr')
    const isGone = childOf(properties, 'w:del') !== null
    if (isGone || childOf(properties, 'w:ins')) tell(reading, 'read/changes-accepted')
    if (isGone || isOn(properties, 'w:hidden')) continue
    const before = spanOf(properties, 'w:gridBefore') ?? 0
    rows.push({ before, cells: cellsOf(row, reading), isHead: isOn(properties, 'w:tblHeader') ?? false })
  }
  const widths = childrenNamed(childOf(table, 'w:tblGrid'), 'w:gridCol').map((column) => toInt(column.getAttribute('w:w')) ?? 0)
  dropSlivers(rows, widths)
  const open = new Map<number, number>()
  for (const { cells, before } of rows) resolveMerges(cells, before, open)
  return rows
}

/** The rows of a table or cells of a row, also those in content controls. */
function unwrapped(parent: Element, name: string, reading: Reading): Element[] {
  return childrenOf(parent).flatMap((element) => {
    if (element.nodeName === name) return [element]
    if (WRAPPERS.has(element.nodeName)) return unwrapped(element, name, reading)
    return element.nodeName === 'mc:AlternateContent' ? unwrapped(branchOf(element) ?? element, name, reading) : []
  })
}

function cellsOf(row: Element, reading: Reading): GridCell[] {
  const cells: GridCell[] = []
  for (const element of unwrapped(row, 'w:tc', reading)) {
    const properties = childOf(element, 'w:tcPr')
    if (childOf(properties, 'w:cellDel')) continue
    const span = Math.max(1, spanOf(properties, 'w:gridSpan') ?? 1)
    const vertical = childOf(properties, 'w:vMerge')
    const horizontal = childOf(properties, 'w:hMerge')
    const left = cells.at(-1)
    if (left && horizontal && horizontal.getAttribute('w:val') !== 'restart') left.span += span
    else cells.push({ element, span, merge: vertical && (vertical.getAttribute('w:val') === 'restart' ? 'restart' : 'continue') })
  }
  return cells
}

/** Cells merge only where both edges line up with the cell above: others begin anew, as Word draws them. */
function resolveMerges(cells: readonly GridCell[], before: number, open: Map<number, number>): void {
  const above = new Map(open)
  open.clear()
  let column = before
  for (const cell of cells) {
    if (cell.merge === 'continue' && above.get(column) !== cell.span) cell.merge = 'restart'
    if (cell.merge) open.set(column, cell.span)
    column += cell.span
  }
}

function spanOf(properties: Element | null, name: string): number | null {
  const span = toInt(settingOf(properties, name))
  return span === null ? null : Math.min(MOST_COLUMNS, Math.max(0, span))
}
