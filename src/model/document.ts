// What a reader hands over: one canonical text, and where its paragraphs, tables and furniture stand in it.
import type { Affine } from './affine.ts'
import type { Message } from './message.ts'
import type { PageInfo, Signature, TextOrigin } from './plan.ts'

/** A stretch of the canonical text: UTF-16 offsets, end excluded. */
export type Range = { start: number; end: number }

/** How words look; null where the format does not say. Shares count letters, 0 to 1. */
export type Look = {
  bold: number
  italic: number
  /** Points. */
  size: number | null
  align: 'left' | 'center' | 'right' | 'justify' | null
}

export type Paragraph = Range & {
  kind: 'paragraph'
  look: Look
  /** The heading level that the source itself claims (Markdown #, a Word heading style), or null. */
  level: number | null
  /** The end of a bold run at the paragraph's start, where the rest is not bold: a run-in heading. */
  boldEnd: number | null
  /** In which column of a two-column block it stands (letterhead, closing block), or null in running text. */
  column: number | null
  /** 1-based, or null where the format has no pages. */
  page: number | null
}

export type Cell = Range & {
  /** The grid column of the cell's left edge, from 0. */
  column: number
  colSpan: number
  rowSpan: number
  /** Share of bold letters. */
  bold: number
}

export type Row = Range & { cells: Cell[]; isHead: boolean; page: number | null }

export type Table = Range & { kind: 'table'; rows: Row[]; columnCount: number; pages: number[] }

export type Block = Paragraph | Table

/** Words that stand outside the running text; page numbers are left out of the text altogether. */
export type Furniture = Range & { kind: 'note' | 'running-head' | 'stamp'; page: number | null }

/** Where one printed line of the text stands: lefts[i] and rights[i] are the edges of character start + i, in points. */
export type Line = Range & {
  page: number
  top: number
  bottom: number
  lefts: Float32Array
  rights: Float32Array
  /** How sure the recognition is of character start + i, 0 to 1; null where nothing was recognised. */
  confidences: Float32Array | null
  /** From these places to the page as viewed; null where they are the same. */
  view: Affine | null
}

export type Document = {
  text: string
  blocks: Block[]
  furniture: Furniture[]
  /** In order of `start`; [] where the format has no pages. */
  lines: Line[]
  pages: PageInfo[]
  mediaType: string
  textOrigin: TextOrigin
  encoding: string | null
  signatures: Signature[]
  engines: Record<string, string>
  messages: Message[]
}
