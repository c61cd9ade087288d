// Numbered and headed paragraphs become the tree of sections, with the numbers as printed.
import type { Block, Paragraph } from '../model/document.ts'
import type { Message } from '../model/message.ts'
import type { SectionNode } from '../model/outline.ts'
import { isAnnexTitle, linesOfTitle, titleOfAnnex } from './annexes.ts'
import { headingEnd, trimHeading } from './headings.ts'
import { isFigure, type Mark, readMark } from './marks.ts'
import { type Open, OUTERMOST, oddNumber, openFor } from './nesting.ts'
import { rolesOf } from './roles.ts'

type Found = {
  mark: Mark | null
  paragraph: Paragraph
  index: number
  level: number | null
  /** An annex, with or without the word: it belongs to no section before it. */
  isAnnex: boolean
  /** Lines of the title: those below a mark alone on its line, and those below the first line of an annex without a mark. */
  titleLines: number
}

const SHORT_TITLE = 120

export type Extent = {
  /** Where the text of these blocks ends. */
  end: number
  /** Index of the first block behind the closing block; the number of blocks where none closes. */
  closed: number
  /** Ids given so far in the file. */
  ids: Map<string, number>
}

/** Nests the sections of a document's body. `blocks` are in document order; `text` is the canonical text. */
export function nestSections(
  blocks: readonly Block[],
  text: string,
  { end, closed, ids }: Extent,
): { sections: SectionNode[]; messages: Message[] } {
  const hasLook = tellsLook(blocks)
  const found = findStarts(blocks, text, closed)
  const roots: SectionNode[] = []
  const stack: Open[] = []
  const messages: Message[] = []
  let isClosed = false
  found.forEach((start, i) => {
    const next = found[i + 1]
    const { mark, paragraph } = start
    // What begins anew behind the signatures is in no section of the body.
    if (!isClosed && start.index >= closed && (mark?.value ?? 1) === 1) stack.length = 0
    isClosed = start.index >= closed
    const before = start.isAnnex ? openForAnnex(stack) : mark ? openFor(mark, stack) : openForTitle(start, stack)
    if (before === null) return
    const parent = stack.at(-1) ?? null
    if (mark && !start.isAnnex)
      messages.push(...oddNumber(mark, paragraph, parent?.node ?? null, parent ? parent.node.children : roots, text))
    const hasContent = contentFollows(start, next, blocks)
    const node = nodeOf(start, blocks, text, { hasLook, hasContent }, parent, ids)
    node.own.end = end
    if (parent) parent.node.children.push(node)
    else roots.push(node)
    stack.push({
      node,
      kind: mark?.kind ?? 'title',
      value: mark?.value ?? start.level ?? 1,
      path: mark?.path ?? [],
      roles: node.roles,
    })
  })
  closeRanges(roots, end, text)
  return { sections: roots, messages }
}

/** Paragraphs that start a section: they carry a number, or the source calls them a heading. */
function findStarts(blocks: readonly Block[], text: string, closed: number): Found[] {
  const found: Found[] = []
  let titled = 0
  blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph' || index < titled) return
    const words = text.slice(block.start, block.end)
    const mark = isTableNote(blocks, index, text) ? null : markOf(words, found)
    const isAnnex = mark?.kind === 'annex'
    if (mark && isAnnex && (!isAnnexTitle(words, mark) || (index < closed && FORM.test(words)))) return
    const isAlone = mark !== null && mark.length >= words.length
    const untitled = mark || index < closed ? 0 : titleOfAnnex(blocks, index, text)
    const titleLines = isAlone ? linesOfTitle(blocks, index + 1, text, isMarked) : Math.max(0, untitled - 1)
    titled = index + 1 + titleLines
    const start = { mark, paragraph: block, index, isAnnex: isAnnex || untitled > 0, titleLines }
    if (mark || untitled > 0) found.push({ ...start, level: null })
    else if (isTitle(block, words)) found.push({ ...start, level: block.level })
  })
  return found
}

const MOST_NOTES = 12

/** “Mẫu 01” and “Biểu 2” name annexes behind the signatures; in the body they name tables. */
const FORM = /^(?:mẫu|biểu)(?!\s+mẫu)/iu

const isMarked = (words: string) => readMark(words) !== null && !isFigure(words)

/** “(1) Tính theo …” right below a table that prints “Ước 2023 (1)”. */
function isTableNote(blocks: readonly Block[], index: number, text: string): boolean {
  const sign = (at: number) => {
    const block = blocks[at]
    return block?.kind === 'paragraph' ? (/^\(\d{1,2}\)(?= )/.exec(text.slice(block.start, block.end))?.[0] ?? null) : null
  }
  const own = sign(index)
  if (own === null) return false
  let above = index - 1
  while (index - above < MOST_NOTES && sign(above) !== null) above--
  const table = blocks[above]
  if (table?.kind !== 'table') return false
  const words = text.slice(table.start, table.end)
  const at = words.indexOf(own)
  return at > 0 && /[\p{sc=Latn}\p{N}%] ?$/u.test(words.slice(Math.max(0, at - 3), at))
}

/** A figure is no number of a list, unless it goes on from the one before: “1.Đạt …”, “2.95 % bệnh nhân”. */
function markOf(words: string, found: readonly Found[]): Mark | null {
  const mark = readMark(words)
  if (!mark || !isFigure(words)) return mark
  const before = found.at(-1)?.mark
  return mark.kind === 'arabic' && before?.kind === 'arabic' && before.value + 1 === mark.value ? mark : null
}

/** “ĐƠN VỊ: ………………”: a line of a form that is left to fill in. */
const BLANK_LINE = /…{2,}|\.{4,}|_{4,}/u

/** An unnumbered heading: the source says so, or it is bold capitals that state a role. */
function isTitle(paragraph: Paragraph, words: string): boolean {
  if (words.length > SHORT_TITLE || /^[-+*•(“"]/.test(words) || /[.;,]$/.test(words) || BLANK_LINE.test(words)) return false
  if (paragraph.level !== null) return true
  const isCapital = /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words)
  return isCapital && paragraph.look.bold > 0.9 && rolesOf(words, []).length > 0
}

function openForAnnex(stack: Open[]): true {
  stack.length = 0
  return true
}

/** An unnumbered heading closes what is deeper than its level; headings of one level are siblings. */
function openForTitle(start: Found, stack: Open[]): true {
  if (start.level === null) {
    while (stack.length > 0 && !(stack.at(-1)!.kind in OUTERMOST)) stack.pop()
    return true
  }
  const sibling = stack.findLastIndex((open) => open.kind === 'title' && open.value >= start.level!)
  if (sibling >= 0) stack.length = sibling
  return true
}

/** Whether anything but the next number of its own kind follows. */
function contentFollows(start: Found, next: Found | undefined, blocks: readonly Block[]): boolean {
  if ((next?.index ?? blocks.length) > start.index + 1) return true
  return (
    next !== undefined && (next.mark?.kind !== start.mark?.kind || (next.mark?.path.length ?? 0) > (start.mark?.path.length ?? 0))
  )
}

function nodeOf(
  start: Found,
  blocks: readonly Block[],
  text: string,
  setting: { hasLook: boolean; hasContent: boolean },
  parent: Open | null,
  ids: Map<string, number>,
): SectionNode {
  const { mark, paragraph } = start
  const wordsStart = paragraph.start + (mark?.length ?? 0)
  const words = text.slice(wordsStart, paragraph.end)
  let heading: { start: number; end: number } | null = null
  let ownStart = wordsStart
  if (words.trim() === '') {
    const title = start.titleLines > 0 ? titleRange(blocks, start.index + 1, start.titleLines) : null
    if (title) heading = { start: title.start, end: title.start + trimHeading(text.slice(title.start, title.end)).length }
    ownStart = title?.end ?? paragraph.end
  } else if (!mark && start.isAnnex) {
    heading = titleRange(blocks, start.index, start.titleLines + 1)
    ownStart = heading.end
  } else {
    // What stands behind the mark of an annex is its title, but for “(Kèm theo …)”.
    const isTitled = !mark || (start.isAnnex && !/^(?:\(|kèm theo)/iu.test(words))
    const length = isTitled ? words.length : headingEnd(words, paragraph, setting)
    if (length > 0) {
      heading = { start: wordsStart, end: wordsStart + trimHeading(words.slice(0, length)).length }
      ownStart = wordsStart + length + (/^[\s.:]+/.exec(words.slice(length))?.[0].length ?? 0)
    }
  }
  const number = mark?.printed.replace(/\s+/g, ' ') ?? null
  const roles = heading ? rolesOf(text.slice(heading.start, heading.end), parent?.roles ?? []) : []
  return {
    id: uniqueId(parent?.node.id ?? null, number ?? 'h', ids),
    number,
    heading,
    depth: (parent?.node.depth ?? 0) + 1,
    roles,
    span: { start: paragraph.start, end: paragraph.end },
    own: { start: ownStart, end: paragraph.end },
    children: [],
  }
}

/** From the first to the last of some lines. */
function titleRange(blocks: readonly Block[], at: number, lines: number): { start: number; end: number } {
  return { start: blocks[at]!.start, end: blocks[at + lines - 1]!.end }
}

function uniqueId(parent: string | null, number: string, ids: Map<string, number>): string {
  const id = [parent, number.replace(/\s+/g, '-')].filter((part) => part !== null).join('.')
  const count = (ids.get(id) ?? 0) + 1
  ids.set(id, count)
  return count === 1 ? id : `${id}(${count})`
}

/** Sections end where the next one begins; own text ends at the first child. */
function closeRanges(nodes: readonly SectionNode[], end: number, text: string): void {
  nodes.forEach((node, i) => {
    const stop = nodes[i + 1]?.span.start ?? end
    node.span.end = trimEnd(text, node.span.start, stop)
    node.own.end = Math.max(node.own.start, trimEnd(text, node.own.start, node.children[0]?.span.start ?? node.span.end))
    closeRanges(node.children, node.span.end, text)
  })
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return end
}

/** Whether bold means something here: some paragraphs have it and most do not. */
function tellsLook(blocks: readonly Block[]): boolean {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const bold = paragraphs.filter((paragraph) => paragraph.look.bold > 0.9 || paragraph.boldEnd !== null).length
  return bold >= 2 && bold < 0.7 * paragraphs.length
}
