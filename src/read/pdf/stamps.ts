// Words of annotations become body words or stamps: a number or a day that is written into a blank of a printed line belongs to it.
import type { Glyph } from '../layout/segments.ts'

// Shares of the printed line's font size.
const NEAREST = 0.6
const REACH = 9
const LONGEST = 24

/** Each annotation's glyphs go into `body`, on the baseline of the line that they fill, or stay stamps. Numbers and days are written so at signing. */
export function placeStamps(
  printed: readonly Glyph[],
  annotations: readonly (readonly Glyph[])[],
): { body: Glyph[]; stamps: Glyph[][] } {
  const body: Glyph[] = []
  const stamps: Glyph[][] = []
  for (const glyphs of annotations) {
    const words = glyphs.filter(({ text }) => text.trim() !== '')
    const baseline = isEntry(words) ? lineFilledBy(words, printed) : null
    if (baseline === null) stamps.push([...glyphs])
    else body.push(...words.map((glyph) => ({ ...glyph, baseline })))
  }
  return { body, stamps }
}

/** One short line: “184”, “06”, “15/11”. */
function isEntry(words: readonly Glyph[]): boolean {
  const first = words[0]
  return (
    first !== undefined &&
    words.length <= LONGEST &&
    words.some(({ text }) => /\d/.test(text)) &&
    words.every(({ baseline }) => Math.abs(baseline - first.baseline) < NEAREST * first.size)
  )
}

/** The baseline of a printed line with words close by on one side at least, and none where the entry stands. */
function lineFilledBy(words: readonly Glyph[], printed: readonly Glyph[]): number | null {
  const left = Math.min(...words.map(({ x0 }) => x0))
  const right = Math.max(...words.map(({ x1 }) => x1))
  const { baseline, size } = words[0]!
  const near = printed.filter(
    (glyph) => glyph.text.trim() !== '' && Math.abs(glyph.baseline - baseline) < NEAREST * Math.max(size, glyph.size),
  )
  const covered = near.some(({ x0, x1 }) => (x0 + x1) / 2 > left && (x0 + x1) / 2 < right)
  const beside = near.filter(({ x0, x1 }) => x1 > left - REACH * size && x0 < right + REACH * size)
  if (covered || beside.length === 0) return null
  return beside.reduce((best, glyph) => (distance(glyph, left, right) < distance(best, left, right) ? glyph : best)).baseline
}

function distance({ x0, x1 }: Glyph, left: number, right: number): number {
  return Math.max(left - x1, x0 - right, 0)
}
