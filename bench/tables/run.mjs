// How many cells of made tables are read exactly right: words, row, column and spans.
//
//   npm run bench:tables                    figures of every kind and format
//   npm run bench:tables -- --files         and of every file
//   npm run bench:tables -- --misses 5      and up to five differences a file
//   npm run bench:tables -- --json          every file's figures, for programs
//   npm run bench:tables -- --scans         of scans of them instead, read by the engine that is there
//   npm run bench:tables -- SLUG …          only these papers
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { wrapImages } from '../../dist/read/image/wrap.js'
import { readDocument } from '../../dist/read/index.js'
import { lazyEngine } from '../../dist/read/ocr/index.js'
import { randomFrom, scannedPages } from '../sheets.mjs'
import { compareFigures, compareTables } from './compare.mjs'

const { values, positionals } = parseArgs({
  options: {
    misses: { type: 'string', default: '0' },
    files: { type: 'boolean' },
    json: { type: 'boolean' },
    scans: { type: 'boolean' },
  },
  allowPositionals: true,
})
const folder = import.meta.dirname
const engine = lazyEngine()

/** Slanted as much as every scan; its specks depend on the file's name alone. */
async function scanOf(bytes, name) {
  const random = randomFrom([...name].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7) % 2147483648)
  const pages = []
  for await (const page of scannedPages(bytes, random)) pages.push(page)
  return wrapImages(pages)
}

const results = []
for (const file of readdirSync(join(folder, 'files')).sort()) {
  const [slug, ...rest] = file.split('.')
  if (positionals.length > 0 && !positionals.includes(slug)) continue
  const truth = JSON.parse(readFileSync(join(folder, 'truth', `${slug}.json`), 'utf8'))
  const format = rest.join('.')
  if (values.scans && !format.endsWith('pdf')) continue
  const bytes = new Uint8Array(readFileSync(join(folder, 'files', file)))
  const document = values.scans
    ? await readDocument(await scanOf(bytes, file), { engine: engine.open, ocr: 'always' })
    : await readDocument(bytes)
  results.push({
    file,
    kind: truth.kind,
    format,
    ...compareTables(truth.tables, document),
    ...compareFigures(truth.tables, document),
  })
}

await engine.close()

const share = (part, whole) => (whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(1).padStart(5)}`)
const sum = (list) =>
  list.reduce(
    (total, { expected, read, right, tables, found, extra }) => ({
      expected: total.expected + expected,
      read: total.read + read,
      right: total.right + right,
      tables: total.tables + tables,
      found: total.found + found,
      extra: total.extra + extra,
    }),
    { expected: 0, read: 0, right: 0, tables: 0, found: 0, extra: 0 },
  )
const lineOf = (name, { expected, read, right, tables, found, extra }) =>
  `${name.padEnd(44)} ${String(right).padStart(6)} / ${String(expected).padStart(5)}  ${share(right, expected)}  ${share(right, read)}   ${found} / ${tables}${extra ? `   ${extra} false` : ''}`

if (values.json) console.log(JSON.stringify(results))
else {
  console.log(`${'kind'.padEnd(44)}  exactly right  recall  precision  tables`)
  for (const kind of [...new Set(results.map((result) => result.kind))]) {
    for (const format of ['docx', 'office.pdf', 'browser.pdf']) {
      const own = results.filter((result) => result.kind === kind && result.format === format)
      if (own.length === 0) continue
      console.log(lineOf(`${kind}, ${format}`, sum(own)))
      for (const result of own) {
        if (values.files || (values.misses > 0 && result.misses.length > 0)) console.log(lineOf(`  ${result.file}`, result))
        for (const miss of result.misses.slice(0, Number(values.misses))) console.log(`      ${miss}`)
      }
    }
  }
  for (const format of ['docx', 'office.pdf', 'browser.pdf'])
    console.log(lineOf(`all, ${format}`, sum(results.filter((result) => result.format === format))))
  console.log(lineOf('all', sum(results)))
  if (values.scans) {
    const count = (name) => results.reduce((total, result) => total + result[name], 0)
    const wrong = results.flatMap((result) => result.wrong.map((figure) => `${figure} (${result.file})`))
    console.log(`figures: ${count('figuresRight')} of ${count('figures')} read; ${wrong.length} that do not stand there`)
    if (values.misses > 0) for (const each of wrong) console.log(`      ${each}`)
  }
}
