// How long the program takes, as ratios to what others take for the text alone, run beside it on the same files.
//
//   npm run bench            the sample plans
//   npm run bench -- DIR     the PDF and DOCX files of a folder
//   npm run bench -- --scans the part about scans alone
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { extractFindings } from '../dist/extract/index.js'
import { parsePlan } from '../dist/index.js'
import { readDocument } from '../dist/read/index.js'
import { outlineDocument } from '../dist/structure/index.js'
import { foldText } from '../dist/text/fold.js'
import { benchScans } from './scans.mjs'

const ROUNDS = 7
const [argument] = process.argv.slice(2)
const isScansOnly = argument === '--scans'
const folder = resolve(isScansOnly || !argument ? join(import.meta.dirname, '../corpus/sources') : argument)
const files = readdirSync(folder).map((name) => ({
  name,
  path: join(folder, name),
  bytes: () => new Uint8Array(readFileSync(join(folder, name))),
}))

/** The median of several rounds over all files, in ms; the first round warms up and is not counted. */
async function timeOf(work, own, rounds = ROUNDS) {
  const times = []
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now()
    for (const file of own) await work(file)
    if (round > 0) times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[rounds >> 1]
}

const plan = (file) => parsePlan(file.bytes(), { path: file.name })

async function pdfjsText(file) {
  const task = getDocument({ data: file.bytes(), verbosity: 0 })
  const pdf = await task.promise
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent()
  await task.destroy()
  return pdf.numPages
}

async function pagesOf(own) {
  let pages = 0
  for (const file of own) pages += await pdfjsText(file)
  return pages
}

const has = (command) => spawnSync(command, ['-v']).error === undefined
const FORMATS = [
  {
    format: '.pdf',
    references: [
      ['pdf.js getTextContent', pdfjsText],
      ...(has('pdftotext')
        ? [['pdftotext, a process a file', (file) => spawnSync('pdftotext', ['-layout', file.path, '-'])]]
        : []),
    ],
  },
  {
    format: '.docx',
    references: [['mammoth extractRawText', (file) => mammoth.extractRawText({ buffer: Buffer.from(file.bytes()) })]],
  },
  { format: '.md', references: [] },
]

console.log(`${cpus()[0].model.trim()}, Node ${process.version}; median of ${ROUNDS} rounds\n`)
for (const { format, references } of isScansOnly ? [] : FORMATS) {
  const own = files.filter(({ name }) => name.endsWith(format))
  if (own.length === 0) continue
  const ours = await timeOf(plan, own)
  const pages = format === '.pdf' ? `, ${(ours / (await pagesOf(own))).toFixed(1)} ms a page` : ''
  console.log(`${format}: ${own.length} files, ${(ours / own.length).toFixed(1)} ms a file${pages}`)
  for (const [name, work] of references) {
    const theirs = await timeOf(work, own)
    console.log(`  ${(ours / theirs).toFixed(2)} × ${name} (${(theirs / own.length).toFixed(1)} ms a file)`)
  }
  const documents = await Promise.all(own.map((file) => readDocument(file.bytes())))
  const meaning = await timeOf(
    (document) => extractFindings({ document, outline: outlineDocument(document), folded: foldText(document.text) }),
    documents,
  )
  console.log(`  structure and extraction alone: ${(meaning / own.length).toFixed(1)} ms a file`)
}
if (!isScansOnly) {
  await longTexts()
  longPdf()
}
console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
await benchScans(folder)

/** Structure and extraction of one plan of 10, 100 and 1000 pages of text, 2,500 characters a page: the first part of a sample, then the sections of all. */
async function longTexts() {
  const texts = files.filter(({ name }) => name.endsWith('.md')).map((file) => Buffer.from(file.bytes()).toString('utf8'))
  if (texts.length === 0) return
  const sectionsAt = (text) => Math.max(0, text.search(/^#* ?\**I\. /m))
  const head = texts[0].slice(0, sectionsAt(texts[0]))
  const sections = texts.map((text) => text.slice(sectionsAt(text)).replace(/^[*#]*Nơi nhận[\s\S]*$/m, '')).join('\n\n')
  console.log('\nstructure and extraction of a long text (25 ms for 10 pages is the aim)')
  for (const pages of [10, 100, 1000]) {
    const length = 2500 * pages
    const text = (head + sections.repeat(Math.ceil(length / sections.length))).slice(0, length)
    const document = await readDocument(new TextEncoder().encode(text))
    const ms = await timeOf(
      () => extractFindings({ document, outline: outlineDocument(document), folded: foldText(document.text) }),
      [document],
      pages < 1000 ? ROUNDS : 3,
    )
    console.log(`  ${pages} pages: ${ms.toFixed(1)} ms, ${(ms / pages).toFixed(2)} ms a page`)
  }
}

/** One PDF of 200 pages, read by a process of its own, against pdftotext: made of the samples by pdfunite, where that is installed. */
function longPdf() {
  if (!has('pdfunite') || !has('pdftotext')) {
    console.log('\n200 pages in one PDF are left out: pdfunite and pdftotext (poppler-utils) are not installed')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'kehoach-bench-'))
  try {
    const parts = files.filter(({ name }) => name.endsWith('.pdf')).map(({ path }) => path)
    const file = join(folder, 'long.pdf')
    spawnSync('pdfunite', [...Array.from({ length: 8 }, () => parts).flat(), file])
    const reader = new URL('../dist/read/index.js', import.meta.url).href
    const script = `import { readFileSync } from 'node:fs'; const { readDocument } = await import(${JSON.stringify(reader)}); const { pages } = await readDocument(readFileSync(${JSON.stringify(file)})); console.log(pages.length, process.resourceUsage().maxRSS)`
    const timed = (command, args) => {
      const times = []
      let output = ''
      for (let round = 0; round < 5; round++) {
        const started = performance.now()
        output = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout
        times.push(performance.now() - started)
      }
      return { ms: times.sort((a, b) => a - b)[2], output }
    }
    const ours = timed(process.execPath, ['--input-type=module', '-e', script])
    const theirs = timed('pdftotext', ['-layout', file, '-'])
    const [pages, memory] = ours.output.trim().split(' ').map(Number)
    console.log(
      `\n${pages} pages in one PDF, whole process: ${(ours.ms / pages).toFixed(1)} ms a page, ${(ours.ms / theirs.ms).toFixed(1)} × pdftotext, ${Math.round(memory / 1024)} MB`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
