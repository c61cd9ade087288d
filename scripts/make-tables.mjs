// Turns the papers of bench/tables/papers into files (DOCX; PDF through LibreOffice and through Chromium) and their truth (JSON).
//
//   node scripts/make-tables.mjs [slug …]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAPERS } from '../bench/tables/papers/index.mjs'
import { truthOf } from './tables/cells.mjs'
import { toDocx } from './tables/docx.mjs'
import { toHtml } from './tables/html.mjs'
import { printBrowser, printOffice, withoutClock } from './tables/office.mjs'
import { turnPages } from './tables/turn.mjs'

const folder = join(import.meta.dirname, '../bench/tables')
const slugs = process.argv.slice(2)
const papers = PAPERS.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
for (const name of ['files', 'truth']) mkdirSync(join(folder, name), { recursive: true })
const write = (name, bytes) => writeFileSync(join(folder, 'files', name), bytes)

const words = new Map()
const pages = new Map()
for (const paper of papers) {
  writeFileSync(join(folder, 'truth', `${paper.slug}.json`), printed(truthOf(paper)))
  const bytes = paper.formats.some((format) => format !== 'browser') ? withoutClock(await toDocx(paper)) : null
  if (paper.formats.includes('docx')) write(`${paper.slug}.docx`, bytes)
  if (paper.formats.includes('office')) words.set(paper.slug, bytes)
  if (paper.formats.includes('browser')) pages.set(paper.slug, toHtml(paper))
}
const turns = new Map(papers.map(({ slug, turn }) => [slug, turn]))
for (const [printer, printedPages] of [
  ['office', printOffice(words)],
  ['browser', printBrowser(pages)],
]) {
  for (const [slug, bytes] of printedPages)
    write(`${slug}.${printer}.pdf`, turns.get(slug) ? turnPages(bytes, turns.get(slug)) : bytes)
}
console.log(`${papers.length} papers`)

/** A row of cells a line. */
function printed({ kind, tables }) {
  const rows = (table) => table.map((row) => `  ${JSON.stringify(row)}`).join(',\n')
  return `{"kind": ${JSON.stringify(kind)}, "tables": [\n${tables.map((table) => ` [\n${rows(table)}\n ]`).join(',\n')}\n]}\n`
}
