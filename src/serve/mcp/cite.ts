// A place in a plan becomes a citation: which plan and file, which page, which words.
import type { Citation } from '../../model/api/tools.ts'
import type { Plan, Section } from '../../model/plan.ts'
import { pagesOf } from '../../search/index.ts'

const MOST = 400

type Range = { start: number; end: number }

export function cite(plan: Plan, range: Range | null, sectionId: string | null = null, words?: string | undefined): Citation {
  const { id, source, text, header } = plan
  return {
    planId: id,
    path: source.path,
    sectionId: sectionId ?? (range ? sectionAt(plan.sections, range.start) : null),
    pages: range ? pagesOf(plan, range) : [],
    span: range ? [range.start, range.end] : null,
    words: cutWords(words ?? (range ? text.slice(range.start, range.end) : (header.title ?? ''))),
  }
}

/** The line or the row that the words stand on. */
export function lineOf(text: string, { start, end }: Range): Range {
  const behind = text.indexOf('\n', end)
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: behind < 0 ? text.length : behind }
}

export function cutWords(words: string, most = MOST): string {
  return words.length <= most ? words : `${words.slice(0, most).replace(/\s\S*$/u, '')} …`
}

function sectionAt(sections: readonly Section[], offset: number): string | null {
  const found = sections.find(({ span }) => span.start <= offset && offset < span.end)
  return found ? (sectionAt(found.children, offset) ?? found.id) : null
}
