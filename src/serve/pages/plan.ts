// One plan as a page: what it is, its targets, what is odd in it, and its text with every section to be linked to.
import { typeLabel } from '../../catalog/document-types.ts'
import type { PlanSummary } from '../../model/api/answers.ts'
import { planParams, planQuery, searchQuery } from '../../model/api/queries.ts'
import type { Indicator, Plan, Section } from '../../model/plan.ts'
import { amountIn } from '../../render/index.ts'
import { matchesOf, parseQuery, type Query, unitsOf } from '../../search/index.ts'
import { checkOf } from '../data/comparisons.ts'
import { planOf } from '../data/plans.ts'
import type { Digest } from '../digest.ts'
import type { Language } from '../problems.ts'
import { paramsOf } from '../request.ts'
import { FORMATS_OF_ONE } from '../routes/plans.ts'
import { pageOf } from './layout.ts'
import { marked } from './lists.ts'
import { address, type Html, html } from './markup.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

export const planPage = page({
  path: '/plans/:id',
  query: planQuery.extend({ q: searchQuery.shape.q.optional() }),
  async run({ params, query, language, url, server }) {
    const { id } = paramsOf(planParams, params)
    const plan = await planOf(server.library, id)
    const { digests } = await server.library.contents()
    const { findings } = checkOf(plan, server.catalog)
    const say = (key: keyof typeof WORDS) => WORDS[key][language]
    const title = plan.header.title ?? say('untitled')
    const asked = query.q === undefined ? null : parseQuery(query.q)
    const others = othersOf(plan, digests)
    const body = html`
<p class="dim">${typeLabel(plan.header.documentType, language)}</p>
<h1>${title}</h1>
<dl class="facts">${factsOf(plan, language).map(([name, value]) => (value !== '' ? html`<dt>${name}</dt><dd>${value}</dd>` : html``))}
<dt>${say('forms')}</dt><dd><a href="${`/api/v1/plans/${id}`}">JSON</a>${FORMATS_OF_ONE.map((form) => html` · <a href="${address(`/api/v1/plans/${id}/export/${form}`, { lang: language })}">${form}</a>`)}</dd>
${
  server.hasSources &&
  plan.source.pages.length > 0 &&
  html`<dt>${say('pages')}</dt><dd>${plan.source.pages.map((_, i) => html`<a href="${`/api/v1/plans/${id}/pages/${i + 1}.png`}">${i + 1}</a> `)}</dd>`
}</dl>
${others.length > 0 && against(id, others, language)}
<nav>${plan.indicators.length > 0 && html`<a href="#targets">${say('targets')} (${plan.indicators.length})</a>`}${findings.length > 0 && html`<a href="#odd">${say('odd')} (${findings.length})</a>`}<a href="#text">${say('text')}</a></nav>
${plan.sections.length > 0 && html`<h2>${say('contents')}</h2><ul class="contents">${plan.sections.map((section) => contentsOf(section))}</ul>`}
${plan.indicators.length > 0 && targetsOf(plan, language, server.hasSources)}
${
  findings.length > 0 &&
  html`<h2 id="odd">${say('odd')}</h2><ul>${findings.map(
    ({ text, severity, sectionId, page: on }) =>
      html`<li>${severity === 'warning' ? html`<strong>${text[language]}</strong>` : text[language]} ${sectionId !== null && html`<a href="${hashOf(sectionId)}">${sectionId}</a>`} ${on !== null && html`<span class="dim">${say('page')} ${on}</span>`}</li>`,
  )}</ul>`
}
<h2 id="text">${say('text')}</h2>
<div class="text">${textOf(plan, asked)}</div>`
    return pageOf({ title, language, url, search: query.q, body })
  },
})

function factsOf({ header, source }: Plan, language: Language): [string, string][] {
  const { number, place, issuedOn, province, issuer, year, theme, signer } = header
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const moved = province && province.currentName !== province.name ? ` (${say('today')} ${province.currentName})` : ''
  return [
    [say('number'), number ?? ''],
    [say('issued'), [place, issuedOn].filter(Boolean).join(', ')],
    [say('level'), [issuer?.name, issuer?.parent].filter(Boolean).join(' · ')],
    [say('province'), province ? province.name + moved : ''],
    [say('year'), String(year ?? '')],
    [say('theme'), theme ?? ''],
    [say('signer'), [signer?.onBehalfOf, signer?.position, signer?.name].filter(Boolean).join(' · ')],
    [say('source'), source.path],
  ]
}

/** Of the same province, those of other years first, the nearest year before the others. */
function othersOf({ id, header }: Plan, digests: readonly Digest[]): PlanSummary[] {
  const distance = ({ year }: PlanSummary) =>
    year === header.year ? 1_000 : year === null || header.year === null ? 999 : Math.abs(year - header.year)
  return digests
    .map(({ summary }) => summary)
    .filter((each) => each.id !== id && each.province?.name === header.province?.name)
    .sort((a, b) => distance(a) - distance(b))
}

function against(id: string, others: readonly PlanSummary[], language: Language): Html {
  const options = others.map(
    (each) => html`<option value="${each.id}">${[each.year, each.number, each.path].filter(Boolean).join(' · ')}</option>`,
  )
  return html`<form class="filters" action="/diff"><input type="hidden" name="a" value="${id}">${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<label>${WORDS.against[language]}<select name="b">${options}</select></label><button>${WORDS.show[language]}</button></form>`
}

function hashOf(sectionId: string): string {
  return `#s-${encodeURIComponent(sectionId)}`
}

function contentsOf({ id, number, heading, children }: Section): Html {
  const own =
    heading !== null ? html`<li><a href="${hashOf(id)}">${[number, heading].filter(Boolean).join('. ')}</a>` : html`<li>`
  const inner = children.filter(({ heading: head }) => head !== null)
  return heading === null && inner.length === 0
    ? html``
    : html`${own}${inner.length > 0 && html`<ul>${inner.map((child) => contentsOf(child))}</ul>`}</li>`
}

/** With the folder of the sources, the page of a target shows it. */
function targetsOf(plan: Plan, language: Language, hasImages: boolean): Html {
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const rows = plan.indicators.map((each) => {
    const on = each.span.boxes[0]?.page
    const words = on === undefined ? '' : `${say('page')} ${on}`
    const image = address(`/api/v1/plans/${plan.id}/pages/${on}.png`, { mark: each.id })
    return html`<tr><td>${each.name}</td><td class="r num">${amountOf(each, language)}</td><td class="num">${each.valueText === null ? each.unit : ''}</td><td class="r">${each.year}</td><td class="dim">${each.code}</td><td class="num">${each.sectionId !== null && html`<a href="${hashOf(each.sectionId)}">${each.sectionId}</a>`}</td><td class="num dim">${hasImages && on !== undefined ? html`<a href="${image}">${words}</a>` : words}</td></tr>`
  })
  return html`<h2 id="targets">${say('targets')}</h2><div class="scroll"><table><tbody>${rows}</tbody></table></div>`
}

function amountOf(indicator: Indicator, language: Language): string {
  const sign = indicator.change === 'increase' ? '+ ' : indicator.change === 'decrease' ? '− ' : ''
  return `${indicator.value === null ? '' : sign}${amountIn(language, indicator)}`
}

/** All of the text in its order; headings carry the id of their section. */
function textOf({ text, sections }: Plan, asked: Query | null): Html[] {
  const shown = new Set<string>()
  return unitsOf({ text, sections }).map(({ section, start, end, headingEnd }) => {
    const isHead = section !== null && !shown.has(section.id)
    if (section) shown.add(section.id)
    const matches = asked ? matchesOf(text.slice(start, end), asked).map(([a, b]) => [a + start, b + start] as const) : []
    const part = (from: number, to: number) =>
      marked(
        text.slice(from, to),
        matches.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => [a - from, b - from] as const),
      )
    const at = isHead && headingEnd > start ? headingEnd : start
    const head =
      isHead &&
      (at > start
        ? html`<h3 class="${`d${Math.min(4, section.depth)}`}" id="${`s-${section.id}`}">${part(start, at)}</h3>`
        : html`<a id="${`s-${section.id}`}"></a>`)
    return html`${head}${blocksOf(text, at, end).map(([from, to]) => blockOf(text, from, to, part))}`
  })
}

function blocksOf(text: string, start: number, end: number): [number, number][] {
  const blocks: [number, number][] = []
  for (let at = start; at < end; ) {
    const next = text.indexOf('\n\n', at)
    const to = next < 0 || next > end ? end : next
    if (text.slice(at, to).trim() !== '') blocks.push([at, to])
    at = to + 2
  }
  return blocks
}

/** Lines with tabs are rows of a table. */
function blockOf(text: string, start: number, end: number, part: (from: number, to: number) => Html[]): Html {
  if (!text.slice(start, end).includes('\t')) return html`<p>${part(start, end)}</p>`
  const rows: Html[] = []
  let at = start
  for (const row of text.slice(start, end).split('\n')) {
    const cells: Html[] = []
    for (const cell of row.split('\t')) {
      cells.push(html`<td>${part(at, at + cell.length)}</td>`)
      at += cell.length + 1
    }
    rows.push(html`<tr>${cells}</tr>`)
  }
  return html`<div class="scroll"><table>${rows}</table></div>`
}
