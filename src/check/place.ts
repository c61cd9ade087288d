// A finding of a plan becomes what a person or a program needs to find it again: words, page, section, and a fingerprint.
import type { Plan, Section } from '../model/plan.ts'
import { nameKey } from '../text/fold.ts'
import type { Finding } from './rules/rule.ts'

export type PlacedFinding = Finding & {
  /** The words that it speaks of; null where it speaks of the whole document. */
  words: string | null
  /** Page from 1; null where the format has none or it is not known. */
  page: number | null
  sectionId: string | null
  /** Rule and words, with a counter for repeats: the same in the next version of the file, as long as the words stay. */
  fingerprint: string
}

/** The findings of one plan with their places. */
export function placeFindings({ text, sections }: Plan, findings: readonly Finding[]): PlacedFinding[] {
  const counts = new Map<string, number>()
  return findings.map((finding) => {
    const { rule, span } = finding
    const words = span && text.slice(span.start, span.end)
    const section = span ? sectionAt(sections, span.start) : null
    const key = `${rule} ${nameKey(words ?? finding.text.en)}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return {
      ...finding,
      words,
      page: span?.boxes[0]?.page ?? onlyPage(section),
      sectionId: section?.id ?? null,
      fingerprint: count === 1 ? key : `${key} #${count}`,
    }
  })
}

function sectionAt(sections: readonly Section[], offset: number): Section | null {
  const section = sections.find(({ span }) => span.start <= offset && offset < span.end)
  return section ? (sectionAt(section.children, offset) ?? section) : null
}

/** A section that stands on one page tells it. */
function onlyPage(section: Section | null): number | null {
  const pages = new Set(section?.span.boxes.map(({ page }) => page))
  return pages.size === 1 ? [...pages][0]! : null
}
