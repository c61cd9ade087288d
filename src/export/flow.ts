// A plan's text becomes its pieces in reading order: headings, paragraphs and tables, each with the section that it stands in.
import type { Plan, PlanTable, Section } from '../model/plan.ts'

export type Range = { start: number; end: number }

/** Number and heading of a section; what stands on the same line behind them is `rest`. */
export type HeadingPiece = Range & { kind: 'heading'; section: Section; path: readonly Section[]; rest: Range | null }
export type ParagraphPiece = Range & { kind: 'paragraph'; path: readonly Section[] }
export type TablePiece = Range & { kind: 'table'; table: PlanTable; path: readonly Section[] }

/** `path` are the sections around the piece, the outermost first; of a heading, without its own. */
export type Piece = HeadingPiece | ParagraphPiece | TablePiece

/** The heads of what is no part of the running text: notes, running heads, words of stamps. */
const FURNITURE = /(?:^|\n\n)(?=\[(?:Chú thích|Đầu trang, chân trang|Dấu chữ ký số)\](?:\n\n|$))/u

/** Where the running text ends and notes and running heads begin. */
export function bodyEnd(text: string): number {
  return FURNITURE.exec(text)?.index ?? text.length
}

/** Every word of the text is in one piece. */
export function piecesOf(plan: Plan): Piece[] {
  const { text } = plan
  const starts = new Map(allSections(plan.sections).map((each) => [each.section.span.start, each]))
  const tables = tableFinder(plan.tables)
  const pathAt = pathFinder(plan.sections)
  const pieces: Piece[] = []
  let until = 0
  for (const block of blocksOf(text)) {
    const start = Math.max(block.start, until)
    if (start >= block.end) continue
    const table = tables(block)
    const headed = table ? undefined : starts.get(start)
    if (table) pieces.push({ kind: 'table', ...block, table, path: pathAt(start) })
    else if (headed) {
      const piece = headingOf(headed.section, headed.path, text, block)
      pieces.push(piece)
      until = piece.end
    } else pieces.push({ kind: 'paragraph', start, end: block.end, path: pathAt(start) })
  }
  return pieces
}

export function allSections(
  sections: readonly Section[],
  path: readonly Section[] = [],
): { section: Section; path: readonly Section[] }[] {
  return sections.flatMap((section) => [{ section, path }, ...allSections(section.children, [...path, section])])
}

/** The words of a heading piece as printed: “II.1 Chỉ tiêu”, without what follows on the line. */
export function headingWords(text: string, { start, end, rest }: HeadingPiece): string {
  return text.slice(start, rest?.start ?? end).trim()
}

/** Number and heading as printed, on one line: for paths and outlines. */
export function titleOf(text: string, section: Section): string {
  const { number, heading, span } = section
  const numberEnd = span.start + (number?.length ?? 0)
  const own = text.indexOf(section.text.split('\n\n', 1)[0]!, numberEnd)
  // Between a number and its paragraph stands no more than a closing mark, or the number of the section above again.
  const unheaded = own > numberEnd && own - span.start < LONGEST_MARK ? own : numberEnd
  const found = heading === null ? -1 : text.indexOf(heading, numberEnd)
  return text
    .slice(span.start, found < 0 ? unheaded : found + heading!.length)
    .replace(/\s+/g, ' ')
    .trim()
}

const LONGEST_MARK = 60

function headingOf(section: Section, path: readonly Section[], text: string, block: Range): HeadingPiece {
  const { number, heading } = section
  const numberEnd = block.start + (number?.length ?? 0)
  const at = heading === null ? numberEnd : Math.max(numberEnd, text.indexOf(heading, block.start))
  const headEnd = at + (heading?.length ?? 0)
  // A number alone on its line has its heading in the lines below.
  const blockEnd = headEnd <= block.end ? block.end : endOfBlock(text, headEnd)
  const first = section.text.split('\n\n', 1)[0]!
  const own = first === '' ? -1 : text.indexOf(first, headEnd)
  const rest = own >= 0 && own < blockEnd ? { start: own, end: blockEnd } : null
  return { kind: 'heading', start: block.start, end: blockEnd, section, path, rest }
}

function endOfBlock(text: string, from: number): number {
  const end = text.indexOf('\n\n', from)
  return end < 0 ? text.length : end
}

function* blocksOf(text: string): Generator<Range> {
  for (let start = 0; start < text.length; ) {
    const end = endOfBlock(text, start)
    if (text.slice(start, end).trim() !== '') yield { start, end }
    start = end + 2
  }
}

function tableFinder(tables: readonly PlanTable[]): (block: Range) => PlanTable | undefined {
  const ranges = tables.flatMap((table) => {
    const spans = table.rows.flatMap(({ cells }) => cells.map(({ span }) => span))
    return spans.length === 0 ? [] : [{ table, start: Math.min(...spans.map(({ start }) => start)) }]
  })
  const byStart = ranges.sort((a, b) => a.start - b.start)
  let next = 0
  // Blocks come in order.
  return ({ start, end }) => {
    while (next < byStart.length && byStart[next]!.start < start) next++
    const found = byStart[next]
    return found && found.start <= end ? found.table : undefined
  }
}

function pathFinder(sections: readonly Section[]): (offset: number) => readonly Section[] {
  return (offset) => {
    const path: Section[] = []
    let found: Section | undefined
    let among = sections
    do {
      found = among.find(({ span }) => offset >= span.start && offset < span.end)
      if (found) {
        path.push(found)
        among = found.children
      }
    } while (found)
    return path
  }
}
