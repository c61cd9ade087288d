// Mutated files go through an ordinary run: it may refuse them, and must not fail, hang, lose one or write what is not so.
//
//   npm run fuzz                               1,000 mutants of seed 1
//   npm run fuzz -- 10000 --seed 2             so many, of another seed
//   npm run fuzz -- 10000 --from 3000          these alone: 3000 to 9999
//   npm run fuzz -- --only 1234 --keep DIR     one of them, and it is written into DIR
//   npm run fuzz -- 500 --sources DIR          of the files of a folder too
//   npm run fuzz -- 500 --ocr                  images are decoded too, for a recognition that reads nothing
//   npm run fuzz -- 500 --here                 in this process, and errors of ours behind a refusal are told
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ingest, parsePlan, UnreadableError } from '../../dist/index.js'
import { faultsOfLines, faultsOfPlan } from './judge.mjs'
import { mutantOf, sourcesIn } from './mutants.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    keep: { type: 'string' },
    sources: { type: 'string' },
    workers: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '60' },
    megabytes: { type: 'string', default: '600' },
    ocr: { type: 'boolean', default: false },
    here: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const CHUNK = 250
const seed = Number(values.seed)
const [from, to] = values.only
  ? [Number(values.only), Number(values.only) + 1]
  : [Number(values.from), Number(positionals[0] ?? 1000)]
const sources = sourcesIn(values.sources)
const folder = mkdtempSync(join(tmpdir(), 'kehoach-fuzz-'))
const total = { mutants: 0, lines: 0, plans: 0, statuses: {}, reasons: {}, faults: [], slowest: [] }

/** Finds no word on any page. Of a version that is called for each image: mutants must not hide behind one that stays. */
function standInTesseract() {
  const words = `#!/bin/sh\ncase "$1" in\n  --version) echo "tesseract 4.1.1" ;;\n  --list-langs) printf 'List (1):\\nvie\\n' ;;\n  *) cat > /dev/null; echo "<div class='ocr_page'></div>" ;;\nesac\n`
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/tesseract'), words, { mode: 0o755 })
  process.env.PATH = `${join(folder, 'bin')}${delimiter}${process.env.PATH}`
}

function keep(name, bytes) {
  if (!values.keep) return
  mkdirSync(values.keep, { recursive: true })
  writeFileSync(join(values.keep, name), bytes)
}

async function runChunk(start, end) {
  const input = join(folder, 'in')
  const out = join(folder, 'out')
  mkdirSync(input)
  const mutants = []
  for (let number = start; number < end; number++) {
    const mutant = mutantOf(sources, seed, number)
    mutants.push(mutant.name)
    writeFileSync(join(input, mutant.name), mutant.bytes)
    if (values.only) keep(mutant.name, mutant.bytes)
  }
  const faults = []
  const lines = []
  const reading = values.ocr ? { ocr: 'auto', engine: 'system' } : { ocr: 'never' }
  const limits = { seconds: Number(values.seconds), megabytes: Number(values.megabytes) }
  try {
    for await (const { line, plan } of ingest([input], {
      out,
      cache: false,
      workers: Number(values.workers),
      limits,
      ...reading,
    })) {
      lines.push(line)
      if (plan) total.plans++
      for (const fault of plan ? faultsOfPlan(plan) : []) faults.push({ path: line.path, fault })
    }
    const manifest = readFileSync(join(out, 'manifest.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line)) // biome-ignore format: one file
    faults.push(...faultsOfLines(mutants, manifest, lines))
  } catch (error) {
    faults.push({ path: `${mutants[0]} …`, fault: `the run failed: ${error.stack}` })
  }
  const log = readFileSync(join(out, 'run.log.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line)) // biome-ignore format: one file
  for (const { path, ms, error } of log) {
    if (ms !== undefined) total.slowest.push([ms, path])
    if (error) faults.push({ path, fault: error })
  }
  total.slowest = total.slowest.sort((a, b) => b[0] - a[0]).slice(0, 10)
  for (const { path } of faults) {
    const name = path.split('/')[0]
    if (mutants.includes(name)) keep(name, readFileSync(join(input, name)))
  }
  for (const { status, reason } of lines) {
    total.statuses[status] = (total.statuses[status] ?? 0) + 1
    total.reasons[reason] = (total.reasons[reason] ?? 0) + 1
  }
  total.mutants += mutants.length
  total.lines += lines.length
  total.faults.push(...faults)
  rmSync(input, { recursive: true })
  rmSync(out, { recursive: true })
  return faults
}

/** Errors of the program that a reader takes for damage of the file are seen only by what caused the refusal. */
async function runHere(start, end) {
  let own = ''
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (error) => void console.log(`${own}: behind its back: ${error?.stack ?? error}`))
  for (let number = start; number < end; number++) {
    const { name, bytes } = mutantOf(sources, seed, number)
    own = name
    if (values.only) keep(name, bytes)
    const { user } = process.cpuUsage()
    try {
      faultsOfPlan(await parsePlan(new Uint8Array(bytes), { path: name, ocr: 'never' })).forEach(
        (fault) => void console.log(`${name}: ${fault}`),
      )
    } catch (error) {
      const cause = error instanceof UnreadableError ? error.cause : error
      if (/^(?:Type|Range|Reference|Syntax)Error/.test(String(cause))) console.log(`${name}: ${cause.stack}`)
    }
    const ms = (process.cpuUsage().user - user) / 1000
    total.slowest = [...total.slowest, [Math.round(ms), name]].sort((a, b) => b[0] - a[0]).slice(0, 20)
    total.mutants++
  }
}

try {
  if (values.ocr) standInTesseract()
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(to, start + CHUNK)
    const faults = values.here ? ((await runHere(start, end)) ?? []) : await runChunk(start, end)
    if (values.json) continue
    for (const { path, fault } of faults) console.log(`  ${path}: ${fault}`)
    console.log(`${end - from} mutants, ${total.faults.length} faults`)
  }
  console.log(JSON.stringify(total, null, values.json ? 0 : 1))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = total.faults.length > 0 ? 1 : 0
