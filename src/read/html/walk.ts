// The tree of a web page becomes blocks: what is shown, in the order in which it is shown.
import type { DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { isListStart } from '../../text/bullets.ts'
import {
  addWords,
  append,
  bulletMark,
  emptyLine,
  type FlowCell,
  type FlowLine,
  paragraphOf,
  placeCells,
  tableBlocks,
} from '../flow.ts'
import { type ListState, markOf, nextNumber, openList } from './lists.ts'
import { alignOf, readStyle, readStyleSheet, type Style, type StyleSheet } from './look.ts'
import { attribute, type HtmlDocument, type HtmlElement, type HtmlNode } from './parse.ts'

/** What an element hands down to its content. */
type Setting = {
  bold: boolean
  italic: boolean
  align: DraftParagraph['look']['align']
  isPre: boolean
  isSymbol: boolean
  level: number | null
  furniture: DraftParagraph['furniture']
  lists: readonly ListState[]
}

type Flow = { blocks: DraftBlock[]; lines: FlowLine[]; setting: Setting; mark: string }

type Context = { sheet: StyleSheet; ignored: Set<string> /** The last list at each depth. */; lists: ListState[] }

const SILENT = new Set(['head', 'script', 'style', 'title', 'template', 'xml', 'del', 'noframes', 'sdfield'])
const IGNORED = new Set([
  'img',
  'svg',
  'object',
  'embed',
  'iframe',
  'audio',
  'video',
  'canvas',
  'applet',
  'input',
  'select',
  'textarea',
  'button',
])
const BLOCKS = new Set(
  'html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption blockquote center pre figure figcaption section article main header footer nav aside address form fieldset hr tr td th tbody thead tfoot'.split(
    ' ',
  ),
)
const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th'])
const ITALIC = new Set(['i', 'em', 'cite', 'var', 'dfn', 'address'])
const START: Setting = {
  bold: false, italic: false, align: null, isPre: false, isSymbol: false, level: null, furniture: null, lists: [],
} // biome-ignore format: fields side by side

export function readBody(document: HtmlDocument): { blocks: DraftBlock[]; ignored: string[] } {
  const context: Context = { sheet: readStyleSheet(stylesIn(document.childNodes)), ignored: new Set(), lists: [] }
  const flow = newFlow(START)
  readNodes(document.childNodes, START, flow, context)
  flush(flow)
  return { blocks: flow.blocks, ignored: [...context.ignored] }
}

/** Style sheets stand in the head, and in Word's pages and in pieces of pages anywhere on top. */
function stylesIn(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (!('tagName' in node)) return ''
      if (node.tagName === 'style') return node.childNodes.map((text) => ('value' in text ? text.value : '')).join('')
      return node.tagName === 'html' || node.tagName === 'head' || node.tagName === 'body' ? stylesIn(node.childNodes) : ''
    })
    .join('\n')
}

function newFlow(setting: Setting): Flow {
  return { blocks: [], lines: [emptyLine()], setting, mark: '' }
}

function readNodes(nodes: readonly HtmlNode[], setting: Setting, flow: Flow, context: Context): void {
  for (const [i, node] of nodes.entries()) {
    if ('value' in node) addText(isFloating(nodes[i - 1]) ? node.value.replace(/^\r?\n/, '') : node.value, setting, flow)
    else if ('tagName' in node) readElement(node, setting, flow, context)
  }
}

/** LibreOffice ends the line of its source behind a drawing, also one that is anchored inside a word. */
function isFloating(node: HtmlNode | undefined): boolean {
  return node !== undefined && 'tagName' in node && node.tagName === 'img' && attribute(node, 'align') !== undefined
}

function addText(text: string, setting: Setting, flow: Flow): void {
  const pieces = setting.isPre ? text.split(/\r?\n/) : [text]
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) flow.lines.push(emptyLine())
    if (piece.trim() !== '' && flow.mark !== '') {
      const isTyped = flow.mark.length < 3 && isListStart(piece.trim())
      if (!isTyped) addWords(flow.lines.at(-1)!, `${flow.mark} `, setting.bold, setting.italic)
      flow.mark = ''
    }
    addWords(flow.lines.at(-1)!, setting.isSymbol ? signsOf(piece) : piece, setting.bold, setting.italic)
  }
}

/** Letters of a symbol font are drawn signs; of those that documents need, the bullet is one. */
function signsOf(text: string): string {
  return text.trim().length === 1 ? bulletMark(text.trim(), true) : text
}

function readElement(element: HtmlElement, outer: Setting, flow: Flow, context: Context): void {
  const name = element.tagName
  if (IGNORED.has(name)) context.ignored.add(name)
  if (SILENT.has(name) || IGNORED.has(name)) return
  const style = styleOf(element, context.sheet)
  if (style.isHidden || attribute(element, 'hidden') !== undefined || style.part === 'comment-list') return
  if (name === 'br') {
    flow.lines.push(emptyLine())
    return
  }
  const setting = settingOf(element, style, outer)
  if (style.isMark) {
    readMark(element, setting, flow, context)
    return
  }
  if (!BLOCKS.has(name)) {
    readNodes(element.childNodes, setting, flow, context)
    return
  }
  flush(flow)
  const before = flow.setting
  flow.setting = setting
  if (name === 'table') append(flow.blocks, readTable(element, setting, context))
  else if (name === 'ul' || name === 'ol') readList(element, style, setting, flow, context)
  else if (name === 'li') readItem(element, style, setting, flow, context)
  else readNodes(element.childNodes, setting, flow, context)
  // An empty paragraph parts two tables.
  if (name === 'p' && flow.lines.every((line) => line.letters === 0)) flow.blocks.push(paragraphOf(emptyLine(), setting))
  flush(flow)
  flow.setting = before
}

function styleOf(element: HtmlElement, sheet: StyleSheet): Style {
  const own = attribute(element, 'style')
  const names = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/).slice(0, 20)
  const rules = [element.tagName, ...names.map((name) => `.${name}`), ...names.map((name) => `${element.tagName}.${name}`)]
  return Object.assign({}, ...rules.map((rule) => sheet.get(rule)), own === undefined ? null : readStyle(own)) as Style
}

function settingOf(element: HtmlElement, style: Style, outer: Setting): Setting {
  const name = element.tagName
  const level = /^h([1-6])$/.exec(name)?.[1]
  const font = name === 'font' ? /^(?:symbol|wingdings|webdings)/i.test(attribute(element, 'face') ?? '') : null
  const align =
    name === 'center' || name === 'th' || name === 'caption' ? 'center' : alignOf(attribute(element, 'align')?.toLowerCase())
  return {
    bold: style.bold ?? (BOLD.has(name) || outer.bold),
    italic: style.italic ?? (ITALIC.has(name) || outer.italic),
    // The align of a table says where the table stands.
    align: style.align ?? (name === 'table' ? null : (align ?? outer.align)),
    isPre: style.isPre ?? (name === 'pre' || outer.isPre),
    isSymbol: style.isSymbol ?? font ?? outer.isSymbol,
    level: level ? Number(level) : outer.level,
    furniture: furnitureOf(element, style) ?? outer.furniture,
    lists: outer.lists,
  }
}

/** Word and LibreOffice write the notes and running heads of the printed page into the body. */
function furnitureOf(element: HtmlElement, style: Style): Setting['furniture'] {
  if (element.tagName !== 'div') return null
  if (/^(?:foot|end)note(?:-list)?$/.test(style.part ?? '') || /^sd(?:foot|end)note\d/.test(attribute(element, 'id') ?? ''))
    return 'note'
  const title = attribute(element, 'title')
  return style.part === 'header' || style.part === 'footer' || title === 'header' || title === 'footer' ? 'running-head' : null
}

/** The number or bullet that Word wrote before the words of a list item. */
function readMark(element: HtmlElement, setting: Setting, flow: Flow, context: Context): void {
  const inner = newFlow(setting)
  readNodes(element.childNodes, setting, inner, context)
  const sign = inner.lines
    .map((line) => line.text)
    .join('')
    .trim()
  if (sign === '') return
  const mark =
    /^[\p{L}\p{N}]/u.test(sign) && (sign.length > 1 || !/^[ovqØüw§]$/u.test(sign)) ? sign : bulletMark(sign, setting.isSymbol)
  addWords(flow.lines.at(-1)!, `${mark} `, setting.bold, setting.italic)
}

function readList(element: HtmlElement, style: Style, setting: Setting, flow: Flow, context: Context): void {
  const depth = setting.lists.length
  const before = context.lists[depth]
  const state = openList(element, style, depth)
  // LibreOffice cuts a list in two where a paragraph stands between; the rest begins inside an item that it no longer has.
  if (before?.type === state.type && startsInside(element)) state.next = before.next
  context.lists[depth] = state
  readNodes(element.childNodes, { ...setting, lists: [...setting.lists, state] }, flow, context)
}

function startsInside(list: HtmlElement): boolean {
  const first = list.childNodes.find((node) => 'tagName' in node)
  return attribute(list, 'start') === undefined && first !== undefined && 'tagName' in first && /^[ou]l$/.test(first.tagName)
}

function readItem(element: HtmlElement, style: Style, setting: Setting, flow: Flow, context: Context): void {
  const list = setting.lists.at(-1)
  if (list) {
    const number = nextNumber(list, attribute(element, 'value'))
    // An item that holds only another list shows its mark beside the first item of that one.
    const mark = markOf(style.list ?? attribute(element, 'type') ?? list.type, number)
    flow.mark = [flow.mark, mark].filter(Boolean).join(' ')
  }
  readNodes(element.childNodes, setting, flow, context)
  flush(flow)
  flow.mark = ''
}

/** The lines since the last block become paragraphs. */
function flush(flow: Flow): void {
  for (const line of flow.lines) if (line.letters > 0) flow.blocks.push(paragraphOf(line, flow.setting))
  flow.lines = [emptyLine()]
}

function readTable(table: HtmlElement, setting: Setting, context: Context): DraftBlock[] {
  const before: DraftBlock[] = []
  const rows: { cells: Omit<FlowCell, 'column'>[]; isHead: boolean }[] = []
  const inner = { ...setting, level: null, lists: [] }
  const visit = (element: HtmlElement, outer: Setting, inHead: boolean) => {
    for (const node of element.childNodes) {
      if (!('tagName' in node)) continue
      const style = styleOf(node, context.sheet)
      if (style.isHidden || SILENT.has(node.tagName)) continue
      const own = settingOf(node, style, outer)
      if (node.tagName === 'tr') rows.push(readRow(node, own, inHead, context))
      else if (node.tagName === 'thead' || node.tagName === 'tbody' || node.tagName === 'tfoot')
        visit(node, own, node.tagName === 'thead')
      else {
        const flow = newFlow(own)
        readNodes([node], outer, flow, context)
        flush(flow)
        append(before, flow.blocks)
      }
    }
  }
  visit(table, inner, false)
  return [...before, ...tableBlocks(placeCells(rows))]
}

function readRow(row: HtmlElement, setting: Setting, inHead: boolean, context: Context) {
  const cells: Omit<FlowCell, 'column'>[] = []
  let heads = 0
  for (const node of row.childNodes) {
    if (!('tagName' in node) || (node.tagName !== 'td' && node.tagName !== 'th')) continue
    const style = styleOf(node, context.sheet)
    if (style.isHidden) continue
    if (node.tagName === 'th') heads++
    const own = settingOf(node, style, setting)
    const flow = newFlow(own)
    readNodes(node.childNodes, own, flow, context)
    flush(flow)
    const span = (name: string) => Number.parseInt(attribute(node, name) ?? '', 10)
    // A row span of 0 goes on to the end of the table.
    const rowSpan = span('rowspan') === 0 ? Number.MAX_SAFE_INTEGER : span('rowspan') || 1
    cells.push({ blocks: flow.blocks, colSpan: span('colspan') || 1, rowSpan })
  }
  return { cells, isHead: inHead || (heads > 0 && heads === cells.length) }
}
