// A paper of the table benchmark becomes a DOCX.
import * as docx from 'docx'
import { cellsOf } from './cells.mjs'

const { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun } = docx
const ALIGN = { l: AlignmentType.LEFT, c: AlignmentType.CENTER, r: AlignmentType.RIGHT, j: AlignmentType.JUSTIFIED }
const cm = (n) => Math.round(n * 567)

const line = (style, size = 8) => ({ style, size: style === 'none' ? 0 : size, color: '000000' })
const around = (outer, across, down, size) => ({
  top: line(outer, size),
  bottom: line(outer, size),
  left: line(outer, size),
  right: line(outer, size),
  insideHorizontal: line(across, size),
  insideVertical: line(down, size),
})
const NONE = line('none')

// Borders of the whole table, by the name of its ruling.
const BORDERS = {
  all: around('single', 'single', 'single', 4),
  shaded: around('none', 'none', 'none'),
  none: around('none', 'none', 'none'),
  booktabs: { ...around('none', 'none', 'none'), top: line('single'), bottom: line('single') },
  across: { ...around('single', 'single', 'none', 4), left: NONE, right: NONE },
  open: { ...around('single', 'single', 'single', 4), left: NONE, right: NONE },
  double: around('double', 'double', 'double', 4),
  dashed: around('dashed', 'dashed', 'dashed', 4),
  dotted: around('dotted', 'dotted', 'dotted', 4),
  'rows-dotted': around('single', 'dotted', 'single', 4),
  gaps: around('single', 'single', 'single', 4),
  headless: { ...around('single', 'single', 'single', 4), top: NONE },
  down: around('single', 'none', 'single', 4),
}

/** What one cell has instead of the table's borders. */
function cellBorders(rules, y, cell, head, rowCount) {
  const isHeadEnd = y + cell.rowSpan === head
  if (rules === 'booktabs' && isHeadEnd) return { bottom: line('single') }
  if (rules === 'down' && isHeadEnd) return { bottom: line('single', 4) }
  if (rules === 'headless' && y === 0) return { top: NONE, left: NONE, right: NONE }
  if (rules === 'gaps' && y === rowCount - 1 && cell.column === 0) return { bottom: NONE, left: NONE }
  return undefined
}

const runs = (words, style) => new TextRun({ text: words.normalize('NFC'), ...style })
const paragraph = (words, { align = 'j', indent = 0, size = 14, before = 0, after = 0, ...style } = {}) =>
  new Paragraph({
    alignment: ALIGN[align],
    indent: indent ? { firstLine: cm(indent) } : undefined,
    spacing: { before, after },
    children: [runs(words, { size: size * 2, ...style })],
  })

function tableOf(table) {
  const { widths, align, head = 0, repeat = false, rules = 'all', size = 12, rows } = table
  const toCell = (y) => (cell) =>
    new TableCell({
      columnSpan: cell.colSpan,
      rowSpan: cell.rowSpan,
      verticalAlign: 'center',
      borders: cellBorders(rules, y, cell, head, rows.length),
      shading: rules === 'shaded' && y % 2 === 0 ? { fill: 'DDE6EE', type: 'clear' } : undefined,
      width: {
        size: widths.slice(cell.column, cell.column + cell.colSpan).reduce((sum, width) => sum + cm(width), 0),
        type: 'dxa',
      },
      margins: { top: 30, bottom: 30, left: 70, right: 70 },
      children: [
        ...cell.lines.map((words) =>
          paragraph(words, {
            size,
            bold: cell.bold,
            align: y < head || isWide(cell, rows) ? (y < head ? 'c' : 'l') : align[cell.column],
          }),
        ),
        ...(cell.table ? [tableOf({ size, ...cell.table }), new Paragraph({ spacing: { line: 40, lineRule: 'exact' } })] : []),
      ],
    })
  return new Table({
    columnWidths: widths.map(cm),
    alignment: AlignmentType.CENTER,
    layout: 'fixed',
    borders: BORDERS[rules],
    rows: cellsOf(table).map(
      (cells, y) => new TableRow({ tableHeader: repeat && y < head ? true : undefined, children: cells.map(toCell(y)) }),
    ),
  })
}

const isWide = (cell, rows) => cell.colSpan > 1 && cell.colSpan === rows[0].length

function sidesOf([left, right]) {
  const side = (lines, width, align) =>
    new TableCell({
      width: { size: cm(width), type: 'dxa' },
      children: lines.map((words) => paragraph(words.replace(/^\*/, ''), { align, size: 13, bold: words.startsWith('*') })),
    })
  return new Table({
    columnWidths: [cm(6.8), cm(9.7)],
    layout: 'fixed',
    borders: docx.TableBorders.NONE,
    rows: [new TableRow({ children: [side(left, 6.8, left[0].startsWith('*Nơi') ? 'l' : 'c'), side(right, 9.7, 'c')] })],
  })
}

function tabbedOf({ tabs, rows, leader, head = 0 }) {
  return rows.map(
    (row, y) =>
      new Paragraph({
        tabStops: tabs.map((stop) => ({
          type: leader ? 'right' : 'left',
          position: cm(stop),
          leader: leader ? 'dot' : undefined,
        })),
        children: row.map((words, i) =>
          runs(`${i > 0 ? '\t' : ''}${words.replace(/^\*/, '')}`, { size: 26, bold: y < head || words.startsWith('*') }),
        ),
      }),
  )
}

function blocksOf(block) {
  if (typeof block === 'string') return [paragraph(block, { indent: 1.27, before: 80, after: 80 })]
  if (block.widths) return [tableOf(block)]
  if (block.sides) return [sidesOf(block.sides), new Paragraph({})]
  if (block.tabs) return tabbedOf(block)
  if (block.gap) return [new Paragraph({ spacing: { line: block.gap * 20, lineRule: 'exact' } })]
  if (block.flow) return []
  return [paragraph(block.words, { ...block, before: 80, after: 80 })]
}

/** The DOCX of a paper; a run of text in columns is a section of its own. */
export async function toDocx({ blocks, page = 'portrait' }) {
  const size = { width: cm(21), height: cm(29.7), orientation: page }
  const margin = { top: cm(2), bottom: cm(2), left: cm(page === 'portrait' ? 2.2 : 2), right: cm(page === 'portrait' ? 1.5 : 2) }
  const sections = [{ properties: { page: { size, margin } }, children: [] }]
  for (const block of blocks) {
    if (!block.flow) {
      sections.at(-1).children.push(...blocksOf(block))
      continue
    }
    const children = block.flow.map((words) => paragraph(words, { indent: 0.8, after: 80 }))
    sections.push({ properties: { type: 'continuous', page: { size, margin }, column: { count: 2, space: cm(0.9) } }, children })
  }
  const run = { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } }
  return docx.Packer.toBuffer(
    new docx.Document({ creator: 'kehoach', lastModifiedBy: 'kehoach', styles: { default: { document: { run } } }, sections }),
  )
}
