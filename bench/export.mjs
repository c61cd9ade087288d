// An archive of many plans, made of the sample plans with other ids and figures, is written in each format: seconds and memory.
//
//   node bench/export.mjs                 1,000 plans, every format
//   node bench/export.mjs 10000 csv xlsx  so many, these formats
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from '../dist/cli/index.js'
import { FORMAT_NAMES } from '../dist/export/index.js'
import { parsePlan, planJson } from '../dist/index.js'

const samples = join(import.meta.dirname, '../corpus/sources')

if (process.argv[2] === '--one') await writeOne(...process.argv.slice(3))
else await writeAll(Number(process.argv[2] ?? 1000), process.argv.slice(3))

/** In a process of its own, so that its memory is that of this format alone. */
async function writeOne(format, out, target) {
  const quiet = { write: () => {} }
  const started = performance.now()
  const status = await runCommandLine(['export', out, '--format', format, '--out', target], {
    stdout: quiet,
    stderr: quiet,
  })
  const { maxRSS, userCPUTime } = process.resourceUsage()
  console.log(
    JSON.stringify({ status, seconds: (performance.now() - started) / 1000, cpu: userCPUTime / 1e6, megabytes: maxRSS / 1024 }),
  )
}

async function writeAll(count, formats) {
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-export-'))
  try {
    const bytes = await makeArchive(join(folder, 'out'), count)
    console.log(`${count} plans, ${megabytes(bytes)} MB of JSON`)
    console.log('format        seconds   CPU s   peak MB   written MB')
    for (const format of formats.length > 0 ? formats : FORMAT_NAMES) {
      const target = join(folder, `target.${format}`)
      const { stdout, status } = spawnSync(
        process.execPath,
        [fileURLToPath(import.meta.url), '--one', format, join(folder, 'out'), target],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          encoding: 'utf8',
        },
      )
      const told = status === 0 ? JSON.parse(stdout) : { status }
      if (told.status !== 0) console.log(`${format.padEnd(12)} failed`)
      else {
        const columns = [told.seconds.toFixed(1), told.cpu.toFixed(1), told.megabytes.toFixed(0), megabytes(sizeOf(target))]
        console.log(format.padEnd(12) + columns.map((words) => words.padStart(9)).join(''))
      }
      rmSync(target, { recursive: true, force: true })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeArchive(out, count) {
  const plans = []
  for (const path of readdirSync(samples).filter((name) => /\.(?:md|pdf)$/.test(name)))
    plans.push(JSON.stringify(await parsePlan(readFileSync(join(samples, path)), { path })))
  mkdirSync(join(out, 'plans'), { recursive: true })
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const plan = JSON.parse(plans[i % plans.length])
    const id = (i + 1).toString(16).padStart(12, '0')
    plan.id = id
    plan.source.path = `${id}/${plan.source.path}`
    for (const indicator of plan.indicators)
      if (indicator.value !== null) indicator.value = Math.round((indicator.value + i / 7) * 10) / 10
    const json = planJson(plan)
    bytes += json.length
    writeFileSync(join(out, 'plans', `mau.${id}.json`), json)
  }
  return bytes
}

function sizeOf(target) {
  const at = statSync(target)
  return at.isFile() ? at.size : readdirSync(target).reduce((sum, name) => sum + statSync(join(target, name)).size, 0)
}

function megabytes(bytes) {
  return (bytes / 1024 / 1024).toFixed(0)
}
