// How long scans take, as ratios to the bare engine on the same prepared images, and whether memory stays flat over 200 pages.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { parsePlan } from '../dist/index.js'
import { ALLOCATOR } from '../dist/ingest/protocol.js'
import { wrapImages } from '../dist/read/image/wrap.js'
import { toGrey } from '../dist/read/ocr/image.js'
import { lazyEngine } from '../dist/read/ocr/index.js'
import { inkOf } from '../dist/read/ocr/ink.js'
import { wipeMargins } from '../dist/read/ocr/margins.js'
import { preparePage } from '../dist/read/ocr/prepare.js'
import { fitImage } from '../dist/read/ocr/scale.js'
import { tiffOf } from '../dist/read/ocr/tiff.js'
import { DPI, randomFrom, scannedPages } from './sheets.mjs'

const ROUNDS = 3
const PAGES = 16
const LONG = 200
// The product's goal: the whole pipeline against the bare engine.
const GOAL = 1.25
const AT_A_TIME = 2
// A line of 14 points on A4, as a share of the width.
const LINE_SHARE = 14 / 595

/** Scans of the first pages of the sample plans. */
async function madeScans(folder, count) {
  const pages = []
  const random = randomFrom(1)
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.pdf')))
    for await (const page of scannedPages(readFileSync(join(folder, name)), random)) if (pages.push(page) === count) return pages
  return pages
}

/** The pages of scans as they are handed to the engine, before cells and columns are cut out. */
async function preparedImages(pages, folder) {
  const files = []
  for (const [i, { pieces }] of pages.entries()) {
    const sheet = await loadImage(pieces[0].data)
    const canvas = createCanvas(sheet.width, sheet.height)
    canvas.getContext('2d').drawImage(sheet, 0, 0)
    const { image } = fitImage(toGrey({ width: sheet.width, height: sheet.height, kind: 'rgba', data: canvas.data() }))
    const ink = inkOf(image)
    wipeMargins(image, ink)
    const file = join(folder, `${i + 1}.tif`)
    writeFileSync(file, tiffOf([preparePage(image, ink, LINE_SHARE * image.width).image]))
    files.push(file)
  }
  return files
}

/** The images of a scan as they are. */
function untouchedImages(pages, folder) {
  return pages.map(({ pieces }, i) => {
    const file = join(folder, `${i + 1}.jpg`)
    writeFileSync(file, pieces[0].data)
    return file
  })
}

async function bareEngine(files) {
  const waiting = [...files]
  const run = (file) =>
    new Promise((resolve, reject) => {
      const options = { stdio: ['ignore', 'ignore', 'ignore'], env: { ...process.env, OMP_THREAD_LIMIT: '1' } }
      spawn('tesseract', [file, 'stdout', '-l', 'vie', '--psm', '3', '--dpi', '300', 'hocr'], options)
        .on('error', reject)
        .on('close', (code) => (code === 0 ? resolve() : reject(new Error(`tesseract ended with code ${code}`))))
    })
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await run(file)
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
}

/** Seconds, and those of processors with the processes that were started and have ended; NaN where the system does not tell. */
async function timed(work) {
  const [started, used] = [performance.now(), processorSeconds()]
  await work()
  return { wall: (performance.now() - started) / 1000, cpu: processorSeconds() - used }
}

/** proc(5): times of the process and of its children in hundredths of a second, from the 14th field on. */
function processorSeconds() {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
  } catch {
    return Number.NaN
  }
}

const wallOf = ({ wall }) => wall
const times = (ratio) => (Number.isNaN(ratio) ? '–' : `${ratio.toFixed(2)} ×`)

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1]

async function hasEngine(choice) {
  const engine = lazyEngine(choice)
  const name = (await engine.open())?.name ?? null
  await engine.close()
  return name
}

/** Two pages at a time, whatever the machine has. The engine starts and ends with the scan: of a process, only an end tells what it used. */
async function readWith(choice, scan, cache) {
  const lazy = lazyEngine(choice)
  const engine = { open: async () => ({ ...(await lazy.open()), parallel: AT_A_TIME }), close: async () => {} }
  try {
    await parsePlan(scan, { engine, cache })
  } finally {
    await lazy.close()
  }
}

export async function benchScans(folder) {
  const pages = await madeScans(folder, PAGES)
  const scan = wrapImages(pages)
  const work = mkdtempSync(join(tmpdir(), 'kehoach-bench-'))
  console.log(`\nscans: ${pages.length} pages at ${DPI} dpi, ${AT_A_TIME} at a time; median of ${ROUNDS} rounds`)
  if (availableParallelism() < AT_A_TIME) console.log(`  this machine has fewer than ${AT_A_TIME} processors`)
  try {
    const system = await hasEngine('system')
    let bare = null
    if (system) {
      const prepared = await preparedImages(pages, work)
      const untouched = untouchedImages(pages, work)
      const read = (cache) => readWith('system', scan, cache)
      await read()
      const rounds = []
      for (let round = 0; round < ROUNDS; round++)
        rounds.push({
          bare: await timed(() => bareEngine(prepared)),
          untouched: await timed(() => bareEngine(untouched)),
          ours: await timed(read),
        })
      const kept = new Map()
      const cache = { get: async (key) => kept.get(key) ?? null, set: async (key, value) => void kept.set(key, value) }
      await read(cache)
      const again = await timed(() => read(cache))
      bare = median(rounds.map((round) => round.bare.wall)) / pages.length
      // Each round against its own: what else the machine does changes from one to the next.
      const ratio = (of, other = 'bare') => median(rounds.map((round) => round.ours[of] / round[other][of]))
      const ours = median(rounds.map((round) => round.ours.wall)) / pages.length
      console.log(
        `  ${system}: ${ours.toFixed(2)} s a page, ${times(ratio('wall'))} the bare engine on the images as we prepare them (${bare.toFixed(2)} s; goal ≤ ${GOAL}); of processors ${times(ratio('cpu'))}`,
      )
      console.log(
        `  against the bare engine on the images as they lie in the scan: ${times(ratio('wall', 'untouched'))}; of processors ${times(ratio('cpu', 'untouched'))}`,
      )
      console.log(`  read again from the cache: ${((1000 * again.wall) / pages.length).toFixed(0)} ms a page`)
    } else console.log('  the ratio to the bare engine is left out: tesseract with Vietnamese is not installed')
    const embedded = await hasEngine('embedded')
    if (embedded) {
      const ours = wallOf(await timed(() => readWith('embedded', scan))) / pages.length
      const ratio = bare ? `, ${(ours / bare).toFixed(2)} × the bare engine of the system` : ''
      console.log(`  ${embedded}: ${ours.toFixed(2)} s a page${ratio}`)
    } else console.log('  the engine of the package is left out: it is not installed')
    if (system) longScan(pages, work)
    else console.log(`  memory over ${LONG} pages is left out: tesseract with Vietnamese is not installed`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** A scan of 200 pages in a process of its own, with the memory of a worker: its peak at page 50 and at the end. */
function longScan(pages, work) {
  const file = join(work, 'long.pdf')
  writeFileSync(file, wrapImages(Array.from({ length: LONG }, (_, i) => pages[i % pages.length])))
  const library = new URL('../dist/index.js', import.meta.url).href
  const script = `import { readFileSync } from 'node:fs'
const { parsePlan } = await import(${JSON.stringify(library)})
const peak = () => process.resourceUsage().maxRSS / 1024
let quarter = 0
const onPage = ({ page }) => { if (page === ${LONG / 4 + 1}) quarter = peak() }
await parsePlan(readFileSync(${JSON.stringify(file)}), { engine: 'system', onPage })
console.log(quarter, peak())`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, ...ALLOCATOR },
  })
  const [quarter, end] = stdout.trim().split(' ').map(Number)
  if (!end) throw new Error(`the long scan was not read: ${stderr}`)
  console.log(
    `  ${LONG} pages in one PDF: peak memory ${Math.round(quarter)} MB at page ${LONG / 4}, ${Math.round(end)} MB at the end (${(end / quarter).toFixed(2)} ×)`,
  )
}
