// The elements of an OpenDocument text become blocks.
import type { Element, Node } from '@xmldom/xmldom'
import type { DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { addWords, append, emptyLine, type FlowLine, paragraphOf } from '../flow.ts'
import { childOf, childrenOf } from '../xml.ts'
import { type Counts, countItem, type Lists, OUTLINE, openList, toInt } from './lists.ts'
import type { StyleOf } from './styles.ts'
import { readTable } from './tables.ts'

export type Context = {
  styleOf: StyleOf
  lists: Lists
  furniture: DraftParagraph['furniture']
  /** Notes, which stand behind the text. */
  asides: DraftBlock[]
  ignored: Set<string>
  /** Takes the pictures of the body; null where words stand outside it. */
  placePicture: ((image: Element, area: number) => DraftBlock) | null
}

type ListPlace = { counts: Counts; style: string; level: number }

type Look = { bold: boolean; italic: boolean; isHidden: boolean }

/** A paragraph while it grows, and the text boxes that are anchored in it. */
type Growing = { lines: FlowLine[]; boxes: DraftBlock[] }

const SILENT = new Set(
  'text:tracked-changes text:variable-decls text:sequence-decls text:user-field-decls text:dde-connection-decls text:alphabetical-index-auto-mark-file office:forms office:annotation office:annotation-end text:note-citation text:hidden-text text:hidden-paragraph text:ruby-text text:page-number text:page-count svg:title svg:desc office:event-listeners text:soft-page-break'.split(
    ' ',
  ),
)
const DRAWN = new Set(['draw:image', 'draw:object', 'draw:object-ole', 'draw:plugin', 'draw:applet', 'draw:floating-frame'])
const OBJECTS = new Set(['draw:object', 'draw:object-ole', 'draw:plugin', 'draw:applet'])
const MOST_BLANKS = 1000

export function readBlocks(parent: Element, context: Context): DraftBlock[] {
  const blocks: DraftBlock[] = []
  for (const element of childrenOf(parent)) append(blocks, readBlock(element, context))
  return blocks
}

function readBlock(element: Element, context: Context): DraftBlock[] {
  const name = element.nodeName
  if (SILENT.has(name) || element.getAttribute('text:display') === 'none') return []
  if (name === 'text:p') return readParagraph(element, '', context)
  if (name === 'text:h') return readParagraph(element, headingLabel(element, context), context)
  if (name === 'text:list') return readList(element, null, context)
  if (name === 'table:table') return readTable(element, (cell) => readBlocks(cell, context))
  if (name === 'draw:frame') return readFrame(element, context)
  if (DRAWN.has(name)) context.ignored.add(name)
  return readBlocks(element, context)
}

/** The image in the frame of an embedded object only shows what that holds. */
function readFrame(frame: Element, context: Context): DraftBlock[] {
  const image = childOf(frame, 'draw:image')
  const isPicture =
    image &&
    (image.hasAttribute('xlink:href') || childrenOf(image).length > 0) &&
    context.placePicture &&
    !childrenOf(frame).some(({ nodeName }) => OBJECTS.has(nodeName))
  if (!isPicture) return readBlocks(frame, context)
  const area = pointsOf(frame.getAttribute('svg:width')) * pointsOf(frame.getAttribute('svg:height'))
  return [context.placePicture!(image, area)]
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 7.2 / 2.54, pc: 12, px: 0.75 }

function pointsOf(length: string | null): number {
  const [, number = '0', unit = 'pt'] = /^([\d.]+)(pt|in|cm|mm|pc|px)$/.exec(length ?? '') ?? []
  return (Number.parseFloat(number) || 0) * UNITS[unit]!
}

/** The number of a heading that stands in no list. */
function headingLabel(element: Element, { lists }: Context): string {
  const level = toInt(element.getAttribute('text:outline-level')) ?? 1
  if (level > 10 || element.getAttribute('text:is-list-header') === 'true') return ''
  return countItem(lists.outline, level, OUTLINE, null, lists)
}

function readList(list: Element, outer: ListPlace | null, context: Context): DraftBlock[] {
  const style = list.getAttribute('text:style-name') ?? outer?.style ?? styleInside(list, context)
  const counts = outer?.counts ?? openList(list, style, context.lists)
  const place: ListPlace = { counts, style, level: (outer?.level ?? 0) + 1 }
  return childrenOf(list).flatMap((item) => readItem(item, place, context))
}

/** A list may leave its style to the style of its paragraphs. */
function styleInside(list: Element, { styleOf }: Context): string {
  const item = childrenOf(list)[0]
  const paragraph = item && childrenOf(item)[0]
  return (paragraph && styleOf('paragraph', paragraph.getAttribute('text:style-name')).listStyle) ?? ''
}

/** The first paragraph of an item has its label; an item that begins with a list only leads to that one. */
function readItem(item: Element, place: ListPlace, context: Context): DraftBlock[] {
  let isOpen = item.nodeName === 'text:list-item'
  return childrenOf(item).flatMap((element) => {
    if (element.nodeName === 'text:list') {
      isOpen = false
      return readList(element, place, context)
    }
    if (element.nodeName !== 'text:p' && element.nodeName !== 'text:h') return readBlock(element, context)
    const label = isOpen
      ? countItem(place.counts, place.level, place.style, item.getAttribute('text:start-value'), context.lists)
      : ''
    isOpen = false
    return readParagraph(element, label, context)
  })
}

function readParagraph(element: Element, label: string, context: Context): DraftBlock[] {
  const style = context.styleOf('paragraph', element.getAttribute('text:style-name'))
  const look = { bold: style.bold ?? false, italic: style.italic ?? false, isHidden: style.isHidden ?? false }
  const growing: Growing = { lines: [emptyLine()], boxes: [] }
  if (label !== '') addWords(growing.lines[0]!, `${label} `, firstIsBold(element, look, context), look.italic)
  readWords(element, look, growing, context)
  const level =
    element.nodeName === 'text:h' && style.isHeading !== false ? (toInt(element.getAttribute('text:outline-level')) ?? 1) : null
  const place = { align: style.align ?? null, level, furniture: context.furniture }
  const paragraphs: DraftBlock[] = growing.lines
    .filter((line) => line.letters > 0 || growing.lines.length === 1)
    .map((line) => paragraphOf(line, place))
  return paragraphs.concat(growing.boxes)
}

/** A label looks like the words behind it. */
function firstIsBold(element: Element, look: Look, { styleOf }: Context): boolean {
  let bold = look.bold
  for (let node: Node | null = element.firstChild; node; ) {
    if (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '') return bold
    if (node.nodeName === 'text:span' && node.textContent?.trim()) {
      bold = styleOf('text', (node as Element).getAttribute('text:style-name')).bold ?? bold
      node = node.firstChild
    } else node = node.nextSibling
  }
  return bold
}

function readWords(parent: Element, look: Look, growing: Growing, context: Context): void {
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 || node.nodeType === 4) {
      if (!look.isHidden) addWords(growing.lines.at(-1)!, (node.nodeValue ?? '').replace(/\s+/g, ' '), look.bold, look.italic)
    } else if (node.nodeType === 1) readInline(node as Element, look, growing, context)
  }
}

function readInline(element: Element, look: Look, growing: Growing, context: Context): void {
  const name = element.nodeName
  if (SILENT.has(name)) return
  const line = growing.lines.at(-1)!
  if (name === 'text:s') {
    const count = Math.min(toInt(element.getAttribute('text:c')) ?? 1, MOST_BLANKS)
    addWords(line, ' '.repeat(Math.max(0, count)), look.bold, look.italic)
  } else if (name === 'text:tab') addWords(line, '\t', look.bold, look.italic)
  else if (name === 'text:line-break') growing.lines.push(emptyLine())
  else if (name === 'text:note') readNote(element, context)
  else if (name === 'text:span') {
    const own = context.styleOf('text', element.getAttribute('text:style-name'))
    const inner = {
      bold: own.bold ?? look.bold,
      italic: own.italic ?? look.italic,
      isHidden: own.isHidden ?? look.isHidden,
    }
    readWords(element, inner, growing, context)
  } else if (name.startsWith('draw:')) {
    if (DRAWN.has(name)) context.ignored.add(name)
    if (!look.isHidden) append(growing.boxes, name === 'draw:frame' ? readFrame(element, context) : readBlocks(element, context))
  } else readWords(element, look, growing, context)
}

function readNote(note: Element, context: Context): void {
  const body = childOf(note, 'text:note-body')
  if (body) append(context.asides, readBlocks(body, { ...context, furniture: 'note', placePicture: null }))
}
