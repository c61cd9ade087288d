// Markdown, as OCR tools and people write it, becomes a draft: headings, paragraphs, lists with their printed marks, tables.
import type { List, Nodes, Parents, PhrasingContent, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Draft, DraftBlock, DraftCell, DraftLine, DraftParagraph, DraftTable } from '../model/draft.ts'
import { type Message, report } from '../model/message.ts'
import { isListStart } from '../text/bullets.ts'
import { cleanLine } from '../text/clean.ts'
import { startsLow } from '../text/words.ts'

type Run = { text: string; bold: boolean; italic: boolean }

type Context = { source: string; blocks: DraftBlock[]; messages: Message[] }

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })

// What OCR tools leave of formulas: `$\geq 96$` is ≥ 96.
const SIGNS: Readonly<Record<string, string>> = {
  geq: '≥', ge: '≥', geqslant: '≥', leq: '≤', le: '≤', leqslant: '≤', times: '×', pm: '±', approx: '≈', rightarrow: '→', to: '→',
  cdot: '·', ldots: '…', dots: '…', circ: '°', permil: '‰', text: '', mathrm: '', mathbf: '', quad: ' ',
} // biome-ignore format: signs side by side
const ENDED = /[.;:!?…]["”’)]*$/u
const RULE = /^[\s_*\-=.]+$/

/** Reads decoded Markdown. */
export function readMarkdown(source: string, encoding: string): Draft {
  const context: Context = { source: source.replace(/\r\n?/g, '\n'), blocks: [], messages: [] }
  const root = parser.parse(context.source)
  for (const node of root.children) readNode(node, '', context)
  return {
    blocks: joinBroken(context.blocks),
    pages: [],
    mediaType: 'text/markdown',
    textOrigin: 'plain',
    encoding,
    signatures: [],
    engines: {},
    messages: context.messages,
  }
}

function readNode(node: RootContent, mark: string, context: Context): void {
  switch (node.type) {
    case 'heading':
      push(runsOf(node), mark, node.depth, context)
      return
    case 'paragraph': {
      const source = sliceOf(node, context)
      if (source.includes('\t')) readTabbed(source, context)
      else push(runsOf(node), mark, null, context)
      return
    }
    case 'list':
      readList(node, context)
      return
    case 'table':
      context.blocks.push(tableOf(node))
      return
    case 'blockquote':
      // "> 95%" at the start of a line is a quotation to Markdown and a comparator to the author.
      for (const [i, child] of node.children.entries()) {
        readNode(child, i === 0 && /^>\s*\d/.test(sliceOf(node, context)) ? `${mark}> ` : mark, context)
      }
      return
    case 'code':
      readTabbed(
        context.source.slice(lineStart(node.position?.start.offset ?? 0, context.source), node.position?.end.offset),
        context,
      )
      return
    case 'html':
      for (const line of withoutTags(node.value).split('\n'))
        push([{ text: line, bold: false, italic: false }], '', null, context)
      return
    case 'footnoteDefinition':
      for (const child of node.children) {
        readNode(child, '', context)
        const last = context.blocks.at(-1)
        if (last?.kind === 'paragraph') last.furniture = 'note'
      }
      return
    case 'thematicBreak':
    case 'definition':
      return
    default:
      context.messages.push(report('read/unknown-element', null, { what: node.type }))
  }
}

/** List items keep the mark that is printed: “-”, “1.”, “a)”. */
function readList(list: List, context: Context): void {
  for (const item of list.children) {
    const start = item.position?.start.offset ?? 0
    const first = item.children[0]
    const printed = cleanLine(context.source.slice(start, first?.position?.start.offset ?? item.position?.end.offset))
    const mark = printed.replace(/^([*+])(?=\s|$)/, '-').replace(/\[[ x]\]\s*$/i, '')
    if (!first) push([{ text: mark, bold: false, italic: false }], '', null, context)
    for (const [i, child] of item.children.entries()) readNode(child, i === 0 ? `${mark} ` : '', context)
  }
}

function readTabbed(source: string, context: Context): void {
  let rows: string[] = []
  const flush = () => {
    if (rows.length > 0) context.blocks.push(tabbedTable(rows))
    rows = []
  }
  for (const line of source.split('\n')) {
    if (line.includes('\t') && line.trim() !== '') rows.push(line)
    else {
      flush()
      push(inlineRuns(line), '', null, context)
    }
  }
  flush()
}

function tabbedTable(lines: readonly string[]): DraftTable {
  const rows = lines.map((line) => line.split('\t'))
  return {
    kind: 'table',
    columnCount: Math.max(...rows.map((row) => row.length)),
    edges: null,
    rows: rows.map((row) => ({ isHead: false, page: null, cells: row.map((cell, column) => cellOf(inlineRuns(cell), column)) })),
  }
}

function tableOf(table: Table): DraftTable {
  return {
    kind: 'table',
    columnCount: Math.max(...table.children.map((row) => row.children.length)),
    edges: null,
    rows: table.children.map((row, i) => ({
      isHead: i === 0,
      page: null,
      cells: row.children.map((cell, column) =>
        cellOf(
          cell.children.flatMap((child) => inline(child, false, false)),
          column,
        ),
      ),
    })),
  }
}

function cellOf(runs: readonly Run[], column: number): DraftCell {
  const letters = runs.reduce((sum, run) => sum + run.text.trim().length, 0)
  const bold = runs.reduce((sum, run) => sum + (run.bold ? run.text.trim().length : 0), 0)
  return { lines: linesOf(runs), column, colSpan: 1, rowSpan: 1, bold: letters ? bold / letters : 0 }
}

function push(runs: readonly Run[], mark: string, level: number | null, context: Context): void {
  const lines = linesOf(mark ? [{ text: mark, bold: runs[0]?.bold ?? false, italic: false }, ...runs] : runs)
  const filled = lines.filter((line) => line.text !== '' && !RULE.test(line.text))
  if (filled.length === 0) return
  const letters = runs.reduce((sum, run) => sum + run.text.trim().length, 0)
  const share = (is: (run: Run) => boolean) =>
    runs.reduce((sum, run) => sum + (is(run) ? run.text.trim().length : 0), 0) / Math.max(1, letters)
  const look = {
    bold: level === null ? share((run) => run.bold) : 1,
    italic: share((run) => run.italic),
    size: null,
    align: null,
  }
  // A hard break parts what stands on lines of its own: the lines of a letterhead, the entries of a list.
  for (const line of filled)
    context.blocks.push({ kind: 'paragraph', lines: [line], look, level, column: null, page: null, furniture: null })
}

/** Lines of clean text; a hard break ends a line. */
function linesOf(runs: readonly Run[]): DraftLine[] {
  const lines: { text: string; boldLength: number; isOpen: boolean }[] = [{ text: '', boldLength: 0, isOpen: true }]
  for (const run of runs) {
    run.text.split('\u2028').forEach((piece, i) => {
      if (i > 0) lines.push({ text: '', boldLength: 0, isOpen: true })
      const line = lines.at(-1)!
      line.text = cleanLine(`${line.text}${joint(line.text, piece)}`) + (/\s$/.test(piece) ? ' ' : '')
      if (piece.trim() === '') return
      if (run.bold && line.isOpen) line.boldLength = line.text.trimEnd().length
      else line.isOpen = false
    })
  }
  return lines.map(({ text, boldLength }) => ({
    text: text.trim(),
    glued: false,
    boldLength: Math.min(boldLength, text.trim().length),
    place: null,
  }))
}

function joint(before: string, piece: string): string {
  return before === '' ? piece.trimStart() : piece
}

function runsOf(node: Parents): Run[] {
  return (node.children as PhrasingContent[]).flatMap((child) => inline(child, false, false))
}

function inline(node: Nodes, bold: boolean, italic: boolean): Run[] {
  if (node.type === 'break') return [{ text: '\u2028', bold, italic }]
  if (node.type === 'html') return /^<br\s*\/?>$/i.test(node.value) ? [{ text: '\u2028', bold, italic }] : []
  if (node.type === 'text' || node.type === 'inlineCode') return [{ text: withSigns(node.value), bold, italic }]
  if ('children' in node)
    return node.children.flatMap((child) => inline(child, bold || node.type === 'strong', italic || node.type === 'emphasis'))
  return []
}

/** Inline marks of one table cell, `<b>` included. */
function inlineRuns(source: string): Run[] {
  const isBold = /^\s*<b>.*<\/b>\s*$/i.test(source)
  const root = parser.parse(withoutTags(source).trim())
  const paragraph = root.children[0]
  if (!paragraph || root.children.length > 1 || paragraph.type !== 'paragraph')
    return [{ text: withSigns(withoutTags(source)), bold: isBold, italic: false }]
  return paragraph.children.flatMap((child) => inline(child, isBold, false))
}

function withoutTags(text: string): string {
  return text.replace(/<br\s*\/?>/gi, '\u2028').replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
}

function withSigns(text: string): string {
  return text
    .replace(/\$([^$\n]{1,60})\$/g, (_, formula: string) => formula.replace(/[{}]/g, '').replace(/\\%/g, '%'))
    .replace(/\\([a-zA-Z]+)\s?/g, (whole, name: string) => (name in SIGNS ? `${SIGNS[name]} `.trimStart() : whole))
}

function sliceOf(node: Nodes, context: Context): string {
  return context.source.slice(node.position?.start.offset, node.position?.end.offset)
}

function lineStart(offset: number, source: string): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}

/** A page break cuts a sentence in two paragraphs: the second goes on in lower case. */
function joinBroken(blocks: readonly DraftBlock[]): DraftBlock[] {
  const joined: DraftBlock[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    if (
      isPlain(before) &&
      isPlain(block) &&
      !ENDED.test(lastText(before)) &&
      startsLow(block.lines[0]!.text) &&
      !isListStart(block.lines[0]!.text)
    ) {
      joined[joined.length - 1] = { ...before, lines: [...before.lines, ...block.lines] }
    } else joined.push(block)
  }
  return joined
}

function isPlain(block: DraftBlock | undefined): block is DraftParagraph {
  return block?.kind === 'paragraph' && block.level === null && block.furniture === null
}

function lastText(paragraph: DraftParagraph): string {
  return paragraph.lines.at(-1)!.text
}
