// The content of PDF pages becomes draft blocks: lines put in reading order, furniture set apart, tables filled cell by cell.
import type { Look } from '../../model/document.ts'
import type { DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftRow, DraftTable } from '../../model/draft.ts'
import type { Message } from '../../model/message.ts'
import { mergeRows, orderLines } from '../layout/columns.ts'
import { type FurnitureKind, markFurniture, type PlacedLine } from '../layout/furniture.ts'
import { findGrids, type Grid, type GridCell } from '../layout/grid.ts'
import { joinLines, type PageLine } from '../layout/paragraphs.ts'
import { buildSegments, type Glyph, type Segment } from '../layout/segments.ts'
import type { PageContent } from './content.ts'

export type PageInput = { number: number; width: number; height: number; content: PageContent }

type FlowLine = PageLine & { order: number }
type Ordered<T> = { order: number; block: T }
type Sheet = { page: PageInput; grids: { grid: Grid; glyphs: Glyph[][] }[]; placed: PlacedLine[] }

const SET = { slack: 0.04, isTyped: false, leading: null }

/** Blocks of all pages in reading order; stamps and running heads are marked as furniture. */
export function draftPages(inputs: readonly PageInput[], messages: Message[]): { blocks: DraftBlock[]; messages: Message[] } {
  const sheets = inputs.map((page): Sheet => {
    const { grids, free } = sortGlyphs(page)
    return { page, grids, placed: buildSegments(free).map((line) => ({ line, page: page.number, pageHeight: page.height })) }
  })
  const kinds = furnitureOf(sheets)
  const lines: FlowLine[] = []
  const others: Ordered<DraftBlock>[] = []
  let order = 0
  for (const { page, grids, placed } of sheets) {
    let isParted = false
    const take = (from: number, to: number) => {
      const zone = placed.filter(({ line }) => line.baseline >= from && line.baseline < to)
      let block: number | null = null
      for (const { line, column, block: mine } of orderLines(zone.filter((item) => !kinds.has(item)).map((item) => item.line))) {
        lines.push({
          line,
          column,
          page: page.number,
          sheet: String(Math.round(page.width)),
          parted: isParted || mine !== block,
          order: order++,
        })
        isParted = false
        block = mine
      }
      for (const item of zone) {
        const kind = kinds.get(item)
        if (kind && kind !== 'page-number')
          others.push({ order: order++, block: draftParagraph([lineOf(item.line, page.number)], kind) })
      }
    }
    let top = Number.NEGATIVE_INFINITY
    for (const { grid, glyphs } of grids) {
      take(top, grid.y0)
      others.push({ order: order++, block: draftTable(grid, glyphs, page.number) })
      top = grid.y0
      isParted = true
    }
    take(top, Number.POSITIVE_INFINITY)
    others.push(...stampOf(page).map((block) => ({ order: order++, block })))
  }
  const paragraphs = joinLines(lines, SET).map((paragraph) => ({
    order: (paragraph[0] as FlowLine).order,
    block: draftParagraph(paragraph, null),
  }))
  return { blocks: [...paragraphs, ...others].sort((a, b) => a.order - b.order).map(({ block }) => block), messages }
}

function furnitureOf(sheets: readonly Sheet[]): Map<PlacedLine, FurnitureKind> {
  const placed = sheets.flatMap((sheet) => sheet.placed)
  const kinds = markFurniture(placed, sheets.length)
  return new Map(placed.flatMap((item, i) => (kinds[i] ? [[item, kinds[i]] as const] : [])))
}

/** Glyphs inside a grid belong to its cells, the others to the running text. */
function sortGlyphs(page: PageInput): { grids: { grid: Grid; glyphs: Glyph[][] }[]; free: Glyph[] } {
  const all = findGrids(page.content.rules).map((grid) => ({ grid, glyphs: grid.cells.map((): Glyph[] => []), count: 0 }))
  const free: Glyph[] = []
  for (const glyph of page.content.glyphs) {
    const x = (glyph.x0 + glyph.x1) / 2
    const y = glyph.baseline - 0.3 * glyph.size
    const home = all.find(({ grid }) => x >= grid.x0 && x <= grid.x1 && y >= grid.y0 && y <= grid.y1)
    const cell = home?.grid.cells.findIndex((c) => x >= c.x0 && x <= c.x1 && y >= c.y0 && y <= c.y1) ?? -1
    if (!home || cell < 0) free.push(glyph)
    else {
      home.glyphs[cell]!.push(glyph)
      if (glyph.text.trim() !== '') home.count++
    }
  }
  return { grids: all.filter(({ count }) => count > 0), free }
}

function draftTable(grid: Grid, glyphs: readonly Glyph[][], page: number): DraftTable {
  const rows: DraftRow[] = grid.ys.slice(1).map(() => ({ cells: [], isHead: false, page }))
  grid.cells.forEach((cell, i) => {
    rows[cell.row]!.cells.push(draftCell(cell, glyphs[i]!, page))
  })
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column)
  return { kind: 'table', rows: rows.filter((row) => row.cells.length > 0), columnCount: grid.xs.length - 1, edges: grid.xs }
}

function draftCell(cell: GridCell, glyphs: readonly Glyph[], page: number): DraftCell {
  const lines = mergeRows(buildSegments(glyphs))
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  return {
    lines: lines.map((line, i) => ({
      ...draftLine(line, page),
      glued: i > 0 && isCutToken(lines[i - 1]!, line, cell.x1 - cell.x0),
    })),
    column: cell.column,
    colSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    bold: letters ? lines.reduce((sum, line) => sum + line.bold * line.text.length, 0) / letters : 0,
  }
}

/** A token wider than its cell is cut at the cell's edge: “trai/10” over “0 bé”. Only what is no syllable can be that wide. */
function isCutToken(before: Segment, after: Segment, width: number): boolean {
  if (before.text.includes(' ') || !/\d|\//.test(before.text) || !/^[\d/]/.test(after.text)) return false
  const end = after.text.indexOf(' ')
  const first = after.rights[end < 0 ? after.text.length - 1 : end - 1]! - after.left
  return before.right - before.left + first > width - before.size * 0.4
}

function draftParagraph(lines: readonly PageLine[], furniture: DraftParagraph['furniture']): DraftParagraph {
  const letters = lines.reduce((sum, { line }) => sum + line.text.length, 0)
  const share = (of: (line: Segment) => number) =>
    lines.reduce((sum, { line }) => sum + of(line) * line.text.length, 0) / Math.max(1, letters)
  const look: Look = {
    bold: share((line) => line.bold),
    italic: share((line) => line.italic),
    size: Math.round(lines[0]!.line.size * 10) / 10,
    align: null,
  }
  return {
    kind: 'paragraph',
    lines: lines.map(({ line, page }) => draftLine(line, page)),
    look,
    level: null,
    column: lines[0]!.column,
    page: lines[0]!.page,
    furniture,
  }
}

function draftLine(line: Segment, page: number): DraftLine {
  return {
    text: line.text,
    glued: false,
    boldLength: line.boldLength,
    place: {
      page,
      top: line.top,
      bottom: line.bottom,
      lefts: line.lefts,
      rights: line.rights,
      confidences: line.confidences.some((confidence) => confidence < 1) ? line.confidences : null,
      view: null,
    },
  }
}

function stampOf(page: PageInput): DraftParagraph[] {
  const lines = mergeRows(buildSegments(page.content.stamped))
  if (lines.length === 0) return []
  return [
    draftParagraph(
      lines.map((line) => lineOf(line, page.number)),
      'stamp',
    ),
  ]
}

function lineOf(line: Segment, page: number): PageLine {
  return { line, page, column: null, sheet: '', parted: false }
}
