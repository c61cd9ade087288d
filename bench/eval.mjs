// How well the program reads annotated documents: facets by corpus and format, and what changed since the committed figures.
//
//   npm run eval                                       every corpus that is there
//   npm run eval -- --corpus DIR --gold DIR            one corpus; a file that could not be read counts 0
//   npm run eval -- --misses 5                         the first five misses of each file besides
//   npm run eval -- --save                             writes the figures to bench/eval.json
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ingest } from '../dist/index.js'
import { agreement, PARTS } from './agreement.mjs'
import { figures, pool } from './score.mjs'

const root = resolve(import.meta.dirname, '..')
const shared = resolve(root, '../shared')
const store = join(root, 'bench/eval.json')
const FACETS = Object.keys(figures({}).facet)

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    gold: { type: 'string' },
    misses: { type: 'string', default: '0' },
    save: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

/** The corpora to read: those asked for, else our own samples and, where they lie beside the project, the shared ones. */
function corpora() {
  if (values.corpus)
    return [
      {
        name: basename(resolve(values.corpus)),
        folder: values.corpus,
        gold: values.gold ?? join(values.corpus, '../gold'),
        countsUnread: true,
        isReal: () => false,
      },
    ]
  const own = { name: 'samples', folder: join(root, 'corpus/sources'), gold: join(root, 'corpus/gold') }
  if (!existsSync(join(shared, 'corpus'))) return [own]
  return [
    own,
    { name: 'shared', folder: join(shared, 'corpus'), gold: join(shared, 'gold'), isReal: (path) => path.startsWith('real/') },
  ]
}

/** Reads a corpus and scores it: with the shared scorer where that is there, else with our own. */
async function evaluate({ folder, gold, countsUnread }) {
  const out = mkdtempSync(join(tmpdir(), 'kehoach-eval-'))
  try {
    const unread = []
    const plans = []
    for await (const { line, plan } of ingest([folder], { out })) {
      if (line.plan === null) unread.push(line)
      if (plan && !plan.source.path.includes('scan')) plans.push(plan)
    }
    const theirs = join(shared, 'tools/score.mjs')
    const scorer = existsSync(theirs) ? theirs : join(root, 'bench/score.mjs')
    const args = [scorer, gold, join(out, 'plans'), ...(countsUnread ? ['--corpus', folder] : []), '--json']
    const { rows } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }))
    return { rows, unread, agreed: agreement(groupBy(plans, ({ source }) => basename(source.path).split('.')[0])) }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

const formatOf = (path) => basename(path).split('.').slice(1).join('.')
const percent = (share) => (share == null ? '-' : (100 * share).toFixed(1))
const rounded = ({ mean, facet }) =>
  Object.fromEntries(
    [['mean', mean], ...Object.entries(facet)]
      .filter(([, share]) => share != null)
      .map(([name, share]) => [name, Math.round(share * 1e4) / 1e4]),
  )

function table(lines) {
  const heads = ['', 'mean', ...FACETS]
  const rows = [
    heads,
    ...lines.map(([name, figure]) => [name, percent(figure.mean), ...FACETS.map((facet) => percent(figure.facet[facet]))]),
  ]
  const widths = heads.map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[i]))).join('  '))
}

const before = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {}
const after = {}
const report = []
let files = 0
for (const corpus of corpora()) {
  const { rows, unread, agreed } = await evaluate(corpus)
  files += rows.length
  const groups = groupBy(rows, nameOf)
  function nameOf({ path }) {
    return corpus.isReal?.(path) ? `${corpus.name} real` : `${corpus.name}${corpus.name === 'shared' ? ' re-typeset' : ''}`
  }
  report.push('', `${corpus.name}: ${corpus.folder}`)
  const lines = []
  for (const [name, members] of groups) {
    const formats = groupBy(members, ({ path }) => formatOf(path))
    for (const [format, own] of [...formats].sort(([a], [b]) => (a < b ? -1 : 1))) lines.push([`${name} .${format}`, pool(own)])
    lines.push([`${name} (${members.length} files)`, pool(members)])
  }
  report.push(...table(lines))
  for (const [name, figure] of lines) after[name.replace(/ \(\d+ files\)$/, '')] = rounded(figure)
  const exact = rows.filter(({ facet }) =>
    ['indicators', 'indicatorDetail', 'series'].every((name) => facet[name] == null || facet[name] === 1),
  ).length
  const cited = rows.filter(({ facet }) =>
    ['legal', 'legalDetail'].every((name) => facet[name] == null || facet[name] === 1),
  ).length
  report.push(
    `every indicator right in ${exact} of ${rows.length} files, every reference in ${cited}; ${unread.length} files not read`,
  )
  for (const [group, own] of groupBy(agreed, ({ paths }) => nameOf({ path: paths[0] }))) {
    const shares = PARTS.map((_, i) => own.reduce((sum, row) => sum + row.shares[i], 0) / own.length)
    report.push(
      `${group}: formats of one document agree: ${PARTS.map((part, i) => `${part} ${percent(shares[i])}`).join(', ')} (${own.length} documents)`,
    )
    after[`${group} agreement`] = Object.fromEntries(PARTS.map((part, i) => [part, Math.round(shares[i] * 1e4) / 1e4]))
    for (const { document, differences } of own)
      for (const { part, share, pair, only } of differences.slice(0, Number(values.misses)))
        report.push(
          `  ${document} ${part} ${percent(share)}: ${pair.map((path) => path.split('.').slice(1).join('.')).join(' ~ ')}`,
          ...only.slice(0, 4).map((key) => `    ${key.slice(0, 200)}`),
        )
  }
  for (const { path, misses, mean } of rows) {
    const shown = misses.slice(0, Number(values.misses))
    if (shown.length > 0) report.push(`  ${path} (${percent(mean)})`, ...shown.map((miss) => `    ${miss.slice(0, 300)}`))
  }
}

const changes = Object.entries(after).flatMap(([name, figure]) =>
  Object.entries(figure).flatMap(([facet, share]) => {
    const old = before[name]?.[facet]
    return old !== undefined && Math.abs(share - old) >= 5e-4 ? [`  ${name} ${facet}: ${percent(old)} → ${percent(share)}`] : []
  }),
)
if (!values.corpus)
  report.push(
    '',
    changes.length === 0 ? 'No figure changed since bench/eval.json.' : 'Changed since bench/eval.json:',
    ...changes,
  )
console.log(values.json ? JSON.stringify(after) : report.slice(1).join('\n'))
if (values.save) writeFileSync(store, `${JSON.stringify({ ...before, ...after }, null, 1)}\n`)
if (files === 0) {
  console.error('no file of this corpus has gold')
  process.exitCode = 2
}

function groupBy(items, nameOf) {
  const groups = new Map()
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item])
  return groups
}
