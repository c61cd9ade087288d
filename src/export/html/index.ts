// A plan becomes one HTML page: its text with outline, and what was found in it, each finding linked to its words; no script.
import { typeLabel } from '../../catalog/document-types.ts'
import type { Plan } from '../../model/plan.ts'
import { escapeHtml } from '../../render/escape.ts'
import { wellFormed } from '../../text/clean.ts'
import { allSections, titleOf } from '../flow.ts'
import type { ExportOptions, FilesFormat } from '../format.ts'
import { foundParts } from './findings.ts'
import { STYLE } from './style.ts'
import { textOf } from './text.ts'
import { dateIn, type PageWords, WORDS } from './words.ts'

type Language = ExportOptions['language']

/** The page; it needs no other file and loads none. */
export function toHtml(plan: Plan, { language = 'vi' }: { language?: Language } = {}): string {
  const words = WORDS[language]
  const title = plan.header.title ?? words.untitled
  const type = typeLabel(plan.header.documentType, language)
  const parts = foundParts(plan, language)
  return wellFormed(`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml([title, plan.header.province?.name].filter(Boolean).join(' – '))}</title>
<style>${STYLE}</style>
</head>
<body id="top">
<div class="page">
<nav class="outline" aria-label="${words.outline}">
<h2>${words.outline}</h2>
${outlineOf(plan, words, parts)}
</nav>
<main>
<header>
${type ? `<p class="kind">${escapeHtml(type)}</p>\n` : ''}<h1>${escapeHtml(title)}</h1>
<dl>${factsOf(plan, language)
    .map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('\n')}</dl>
</header>
${parts
  .filter(({ isFirst }) => isFirst)
  .map(sectionOf)
  .join('\n')}
<section lang="vi" aria-labelledby="text">
<h2 id="text">${words.text}</h2>
${textOf(plan)}
</section>
${parts
  .filter(({ isFirst }) => !isFirst)
  .map(sectionOf)
  .join('\n')}
<footer><p>${words.made} <span class="w">${escapeHtml(plan.source.path)}</span> · SHA-256 ${escapeHtml(plan.source.sha256.slice(0, 12))}… · kehoach ${escapeHtml(plan.source.producedBy.kehoach)}</p><p class="top"><a href="#top">${words.top}</a></p></footer>
</main>
</div>
</body>
</html>
`)
}

export const html: FilesFormat = { shape: 'files', ending: 'html', write: (plan, { language }) => toHtml(plan, { language }) }

type Part = ReturnType<typeof foundParts>[number]

function sectionOf({ id, title, count, table }: Part): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title} <span class="dim">(${count})</span></h2>\n${table}\n</section>`
}

function factsOf({ header, source }: Plan, language: Language): [name: string, value: string][] {
  const words = WORDS[language]
  const { issuer, province, signer } = header
  const moved = province && province.currentName !== province.name ? ` (${words.today} ${province.currentName})` : ''
  const facts: [string, string][] = [
    [words.number, header.number ?? ''],
    [words.issuedOn, [header.place, dateIn(language, header.issuedOn)].filter(Boolean).join(', ')],
    [words.issuer, [issuer?.name, issuer?.parent, ...header.coIssuers.map(({ name }) => name)].filter(Boolean).join(' · ')],
    [words.province, province ? province.name + moved : ''],
    [words.year, String(header.year ?? '')],
    [words.theme, header.theme ?? ''],
    [words.addressees, header.addressees.join('; ')],
    [words.signer, [signer?.onBehalfOf, signer?.position, signer?.name].filter(Boolean).join(' · ')],
    [words.distribution, header.distribution.join('; ')],
    [words.file, source.path],
  ]
  return facts.filter(([, value]) => value !== '')
}

/** Sections three levels deep, below them the parts of the page. */
function outlineOf(plan: Plan, words: PageWords, parts: readonly Part[]): string {
  const numbers = new Map(allSections(plan.sections).map(({ section }, i) => [section, i + 1]))
  const list = (sections: Plan['sections'], level: number): string => {
    const named = sections.filter(({ heading }) => heading !== null)
    if (named.length === 0 || level > 3) return ''
    const items = named.map((section) => {
      const link = `<a href="#s${numbers.get(section)}">${escapeHtml(titleOf(plan.text, section))}</a>`
      return `<li>${link}${list(section.children, level + 1)}</li>`
    })
    return `<ul lang="vi">${items.join('\n')}</ul>`
  }
  const links = [
    ...parts.filter(({ isFirst }) => isFirst),
    { id: 'text', title: words.text },
    ...parts.filter(({ isFirst }) => !isFirst),
  ]
  return `${list(plan.sections, 1)}\n<ul class="parts">${links.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('\n')}</ul>`
}
