// The program as it is built: parts that share what they have in common, and what V8 kept of them, which it takes or does without.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/program')
const sample = join(root, 'corpus/sources/mau-an-giang-2023-ke-hoach.pdf')
const pool = pathToFileURL(join(root, 'dist/ingest/pool.js')).href
const { workerOptions } = (await import(pool)) as typeof import('../src/ingest/pool.ts')
const folder = mkdtempSync(join(tmpdir(), 'kehoach-program-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Name of each part that a process of this kind loads => whether V8 would not have what is kept of it. */
function refusedBy(kind: string, options: string[]): Record<string, boolean> {
  const script = `
    const { load, scripts } = require(${JSON.stringify(join(program, 'load.cjs'))})
    load('${kind}', '${kind}')
    setImmediate(() => {
      console.log(JSON.stringify(Object.fromEntries([...scripts].map(([name, { cachedDataRejected }]) => [name, cachedDataRejected]))))
      process.exit()
    })`
  const { stdout } = spawnSync(process.execPath, [...options, '-e', script], { encoding: 'utf8' })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, boolean>
}

describe('dist/program', () => {
  it.each([
    ['kehoach', []],
    ['reader', workerOptions({})],
  ])('is taken by V8 as it was kept for %s', (kind, options) => {
    const refused = refusedBy(kind, options)
    expect(Object.keys(refused).length).toBeGreaterThan(1)
    expect(Object.values(refused)).not.toContain(true)
  })

  it('is compiled where V8 has other options than what is kept was made with', () => {
    expect(Object.values(refusedBy('reader', workerOptions({ megabytes: 777 })))).not.toContain(false)
  })

  it('tells errors of pdf.js by where its code lies, as the packages do', () => {
    const script = `
      const { load } = require(${JSON.stringify(join(program, 'load.cjs'))})
      console.log(new (load('pdfjs-dist/pdf', 'reader').InvalidPDFException)('').stack, '\\n--')
      load('pdfjs-dist/pdf.worker', 'reader').WorkerMessageHandler.initializeFromPort({ addEventListener() { throw new Error('here') } })`
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
    expect(stdout).toMatch(/kehoach[\\/]parts[\\/]pdfjs-dist[\\/]pdf\.cjs/)
    expect(stderr).toMatch(/[\\/]pdfjs-dist[\\/]pdf\.worker\.cjs/)
  })

  it('is written in ASCII: it is read as that', () => {
    const parts = readdirSync(join(program, 'parts')).filter((name) => name.endsWith('.cjs'))
    expect(parts.length).toBeGreaterThan(10)
    for (const name of parts) expect(readFileSync(join(program, 'parts', name), 'utf8'), name).toMatch(/^[\0-\x7f]*$/)
  })

  it('reads the same with nothing kept, and with what was cut short or damaged', () => {
    const copy = join(folder, 'dist/program')
    cpSync(program, copy, { recursive: true })
    cpSync(join(root, 'package.json'), join(folder, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    const printed = (at: string) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [join(at, 'kehoach.cjs'), 'parse', sample], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      })
      expect(status).toBe(0)
      return stdout + stderr
    }
    const whole = printed(program)
    expect(whole).toContain('"year": 2023')
    const kept = readdirSync(join(copy, 'parts')).filter((name) => name.endsWith('.kehoach'))
    expect(kept.length).toBeGreaterThan(5)
    const change = (to: (bytes: Buffer) => Buffer) => {
      for (const name of kept) writeFileSync(join(copy, 'parts', name), to(readFileSync(join(program, 'parts', name))))
    }
    change((bytes) => bytes.subarray(0, -100))
    expect(printed(copy)).toBe(whole)
    change((bytes) => bytes.map((byte, i) => (i % 97 === 96 ? byte ^ 0x55 : byte)) as Buffer)
    expect(printed(copy)).toBe(whole)
    for (const name of kept) rmSync(join(copy, 'parts', name))
    expect(printed(copy)).toBe(whole)
  })
})
