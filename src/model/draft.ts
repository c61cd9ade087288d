// What the reader of one format gives before the canonical text is made: the same blocks, with their words still apart.
import type { Affine } from './affine.ts'
import type { Look } from './document.ts'
import type { Message } from './message.ts'
import type { PageInfo, Signature, TextOrigin } from './plan.ts'

/** One printed line, or a paragraph's words where the format has no lines. */
export type DraftLine = {
  text: string
  /** No blank before it: a narrow table cell cut one token in two. */
  glued: boolean
  /** How many UTF-16 units at its start are bold. */
  boldLength: number
  /** Where it stands; lefts and rights have one edge per UTF-16 unit of `text`, in points from the page's left. */
  place: DraftPlace | null
}

export type DraftPlace = {
  page: number
  top: number
  bottom: number
  lefts: readonly number[]
  rights: readonly number[]
  /** How sure each UTF-16 unit is, 0 to 1; null where nothing was recognised. */
  confidences: readonly number[] | null
  /** From these places to the page as viewed, where a scan was turned straight before it was read: [a, b, c, d, e, f] as in PDF. */
  view: Affine | null
}

export type DraftParagraph = {
  kind: 'paragraph'
  lines: DraftLine[]
  look: Look
  level: number | null
  column: number | null
  page: number | null
  furniture: 'note' | 'running-head' | 'stamp' | null
}

export type DraftCell = { lines: DraftLine[]; column: number; colSpan: number; rowSpan: number; bold: number }

export type DraftRow = { cells: DraftCell[]; isHead: boolean; page: number | null }

export type DraftTable = {
  kind: 'table'
  rows: DraftRow[]
  columnCount: number
  /** Left edges of the grid columns in points and the right edge of the last, where the format has them. */
  edges: readonly number[] | null
}

export type DraftBlock = DraftParagraph | DraftTable

export type Draft = {
  blocks: DraftBlock[]
  pages: PageInfo[]
  mediaType: string
  textOrigin: TextOrigin
  encoding: string | null
  signatures: Signature[]
  engines: Record<string, string>
  messages: Message[]
}
