// The terms of a sentence become those of a stretch of it.
import type { Term } from '../../../text/phrases.ts'

/** The words of a sentence this near to a number are looked at: farther away, as lists without end have it, they say nothing of it. */
export const FARTHEST = 2000

/** Terms that lie wholly between two offsets, or the first of them; terms come in order. */
export function termsIn(terms: readonly Term[], start: number, end: number, most = Number.POSITIVE_INFINITY): Term[] {
  const from = indexFrom(terms, start)
  let to = from
  while (to < terms.length && to - from < most && terms[to]!.end <= end) to++
  return terms.slice(from, to)
}

/** The last terms that lie wholly between two offsets. */
export function termsBefore(terms: readonly Term[], start: number, end: number, most: number): Term[] {
  let to = indexFrom(terms, end)
  while (to > 0 && terms[to - 1]!.end > end) to--
  let from = to
  while (from > 0 && to - from < most && terms[from - 1]!.start >= start) from--
  return terms.slice(from, to)
}

/** The first term that begins at or behind an offset. */
function indexFrom(terms: readonly Term[], start: number): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
