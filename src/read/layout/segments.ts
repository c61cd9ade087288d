// Glyphs on a page become segments: pieces of one printed line without a wide gap, with the edges of every character.

export type Glyph = {
  /** One character, or several where a glyph is a ligature; marks belong to their letter. */
  text: string
  x0: number
  x1: number
  baseline: number
  /** Font size in points. */
  size: number
  bold: boolean
  italic: boolean
  /** 0 to 1 where it was recognised in an image. */
  confidence?: number
}

export type Segment = {
  text: string
  /** Left and right edge of each UTF-16 unit of `text`. */
  lefts: number[]
  rights: number[]
  /** How sure each unit is, 0 to 1; null where every unit is sure. */
  confidences: number[] | null
  left: number
  right: number
  top: number
  bottom: number
  baseline: number
  size: number
  /** Shares of the letters, 0 to 1. */
  bold: number
  italic: number
  /** How many units at the start are bold. */
  boldLength: number
}

// Shares of the font size. A blank of Times is 0.25 em wide and shrinks to 0.2 in tight lines; letters of one word that a
// fallback font sets apart leave less than 0.12.
const WORD_GAP = 0.17
const WORD_GAP_AT_BLANK = 0.1
const COLUMN_GAP = 1.35
const SAME_BASELINE = 0.22
const ASCENT = 0.78
const DESCENT = 0.22

/** Segments from top to bottom and left to right. */
export function buildSegments(glyphs: readonly Glyph[]): Segment[] {
  return joinRaised(groupByBaseline(glyphs)).flatMap((line) => cutAtGaps(line))
}

/** Glyphs of one line mostly share their baseline to the last digit: only the different ones are sorted. */
function groupByBaseline(glyphs: readonly Glyph[]): Glyph[][] {
  const exact = new Map<number, Glyph[]>()
  for (const glyph of glyphs) {
    const same = exact.get(glyph.baseline)
    if (same) same.push(glyph)
    else exact.set(glyph.baseline, [glyph])
  }
  const lines: Glyph[][] = []
  let first = { baseline: Number.NEGATIVE_INFINITY, size: 0 }
  for (const [baseline, same] of [...exact].sort(([a], [b]) => a - b)) {
    const line = lines.at(-1)
    const leftmost = same.reduce((best, glyph) => (glyph.x0 < best.x0 ? glyph : best))
    if (line && baseline - first.baseline <= SAME_BASELINE * Math.max(leftmost.size, first.size))
      for (const glyph of same) line.push(glyph)
    else {
      lines.push(same)
      first = leftmost
    }
  }
  return lines
}

/** Superscripts and subscripts stand on their own baseline; they belong to the larger line that they overlap. */
function joinRaised(lines: Glyph[][]): Glyph[][] {
  const extent = (line: Glyph[]) => {
    const size = medianOver(line, sizeOf)
    const baseline = line[0]!.baseline
    return { size, top: baseline - ASCENT * size, bottom: baseline + DESCENT * size }
  }
  const extents = lines.map(extent)
  const joined: Glyph[][] = []
  lines.forEach((line, i) => {
    const me = extents[i]!
    const host = [i - 1, i + 1].find((j) => {
      const other = extents[j]
      if (!other || other.size * 0.8 < me.size) return false
      const overlap = Math.min(me.bottom, other.bottom) - Math.max(me.top, other.top)
      return overlap > 0.6 * (me.bottom - me.top) && touches(line, lines[j]!, other.size)
    })
    if (host === undefined) joined.push(line)
    else lines[host]!.push(...line)
  })
  return joined
}

function touches(small: Glyph[], large: Glyph[], size: number): boolean {
  const left = Math.min(...small.map((glyph) => glyph.x0))
  const right = Math.max(...small.map((glyph) => glyph.x1))
  return large.some((glyph) => glyph.x1 > left - size && glyph.x0 < right + size)
}

function cutAtGaps(line: Glyph[]): Segment[] {
  line.sort((a, b) => a.x0 - b.x0)
  const pieces: Glyph[][] = []
  let right = Number.NEGATIVE_INFINITY
  let blank = false
  let last: Glyph | null = null
  for (const glyph of line) {
    if (isBlank(glyph.text)) {
      // What was taken out of a line leaves its width, and no blank.
      if (glyph.text === '') right = Math.max(right, glyph.x1)
      else blank = true
      continue
    }
    if (last && isRedrawn(last, glyph)) continue
    const gap = glyph.x0 - right
    const size = Math.max(glyph.size, last?.size ?? 0)
    if (!last || gap > COLUMN_GAP * size) pieces.push([glyph])
    else {
      if (gap > WORD_GAP * size || (blank && gap > WORD_GAP_AT_BLANK * size))
        pieces.at(-1)!.push(blankBetween(last, glyph, right))
      pieces.at(-1)!.push(glyph)
    }
    right = Math.max(right, glyph.x1)
    blank = false
    last = glyph
  }
  return pieces.map(toSegment)
}

/** Bold that a program fakes by drawing a glyph twice, a hair apart. */
function isRedrawn(a: Glyph, b: Glyph): boolean {
  return a.text === b.text && Math.abs(a.x0 - b.x0) < 0.15 * b.size && Math.abs(a.baseline - b.baseline) < 0.1 * b.size
}

function blankBetween(before: Glyph, after: Glyph, right: number): Glyph {
  return { ...before, text: ' ', x0: right, x1: after.x0, bold: before.bold && after.bold }
}

function toSegment(glyphs: Glyph[]): Segment {
  // Joined at once: a string that grows letter by letter is held as a chain of them.
  const text = glyphs.map((glyph) => glyph.text).join('')
  const lefts: number[] = []
  const rights: number[] = []
  const isSure = glyphs.every(({ confidence = 1 }) => confidence === 1)
  const confidences: number[] | null = isSure ? null : []
  let right = Number.NEGATIVE_INFINITY
  let letters = 0
  let bold = 0
  let italic = 0
  let boldLength: number | null = null
  for (const glyph of glyphs) {
    const units = glyph.text.length
    const step = (glyph.x1 - glyph.x0) / units
    for (let i = 0; i < units; i++) {
      lefts.push(glyph.x0 + i * step)
      rights.push(glyph.x0 + (i + 1) * step)
      confidences?.push(glyph.confidence ?? 1)
    }
    right = Math.max(right, glyph.x1)
    if (glyph.text !== ' ') {
      letters += units
      if (glyph.bold) bold += units
      else boldLength ??= text.slice(0, lefts.length - units).trimEnd().length
      if (glyph.italic) italic += units
    }
  }
  const size = medianOver(glyphs, sizeOf)
  const baseline = medianOver(glyphs, baselineOf)
  return {
    text,
    lefts,
    rights,
    confidences,
    left: lefts[0]!,
    right,
    top: baseline - ASCENT * size,
    bottom: baseline + DESCENT * size,
    baseline,
    size,
    bold: letters ? bold / letters : 0,
    italic: letters ? italic / letters : 0,
    boldLength: boldLength ?? text.length,
  }
}

/** Puts segments of one line together, a blank between them. */
export function mergeSegments(segments: readonly Segment[]): Segment {
  if (segments.length === 1) return segments[0]!
  const sorted = [...segments].sort((a, b) => a.left - b.left)
  const [first] = sorted as [Segment]
  const confidences = sorted.every((each) => each.confidences === null) ? null : [...confidencesOf(first)]
  const merged = { ...first, lefts: [...first.lefts], rights: [...first.rights], confidences }
  let weight = merged.text.length
  for (const next of sorted.slice(1)) {
    if (merged.boldLength === merged.text.length) merged.boldLength += next.boldLength > 0 ? 1 + next.boldLength : 0
    merged.text += ` ${next.text}`
    merged.lefts.push(merged.right, ...next.lefts)
    merged.rights.push(next.left, ...next.rights)
    confidences?.push(1, ...confidencesOf(next))
    const share = next.text.length / (weight + next.text.length)
    merged.bold += (next.bold - merged.bold) * share
    merged.italic += (next.italic - merged.italic) * share
    weight += next.text.length
    merged.right = Math.max(merged.right, next.right)
    merged.top = Math.min(merged.top, next.top)
    merged.bottom = Math.max(merged.bottom, next.bottom)
  }
  return merged
}

function confidencesOf({ confidences, lefts }: Segment): readonly number[] {
  return confidences ?? lefts.map(() => 1)
}

/** The part of a segment between two offsets of its text. */
export function sliceSegment(segment: Segment, start: number, end: number): Segment {
  const lefts = segment.lefts.slice(start, end)
  const rights = segment.rights.slice(start, end)
  const confidences = segment.confidences?.slice(start, end) ?? null
  const boldLength = Math.max(0, Math.min(segment.boldLength, end) - start)
  return {
    ...segment,
    text: segment.text.slice(start, end),
    lefts,
    rights,
    confidences,
    left: lefts[0]!,
    right: rights.at(-1)!,
    boldLength,
  }
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Glyphs side by side are mostly alike. */
function medianOver(glyphs: readonly Glyph[], of: (glyph: Glyph) => number): number {
  const first = of(glyphs[0]!)
  return glyphs.every((glyph) => of(glyph) === first) ? first : medianOf(glyphs.map(of))
}

function sizeOf(glyph: Glyph): number {
  return glyph.size
}

function baselineOf(glyph: Glyph): number {
  return glyph.baseline
}

function isBlank(text: string): boolean {
  return text.length <= 1 ? text === '' || text === ' ' : text.trim() === ''
}
