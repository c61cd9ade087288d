// A report becomes a page of the terminal: as wide as it is, in colour where it has colours.
import type { Block, Column, Line, Mark, Report, Run } from '../render/report.ts'
import { type Context, widthFor } from './command.ts'
import { cut, type Paint, paintFor, printable, widthOf, wrap } from './terminal.ts'

const STYLES: Readonly<Record<Mark, Parameters<Paint>[0]>> = {
  added: 'green',
  removed: 'red',
  good: 'green',
  bad: 'red',
  dim: 'dim',
  strong: 'bold',
}
const WIDEST_CELL = 34
const WIDEST_NAME = 46

type Page = { paint: Paint; width: number; isPlain: boolean }

export function reportPage({ title, blocks }: Report, { stdout }: Pick<Context, 'stdout'>): string[] {
  const page: Page = { paint: paintFor(stdout), width: widthFor(stdout), isPlain: paintFor(stdout)('red', 'x') === 'x' }
  return [page.paint('bold', printable(title)), ...blocks.flatMap((block) => blockLines(block, page))]
}

function blockLines(block: Block, page: Page): string[] {
  if (block.kind === 'heading') {
    const lines = wrap(printable(block.text), page.width)
    return block.level === 2
      ? ['', ...lines.map((each) => page.paint('bold', each))]
      : lines.map((each) => page.paint('cyan', each))
  }
  if (block.kind === 'line') return flowing(block.runs, page, '')
  if (block.kind === 'list') return block.items.flatMap((item) => flowing(item, page, '  '))
  if (block.kind === 'pair') return flowing(block.inline, page, '    ')
  if (block.kind === 'figure') return []
  return tables(block.columns, block.rows, page)
}

/** Words of runs, wrapped: each word keeps the paint of its run. */
function flowing(runs: Line, { paint, width, isPlain }: Page, indent: string): string[] {
  const words: { text: string; mark: Mark | undefined; isGlued: boolean }[] = []
  let isGlued = false
  for (const each of runs) {
    const text = printable(each.text.replaceAll('\t', ' | '))
    const starts = /^\s/.test(each.text)
    if (text !== '') {
      const [open, close] = !isPlain
        ? ['', '']
        : each.mark === 'added'
          ? ['{+', '+}']
          : each.mark === 'removed'
            ? ['[-', '-]']
            : ['', '']
      text.split(' ').forEach((word, i, all) => {
        const shown = `${i === 0 ? open : ''}${word}${i === all.length - 1 ? close : ''}`
        words.push({ text: shown, mark: each.mark, isGlued: i === 0 && isGlued && !starts })
      })
    }
    isGlued = !/\s$/.test(each.text) && (text !== '' || !starts)
  }
  const lines: string[] = []
  let [row, used] = ['', 0]
  for (const { text, mark, isGlued: glued } of words) {
    const blank = used === 0 || glued ? 0 : 1
    if (used > 0 && indent.length + used + blank + widthOf(text) > width) {
      lines.push(indent + row)
      ;[row, used] = ['', 0]
    }
    row += (used === 0 || glued ? '' : ' ') + (mark ? paint(STYLES[mark], text) : text)
    used += (used === 0 || glued ? 0 : 1) + widthOf(text)
  }
  return used > 0 ? [...lines, indent + row] : lines
}

/** A table that is too wide goes on below with the first column repeated. */
function tables(columns: readonly Column[], rows: readonly (readonly Line[])[], page: Page): string[] {
  const words = (runs: Line) => printable(runs.map(({ text }) => text).join(''))
  const natural = columns.map(({ head }, j) => Math.max(widthOf(head), ...rows.map((row) => widthOf(words(row[j] ?? [])))))
  const widths = natural.map((width, j) => Math.min(width, j === 0 ? WIDEST_NAME : WIDEST_CELL))
  const groups: number[][] = []
  let used = 0
  for (let j = 1; j < columns.length; j++) {
    if (widths[j] === 0) continue
    const own = widths[j]! + 2
    if (groups.length === 0 || widths[0]! + used + own > page.width) {
      groups.push([])
      used = 0
    }
    groups.at(-1)!.push(j)
    used += own
  }
  return groups.flatMap((group, at) => {
    const shown = [0, ...group]
    const head = shown.map((j) => page.paint('bold', padded(columns[j]!.head, widths[j]!, columns[j]!.align))).join('  ')
    const body = rows.flatMap((row) =>
      rowLines(
        shown.map((j) => ({ runs: row[j] ?? [], width: widths[j]!, align: columns[j]!.align })),
        page,
      ),
    )
    return [...(at > 0 ? [''] : []), head.trimEnd(), ...body]
  })
}

/** Cells break over lines: nothing is cut off. */
function rowLines(cells: readonly { runs: Line; width: number; align: 'right' | undefined }[], { paint }: Page): string[] {
  const wrapped = cells.map(({ runs, width }) => ({
    lines: wrap(printable(runs.map(({ text }) => text).join('')), width),
    mark: markOf(runs),
  }))
  const height = Math.max(...wrapped.map(({ lines }) => lines.length))
  return Array.from({ length: height }, (_, i) =>
    cells
      .map(({ width, align }, j) => {
        const { lines, mark } = wrapped[j]!
        const words = padded(lines[i] ?? '', width, align)
        return mark && words.trim() !== '' ? paint(STYLES[mark], words) : words
      })
      .join('  ')
      .trimEnd(),
  )
}

function markOf(runs: readonly Run[]): Mark | undefined {
  return runs[0]?.mark
}

function padded(words: string, width: number, align: 'right' | undefined): string {
  const shown = cut(words, width)
  const blanks = ' '.repeat(Math.max(0, width - widthOf(shown)))
  return align === 'right' ? blanks + shown : shown + blanks
}
