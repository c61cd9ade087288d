// Segments of a page become lines in reading order: two-column blocks (letterhead, closing block) are read column by column.
import { medianOf, mergeSegments, type Segment, sliceSegment } from './segments.ts'

/** A line of running text (column null) or of one column of a block that stands side by side. */
export type OrderedLine = { line: Segment; column: number | null; block: number | null }

type Row = { segments: Segment[]; top: number; bottom: number }
type Gap = { from: number; to: number }
type Band = { rows: Row[]; gutter: Gap }

// Points.
const NARROWEST_GUTTER = 5
const FARTHEST_ROWS = 170
const WIDEST_MARKER_GAP = 60

// What stands below a letterhead across its columns.
const ADDRESSED = /^Kính gửi(?!\p{L})/iu

const MARKER = /^(?:[-+*•–—▪]|[IVXLC]{1,6}[.)/]?|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]?|\(?[a-zđ][.)])$/u

/** Lines from top to bottom; inside a two-column block first the left column, then the right one. */
export function orderLines(segments: readonly Segment[]): OrderedLine[] {
  const rows = groupRows(segments).map(joinMarkers)
  const ordered: OrderedLine[] = []
  let block = 0
  for (let i = 0; i < rows.length; ) {
    const band = bandFrom(rows, i)
    if (band) {
      ordered.push(...readBand(band, block++))
      i += band.rows.length
    } else {
      ordered.push(...readRow(rows[i]!, block))
      if (rows[i]!.segments.length > 1) block++
      i++
    }
  }
  return ordered
}

/** One line per row, whatever the gaps in it: for the inside of a table cell. */
export function mergeRows(segments: readonly Segment[]): Segment[] {
  return groupRows(segments).map((row) => mergeSegments(row.segments))
}

function groupRows(segments: readonly Segment[]): Row[] {
  const rows: Row[] = []
  for (const segment of [...segments].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = rows.at(-1)
    const overlap = row ? Math.min(row.bottom, segment.bottom) - Math.max(row.top, segment.top) : 0
    const stands = row?.segments.some((other) => other.left < segment.right && other.right > segment.left)
    if (row && !stands && overlap > 0.45 * Math.min(segment.bottom - segment.top, row.bottom - row.top)) {
      row.segments.push(segment)
      row.bottom = Math.max(row.bottom, segment.bottom)
    } else rows.push({ segments: [segment], top: segment.top, bottom: segment.bottom })
  }
  for (const row of rows) row.segments.sort((a, b) => a.left - b.left)
  return rows
}

/** A list marker belongs to the words behind it, however wide the tab between them. */
function joinMarkers(row: Row): Row {
  const segments: Segment[] = []
  for (const segment of row.segments) {
    const last = segments.at(-1)
    if (last && MARKER.test(last.text) && segment.left - last.right < WIDEST_MARKER_GAP)
      segments[segments.length - 1] = mergeSegments([last, segment])
    else segments.push(segment)
  }
  return { ...row, segments }
}

/** The rows from `start` on that leave one vertical gutter free, or null where nothing stands side by side. */
function bandFrom(rows: readonly Row[], start: number): Band | null {
  const first = rows[start]!
  const second = rows[start + 1]
  let gutters =
    first.segments.length > 1 ? gapsOf(first) : second && interleaves(first, second) ? gapsOf(sideBySide(first, second)) : []
  const taken = [first]
  for (let i = start + 1; gutters.length > 0 && i < rows.length; i++) {
    const row = taken.length > 1 ? splitAt(rows[i]!, gutters) : rows[i]!
    if (ADDRESSED.test(row.segments[0]?.text ?? '')) break
    if (row.top - taken.at(-1)!.bottom > FARTHEST_ROWS || isCentredBetween(row, taken)) break
    const next = gutters.flatMap((gutter) => freeParts(gutter, row)).filter((gap) => gap.to - gap.from >= NARROWEST_GUTTER)
    if (next.length === 0) break
    gutters = next
    taken.push(row)
  }
  if (gutters.length === 0 || taken.length < 2) return null
  return { rows: taken, gutter: gutters.reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best)) }
}

/** A title below a letterhead: one line alone, in the middle of the page rather than in a column. */
function isCentredBetween(row: Row, taken: readonly Row[]): boolean {
  const [line] = row.segments
  if (row.segments.length !== 1 || !line || taken.length < 2) return false
  const pairs = taken.filter(({ segments }) => segments.length === 2).map(({ segments }) => segments as [Segment, Segment])
  if (pairs.length < 2) return false
  const middleOf = (segments: readonly Segment[]) => medianOf(segments.map(({ left, right }) => (left + right) / 2))
  const [left, right] = [middleOf(pairs.map(([first]) => first)), middleOf(pairs.map(([, second]) => second))]
  const middle = (line.left + line.right) / 2
  return Math.abs(middle - (left + right) / 2) < 0.2 * (right - left)
}

/** Two lines on different baselines, closer than lines of one column ever are. */
function interleaves(a: Row, b: Row): boolean {
  const [left] = a.segments
  const [right] = b.segments
  if (!left || !right || b.top - a.top > 0.8 * (a.bottom - a.top)) return false
  return left.right + NARROWEST_GUTTER < right.left || right.right + NARROWEST_GUTTER < left.left
}

function sideBySide(a: Row, b: Row): Row {
  return { ...a, segments: [...a.segments, ...b.segments].sort((x, y) => x.left - y.left) }
}

/** A line of the left column that comes close to the right one is cut where its widest blank meets the gutter. */
function splitAt(row: Row, gutters: readonly Gap[]): Row {
  return { ...row, segments: row.segments.flatMap((segment) => splitSegment(segment, gutters)) }
}

function splitSegment(segment: Segment, gutters: readonly Gap[]): Segment[] {
  const blanks = [...segment.text.matchAll(/ /g)].map(({ index }) => ({
    index,
    from: segment.lefts[index]!,
    to: segment.rights[index]!,
  }))
  const usual = medianOf(blanks.map(({ from, to }) => to - from))
  const cut = blanks.find(
    ({ from, to }) => to - from > 1.7 * usual && gutters.some((gutter) => from < gutter.to && to > gutter.from),
  )
  if (!cut) return [segment]
  return [sliceSegment(segment, 0, cut.index), sliceSegment(segment, cut.index + 1, segment.text.length)]
}

function gapsOf(row: Row): Gap[] {
  return row.segments.slice(1).map((segment, i) => ({ from: row.segments[i]!.right, to: segment.left }))
}

function freeParts(gutter: Gap, row: Row): Gap[] {
  let free: Gap[] = [gutter]
  for (const { left, right } of row.segments) {
    free = free.flatMap(({ from, to }) => [
      { from, to: Math.min(to, left) },
      { from: Math.max(from, right), to },
    ])
    free = free.filter((gap) => gap.to > gap.from)
  }
  return free
}

function readBand({ rows, gutter }: Band, block: number): OrderedLine[] {
  const middle = (gutter.from + gutter.to) / 2
  const column = (isLeft: boolean) =>
    rows.flatMap((row) => {
      const cut = strayColumn(row, middle)
      const mine = row.segments.filter((segment) => segment.left < cut === isLeft)
      return mine.length === 0 ? [] : [{ line: mergeSegments(mine), column: isLeft ? 0 : 1, block }]
    })
  return [...column(true), ...column(false)]
}

/** Typed text sets the right column where it likes: behind a wide gap the words belong to it even left of the gutter. */
function strayColumn(row: Row, middle: number): number {
  if (row.segments.length < 2 || row.segments.some((segment) => segment.left >= middle)) return middle
  const widest = gapsOf(row).reduce((best, gap) => (gap.to - gap.from > best.to - best.from ? gap : best))
  return widest.to - widest.from > 4 * row.segments[0]!.size ? widest.to : middle
}

function readRow(row: Row, block: number): OrderedLine[] {
  const widest = Math.max(0, ...gapsOf(row).map((gap) => gap.to - gap.from))
  if (widest < 3 * row.segments[0]!.size) return [{ line: mergeSegments(row.segments), column: null, block: null }]
  return row.segments.map((line, column) => ({ line, column, block }))
}
