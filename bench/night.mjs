// An archive as of a night: made of the sample plans with other figures in each, ingested by processes of its own and timed.
//
//   node bench/night.mjs            1,000 mixed files (DOCX, Markdown, text, PDF)
//   node bench/night.mjs 200        so many
//   node bench/night.mjs 10000 txt  so many text plans
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'

const [count = 1000, only] = [Number(process.argv[2] ?? 1000), process.argv[3]]
const samples = join(import.meta.dirname, '../corpus/sources')
const main = join(import.meta.dirname, '../dist/cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'kehoach-night-'))

/** Percentages move with the seed, and a line tells the copies apart; the layout stays. */
function varied(words, seed) {
  return words.replace(/(?<![\d.,])(\d{2})%/gu, (_, number) => `${10 + ((Number(number) + seed) % 90)}%`)
}

const MAKERS = {
  md: (bytes, seed) => Buffer.from(`${varied(bytes.toString('utf8'), seed)}\n\n${seed}\n`),
  docx(bytes, seed) {
    const parts = unzipSync(bytes)
    const words = Buffer.from(parts['word/document.xml']).toString('utf8')
    return zipSync({ ...parts, 'word/document.xml': Buffer.from(`${varied(words, seed)}<!-- ${seed} -->`) }, { level: 1 })
  },
  // Streams are packed: what differs is a comment behind the end.
  pdf: (bytes, seed) => Buffer.concat([bytes, Buffer.from(`\n% ${seed}\n`)]),
}
MAKERS.txt = MAKERS.md

function makeArchive() {
  const sources = readdirSync(samples)
    .map((name) => ({ ending: name.split('.').pop(), bytes: readFileSync(join(samples, name)) }))
    .filter(({ ending }) => (only ? ending === 'md' : ending in MAKERS))
  mkdirSync(join(folder, 'in'))
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const source = sources[i % sources.length]
    const ending = only ?? source.ending
    const made = MAKERS[ending](source.bytes, i)
    bytes += made.byteLength
    writeFileSync(join(folder, 'in', `${String(i).padStart(5, '0')}.${ending}`), made)
  }
  return bytes
}

/** Wall time of the command, the largest memory of each of its processes, and when the first plan was there. */
async function timed(...args) {
  const started = performance.now()
  const child = spawn(process.execPath, [main, 'ingest', ...args, '--lang', 'en'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let first = null
  child.stderr.once('data', () => {
    first = performance.now() - started
  })
  child.stderr.resume()
  let words = ''
  child.stdout.on('data', (part) => {
    words += part
  })
  const peaks = new Map()
  const watch = setInterval(() => {
    for (const pid of [child.pid, ...childrenOf(child.pid)]) {
      const size = peakOf(pid)
      if (size !== null) peaks.set(pid, Math.max(size, peaks.get(pid) ?? 0))
    }
  }, 200)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  const own = peaks.get(child.pid) ?? 0
  peaks.delete(child.pid)
  return {
    seconds: (performance.now() - started) / 1000,
    first: first / 1000,
    own,
    worker: Math.max(0, ...peaks.values()),
    said: words.trim().split('\n').pop(),
  }
}

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return null
  }
}

/** What others take for the text alone, in one process of theirs. */
function beside(ending, script) {
  const names = readdirSync(join(folder, 'in')).filter((name) => name.endsWith(ending))
  if (names.length === 0) return null
  const started = performance.now()
  if (typeof script === 'string') {
    const code = `import { readFileSync } from 'node:fs'; const names = ${JSON.stringify(names.map((name) => join(folder, 'in', name)))}; ${script}`
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: join(import.meta.dirname, '..'),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
  } else for (const name of names) script(join(folder, 'in', name))
  return { seconds: (performance.now() - started) / 1000, files: names.length }
}

try {
  const bytes = makeArchive()
  console.log(
    `${count} files, ${(bytes / 1e6).toFixed(0)} MB; ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`,
  )
  const row = (name, { seconds, first, own, worker, said }) =>
    console.log(
      `  ${name.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s ${(count / seconds).toFixed(1).padStart(7)} files/s; first file ${first.toFixed(2)} s; run ${own.toFixed(0)} MB, worker ${worker.toFixed(0)} MB; ${said}`,
    )
  const input = join(folder, 'in')
  const one = await timed(input, '--out', join(folder, 'one'), '--workers', '1')
  row('1 worker', one)
  const two = await timed(input, '--out', join(folder, 'two'), '--workers', '2')
  row('2 workers', two)
  console.log(`  2 workers are ${(one.seconds / two.seconds).toFixed(2)} × faster`)
  row('second run', await timed(input, '--out', join(folder, 'two')))
  for (const ending of only ? [] : ['pdf', 'docx', 'md']) {
    const ours = await timed(input, '--out', join(folder, ending), '--workers', '1', '--include', `*.${ending}`)
    const others = {
      pdf: {
        'pdftotext, a process a file': (path) => spawnSync('pdftotext', ['-layout', path, '-']),
        'pdf.js getTextContent': `const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs'); for (const name of names) { const task = getDocument({ data: new Uint8Array(readFileSync(name)), verbosity: 0 }); const pdf = await task.promise; for (let i = 1; i <= pdf.numPages; i++) await (await pdf.getPage(i)).getTextContent(); await task.destroy() }`,
      },
      docx: {
        'mammoth alone': `const { default: mammoth } = await import('mammoth'); for (const name of names) await mammoth.convertToHtml({ path: name })`,
      },
      md: {},
    }[ending]
    row(`${ending} alone, 1 worker`, ours)
    for (const [name, script] of Object.entries(others)) {
      const theirs = beside(ending, script)
      if (theirs) console.log(`    ${name}: ${theirs.seconds.toFixed(1)} s; ours ${(ours.seconds / theirs.seconds).toFixed(1)} ×`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
