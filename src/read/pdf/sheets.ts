// A page's glyphs and ruling lines become a sheet: lines of running text, tables filled cell by cell, notes and stamps apart.
import { mergeRows } from '../layout/columns.ts'
import type { PlacedLine } from '../layout/furniture.ts'
import { findGrids, type Grid, type Rule } from '../layout/grid.ts'
import { partNotes } from '../layout/notes.ts'
import { isDrawing, type LinedGrid, partOpenRows } from '../layout/open-rows.ts'
import { buildSegments, type Glyph, type Segment } from '../layout/segments.ts'
import type { PageContent, TurnedGlyph } from './content.ts'

/** A grid with the lines of each of its cells, set and turned; `unsure` are first words of rows that could not be parted. */
export type FilledGrid = { grid: Grid; lines: Segment[][]; turned: TurnedGlyph[][]; unsure?: string[] }

/** A page without its glyphs, so that a long document keeps only its lines. */
export type Sheet = {
  page: number
  width: number
  grids: FilledGrid[]
  placed: PlacedLine[]
  notes: Segment[][]
  stamps: Segment[][]
  turned: TurnedGlyph[]
  /** Ruling lines that belong to no table. */
  rules: Rule[]
}

/** `page` counts from 1; `before` is the last sheet so far; width and height are those of the page as viewed, in points. */
export function sheetOf(page: number, width: number, height: number, content: PageContent, before?: Sheet): Sheet {
  const { grids, free, turned } = sortGlyphs(content)
  const rules = rulesBeside(content.rules, grids)
  const { body, notes } = partNotes(free, rules, height, before?.page === page - 1 && before.notes.length > 0)
  const placed = buildSegments(body).map((line) => ({ line, page, pageHeight: height }))
  const stamps = content.stamped.map((glyphs) => mergeRows(buildSegments(glyphs))).filter((lines) => lines.length > 0)
  return { page, width, grids, placed, notes, stamps, turned, rules }
}

export function withoutTurned(table: LinedGrid & { unsure?: string[] }): FilledGrid {
  return { ...table, turned: table.grid.cells.map(() => []) }
}

/** Glyphs inside a grid belong to its cells, the others to the running text. */
function sortGlyphs(content: PageContent): { grids: FilledGrid[]; free: Glyph[]; turned: TurnedGlyph[] } {
  const all = findGrids(content.rules).map((grid) => ({
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
  for (const glyph of content.glyphs) {
    const place = cellAt((glyph.x0 + glyph.x1) / 2, glyph.baseline - 0.3 * glyph.size)
    if (!place) free.push(glyph)
    else {
      place.home.glyphs[place.cell]!.push(glyph)
      if (glyph.text.trim() !== '') place.home.count++
    }
  }
  const turned: TurnedGlyph[] = []
  for (const glyph of content.turned) {
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

function rulesBeside(rules: readonly Rule[], grids: readonly FilledGrid[]): Rule[] {
  return rules.filter(
    ({ x0, x1, y0, y1 }) =>
      !grids.some(({ grid }) => y1 > grid.y0 - 3 && y0 < grid.y1 + 3 && x1 > grid.x0 - 3 && x0 < grid.x1 + 3),
  )
}
