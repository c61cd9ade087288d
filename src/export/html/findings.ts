// What was found in a plan becomes tables whose rows lead to the words in the text.
import type { Indicator, LegalReference, Plan, Span } from '../../model/plan.ts'
import { amountIn } from '../../render/amounts.ts'
import { escapeHtml } from '../../render/escape.ts'
import { allSections, titleOf } from '../flow.ts'
import type { ExportOptions } from '../format.ts'
import { dateIn, type PageWords, WORDS } from './words.ts'

type Language = ExportOptions['language']

/** One part of the page; `isFirst` stands before the text. */
export type FoundPart = { id: string; title: string; count: number; table: string; isFirst: boolean }

type Cell = { html: string; cls?: 'n' | 'w'; lang?: boolean }

/** Parts in which nothing was found are left out. */
export function foundParts(plan: Plan, language: Language): FoundPart[] {
  const words = WORDS[language]
  const place = placer(plan, words)
  const parts: (FoundPart & { rows?: never })[] = [
    part('indicators', words.indicators, indicatorHeads(words), plan.indicators.map((each, i) => indicatorRow(each, i, language, place)), true),
    part('deadlines', words.deadlines, [words.date, words.duty, words.who, words.to, words.section], plan.deadlines.map((each, i) => [
      link(`d${i + 1}`, dateIn(language, each.date) || each.recurrence || '…', 'w'),
      own(each.what),
      own(each.who ?? ''),
      own(each.to ?? ''),
      place(each),
    ])),
    part('phases', words.phases, [words.date, words.phase, words.focus, words.section], plan.phases.map((each, i) => [
      link(`p${i + 1}`, `${dateIn(language, each.start) || '…'} – ${dateIn(language, each.end) || '…'}`, 'w'),
      own(each.label),
      own(each.focus ?? ''),
      place(each),
    ])),
    part('assignments', words.assignments, [words.who, '', words.tasks, words.section], plan.assignments.map((each, i) => [
      link(`a${i + 1}`, each.unit),
      { html: each.role ? words[each.role] : '', cls: 'w' },
      own(each.tasks.join('; ')),
      place(each),
    ])),
    part('references', words.references, [words.act, words.issuer, words.date, words.mentions], plan.legalReferences.map((each, i) => referenceRow(each, i, language))),
    part('dates', words.dates, [words.date, words.printed, words.section], plan.dates.map((each, i) => [
      link(`t${i + 1}`, dateIn(language, each.edtf), 'w'),
      own(each.raw),
      place(each),
    ])),
    part('messages', words.messages, ['', words.messages], plan.messages.map((each, i) => [
      { html: words[each.severity], cls: 'w' as const },
      each.span ? link(`n${i + 1}`, each.text[language]) : { html: escapeHtml(each.text[language]) },
    ])),
  ]
  return parts.filter(({ count }) => count > 0)
} // biome-ignore format: a table of parts reads best side by side

function part(id: string, title: string, heads: readonly string[], rows: readonly Cell[][], isFirst = false): FoundPart {
  const cls = (cell: Cell) => `${cell.cls ? ` class="${cell.cls}"` : ''}${cell.lang ? ' lang="vi"' : ''}`
  // A column that says nothing of any row is left out.
  const filled = heads.map((_, column) => rows.some((cells) => cells[column]!.html.replace(/<[^>]*>/g, '') !== ''))
  const lines = rows.map((cells, i) => {
    const name = id === 'references' ? ` id="r${i + 1}"` : ''
    const written = cells.filter((_, column) => filled[column]).map((cell) => `<td${cls(cell)}>${cell.html}</td>`)
    return `<tr${name}>${written.join('')}</tr>`
  })
  const head = heads
    .filter((_, column) => filled[column])
    .map((each) => `<th>${each}</th>`)
    .join('')
  const table = `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${lines.join('\n')}</tbody></table></div>`
  return { id, title, count: rows.length, table, isFirst }
}

const own = (words: string): Cell => ({ html: escapeHtml(words), lang: true })

const link = (id: string, words: string, cls?: 'n' | 'w'): Cell => ({
  html: `<a href="#${id}">${escapeHtml(words)}</a>`,
  ...(cls && { cls }),
})

function indicatorHeads(words: PageWords): string[] {
  return [words.name, words.target, words.unit, words.year, words.before, words.code, words.section]
}

function indicatorRow(each: Indicator, i: number, language: Language, place: (found: Found) => Cell): Cell[] {
  const words = WORDS[language]
  const change = each.change ? `${words[each.change]} ` : ''
  const series = each.series.map((cell) => `${escapeHtml(cell.label)}: ${escapeHtml(amountIn(language, cell))}`)
  const year = each.year === null ? '' : `${each.year}${each.yearBasis === 'implied' ? ` (${words.implied})` : ''}`
  return [
    { html: `${each.parentId ? '– ' : ''}${escapeHtml(each.name)}`, lang: true },
    link(`i${i + 1}`, change + amountIn(language, each), each.valueText === null ? 'n' : undefined),
    own(each.unit ?? ''),
    { html: year, cls: 'w' },
    { html: `<span class="small">${series.join('<br>')}</span>`, lang: true },
    { html: each.code ? `<span class="small">${escapeHtml(each.code)}</span>` : '' },
    place(each),
  ]
}

function referenceRow({ key, title, issuer, date, act, mentions }: LegalReference, i: number, language: Language): Cell[] {
  const words = WORDS[language]
  const force =
    act?.isInForce === false ? [words.outOfForce, ...(act.replacedBy ? [`${words.replacedBy} ${act.replacedBy}`] : [])] : []
  const links = mentions.map((_, m) => `<a href="#r${i + 1}-${m + 1}">${m + 1}</a>`)
  const named = title !== null && !key.includes(title) ? ` ${escapeHtml(title)}` : ''
  const note = force.length > 0 ? ` <span class="dim">(${escapeHtml(force.join('; '))})</span>` : ''
  return [
    { html: `<strong>${escapeHtml(key)}</strong>${named}${note}`, lang: true },
    own(issuer ?? ''),
    { html: escapeHtml(dateIn(language, date)), cls: 'w' },
    { html: links.join(' '), cls: 'w' },
  ]
}

type Found = { span: Span; sectionId?: string | null }

/** The section of a finding, and its page where the format has pages. */
function placer(plan: Plan, words: PageWords): (found: Found) => Cell {
  const sections = allSections(plan.sections)
  const byId = new Map(sections.map(({ section }, i) => [section.id, { section, number: i + 1 }]))
  return ({ span }) => {
    const inner = sections.findLast(({ section }) => section.span.start <= span.start && span.start < section.span.end)
    const known = inner && byId.get(inner.section.id)
    const page = span.boxes[0] ? `<span class="dim">${words.page} ${span.boxes[0].page}</span>` : ''
    const section = known
      ? `<a href="#s${known.number}" title="${escapeHtml(titleOf(plan.text, known.section))}">${escapeHtml(known.section.id)}</a>`
      : ''
    return { html: [section, page].filter(Boolean).join(' '), cls: 'w' }
  }
}
