// A report becomes Markdown.
import { escapeMarkdown } from './escape.ts'
import type { Block, Line, Report, Run } from './report.ts'

export function reportMarkdown({ title, blocks }: Report): string {
  return `${[`# ${escapeMarkdown(title)}`, ...blocks.flatMap(blockOf)].join('\n\n')}\n`
}

function blockOf(block: Block): string[] {
  if (block.kind === 'heading') return [`${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`]
  if (block.kind === 'line') return [words(block.runs)]
  if (block.kind === 'list') return [block.items.map((item) => `- ${words(item)}`).join('\n')]
  if (block.kind === 'pair') return [words(block.inline)]
  if (block.kind === 'figure') return []
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const heads = block.columns.map(({ head }) => escapeMarkdown(head))
  const rule = block.columns.map(({ align }) => (align === 'right' ? '---:' : '---'))
  return [[row(heads), row(rule), ...block.rows.map((cells) => row(cells.map(words)))].join('\n')]
}

function words(runs: Line): string {
  return runs.map(marked).join('')
}

function marked({ text, mark }: Run): string {
  const [lead] = /^\s*/.exec(text)!
  const [tail] = /\s*$/.exec(text.slice(lead.length))!
  const inner = escapeMarkdown(text.slice(lead.length, text.length - tail.length))
  if (inner === '') return ' '
  const blank = (part: string) => (part === '' ? '' : ' ')
  const shown = mark === 'removed' ? `~~${inner}~~` : mark === 'added' || mark === 'strong' ? `**${inner}**` : inner
  return blank(lead) + shown + blank(tail)
}
