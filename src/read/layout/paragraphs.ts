// Lines in reading order become paragraphs: joined over line ends and pages, parted where the layout parts them.
import { isCapitals, startsLow } from '../../text/words.ts'
import type { Segment } from './segments.ts'

export type PageLine = {
  line: Segment
  page: number
  /** Null in running text; lines of a column are never joined. */
  column: number | null
  /** The width class of its page: pages of one class share their margins. */
  sheet: string
  /** Something stands between this line and the one before: a table, the start of another column. */
  parted: boolean
}

export type JoinOptions = {
  /** How much of the text width a line may fall short and still count as full: letters of typed text have no width. */
  slack: number
  /** Lines of typed text: letters of equal width stand for letters that are not. */
  isTyped: boolean
  /** From line to line in points, where it is known; else it is measured. */
  leading: number | null
}

type Margins = { left: number; right: number; leading: number }

// Running lines that tell the margins of a page, and points: a page that lies beside the others keeps the width between its margins.
const TELLING = 10
const SAME_WIDTH = 5

const MARKER =
  /^(?:[-+*•–—▪➢✓]\s|[a-zđ]\/\s|[a-zđ]-\s\p{Lu}|\(?(?:[a-zđ]|\d{1,2}|[ivx]{1,4})\)\s?\S|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]\s?\p{Lu}|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\s+\p{Lu}|[IVXLC]{1,6}\s?[.)/-]\s?\p{L}|(?:Điều|Chương|Phần|Mục|Phụ lục|Bước|Đợt|Giai đoạn)\s+(?:\d+|[IVXLC]+|thứ)(?!\p{L})|Nơi nhận\s*:)/u
const BULLET = /^[-+*•–—▪➢✓]\s*/u
const ENDED = /[.;:!?…]["”’)]*$/u
const FINISHED = /[.!?;]["”’)]*$/u
// The mark that ends an administrative document.
const CLOSED = /\.\s?\/\s?\.$/u

/** Paragraphs as runs of lines. */
export function joinLines(lines: readonly PageLine[], options: JoinOptions): PageLine[][] {
  const shifts = options.isTyped ? new Map<number, number>() : shiftsOf(lines)
  const aligned = lines.map((line) => shifted(line, shifts.get(line.page) ?? 0))
  const margins = measureMargins(aligned, options)
  const paragraphs: { own: PageLine[]; aligned: PageLine[] }[] = []
  for (const [i, line] of aligned.entries()) {
    const paragraph = paragraphs.at(-1)
    const before = paragraph?.aligned.at(-1)
    if (paragraph && before && goesOn(before, line, paragraph.aligned, margins.get(line.sheet)!, options)) {
      paragraph.own.push(lines[i]!)
      paragraph.aligned.push(line)
    } else paragraphs.push({ own: [lines[i]!], aligned: [line] })
  }
  return paragraphs.map(({ own }) => own)
}

/** How far pages of a scan lie beside the page in their middle: their sheets were put on the glass by hand. */
function shiftsOf(lines: readonly PageLine[]): Map<number, number> {
  const shifts = new Map<number, number>()
  for (const sheet of new Set(lines.map((line) => line.sheet))) {
    const pages = [...groupByPage(lines.filter((line) => line.sheet === sheet && line.column === null))]
      .filter(([, own]) => own.length >= TELLING)
      .map(([page, own]) => ({
        page,
        left: edgeOf(own, (line) => line.left, 0.05),
        right: edgeOf(own, (line) => line.right, 0.93),
      }))
      .sort((a, b) => a.left - b.left)
    const usual = pages[pages.length >> 1]
    for (const { page, left, right } of usual ? pages : []) {
      const [atLeft, atRight] = [left - usual!.left, right - usual!.right]
      if (Math.abs(atLeft - atRight) <= SAME_WIDTH) shifts.set(page, (atLeft + atRight) / 2)
    }
  }
  return shifts
}

function groupByPage(lines: readonly PageLine[]): Map<number, PageLine[]> {
  const pages = new Map<number, PageLine[]>()
  for (const line of lines) {
    const own = pages.get(line.page) ?? []
    own.push(line)
    pages.set(line.page, own)
  }
  return pages
}

function edgeOf(lines: readonly PageLine[], edge: (line: Segment) => number, share: number): number {
  const edges = lines.map(({ line }) => edge(line)).sort((a, b) => a - b)
  return edges[Math.floor(edges.length * share)] ?? 0
}

function shifted(line: PageLine, by: number): PageLine {
  return by === 0 ? line : { ...line, line: { ...line.line, left: line.line.left - by, right: line.line.right - by } }
}

function measureMargins(lines: readonly PageLine[], { leading }: JoinOptions): Map<string, Margins> {
  const margins = new Map<string, Margins>()
  for (const sheet of new Set(lines.map((line) => line.sheet))) {
    const all = lines.filter((line) => line.sheet === sheet)
    const running = all.filter((line) => line.column === null)
    const own = running.length > 0 ? running : all
    const rights = own.map(({ line }) => line.right).sort((a, b) => a - b)
    const lefts = own.map(({ line }) => line.left).sort((a, b) => a - b)
    const steps = own.slice(1).flatMap(({ line, page }, i) => {
      const step = line.baseline - own[i]!.line.baseline
      return page === own[i]!.page && step > 0.8 * line.size && step < 2.5 * line.size ? [step] : []
    })
    steps.sort((a, b) => a - b)
    margins.set(sheet, {
      left: lefts[Math.floor(lefts.length * 0.05)] ?? 0,
      right: rights[Math.floor(rights.length * 0.93)] ?? 0,
      leading: leading ?? steps[Math.floor(steps.length * 0.4)] ?? 0,
    })
  }
  return margins
}

function goesOn(a: PageLine, b: PageLine, paragraph: readonly PageLine[], margins: Margins, options: JoinOptions): boolean {
  if (b.parted || a.column !== null || b.column !== null || a.sheet !== b.sheet) return false
  // No width tells where typed capitals end: what goes on in small letters is another paragraph.
  if (options.isTyped && isCapitals(a.line.text) && !isCapitals(b.line.text)) return false
  const width = margins.right - margins.left
  const room = margins.right - a.line.right
  const fits = firstWordWidth(b.line) + 0.25 * b.line.size <= room - Math.min(2, width * 0.01)
  const fitsForSure = fits && room > options.slack * width
  const low = startsLow(b.line.text)
  const isMarked = MARKER.test(b.line.text)
  const startsBullet = BULLET.test(b.line.text)
  const indent = b.line.left - margins.left
  const isIndented = indent > 0.8 * b.line.size && b.line.left > a.line.left + 0.5 * b.line.size
  if (
    isMarked &&
    (fits || ENDED.test(a.line.text) || isIndented) &&
    !(startsBullet && !fitsForSure && startsLowAfterBullet(b.line.text) && !isIndented)
  )
    return false
  if (Math.abs(a.line.size - b.line.size) > 0.12 * Math.max(a.line.size, b.line.size)) return false
  const step = b.line.baseline - a.line.baseline
  const isFar = a.page === b.page && margins.leading > 0 && step > 1.7 * margins.leading
  if (
    isCentred(a.line, margins) &&
    isCentred(b.line, margins) &&
    !fits &&
    !isMarked &&
    a.page === b.page &&
    !isFar &&
    !weightChanges(a.line, b.line)
  )
    return true
  const isHanging = paragraph.length === 1 && BULLET_OR_NUMBER.test(a.line.text)
  if (isIndented && !isHanging && !(low && !fitsForSure)) return false
  if (isFar && !(low && !fits)) return false
  if (a.page === b.page && margins.leading > 0 && step > 1.22 * margins.leading && (fits || FINISHED.test(a.line.text)))
    return false
  if (weightChanges(a.line, b.line) && (fits || FINISHED.test(a.line.text))) return false
  if (CLOSED.test(a.line.text)) return false
  if (fitsForSure)
    return options.isTyped && !FINISHED.test(a.line.text) && (low || isMidSentence(a.line, paragraph, room / width))
  if (fits) return !ENDED.test(a.line.text) || low
  return true
}

/** Typed lines have no true width: one that falls short still goes on where nothing ended it and it is no title. */
function isMidSentence(line: Segment, paragraph: readonly PageLine[], shortfall: number): boolean {
  if (ENDED.test(line.text) || isCapitals(line.text)) return false
  return paragraph.length > 1
    ? shortfall < 0.4
    : shortfall < 0.25 && (BULLET.test(line.text) || !MARKER.test(line.text)) && line.text.length > 40
}

const BULLET_OR_NUMBER = /^(?:[-+*•–—▪➢✓]|\(?[\p{L}\d.]{1,8}[.)/])/u

function isCentred(line: Segment, margins: Margins): boolean {
  return Math.abs(line.left - margins.left - (margins.right - line.right)) < 0.05 * (margins.right - margins.left)
}

function startsLowAfterBullet(text: string): boolean {
  return startsLow(text.replace(BULLET, ''))
}

function weightChanges(a: Segment, b: Segment): boolean {
  return (a.bold > 0.9 && b.bold < 0.1) || (a.bold < 0.1 && b.bold > 0.9)
}

function firstWordWidth(line: Segment): number {
  const end = line.text.indexOf(' ')
  const last = end < 0 ? line.text.length - 1 : end - 1
  return line.rights[last]! - line.lefts[0]!
}
