// The rows of a specified table become cells with their place and spans; from the same cells files are made and truth is written.

/** Cells of each row: column, colSpan, rowSpan, bold, the lines of words, a nested table or null. */
export function cellsOf({ rows, head = 0 }) {
  return rows.map((row, y) =>
    row.flatMap((value, column) => {
      if (value === '←' || value === '↑') return []
      let colSpan = 1
      while (row[column + colSpan] === '←') colSpan++
      let rowSpan = 1
      while (rows[y + rowSpan]?.[column] === '↑') rowSpan++
      const words = typeof value === 'string' ? value : value.words
      const bold = words.startsWith('*') || y < head
      const lines = words.replace(/^\*/, '').normalize('NFC').split('\n')
      return [{ column, colSpan, rowSpan, bold, lines, table: value.table ?? null }]
    }),
  )
}

/** All the words of a cell, lines and nested cells parted by a blank. */
export function textOf({ lines, table }) {
  const inner = table ? cellsOf(table).flatMap((row) => row.map(textOf)) : []
  return [...lines, ...inner].filter((text) => text !== '').join(' ')
}

/** What a reader should find in a paper: its tables, or none. */
export function truthOf({ kind, blocks }) {
  const tables = blocks.filter((block) => block.widths || block.isTable)
  return {
    kind,
    tables: tables.map((table) =>
      cellsOf(table).map((row) =>
        row.map((cell) => ({ text: textOf(cell), column: cell.column, colSpan: cell.colSpan, rowSpan: cell.rowSpan })),
      ),
    ),
  }
}
