// Segments become printed lines of pieces: what stands between blanks wider than those between words.
import { type Segment, sliceSegment } from './segments.ts'

/** Pieces on one baseline, from left to right. */
export type TextLine = { pieces: Segment[]; top: number; bottom: number; size: number }

// Shares of the font size. A blank between words is a quarter of it; the margins of two cells leave a half and more.
const PIECE_GAP = 0.45
// Of the usual blank: letters of one width have wide ones.
const WIDER = 1.5
const NARROW = 0.1
const SAME_BASELINE = 0.25

const SERIAL = /^\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVXLC]{1,6}|[a-zđA-HĐ])[.)]?$/u
const NUMERIC = /^(?:[≥≤<>=~±]|>=|<=)?\s*[-–(]?\d[\d.,/\s-]*\)?\s*(?:%|‰)?$|^(?:-|–|"|”|nt|…|x)$/iu
const LEADERS = /[.…_]{5,}/u

/** Lines from top to bottom. */
export function textLines(segments: readonly Segment[]): TextLine[] {
  const widest = WIDER * usualBlank(segments)
  const lines: { baseline: number; line: TextLine }[] = []
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const last = lines.at(-1)
    if (last && segment.baseline - last.baseline <= SAME_BASELINE * last.line.size)
      last.line.pieces.push(...piecesOf(segment, widest))
    else {
      const { baseline, size, top, bottom } = segment
      lines.push({ baseline, line: { pieces: piecesOf(segment, widest), top, bottom, size } })
    }
  }
  return lines.map(({ line: { pieces, size } }) => ({
    pieces: pieces.sort((a, b) => a.left - b.left),
    top: Math.min(...pieces.map((piece) => piece.top)),
    bottom: Math.max(...pieces.map((piece) => piece.bottom)),
    size,
  }))
}

/** The blanks between words are the narrow ones; those between columns may be more. */
function usualBlank(segments: readonly Segment[]): number {
  const blanks: number[] = []
  for (const { text, lefts, rights } of segments)
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) blanks.push(rights[at]! - lefts[at]!)
  return blanks.sort((a, b) => a - b)[Math.floor(NARROW * blanks.length)] ?? 0
}

function piecesOf(segment: Segment, widest: number): Segment[] {
  const pieces: Segment[] = []
  let start = 0
  for (let index = segment.text.indexOf(' '); index >= 0; index = segment.text.indexOf(' ', index + 1)) {
    if (segment.rights[index]! - segment.lefts[index]! <= Math.max(widest, PIECE_GAP * segment.size)) continue
    pieces.push(sliceSegment(segment, start, index))
    start = index + 1
  }
  pieces.push(sliceSegment(segment, start, segment.text.length))
  return pieces
}

/** 1, 2.1, (3), IV, a): what numbers a row. */
export function isSerial(text: string): boolean {
  return SERIAL.test(text)
}

/** A number with its sign and unit, or what stands for none. */
export function isNumeric(text: string): boolean {
  return NUMERIC.test(text)
}

/** Dots that lead the eye from a name to its number. */
export function hasLeaders(line: TextLine): boolean {
  return line.pieces.some((piece) => LEADERS.test(piece.text))
}
