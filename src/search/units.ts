// A plan becomes the pieces of its text that a search finds: what belongs to one section itself, and what belongs to none.
import type { Plan, Section } from '../model/plan.ts'

/** `headingEnd` is where the words of its heading end; `start` where it has none. */
export type Unit = { section: Section | null; start: number; end: number; headingEnd: number }

/** In the order of the text; together they hold every word of it, once. */
export function unitsOf({ text, sections }: Pick<Plan, 'text' | 'sections'>): Unit[] {
  const units: Unit[] = []
  const take = (start: number, end: number, section: Section | null) => {
    if (text.slice(start, end).trim() === '') return
    units.push({ section, start, end, headingEnd: headingEnd(text, start, end, section) })
  }
  const cover = (nodes: readonly Section[], from: number, to: number, owner: Section | null) => {
    let at = from
    for (const node of nodes) {
      const start = Math.max(at, node.span.start)
      const end = Math.max(start, Math.min(to, node.span.end))
      take(at, start, owner)
      cover(node.children, start, end, node)
      at = end
    }
    take(at, to, owner)
  }
  cover(sections, 0, text.length, null)
  return units
}

/** Only the first piece of a section begins with its heading. */
function headingEnd(text: string, start: number, end: number, section: Section | null): number {
  if (!section?.heading || start !== section.span.start) return start
  const at = text.indexOf(section.heading, start)
  return at < 0 || at + section.heading.length > end ? start : at + section.heading.length
}
