// kehoach ingest for a night: what it says while it runs, what it would do, where its list of files comes from, what it watches.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listedInputs } from '../../src/cli/inputs.ts'
import { progressOn, timeWords } from '../../src/cli/progress.ts'
import type { IngestedFile } from '../../src/index.ts'
import { runOn } from '../command-line.ts'

let folder: string
let out: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
  out = join(folder, 'out')
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, words: string) =>
  writeFileSync(join(folder, 'in', name), `KẾ HOẠCH\nTiêm chủng năm 2024\n\nI. NỘI DUNG\n\n- ${words}\n`)
const kehoach = (...args: string[]) =>
  runOn({ isTTY: false }, ['ingest', join(folder, 'in'), '--out', out, '--lang', 'en', ...args])

describe('kehoach ingest', () => {
  it('says nothing on the way with --quiet, and JSON lines with --log json', async () => {
    put('a.txt', 'một')
    expect((await kehoach('--quiet')).stderr).toBe('')
    const { stderr, stdout } = await kehoach('--log', 'json')
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ event: 'file', number: 1, total: 1, path: 'a.txt', status: 'done', change: 'same' }])
    expect(stdout).toContain('1 files: 1 read.')
  })

  it('says with --dry-run what it would do, and writes nothing', async () => {
    put('a.txt', 'một')
    put('b.txt', 'một')
    expect((await kehoach('--dry-run')).stdout).toBe('would be read: a.txt\nduplicate: b.txt\n')
    expect(existsSync(out)).toBe(false)
    await kehoach()
    put('c.txt', 'hai')
    rmSync(join(folder, 'in/a.txt'))
    writeFileSync(join(folder, 'in/e.txt'), '')
    expect((await kehoach('--dry-run')).stdout).toBe('moved: b.txt\nwould be read: c.txt\nwould be read: e.txt\n')
  })

  it('reads only what is included, and removes with --prune the plans of the rest', async () => {
    put('a.txt', 'một')
    put('b.md', 'hai')
    await kehoach()
    expect(readdirSync(join(out, 'plans'))).toHaveLength(2)
    expect((await kehoach('--include', '*.md')).stdout).toContain('1 files: 1 read.')
    expect(readdirSync(join(out, 'plans'))).toHaveLength(2)
    await kehoach('--exclude', '*.txt', '--prune')
    expect(readdirSync(join(out, 'plans'))).toHaveLength(1)
  })

  it.each([
    [['--log', 'xml'], '--log takes one of: words, json'],
    [['--workers', 'two'], '--workers takes a whole number'],
    [['--time-limit', '-1'], '--time-limit'],
    [['--max-pages', '1.5'], '--max-pages takes a whole number'],
  ])('refuses %j', async (args, words) => {
    put('a.txt', 'một')
    const { status, stderr } = await kehoach(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })

  it('tells whose the out folder is', async () => {
    put('a.txt', 'một')
    mkdirSync(out)
    writeFileSync(join(out, 'run.lock'), JSON.stringify({ id: 'x', pid: 17, host: 'elsewhere', since: '2031' }))
    const { status, stderr } = await kehoach()
    expect(status).toBe(2)
    expect(stderr).toContain('is in use by another run (process 17 on elsewhere, since 2031)')
  })

  it('reads with --watch the files that come, until it is ended', async () => {
    put('a.txt', 'một')
    const main = join(import.meta.dirname, '../../dist/program/kehoach.cjs')
    const child = spawn(process.execPath, [
      main,
      'ingest',
      join(folder, 'in'),
      '--out',
      out,
      '--watch',
      '--quiet',
      '--lang',
      'en',
    ])
    let words = ''
    child.stdout.on('data', (part: Buffer) => {
      words += part
    })
    const said = async (what: string) => {
      for (let round = 0; !words.includes(what) && round < 300; round++) await new Promise((resolve) => setTimeout(resolve, 100))
      expect(words).toContain(what)
    }
    await said('1 files: 1 read.')
    put('b.txt', 'hai')
    await said('2 files: 2 read.')
    child.kill('SIGINT')
    await new Promise((resolve) => child.once('close', resolve))
    expect(readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
  })
})

describe('a list of files', () => {
  it.each([
    ['a.pdf\nb c.pdf\r\n\n', ['a.pdf', 'b c.pdf']],
    ['a\nb.pdf\0c.pdf\0', ['a\nb.pdf', 'c.pdf']],
    ['', []],
  ])('%j names these', async (words, names) => {
    const parts = async function* () {
      for (const byte of Buffer.from(words)) yield Uint8Array.of(byte)
    }
    expect(await listedInputs(parts())).toEqual(names)
  })
})

describe('the bar', () => {
  const file = (index: number, status: 'done' | 'failed' = 'done') =>
    ({ line: { path: `${index}.pdf`, status }, digest: { pages: 4 }, change: 'new', index, total: 40 }) as unknown as IngestedFile

  it('tells rate, pages, time left and what could not be read', () => {
    let time = 0
    let words = ''
    const stderr = { write: (part: string) => (words += part), isTTY: true, columns: 120 }
    const progress = progressOn(stderr, 'vi', 'words', () => time)
    for (let i = 0; i < 20; i++) {
      time += 500
      progress.show(file(i, i === 3 ? 'failed' : 'done'))
    }
    const [last] = words.split('\r\u001b[K').slice(-1)
    expect(last).toBe('[20/40] ██████████░░░░░░░░░░ 2.0 tệp/s, 80 trang, còn 0:10, 1 không đọc được; đọc được: 19.pdf')
  })

  it.each([
    [0, '0:00'],
    [59.2, '1:00'],
    [3661, '1:01:01'],
  ])('writes %d seconds as %s', (seconds, words) => {
    expect(timeWords(seconds)).toBe(words)
  })
})
