// An offset in the canonical text becomes a path, for formats without pages: which block, and in a table which row and cell.
//
//   "KẾ HOẠCH\n\nTT\tGiao\n1\t95", the 9 of 95: block 2, row 2, cell 2

/** All count from 1. `row` and `cell` are null in a paragraph. */
export type Path = { block: number; row: number | null; cell: number | null }

/** Blocks are parted by an empty line, rows of a table by a line end, cells by a tab; no paragraph holds either. */
export function pathOf(text: string, offset: number): Path {
  let block = 1
  let start = 0
  for (let at = text.indexOf('\n\n'); at >= 0 && at < offset; at = text.indexOf('\n\n', start)) {
    block++
    start = at + 2
  }
  const next = text.indexOf('\n\n', start)
  const isTable = /[\t\n]/.test(text.slice(start, next < 0 ? text.length : next))
  if (!isTable) return { block, row: null, cell: null }
  const rows = text.slice(start, offset).split('\n')
  return { block, row: rows.length, cell: rows.at(-1)!.split('\t').length }
}

/** “¶12” for a paragraph, “¶12/3/2” for a cell. */
export function printPath({ block, row, cell }: Path): string {
  return row === null ? `¶${block}` : `¶${block}/${row}/${cell}`
}
