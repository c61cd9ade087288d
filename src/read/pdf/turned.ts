// Glyphs that run up, down or backwards become lines of words: the heads of narrow columns are written so.
import type { DraftLine } from '../../model/draft.ts'
import { mergeRows } from '../layout/columns.ts'
import { buildSegments, type Glyph } from '../layout/segments.ts'
import type { TurnedGlyph } from './content.ts'

/** Lines in their reading order; every letter has the edges of its whole line, for edges run along a line that is level. */
export function turnedLines(glyphs: readonly TurnedGlyph[], page: number): DraftLine[] {
  return ([90, 270, 180, null] as const).flatMap((turn) => {
    const own = glyphs.filter((glyph) => glyph.turn === turn)
    if (own.length === 0) return []
    return mergeRows(buildSegments(own.map((glyph) => upright(glyph)))).map((line): DraftLine => {
      const box = viewedBox(line.left, line.right, line.baseline, line.size, turn)
      const lefts = Array.from(line.text, () => box.x0)
      const place = { page, top: box.y0, bottom: box.y1, lefts, rights: lefts.map(() => box.x1), confidences: null, view: null }
      return { text: line.text, glued: false, boldLength: line.boldLength, place }
    })
  })
}

/** The glyph in a frame where its line runs from left to right. */
function upright({ text, turn, x0, y0, x1, y1, size, bold }: TurnedGlyph): Glyph {
  const style = { text, size, bold, italic: false }
  if (turn === 90) return { ...style, x0: -y1, x1: -y0, baseline: x1 }
  if (turn === 270) return { ...style, x0: y0, x1: y1, baseline: -x0 }
  if (turn === 180) return { ...style, x0: -x1, x1: -x0, baseline: -y0 }
  return { ...style, x0, x1, baseline: y1 }
}

/** A line's box back on the page. */
function viewedBox(left: number, right: number, baseline: number, size: number, turn: TurnedGlyph['turn']) {
  const above = baseline - 0.78 * size
  const below = baseline + 0.22 * size
  if (turn === 90) return { x0: above, x1: below, y0: -right, y1: -left }
  if (turn === 270) return { x0: -below, x1: -above, y0: left, y1: right }
  if (turn === 180) return { x0: -right, x1: -left, y0: -below, y1: -above }
  return { x0: left, x1: right, y0: above, y1: below }
}
