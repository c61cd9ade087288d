// The engines of recognition as programs: without a network, one process a core, and as fast again from the cache.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCanvas } from '@napi-rs/canvas'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../src/cli/index.ts'
import { parsePlan } from '../../../src/index.ts'
import { lazyEngine } from '../../../src/read/ocr/index.ts'
import { scanPdf, scanPng } from '../../images.ts'
import { standInTesseract } from '../../tesseract.ts'

const guard = join(import.meta.dirname, '../../fixtures/no-network.mjs')
const library = join(import.meta.dirname, '../../../dist/index.js')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A small page with three printed lines. */
function printedPage(): Uint8Array {
  const canvas = createCanvas(900, 400)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 900, 400)
  context.fillStyle = 'black'
  context.font = '34px "Liberation Serif", "DejaVu Serif", serif'
  const lines = ['Tiem chung cho 95% tre em trong nam 2024', 'Phong chong dich benh mua he', 'Kham suc khoe cho 1250 hoc sinh']
  for (const [i, line] of lines.entries()) context.fillText(line, 60, 100 + 90 * i)
  return new Uint8Array(canvas.toBuffer('image/png'))
}

/** Runs a program with the network forbidden; `page` is the file of the printed page. */
function offline(program: string) {
  const page = join(folder, 'page.png')
  writeFileSync(page, printedPage())
  const script = `import { readFileSync } from 'node:fs'
const page = readFileSync(${JSON.stringify(page)})
const { parsePlan } = await import(${JSON.stringify(pathToFileURL(library).href)});
${program}`
  // A file: threads inherit the options of the program, and those of a program in words they do not take.
  const file = join(folder, 'program.mjs')
  writeFileSync(file, script)
  return spawnSync(process.execPath, ['--import', pathToFileURL(guard).href, file], { encoding: 'utf8' })
}

describe('the engine of the package', () => {
  it('recognises a page with the network forbidden, and never asks for it', () => {
    expect(existsSync(library), 'npm run build comes before the tests').toBe(true)
    const { stdout, stderr, status } = offline(
      `const { text, source } = await parsePlan(page, { engine: 'embedded' }); console.log(JSON.stringify([text, source.producedBy.engines]))`,
    )
    expect([stderr, status]).toEqual(['', 0])
    const [text, engines] = JSON.parse(stdout) as [string, Record<string, string>]
    expect(engines.ocr).toMatch(/^tesseract\.js \d+\.\d+\.\d+ vie$/)
    for (const figure of ['95%', '2024', '1250']) expect(text).toContain(figure)
  })

  it.each([
    "fetch('http://localhost/')",
    "(await import('node:http')).get('http://localhost/')",
    "(await import('node:https')).request('https://localhost/')",
    "(await import('node:net')).connect(80, 'localhost')",
    "new (await import('node:net')).Socket().connect(80, 'localhost')",
    "(await import('node:dns')).lookup('localhost', () => {})",
    "await (await import('node:dns/promises')).lookup('localhost')",
  ])('would be caught at %s', (call) => {
    const { stderr, status } = offline(call)
    expect(status).not.toBe(0)
    expect(stderr).toMatch(/^network: /)
  })
})

describe('the engine of the system', () => {
  let isThere = false
  beforeAll(async () => {
    const engine = lazyEngine('system')
    isThere = (await engine.open()) !== null
    await engine.close()
  })

  it('recognises a page', async (context) => {
    if (!isThere) context.skip('tesseract with Vietnamese data is not installed')
    const { text, source } = await parsePlan(printedPage(), { engine: 'system' })
    expect(source.producedBy.engines.ocr).toMatch(/^tesseract \d+(?:\.\d+)* vie$/)
    for (const figure of ['95%', '2024', '1250']) expect(text).toContain(figure)
  })
})

describe.skipIf(process.platform === 'win32')('the calls of tesseract', () => {
  let tesseract: ReturnType<typeof standInTesseract>
  beforeEach(() => {
    tesseract = standInTesseract(folder)
  })
  afterEach(() => tesseract.stop())

  const pages = (count: number) => scanPdf(...Array.from({ length: count }, (_, i) => scanPng(i + 1)))
  const calls = () => tesseract.calls().filter((line) => line.startsWith('begin')).length
  const ingest = async (input: string, args: string[] = [], isTTY = false, language = 'vi') => {
    let stderr = ''
    const streams = {
      stdout: { write: () => {} },
      stderr: { write: (words: string) => (stderr += words), isTTY, columns: 200 },
    }
    const out = join(folder, 'out')
    const status = await runCommandLine(
      ['ingest', input, '--out', out, '--engine', 'system', '--lang', language, ...args],
      streams,
    )
    const [name] = readdirSync(join(out, 'plans'))
    return { status, stderr, plan: readFileSync(join(out, 'plans', name!), 'utf8'), out }
  }
  const scanFile = async (count: number) => {
    mkdirSync(join(folder, 'in'), { recursive: true })
    writeFileSync(join(folder, 'in', 'quét.pdf'), await pages(count))
    return join(folder, 'in')
  }

  it('are one process a core, each with one thread', async () => {
    const { source } = await parsePlan(await pages(6), { engine: 'system' })
    expect(source.pages.map(({ textOrigin }) => textOrigin)).toEqual(Array(6).fill('ocr'))
    let running = 0
    let most = 0
    for (const line of tesseract.calls()) {
      running += line.startsWith('begin') ? 1 : -1
      most = Math.max(most, running)
    }
    expect(most).toBeLessThanOrEqual(availableParallelism())
    const begun = tesseract.calls().filter((line) => line.startsWith('begin'))
    expect(begun.length).toBeGreaterThanOrEqual(6)
    expect(begun.filter((line) => !/^begin 1 (?:-|stdin) stdout -l vie /.test(line))).toEqual([])
  })

  it('are one for each image where no files can be made', async () => {
    const { TMPDIR } = process.env
    process.env.TMPDIR = join(folder, 'nowhere')
    try {
      const { source } = await parsePlan(await pages(2), { engine: 'system' })
      expect(source.pages.map(({ textOrigin }) => textOrigin)).toEqual(['ocr', 'ocr'])
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = TMPDIR
    }
    const begun = tesseract.calls().filter((line) => line.startsWith('begin'))
    expect(begun.filter((line) => !line.startsWith('begin 1 stdin stdout '))).toEqual([])
    expect(begun.length).toBeGreaterThanOrEqual(2)
  })

  it('are told of page by page, in the order of the pages', async () => {
    const turns: unknown[] = []
    await parsePlan(await pages(3), { engine: 'system', onPage: (turn) => turns.push(turn) })
    expect(turns).toEqual([1, 2, 3].map((page) => ({ page, pages: 3, textOrigin: 'ocr' })))
  })

  it('are none for pages that were read before; the plan is the same with the cache, from it, and without', async () => {
    const input = await scanFile(2)
    const first = await ingest(input)
    const made = calls()
    expect(made).toBeGreaterThanOrEqual(2)
    const second = await ingest(input)
    expect([second.plan, calls()]).toEqual([first.plan, made])
    const without = await ingest(input, ['--no-cache'])
    expect([without.plan, calls()]).toEqual([first.plan, 2 * made])
  })

  it('are made again for entries that are damaged, which are then whole', async () => {
    const input = await scanFile(2)
    const { out, plan } = await ingest(input)
    const cache = join(out, 'cache/ocr')
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
    // Two pages, and which image each page is.
    expect(files.map((name) => /^(..)[\\/]\1[0-9a-f]{62}\.json$/.test(name))).toEqual([true, true, true])
    const whole = files.map((name) => readFileSync(join(cache, name), 'utf8'))
    for (const [i, name] of files.entries()) writeFileSync(join(cache, name), whole[i]!.slice(0, 100 * i))
    const made = calls()
    expect((await ingest(input, ['--force'])).plan).toBe(plan)
    expect(calls()).toBe(2 * made)
    expect(files.map((name) => readFileSync(join(cache, name), 'utf8'))).toEqual(whole)
    expect(readdirSync(join(out, 'cache/ocr.tmp'))).toEqual([])
  })

  it('leave no files behind with --no-cache', async () => {
    const { out } = await ingest(await scanFile(1), ['--no-cache'])
    expect(existsSync(join(out, 'cache'))).toBe(false)
  })

  it.each([
    ['vi', true, ['đang nhận dạng trang 1/2: quét.pdf', 'đang nhận dạng trang 2/2: quét.pdf']],
    ['en', true, ['recognising page 1/2: quét.pdf', 'recognising page 2/2: quét.pdf']],
    ['vi', false, []],
  ] as const)('show in %s on a terminal (%s) which page is recognised', async (language, isTTY, shown) => {
    const { stderr } = await ingest(await scanFile(2), [], isTTY, language)
    expect([...stderr.matchAll(/\[1\/1\] ((?:đang|recog)[^\r\n]*)/g)].map(([, words]) => words)).toEqual(shown)
    if (isTTY) expect(stderr).not.toContain('\n')
  })

  it('show no pages of a document with words of its own', async () => {
    const sample = join(import.meta.dirname, '../../../corpus/sources/mau-yen-bai-2024-ke-hoach.pdf')
    const { stderr } = await ingest(sample, [], true)
    expect(stderr).not.toContain('đang nhận dạng')
    expect(calls()).toBe(0)
  })
})
