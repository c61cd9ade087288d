// A report becomes one HTML file: offline, without script, printable; every number leads to the words that it comes from.
import { escapeHtml } from './escape.ts'
import { LABELS } from './labels.ts'
import type { Block, Line, Quote, Report, Run } from './report.ts'

/** Of every report, and of pages that hold one. */
export const REPORT_STYLE = `
:root{--ink:#1c1c1c;--dim:#666;--rule:#d8d8d8;--add:#d9f2dd;--addink:#0b5a1e;--del:#fbdcdc;--delink:#8c1313}
*{box-sizing:border-box}
body{font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);max-width:1180px;margin:0 auto;padding:24px}
h1{font-size:1.5em;margin:0 0 .6em}h2{font-size:1.2em;margin:1.8em 0 .5em;border-bottom:1px solid var(--rule);padding-bottom:.2em}h3{font-size:1em;margin:1.2em 0 .3em}
nav{font-size:.9em;margin:1em 0}nav a{margin-right:1.1em;white-space:nowrap}
a{color:#0b4f8a;text-decoration:none}a:hover{text-decoration:underline}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93em}
th,td{border-bottom:1px solid var(--rule);padding:.32em .55em;text-align:left;vertical-align:top}
th{background:#f3f4f6;white-space:nowrap}td:first-child,th:first-child{min-width:13em}
.r{text-align:right;font-variant-numeric:tabular-nums}
ins{background:var(--add);color:var(--addink);text-decoration:none}del{background:var(--del);color:var(--delink);text-decoration:none}
.dim{color:var(--dim)}.good{color:#0b5a1e}.bad{color:#8c1313}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1em;border:1px solid var(--rule);margin:.4em 0 1em}
.pair>div{padding:.5em .8em;white-space:pre-line;overflow-wrap:anywhere}.pair>div+div{border-left:1px solid var(--rule)}
.pair h4{margin:0 0 .3em;font-size:.85em;color:var(--dim);font-weight:normal}
svg{max-width:100%;height:auto}
.quotes p{margin:.25em 0;padding:.15em .5em;overflow-wrap:anywhere;scroll-margin-top:1em}.quotes p:target{outline:2px solid #e0a800;background:#fff8df}
mark{background:#ffe9a8}
@media(max-width:700px){.pair{grid-template-columns:1fr}.pair>div+div{border-left:0;border-top:1px solid var(--rule)}}
@media print{body{max-width:none;padding:0;font-size:11px}nav{display:none}h2,h3{break-after:avoid}tr,.pair,figure{break-inside:avoid}a{color:inherit}ins,del,mark,th,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}.scroll{overflow:visible}}
`

export function reportHtml(report: Report): string {
  const { language, title } = report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
${reportBody(report)}
</body>
</html>
`
}

/** What stands between the tags of a body. */
export function reportBody({ language, title, blocks, sources }: Report): string {
  const heads = blocks.flatMap((block, i) =>
    block.kind === 'heading' && block.level === 2 ? [{ text: block.text, id: `h${i}` }] : [],
  )
  const label = LABELS.sources[language]
  const hasQuotes = sources.some(({ quotes }) => quotes.length > 0)
  const nav = [...heads, ...(hasQuotes ? [{ text: label, id: 'sources' }] : [])].map(
    ({ text, id }) => `<a href="#${id}">${escapeHtml(text)}</a>`,
  )
  const quotes = sources.map(
    (source) =>
      `<h3>${escapeHtml(source.title)}</h3><div class="quotes">${[...source.quotes]
        .sort((a, b) => place(a) - place(b))
        .map((each) => quoteOf(each, LABELS.page[language]))
        .join('')}</div>`,
  )
  return `<h1>${escapeHtml(title)}</h1>
<nav>${nav.join('')}</nav>
${blocks.map((block, i) => blockOf(block, i)).join('\n')}
${hasQuotes ? `<h2 id="sources">${escapeHtml(label)}</h2>\n${quotes.join('\n')}` : ''}`
}

function blockOf(block: Block, i: number): string {
  if (block.kind === 'heading') return `<h${block.level} id="h${i}">${escapeHtml(block.text)}</h${block.level}>`
  if (block.kind === 'line') return `<p>${words(block.runs)}</p>`
  if (block.kind === 'list') return `<ul>${block.items.map((item) => `<li>${words(item)}</li>`).join('')}</ul>`
  if (block.kind === 'figure') return block.svg === '' ? '' : `<figure class="scroll" style="margin:.6em 0">${block.svg}</figure>`
  if (block.kind === 'pair') {
    const side = (head: string, runs: Line) => `<div><h4>${escapeHtml(head)}</h4>${words(runs) || '–'}</div>`
    return `<div class="pair">${side(block.heads[0], block.before)}${side(block.heads[1], block.after)}</div>`
  }
  const cls = (align: string | undefined) => (align === 'right' ? ' class="r"' : '')
  const heads = block.columns.map(({ head, align }) => `<th${cls(align)}>${escapeHtml(head)}</th>`)
  const rows = block.rows.map(
    (cells) => `<tr>${cells.map((cell, j) => `<td${cls(block.columns[j]?.align)}>${words(cell)}</td>`).join('')}</tr>`,
  )
  return `<div class="scroll"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
}

function words(runs: Line): string {
  return runs.map(marked).join('')
}

function marked({ text, mark, quote }: Run): string {
  const inner = escapeHtml(text.replaceAll('\t', ' | '))
  const linked = quote ? `<a href="#${quote}">${inner}</a>` : inner
  if (mark === 'added') return `<ins>${linked}</ins>`
  if (mark === 'removed') return `<del>${linked}</del>`
  if (mark === 'strong') return `<strong>${linked}</strong>`
  return mark ? `<span class="${mark}">${linked}</span>` : linked
}

function quoteOf({ id, line, start, end, page }: Quote, word: string): string {
  const part = (words: string) => escapeHtml(words.replaceAll('\t', ' | '))
  const where = page === null ? '' : `<span class="dim">${word} ${page}: </span>`
  return `<p id="${id}">${where}${part(line.slice(0, start))}<mark>${part(line.slice(start, end))}</mark>${part(line.slice(end))}</p>`
}

function place({ id }: Quote): number {
  return Number(id.split('-')[1])
}
