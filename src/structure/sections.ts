// Numbered and headed paragraphs become the tree of sections, with the numbers as printed.
import type { Block, Paragraph } from '../model/document.ts'
import { type Message, report } from '../model/message.ts'
import type { SectionNode } from '../model/outline.ts'
import type { SectionRole } from '../model/plan.ts'
import { headingEnd, trimHeading } from './headings.ts'
import { isFigure, type Mark, type MarkKind, readMark } from './marks.ts'
import { rolesOf } from './roles.ts'

type Found = { mark: Mark | null; paragraph: Paragraph; index: number; level: number | null }
type Open = { node: SectionNode; kind: MarkKind | 'title'; value: number; path: readonly number[]; roles: SectionRole[] }

// From the outside in: a kind never nests inside one that stands after it.
const OUTERMOST: Readonly<Partial<Record<MarkKind, number>>> = { annex: 0, part: 1, chapter: 2, article: 3 }
const SHORT_TITLE = 120

/** Nests the sections of the body. `blocks` are in document order; `text` is the canonical text. */
export function nestSections(
  blocks: readonly Block[],
  text: string,
  end: number,
): { sections: SectionNode[]; messages: Message[] } {
  const hasLook = tellsLook(blocks)
  const found = findStarts(blocks, text)
  const roots: SectionNode[] = []
  const stack: Open[] = []
  const ids = new Map<string, number>()
  const messages: Message[] = []
  found.forEach((start, i) => {
    const next = found[i + 1]
    const { mark, paragraph } = start
    const before = mark ? openFor(mark, stack, messages, paragraph) : openForTitle(start, stack)
    if (before === null) return
    const parent = stack.at(-1) ?? null
    const hasContent = contentFollows(start, next, blocks)
    const node = nodeOf(start, next, blocks, text, { hasLook, hasContent }, parent, ids)
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
function findStarts(blocks: readonly Block[], text: string): Found[] {
  const found: Found[] = []
  blocks.forEach((block, index) => {
    if (block.kind !== 'paragraph') return
    const words = text.slice(block.start, block.end)
    const mark = markOf(words, found)
    if (mark && mark.kind === 'annex' && words.length > SHORT_TITLE) return
    if (mark) found.push({ mark, paragraph: block, index, level: null })
    else if (isTitle(block, words) && !isTitleOf(found.at(-1), index))
      found.push({ mark: null, paragraph: block, index, level: block.level })
  })
  return found
}

/** A figure is no number of a list, unless it goes on from the one before: “1.Đạt …”, “2.95 % bệnh nhân”. */
function markOf(words: string, found: readonly Found[]): Mark | null {
  const mark = readMark(words)
  if (!mark || !isFigure(words)) return mark
  const before = found.at(-1)?.mark
  return mark.kind === 'arabic' && before?.kind === 'arabic' && before.value + 1 === mark.value ? mark : null
}

/** The line below “Phần I” or “PHỤ LỤC” alone on its line is its title, not a heading of its own. */
function isTitleOf(above: Found | undefined, index: number): boolean {
  return above?.mark != null && above.index === index - 1 && above.mark.length >= above.paragraph.end - above.paragraph.start
}

/** An unnumbered heading: the source says so, or it is bold capitals that state a role. */
function isTitle(paragraph: Paragraph, words: string): boolean {
  if (words.length > SHORT_TITLE || /^[-+*•(“"]/.test(words) || /[.;,]$/.test(words)) return false
  if (paragraph.level !== null) return true
  const isCapital = /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words)
  return isCapital && paragraph.look.bold > 0.9 && rolesOf(words, []).length > 0
}

/** Takes everything off the stack that the number closes. Gives null where the number starts nothing. */
function openFor(mark: Mark, stack: Open[], messages: Message[], paragraph: Paragraph): true | null {
  const outer = OUTERMOST[mark.kind]
  if (outer !== undefined) {
    while (stack.length > 0 && (OUTERMOST[stack.at(-1)!.kind as MarkKind] ?? 9) >= outer) stack.pop()
    return true
  }
  const sibling = siblingOf(mark, stack)
  if (sibling >= 0) {
    const open = stack[sibling]!
    if (mark.value !== open.value + 1 || !sameStem(mark.path, open.path)) {
      const isRestart = mark.value === 1
      if (!isRestart)
        messages.push(
          report(
            'sections/number-odd',
            { start: paragraph.start, end: paragraph.start + mark.printed.length },
            { number: mark.printed, before: open.node.number ?? '' },
          ),
        )
    }
    stack.length = sibling
    return true
  }
  const parent = parentOf(mark, stack)
  if (mark.value > 3 && parent === stack.length && mark.kind !== 'dotted') return null
  stack.length = parent
  return true
}

/** The index of the open section of the same list, or -1. */
function siblingOf(mark: Mark, stack: readonly Open[]): number {
  const isNext = (open: Open) =>
    open.kind === mark.kind &&
    open.path.length === mark.path.length &&
    mark.value === open.value + 1 &&
    sameStem(mark.path, open.path)
  const next = stack.findLastIndex(isNext)
  if (next >= 0) return next
  if (mark.kind === 'dotted') {
    if (stack.some((open) => isStemOf(open, mark))) return -1
    return stack.findLastIndex((open) => open.kind === 'dotted' && open.path.length === mark.path.length)
  }
  const top = stack.at(-1)
  if (mark.value === 1) return top?.kind === mark.kind ? stack.length - 1 : -1
  return stack.findLastIndex((open) => open.kind === mark.kind)
}

/** How many open sections stay open for the first number of a new list. */
function parentOf(mark: Mark, stack: readonly Open[]): number {
  if (mark.kind === 'dotted') {
    const stem = stack.findLastIndex((open) => isStemOf(open, mark))
    if (stem >= 0) return stem + 1
    const shorter = stack.findLastIndex(
      (open) => open.kind === 'arabic' || (open.kind === 'dotted' && open.path.length < mark.path.length),
    )
    return shorter >= 0 ? shorter + 1 : stack.findLastIndex((open) => open.kind !== 'letter' && open.kind !== 'paren') + 1
  }
  if (mark.kind === 'roman') return stack.findLastIndex((open) => open.kind in OUTERMOST || open.kind === 'capital') + 1
  return stack.length
}

/** Whether the open section is the one that a dotted number counts inside: 2 for 2.1, 2.1 for 2.1.3; II for 2.1 too. */
function isStemOf(open: Open, mark: Mark): boolean {
  const stem = mark.path.slice(0, -1)
  if (open.kind === 'roman' || open.kind === 'part' || open.kind === 'capital') return false
  return open.path.length === stem.length && stem.every((part, i) => part === open.path[i])
}

function sameStem(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.slice(0, -1).every((part, i) => part === b[i])
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
  next: Found | undefined,
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
    const title = titleBelow(start, next, blocks, text)
    if (title) heading = { start: title.start, end: title.start + trimHeading(text.slice(title.start, title.end)).length }
    ownStart = title?.end ?? paragraph.end
  } else {
    const length = mark ? headingEnd(words, paragraph, setting) : words.length
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

/** “Phần thứ nhất” or “PHỤ LỤC I” alone on its line: the line below is its title. */
function titleBelow(start: Found, next: Found | undefined, blocks: readonly Block[], text: string): Paragraph | null {
  const below = blocks[start.index + 1]
  if (below?.kind !== 'paragraph' || next?.index === start.index + 1) return null
  const words = text.slice(below.start, below.end)
  return words.length <= 2 * SHORT_TITLE && !/^[-+(]|[.;]$/.test(words) ? below : null
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
