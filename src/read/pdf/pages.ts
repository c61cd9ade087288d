// The content of PDF pages becomes draft blocks: lines put in reading order, furniture set apart, tables filled cell by cell.
import type { Look } from '../../model/document.ts'
import type { DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftRow, DraftTable } from '../../model/draft.ts'
import { type Message, report } from '../../model/message.ts'
import { findAlignedTables } from '../layout/aligned.ts'
import { mergeRows, orderLines } from '../layout/columns.ts'
import { type FurnitureKind, markFurniture, type PlacedLine } from '../layout/furniture.ts'
import { isCutToken } from '../layout/glued.ts'
import { findGrids, type Grid, type GridCell, type Rule } from '../layout/grid.ts'
import { partNotes } from '../layout/notes.ts'
import { headAbove, isDrawing, type LinedGrid, partOpenRows } from '../layout/open-rows.ts'
import { joinLines, type PageLine } from '../layout/paragraphs.ts'
import { buildSegments, type Glyph, type Segment } from '../layout/segments.ts'
import type { PageContent, TurnedGlyph } from './content.ts'
import { turnedLines } from './turned.ts'

export type PageInput = { number: number; width: number; height: number; content: PageContent }

type FlowLine = PageLine & { order: number }
type Ordered<T> = { order: number; block: T }
/** A grid with the lines of each of its cells, set and turned. */
type FilledGrid = { grid: Grid; lines: Segment[][]; turned: TurnedGlyph[][]; unsure?: string[] }
type Sheet = { page: PageInput; grids: FilledGrid[]; placed: PlacedLine[]; notes: Segment[][]; turned: TurnedGlyph[] }

const SET = { slack: 0.04, isTyped: false, leading: null }

/** Blocks of all pages in reading order; stamps and running heads are marked as furniture. */
export function draftPages(inputs: readonly PageInput[], messages: Message[]): { blocks: DraftBlock[]; messages: Message[] } {
  const sheets = inputs.map((page): Sheet => {
    const { grids, free, turned } = sortGlyphs(page)
    const { body, notes } = partNotes(free, rulesBeside(page, grids), page.height)
    const placed = buildSegments(body).map((line) => ({ line, page: page.number, pageHeight: page.height }))
    return { page, grids, placed, notes, turned }
  })
  const kinds = furnitureOf(sheets)
  const lines: FlowLine[] = []
  const others: Ordered<DraftBlock>[] = []
  let order = 0
  for (const { page, grids, placed: all, notes, turned } of sheets) {
    const placed = new Set(all)
    let isParted = false
    const take = (from: number, to: number) => {
      const zone = [...placed].filter(({ line }) => line.baseline >= from && line.baseline < to)
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
    const tables = tablesOf(page, grids, placed, kinds, messages)
    let top = Number.NEGATIVE_INFINITY
    for (const filled of tables) {
      const { grid } = filled
      take(top, grid.y0)
      others.push({ order: order++, block: draftTable(filled, page.number) })
      top = grid.y0
      isParted = true
    }
    take(top, Number.POSITIVE_INFINITY)
    for (const block of [
      ...notes.map((lines) => furnitureOfLines(lines, page.number, 'note')),
      ...stampOf(page),
      ...asideOf(turned, page.number),
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
  page: PageInput,
  grids: readonly FilledGrid[],
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
  const { tables, unsure } = findAlignedTables([...items.keys()], rulesBeside(page, grids))
  for (const { taken } of tables) {
    messages.push(report('read/table-aligned', null, { page: page.number }))
    take(taken)
  }
  const doubts = [...grids.flatMap((filled) => filled.unsure ?? []), ...unsure]
  for (const words of doubts) messages.push(report('read/table-unsure', null, { page: page.number, words }))
  return [...headed, ...tables.map(withoutTurned)].sort((a, b) => a.grid.y0 - b.grid.y0)
}

function withoutTurned(table: LinedGrid & { unsure?: string[] }): FilledGrid {
  return { ...table, turned: table.grid.cells.map(() => []) }
}

/** Glyphs inside a grid belong to its cells, the others to the running text. */
function sortGlyphs(page: PageInput): { grids: FilledGrid[]; free: Glyph[]; turned: TurnedGlyph[] } {
  const all = findGrids(page.content.rules).map((grid) => ({
    grid,
    glyphs: grid.cells.map((): Glyph[] => []),
    turned: grid.cells.map((): TurnedGlyph[] => []),
    count: 0,
  }))
  const holds = ({ x0, x1, y0, y1 }: { x0: number; x1: number; y0: number; y1: number }, x: number, y: number) =>
    x >= x0 && x <= x1 && y >= y0 && y <= y1
  // Glyphs come in the order of their drawing: the next one mostly stands in the same cell.
  let last: { home: (typeof all)[number]; cell: number } | null = null
  const cellAt = (x: number, y: number) => {
    if (last && holds(last.home.grid.cells[last.cell]!, x, y)) return last
    const home = all.find(({ grid }) => holds(grid, x, y))
    const cell = home?.grid.cells.findIndex((each) => holds(each, x, y)) ?? -1
    last = home && cell >= 0 ? { home, cell } : null
    return last
  }
  const free: Glyph[] = []
  for (const glyph of page.content.glyphs) {
    const place = cellAt((glyph.x0 + glyph.x1) / 2, glyph.baseline - 0.3 * glyph.size)
    if (!place) free.push(glyph)
    else {
      place.home.glyphs[place.cell]!.push(glyph)
      if (glyph.text.trim() !== '') place.home.count++
    }
  }
  const turned: TurnedGlyph[] = []
  for (const glyph of page.content.turned) {
    const place = glyph.turn === null ? null : cellAt((glyph.x0 + glyph.x1) / 2, (glyph.y0 + glyph.y1) / 2)
    if (place) place.home.turned[place.cell]!.push(glyph)
    else turned.push(glyph)
  }
  const grids: FilledGrid[] = []
  for (const { grid, glyphs, turned: own, count } of all) {
    if (count === 0) continue
    const lines = glyphs.map((inside) => mergeRows(buildSegments(inside)))
    if (isDrawing(grid, lines)) {
      free.push(...glyphs.flat())
      turned.push(...own.flat())
    } else if (own.some((inside) => inside.length > 0)) grids.push({ grid, lines, turned: own })
    else grids.push(withoutTurned(partOpenRows({ grid, lines })))
  }
  return { grids, free, turned }
}

/** Ruling lines that belong to no table. */
function rulesBeside({ content }: PageInput, grids: readonly FilledGrid[]): Rule[] {
  return content.rules.filter(
    ({ x0, x1, y0, y1 }) =>
      !grids.some(({ grid }) => y1 > grid.y0 - 3 && y0 < grid.y1 + 3 && x1 > grid.x0 - 3 && x0 < grid.x1 + 3),
  )
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
      confidences: line.confidences.some((confidence) => confidence < 1) ? line.confidences : null,
      view: null,
    },
  }
}

function stampOf(page: PageInput): DraftParagraph[] {
  return page.content.stamped.flatMap((glyphs) => {
    const lines = mergeRows(buildSegments(glyphs))
    return lines.length === 0 ? [] : [furnitureOfLines(lines, page.number, 'stamp')]
  })
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
