// A story of a Word file (body, note, header) becomes plain WordprocessingML for mammoth: accepted, numbered, every look written out.

import type { Element } from '@xmldom/xmldom'
import { type Counter, startCounter } from '../numbering.ts'
import { childOf, childrenOf } from '../xml.ts'
import type { Box } from './drawings.ts'
import { gridOf } from './grid.ts'
import { branchOf, holds } from './names.ts'
import { type Lists, placeOf } from './numbers.ts'
import { type Reading, tell, within } from './reading.ts'
import { addText, type Inline, type Piece, readElement, readInline, SILENT } from './runs.ts'
import type { RunLook } from './styles.ts'

/** What a paragraph is; mammoth carries it as the id of its style, with the level of a heading behind. */
export type StoryKind = 'body' | 'note' | 'head' | 'contents' | 'picture'

type Story = {
  kind: StoryKind
  reading: Reading
  lists: Lists
  counter: Counter
  out: string[]
  /** Words of paragraphs whose mark is gone: they stand at the start of the next one. */
  pending: Inline
  sections: Element[]
}

const WRAPPERS: ReadonlySet<string> = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'])
const LOOSE: ReadonlySet<string> = new Set(['m:oMathPara', 'm:oMath', 'w:r', 'w:hyperlink', 'w:fldSimple'])
const BLOCKS: ReadonlySet<string> = new Set(['w:p', 'w:tbl'])

/** Writes a story; `sections` are the properties of its sections in order. */
export function writeStory(root: Element, kind: StoryKind, reading: Reading, lists: Lists): { xml: string; sections: Element[] } {
  const write = () => {
    const counter = startCounter(lists)
    const story: Story = { kind, reading, lists, counter, out: [], pending: nothing(), sections: [] }
    reading.fields = []
    writeBlocks(root, story)
    flush(story)
    return { xml: story.out.join(''), sections: story.sections }
  }
  const { pictures, messages } = { pictures: { ...reading.pictures }, messages: new Map(reading.messages) }
  const placed = [...reading.placed]
  const written = write()
  if (reading.fields.length === 0) return written
  // A field that is never closed would hide all that follows.
  Object.assign(reading, { pictures, messages, placed })
  reading.obeysFields = false
  const again = write()
  reading.obeysFields = true
  return again
}

function nothing(): Inline {
  return { pieces: [], boxes: [] }
}

function writeBlocks(parent: Element, story: Story): void {
  within(story.reading, () => {
    for (const element of childrenOf(parent)) writeBlock(element, story)
  })
}

function writeBlock(element: Element, story: Story): void {
  const { nodeName } = element
  const { reading } = story
  if (nodeName === 'w:p') writeParagraph(element, story)
  else if (nodeName === 'w:tbl') writeTable(element, story)
  else if (nodeName === 'w:sdt') writeControl(element, story)
  else if (WRAPPERS.has(nodeName)) writeBlocks(element, story)
  else if (nodeName === 'mc:AlternateContent') writeBlocks(branchOf(element) ?? element, story)
  else if (nodeName === 'w:sectPr') story.sections.push(element)
  else if (nodeName === 'w:altChunk')
    tell(reading, 'read/unknown-element', { what: { vi: 'tệp chèn (altChunk)', en: 'an inserted file (altChunk)' } })
  else if (!SILENT.has(nodeName)) {
    const isLoose = LOOSE.has(nodeName)
    if (!isLoose) tell(reading, 'read/unknown-element', { what: nodeName })
    if (!isLoose && holds(element, BLOCKS)) writeBlocks(element, story)
    else readElement(element, reading.styles.styleOf(null), reading, story.pending)
    flush(story)
  }
}

function writeControl(control: Element, story: Story): void {
  const part = childOf(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')?.getAttribute('w:val') ?? ''
  const isContents = /^table of contents$/i.test(part)
  if (isContents) story.reading.contentsDepth++
  writeBlocks(childOf(control, 'w:sdtContent') ?? control, story)
  if (isContents) story.reading.contentsDepth--
}

function writeParagraph(paragraph: Element, story: Story): void {
  const { reading } = story
  const { styles } = reading
  const properties = childOf(paragraph, 'w:pPr')
  const style = styles.styleOf(properties)
  const mark = styles.runLook(style, childOf(properties, 'w:rPr'))
  const inline = story.pending
  story.pending = nothing()
  readInline(paragraph, style, reading, inline)
  const section = childOf(properties, 'w:sectPr')
  if (section) story.sections.push(section)
  if (isMarkGone(properties, mark, reading)) {
    story.pending = inline
    return
  }
  const place = placeOf(properties, style, styles, story.lists)
  const label = place ? story.counter(place, mark) : ''
  if (label !== '') inline.pieces.unshift(...labelPieces(label, inline.pieces[0]?.look ?? mark, reading))
  emit(inline, style, properties, story)
}

/** The label looks like the words behind it. */
function labelPieces(label: string, look: RunLook, reading: Reading): Piece[] {
  const own = nothing()
  const fields = reading.fields
  reading.fields = []
  addText(label, { ...look, caps: false, hidden: false }, reading, own)
  reading.fields = fields
  return own.pieces
}

/** Deleted, moved away or hidden, or the mark of an initial set apart: the next paragraph goes on in the same line. */
function isMarkGone(properties: Element | null, mark: RunLook, reading: Reading): boolean {
  if (mark.hidden || /^(?:drop|margin)$/.test(childOf(properties, 'w:framePr')?.getAttribute('w:dropCap') ?? '')) return true
  const own = childOf(properties, 'w:rPr')
  const isRevised = childOf(own, 'w:del') !== null || childOf(own, 'w:moveFrom') !== null
  if (isRevised) tell(reading, 'read/changes-accepted')
  return isRevised
}

function flush(story: Story): void {
  const inline = story.pending
  if (inline.pieces.length === 0 && inline.boxes.length === 0) return
  story.pending = nothing()
  emit(inline, story.reading.styles.styleOf(null), null, story)
}

function emit({ pieces, boxes }: Inline, style: string, properties: Element | null, story: Story): void {
  const { styles } = story.reading
  const { align, level } = styles.paragraphLook(style, properties)
  const kind = story.kind === 'body' && isContents(pieces, styles.nameOf(style)) ? 'contents' : story.kind
  if (kind === 'contents') tell(story.reading, 'read/ignored', { what: { vi: 'mục lục', en: 'the table of contents' } })
  const jc = align === null ? '' : `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>`
  const name = kind === 'body' && level === null ? '' : `<w:pStyle w:val="${kind}${level ?? ''}"/>`
  story.out.push(`<w:p><w:pPr>${name}${jc}</w:pPr>${runsXml(pieces)}</w:p>`)
  for (const box of boxes) writeBox(box, story)
}

/** A line of a table of contents: in its field or block, or of its style with a page number at the end. */
function isContents(pieces: readonly Piece[], styleName: string): boolean {
  const words = pieces.filter(({ hasWords }) => hasWords)
  if (words.length === 0) return false
  return words.every((piece) => piece.isContents) || (/^toc \d$/i.test(styleName) && /\d\s*<\/w:t>$/.test(words.at(-1)!.xml))
}

function runsXml(pieces: readonly Piece[]): string {
  let xml = ''
  let open = ''
  for (const { look, xml: words } of pieces) {
    const size = look.size === null ? '' : `<w:sz w:val="${Math.round(look.size * 2)}"/>`
    const properties = `<w:rPr>${look.bold ? '<w:b/>' : ''}${look.italic ? '<w:i/>' : ''}${size}</w:rPr>`
    if (properties !== open) xml += `${open === '' ? '' : '</w:r>'}<w:r>${properties}`
    open = properties
    xml += words
  }
  return open === '' ? xml : `${xml}</w:r>`
}

/** A box stands behind the paragraph that it is anchored in, with fields of its own. */
function writeBox(box: Box, story: Story): void {
  const { reading } = story
  if (typeof box === 'number') {
    story.out.push(`<w:p><w:pPr><w:pStyle w:val="picture${box}"/></w:pPr></w:p>`)
    return
  }
  const { fields } = reading
  reading.fields = []
  if (typeof box === 'string') addText(box, reading.styles.runLook(reading.styles.styleOf(null), null), reading, story.pending)
  else writeBlocks(box, story)
  flush(story)
  reading.fields = fields
}

function writeTable(table: Element, story: Story): void {
  flush(story)
  story.out.push('<w:tbl>')
  for (const { before, cells, isHead } of gridOf(table, story.reading)) {
    story.out.push(`<w:tr><w:trPr>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`)
    // A cell without a paragraph keeps the place of columns that the row leaves out.
    if (before > 0) story.out.push(`<w:tc><w:tcPr><w:gridSpan w:val="${before}"/></w:tcPr></w:tc>`)
    for (const { element, span, merge } of cells) {
      story.out.push(`<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merge ? `<w:vMerge w:val="${merge}"/>` : ''}</w:tcPr>`)
      if (merge === 'continue') reportMerged(element, story.reading)
      else writeCell(element, story)
      story.out.push('</w:tc>')
    }
    story.out.push('</w:tr>')
  }
  story.out.push('</w:tbl>')
}

function writeCell(cell: Element, story: Story): void {
  const { length } = story.out
  writeBlocks(cell, story)
  flush(story)
  if (story.out.length === length) story.out.push('<w:p/>')
}

/** Word draws nothing of a cell that is merged with the one above. */
function reportMerged(cell: Element, reading: Reading): void {
  if (/\S/.test(cell.textContent ?? ''))
    tell(reading, 'read/ignored', { what: { vi: 'chữ trong ô bị gộp', en: 'words in a merged cell' } })
}
