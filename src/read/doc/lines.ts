// Words with their looks become lines: how much of each is bold or italic, and how large its letters are.
import type { Look } from '../../model/document.ts'
import type { DraftLine, DraftParagraph } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'

/** `boldEnd` is where the bold words at the start end; it grows while the line `isOpen`. */
export type Line = {
  text: string
  boldEnd: number
  isOpen: boolean
  letters: number
  bold: number
  italic: number
  /** Letters by their size in half points. */
  sizes: Map<number, number>
}

const ALIGNMENTS: readonly Look['align'][] = ['left', 'center', 'right', 'justify', 'justify', 'justify']

export function emptyLine(): Line {
  return { text: '', boldEnd: 0, isOpen: true, letters: 0, bold: 0, italic: 0, sizes: new Map() }
}

export function addWords(line: Line, words: string, look: { bold: boolean; italic: boolean; size: number }): void {
  line.text += words
  const letters = words.trim().length
  if (letters === 0) return
  line.letters += letters
  line.sizes.set(look.size, (line.sizes.get(look.size) ?? 0) + letters)
  if (look.bold) line.bold += letters
  if (look.italic) line.italic += letters
  if (look.bold && line.isOpen) line.boldEnd = line.text.length
  else line.isOpen = false
}

export function draftLine(line: Line): DraftLine {
  const text = cleanLine(line.text)
  const boldLength = Math.min(text.length, cleanLine(line.text.slice(0, line.boldEnd)).length)
  return { text, glued: false, boldLength, place: null }
}

/** A soft break parts what was typed on lines of its own. */
export function draftParagraphs(
  lines: readonly Line[],
  { align, level }: { align: number | null; level: number | null },
  furniture: DraftParagraph['furniture'],
): DraftParagraph[] {
  return lines.map((line) => ({
    kind: 'paragraph',
    lines: [draftLine(line)],
    look: {
      bold: line.letters ? line.bold / line.letters : 0,
      italic: line.letters ? line.italic / line.letters : 0,
      size: sizeOf(line),
      align: align === null ? null : (ALIGNMENTS[align] ?? null),
    },
    level,
    column: null,
    page: null,
    furniture,
  }))
}

/** In points: the size of most letters. */
function sizeOf({ sizes }: Line): number | null {
  const [most] = [...sizes].sort(([, a], [, b]) => b - a)
  return most ? most[0] / 2 : null
}
