// An archive as of a night: made of the sample plans with other figures in each, ingested by processes of its own and timed.
//
//   node bench/night.mjs            1,000 mixed files (DOCX, Markdown, text, PDF)
//   node bench/night.mjs 200        so many
//   node bench/night.mjs 10000 txt  so many text plans
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { OTHERS, timed, timedOnOneCore } from './timed.mjs'

const [count = 1000, only] = [Number(process.argv[2] ?? 1000), process.argv[3]]
const samples = join(import.meta.dirname, '../corpus/sources')
const folder = mkdtempSync(join(tmpdir(), 'kehoach-night-'))
const input = join(folder, 'in')
// Files of one format that are timed alone: enough that starting is little of it.
const MOST_ALONE = 120
const STARTS = 5

/** Percentages move with the seed, and a line tells the copies apart; the layout stays. */
function varied(words, seed) {
  return words.replace(/(?<![\d.,])(\d{2})%/gu, (_, number) => `${10 + ((Number(number) + seed) % 90)}%`)
}

const MAKERS = {
  md: (bytes, seed) => Buffer.from(`${varied(bytes.toString('utf8'), seed)}\n\n${seed}\n`),
  // Without the marks of Markdown.
  txt: (bytes, seed) => Buffer.from(`${varied(bytes.toString('utf8'), seed).replace(/\*\*|^#+ /gmu, '')}\n\n${seed}\n`),
  docx(bytes, seed) {
    const parts = unzipSync(bytes)
    const words = Buffer.from(parts['word/document.xml']).toString('utf8')
    return zipSync({ ...parts, 'word/document.xml': Buffer.from(`${varied(words, seed)}<!-- ${seed} -->`) }, { level: 1 })
  },
  // Streams are packed: what differs is a comment behind the end.
  pdf: (bytes, seed) => Buffer.concat([bytes, Buffer.from(`\n% ${seed}\n`)]),
}
const FORMATS = only ? [only] : Object.keys(MAKERS)

/** The formats take turns; each takes the samples in turn. */
function makeArchive() {
  const sourcesOf = (format) =>
    readdirSync(samples)
      .filter((name) => name.endsWith(format === 'txt' ? '.md' : `.${format}`))
      .map((name) => readFileSync(join(samples, name)))
  const sources = Object.fromEntries(FORMATS.map((format) => [format, sourcesOf(format)]))
  mkdirSync(input)
  let bytes = 0
  for (let i = 0; i < count; i++) {
    const format = FORMATS[i % FORMATS.length]
    const own = sources[format]
    const made = MAKERS[format](own[Math.floor(i / FORMATS.length) % own.length], i)
    bytes += made.byteLength
    writeFileSync(join(input, `${String(i).padStart(5, '0')}.${format}`), made)
  }
  return bytes
}

/** The first files of a format in a folder of their own. */
function someOf(format) {
  const own = join(folder, format)
  mkdirSync(own)
  const names = readdirSync(input).filter((name) => name.endsWith(`.${format}`))
  for (const name of names.slice(0, MOST_ALONE)) copyFileSync(join(input, name), join(own, name))
  return own
}

const say = (name, { seconds, files, pages, run, worker, said }) =>
  console.log(
    `  ${name.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s ${(files / seconds).toFixed(1).padStart(7)} files/s${pages > 0 ? `${(pages / seconds).toFixed(0).padStart(6)} pages/s` : ''}; run ${run.toFixed(0)} MB, worker ${worker.toFixed(0)} MB; ${said}`,
  )

async function oneAndTwo(name, own) {
  const one = await timed(own, '--out', join(folder, `${name}-1`), '--workers', '1')
  say(`${name}, 1 worker`, one)
  const two = await timed(own, '--out', join(folder, `${name}-2`), '--workers', '2')
  say(`${name}, 2 workers`, two)
  console.log(`    ${(one.seconds / two.seconds).toFixed(2)} × faster`)
  const alone = await timedOnOneCore(own, '--out', join(folder, `${name}-0`), '--workers', '1')
  if (!alone) return one
  say(`${name}, 1 worker on 1 core`, alone)
  console.log(`    two workers on two cores: ${(alone.seconds / two.seconds).toFixed(2)} × faster`)
  return one
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1]

/** From the command to the line of the one file that it reads: the middle of several starts. */
async function startWith(format) {
  const file = join(
    input,
    readdirSync(input).find((name) => name.endsWith(`.${format}`)),
  )
  const times = []
  for (let i = 0; i < STARTS; i++) times.push((await timed(file, '--out', join(folder, `start-${format}-${i}`))).first)
  return middle(times)
}

try {
  const bytes = makeArchive()
  const [{ model }] = cpus()
  console.log(`${count} files, ${(bytes / 1e6).toFixed(0)} MB; ${cpus().length} × ${model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`) // biome-ignore format: one line
  for (const format of FORMATS) console.log(`  start to the first plan, ${format}: ${(await startWith(format)).toFixed(2)} s`)
  await oneAndTwo(only ?? 'all', input)
  const again = []
  for (let i = 0; i < 3; i++) again.push(await timed(input, '--out', join(folder, `${only ?? 'all'}-2`)))
  say(
    'second run, unchanged',
    again.find(({ seconds }) => seconds === middle(again.map((each) => each.seconds))),
  )
  for (const format of only ? [] : FORMATS) {
    const own = someOf(format)
    const ours = await oneAndTwo(format, own)
    const paths = readdirSync(own).map((name) => join(own, name))
    for (const [name, time] of OTHERS[format] ?? []) {
      const seconds = time(paths)
      if (seconds !== null)
        console.log(`    ${name}: ${seconds.toFixed(1)} s; ours with one worker ${(ours.seconds / seconds).toFixed(1)} ×`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
