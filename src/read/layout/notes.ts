// Footnotes at the foot of a page are set apart from the running text, and so are the raised numbers that point to them.
import { mergeRows } from './columns.ts'
import type { Rule } from './grid.ts'
import { buildSegments, type Glyph, mergeSegments, type Segment } from './segments.ts'

export type PartedNotes = { body: Glyph[]; notes: Segment[][] }

// Points: Word draws a line of two inches above the notes, LibreOffice a quarter of the text's width.
const SHORTEST = 40
const LONGEST = 260
const AT_MARGIN = 14
const HIGHEST = 0.3
// A raised number is smaller than its neighbour and stands above its baseline, in shares of the neighbour's size.
const SMALL = 0.82
const RAISED = 0.12
// Notes are set at 10 points under a text of 13 or 14.
const SMALLER = 0.88
const LOWER_HALF = 0.5
const MARK = /^[\d*]$/

/** Glyphs of the page without its notes; each note is its lines. `rules` are those of no table; the last note of the page before may go on here. */
export function partNotes(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  pageHeight: number,
  hasNotesBefore = false,
): PartedNotes {
  const own = separator(glyphs, rules, pageHeight)
  const line = own ?? (hasNotesBefore ? continuation(glyphs, rules, pageHeight) : null)
  if (line === null) return { body: [...glyphs], notes: [] }
  const below = glyphs.filter(({ baseline }) => baseline > line)
  const notes = notesOf(below, own === null)
  if (notes.length === 0) return { body: [...glyphs], notes: [] }
  const taken = new Set(notes.flatMap(({ glyphs: own }) => own))
  const numbers = new Set(notes.map(({ mark }) => mark))
  const body = withoutMarks(
    glyphs.filter((glyph) => !taken.has(glyph)),
    numbers,
  )
  return { body, notes: notes.map(({ lines }) => lines) }
}

/** The short line over the notes: at the left margin, in the lower part of the page, with a raised number below it. */
function separator(glyphs: readonly Glyph[], rules: readonly Rule[], pageHeight: number): number | null {
  const short = rules.filter(({ x0, x1, y0, y1 }) => {
    const width = x1 - x0
    return y1 - y0 < 3 && width >= SHORTEST && width <= LONGEST && y0 > HIGHEST * pageHeight
  })
  if (short.length === 0) return null
  const margin = glyphs.reduce((least, { text, x0 }) => (x0 < least && text.trim() !== '' ? x0 : least), Number.POSITIVE_INFINITY)
  const lines = short
    .filter(({ x0 }) => Math.abs(x0 - margin) < AT_MARGIN)
    .map(({ y1 }) => y1)
    .sort((a, b) => b - a)
  return lines.find((y) => startsWithMark(glyphs.filter(({ baseline }) => baseline > y))) ?? null
}

/** The line over a note that goes on, which Word draws across the whole text: all words below it are smaller than those above. */
function continuation(glyphs: readonly Glyph[], rules: readonly Rule[], pageHeight: number): number | null {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  const margin = Math.min(...inked.map(({ x0 }) => x0))
  const lines = rules
    .filter(
      ({ x0, x1, y0, y1 }) =>
        y1 - y0 < 3 && x1 - x0 >= SHORTEST && y0 > LOWER_HALF * pageHeight && Math.abs(x0 - margin) < AT_MARGIN,
    )
    .map(({ y1 }) => y1)
    .sort((a, b) => b - a)
  const isSmallBelow = (y: number) => {
    const [above, below] = [inked.filter(({ baseline }) => baseline <= y), inked.filter(({ baseline }) => baseline > y)]
    const sizes = above.map(({ size }) => size).sort((a, b) => a - b)
    const usual = sizes[sizes.length >> 1]
    return usual !== undefined && below.length > 1 && below.every(({ size }) => size < SMALLER * usual)
  }
  return lines.find(isSmallBelow) ?? null
}

function startsWithMark(glyphs: readonly Glyph[]): boolean {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  if (inked.length < 2) return false
  const top = Math.min(...inked.map(({ baseline, size }) => baseline - size))
  const first = inked.filter(({ baseline, size }) => baseline - size < top + size).sort((a, b) => a.x0 - b.x0)
  return isRaised(
    first[0]!,
    first.find(({ text }) => !MARK.test(text)),
  )
}

function isRaised(glyph: Glyph, neighbour: Glyph | undefined): boolean {
  return (
    neighbour !== undefined &&
    MARK.test(glyph.text) &&
    glyph.size < SMALL * neighbour.size &&
    neighbour.baseline - glyph.baseline > RAISED * neighbour.size
  )
}

/** Lines below the separator, a note from each raised number on; what stands before the first goes on from the page before, or is none. */
function notesOf(glyphs: readonly Glyph[], goesOn: boolean): { mark: string; lines: Segment[]; glyphs: Glyph[] }[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  const usual = Math.max(...inked.map(({ size }) => size))
  const isSmall = ({ text, size }: Glyph) => MARK.test(text) && size < SMALL * usual
  const words = glyphs.filter((glyph) => !isSmall(glyph))
  const marks = mergeRows(buildSegments(inked.filter(isSmall)))
  const notes: { mark: string; lines: Segment[]; glyphs: Glyph[] }[] = []
  for (const line of mergeRows(buildSegments(words))) {
    if (/^[-–]?\s*\d{1,4}\s*[-–]?$/.test(line.text)) continue
    const mark = marks.find(({ right, top, bottom }) => right <= line.left + 2 && bottom > line.top && top < line.bottom)
    const own = words.filter(({ baseline }) => Math.abs(baseline - line.baseline) < 0.5 * line.size)
    if (mark) {
      const marked = inked.filter(
        (glyph) => isSmall(glyph) && glyph.x1 <= line.left + 2 && Math.abs(glyph.baseline - mark.baseline) < 1,
      )
      notes.push({ mark: mark.text, lines: [mergeSegments([mark, line])], glyphs: [...marked, ...own] })
    } else if (notes.length === 0 && goesOn) {
      notes.push({ mark: '', lines: [line], glyphs: [...own] })
    } else if (notes.length > 0) {
      notes.at(-1)!.lines.push(line)
      notes.at(-1)!.glyphs.push(...own)
    }
  }
  return notes
}

/** The text without the raised numbers of its notes: they would run into the number before them. */
function withoutMarks(glyphs: readonly Glyph[], numbers: ReadonlySet<string>): Glyph[] {
  const inked = glyphs.filter(({ text }) => text.trim() !== '')
  const dropped = new Set<Glyph>()
  for (let i = 0; i < inked.length; i++) {
    const glyph = inked[i]!
    const before = inked[i - 1]
    if (!isRaised(glyph, before)) continue
    let end = i + 1
    while (inked[end] && MARK.test(inked[end]!.text) && Math.abs(inked[end]!.baseline - glyph.baseline) < 0.5) end++
    const run = inked.slice(i, end)
    if (numbers.has(run.map(({ text }) => text).join(''))) for (const mark of run) dropped.add(mark)
    i = end - 1
  }
  return glyphs.map((glyph) => (dropped.has(glyph) ? { ...glyph, text: '' } : glyph))
}
