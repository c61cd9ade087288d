// A draft becomes a document: one canonical text, paragraphs parted by an empty line, a table a row a line, furniture behind the body.
import type { Block, Cell, Document, Furniture, Line, Paragraph, Row } from '../model/document.ts'
import type { Draft, DraftBlock, DraftLine, DraftParagraph, DraftTable } from '../model/draft.ts'

const FURNITURE_HEADS: Readonly<Record<Furniture['kind'], string>> = {
  note: '[Chú thích]',
  'running-head': '[Đầu trang, chân trang]',
  stamp: '[Dấu chữ ký số]',
}

// Half of a sign of two code units, which damaged files hold: no program could write the text as UTF-8.
const HALF_SIGN = /\p{Cs}/gu

type Writer = { parts: string[]; length: number; lines: Line[] }

/** Writes the canonical text and the places of everything in it. */
export function composeDocument(draft: Draft): Document {
  const writer: Writer = { parts: [], length: 0, lines: [] }
  const blocks: Block[] = []
  for (const block of draft.blocks) {
    if (isFurniture(block) || isBlank(block)) continue
    part(writer)
    blocks.push(block.kind === 'paragraph' ? writeParagraph(block, writer) : writeTable(block, writer))
  }
  const furniture = writeFurniture(draft.blocks, writer)
  return { ...draft, text: writer.parts.join('').replace(HALF_SIGN, '\uFFFD'), blocks, furniture, lines: writer.lines }
}

function isFurniture(block: DraftBlock): block is DraftParagraph & { furniture: Furniture['kind'] } {
  return block.kind === 'paragraph' && block.furniture !== null
}

// Lines drawn with letters, under a letterhead or between parts: ornament, not words.
const ORNAMENT = /^[\s_\-–—=*.~─]*$/u

function isBlank(block: DraftBlock): boolean {
  if (block.kind === 'paragraph') return block.lines.every((line) => ORNAMENT.test(line.text))
  return block.rows.every((row) => row.cells.every((cell) => cell.lines.every((line) => line.text === '')))
}

function writeFurniture(blocks: readonly DraftBlock[], writer: Writer): Furniture[] {
  const written: Furniture[] = []
  for (const kind of Object.keys(FURNITURE_HEADS) as Furniture['kind'][]) {
    const own = blocks.filter(isFurniture).filter((block) => block.furniture === kind && !isBlank(block))
    const seen = new Set<string>()
    for (const block of own) {
      const words = block.lines.map((line) => line.text).join(' ')
      if (seen.has(words)) continue
      part(writer)
      if (seen.size === 0) {
        write(writer, FURNITURE_HEADS[kind])
        part(writer)
      }
      seen.add(words)
      written.push({ kind, page: block.page, ...writeLines(block.lines, writer) })
    }
  }
  return written
}

function writeParagraph(block: DraftParagraph, writer: Writer): Paragraph {
  let boldEnd: number | null = null
  let isOpen = true
  const range = writeLines(block.lines, writer, (line, start) => {
    if (isOpen && line.boldLength > 0) boldEnd = start + line.boldLength
    isOpen &&= line.boldLength >= line.text.length
  })
  const { look, level, column, page } = block
  return { kind: 'paragraph', ...range, look, level, column, page, boldEnd: isOpen ? null : boldEnd }
}

function writeTable(block: DraftTable, writer: Writer) {
  const start = writer.length
  const rows: Row[] = block.rows.map((row, i) => {
    if (i > 0) write(writer, '\n')
    const rowStart = writer.length
    const cells = row.cells.map((cell, j): Cell => {
      if (j > 0) write(writer, '\t')
      const { column, colSpan, rowSpan, bold } = cell
      return { ...writeLines(cell.lines, writer), column, colSpan, rowSpan, bold }
    })
    return { start: rowStart, end: writer.length, cells, isHead: row.isHead, page: row.page }
  })
  const pages = [...new Set(block.rows.flatMap((row) => (row.page === null ? [] : [row.page])))]
  return { kind: 'table' as const, start, end: writer.length, rows, columnCount: block.columnCount, pages }
}

function writeLines(lines: readonly DraftLine[], writer: Writer, visit?: (line: DraftLine, start: number) => void) {
  const start = writer.length
  let before: DraftLine | null = null
  for (const line of lines) {
    if (line.text === '') continue
    if (before && !line.glued && !endsInHyphen(before.text)) write(writer, ' ')
    const lineStart = writer.length
    visit?.(line, lineStart)
    write(writer, line.text)
    if (line.place) {
      const { page, top, bottom, lefts, rights, confidences, view } = line.place
      writer.lines.push({
        start: lineStart,
        end: writer.length,
        page,
        top,
        bottom,
        lefts: new Float32Array(lefts),
        rights: new Float32Array(rights),
        confidences: confidences && new Float32Array(confidences),
        view,
      })
    }
    before = line
  }
  return { start, end: writer.length }
}

/** A line that breaks inside “766/QĐ-TTg” or “Xanh-Sạch”: no blank was printed there. A dash behind a blank joins words of a list. */
function endsInHyphen(text: string): boolean {
  return /[\p{L}\p{N}]-$/u.test(text)
}

function part(writer: Writer): void {
  if (writer.length > 0) write(writer, '\n\n')
}

function write(writer: Writer, text: string): void {
  writer.parts.push(text)
  writer.length += text.length
}
