// A table of an OpenDocument text becomes a draft table: covered cells keep the columns, repeated ones are counted.
import type { Element } from '@xmldom/xmldom'
import type { DraftBlock } from '../../model/draft.ts'
import { append, type FlowCell, type FlowRow, tableBlocks } from '../flow.ts'
import { childrenOf } from '../xml.ts'
import { toInt } from './lists.ts'

const MOST_COLUMNS = 1000
// Sheets repeat empty cells to their edge; the words of a text table are not repeated.
const MOST_REPEATED = 100
const GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group'])

export function readTable(table: Element, blocksOf: (cell: Element) => DraftBlock[]): DraftBlock[] {
  const rows: FlowRow[] = []
  const before: DraftBlock[] = []
  const visit = (parent: Element, isHead: boolean) => {
    for (const element of childrenOf(parent)) {
      const name = element.nodeName
      if (GROUPS.has(name)) visit(element, isHead || name === 'table:table-header-rows')
      else if (name === 'table:table-row') {
        if (isShown(element)) rows.push({ cells: cellsOf(element, blocksOf), isHead })
      } else if (!name.startsWith('table:')) append(before, blocksOf(element))
    }
  }
  visit(table, false)
  for (const [i, { cells }] of rows.entries()) for (const cell of cells) cell.rowSpan = Math.min(cell.rowSpan, rows.length - i)
  return before.concat(tableBlocks(rows))
}

function isShown(row: Element): boolean {
  const visibility = row.getAttribute('table:visibility')
  return visibility !== 'collapse' && visibility !== 'filter'
}

function cellsOf(row: Element, blocksOf: (cell: Element) => DraftBlock[]): FlowCell[] {
  const cells: FlowCell[] = []
  let column = 0
  for (const element of childrenOf(row)) {
    const count = (name: string, most: number) => Math.min(Math.max(1, toInt(element.getAttribute(name)) ?? 1), most)
    const repeated = count('table:number-columns-repeated', MOST_COLUMNS)
    if (element.nodeName === 'table:table-cell') {
      const blocks = blocksOf(element)
      const last = cells.at(-1)
      if (column >= MOST_COLUMNS && last) append(last.blocks, blocks)
      else
        for (let i = 0; i < Math.min(repeated, MOST_REPEATED, MOST_COLUMNS - column); i++)
          cells.push({
            blocks: [...blocks],
            column: column + i,
            colSpan: count('table:number-columns-spanned', MOST_COLUMNS - column - i),
            rowSpan: count('table:number-rows-spanned', Number.MAX_SAFE_INTEGER),
          })
    }
    if (/^table:(?:covered-)?table-cell$/.test(element.nodeName)) column = Math.min(column + repeated, MOST_COLUMNS)
  }
  return cells
}
