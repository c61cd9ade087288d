// An HTML table inside Markdown becomes rows of cells with their spans; what a cell says is left to the caller.

export type HtmlCell = { html: string; column: number; colSpan: number; rowSpan: number; isHead: boolean }

const TAG = /<(?<close>\/?)(?<name>table|tr|td|th)(?=[\s>/])(?<attributes>[^<>]{0,2000})>/gi
const MOST_COLUMNS = 200
const MOST_ROWS = 20_000

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Rows of the first table in the text. Cells of a table inside a cell are words of that cell. */
export function readHtmlTable(html: string): HtmlCell[][] {
  const rows: HtmlCell[][] = []
  // Rows that a cell from above still covers, by column.
  const covered: number[] = []
  let open: { from: number; cell: HtmlCell } | null = null
  let depth = 0
  let next = 0
  const closeCell = (end: number) => {
    if (open) open.cell.html = html.slice(open.from, end)
    open = null
  }
  for (const { 0: tag, index, groups } of html.matchAll(TAG)) {
    const name = groups!.name!.toLowerCase()
    if (name === 'table') {
      depth += groups!.close ? -1 : 1
      if (depth <= 0) {
        closeCell(index)
        break
      }
    }
    if (depth > 1 || name === 'table') continue
    closeCell(index)
    if (groups!.close || rows.length > MOST_ROWS) continue
    if (name === 'tr') {
      if (rows.length > 0) for (let i = 0; i < covered.length; i++) covered[i] = Math.max(0, (covered[i] ?? 0) - 1)
      rows.push([])
      next = 0
      continue
    }
    if (rows.length === 0) rows.push([])
    while ((covered[next] ?? 0) > 0) next++
    const colSpan = spanOf(groups!.attributes!, 'colspan', MOST_COLUMNS - next)
    if (colSpan < 1) continue
    const rowSpan = spanOf(groups!.attributes!, 'rowspan', MOST_ROWS)
    const cell = { html: '', column: next, colSpan, rowSpan, isHead: name === 'th' }
    rows.at(-1)!.push(cell)
    for (let i = next; i < next + colSpan; i++) covered[i] = rowSpan
    next += colSpan
    open = { from: index + tag.length, cell }
  }
  closeCell(html.length)
  return rows.filter((row) => row.length > 0)
}

/** Where outermost tables stand in a text; a table without an end is none. */
export function htmlTables(text: string): { start: number; end: number }[] {
  const tables: { start: number; end: number }[] = []
  let depth = 0
  let start = 0
  for (const { 0: tag, index } of text.matchAll(/<\/?table(?=[\s>])[^<>]{0,2000}>/gi)) {
    if (tag.startsWith('</')) {
      if (depth > 0 && --depth === 0) tables.push({ start, end: index + tag.length })
    } else if (depth++ === 0) start = index
  }
  return tables
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

function spanOf(attributes: string, name: string, most: number): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(1, value), most)
}
