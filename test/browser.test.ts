// The library in a browser, in its workers, and in a process that may not touch files: the same plans as in Node.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../src/model/plan.ts'
import { parsePlan } from '../src/pipeline.ts'
import { scanPdf, scanPng } from './images.ts'

const root = join(import.meta.dirname, '..')
const bundle = join(root, 'dist/browser')
const sample = (ending: string) => readFileSync(join(root, `corpus/sources/mau-thai-nguyen-2024-ke-hoach.${ending}`))
const text = Buffer.from(sample('md').toString('utf8').replace(/[*#]/g, ''))

const SAMPLES: [name: string, bytes: Uint8Array][] = [
  ['ke-hoach.txt', text],
  ['ke-hoach.md', sample('md')],
  ['ke-hoach.docx', sample('docx')],
  ['ke-hoach.pdf', sample('pdf')],
]

describe('the modules for browsers', () => {
  it('import nothing but one another', () => {
    const files = readdirSync(bundle).filter((name) => name.endsWith('.js'))
    const imported = files.flatMap((name) =>
      [...readFileSync(join(bundle, name), 'utf8').matchAll(/(?:\}from|\bimport\(|\bimport)"([\w@.:/-]+)"/g)].map(
        ([, target]) => target!,
      ),
    )
    expect(imported.length).toBeGreaterThan(10)
    expect(imported.filter((target) => !files.includes(target.replace('./', '')))).toEqual([])
  })

  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number]
  const flag = major > 22 || (major === 22 && minor >= 13) ? '--permission' : '--experimental-permission'

  it.each(SAMPLES)('read %s where no file may be opened', async (name, bytes) => {
    const script = `
      import { parsePlan } from ${JSON.stringify(`file://${bundle}/index.js`)}
      const parts = []
      for await (const part of process.stdin) parts.push(part)
      const bytes = new Uint8Array(Buffer.concat(parts))
      if (process.permission.has('fs.read', '/etc/hosts') || process.permission.has('child')) throw new Error('files are open')
      process.stdout.write(JSON.stringify(await parsePlan(bytes, { path: ${JSON.stringify(name)} })))`
    const printed = execFileSync(
      process.execPath,
      [flag, `--allow-fs-read=${bundle}/`, '--no-warnings', '--input-type=module', '--eval', script],
      { input: bytes, maxBuffer: 1e8, cwd: bundle },
    )
    expect(JSON.parse(printed.toString('utf8'))).toEqual(await parsePlan(bytes, { path: name }))
  })
})

const executable = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
const hasChromium = executable !== undefined && spawnSync(executable, ['--version']).status === 0

// The page may load its own modules, and nothing else.
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'"
const WORKER = `
  import { parsePlan } from './index.js'
  onmessage = async ({ data: { bytes, name } }) => {
    try { postMessage({ plan: await parsePlan(bytes, { path: name }) }) } catch (error) { postMessage({ error: String(error), reason: error.reason }) }
  }`
const PAGE = `
  import * as kehoach from './index.js'
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const told = (error) => ({ reason: error.reason, words: error.message })
  window.parse = (base64, name) => kehoach.parsePlan(bytesOf(base64), { path: name }).then((plan) => JSON.stringify({ plan }), (error) => JSON.stringify(told(error)))
  window.parseInWorker = (base64, name) => new Promise((resolve, reject) => {
    const worker = new Worker('./worker.js', { type: 'module' })
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(JSON.stringify(data)) }
    worker.postMessage({ bytes: bytesOf(base64), name })
  })
  window.others = async (base64) => {
    const plan = await kehoach.parsePlan(bytesOf(base64))
    return [kehoach.toMarkdown(plan), kehoach.toHtml(plan), kehoach.toAkn(plan), kehoach.toIcs([plan]), JSON.stringify(kehoach.toChunks(plan)), JSON.stringify(kehoach.diffPlans(plan, plan))].map((words) => words.length)
  }
  window.isReady = true`

describe.skipIf(!hasChromium)('Chromium (skipped where it is not installed; CHROMIUM names its program)', () => {
  let server: Server
  let browser: Browser
  let page: Page
  const asked: string[] = []
  const failures: string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      const name = (request.url ?? '/').slice(1)
      asked.push(name)
      const own: Record<string, [type: string, words: string]> = {
        '': [
          'text/html',
          '<!doctype html><meta charset="utf-8"><title>kehoach</title><script type="module" src="./page.js"></script>',
        ],
        'page.js': ['text/javascript', PAGE],
        'worker.js': ['text/javascript', WORKER],
      }
      const [type, words] = own[name] ?? ['text/javascript', null]
      const file = join(bundle, name)
      if (words === null && !(name.endsWith('.js') && existsSync(file))) return response.writeHead(404).end()
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY })
      return response.end(words ?? readFileSync(file))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox'] })
    page = await browser.newPage()
    page.on('pageerror', (error) => failures.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('window.isReady', undefined, { timeout: 60_000 })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  const run = async (name: 'parse' | 'parseInWorker', bytes: Uint8Array, file: string) => {
    const call = `window.${name}(${JSON.stringify(Buffer.from(bytes).toString('base64'))}, ${JSON.stringify(file)})`
    return JSON.parse((await page.evaluate(call)) as string) as { plan?: Plan; reason?: string; words?: string; error?: string }
  }

  it.each(SAMPLES)('reads %s as Node does, in the page and in a worker', async (name, bytes) => {
    const expected = await parsePlan(bytes, { path: name })
    expect((await run('parse', bytes, name)).plan).toEqual(expected)
    expect((await run('parseInWorker', bytes, name)).plan).toEqual(expected)
  })

  it('refuses a scan with its reason: there is no recognition', async () => {
    const scan = await scanPdf(scanPng())
    const { reason, words } = await run('parse', scan, 'scan.pdf')
    expect(reason).toBe('no-text')
    expect(words).toMatch(/no page has text that can be read/)
    expect((await run('parseInWorker', scanPng(), 'scan.png')).reason).toBe('no-text')
  })

  it('refuses what is no document', async () => {
    expect((await run('parse', new Uint8Array(), '')).reason).toBe('empty')
    expect((await run('parse', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2), 'x.docx')).reason).toBe('damaged')
  })

  it('writes the other forms', async () => {
    const lengths = (await page.evaluate(`window.others(${JSON.stringify(sample('docx').toString('base64'))})`)) as number[]
    expect(lengths.every((length) => length > 100)).toBe(true)
  })

  it('has asked for its own modules alone, and complained of nothing', () => {
    expect(asked.filter((name) => !/^$|^[\w.-]+\.js$|^favicon\.ico$/.test(name))).toEqual([])
    expect(failures.filter((words) => !/favicon/.test(words))).toEqual([])
  })
})
