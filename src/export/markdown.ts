// A plan becomes a readable Markdown file that our own reader reads back: the same headings, the same tables.
import type { Plan, PlanTable } from '../model/plan.ts'
import { escapeHtml } from '../render/escape.ts'
import { wellFormed } from '../text/clean.ts'
import { type HeadingPiece, type Piece, piecesOf, type Range } from './flow.ts'
import type { FilesFormat } from './format.ts'

/** Front matter with the facts of the header, then the whole text: headings, paragraphs, lists and tables as printed. */
export function toMarkdown(plan: Plan): string {
  const blocks = piecesOf(plan).map((piece) => blockOf(piece, plan))
  return `${frontMatter(plan)}\n${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

export const markdown: FilesFormat = { shape: 'files', ending: 'md', write: (plan) => toMarkdown(plan) }

function frontMatter({ id, source, header }: Plan): string {
  const facts: Record<string, string | number | readonly string[] | null> = {
    id,
    source: source.path,
    sha256: source.sha256,
    documentType: header.documentType,
    number: header.number,
    issuedOn: header.issuedOn,
    place: header.place,
    issuer: header.issuer?.name ?? null,
    province: header.province?.name ?? null,
    provinceCode: header.province?.code ?? null,
    year: header.year,
    title: header.title,
    theme: header.theme,
    addressees: header.addressees,
    signer: header.signer?.name ?? null,
  }
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${key}: ${yaml(value)}`)
  return ['---', ...lines, '---', ''].join('\n')
}

/** JSON is YAML; what YAML does not print is written by its number, and what is markup to those who know no front matter. */
function yaml(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? wellFormed(each) : each)).replace(
    /[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF<]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function blockOf(piece: Piece, plan: Plan): string {
  if (piece.kind === 'table') return tableOf(piece.table)
  if (piece.kind === 'heading') return headingOf(piece, plan.text)
  const words = plan.text.slice(piece.start, piece.end)
  const { title } = plan.header.spans
  // The title and the type above it stand in the middle of the page, large.
  if (piece.path.length === 0 && title && overlaps(piece, title)) return `**${escapeLine(words)}**`
  if (isType(piece, plan)) return `# ${escapeLine(words)}`
  return paragraphOf(words)
}

function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && a.end > b.start
}

/** The line right above the title: KẾ HOẠCH. */
function isType({ start, end, path }: Range & { path: readonly unknown[] }, { text, header }: Plan): boolean {
  const title = header.spans.title
  const words = text.slice(start, end)
  return path.length === 0 && title !== null && end < title.start && title.start - end <= 2 && !/\p{Ll}/u.test(words)
}

// A longer line, or one that ends like a sentence, is no heading to those who read Markdown.
const LONGEST_HEADING = 110
const DEEPEST = 6

function headingOf(piece: HeadingPiece, text: string): string {
  const { section, rest, start, end } = piece
  const lines = text
    .slice(start, rest?.start ?? end)
    .split('\n\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const follows = rest === null ? '' : text.slice(rest.start, rest.end)
  if (section.heading === null) return paragraphOf([...lines, follows].join(' ').trim())
  const marked = lines.map((line) => {
    const isHeading = rest === null && line.length <= LONGEST_HEADING && !/[;,]$/.test(line)
    return isHeading ? `${'#'.repeat(Math.min(DEEPEST, section.depth + 1))} ${escapeLine(line)}` : `**${escapeLine(line)}**`
  })
  return rest === null ? marked.join('\n\n') : `${marked.join('\n\n')} ${escapeInline(follows)}`
}

/** A dash in front stays one: it begins an item of a list in Markdown too. */
function paragraphOf(words: string): string {
  const item = /^- (?=\S)/.exec(words)
  return item ? `- ${escapeLine(words.slice(2))}` : escapeLine(words)
}

/** A line in which no word of the document is markup, not at its beginning either. */
function escapeLine(words: string): string {
  const line = escapeInline(words)
  if (/^(?:[-+=]|\\~)/.test(line)) return line.startsWith('\\') ? line : `\\${line}`
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (numbered) return `${numbered[1]}\\${line.slice(numbered[1]!.length)}`
  // What only marks a page, to those who read what recognition wrote.
  return /^(?:page|trang|\d{1,3}$)/iu.test(line) ? `&#${line.charCodeAt(0)};${line.slice(1)}` : line
}

function escapeInline(words: string): string {
  return safe(words)
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Control characters and marks of direction could make a page say something else than the document. */
function safe(words: string): string {
  return wellFormed(words)
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
}

function tableOf(table: PlanTable): string {
  const { rows } = table
  if (rows.length === 0) return ''
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const heads = rows.filter(({ kind }) => kind === 'head').length
  const isPlain =
    heads === 1 &&
    rows[0]!.kind === 'head' &&
    rows.every(({ cells }) => cells.length === width && cells.every(({ colSpan, rowSpan }) => colSpan === 1 && rowSpan === 1))
  return isPlain ? pipeTable(table, width) : htmlTable(table)
}

function pipeTable({ rows }: PlanTable, width: number): string {
  const lines = rows.map(({ kind, cells }) => {
    const written = cells.map(({ text }) => escapeInline(text))
    return `| ${(kind === 'group' ? written.map((words) => words && `**${words}**`) : written).join(' | ')} |`
  })
  return [lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')
}

/** Markdown has no merged cells: such a table is written as HTML, without an empty line, which would end it. */
function htmlTable({ rows }: PlanTable): string {
  const lines = rows.map(({ kind, cells }) => {
    const tag = kind === 'head' ? 'th' : 'td'
    const written = cells.map(({ text, colSpan, rowSpan }) => {
      const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`
      const words = escapeHtml(safe(text))
      return `<${tag}${spans}>${kind === 'group' && words ? `<b>${words}</b>` : words}</${tag}>`
    })
    return `<tr>${written.join('')}</tr>`
  })
  return ['<table>', ...lines, '</table>'].join('\n')
}
