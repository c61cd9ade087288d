// Real processes, as built: files that hang, allocate and die; runs that are killed; folders that two runs want.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IngestedFile, IngestOptions } from '../../src/index.ts'
import { scanPdf, scanPng } from '../images.ts'
import { standInTesseract } from '../tesseract.ts'

const root = join(import.meta.dirname, '../..')
const api = pathToFileURL(join(root, 'dist/index.js')).href
const { ingest, FolderInUseError } = (await import(api)) as typeof import('../../src/index.ts')
const odd = join(root, 'test/fixtures/odd-worker.mjs')
let folder: string
let out: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
  out = join(folder, 'out')
  mkdirSync(join(folder, 'in'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const plan = (number: number) =>
  `UBND TỈNH LAI CHÂU\nSỞ Y TẾ\n\nKẾ HOẠCH\nTiêm chủng năm 20${10 + (number % 20)}\n\nI. CHỈ TIÊU\n\n- ${50 + (number % 50)}% trẻ được tiêm đợt ${number}.\n`
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, 'in', name, '..'), { recursive: true })
  writeFileSync(join(folder, 'in', name), content)
}
const many = (count: number) => {
  for (let i = 0; i < count; i++) put(`${String(i).padStart(4, '0')}.txt`, plan(i))
}
const run = async (options: Partial<IngestOptions> = {}) => {
  const files: IngestedFile[] = []
  for await (const file of ingest([join(folder, 'in')], { out, ocr: 'never', ...options })) files.push(file)
  return files
}
const statuses = (files: readonly IngestedFile[]) => files.map(({ line }) => [line.path, line.status, line.reason])

/** All files of an out folder but the run log, as one text. */
const contentsOf = (of: string) =>
  readdirSync(of, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'run.log.jsonl' && /\./.test(name))
    .sort()
    .map((name) => `${name}\n${readFileSync(join(of, name), 'utf8')}`)

describe('a file that is too much for its worker', () => {
  it.each([
    ['hang', 'timeout'],
    ['wait', 'timeout'],
    ['heap', 'out-of-memory'],
    ['buffers', 'out-of-memory'],
    ['exit', 'worker-crashed'],
    ['kill', 'worker-crashed'],
    ['throw-later', 'worker-crashed'],
    ['throw', 'internal-error'],
  ])('that would %s fails as %s, and the run goes on', async (deed, reason) => {
    put('a.txt', plan(1))
    put('b.txt', `do: ${deed}`)
    put('c.txt', plan(2))
    put('d.txt', `do: ${deed}`)
    const files = await run({ workerEntry: odd, limits: { seconds: reason === 'timeout' ? 4 : 60, megabytes: 260 } })
    expect(statuses(files)).toEqual([
      ['a.txt', 'done', null],
      ['b.txt', 'failed', reason],
      ['c.txt', 'done', null],
      ['d.txt', 'duplicate', 'duplicate'],
    ])
    const [, failed] = files
    expect(failed!.line.detail!.vi).not.toBe('')
    expect(readFileSync(join(out, 'run.log.jsonl'), 'utf8')).toContain('"error"')
  })

  it('is refused for its pages, and read again by the next run where it failed', async () => {
    put('a.txt', 'do: pages')
    put('b.txt', 'do: exit')
    const options = { workerEntry: odd }
    expect(statuses(await run(options))).toEqual([
      ['a.txt', 'refused', 'too-large'],
      ['b.txt', 'failed', 'worker-crashed'],
    ])
    expect((await run(options)).map(({ change }) => change)).toEqual(['same', 'new'])
  })

  it('does not stop one file more: every second of twenty dies', async () => {
    for (let i = 0; i < 20; i++) put(`${String(i).padStart(2, '0')}.txt`, i % 2 ? `do: exit ${i}` : plan(i))
    const files = await run({ workerEntry: odd, workers: 3 })
    expect(files.map(({ line }) => line.status)).toEqual(Array.from({ length: 20 }, (_, i) => (i % 2 ? 'failed' : 'done')))
  })
})

describe('a run', () => {
  it('writes the same bytes with one, two and four workers, in this process, and with workers that end early', async () => {
    many(24)
    put('again.txt', plan(3))
    put('0000 before.txt', plan(7))
    put('broken.docx', 'PK\u0003\u0004 nothing')
    put('x.zip', zipSync({ 'y.txt': strToU8(plan(40)), '../z.txt': strToU8(plan(41)) }))
    const folders = [
      { workers: 1 },
      { workers: 2 },
      { workers: 4 },
      { workers: 0 },
      { workers: 2, limits: { filesPerWorker: 3 } },
    ]
    const written: string[][] = []
    for (const [i, options] of folders.entries()) {
      await run({ ...options, out: join(folder, `out${i}`) })
      written.push(contentsOf(join(folder, `out${i}`)))
    }
    expect(written[0]).toHaveLength(25 + 2)
    for (const other of written.slice(1)) expect(other).toEqual(written[0])
  })

  it('takes over what has not changed, and knows what moved, changed and went', async () => {
    many(6)
    const first = await run()
    expect(first.map(({ change }) => change)).toEqual(Array(6).fill('new'))
    const before = contentsOf(out)
    expect((await run()).map(({ change }) => change)).toEqual(Array(6).fill('same'))
    expect(contentsOf(out)).toEqual(before)
    mkdirSync(join(folder, 'in/moved'))
    renameSync(join(folder, 'in/0001.txt'), join(folder, 'in/moved/một.txt'))
    put('0002.txt', plan(99))
    rmSync(join(folder, 'in/0003.txt'))
    put('0004 twin.txt', plan(4))
    const files = await run({ prune: true })
    expect(files.map(({ line, change }) => [line.path, line.status, change])).toEqual([
      ['0000.txt', 'done', 'same'],
      ['0002.txt', 'done', 'new'],
      ['0004 twin.txt', 'done', 'moved'],
      ['0004.txt', 'duplicate', 'same'],
      ['0005.txt', 'done', 'same'],
      ['moved/một.txt', 'done', 'moved'],
    ])
    expect(files[5]!.plan!.source.path).toBe('moved/một.txt')
    await run({ out: join(folder, 'fresh') })
    expect(contentsOf(out)).toEqual(contentsOf(join(folder, 'fresh')))
  })

  it.each([
    ['a plan that is damaged', () => writeFileSync(join(out, 'plans', readdirSync(join(out, 'plans'))[0]!), '{'), {}, 1],
    ['a plan that is gone', () => rmSync(join(out, 'plans', readdirSync(join(out, 'plans'))[0]!)), {}, 1],
    [
      'a record that is cut',
      () => writeFileSync(join(out, 'cache/record.jsonl'), readFileSync(join(out, 'cache/record.jsonl')).subarray(0, -20)),
      {},
      1,
    ],
    ['other options', () => {}, { ocr: 'always' as const }, 3],
    ['all that is forced', () => {}, { force: true }, 3],
    ['nothing else', () => {}, {}, 0],
  ])('makes again %s', async (_, change, options, count) => {
    many(3)
    await run()
    const before = contentsOf(out).filter((file) => file.startsWith('plans/'))
    change()
    expect((await run(options)).filter((file) => file.change === 'new')).toHaveLength(count)
    expect(contentsOf(out).filter((file) => file.startsWith('plans/'))).toEqual(before)
  })

  it.each([
    [{ include: ['*.txt'] }, ['a.txt', 'năm/b.txt']],
    [{ exclude: ['*.md'] }, ['a.txt', 'năm/b.txt']],
    [{ include: ['năm/**'] }, ['năm/b.txt', 'năm/c.md']],
    [{ include: ['n?m/*'], exclude: ['B.TXT'] }, ['năm/c.md']],
    [{ include: ['*.txt', '**/c.md'], exclude: ['năm/'] }, ['a.txt']],
  ])('reads of the files only those wanted by %j', async (filter, paths) => {
    put('a.txt', plan(1))
    put('năm/b.txt', plan(2))
    put('năm/c.md', plan(3))
    expect((await run({ ...filter, workers: 0 })).map(({ line }) => line.path)).toEqual(paths)
  })

  it('ends its workers when nobody wants the rest, and leaves the folder to the next', async () => {
    many(30)
    for await (const _ of ingest([join(folder, 'in')], { out, workers: 2 })) break
    expect(existsSync(join(out, 'run.lock'))).toBe(false)
    expect(await run()).toHaveLength(30)
  })
})

describe.skipIf(process.platform === 'win32')('recognition', () => {
  it('takes one process a core, however many workers ask for it, and gives the same plans', async () => {
    const tesseract = standInTesseract(folder)
    try {
      for (let i = 0; i < 4; i++) put(`${i}.pdf`, await scanPdf(scanPng(2 * i + 1), scanPng(2 * i + 2)))
      const options: Partial<IngestOptions> = { ocr: 'auto', engine: 'system', cache: false }
      const files = await run({ ...options, workers: 4 })
      expect(files.map(({ plan: read }) => read!.source.pages.map(({ textOrigin }) => textOrigin))).toEqual(
        Array(4).fill(['ocr', 'ocr']),
      )
      let running = 0
      let most = 0
      for (const line of tesseract.calls()) {
        running += line.startsWith('begin') ? 1 : -1
        most = Math.max(most, running)
      }
      expect(tesseract.calls().filter((line) => line.startsWith('begin')).length).toBeGreaterThanOrEqual(8)
      expect(most).toBeLessThanOrEqual(availableParallelism())
      await run({ ...options, workers: 1, out: join(folder, 'one') })
      expect(contentsOf(out)).toEqual(contentsOf(join(folder, 'one')))
    } finally {
      tesseract.stop()
    }
  })
})

describe('a run that goes wrong', () => {
  const program = (script: string, options: string[] = []) =>
    spawnSync(
      process.execPath,
      [...options, '--input-type=module', '-e', `import { ingest } from ${JSON.stringify(api)}\n${script}`],
      {
        encoding: 'utf8',
        timeout: 30_000,
      },
    )

  it('leaves nothing behind that would keep its program, when it is left early or ends with an error', () => {
    many(12)
    const inputs = JSON.stringify([join(folder, 'in')])
    const left = program(
      `for await (const file of ingest(${inputs}, { out: ${JSON.stringify(out)}, workers: 2 })) break; console.log('left')`,
    )
    expect([left.stdout, left.stderr, left.status]).toEqual(['left\n', '', 0])
    rmSync(join(out, 'cache'), { recursive: true, force: true })
    mkdirSync(join(out, 'cache/record.jsonl'), { recursive: true })
    const ended = program(
      `try { for await (const _ of ingest(${inputs}, { out: ${JSON.stringify(out)}, workers: 2 })); } catch (error) { console.log(error.code) }`,
    )
    expect([ended.stdout, ended.stderr, ended.status]).toEqual(['EISDIR\n', '', 0])
  })

  it('fails each file where no worker can be started, and says so', () => {
    many(4)
    const { stdout, status } = program(`
      process.execPath = ${JSON.stringify(join(folder, 'no-node'))}
      for await (const { line } of ingest(${JSON.stringify([join(folder, 'in')])}, { out: ${JSON.stringify(out)}, workers: 2, limits: { seconds: 5 } }))
        console.log(line.status, line.reason)`)
    expect([stdout, status]).toEqual(['failed worker-crashed\n'.repeat(4), 0])
    expect(readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n')).toHaveLength(4)
  })

  it('does not take the end of its process for success', () => {
    many(2)
    const main = join(root, 'dist/program/kehoach.cjs')
    const { stderr, status } = spawnSync(
      process.execPath,
      [
        '-e',
        `setTimeout(() => process.exit(), 150); process.argv.splice(1, 0, 'kehoach'); require(${JSON.stringify(main)})`,
        'ingest',
        join(folder, 'in'),
        '--out',
        out,
        '--quiet',
      ],
      { encoding: 'utf8' },
    )
    expect([stderr, status]).toEqual(['kehoach: ended before it was done\n', 2])
  })

  it('keeps with --prune the plans of files that are there and failed', async () => {
    many(3)
    await run()
    rmSync(join(folder, 'in/0002.txt'))
    const files = await run({ workerEntry: join(folder, 'no-such-worker.mjs'), force: true, prune: true })
    expect(files.map(({ line }) => line.status)).toEqual(['failed', 'failed'])
    expect(readdirSync(join(out, 'plans'))).toHaveLength(2)
    await run({ workerEntry: join(folder, 'no-such-worker.mjs'), force: true, prune: true })
    expect(readdirSync(join(out, 'plans'))).toHaveLength(2)
    expect((await run({ prune: true })).map(({ line, change }) => [line.status, change])).toEqual(Array(2).fill(['done', 'same']))
  })

  it('reads again what a person changed in its record', async () => {
    many(4)
    await run()
    const record = join(out, 'cache/record.jsonl')
    const lines = readFileSync(record, 'utf8').trim().split('\n')
    const odd = [lines[0]!.replace('"verdict"', '"verdikt"'), lines[1]!.replace('"plan":{', '"plan":7,"x":{'), 'null', lines[3]!]
    writeFileSync(record, odd.map((line) => `${line}\n`).join(''))
    expect((await run()).map(({ change }) => change).sort()).toEqual(['new', 'new', 'new', 'same'])
    expect(readFileSync(record, 'utf8').trim().split('\n')).toEqual(lines)
  })

  it.skipIf(process.platform === 'win32')('reads a scan again whose recognition failed', async () => {
    const tesseract = standInTesseract(folder)
    try {
      put('a.pdf', await scanPdf(scanPng(1), scanPng(2)))
      const options: Partial<IngestOptions> = { ocr: 'auto', engine: 'system' }
      const program = join(folder, 'bin/tesseract')
      const sound = readFileSync(program, 'utf8')
      writeFileSync(
        program,
        sound.replace('*) cat > /dev/null; read_one "$@" ;;', '*) exit 1 ;;').replace('*) test -s', '*) exit 1; test -s'),
      )
      expect(statuses(await run(options))).toEqual([['a.pdf', 'refused', 'no-text']])
      expect((await run(options)).map(({ change }) => change)).toEqual(['new'])
      writeFileSync(program, sound)
      expect(statuses(await run(options))).toEqual([['a.pdf', 'done', null]])
      expect((await run(options)).map(({ change }) => change)).toEqual(['same'])
    } finally {
      tesseract.stop()
    }
  })

  it.skipIf(process.platform !== 'linux')('leaves no engine behind that hangs', async () => {
    const tesseract = standInTesseract(folder)
    try {
      put('a.pdf', await scanPdf(scanPng(1)))
      const program = join(folder, 'bin/tesseract')
      writeFileSync(
        program,
        readFileSync(program, 'utf8').replace('  *)\n', `  *)\n    exec tail -f ${JSON.stringify(join(folder, 'hangs'))}\n`),
      )
      writeFileSync(join(folder, 'hangs'), '')
      const isThere = () => spawnSync('pgrep', ['-f', `tail -f ${folder}`], { encoding: 'utf8' }).stdout !== ''
      const child = spawn(process.execPath, [join(root, 'dist/program/kehoach.cjs'), 'ingest', join(folder, 'in'), '--out', out])
      for (let i = 0; i < 200 && !isThere(); i++) await new Promise((resolve) => setTimeout(resolve, 50))
      expect(isThere()).toBe(true)
      child.kill('SIGTERM')
      for (let i = 0; i < 100 && isThere(); i++) await new Promise((resolve) => setTimeout(resolve, 50))
      expect(isThere()).toBe(false)
    } finally {
      tesseract.stop()
    }
  })
})

describe('an out folder', () => {
  it('is of one run at a time; the second is told whose it is', async () => {
    many(3)
    const first = ingest([join(folder, 'in')], { out, workers: 1 })
    await first.next()
    const refused = await run().catch((error) => error)
    expect(refused).toBeInstanceOf(FolderInUseError)
    expect(refused.owner).toMatchObject({ pid: process.pid, host: hostname() })
    await first.return()
    expect(await run()).toHaveLength(3)
  })

  it.each([
    ['of a process that is gone', { pid: 2 ** 22 + 1, host: hostname() }, 0, true],
    ['of this process', { pid: process.pid, host: hostname() }, 0, false],
    ['of another machine, of just now', { pid: 1, host: 'elsewhere' }, 0, false],
    ['of another machine, without a beat for minutes', { pid: 1, host: 'elsewhere' }, 300, true],
    ['that cannot be read, of just now', null, 0, false],
    ['that cannot be read, old', null, 300, true],
  ])('with a lock %s', async (_, owner, age, isTaken) => {
    many(1)
    mkdirSync(out)
    const lock = join(out, 'run.lock')
    writeFileSync(lock, owner ? JSON.stringify({ id: 'x', since: 'then', ...owner }) : '{')
    const then = Date.now() / 1000 - age
    utimesSync(lock, then, then)
    const result = await run().catch((error) => error)
    expect(Array.isArray(result)).toBe(isTaken)
    expect(existsSync(lock)).toBe(!isTaken)
  })
})

describe('what runs have left that were ended while they wrote', () => {
  const lockOf = (pid: number) => JSON.stringify({ id: 'x', pid, host: hostname(), since: 'then' })

  it.each([
    ['half a lock', 'run.lock.703ff959.tmp', '{', false],
    ['a whole lock that was not yet in its place', 'run.lock.703ff959.tmp', lockOf(2 ** 22 + 1), false],
    ['the lock of a run that is gone, moved aside', 'run.lock.703ff959.old', lockOf(2 ** 22 + 1), false],
    ['the lock of a living run, moved aside', 'run.lock.703ff959.old', lockOf(process.pid), true],
    ['half of a recognised page', 'cache/ocr.tmp/7-0', '{', false],
    ["a user's own file", 'run.log.txt', 'words', true],
  ])('%s', async (_, name, content, isKept) => {
    many(1)
    mkdirSync(join(out, dirname(name)), { recursive: true })
    writeFileSync(join(out, name), content)
    expect(await run()).toHaveLength(1)
    expect(existsSync(join(out, name))).toBe(isKept)
  })
})

describe.skipIf(process.platform === 'win32')('kill -9', () => {
  const script = (options: object) =>
    `const { ingest } = await import(${JSON.stringify(api)}); for await (const { line } of ingest([${JSON.stringify(join(folder, 'in'))}], ${JSON.stringify(options)})) console.log(line.path)`
  const start = (options: object): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '-e', script(options)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve))

  it('at any moment leaves a folder that the next run makes whole, byte for byte', async () => {
    many(40)
    await run({ out: join(folder, 'whole'), workers: 2 })
    const whole = contentsOf(join(folder, 'whole'))
    // Before anything, while it starts, behind so many files, and a little later.
    for (const [files, ms] of [
      [0, 60],
      [0, 300],
      [1, 0],
      [3, 7],
      [9, 0],
      [2, 31],
      [20, 3],
      [30, 11],
    ] as const) {
      const child = start({ out, ocr: 'never', workers: 2 })
      const over = ended(child)
      let told = 0
      const enough = new Promise<void>((resolve) => {
        if (files === 0) resolve()
        child.stdout!.on('data', (words: Buffer) => {
          told += words.toString().split('\n').length - 1
          if (told >= files) resolve()
        })
      })
      await Promise.race([enough, over])
      await new Promise((resolve) => setTimeout(resolve, ms))
      child.kill('SIGKILL')
      await over
      const manifest = join(out, 'manifest.jsonl')
      if (existsSync(manifest)) expect(readFileSync(manifest, 'utf8').split('\n')).toHaveLength(41)
    }
    const files = await run({ workers: 2 })
    expect(files.some(({ change }) => change === 'same')).toBe(true)
    expect(contentsOf(out)).toEqual(whole)
  })

  it('leaves no worker behind, not even one that hangs', async () => {
    put('a.txt', plan(1))
    put('b.txt', 'do: hang')
    const child = start({ out, workers: 1, workerEntry: odd })
    await new Promise((resolve) => child.stdout!.once('data', resolve))
    const workers = () => spawnSync('pgrep', ['-f', odd], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean)
    expect(workers().length).toBeGreaterThan(0)
    child.kill('SIGKILL')
    await ended(child)
    for (let round = 0; workers().length > 0 && round < 50; round++) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(workers()).toEqual([])
  })
})
