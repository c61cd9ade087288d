// What every page has: its head, the way to the other pages, the search box, the other language.
import { REPORT_STYLE } from '../../render/index.ts'
import { type Language, type ProblemError, problemOf } from '../problems.ts'
import { address, type Html, html } from './markup.ts'
import { WORDS } from './words.ts'

export type Page = { title: string; language: Language; url: URL; search?: string | undefined; body: Html }

export function pageOf({ title, language, url, search = '', body }: Page): string {
  const say = (key: keyof typeof WORDS) => WORDS[key][language]
  const other = language === 'vi' ? 'en' : 'vi'
  const turned = new URLSearchParams(url.searchParams)
  turned.set('lang', other)
  const lang = langOf(language)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title === '' ? 'kehoach' : `${title} · kehoach`}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<a class="home" href="${address('/', { lang })}">kehoach</a>
<a href="${address('/', { lang })}">${say('home')}</a>
<a href="${address('/compare', { lang })}">${say('compare')}</a>
<form class="find" action="/search" role="search">
<input type="search" name="q" value="${search}" maxlength="300" placeholder="${say('searchFor')}" aria-label="${say('searchFor')}" title="${say('searchHint')}" required>
${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<button>${say('search')}</button>
</form>
<a href="${`${url.pathname}?${turned}`}" hreflang="${other}" lang="${other}">${other === 'en' ? 'English' : 'Tiếng Việt'}</a>
</header>
<main>
${body}
</main>
</body>
</html>
`.html
}

/** In addresses, Vietnamese goes without saying. */
export function langOf(language: Language): string | null {
  return language === 'en' ? 'en' : null
}

export function problemPage(problem: ProblemError, language: Language): string {
  const { title, detail, status } = problemOf(problem, language)
  const url = new URL('http://localhost/')
  return pageOf({ title, language, url, body: html`<h1>${title}</h1><p>${detail}</p><p class="dim">${status}</p>` })
}

export const STYLE = `${REPORT_STYLE}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.5em 1.2em;padding-bottom:.8em;margin-bottom:1.2em;border-bottom:1px solid var(--rule)}
header .home{font-weight:700;color:var(--ink)}
header .find{flex:1 1 16em;display:flex;gap:.4em}header .find input{flex:1;min-width:8em}
input,select,button{font:inherit;padding:.25em .5em;border:1px solid #b9bcc2;border-radius:4px;background:#fff;color:inherit}
button{background:#f3f4f6;cursor:pointer}
form.filters{display:flex;flex-wrap:wrap;gap:.5em 1em;align-items:end;margin:0 0 1em}
form.filters label{display:flex;flex-direction:column;font-size:.85em;color:var(--dim)}form.filters label.check{flex-direction:row;gap:.4em;align-items:center;padding-bottom:.4em}
td:first-child,th:first-child{min-width:0}
table.matrix td:first-child{min-width:13em}
.num{white-space:nowrap}
.hit{margin:0 0 1.2em;max-width:60em}.hit .where{font-size:.9em;color:var(--dim)}.hit p{margin:.15em 0;white-space:pre-line;overflow-wrap:anywhere}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.2em;margin:0 0 1em}dl.facts dt{color:var(--dim)}dl.facts dd{margin:0;overflow-wrap:anywhere}
.contents{columns:2;column-gap:2em;padding-left:0;list-style:none;font-size:.95em}.contents li{break-inside:avoid}
.text{max-width:52em}.text p{margin:.4em 0;overflow-wrap:anywhere}.text h3{scroll-margin-top:1em}.text table{width:auto;margin:.6em 0}
.text .d2{font-size:1em}.text .d3,.text .d4{font-size:.95em;font-weight:600}
:target{outline:2px solid #e0a800;background:#fff8df}
@media(max-width:700px){.contents{columns:1}dl.facts{grid-template-columns:1fr}}
`
