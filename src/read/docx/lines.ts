// The runs of a paragraph, as mammoth gives them, become lines: words with the shares of their letters that are bold and italic.
import type { DraftLine, DraftParagraph } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'

/** What mammoth gives for an element of the document; only the fields that matter here. */
export type Node = {
  type: string
  children?: Node[]
  value?: string
  styleId?: string | null
  alignment?: string | null
  isBold?: boolean
  isItalic?: boolean
  fontSize?: number | null
  isHeader?: boolean
  colSpan?: number
  rowSpan?: number
}

type Run = { isBold?: boolean; isItalic?: boolean; fontSize?: number | null }

export type Line = {
  /** Composed letters; tabs and blanks stay, so that columns set with them can be told. */
  text: string
  /** What it is made of, so that it can be cut. */
  parts: { words: string; run: Run }[]
  boldLength: number
  isOpen: boolean
  letters: number
  bold: number
  italic: number
  sizes: Map<number, number>
}

/** A soft break parts what was typed on lines of its own. */
export function linesOf(paragraph: Node): Line[] {
  const lines = [emptyLine()]
  const visit = (inner: Node, run: Run) => {
    if (inner.type === 'text') addWords(lines.at(-1)!, inner.value ?? '', run)
    else if (inner.type === 'tab') addWords(lines.at(-1)!, '\t', run)
    else if (inner.type === 'break') lines.push(emptyLine())
    else for (const part of inner.children ?? []) visit(part, inner.type === 'run' ? inner : run)
  }
  for (const inner of paragraph.children ?? []) visit(inner, {})
  return lines
}

/** The part of a line from one offset of its text to another. */
export function cutLine(line: Line, start: number, end = line.text.length): Line {
  const cut = emptyLine()
  let at = 0
  for (const { words, run } of line.parts) {
    const own = words.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (own !== '') addWords(cut, own, run)
    at += words.length
  }
  return cut
}

function emptyLine(): Line {
  return { text: '', parts: [], boldLength: 0, isOpen: true, letters: 0, bold: 0, italic: 0, sizes: new Map() }
}

function addWords(line: Line, typed: string, run: Run): void {
  const words = typed.normalize('NFC')
  const { isBold, isItalic, fontSize } = run
  line.text += words
  line.parts.push({ words, run })
  const letters = words.trim().length
  if (letters === 0) return
  line.letters += letters
  if (isBold) line.bold += letters
  if (isItalic) line.italic += letters
  if (fontSize) line.sizes.set(fontSize, (line.sizes.get(fontSize) ?? 0) + letters)
  if (isBold && line.isOpen) line.boldLength = cleanLine(line.text).length
  else line.isOpen = false
}

export function draftLine(line: Line): DraftLine {
  return { text: cleanLine(line.text), glued: false, boldLength: line.boldLength, place: null }
}

/** A line of a paragraph as a paragraph. */
export function lineParagraph(
  line: Line,
  { alignment }: Node,
  level: number | null,
  furniture: DraftParagraph['furniture'],
  column: number | null = null,
): DraftParagraph {
  return {
    kind: 'paragraph',
    lines: [draftLine(line)],
    look: {
      bold: line.letters ? line.bold / line.letters : 0,
      italic: line.letters ? line.italic / line.letters : 0,
      size: sizeOf(line),
      align: alignment === 'both' ? 'justify' : ((alignment ?? null) as DraftParagraph['look']['align']),
    },
    level,
    column,
    page: null,
    furniture,
  }
}

/** The size of most letters, in points. */
function sizeOf(line: Line): number | null {
  let size: number | null = null
  for (const [points, letters] of line.sizes) if (size === null || letters > line.sizes.get(size)!) size = points
  return size
}
