// Words for a terminal: without control characters, cut to a width, in columns, in colour where the terminal wants it.
import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Paints words; leaves them plain where nobody sees colours. */
export type Paint = (style: Style, words: string) => string

export function paintFor(stream: { isTTY?: boolean }): Paint {
  const isWanted = stream.isTTY === true && !process.env.NO_COLOR
  return (style, words) => (isWanted ? styleText(style, words) : words)
}

/** Words of a document or a file name, safe to print: no escape sequences, no direction marks, one line. */
export function printable(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Columns that the words take: marks take none, wide letters two. */
export function widthOf(words: string): number {
  let width = 0
  for (const letter of words)
    width += /\p{M}/u.test(letter)
      ? 0
      : /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u.test(letter)
        ? 2
        : 1
  return width
}

/** Cut to a width, “…” for what is gone; from the middle where the end matters as much (file names). */
export function cut(words: string, width: number, where: 'end' | 'middle' = 'end'): string {
  if (widthOf(words) <= width) return words
  const letters = [...words]
  const tail = where === 'middle' ? Math.floor((width - 1) / 2) : 0
  return `${letters.slice(0, Math.max(0, width - 1 - tail)).join('')}…${tail > 0 ? letters.slice(-tail).join('') : ''}`
}

/** Breaks words into lines of a width. */
export function wrap(words: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

export type Column = { head: string; align?: 'right' /** Narrowed when the terminal is narrow. */; isElastic?: boolean }

/** Rows under heads, as wide as `width` allows. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columns.map(({ head }, i) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[i] ?? '')), widthOf(head)),
  )
  const over = widths.reduce((sum, each) => sum + each + 2, -2) - width
  const elastic = columns.findIndex((column) => column.isElastic)
  if (over > 0 && elastic >= 0) widths[elastic] = Math.max(16, widths[elastic]! - over)
  return [columns.map(({ head }) => head), ...rows].map((cells) =>
    columns
      .map(({ align }, i) => {
        const cell = cut(cells[i] ?? '', widths[i]!, 'middle')
        const blanks = ' '.repeat(widths[i]! - widthOf(cell))
        return align === 'right' ? blanks + cell : cell + blanks
      })
      .join('  ')
      .trimEnd(),
  )
}
