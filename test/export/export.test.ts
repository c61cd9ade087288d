// kehoach export as a person meets it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../src/cli/index.ts'
import { planModel } from '../../src/model/plan.ts'
import { kehoach } from '../command-line.ts'

const sample = join(import.meta.dirname, '../../corpus/sources/mau-an-giang-2023-ke-hoach.md')
let folder: string
let out: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-export-'))
  out = join(folder, 'out')
  await kehoach('ingest', sample, '--out', out, '--workers', '0')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach export', () => {
  it('writes beside the out folder, or to standard output', async () => {
    expect(await kehoach('export', out, '--format', 'jsonl')).toMatchObject({ status: 0, stdout: '' })
    const written = readFileSync(`${out}.jsonl`, 'utf8')
    expect(
      written
        .split('\n')
        .slice(0, -1)
        .map((line) => planModel.parse(JSON.parse(line)).header.province?.name),
    ).toEqual(['An Giang'])
    expect(await kehoach('export', out, '--format', 'jsonl', '--out', '-')).toMatchObject({ status: 0, stdout: written })
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([])
  })

  it('waits for a reader that is slower than it', async () => {
    let held = 0
    let most = 0
    const stdout = {
      write: (words: string) => {
        held += words.length
        most = Math.max(most, held)
        return false
      },
      once: (_: 'drain', then: () => void) =>
        setTimeout(() => {
          held = 0
          then()
        }),
    }
    const status = await runCommandLine(['export', out, '--format', 'chunks', '--out', '-'], { stdout, stderr: { write() {} } })
    expect(status).toBe(0)
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(10_000)
  })

  it('writes beside the folder that “.” is', async () => {
    const before = process.cwd()
    const inside = join(folder, 'here')
    await kehoach('ingest', sample, '--out', inside, '--workers', '0')
    process.chdir(inside)
    try {
      expect((await kehoach('export', '.', '--format', 'ics')).status).toBe(0)
    } finally {
      process.chdir(before)
    }
    expect(existsSync(`${inside}.ics`)).toBe(true)
    expect(readdirSync(inside)).not.toContain('..ics')
  })

  it('never writes over what ingest keeps', async () => {
    for (const own of ['manifest.jsonl', 'plans/x.jsonl', 'run.log.jsonl']) {
      const { status, stderr } = await kehoach('export', out, '--format', 'jsonl', '--out', join(out, own))
      expect(status).toBe(2)
      expect(stderr).toContain('là của kehoach ingest')
    }
    expect(readFileSync(join(out, 'manifest.jsonl'), 'utf8')).toContain('"status":"done"')
  })

  it('says which plan is of another version', async () => {
    const odd = join(folder, 'odd')
    await kehoach('ingest', sample, '--out', odd, '--workers', '0')
    const [name] = readdirSync(join(odd, 'plans'))
    const file = join(odd, 'plans', name!)
    const plan = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...plan, indicators: plan.indicators.map((each: object) => ({ ...each, span: null })) }))
    for (const target of ['-', join(folder, 'odd.jsonl')]) {
      const { status, stderr } = await kehoach('export', odd, '--format', 'chunks', '--out', target)
      expect(status).toBe(2)
      expect(stderr).toBe(`kehoach: “${name}” không phải là kết quả của phiên bản kehoach này; hãy đọc lại bằng kehoach ingest\n`)
    }
    writeFileSync(file, JSON.stringify({ ...plan, phases: undefined }))
    const { stderr } = await kehoach('export', odd, '--format', 'markdown')
    expect(stderr).toContain(`${name}” không phải là kết quả của kehoach`)
  })

  it('never replaces a folder that it did not write', async () => {
    const target = join(folder, 'mine')
    mkdirSync(target)
    writeFileSync(join(target, 'letter.txt'), 'x')
    const { status, stderr } = await kehoach('export', out, '--format', 'jsonl', '--out', target)
    expect(status).toBe(2)
    expect(stderr).toContain(`“${target}” đã có`)
    expect(existsSync(join(target, 'letter.txt'))).toBe(true)
  })

  it.each([
    [['export'], 'thiếu thư mục'],
    [['export', 'out'], '--format nhận một trong'],
    [['export', 'out', '--format', 'doc'], '--format nhận một trong'],
    [['export', 'not-there', '--format', 'jsonl'], '“not-there” không phải là thư mục kết quả'],
  ])('%j is refused', async (args, words) => {
    const { status, stderr } = await kehoach(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })
})
