// Markdown, as OCR tools and people write it, becomes a draft: headings, paragraphs, lists with their printed marks, tables.
import type { List, Nodes, RootContent } from 'mdast'
import type { Draft, DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { type Message, report } from '../../model/message.ts'
import { isListStart } from '../../text/bullets.ts'
import { cleanLine } from '../../text/clean.ts'
import { foldText } from '../../text/fold.ts'
import { isCapitals, startsLow } from '../../text/words.ts'
import { decodeEntities, htmlTables } from './html-table.ts'
import { inlineRuns, linesOf, parser, type Run, runsOf, withoutTags } from './inline.ts'
import { piecesOf, tidyMarkdown } from './source.ts'
import { htmlTable, joinContinued, tabbedTable, tableOf } from './tables.ts'

type Context = { source: string; blocks: DraftBlock[]; messages: Message[] }

const ENDED = /[.;:!?…]["”’)]*$/u
const BULLETED = /^\s*[•▪➢✓–]\s?/u
const RULE = /^[\s_*\-=.]+$/

/** Reads decoded Markdown. */
export function readMarkdown(source: string, encoding: string): Draft {
  const tidy = tidyMarkdown(source.replace(/\r\n?/g, '\n'))
  const context: Context = { source: '', blocks: [], messages: tidy.messages }
  for (const piece of piecesOf(tidy.source)) {
    context.source = piece
    for (const node of parser.parse(piece).children) readNode(node, '', context)
  }
  return {
    blocks: joinContinued(joinBroken(context.blocks)),
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
      push(runsOf(node), mark, isBody(runsOf(node)) ? null : node.depth, context)
      return
    case 'paragraph': {
      const source = sliceOf(node, context)
      if (source.includes('\t')) readTabbed(source, context)
      else push(withListLines(runsOf(node)), mark, null, context)
      return
    }
    case 'list':
      readList(node, context)
      return
    case 'table':
      context.blocks.push(tableOf(node))
      return
    case 'blockquote':
      for (const child of node.children) readNode(child, mark, context)
      return
    case 'code':
      // Four blanks before a line, or a fence around it: words all the same.
      readTabbed(isFenced(node, context) ? node.value : node.value.replace(/^[ ]+/gm, ''), context)
      return
    case 'html':
      readHtml(node.value, context)
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

// Headings of plans are short; what OCR marks as one and is none has a bullet, or the length and the end of a sentence.
const LONGEST_HEADING = 250
const LONGEST_SENTENCE = 110

function isBody(runs: readonly Run[]): boolean {
  const text = cleanLine(runs.map((run) => run.text).join(''))
  if (/^[-+*•–]\s/u.test(text) || /[;,]$/u.test(text)) return true
  if (isCapitals(text)) return false
  return text.length > LONGEST_HEADING || (text.length > LONGEST_SENTENCE && /[.;]$|[.;]\s+\p{Lu}\p{Ll}/u.test(text))
}

// Decree 30/2020/NĐ-CP, annex I: motto, number, place and date, receivers, powers of a signature.
const FORM_LINE =
  /^(?:cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|số\s*:\s*[\d\s.…_]*\/|\p{L}[\p{L}\s.'-]{1,30},\s*ngày\s.*tháng\s.*năm|(?:kt|tm|tl|tuq|q)\s?\.\s*\p{Lu})/iu
const MOST_FORM_LINES = 8
const LONGEST_FORM_LINE = 70

/** Lines that begin with a bullet or a number are lines of their own where the source has no blank line between them. */
function withListLines(runs: readonly Run[]): Run[] {
  const whole = runs.map((run) => run.text).join('')
  const breaks = new Set<number>()
  const isForm = isFormBlock(whole)
  let isList = isListStart(whole.trimStart()) || BULLETED.test(whole)
  let start = 0
  for (let at = whole.indexOf('\n'); at >= 0; at = whole.indexOf('\n', at + 1)) {
    const next = whole.slice(at + 1, at + 40).trimStart()
    const isEnded = ENDED.test(whole.slice(start, at).trimEnd())
    const isStart = BULLETED.test(next) || isListStart(next)
    if (isForm) breaks.add(at)
    else if (isStart && (isList || isEnded || /^[•+*]/u.test(next))) {
      breaks.add(at)
      isList = true
    }
    start = at + 1
  }
  if (breaks.size === 0) return [...runs]
  let offset = 0
  return runs.map((run) => {
    const text = Array.from({ length: run.text.length }, (_, i) => (breaks.has(offset + i) ? '\u2028' : run.text[i]!)).join('')
    offset += run.text.length
    return { ...run, text }
  })
}

/** A few short lines, one of which only a letterhead or a closing block has: each stands by itself. */
function isFormBlock(words: string): boolean {
  const lines = words.split('\n').map((line) => line.trim())
  return (
    lines.length > 1 &&
    lines.length <= MOST_FORM_LINES &&
    lines.every((line) => line.length <= LONGEST_FORM_LINE) &&
    lines.some((line) => FORM_LINE.test(foldText(line)))
  )
}

function isFenced(node: Nodes, context: Context): boolean {
  return /^\s*(?:`{3,}|~{3,})/.test(sliceOf(node, context).slice(0, 8))
}

function readHtml(html: string, context: Context): void {
  let at = 0
  const readWords = (words: string) => {
    for (const line of withoutTags(words).split('\n'))
      push([{ text: decodeEntities(line), bold: false, italic: false }], '', null, context)
  }
  for (const { start, end } of htmlTables(html)) {
    readWords(html.slice(at, start))
    context.blocks.push(...htmlTable(html.slice(start, end)))
    at = end
  }
  readWords(html.slice(at))
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

function sliceOf(node: Nodes, context: Context): string {
  return context.source.slice(node.position?.start.offset, node.position?.end.offset)
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
