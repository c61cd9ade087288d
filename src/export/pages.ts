// Where findings stand on pages tells on which pages the words between them can stand.
import type { Plan, Span } from '../model/plan.ts'
import { firstFrom, lastUpTo } from '../model/ranges.ts'
import { allSections, bodyEnd, type Range } from './flow.ts'

type Anchor = Range & { page: number }

/**
 * Gives the first and the last page that words can stand on: no fewer than they do, one too many where a page ends between two findings.
 * Null where the format has no pages, and for notes and running heads behind the text.
 */
export function pagesFinder(plan: Plan): (range: Range) => [number, number] | null {
  const limit = bodyEnd(plan.text)
  const anchors = spansOf(plan)
    .filter((span) => span.boxes.length > 0 && span.end <= limit)
    .flatMap(({ start, end, boxes }): Anchor[] => [
      { start, end: start, page: boxes[0]!.page },
      { start: end, end, page: boxes.at(-1)!.page },
    ])
    .sort((a, b) => a.start - b.start || a.page - b.page)
  // Words set apart on another page, of a text box say, are no anchors: pages only go up.
  const rising = anchors.filter(({ page }, i) => anchors.slice(i + 1, i + 4).every((next) => next.page >= page))
  const last = plan.source.pages.length
  return ({ start, end }) => {
    if (rising.length === 0 || start >= limit) return null
    const before = lastUpTo(rising, start)?.page ?? 1
    const after = firstFrom(rising, end)?.page ?? last
    return [before, Math.max(before, after)]
  }
}

function spansOf(plan: Plan): Span[] {
  return [
    ...allSections(plan.sections).map(({ section }) => section.span),
    ...plan.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ span }) => span))),
    ...plan.legalReferences.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
    ...[plan.indicators, plan.dates, plan.phases, plan.deadlines, plan.assignments].flatMap((found) =>
      found.map(({ span }) => span),
    ),
    ...Object.values(plan.header.spans).filter((span) => span !== null),
  ]
}
