// Findings become marks on the text that lie inside one another, so that elements of HTML or XML can stand for them.
import type { Range } from './flow.ts'

/** `start` of a mark that was cut in two is that of its part; only the first part has the id. */
export type Mark<Kind extends string = string> = Range & { kind: Kind; id: string | null; index: number }

export type Element = { open: string; close: string }

const DEEPEST = 12

/**
 * Writes the words of a range with the marks that begin in it; one that reaches over the end of another is cut there.
 * `elementOf` gives nothing for a mark that cannot stand inside `around`.
 */
export function withMarks<Kind extends string>(
  range: Range,
  marks: readonly Mark<Kind>[],
  words: (range: Range) => string,
  elementOf: (mark: Mark<Kind>, around: readonly Mark<Kind>[]) => Element | null,
  around: readonly Mark<Kind>[] = [],
): string {
  const queue = marks
    .filter(({ start, end }) => start < range.end && end > range.start && start < end)
    .map((mark) => clipped(mark, range))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let written = ''
  let at = range.start
  for (let mark = queue.shift(); mark; mark = queue.shift()) {
    if (mark.start < at) mark = { ...mark, start: at }
    if (mark.start >= mark.end) continue
    const inside: Mark<Kind>[] = []
    const behind: Mark<Kind>[] = []
    while (queue[0] && queue[0].start < mark.end) {
      const next = queue.shift()!
      inside.push({ ...next, end: Math.min(next.end, mark.end) })
      if (next.end > mark.end) behind.push({ ...next, start: mark.end, id: null })
    }
    queue.unshift(...behind)
    const element = around.length < DEEPEST ? elementOf(mark, around) : null
    const inner = element
      ? withMarks(mark, inside, words, elementOf, [...around, mark])
      : withMarks(mark, around.length < DEEPEST ? inside : [], words, elementOf, around)
    written += words({ start: at, end: mark.start }) + (element ? element.open + inner + element.close : inner)
    at = mark.end
  }
  return written + words({ start: at, end: range.end })
}

function clipped<Kind extends string>(mark: Mark<Kind>, range: Range): Mark<Kind> {
  const isCut = mark.start < range.start
  return { ...mark, start: Math.max(mark.start, range.start), end: Math.min(mark.end, range.end), id: isCut ? null : mark.id }
}

/** Finds the marks that can lie in a range: sorted once, asked for each piece of a text. */
export function marksFinder<Kind extends string>(marks: readonly Mark<Kind>[]): (range: Range) => Mark<Kind>[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start)
  // How far any mark up to each one reaches: before the first that reaches the range there is none.
  let reach = 0
  const reaches = sorted.map(({ end }) => (reach = Math.max(reach, end)))
  return ({ start, end }) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (reaches[middle]! <= start) low = middle + 1
      else high = middle
    }
    const found: Mark<Kind>[] = []
    for (let i = low; i < sorted.length && sorted[i]!.start < end; i++) if (sorted[i]!.end > start) found.push(sorted[i]!)
    return found
  }
}
