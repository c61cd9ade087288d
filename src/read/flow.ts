// Words of a flowing format (HTML, RTF, ODT) become draft paragraphs, a paragraph for each typed line, and their tables a grid.
import type { Look } from '../model/document.ts'
import type { DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftTable } from '../model/draft.ts'
import { cleanLine } from '../text/clean.ts'

/** A typed line while it grows. */
export type FlowLine = {
  text: string
  letters: number
  bold: number
  italic: number
  /** Units of raw text that are bold from its start on; `isOpen` while nothing else came. */
  boldLength: number
  isOpen: boolean
}

export type FlowCell = { blocks: DraftBlock[]; column: number; colSpan: number; rowSpan: number }

export type FlowRow = { cells: FlowCell[]; isHead: boolean }

type Place = { align: Look['align']; level: number | null; furniture: DraftParagraph['furniture'] }

// No table of an office document is wider; a hostile one wants a million columns.
const MOST_COLUMNS = 1000

export function emptyLine(): FlowLine {
  return { text: '', letters: 0, bold: 0, italic: 0, boldLength: 0, isOpen: true }
}

export function addWords(line: FlowLine, words: string, bold: boolean, italic: boolean): void {
  line.text += words
  const letters = words.trim().length
  if (letters === 0) return
  line.letters += letters
  if (bold) line.bold += letters
  if (italic) line.italic += letters
  if (bold && line.isOpen) line.boldLength = line.text.length
  else line.isOpen = false
}

export function paragraphOf(line: FlowLine, { align, level, furniture }: Place): DraftParagraph {
  const share = (part: number) => (line.letters ? part / line.letters : 0)
  return {
    kind: 'paragraph',
    lines: [draftLine(line)],
    look: { bold: share(line.bold), italic: share(line.italic), size: null, align },
    level,
    column: null,
    page: null,
    furniture,
  }
}

function draftLine(line: FlowLine): DraftLine {
  const text = cleanLine(line.text)
  const boldLength = line.boldLength === line.text.length ? text.length : cleanLine(line.text.slice(0, line.boldLength)).length
  return { text, glued: false, boldLength: Math.min(boldLength, text.length), place: null }
}

/** Adds at the end, however many there are: the stack has no room for a million arguments. */
export function append<T>(target: T[], more: readonly T[]): void {
  for (const each of more) target.push(each)
}

/** Gives rows of cells without columns their columns: spans from above push cells to the right. */
export function placeCells(rows: readonly { cells: Omit<FlowCell, 'column'>[]; isHead: boolean }[]): FlowRow[] {
  // Up to which row each column is taken.
  const taken: number[] = []
  return rows.map((row, i) => {
    let column = 0
    const cells: FlowCell[] = []
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > i) column++
      column = Math.min(column, MOST_COLUMNS - 1)
      const last = cells.at(-1)
      if (last?.column === column || (last && (taken[column] ?? 0) > i)) {
        append(last.blocks, cell.blocks)
        continue
      }
      const colSpan = Math.min(Math.max(1, cell.colSpan), MOST_COLUMNS - column)
      const rowSpan = Math.min(Math.max(1, cell.rowSpan), rows.length - i)
      cells.push({ ...cell, column, colSpan, rowSpan })
      for (const end = column + colSpan; column < end; column++) taken[column] = i + rowSpan
    }
    return { cells, isHead: row.isHead }
  })
}

/** A table of data, or the blocks of its cells where it is only a frame around them. */
export function tableBlocks(rows: readonly FlowRow[]): DraftBlock[] {
  const filled = rows.filter((row) => row.cells.length > 0)
  const cells = filled.flatMap((row) => row.cells)
  if (isFrame(filled, cells)) return cells.flatMap((cell) => cell.blocks)
  // Columns in which no cell begins are none: they come from spans that count too far.
  const starts = new Set(cells.map((cell) => cell.column))
  const width = cells.reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0)
  const before: number[] = [0]
  for (let i = 0; i < width; i++) before.push(before[i]! + (starts.has(i) ? 1 : 0))
  const table: DraftTable = {
    kind: 'table',
    rows: filled.map(({ cells: own, isHead }) => ({
      cells: own.map((cell): DraftCell => {
        const column = before[cell.column]!
        const colSpan = before[cell.column + cell.colSpan]! - column
        const paragraphs = cell.blocks.flatMap(paragraphsIn)
        return {
          lines: paragraphs.flatMap(({ lines }) => lines),
          column,
          colSpan,
          rowSpan: cell.rowSpan,
          bold: boldOf(paragraphs),
        }
      }),
      isHead,
      page: null,
    })),
    columnCount: starts.size,
    edges: null,
  }
  return [table, ...cells.flatMap((cell) => cell.blocks.filter(isFurniture))]
}

/** One cell alone, or a page laid out with tables: most of its words stand in tables of their own. */
function isFrame(rows: readonly FlowRow[], cells: readonly FlowCell[]): boolean {
  const blocks = cells.flatMap((cell) => cell.blocks)
  const tables = blocks.filter((block) => block.kind === 'table')
  if (cells.length <= 1) return true
  if (tables.length === 0) return false
  if (rows.every((row) => row.cells.length === 1)) return true
  const sum = (all: readonly DraftBlock[]) => all.reduce((letters, block) => letters + lettersOf(block), 0)
  return sum(tables) * 2 > sum(blocks)
}

function lettersOf(block: DraftBlock): number {
  return paragraphsIn(block).reduce((sum, { lines }) => sum + lines.reduce((own, { text }) => own + text.length, 0), 0)
}

type Words = { lines: DraftLine[]; bold: number }

/** The filled lines of a block, those of a nested table in the order of its cells. */
function paragraphsIn(block: DraftBlock): Words[] {
  if (isFurniture(block)) return []
  const own =
    block.kind === 'paragraph'
      ? [{ lines: block.lines, bold: block.look.bold }]
      : block.rows.flatMap((row) => row.cells.map(({ lines, bold }) => ({ lines, bold })))
  return own
    .map(({ lines, bold }) => ({ lines: lines.filter(({ text }) => text !== ''), bold }))
    .filter(({ lines }) => lines.length > 0)
}

function isFurniture(block: DraftBlock): boolean {
  return block.kind === 'paragraph' && block.furniture !== null
}

function boldOf(paragraphs: readonly Words[]): number {
  let letters = 0
  let bold = 0
  for (const { lines, bold: share } of paragraphs) {
    const own = lines.reduce((sum, { text }) => sum + text.length, 0)
    letters += own
    bold += own * share
  }
  return letters ? bold / letters : 0
}

/** A bullet as Word or a web page draws it becomes the one that people type: a ring is the second level, anything else the first. */
export function bulletMark(sign: string, isSymbolFont: boolean): string {
  if (isSymbolFont && !/^[-+*]$/.test(sign)) return '-'
  if (/^[-+*]$/.test(sign)) return sign
  return /^[o○◦]$/u.test(sign) ? '+' : '-'
}
