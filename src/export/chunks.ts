// A plan becomes chunks for retrieval: pieces of its text that fit a model, each with its section, pages and citations.
import type { Plan, Section } from '../model/plan.ts'
import { escapeMarkdown } from '../render/escape.ts'
import { wellFormed } from '../text/clean.ts'
import { sentencesOf } from '../text/sentences.ts'
import { bodyEnd, type Piece, piecesOf, type Range, titleOf } from './flow.ts'
import type { TextFormat } from './format.ts'
import { gridOf } from './grid.ts'
import { pagesFinder } from './pages.ts'

export type Chunk = {
  /** Plan, section and a count in the section: the same for the same file, whatever else is found in it. */
  id: string
  planId: string
  documentType: string | null
  number: string | null
  title: string | null
  issuedOn: string | null
  year: number | null
  province: string | null
  provinceCode: string | null
  issuer: string | null
  /** Id of the section that it is of: the innermost one, or one that fits into a chunk with all that is in it; null before the first one and behind the last. */
  sectionId: string | null
  /** Numbers and headings of the sections around it as printed, the outermost first. */
  path: string[]
  /** text: words of the document as they are; table: a Markdown table, its heads repeated in each chunk. */
  kind: 'text' | 'table'
  /** Id of the table. */
  tableId: string | null
  text: string
  /** In the plan's `text`. */
  span: Range
  /** First and last page that the words can stand on; null where the format has no pages. */
  pages: [number, number] | null
  /** Acts that are cited in it. */
  citations: { id: string; key: string; title: string | null; urn: string | null }[]
  /** Ids of the targets whose values stand in it. */
  indicators: string[]
}

export type ChunkOptions = {
  /** A chunk is no longer than this, but for a row of a table that is longer by itself. */
  maxLength?: number
}

const MAX_LENGTH = 1500

type Part = Range & { text: string; kind: Chunk['kind']; tableId: string | null }

/**
 * Chunks in reading order. Every word of the text is in one of them or, where it is a heading, in the path of one.
 * Throws RangeError for a length that nothing fits into.
 */
export function toChunks(plan: Plan, { maxLength = MAX_LENGTH }: ChunkOptions = {}): Chunk[] {
  if (!(maxLength >= 1)) throw new RangeError(`maxLength is 1 or more, not ${maxLength}`)
  const text = wellFormed(plan.text)
  const pagesOf = pagesFinder(plan)
  const { header } = plan
  const about = {
    planId: plan.id,
    documentType: header.documentType,
    number: header.number,
    title: header.title,
    issuedOn: header.issuedOn,
    year: header.year,
    province: header.province?.name ?? null,
    provinceCode: header.province?.code ?? null,
    issuer: header.issuer?.name ?? null,
  }
  const counts = new Map<string, number>()
  return groupsOf(piecesOf(plan), bodyEnd(text), maxLength).flatMap((group) => {
    const { key, path } = group
    return partsOf(group, text, maxLength).map((part): Chunk => {
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      const span = { start: part.start, end: part.end }
      const isInside = (each: { span: Range }) => each.span.start < span.end && each.span.end > span.start
      return {
        id: `${plan.id}/${key}/${count}`,
        ...about,
        sectionId: path.at(-1)?.id ?? null,
        path: path.map((section) => titleOf(text, section)),
        kind: part.kind,
        tableId: part.tableId,
        text: part.text,
        span,
        pages: pagesOf(span),
        citations: plan.legalReferences
          .filter(({ mentions }) => mentions.some(isInside))
          .map(({ id, key, title, urn }) => ({ id, key, title, urn })),
        indicators: plan.indicators.filter(isInside).map(({ id }) => id),
      }
    })
  })
}

export const chunks: TextFormat = {
  shape: 'text',
  ending: 'chunks.jsonl',
  async *write(plans) {
    for await (const plan of plans) for (const chunk of toChunks(plan)) yield `${wellFormedJson(chunk)}\n`
  },
}

/** Half a letter is none: readers of other languages refuse the whole line. */
function wellFormedJson(chunk: Chunk): string {
  return JSON.stringify(chunk, (_, value: unknown) => (typeof value === 'string' ? wellFormed(value) : value))
}

type Group = { key: string; path: Piece['path']; pieces: Piece[] }

/** Pieces of one section that follow one another; a section that fits into one chunk stays whole. */
function groupsOf(pieces: readonly Piece[], end: number, maxLength: number): Group[] {
  const withTable = new Set(pieces.flatMap((piece) => (piece.kind === 'table' ? piece.path : [])))
  const fits = (section: Section) => !withTable.has(section) && section.span.end - section.span.start <= maxLength
  const groups: Group[] = []
  let hasSections = false
  for (const piece of pieces) {
    const around = piece.kind === 'heading' ? [...piece.path, piece.section] : piece.path
    const whole = around.findIndex(fits)
    const path = whole < 0 ? around : around.slice(0, whole + 1)
    hasSections ||= path.length > 0
    const outside = piece.start >= end ? 'notes' : hasSections ? 'end' : 'beginning'
    const key = path.at(-1)?.id ?? outside
    const last = groups.at(-1)
    if (last?.key === key) last.pieces.push(piece)
    else groups.push({ key, path, pieces: [piece] })
  }
  return groups
}

function partsOf({ pieces, path }: Group, text: string, maxLength: number): Part[] {
  const parts: Part[] = []
  let open: Range[] = []
  const flush = () => {
    if (open.length > 0)
      parts.push({
        start: open[0]!.start,
        end: open.at(-1)!.end,
        text: joined(open, text),
        kind: 'text',
        tableId: null,
      })
    open = []
  }
  // The heading of the section itself is in the path; it is a chunk only where nothing follows.
  const own = path.at(-1)
  const isOwn = (piece: Piece) => piece.kind === 'heading' && piece.section === own
  const hasContent = pieces.some((piece) => !isOwn(piece) || (piece.kind === 'heading' && piece.rest !== null))
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      flush()
      parts.push(...tableParts(piece, text, maxLength))
      continue
    }
    const range = isOwn(piece) && piece.kind === 'heading' ? (piece.rest ?? piece) : piece
    if (range === piece && isOwn(piece) && (hasContent || own!.children.length > 0)) continue
    for (const sentence of cutLong(range, text, maxLength)) {
      if (joined([...open, sentence], text).length > maxLength) flush()
      open.push(sentence)
    }
  }
  flush()
  return parts
}

/** Ranges of one paragraph keep the blank between them, paragraphs an empty line. */
function joined(ranges: readonly Range[], text: string): string {
  return ranges.length === 0 ? '' : text.slice(ranges[0]!.start, ranges.at(-1)!.end)
}

/** A paragraph, or its sentences where it is too long; a sentence that is too long is cut at a blank. */
function cutLong(range: Range, text: string, maxLength: number): Range[] {
  if (range.end - range.start <= maxLength) return [range]
  return sentencesOf(text, range).flatMap((sentence) => {
    const cuts: Range[] = []
    let { start } = sentence
    while (sentence.end - start > maxLength) {
      const blank = text.lastIndexOf(' ', start + maxLength)
      const end = blank > start ? blank : start + maxLength
      cuts.push({ start, end })
      start = text[end] === ' ' ? end + 1 : end
    }
    return [...cuts, { start, end: sentence.end }]
  })
}

/** Rows of a table with its caption and heads above them, and the title of the group that they belong to. */
function tableParts({ table, start, end }: Extract<Piece, { kind: 'table' }>, text: string, maxLength: number): Part[] {
  const grid = gridOf(table)
  const columns = Math.max(1, table.columns.length, ...grid.map(({ cells }) => cells.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, i) => escapeMarkdown(cells[i] ?? '')).join(' | ')} |`
  const caption = table.caption === null ? [] : [escapeMarkdown(table.caption), '']
  const heads = [...caption, line(table.columns), `|${' --- |'.repeat(columns)}`]
  const rows = grid.filter(({ kind }) => kind !== 'head' && kind !== 'numbers')
  const parts: Part[] = []
  let lines: string[] = []
  let from = start
  let group: string | null = null
  const flush = (until: number) => {
    if (lines.length > 0)
      parts.push({ start: from, end: until, text: [...heads, ...lines].join('\n'), kind: 'table', tableId: table.id })
    lines = []
    from = until
  }
  for (const row of rows) {
    const words = line(row.cells)
    const length = [...heads, ...lines, words].join('\n').length
    if (lines.length > 0 && length > maxLength) {
      flush(row.start)
      if (group !== null && row.kind !== 'group') lines.push(group)
    }
    lines.push(words)
    if (row.kind === 'group') group = words
  }
  if (rows.length === 0) lines.push(line([]))
  flush(end)
  // The blank line between two rows belongs to neither.
  return parts.map((part) => ({ ...part, end: part.start + text.slice(part.start, part.end).trimEnd().length }))
}
