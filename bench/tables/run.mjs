// How many cells of made tables are read exactly right: words, row, column and spans.
//
//   npm run bench:tables                    figures of every kind and format
//   npm run bench:tables -- --files         and of every file
//   npm run bench:tables -- --misses 5      and up to five differences a file
//   npm run bench:tables -- --json          every file's figures, for programs
//   npm run bench:tables -- SLUG …          only these papers
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../../dist/read/index.js'
import { compareTables } from './compare.mjs'

const { values, positionals } = parseArgs({
  options: { misses: { type: 'string', default: '0' }, files: { type: 'boolean' }, json: { type: 'boolean' } },
  allowPositionals: true,
})
const folder = import.meta.dirname
const results = []
for (const file of readdirSync(join(folder, 'files')).sort()) {
  const [slug, ...rest] = file.split('.')
  if (positionals.length > 0 && !positionals.includes(slug)) continue
  const truth = JSON.parse(readFileSync(join(folder, 'truth', `${slug}.json`), 'utf8'))
  const document = await readDocument(new Uint8Array(readFileSync(join(folder, 'files', file))))
  results.push({ file, kind: truth.kind, format: rest.join('.'), ...compareTables(truth.tables, document) })
}

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
}
