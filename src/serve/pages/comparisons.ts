// Comparisons as pages: the matrix of a year, a province over the years, two plans.
import { compareQuery, diffQuery } from '../../model/api/queries.ts'
import { diffReport, matrixReport, reportBody } from '../../render/index.ts'
import { diffOf, matrixOf } from '../data/comparisons.ts'
import { langOf, pageOf } from './layout.ts'
import { select } from './lists.ts'
import { address, html } from './markup.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

export const comparePage = page({
  path: '/compare',
  query: compareQuery,
  async run({ query, language, url, server }) {
    const { digests } = await server.library.contents()
    const matrix = await matrixOf(server.library, query, server.catalog)
    const say = (key: keyof typeof WORDS) => WORDS[key][language]
    const years = [...new Set(digests.flatMap(({ summary }) => summary.year ?? []))].sort((a, b) => b - a).map(String)
    const names = [...new Set(digests.flatMap(({ summary }) => summary.province?.name ?? []))].sort((a, b) =>
      a.localeCompare(b, 'vi'),
    )
    const categories = [...new Set(server.catalog.indicators.map(({ category }) => category))]
    const english = language === 'en' && html`<input type="hidden" name="lang" value="en">`
    const category = select('indicator', say('targets'), categories, (each) => each, query.indicator[0], say('any'))
    const today = query.today
      ? html`<input type="checkbox" name="today" value="true" checked>`
      : html`<input type="checkbox" name="today" value="true">`
    const body = html`
<form class="filters" action="/compare">${english}${select('year', say('pickYear'), years, (each) => each, matrix.year === null ? undefined : String(matrix.year), null)}${category}<label class="check">${today}${say('viewToday')}</label><button>${say('show')}</button></form>
<form class="filters" action="/compare">${english}${select('province', say('pickProvince'), names, (each) => each, query.province, null)}${category}<button>${say('show')}</button></form>
${matrix.indicators.length === 0 ? html`<p>${say('noCompare')}</p>` : { html: reportBody(matrixReport(matrix, language)) }}`
    return pageOf({ title: say('compare'), language, url, body })
  },
})

export const diffPage = page({
  path: '/diff',
  query: diffQuery,
  async run({ query, language, url, server }) {
    const { diff, plans } = await diffOf(server.library, query.a, query.b, server.catalog)
    const report = diffReport(diff, ...plans, language)
    const links = plans.map(
      ({ id, source }) => html`<a href="${address(`/plans/${id}`, { lang: langOf(language) })}">${source.path}</a> `,
    )
    return pageOf({ title: report.title, language, url, body: html`<p class="dim">${links}</p>${{ html: reportBody(report) }}` })
  },
})
