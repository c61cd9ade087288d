// The start page with its list of plans, and the results of a search.
import { typeLabel } from '../../catalog/document-types.ts'
import type { PlanSummary, SnippetItem } from '../../model/api/answers.ts'
import { planListQuery, searchQuery } from '../../model/api/queries.ts'
import { listPlans } from '../data/plans.ts'
import { searchPlans } from '../data/search.ts'
import type { Language } from '../problems.ts'
import { langOf, pageOf } from './layout.ts'
import { address, type Html, html } from './markup.ts'
import { page } from './page.ts'
import { LEVELS, WORDS } from './words.ts'

type Chosen = { province?: string | undefined; year?: number | undefined; type?: string | undefined; level?: string | undefined }

export const homePage = page({
  path: '/',
  query: planListQuery,
  async run({ query, language, url, server }) {
    const { digests } = await server.library.contents()
    const { total, items, next } = await listPlans(server.library, query)
    const { cursor, lang, limit, ...chosen } = query
    const say = (key: keyof typeof WORDS) => WORDS[key][language]
    const body = html`
${filters(
  '/',
  chosen,
  digests.map(({ summary }) => summary),
  language,
)}
${
  items.length === 0
    ? html`<p>${say('noPlans')}</p>`
    : html`<p class="dim">${total} ${say('plans')}</p>
<div class="scroll"><table><thead><tr><th>${say('title')}</th><th>${say('province')}</th><th class="r">${say('year')}</th><th>${say('type')}</th><th>${say('number')}</th><th>${say('source')}</th><th class="r">${say('targets')}</th></tr></thead>
<tbody>${items.map((plan) => planRow(plan, language))}</tbody></table></div>`
}
${onward('/', { ...chosen, lang: langOf(language) }, cursor, next, language)}`
    return pageOf({ title: '', language, url, body })
  },
})

export const searchPage = page({
  path: '/search',
  query: searchQuery.partial({ q: true }),
  async run({ query, language, url, server }) {
    const { cursor, lang, limit, q = '', role, ...chosen } = query
    const { digests } = await server.library.contents()
    const found = await searchPlans(server.library, { ...query, q })
    const say = (key: keyof typeof WORDS) => WORDS[key][language]
    const body = html`
${filters(
  '/search',
  { q, ...chosen },
  digests.map(({ summary }) => summary),
  language,
)}
${found.items.length === 0 ? html`<p>${say('nothing')}</p><p class="dim">${say('searchHint')}</p>` : html`<p class="dim">${found.total} ${say('found')}</p>`}
${found.items.map((item) => hitOf(item, q, language))}
${onward('/search', { q, ...chosen, role, lang: langOf(language) }, cursor, found.next, language)}`
    return pageOf({ title: q, language, url, search: q, body })
  },
})

function planRow({ id, title, province, year, documentType, number, path, counts }: PlanSummary, language: Language): Html {
  return html`<tr><td><a href="${address(`/plans/${id}`, { lang: langOf(language) })}">${title ?? WORDS.untitled[language]}</a></td><td class="num">${province?.name}</td><td class="r">${year}</td><td class="num">${typeLabel(documentType, language)}</td><td class="num">${number}</td><td class="dim">${path}</td><td class="r">${counts.indicators}</td></tr>`
}

function hitOf(
  { planId, title, province, year, sectionId, trail, snippet, matches, pages, path }: SnippetItem,
  q: string,
  language: Language,
): Html {
  const link =
    address(`/plans/${planId}`, { q, lang: langOf(language) }) + (sectionId === null ? '' : `#s-${encodeURIComponent(sectionId)}`)
  const where = trail.map(({ number, heading }) => [number, heading].filter(Boolean).join('. ')).join(' › ')
  const on =
    pages.length === 0 ? '' : ` · ${WORDS.page[language]} ${pages.length === 1 ? pages[0] : `${pages[0]}–${pages.at(-1)}`}`
  return html`<article class="hit">
<a href="${link}">${[province, year].filter(Boolean).join(' ') || path}: ${title ?? WORDS.untitled[language]}</a>
<p class="where">${where}${on}</p>
<p>${marked(snippet, matches)}</p>
</article>`
}

/** The text with the words that were found marked. */
export function marked(text: string, matches: readonly (readonly [number, number])[]): Html[] {
  const parts: Html[] = []
  const put = (words: string) => html`${words.replaceAll('\t', ' | ')}`
  let at = 0
  for (const [start, end] of matches) {
    parts.push(put(text.slice(at, start)), html`<mark>${put(text.slice(start, end))}</mark>`)
    at = end
  }
  return [...parts, put(text.slice(at))]
}

function onward(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
  cursor: string | undefined,
  next: string | null,
  language: Language,
): Html {
  return html`<p>${cursor !== undefined && html`<a href="${address(path, query)}">${WORDS.first[language]}</a> `}${next !== null && html`<a rel="next" href="${address(path, { ...query, cursor: next })}">${WORDS.more[language]} →</a>`}</p>`
}

/** What can be chosen is what there is. */
function filters(path: string, chosen: Chosen & { q?: string }, plans: readonly PlanSummary[], language: Language): Html {
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const { q, province, year, type, level } = chosen
  const names = new Set(plans.flatMap((plan) => (plan.province ? [plan.province.name] : [])))
  const years = new Set(plans.flatMap((plan) => plan.year ?? []))
  const types = new Set(plans.flatMap((plan) => plan.documentType ?? []))
  const levels = new Set(plans.flatMap((plan) => plan.issuer?.level ?? []))
  return html`<form class="filters" action="${path}">
${q !== undefined && html`<input type="hidden" name="q" value="${q}">`}${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
${select(
  'province',
  say('province'),
  [...names].sort((a, b) => a.localeCompare(b, 'vi')),
  (each) => each,
  province,
  say('any'),
)}
${select('year', say('year'), [...years].sort((a, b) => b - a).map(String), (each) => each, year === undefined ? undefined : String(year), say('any'))}
${select('type', say('type'), [...types].sort(), (each) => typeLabel(each, language) ?? each, type, say('any'))}
${select('level', say('level'), [...levels].sort(), (each) => LEVELS[each]?.[language] ?? each, level, say('any'))}
<button>${say('show')}</button>
</form>`
}

export function select(
  name: string,
  label: string,
  values: readonly string[],
  labelOf: (value: string) => string,
  chosen: string | undefined,
  any: string | null,
): Html {
  const all = chosen === undefined || values.includes(chosen) ? values : [chosen, ...values]
  const options = all.map((value) =>
    value === chosen
      ? html`<option value="${value}" selected>${labelOf(value)}</option>`
      : html`<option value="${value}">${labelOf(value)}</option>`,
  )
  return html`<label>${label}<select name="${name}">${any !== null && html`<option value="">${any}</option>`}${options}</select></label>`
}
