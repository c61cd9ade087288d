// A run that is ended by `kill -9` at random moments, and resumed: the out folder must be that of an undisturbed run, byte for byte.
//
//   npm run bench:kill                 50 moments of seed 1
//   npm run bench:kill -- 10 --seed 2  so many, of another seed; --json for programs
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { zipSync } from 'fflate'
import { chanceOf } from './fuzz/chance.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
})
const moments = Number(positionals[0] ?? 50)
const main = join(import.meta.dirname, '../dist/program/kehoach.cjs')
const samples = join(import.meta.dirname, '../corpus/sources')
const folder = mkdtempSync(join(tmpdir(), 'kehoach-kill-'))
const input = join(folder, 'in')
const chance = chanceOf(Number(values.seed), 0)
// Some runs are killed again while they resume.
const AGAIN = 0.3

function makeFiles() {
  mkdirSync(join(input, 'năm'), { recursive: true })
  const plan = (number) =>
    `UBND TỈNH LAI CHÂU\nSỞ Y TẾ\n\nKẾ HOẠCH\nTiêm chủng năm 20${10 + (number % 20)}\n\nI. CHỈ TIÊU\n\n- ${50 + (number % 50)}% trẻ được tiêm đợt ${number}.\n`
  for (let i = 0; i < 24; i++) writeFileSync(join(input, i % 3 ? '' : 'năm', `${String(i).padStart(2, '0')}.txt`), plan(i))
  for (const name of readdirSync(samples).slice(0, 5)) writeFileSync(join(input, name), readFileSync(join(samples, name)))
  writeFileSync(join(input, 'twin.txt'), plan(3))
  writeFileSync(join(input, 'broken.docx'), 'PK\u0003\u0004 nothing')
  writeFileSync(join(input, 'x.zip'), zipSync({ 'y.txt': Buffer.from(plan(40)), '../z.txt': Buffer.from(plan(41)) }))
}

/** Runs until its end, or for so many milliseconds; gives whether it was killed. */
async function run(out, ms = null) {
  const child = spawn(process.execPath, [main, 'ingest', input, '--out', out, '--quiet', '--ocr', 'never', '--workers', '2'], {
    stdio: 'ignore',
  })
  const timer = ms !== null && setTimeout(() => child.kill('SIGKILL'), ms)
  const signal = await new Promise((resolve) => child.once('close', (_, how) => resolve(how)))
  clearTimeout(timer)
  return signal === 'SIGKILL'
}

/** All files but the run log, which tells of the runs themselves. */
function contentsOf(out) {
  if (!existsSync(out)) return new Map()
  const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'run.log.jsonl',
  )
  return new Map(names.map((entry) => join(entry.parentPath, entry.name)).sort().map((path) => [path.slice(out.length + 1), readFileSync(path, 'utf8')])) // biome-ignore format: name and content
}

function differences(one, other) {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))
}

const found = { moments: 0, killed: 0, plansAtTheKill: [], differing: [] }
try {
  makeFiles()
  const started = performance.now()
  await run(join(folder, 'whole'))
  const length = performance.now() - started
  const whole = contentsOf(join(folder, 'whole'))
  for (let moment = 0; moment < moments; moment++) {
    const out = join(folder, `out${moment}`)
    const times = [chance.below(length), ...(chance.is(AGAIN) ? [chance.below(length)] : [])]
    for (const ms of times) {
      if (!(await run(out, ms))) continue
      found.killed++
      const left = contentsOf(out)
      found.plansAtTheKill.push([...left.keys()].filter((name) => name.endsWith('.json')).length)
      // A manifest that is there is whole.
      const manifest = left.get('manifest.jsonl')
      if (manifest !== undefined && manifest !== whole.get('manifest.jsonl')) found.differing.push({ moment, ms, names: ['manifest.jsonl at the kill'] }) // biome-ignore format: one finding
    }
    await run(out)
    const names = differences(whole, contentsOf(out))
    if (names.length > 0) found.differing.push({ moment, times, names })
    found.moments++
    rmSync(out, { recursive: true, force: true })
    if (!values.json)
      console.log(`${moment + 1}: killed at ${times.map(Math.round).join(' and ')} ms; ${names.length} files differ`)
  }
  console.log(JSON.stringify({ ...found, plans: whole.size }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = found.differing.length > 0 ? 1 : 0
