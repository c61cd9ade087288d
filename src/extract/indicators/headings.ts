// Headings around a place become the year that they name.
import type { SectionNode } from '../../model/outline.ts'

const YEAR = /năm ((?:19|20)\d{2})/giu

/** Sections around an offset, the outermost first. */
export function chainAt(sections: readonly SectionNode[], offset: number): SectionNode[] {
  const section = sections.find((node) => offset >= node.span.start && offset < node.span.end)
  return section ? [section, ...chainAt(section.children, offset)] : []
}

export function headingsAt(sections: readonly SectionNode[], offset: number, folded: string): string[] {
  return headingsOf(chainAt(sections, offset), folded)
}

export function headingsOf(chain: readonly SectionNode[], folded: string): string[] {
  return chain.map(({ heading }) => (heading ? folded.slice(heading.start, heading.end) : ''))
}

/** The year of the innermost heading that names one. */
export function yearOf(headings: readonly string[]): number | null {
  for (const heading of [...headings].reverse()) {
    const year = lastYear(heading)
    if (year !== null) return year
  }
  return null
}

export function lastYear(words: string): number | null {
  const found = [...words.matchAll(YEAR)].at(-1)?.[1]
  return found ? Number(found) : null
}
