// What mammoth read becomes blocks of the draft: paragraphs, tables, and tables that only frame other blocks opened.
import type { DraftBlock, DraftCell, DraftParagraph, DraftTable } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'
import { isSmall, type PicturePlace } from '../pictures.ts'
import type { StoryKind } from './body.ts'
import { columnsOf, type Placed } from './letterhead.ts'
import { draftLine, type Line, lineParagraph, linesOf, type Node } from './lines.ts'

const FURNITURE: Readonly<Record<StoryKind, DraftParagraph['furniture']>> = {
  body: null,
  contents: null,
  note: 'note',
  head: 'running-head',
  picture: null,
}
// What is left of “Trang 2/5”, “- 3 -” when the numbers are gone, or was typed.
const PAGE_NUMBER = /^(?:trang|page|tr\.)?[\s\d/|.\-–—]*$/iu
// A table of its own, not two cells for the layout of a line.
const REAL = { rows: 3, columns: 2, share: 0.5 }

/** What stands for the picture of a number. */
export type PlaceOf = (number: number) => PicturePlace

/** Contents lists and page numbers are left out: they say where words stand, not what is planned. */
export function blocksOf(nodes: readonly Node[], placeOf: PlaceOf): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let run: Placed[] = []
  let pictures: PicturePlace[] = []
  const flush = () => {
    blocks.push(...columnsOf(run).map(({ line, node, column }) => lineParagraph(line, node, kindOf(node).level, null, column)))
    blocks.push(...pictures)
    run = []
    pictures = []
  }
  for (const node of nodes) {
    const { kind, level } = kindOf(node)
    const place = kind === 'picture' ? placeOf(level ?? 0) : null
    // A logo beside a letterhead does not part its lines.
    if (place && isSmall(place)) pictures.push(place)
    else if (node.type === 'paragraph' && kind === 'body')
      run.push(...linesOf(node).map((line) => ({ line, node, column: null })))
    else {
      flush()
      blocks.push(...(place ? [place] : blocksIn(node, placeOf)))
    }
  }
  flush()
  return blocks
}

function blocksIn(node: Node, placeOf: PlaceOf): DraftBlock[] {
  if (node.type === 'paragraph') return furnitureOf(node)
  if (node.type !== 'table') return blocksOf(node.children ?? [], placeOf)
  const isFurniture = FURNITURE[kindOf(find(node, 'paragraph') ?? node).kind] !== null
  return isFurniture || isFrame(node)
    ? cellsOf(node).flatMap((cell) => blocksOf(cell.children ?? [], placeOf))
    : [tableOf(node), ...picturesIn(node, placeOf)]
}

function kindOf({ styleId }: Node): { kind: StoryKind; level: number | null } {
  const [, kind = 'body', level = ''] = /^([a-z]+)(\d*)$/.exec(styleId ?? '') ?? []
  return { kind: kind as StoryKind, level: level === '' ? null : Number(level) }
}

function furnitureOf(node: Node): DraftParagraph[] {
  const { kind, level } = kindOf(node)
  if (kind === 'contents') return []
  return linesOf(node)
    .filter((line) => kind !== 'head' || !PAGE_NUMBER.test(cleanLine(line.text)))
    .map((line) => lineParagraph(line, node, level, FURNITURE[kind]))
}

/** Pictures in the cells of a table stand behind it. */
function picturesIn(node: Node, placeOf: PlaceOf): DraftParagraph[] {
  const { kind, level } = kindOf(node)
  return kind === 'picture' ? [placeOf(level ?? 0)] : (node.children ?? []).flatMap((one) => picturesIn(one, placeOf))
}

/** A table around other tables or around one cell of words sets no data in rows and columns. */
function isFrame(table: Node): boolean {
  const filled = cellsOf(table).filter((cell) => lettersOf(cell) > 0)
  if (filled.length === 1) return true
  const inner = filled.flatMap((cell) => (cell.children ?? []).flatMap((node) => (node.type === 'table' ? [node] : [])))
  if (inner.length === 0) return false
  if (widthOf(table) === 1) return true
  const real = inner.filter((one) => (one.children ?? []).length >= REAL.rows && widthOf(one) >= REAL.columns)
  return real.reduce((sum, one) => sum + lettersOf(one), 0) > REAL.share * lettersOf(table)
}

function cellsOf(table: Node): Node[] {
  return (table.children ?? []).flatMap((row) => row.children ?? [])
}

function widthOf(table: Node): number {
  return Math.max(0, ...(table.children ?? []).map((row) => (row.children ?? []).length))
}

function lettersOf(node: Node): number {
  return node.type === 'text'
    ? (node.value ?? '').trim().length
    : (node.children ?? []).reduce((sum, one) => sum + lettersOf(one), 0)
}

function find(node: Node, type: string): Node | null {
  for (const inner of node.children ?? []) {
    const found = inner.type === type ? inner : find(inner, type)
    if (found) return found
  }
  return null
}

function tableOf(node: Node): DraftTable {
  const open: number[] = []
  let columnCount = 0
  const rows = (node.children ?? []).map((row) => {
    const cells: DraftCell[] = []
    let column = 0
    const skip = () => {
      while ((open[column] ?? 0) > 0) column++
    }
    for (const cell of row.children ?? []) {
      skip()
      const colSpan = cell.colSpan ?? 1
      const rowSpan = cell.rowSpan ?? 1
      // Without a paragraph it only keeps the place of columns that the row leaves out.
      if ((cell.children ?? []).length > 0) cells.push(cellOf(cell, column, colSpan, rowSpan))
      for (let i = column; i < column + colSpan; i++) open[i] = rowSpan
      column += colSpan
    }
    skip()
    columnCount = Math.max(columnCount, column)
    for (let i = 0; i < open.length; i++) open[i] = Math.max(0, (open[i] ?? 0) - 1)
    return { cells, isHead: row.isHeader === true, page: null }
  })
  return { kind: 'table', rows: rows.filter((row) => row.cells.length > 0), columnCount, edges: null }
}

function cellOf(node: Node, column: number, colSpan: number, rowSpan: number): DraftCell {
  const lines = linesIn(node).filter((line) => cleanLine(line.text) !== '')
  const letters = lines.reduce((sum, line) => sum + line.letters, 0)
  const bold = lines.reduce((sum, line) => sum + line.bold, 0)
  return { lines: lines.map(draftLine), column, colSpan, rowSpan, bold: letters ? bold / letters : 0 }
}

/** The lines of everything inside a cell, nested tables included, in document order. */
function linesIn(node: Node): Line[] {
  return node.type === 'paragraph' ? linesOf(node) : (node.children ?? []).flatMap(linesIn)
}
