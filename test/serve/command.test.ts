// kehoach serve as built: what it refuses to begin, files and pages in processes of their own, and its end.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Folder, HOSTILE, makeFolder } from './served.ts'

const root = join(import.meta.dirname, '../..')
const main = join(root, 'dist/program/kehoach.cjs')
const environment = { ...process.env, KEHOACH_LANG: 'en', KEHOACH_TOKEN: '' }

let folder: Folder
const started: ChildProcess[] = []

beforeAll(async () => {
  folder = await makeFolder()
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  folder?.remove()
})

async function start(...args: string[]): Promise<{ child: ChildProcess; url: string; said: () => string }> {
  const child = spawn(process.execPath, [main, 'serve', folder.out, '--port', '0', '--ocr', 'never', ...args], {
    env: environment,
  })
  started.push(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr!.setEncoding('utf8').on('data', (words: string) => {
      said += words
      const found = /http:\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(said)))
  })
  return { child, url, said: () => said }
}

const refused = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [main, 'serve', folder.out, ...args], {
    env: environment,
    encoding: 'utf8',
    timeout: 30_000,
  })
  return [status, stderr] as const
}

describe('kehoach serve', () => {
  it.each([
    [['--host', '0.0.0.0'], 'set --token'],
    [['--host', '::'], 'set --token'],
    [['--token', 'short'], 'a token has 16 characters'],
    [['--host', '0.0.0.0', '--no-token', '--token', 'a-token-of-16-signs'], 'exclude each other'],
    [['--port', '70000'], '--port takes a number'],
    [['--port', 'x'], '--port takes a whole number'],
    [['--cors', 'health.example'], '--cors takes an origin'],
    [['--sources', '/no/such/folder'], 'there is no folder'],
    [['--max-upload', 'x'], '--max-upload takes a whole number'],
    [['--fast'], 'no option “--fast”'],
  ])('%j does not begin', (args, words) => {
    const [status, stderr] = refused(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })

  it('says where it cannot listen', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const [status, stderr] = refused('--port', String(port))
    other.close()
    expect(status).toBe(2)
    expect(stderr).toContain('EADDRINUSE')
  })

  it('listens to this machine alone', async () => {
    const { url } = await start()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  })

  it('with --no-token answers under any name', async () => {
    const { url } = await start('--host', '0.0.0.0', '--no-token')
    const { port } = new URL(url)
    const { get } = await import('node:http')
    const status = await new Promise((resolve) => {
      get({ host: '127.0.0.1', port, path: '/api/v1/status', headers: { host: 'health.example' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
    })
    expect(status).toBe(200)
  })

  it('reads files and draws pages in processes of their own, and leaves none behind when it is told to end', async () => {
    const { child, url, said } = await start('--sources', folder.sources)
    const parsed = await fetch(new URL('/api/v1/parse?name=x.txt', url), { method: 'POST', body: HOSTILE })
    expect(((await parsed.json()) as { header: { year: number } }).header.year).toBe(2024)
    const { items } = (await (await fetch(new URL('/api/v1/plans?year=2023', url))).json()) as { items: [{ id: string }] }
    const image = await fetch(new URL(`/api/v1/plans/${items[0].id}/pages/1.png?width=200`, url))
    expect(image.headers.get('content-type')).toBe('image/png')
    await image.arrayBuffer()
    const children = () =>
      spawnSync('ps', ['-o', 'pid=', '--ppid', String(child.pid)], { encoding: 'utf8' })
        .stdout.trim()
        .split(/\s+/)
        .filter(Boolean)
    const before = children()
    expect(before.length).toBeGreaterThanOrEqual(2)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const [status] = await ended
    expect([status, said().split('\n').length]).toEqual([0, 2])
    await expect.poll(() => before.filter((pid) => spawnSync('ps', ['-p', pid]).status === 0), { timeout: 10_000 }).toEqual([])
  })
})

describe('a page that is too much', () => {
  it('is given up after its time, and the next one is drawn', async () => {
    const { openDrawer } = (await import(
      pathToFileURL(join(root, 'dist/serve/drawer.js')).href
    )) as typeof import('../../src/serve/drawer.ts')
    const stuck = openDrawer(join(root, 'test/fixtures/stuck-drawer.mjs'), 6_000)
    const drawing = { page: 1, rotation: 0, width: 100 }
    const bytes = (words: string) => async () => Buffer.from(words)
    await expect(stuck.draw('a', bytes('hang'), drawing)).rejects.toThrow(/timeout/)
    await expect(stuck.draw('b', bytes('die'), drawing)).rejects.toThrow(/crashed/)
    expect(Buffer.from((await stuck.draw('c', bytes('png'), drawing))!).toString()).toBe('png')
    stuck.close()
  })
})
