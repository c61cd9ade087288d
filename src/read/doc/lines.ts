// Words with their looks become lines: how much of each is bold or italic, and how large its letters are.
import type { Look } from '../../model/document.ts'
import type { DraftCell, DraftLine, DraftParagraph } from '../../model/draft.ts'
import { cleanLine } from '../../text/clean.ts'

type Words = { text: string; bold: boolean; italic: boolean; size: number }

/** One line as typed: stretches of words of one look, tabs and blanks kept. */
export type Line = Words[]

const ALIGNMENTS: readonly Look['align'][] = ['left', 'center', 'right', 'justify', 'justify', 'justify']

export function addWords(line: Line, text: string, { bold, italic, size }: Omit<Words, 'text'>): void {
  const last = line.at(-1)
  if (last && last.bold === bold && last.italic === italic && last.size === size) last.text += text
  else line.push({ text, bold, italic, size })
}

export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('')
}

/** The words of a line between two places. */
export function cutLine(line: Line, from: number, to: number): Line {
  let at = 0
  return line.flatMap((words) => {
    const start = at
    at += words.text.length
    const text = words.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...words, text }]
  })
}

export function draftLine(line: Line): DraftLine {
  const text = cleanLine(textOf(line))
  const light = line.findIndex((words) => !words.bold && lettersOf(words) > 0)
  const bold = light < 0 ? line : line.slice(0, light)
  const last = bold.findLastIndex((words) => words.bold && lettersOf(words) > 0)
  const boldLength = Math.min(text.length, cleanLine(textOf(bold.slice(0, last + 1))).length)
  return { text, glued: false, boldLength, place: null }
}

/** A soft break parts what was typed on lines of its own. */
export function draftParagraph(
  line: Line,
  { align, level }: { align: number | null; level: number | null },
  furniture: DraftParagraph['furniture'],
): DraftParagraph {
  return {
    kind: 'paragraph',
    lines: [draftLine(line)],
    look: {
      bold: shareOf([line], 'bold'),
      italic: shareOf([line], 'italic'),
      size: sizeOf(line),
      align: align === null ? null : (ALIGNMENTS[align] ?? null),
    },
    level,
    column: null,
    page: null,
    furniture,
  }
}

export function draftCell(lines: readonly Line[], column: number, colSpan: number): DraftCell {
  const filled = lines.filter((line) => cleanLine(textOf(line)) !== '')
  return { lines: filled.map(draftLine), column, colSpan, rowSpan: 1, bold: shareOf(filled, 'bold') }
}

function lettersOf({ text }: Words): number {
  return text.trim().length
}

function shareOf(lines: readonly Line[], look: 'bold' | 'italic'): number {
  let letters = 0
  let share = 0
  for (const words of lines.flat()) {
    letters += lettersOf(words)
    if (words[look]) share += lettersOf(words)
  }
  return letters ? share / letters : 0
}

/** In points: the size of most letters. */
function sizeOf(line: Line): number | null {
  const sizes = new Map<number, number>()
  for (const words of line) sizes.set(words.size, (sizes.get(words.size) ?? 0) + lettersOf(words))
  const [most] = [...sizes].sort(([, a], [, b]) => b - a)
  return most && most[1] > 0 ? most[0] / 2 : null
}
