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

export type Line = {
  /** Tabs stay, so that columns set with them can be told. */
  text: string
  boldLength: number
  isOpen: boolean
  letters: number
  bold: number
  italic: number
  sizes: Map<number, number>
  /** Which stretch between tabs it is, where a paragraph is cut at them. */
  column: number
}

type Run = { isBold?: boolean; isItalic?: boolean; fontSize?: number | null }

/** A soft break parts what was typed on lines of its own; with `cut`, wide gaps part columns. */
export function linesOf(paragraph: Node, cut: RegExp | null = null): Line[] {
  const lines = [emptyLine(0)]
  const addText = (words: string, run: Run) => {
    const [first = '', ...rest] = cut ? words.split(cut) : [words]
    addWords(lines.at(-1)!, first, run)
    for (const more of rest) {
      if (lines.at(-1)!.text.trim() !== '') lines.push(emptyLine(lines.at(-1)!.column + 1))
      addWords(lines.at(-1)!, more, run)
    }
  }
  const visit = (inner: Node, run: Run) => {
    if (inner.type === 'text') addText(inner.value ?? '', run)
    else if (inner.type === 'tab') addText('\t', run)
    else if (inner.type === 'break') lines.push(emptyLine(0))
    else for (const part of inner.children ?? []) visit(part, inner.type === 'run' ? inner : run)
  }
  for (const inner of paragraph.children ?? []) visit(inner, {})
  return lines
}

function emptyLine(column: number): Line {
  return { text: '', boldLength: 0, isOpen: true, letters: 0, bold: 0, italic: 0, sizes: new Map(), column }
}

function addWords(line: Line, words: string, { isBold, isItalic, fontSize }: Run): void {
  line.text += words
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
