// Words and paragraph ends of an RTF file become blocks: the body, and beside it running heads, notes and text boxes.
import type { DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { addWords, append, emptyLine, type FlowLine, paragraphOf } from '../flow.ts'
import type { Aside } from './destinations.ts'
import { type RowPlan, type RtfRow, rtfTable } from './tables.ts'

export type ParagraphLook = { align: DraftParagraph['look']['align']; level: number | null; inTable: boolean }

export type Flow = {
  kind: Aside | 'body'
  blocks: DraftBlock[]
  lines: FlowLine[]
  rows: RtfRow[]
  /** Finished cells of the row that is open, and the blocks of the cell that is. */
  cells: DraftBlock[][]
  cell: DraftBlock[]
  plan: RowPlan
  isRowOpen: boolean
}

export function newPlan(): RowPlan {
  return { left: 0, isHead: false, cells: [] }
}

export function newFlow(kind: Flow['kind']): Flow {
  return { kind, blocks: [], lines: [emptyLine()], rows: [], cells: [], cell: [], plan: newPlan(), isRowOpen: false }
}

export function addToFlow(flow: Flow, words: string, bold: boolean, italic: boolean): void {
  addWords(flow.lines.at(-1)!, words, bold, italic)
}

export function endLine(flow: Flow): void {
  flow.lines.push(emptyLine())
}

export function endParagraph(flow: Flow, { align, level, inTable }: ParagraphLook): void {
  const inRow = inTable || flow.isRowOpen
  if (!inRow) closeTable(flow)
  const furniture = flow.kind === 'running-head' || flow.kind === 'note' ? flow.kind : null
  // An empty paragraph parts two tables.
  for (const line of flow.lines)
    if (line.letters > 0 || (!inRow && flow.lines.length === 1))
      (inRow ? flow.cell : flow.blocks).push(paragraphOf(line, { align, level: inRow ? null : level, furniture }))
  flow.lines = [emptyLine()]
}

export function endCell(flow: Flow, look: ParagraphLook): void {
  endParagraph(flow, { ...look, inTable: true })
  flow.cells.push(flow.cell)
  flow.cell = []
}

export function endRow(flow: Flow): void {
  if (flow.cell.length > 0) flow.cells.push(flow.cell)
  if (flow.cells.length > 0) flow.rows.push({ plan: flow.plan, cells: flow.cells })
  flow.cells = []
  flow.cell = []
  flow.isRowOpen = false
}

export function closeTable(flow: Flow): void {
  endRow(flow)
  if (flow.rows.length === 0) return
  append(flow.blocks, rtfTable(flow.rows))
  flow.rows = []
}

/** Ends everything that is open and gives the blocks. */
export function closeFlow(flow: Flow, look: ParagraphLook): DraftBlock[] {
  endParagraph(flow, look)
  closeTable(flow)
  return flow.blocks
}
