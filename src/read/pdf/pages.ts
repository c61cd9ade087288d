// The content of PDF pages becomes draft blocks: lines put in reading order, furniture set apart, tables filled cell by cell.
import type { Look } from '../../model/document.ts'
import type { DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftRow, DraftTable } from '../../model/draft.ts'
import { type Message, report } from '../../model/message.ts'
import { findAlignedTables } from '../layout/aligned.ts'
import { orderLines } from '../layout/columns.ts'
import { type FurnitureKind, markFurniture, type PlacedLine } from '../layout/furniture.ts'
import { isCutToken } from '../layout/glued.ts'
import type { GridCell } from '../layout/grid.ts'
import { headAbove } from '../layout/open-rows.ts'
import { joinLines, type PageLine } from '../layout/paragraphs.ts'
import type { Segment } from '../layout/segments.ts'
import type { TurnedGlyph } from './content.ts'
import { type FilledGrid, type Sheet, withoutTurned } from './sheets.ts'
import { turnedLines } from './turned.ts'

type FlowLine = PageLine & { order: number }
type Ordered<T> = { order: number; block: T }

const SET = { slack: 0.04, isTyped: false, leading: null }

/** Blocks of all pages in reading order; stamps and running heads are marked as furniture. */
export function draftPages(sheets: readonly Sheet[], messages: Message[]): { blocks: DraftBlock[]; messages: Message[] } {
  const kinds = furnitureOf(sheets)
  const lines: FlowLine[] = []
  const others: Ordered<DraftBlock>[] = []
  let order = 0
  for (const sheet of sheets) {
    const { page, width, notes, stamps, turned } = sheet
    const placed = new Set(sheet.placed)
    let isParted = false
    const take = (from: number, to: number) => {
      const zone = [...placed].filter(({ line }) => line.baseline >= from && line.baseline < to)
      let block: number | null = null
      for (const { line, column, block: mine } of orderLines(zone.filter((item) => !kinds.has(item)).map((item) => item.line))) {
        lines.push({
          line,
          column,
          page,
          sheet: String(Math.round(width)),
          parted: isParted || mine !== block,
          order: order++,
        })
        isParted = false
        block = mine
      }
      for (const item of zone) {
        const kind = kinds.get(item)
        if (kind && kind !== 'page-number')
          others.push({ order: order++, block: draftParagraph([lineOf(item.line, page)], kind) })
      }
    }
    const tables = tablesOf(sheet, placed, kinds, messages)
    let top = Number.NEGATIVE_INFINITY
    for (const filled of tables) {
      const { grid } = filled
      take(top, grid.y0)
      others.push({ order: order++, block: draftTable(filled, page) })
      top = grid.y0
      isParted = true
    }
    take(top, Number.POSITIVE_INFINITY)
    for (const block of [
      ...notes.map((lines) => furnitureOfLines(lines, page, 'note')),
      ...stamps.map((lines) => furnitureOfLines(lines, page, 'stamp')),
      ...asideOf(turned, page),
    ])
      others.push({ order: order++, block })
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

/** The grids, their heads with them, and the tables that no grid bounds, from top to bottom; their lines leave `placed`. */
function tablesOf(
  { page, grids, rules }: Sheet,
  placed: Set<PlacedLine>,
  kinds: ReadonlyMap<PlacedLine, FurnitureKind>,
  messages: Message[],
): FilledGrid[] {
  const items = new Map([...placed].filter((item) => !kinds.has(item)).map((item) => [item.line, item]))
  const take = (lines: readonly Segment[]) => {
    for (const line of lines) {
      placed.delete(items.get(line)!)
      items.delete(line)
    }
  }
  const headed = grids.map((filled) => {
    const raised = filled.turned.some((own) => own.length > 0) ? null : headAbove(filled, [...items.keys()])
    if (!raised) return filled
    take(raised.taken)
    return withoutTurned(raised)
  })
  const { tables, unsure } = findAlignedTables([...items.keys()], rules)
  for (const { taken } of tables) {
    messages.push(report('read/table-aligned', null, { page }))
    take(taken)
  }
  const doubts = [...grids.flatMap((filled) => filled.unsure ?? []), ...unsure]
  for (const words of doubts) messages.push(report('read/table-unsure', null, { page, words }))
  return [...headed, ...tables.map(withoutTurned)].sort((a, b) => a.grid.y0 - b.grid.y0)
}

function draftTable({ grid, lines, turned }: FilledGrid, page: number): DraftTable {
  const rows: DraftRow[] = grid.ys.slice(1).map(() => ({ cells: [], isHead: false, page }))
  grid.cells.forEach((cell, i) => {
    rows[cell.row]!.cells.push(draftCell(cell, lines[i]!, turned[i]!, page))
  })
  for (const row of rows) row.cells.sort((a, b) => a.column - b.column)
  return { kind: 'table', rows: rows.filter((row) => row.cells.length > 0), columnCount: grid.xs.length - 1, edges: grid.xs }
}

function draftCell(cell: GridCell, lines: readonly Segment[], turned: readonly TurnedGlyph[], page: number): DraftCell {
  const letters = lines.reduce((sum, line) => sum + line.text.length, 0)
  return {
    lines: [
      ...lines.map((line, i) => ({
        ...draftLine(line, page),
        glued: i > 0 && isCutToken(lines[i - 1]!, line, cell.x1 - cell.x0),
      })),
      ...turnedLines(turned, page),
    ],
    column: cell.column,
    colSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    bold: letters ? lines.reduce((sum, line) => sum + line.bold * line.text.length, 0) / letters : 0,
  }
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
      confidences: line.confidences,
      view: null,
    },
  }
}

function furnitureOfLines(lines: readonly Segment[], page: number, kind: 'note' | 'stamp'): DraftParagraph {
  return draftParagraph(
    lines.map((line) => lineOf(line, page)),
    kind,
  )
}

/** Words along the edge of a page or across it. */
function asideOf(glyphs: readonly TurnedGlyph[], page: number): DraftParagraph[] {
  return turnedLines(glyphs, page).map((line) => ({
    kind: 'paragraph',
    lines: [line],
    look: { bold: 0, italic: 0, size: null, align: null },
    level: null,
    column: null,
    page,
    furniture: 'running-head',
  }))
}

function lineOf(line: Segment, page: number): PageLine {
  return { line, page, column: null, sheet: '', parted: false }
}
