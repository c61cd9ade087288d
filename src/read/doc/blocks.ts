// Paragraphs of a story become blocks: those in tables rows and cells, what is anchored among them set behind its anchor.
import type { DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'
import { type FlowLine, flowBlocks } from './flow.ts'
import { draftParagraph, type Line, textOf } from './lines.ts'
import type { WordParagraph } from './story.ts'
import type { Style } from './styles.ts'
import { type MetRow, tableOf } from './tables.ts'

/** Blocks of a text box, and the character that holds it. */
export type Anchored = { at: number; blocks: DraftBlock[] }

// What is left of “Trang 1/12” without its fields, or with figures typed.
const PAGE_NUMBER = /^[-–—\s]*(?:(?:trang|page)(?!\p{L})(?:\s*số)?)?[\s:]*\d{0,4}\s*(?:[/|]\s*\d{0,4})?[-–—\s.]*$/iu

export function blocksOf(
  paragraphs: readonly WordParagraph[],
  styles: readonly Style[],
  anchored: readonly Anchored[] = [],
): DraftBlock[] {
  // Lists of blocks, laid flat at the end: a story can have more blocks than a call can have arguments.
  const blocks: DraftBlock[][] = []
  const boxes = [...anchored].sort((a, b) => a.at - b.at)
  let next = 0
  const boxesBefore = (end: number): DraftBlock[] => {
    const from = next
    while (next < boxes.length && boxes[next]!.at < end) next++
    return boxes.slice(from, next).flatMap((box) => box.blocks)
  }
  let flow: FlowLine[] = []
  let rows: MetRow[] = []
  let cells: Line[][] = []
  let lines: Line[] = []
  const closeFlow = () => {
    blocks.push(flowBlocks(flow))
    flow = []
  }
  const closeTable = (end: number) => {
    if (rows.length > 0) blocks.push([tableOf(rows)])
    // Cells of a row without an end: their words are kept.
    const rest = [...cells.flat(), ...lines].map((line) => draftParagraph(line, { align: null, level: null }, null))
    blocks.push(rest, boxesBefore(end))
    rows = []
    cells = []
    lines = []
  }
  let wasInTable = false
  for (const paragraph of paragraphs) {
    const { look } = paragraph
    const isInTable = look.depth > 0
    if (isInTable && !wasInTable) closeFlow()
    if (!isInTable && wasInTable) closeTable(paragraph.start)
    wasInTable = isInTable
    if (!isInTable) for (const line of flowOf(paragraph, styles, boxesBefore(paragraph.end))) flow.push(line)
    else if (look.depth === 1 && look.isRowEnd) {
      rows.push({ cells, sources: look.sources })
      cells = []
      lines = []
    } else {
      for (const line of paragraph.lines) lines.push(line)
      if (!paragraph.isCellEnd || look.depth > 1) continue
      cells.push(lines)
      lines = []
    }
  }
  closeFlow()
  closeTable(Number.POSITIVE_INFINITY)
  return blocks.flat()
}

/** Lines outside the running text; a line that only held a page number is left out. */
export function furnitureOf(
  paragraphs: readonly WordParagraph[],
  styles: readonly Style[],
  kind: 'note' | 'running-head',
): DraftParagraph[] {
  return paragraphs
    .flatMap((paragraph) => flowOf(paragraph, styles, []))
    .filter(({ line }) => kind === 'note' || !PAGE_NUMBER.test(cleanLine(textOf(line))))
    .map(({ line, ...look }) => draftParagraph(line, look, kind))
}

function flowOf({ look, lines }: WordParagraph, styles: readonly Style[], boxes: DraftBlock[]): FlowLine[] {
  // A level of outline set by hand claims nothing: Word itself sets them for its document map.
  const level = styles[look.style]?.heading ?? null
  return lines.map((line, i) => ({ line, align: look.align, level, boxes: i === lines.length - 1 ? boxes : [] }))
}
