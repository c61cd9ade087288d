// A folder as it comes: good files, broken files, twins, files that are no documents.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type IngestedFile, ingest, type ManifestLine, MissingInputError, type Plan, planModel } from '../../src/index.ts'
import { pdfOf } from '../support.ts'

const samples = join(import.meta.dirname, '../../corpus/sources')
const fixtures = join(import.meta.dirname, '../fixtures')
let folder: string
let out: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
  out = join(folder, 'out')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), content)
}
const run = async (inputs = [folder], options = {}) => {
  const files: IngestedFile[] = []
  for await (const file of ingest(inputs, { out, ...options })) files.push(file)
  return files
}
const manifest = () =>
  readFileSync(join(out, 'manifest.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ManifestLine)
const PLAN = 'UBND TỈNH LAI CHÂU\nSỞ Y TẾ\n\nKẾ HOẠCH\nTiêm chủng năm 2024\n\nI. CHỈ TIÊU\n\n- 95% trẻ được tiêm.\n'

describe('ingest', () => {
  it('writes one line for each file, sorted by path, whatever became of it', async () => {
    put('năm 2024/b.txt', PLAN)
    put('a.txt', PLAN)
    put('empty.pdf', '')
    put('broken.docx', readFileSync(join(samples, 'mau-yen-bai-2023-ke-hoach.docx')).subarray(0, 3000))
    put('locked.pdf', readFileSync(join(fixtures, 'encrypted.pdf')))
    put('data.bin', Uint8Array.from([0, 1, 2, 3, 250, 251]))
    put('.hidden', 'x')
    put('~$a.docx', 'x')
    const files = await run()
    expect(files.map(({ line }) => [line.path, line.status, line.reason])).toEqual([
      ['a.txt', 'done', null],
      ['broken.docx', 'refused', 'damaged'],
      ['data.bin', 'refused', 'unknown-type'],
      ['empty.pdf', 'refused', 'empty'],
      ['locked.pdf', 'refused', 'encrypted'],
      ['năm 2024/b.txt', 'duplicate', 'duplicate'],
    ])
    expect(manifest()).toEqual(files.map(({ line }) => line))
    expect(manifest().map(({ plan }) => plan)).toEqual([files[0]!.line.plan, null, null, null, null, files[0]!.line.plan])
    for (const { status, detail } of manifest())
      expect(status === 'done' ? detail === null : (detail?.vi.length ?? 0) > 4 && (detail?.en.length ?? 0) > 4).toBe(true)
  })

  it('writes valid plans under names for people, and nothing of the run into them', async () => {
    put('a.txt', PLAN)
    await run()
    const [name, ...others] = readdirSync(join(out, 'plans'))
    expect(others).toEqual([])
    expect(name).toMatch(/^lai-chau-2024-ke-hoach\.[0-9a-f]{12}\.json$/)
    const plan = planModel.parse(JSON.parse(readFileSync(join(out, 'plans', name!), 'utf8')))
    expect(plan.source).toMatchObject({ path: 'a.txt', bytes: Buffer.byteLength(PLAN), mediaType: 'text/plain' })
    expect(plan.indicators).toHaveLength(1)
    const log = readFileSync(join(out, 'run.log.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string })
    expect(log.map(({ event }) => event)).toEqual(['start', 'file', 'end'])
  })

  it('gives the same bytes when it runs again, and replaces the plan of the same id', async () => {
    put('a.txt', PLAN)
    await run()
    const before = readFileSync(join(out, 'manifest.jsonl'), 'utf8')
    const [name] = readdirSync(join(out, 'plans'))
    const stale = name!.replace('lai-chau-2024', 'old-name')
    cpSync(join(out, 'plans', name!), join(out, 'plans', stale))
    rmSync(join(out, 'plans', name!))
    await run()
    expect(readdirSync(join(out, 'plans'))).toEqual([name])
    expect(readFileSync(join(out, 'manifest.jsonl'), 'utf8')).toBe(before)
  })

  it('leaves its own out folder out, and follows a link in a circle once', async () => {
    put('a.txt', PLAN)
    symlinkSync(folder, join(folder, 'circle'))
    await run()
    expect((await run()).map(({ line }) => line.path)).toEqual(['a.txt'])
  })

  it('names the files of several inputs from the folder that holds them all', async () => {
    put('x/a.txt', PLAN)
    put('y/a.txt', `${PLAN}- 90% trẻ được cân.\n`)
    expect((await run([join(folder, 'x'), join(folder, 'y', 'a.txt')])).map(({ line }) => line.path)).toEqual([
      'x/a.txt',
      'y/a.txt',
    ])
    expect((await run([join(folder, 'x', 'a.txt')])).map(({ line }) => line.path)).toEqual(['a.txt'])
  })

  it('refuses files that are too large, and pipes', async () => {
    put('large.txt', PLAN)
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect((await run([folder], { maxBytes: 20 })).map(({ line }) => [line.path, line.reason])).toEqual([
      ['large.txt', 'too-large'],
      ['pipe', 'unknown-type'],
    ])
  })

  it('calls a file with an unread page partial', async () => {
    put(
      'a.pdf',
      pdfOf('BT /F1 14 Tf 70 700 Td (KE HOACH nam 2024) Tj ET', 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q'),
    )
    const [file] = await run()
    expect(file!.line.status).toBe('partial')
    expect(file!.line.reason).toBe('read/empty-page')
    expect((file!.plan as Plan).messages.some(({ code }) => code === 'read/empty-page')).toBe(true)
  })

  describe('of an archive', () => {
    const text = (name: string) => strToU8(PLAN.replace('95%', `${name.length + 60}%`))
    const zip = (entries: Zippable) => zipSync(entries)
    const lines = async (inputs?: string[], options?: object) =>
      (await run(inputs, options)).map(({ line }) => [line.path, line.status, line.reason])

    it('takes it for a folder: one line for each member, whatever its name', async () => {
      put('a.txt', PLAN)
      put(
        'gửi/hồ sơ.bin',
        zip({ 'kế hoạch/b.txt': text('b'), 'c.txt': strToU8(PLAN), '__MACOSX/c.txt': text('x'), '.ds_store': text('y') }),
      )
      const files = await run()
      expect(files.map(({ line }) => [line.path, line.status])).toEqual([
        ['a.txt', 'done'],
        ['gửi/hồ sơ.bin/c.txt', 'duplicate'],
        ['gửi/hồ sơ.bin/kế hoạch/b.txt', 'done'],
      ])
      expect(files[2]!.plan!.source).toMatchObject({ path: 'gửi/hồ sơ.bin/kế hoạch/b.txt', bytes: text('b').length })
      expect(await lines([join(folder, 'gửi/hồ sơ.bin')])).toHaveLength(2)
    })

    it('leaves office documents whole', async () => {
      put('a.docx', readFileSync(join(samples, 'mau-yen-bai-2023-ke-hoach.docx')))
      expect(await lines()).toEqual([['a.docx', 'done', null]])
    })

    it('refuses names that lead out of it, links, and archives inside, and reads the rest', async () => {
      const source = zip({
        '../../etc/a.txt': text('a'),
        '/b.txt': text('bb'),
        'C:\\c.txt': text('ccc'),
        'x/./d.txt': text('dddd'),
        'inner.zip': zip({ 'e.txt': text('e') }),
        link: [strToU8('d.txt'), { os: 3, attrs: 0xa1ff0000 }],
        'rar.txt': strToU8('Rar!'),
      })
      put('a.zip', source)
      expect(await lines()).toEqual([
        ['a.zip/b.txt', 'refused', 'unsafe-name'],
        ['a.zip/c.txt', 'refused', 'unsafe-name'],
        ['a.zip/etc/a.txt', 'refused', 'unsafe-name'],
        ['a.zip/inner.zip', 'refused', 'unsupported-type'],
        ['a.zip/link', 'refused', 'unsupported-type'],
        ['a.zip/rar.txt', 'refused', 'unsupported-type'],
        ['a.zip/x/d.txt', 'done', null],
      ])
    })

    it('refuses bombs before they grow, members beyond the limit, and what is locked or damaged', async () => {
      const bomb = new Uint8Array(8 * 1024 * 1024)
      put('bomb.zip', zip({ '1.txt': [bomb, { level: 9 }], '2.txt': text('a') }))
      put('cut.zip', zip({ 'a.txt': text('aa') }).subarray(0, 120))
      put('empty.zip', zip({}))
      put('large.zip', zip({ 'a.txt': [new Uint8Array(200_000).fill(65), { level: 0 }] }))
      const locked = zip({ 'a.txt': text('aaa') })
      const view = new DataView(locked.buffer)
      for (let i = 0; i + 4 < locked.length; i++) {
        if (view.getUint32(i, true) === 0x02014b50) view.setUint16(i + 8, 1, true)
      }
      put('locked.zip', locked)
      expect(await lines([folder], { maxBytes: 150_000 })).toEqual([
        ['bomb.zip/1.txt', 'refused', 'too-large'],
        ['bomb.zip/2.txt', 'done', null],
        ['cut.zip', 'refused', 'damaged'],
        ['empty.zip', 'refused', 'empty'],
        ['large.zip', 'refused', 'too-large'],
        ['locked.zip/a.txt', 'refused', 'encrypted'],
      ])
    })

    it('gives members of one name lines of their own', async () => {
      const source = zip({ 'a.txt': text('a'), 'b.txt': text('bb') })
      put(
        'a.zip',
        source.map((byte, i) => (byte === 0x62 && source[i + 1] === 0x2e ? 0x61 : byte)),
      )
      expect(await lines()).toEqual([
        ['a.zip/a.txt', 'done', null],
        ['a.zip/a.txt (2)', 'done', null],
      ])
    })
  })

  it('says at once when an input does not exist', async () => {
    await expect(run([join(folder, 'none')])).rejects.toBeInstanceOf(MissingInputError)
    expect(readdirSync(folder)).toEqual([])
  })
})
