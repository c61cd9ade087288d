// Printed lines, in order of place, become what a range of the text stands on, and how sure recognition was of it.
import type { Document, Line, Range } from './document.ts'

/** The index of the first line that ends behind an offset. */
export function firstLine(lines: readonly Line[], offset: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** How sure recognition was of the least sure sign of a range, 0 to 1; null where nothing was recognised. */
export function confidenceOf({ lines }: Pick<Document, 'lines'>, range: Range): number | null {
  let least: number | null = null
  for (let i = firstLine(lines, range.start); i < lines.length && lines[i]!.start < range.end; i++) {
    const { start, end, confidences } = lines[i]!
    if (!confidences) continue
    for (let at = Math.max(range.start, start); at < Math.min(range.end, end); at++)
      least = Math.min(least ?? 1, confidences[at - start]!)
  }
  return least === null ? null : Math.round(Math.max(0, Math.min(1, least)) * 100) / 100
}
