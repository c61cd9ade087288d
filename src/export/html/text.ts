// The text of a plan becomes HTML: headings, paragraphs and tables, with what was found in them marked and anchored.
import type { Plan, PlanTable } from '../../model/plan.ts'
import { escapeHtml } from '../../render/escape.ts'
import { allSections, headingWords, type Piece, piecesOf, type Range } from '../flow.ts'
import { type Element, type Mark, marksFinder, withMarks } from '../marks.ts'

type Kind = 'indicator' | 'reference' | 'date' | 'deadline' | 'phase' | 'assignment' | 'message'

export function textOf(plan: Plan): string {
  const numbers = new Map(allSections(plan.sections).map(({ section }, i) => [section, i + 1]))
  const marksIn = marksFinder(marksOf(plan))
  const words = (range: Range) => escapeHtml(plan.text.slice(range.start, range.end))
  const marked = (range: Range) => withMarks(range, marksIn(range), words, elementOf)
  const titleEnd = plan.header.spans.title?.end ?? 0
  return piecesOf(plan)
    .map((piece) => pieceOf(piece, plan, marked, titleEnd, piece.kind === 'heading' ? numbers.get(piece.section)! : 0))
    .join('\n')
}

function pieceOf(piece: Piece, plan: Plan, marked: (range: Range) => string, titleEnd: number, number: number): string {
  if (piece.kind === 'table') return tableOf(piece.table, plan.text, marked)
  if (piece.kind === 'heading') {
    const { section, start, end, rest } = piece
    if (section.heading === null) return `<p id="s${number}">${marked({ start, end })}</p>`
    const level = Math.min(6, section.depth + 2)
    const headEnd = start + headingWords(plan.text, piece).length
    const heading = `<h${level} id="s${number}">${marked({ start, end: headEnd })}</h${level}>`
    return rest ? `${heading}\n<p>${marked(rest)}</p>` : heading
  }
  const isHead = piece.path.length === 0 && piece.end <= titleEnd
  const isTitle = isHead && piece.end > (plan.header.spans.title?.start ?? 0)
  const cls = isTitle ? ' class="title"' : isHead ? ' class="head"' : isItem(plan.text, piece) ? ' class="item"' : ''
  return `<p${cls}>${marked(piece)}</p>`
}

function isItem(text: string, { start }: Range): boolean {
  return /^[-+*•▪➢✓–] /u.test(text.slice(start, start + 2))
}

/** Anchors of findings: their kind by one letter, and their place in the list of the plan, from 1. */
function marksOf(plan: Plan): Mark<Kind>[] {
  const of = (kind: Kind, letter: string, found: readonly { span: Range | null }[]) =>
    found.flatMap(({ span }, i) =>
      span ? [{ kind, id: `${letter}${i + 1}`, index: i + 1, start: span.start, end: span.end }] : [],
    )
  return [
    ...of('assignment', 'a', plan.assignments),
    ...of('deadline', 'd', plan.deadlines),
    ...of('phase', 'p', plan.phases),
    ...of('message', 'n', plan.messages),
    ...plan.legalReferences.flatMap(({ mentions }, r) =>
      mentions.map(({ span }, m) => ({
        kind: 'reference' as const,
        id: `r${r + 1}-${m + 1}`,
        index: r + 1,
        start: span.start,
        end: span.end,
      })),
    ),
    ...of('date', 't', plan.dates),
    ...of('indicator', 'i', plan.indicators),
  ]
}

function elementOf({ kind, id, index }: Mark<Kind>, around: readonly Mark<Kind>[]): Element | null {
  const name = id === null ? '' : ` id="${id}"`
  if (kind === 'indicator') return { open: `<mark${name}>`, close: '</mark>' }
  if (kind === 'reference' && !around.some((outer) => outer.kind === 'reference'))
    return { open: `<a class="ref" href="#r${index}"${name}>`, close: '</a>' }
  if (kind === 'date') return { open: `<span class="date"${name}>`, close: '</span>' }
  return id === null ? null : { open: `<span${name}>`, close: '</span>' }
}

function tableOf({ rows }: PlanTable, text: string, marked: (range: Range) => string): string {
  const lines = rows.map(({ kind, cells }) => {
    const tag = kind === 'head' ? 'th' : 'td'
    const written = cells.map((cell) => {
      const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`
      const number = tag === 'td' && /^[≥≤<>=~\s]*\d[\d.,\s]*[%‰]?$/u.test(cell.text) ? ' class="n"' : ''
      const isOurs = text.slice(cell.span.start, cell.span.end) === cell.text
      return `<${tag}${spans}${number}>${isOurs ? marked(cell.span) : escapeHtml(cell.text)}</${tag}>`
    })
    return { kind, line: `<tr${kind === 'group' || kind === 'numbers' ? ` class="${kind}"` : ''}>${written.join('')}</tr>` }
  })
  const first = lines.findIndex(({ kind }) => kind !== 'head')
  const heads = lines.slice(0, first < 0 ? lines.length : first).map(({ line }) => line)
  const body = lines.slice(heads.length).map(({ line }) => line)
  return `<div class="scroll"><table>${heads.length > 0 ? `<thead>${heads.join('\n')}</thead>` : ''}<tbody>${body.join('\n')}</tbody></table></div>`
}
