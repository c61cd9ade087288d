// A Word file's bytes become a draft: mammoth reads its elements, automatic numbers are written in before.
import type { Element } from '@xmldom/xmldom'
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Draft, DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftTable } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import { cleanLine } from '../../text/clean.ts'
import { unzipAll } from '../../zip/index.ts'
import { checkXml, parseXml, writeXml } from '../xml.ts'
import { writeNumbers } from './numbers.ts'

/** What mammoth gives for an element of the document body; only the fields that matter here. */
type Node = {
  type: string
  children?: Node[]
  value?: string
  styleId?: string | null
  styleName?: string | null
  alignment?: string | null
  isBold?: boolean
  isItalic?: boolean
  breakType?: string
  isHeader?: boolean
  colSpan?: number
  rowSpan?: number
  noteType?: string
  notes?: unknown
}

type Notes = { _notes?: Record<string, { noteType: string; body: Node[] }> }

type Line = { text: string; boldLength: number; isOpen: boolean; letters: number; bold: number; italic: number }

const MAIN = 'word/document.xml'
// Pictures and fonts are not read, so they stay packed.
const XML = /\.(?:xml|rels)$/i

/** Reads a DOCX. Throws UnreadableError: damaged, no Word document inside, or parts too large. */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  const parts = unzip(bytes)
  const boldStyles = writeIn(parts)
  const messages: Message[] = []
  const root = await parse(zipSync(parts, { level: 0 }), messages)
  const blocks = (root.children ?? []).flatMap((node) => blocksOf(node, boldStyles))
  const notes = Object.values((root.notes as Notes | undefined)?._notes ?? {}).flatMap((note) =>
    note.body.flatMap((node) => blocksOf(node, boldStyles)),
  )
  for (const note of notes) if (note.kind === 'paragraph') note.furniture = 'note'
  return {
    blocks: [...blocks, ...notes],
    pages: [],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    textOrigin: 'document',
    encoding: null,
    signatures: [],
    engines: { mammoth: '1.13.0' },
    messages,
  }
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipAll(bytes, (name) => XML.test(name))
  if (!parts[MAIN])
    throw new UnreadableError('unknown-type', 'this zip file holds no Word document', 'tệp zip này không chứa văn bản Word')
  for (const part of Object.values(parts)) checkXml(part)
  return parts
}

/** Writes automatic numbers into the main part; gives the ids of paragraph styles that are bold. */
function writeIn(parts: Record<string, Uint8Array>): Set<string> {
  const document = parseXml(parts[MAIN]!)
  const styles = parts['word/styles.xml'] ? parseXml(parts['word/styles.xml']) : null
  const numbering = parts['word/numbering.xml'] ? parseXml(parts['word/numbering.xml']) : null
  if (writeNumbers(document, numbering, styles) > 0) parts[MAIN] = strToU8(writeXml(document))
  return boldStylesOf(styles)
}

type XmlDocument = ReturnType<typeof parseXml>

function boldStylesOf(styles: XmlDocument | null): Set<string> {
  const own = new Map<string, { bold: boolean | null; basedOn: string | null }>()
  for (const style of styles ? Array.from(styles.getElementsByTagName('w:style')) : []) {
    const look = Array.from(style.childNodes).find((node) => node.nodeName === 'w:rPr')
    const bold = look && Array.from(look.childNodes).find((node) => node.nodeName === 'w:b')
    const basedOn = style.getElementsByTagName('w:basedOn')[0]?.getAttribute('w:val') ?? null
    const value = bold ? (bold as Element).getAttribute('w:val') : null
    own.set(style.getAttribute('w:styleId') ?? '', { bold: bold ? value !== '0' && value !== 'false' : null, basedOn })
  }
  const isBold = (id: string | null, depth = 0): boolean => {
    const style = id === null ? undefined : own.get(id)
    return style !== undefined && depth < 20 && (style.bold ?? isBold(style.basedOn, depth + 1))
  }
  return new Set([...own.keys()].filter((id) => isBold(id)))
}

// Strokes of a drawing, which hold no words.
const DRAWN = /^v:(?:line|polyline|curve|arc)$/

async function parse(zip: Uint8Array, messages: Message[]): Promise<Node> {
  let root: Node = { type: 'document' }
  const keep = (document: Node) => {
    root = document
    return { ...document, children: [] }
  }
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength) },
      { transformDocument: keep },
    )
    const seen = new Set<string>()
    for (const { message } of result.messages as { message: string }[]) {
      const what = /An unrecognised element was ignored: (\S+)/.exec(message)?.[1]
      if (what && !seen.has(what))
        messages.push(report(DRAWN.test(what) ? 'read/ignored' : 'read/unknown-element', null, { what }))
      if (what) seen.add(what)
    }
  } catch (error) {
    throw new UnreadableError('damaged', 'the Word document is damaged', 'văn bản Word bị hỏng', error)
  }
  return root
}

function blocksOf(node: Node, boldStyles: Set<string>): DraftBlock[] {
  if (node.type === 'paragraph') return paragraphsOf(node, boldStyles)
  if (node.type === 'table') return [tableOf(node, boldStyles)]
  return (node.children ?? []).flatMap((inner) => blocksOf(inner, boldStyles))
}

/** A soft break parts what was typed on lines of its own. */
function paragraphsOf(node: Node, boldStyles: Set<string>): DraftParagraph[] {
  const level = /^heading (\d)$/i.exec(node.styleName ?? '')?.[1]
  return linesOf(node, boldStyles).map((line) => ({
    kind: 'paragraph',
    lines: [draftLine(line)],
    look: {
      bold: line.letters ? line.bold / line.letters : 0,
      italic: line.letters ? line.italic / line.letters : 0,
      size: null,
      align: alignOf(node.alignment),
    },
    level: level ? Number(level) : null,
    column: null,
    page: null,
    furniture: null,
  }))
}

function alignOf(alignment: string | null | undefined): DraftParagraph['look']['align'] {
  if (alignment === 'center' || alignment === 'right' || alignment === 'left') return alignment
  return alignment === 'both' ? 'justify' : null
}

function linesOf(node: Node, boldStyles: Set<string>): Line[] {
  const lines = [emptyLine()]
  const isBoldStyle = boldStyles.has(node.styleId ?? '')
  const visit = (inner: Node, bold: boolean, italic: boolean) => {
    if (inner.type === 'text') addWords(lines.at(-1)!, inner.value ?? '', bold, italic)
    else if (inner.type === 'tab') addWords(lines.at(-1)!, ' ', bold, italic)
    else if (inner.type === 'break') lines.push(emptyLine())
    else if (inner.type === 'run')
      for (const part of inner.children ?? []) visit(part, isBoldStyle || inner.isBold === true, inner.isItalic === true)
    else for (const part of inner.children ?? []) visit(part, bold, italic)
  }
  for (const inner of node.children ?? []) visit(inner, isBoldStyle, false)
  return lines
}

function emptyLine(): Line {
  return { text: '', boldLength: 0, isOpen: true, letters: 0, bold: 0, italic: 0 }
}

function addWords(line: Line, words: string, bold: boolean, italic: boolean): void {
  line.text += words
  const letters = words.trim().length
  if (letters === 0) return
  line.letters += letters
  if (bold) line.bold += letters
  if (italic) line.italic += letters
  if (bold && line.isOpen) line.boldLength = cleanLine(line.text).length
  else line.isOpen = false
}

function draftLine(line: Line): DraftLine {
  return { text: cleanLine(line.text), glued: false, boldLength: line.boldLength, place: null }
}

function tableOf(node: Node, boldStyles: Set<string>): DraftTable {
  const open: number[] = []
  const rows = (node.children ?? []).filter((row) => row.type === 'tableRow')
  let columnCount = 0
  const drafts = rows.map((row) => {
    const cells: DraftCell[] = []
    let column = 0
    const skip = () => {
      while ((open[column] ?? 0) > 0) column++
    }
    for (const cell of row.children ?? []) {
      skip()
      const colSpan = cell.colSpan ?? 1
      const rowSpan = cell.rowSpan ?? 1
      cells.push(cellOf(cell, column, colSpan, rowSpan, boldStyles))
      for (let i = column; i < column + colSpan; i++) open[i] = rowSpan
      column += colSpan
    }
    skip()
    columnCount = Math.max(columnCount, column)
    for (let i = 0; i < open.length; i++) open[i] = Math.max(0, (open[i] ?? 0) - 1)
    return { cells, isHead: row.isHeader === true, page: null }
  })
  return { kind: 'table', rows: drafts.filter((row) => row.cells.length > 0), columnCount, edges: null }
}

function cellOf(node: Node, column: number, colSpan: number, rowSpan: number, boldStyles: Set<string>): DraftCell {
  const lines = (node.children ?? []).flatMap((inner) => linesIn(inner, boldStyles)).filter((line) => cleanLine(line.text) !== '')
  const letters = lines.reduce((sum, line) => sum + line.letters, 0)
  const bold = lines.reduce((sum, line) => sum + line.bold, 0)
  return { lines: lines.map(draftLine), column, colSpan, rowSpan, bold: letters ? bold / letters : 0 }
}

/** The lines of everything inside a cell, nested tables included, in document order. */
function linesIn(node: Node, boldStyles: Set<string>): Line[] {
  if (node.type === 'paragraph') return linesOf(node, boldStyles)
  return (node.children ?? []).flatMap((inner) => linesIn(inner, boldStyles))
}
