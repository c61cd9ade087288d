// Paragraphs of a story become blocks: those in tables rows and cells, what is anchored among them set behind its anchor.
import type { DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'
import { draftParagraphs, type Line } from './lines.ts'
import type { WordParagraph } from './story.ts'
import type { Style } from './styles.ts'
import { type MetRow, tableOf } from './tables.ts'

/** Blocks of a text box, and the character that holds it. */
export type Anchored = { at: number; blocks: DraftBlock[] }

export function blocksOf(
  paragraphs: readonly WordParagraph[],
  styles: readonly Style[],
  anchored: readonly Anchored[] = [],
): DraftBlock[] {
  const blocks: DraftBlock[] = []
  const boxes = [...anchored].sort((a, b) => a.at - b.at)
  let rows: MetRow[] = []
  let cells: Line[][] = []
  let lines: Line[] = []
  let box = 0
  const placeBoxes = (until: number) => {
    for (; box < boxes.length && boxes[box]!.at < until; box++) blocks.push(...boxes[box]!.blocks)
  }
  const closeTable = (until: number) => {
    if (rows.length > 0) blocks.push(tableOf(rows))
    // Cells of a row without an end: their words are kept.
    const rest = [...cells.flat(), ...lines]
    blocks.push(...draftParagraphs(rest, { align: null, level: null }, null))
    rows = []
    cells = []
    lines = []
    placeBoxes(until)
  }
  for (const paragraph of paragraphs) {
    const { look } = paragraph
    if (look.depth === 0) {
      closeTable(paragraph.start)
      blocks.push(...draftParagraphs(paragraph.lines, lookOf(paragraph, styles), null))
      placeBoxes(paragraph.end)
    } else if (look.depth === 1 && look.isRowEnd) {
      rows.push({ cells, sources: look.sources })
      cells = []
      lines = []
    } else {
      lines.push(...paragraph.lines)
      if (!paragraph.isCellEnd || look.depth > 1) continue
      cells.push(lines)
      lines = []
    }
  }
  closeTable(Number.POSITIVE_INFINITY)
  return blocks
}

/** Lines outside the running text; a line that only held a page number is left out. */
export function furnitureOf(
  paragraphs: readonly WordParagraph[],
  styles: readonly Style[],
  kind: 'note' | 'running-head',
): DraftParagraph[] {
  return paragraphs
    .flatMap((paragraph) => draftParagraphs(paragraph.lines, lookOf(paragraph, styles), kind))
    .filter(({ lines: [line] }) => kind === 'note' || !PAGE_NUMBER.test(cleanLine(line!.text)))
}

// What is left of “Trang 1/12” without its fields, or with figures typed.
const PAGE_NUMBER = /^[-–—\s]*(?:(?:trang|page)(?![\p{L}])(?:\s*số)?)?[\s:]*\d{0,4}\s*(?:[/|]\s*\d{0,4})?[-–—\s.]*$/iu

function lookOf({ look }: WordParagraph, styles: readonly Style[]): { align: number | null; level: number | null } {
  const heading = styles[look.style]?.heading ?? null
  return { align: look.align, level: heading ?? (look.outline === null ? null : look.outline + 1) }
}
