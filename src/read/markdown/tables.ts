// Tables of pipes, of tabs and of HTML become draft tables.
import type { Table } from 'mdast'
import type { DraftBlock, DraftCell, DraftTable } from '../../model/draft.ts'
import { decodeEntities, type HtmlCell, readHtmlTable } from './html-table.ts'
import { inlineRuns, linesOf, type Run, runsOf } from './inline.ts'

export function tabbedTable(lines: readonly string[]): DraftTable {
  const rows = lines.map((line) => line.split('\t'))
  return {
    kind: 'table',
    columnCount: Math.max(...rows.map((row) => row.length)),
    edges: null,
    rows: rows.map((row) => ({ isHead: false, page: null, cells: row.map((cell, column) => cellOf(inlineRuns(cell), column)) })),
  }
}

export function tableOf(table: Table): DraftTable {
  return {
    kind: 'table',
    columnCount: Math.max(...table.children.map((row) => row.children.length)),
    edges: null,
    rows: table.children.map((row, i) => ({
      isHead: i === 0,
      page: null,
      cells: row.children.map((cell, column) => cellOf(runsOf(cell), column)),
    })),
  }
}

function cellOf(runs: readonly Run[], column: number): DraftCell {
  const letters = runs.reduce((sum, run) => sum + run.text.trim().length, 0)
  const bold = runs.reduce((sum, run) => sum + (run.bold ? run.text.trim().length : 0), 0)
  return { lines: linesOf(runs), column, colSpan: 1, rowSpan: 1, bold: letters ? bold / letters : 0 }
}

/** Nothing where the table holds no cell. */
export function htmlTable(html: string): DraftTable[] {
  const rows = readHtmlTable(html)
  if (rows.length === 0) return []
  const columnCount = Math.max(...rows.map((row) => Math.max(...row.map(({ column, colSpan }) => column + colSpan))))
  return [
    {
      kind: 'table',
      columnCount,
      edges: null,
      rows: rows.map((row, i) => ({
        isHead: row.every(({ isHead }) => isHead) && rows.slice(0, i).every((above) => above.every(({ isHead }) => isHead)),
        page: null,
        cells: row.map((cell) => ({
          ...cellOf(htmlRuns(cell), cell.column),
          colSpan: cell.colSpan,
          rowSpan: Math.min(cell.rowSpan, rows.length - i),
        })),
      })),
    },
  ]
}

function htmlRuns({ html, isHead }: HtmlCell): Run[] {
  const words = html
    .replace(/\s+/g, ' ')
    .replace(/<\/(?:p|div|li|tr)\s*>\s*(?=\S)/gi, '<br>')
    .replace(/(?:\s*<br\s*\/?>\s*)+$/i, '')
  const isBold = isHead || /^\s*<(?:b|strong)>.*<\/(?:b|strong)>\s*$/i.test(words)
  return inlineRuns(decodeEntities(words.replace(/<\/?(?!br)[a-z][^<>]{0,2000}>/gi, ''))).map((run) => ({
    ...run,
    bold: run.bold || isBold,
  }))
}

/** A table of pipes that goes on behind a page has a row of values for its head: its number follows, or stands empty. */
export function joinContinued(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (before?.kind === 'table' && block.kind === 'table' && goesOn(before, block)) {
      const rest = block.rows.map((row) => ({ ...row, isHead: false }))
      joined[joined.length - 1] = { ...before, rows: [...before.rows, ...rest] }
    } else joined.push(block)
  }
  return joined
}

function goesOn(a: DraftTable, b: DraftTable): boolean {
  if (a.columnCount !== b.columnCount || a.rows.length < 2) return false
  const number = (table: DraftTable, row: number) => wordsOf(table.rows.at(row)?.cells[0]).replace(/[.)]$/, '')
  const first = number(b, 0)
  const numbers = a.rows.map((_, i) => number(a, i)).filter((words) => /^\d{1,3}$/.test(words))
  if (/^\d{1,3}$/.test(first)) return Number(first) === Number(numbers.at(-1) ?? Number.NaN) + 1
  return first === '' && b.rows[0]!.cells.slice(2).some((cell) => /\d/.test(wordsOf(cell)))
}

function wordsOf(cell: DraftCell | undefined): string {
  return (
    cell?.lines
      .map(({ text }) => text)
      .join(' ')
      .trim() ?? ''
  )
}
