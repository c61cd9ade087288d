// Lines of all pages become body lines and furniture: page numbers, running heads, signature stamps.
import { nameKey } from '../../text/fold.ts'
import { medianOf, type Segment } from './segments.ts'

export type PlacedLine = { line: Segment; page: number; pageHeight: number }

export type FurnitureKind = 'page-number' | 'running-head' | 'stamp'

const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:trang\s*(?:số\s*)?:?\s*)?(\d{1,4})(?:\s*[/|]\s*\d{1,4})?(?:\s*[-–—])?$/iu
const STAMP =
  /^(?:ký bởi|người ký|signature not verified|digitally signed|ký số bởi|thời gian ký|giờ ký|ngày ký|cơ quan:|email:)/iu
// Shares of the page height: the running head and foot of the decree's layout stand in the margins of 20 to 25 mm.
const HEAD_ZONE = 0.085
const FOOT_ZONE = 0.075
const A4_HEIGHT = 842
// Shares of the font size: of the text's around a stamp, and from line to line inside it.
const SMALL = 0.85
const STAMP_LEADING = 1.6

/** The kind of furniture that each line is, or null for body lines; in the order of the lines. */
export function markFurniture(lines: readonly PlacedLine[], pageCount: number): (FurnitureKind | null)[] {
  const repeats = new Map<string, Set<number>>()
  for (const placed of lines) {
    if (!isInMargin(placed)) continue
    const key = repeatKey(placed)
    repeats.set(key, (repeats.get(key) ?? new Set()).add(placed.page))
  }
  const isFirst = firstLines(lines)
  const stamps = stampLines(lines)
  return lines.map((placed, i) => {
    if (stamps.has(placed)) return 'stamp'
    if (PAGE_NUMBER.test(placed.line.text) && (isInMargin(placed) || (isFirst.has(i) && isPageNumber(placed))))
      return 'page-number'
    const pages = isInMargin(placed) ? (repeats.get(repeatKey(placed))?.size ?? 0) : 0
    return pageCount > 2 && pages >= Math.max(3, pageCount / 2) ? 'running-head' : null
  })
}

/** Lines that say who signed, and the lines of the same stamp: under each other at one edge, smaller than the page's text. */
function stampLines(lines: readonly PlacedLine[]): Set<PlacedLine> {
  const stamps = new Set(lines.filter(({ line }) => STAMP.test(line.text)))
  if (stamps.size === 0) return stamps
  const usual = medianOf(lines.map(({ line }) => line.size))
  for (const seed of stamps) {
    for (const other of lines) {
      if (stamps.has(other) || other.page !== seed.page || other.line.size > SMALL * usual) continue
      const isNext = Math.abs(other.line.baseline - seed.line.baseline) < STAMP_LEADING * seed.line.size
      const isAligned = Math.abs(other.line.left - seed.line.left) < seed.line.size
      const isAlike = Math.abs(other.line.size - seed.line.size) < 0.15 * seed.line.size
      // A set grows while it is walked: the lines below the next line follow.
      if (isNext && isAligned && isAlike) stamps.add(other)
    }
  }
  return stamps
}

/** The margins keep their width on a page laid across. */
function isInMargin({ line, pageHeight }: PlacedLine): boolean {
  const height = Math.max(pageHeight, A4_HEIGHT)
  return line.bottom < HEAD_ZONE * height || line.top > pageHeight - FOOT_ZONE * height
}

function isPageNumber({ line, page }: PlacedLine): boolean {
  return Number(PAGE_NUMBER.exec(line.text)![1]) === page
}

function repeatKey({ line, pageHeight }: PlacedLine): string {
  return `${line.baseline < pageHeight / 2} ${nameKey(line.text).replace(/\d+/g, '#')}`
}

/** The indexes of the topmost and the lowest line of every page. */
function firstLines(lines: readonly PlacedLine[]): Set<number> {
  const top = new Map<number, number>()
  const foot = new Map<number, number>()
  lines.forEach((placed, i) => {
    const first = top.get(placed.page)
    const last = foot.get(placed.page)
    if (first === undefined || placed.line.top < lines[first]!.line.top) top.set(placed.page, i)
    if (last === undefined || placed.line.bottom > lines[last]!.line.bottom) foot.set(placed.page, i)
  })
  return new Set([...top.values(), ...foot.values()])
}
