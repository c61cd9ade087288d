// A number closes the open sections that it cannot stand in, and is told where it does not follow.
import type { Paragraph } from '../model/document.ts'
import { type Message, report } from '../model/message.ts'
import type { SectionNode } from '../model/outline.ts'
import type { SectionRole } from '../model/plan.ts'
import { type Mark, type MarkKind, readMark } from './marks.ts'

/** A section that more can be nested in. */
export type Open = { node: SectionNode; kind: MarkKind | 'title'; value: number; path: readonly number[]; roles: SectionRole[] }

// From the outside in: a kind never nests inside one that stands after it.
export const OUTERMOST: Readonly<Partial<Record<MarkKind, number>>> = { annex: 0, part: 1, chapter: 2, division: 3, article: 4 }

/** Takes everything off the stack that the number closes. Gives null where the number starts nothing. */
export function openFor(mark: Mark, stack: Open[]): true | null {
  const outer = OUTERMOST[mark.kind]
  if (outer !== undefined) {
    while (stack.length > 0 && (OUTERMOST[stack.at(-1)!.kind as MarkKind] ?? 9) >= outer) stack.pop()
    return true
  }
  const sibling = siblingOf(mark, stack)
  if (sibling >= 0) {
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

/** Says where a number does not follow the one before it in its list, or the number of the section around it. */
export function oddNumber(
  mark: Mark,
  paragraph: Paragraph,
  parent: SectionNode | null,
  siblings: readonly SectionNode[],
  text: string,
): Message[] {
  const range = { start: paragraph.start, end: paragraph.start + mark.printed.length }
  const before = siblings.findLast((node) => markAt(node, text)?.kind === mark.kind)
  const last = before && markAt(before, text)
  if (last) {
    const follows = (mark.value === last.value + 1 && sameStem(mark.path, last.path)) || skipsStroke(last.printed, mark.printed)
    const isRestart = mark.value === 1 && mark.kind !== 'dotted'
    return follows || isRestart
      ? []
      : [report('sections/number-odd', range, { number: mark.printed, before: before.number ?? '' })]
  }
  const around = parent && mark.kind === 'dotted' ? markAt(parent, text) : null
  if (around && (around.kind === 'arabic' || around.kind === 'dotted') && !sameStem(mark.path, [...around.path, 0]))
    return [report('sections/number-odd', range, { number: mark.printed, before: parent!.number ?? '' })]
  // Articles count on through the chapters.
  return mark.value > 1 && mark.kind !== 'article' ? [report('sections/number-start', range, { number: mark.printed })] : []
}

/** Many count a b c d e, without đ. */
function skipsStroke(before: string, printed: string): boolean {
  return /^d$/i.test(before) && /^e$/i.test(printed)
}

function markAt(node: SectionNode, text: string): Mark | null {
  return node.number === null ? null : readMark(text.slice(node.span.start, node.span.start + 60))
}
