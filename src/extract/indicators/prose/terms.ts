// The terms of a sentence become those of a stretch of it.
import type { Term } from '../../../text/phrases.ts'

/** Terms that lie wholly between two offsets; terms come in order. */
export function termsIn(terms: readonly Term[], start: number, end: number): Term[] {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]!.start < start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < terms.length && terms[to]!.end <= end) to++
  return terms.slice(low, to)
}
