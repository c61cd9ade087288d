// kehoach export as a person meets it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
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
