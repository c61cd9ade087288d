// kehoach parse as a person meets it: a file or standard input in, a plan out.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { boundedBytes, TooLongError } from '../../src/cli/inputs.ts'
import { planJson } from '../../src/ingest/index.ts'
import { type Plan, planModel } from '../../src/model/plan.ts'
import { parsePlan } from '../../src/pipeline.ts'
import { kehoach } from '../command-line.ts'

const root = join(import.meta.dirname, '../..')
const sample = (ending: string) => join(root, `corpus/sources/mau-an-giang-2023-ke-hoach.${ending}`)
const program = join(root, 'dist/program/kehoach.cjs')
const folder = mkdtempSync(join(tmpdir(), 'kehoach-parse-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach parse', () => {
  it('prints the plan alone on standard output, messages on standard error', async () => {
    const { status, stdout, stderr } = await kehoach('parse', sample('docx'))
    const plan = await parsePlan(readFileSync(sample('docx')), { path: 'mau-an-giang-2023-ke-hoach.docx' })
    expect(status).toBe(0)
    expect(stdout).toBe(planJson(plan))
    expect(stderr.split('\n').filter((line) => line !== '')).toHaveLength(plan.messages.length)
    expect((await kehoach('parse', sample('docx'), '--quiet')).stderr).toBe('')
  })

  it.each(['docx', 'pdf', 'md'])('takes the bytes of a %s from standard input as they are', async (ending) => {
    const input = readFileSync(sample(ending))
    const { stdout, status } = spawnSync(process.execPath, [program, 'parse', '-', '--name', `tài liệu.${ending}`, '--quiet'], {
      input,
      maxBuffer: 1e8,
    })
    expect(status).toBe(0)
    const plan = planModel.parse(JSON.parse(stdout.toString('utf8')))
    expect(plan.source).toMatchObject({ path: `tài liệu.${ending}`, bytes: input.byteLength })
    expect(plan.indicators.length).toBeGreaterThan(20)
    expect((await kehoach('parse', sample(ending), '--name', `tài liệu.${ending}`)).stdout).toBe(stdout.toString('utf8'))
  })

  it('gives 1 for warnings under --strict', async () => {
    const odd = join(folder, 'odd.txt')
    writeFileSync(odd, 'KẾ HOẠCH\n\nCông tác y tế năm 2024\n\nI. CHỈ TIÊU\n\n- Tỷ lệ trạm y tế có bác sĩ đạt 130 %.\n')
    const warned = await kehoach('parse', odd, '--strict')
    const plan = JSON.parse(warned.stdout) as Plan
    expect(plan.messages.map(({ severity }) => severity)).toContain('warning')
    expect(warned.status).toBe(1)
    expect((await kehoach('parse', odd)).status).toBe(0)
  })

  it.each([
    [['parse'], 'cho đúng một tệp'],
    [['parse', 'a', 'b'], 'cho đúng một tệp'],
    [['parse', join(folder, 'none.pdf')], 'không đọc được'],
    [['parse', folder], 'không đọc được'],
    [['parse', sample('pdf'), '--max-size', '0'], 'lớn hơn 0 MB'],
    [['parse', sample('pdf'), '--max-size', 'x'], '--max-size nhận một số nguyên'],
    [['parse', sample('pdf'), '--ocr', 'perhaps'], '--ocr nhận một trong'],
  ])('%j is refused with nothing on standard output', async (args, words) => {
    const { status, stdout, stderr } = await kehoach(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(words)
  })

  it('names what it cannot read, also from standard input', () => {
    const run = (input: Buffer | string) =>
      spawnSync(process.execPath, [program, 'parse', '-', '--name', 'rỗng.docx', '--lang', 'en'], { input, encoding: 'utf8' })
    expect(run('')).toMatchObject({ status: 2, stdout: '' })
    expect(run('').stderr).toMatch(/^kehoach: rỗng\.docx: /)
    expect(run(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 255, 254, 0, 1]))).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('bytes of a stream', () => {
  it('are joined as they are, and no more are taken than allowed', async () => {
    let taken = 0
    async function* endless() {
      for (;;) {
        taken++
        yield Uint8Array.of(0, 255, 13)
      }
    }
    await expect(boundedBytes(endless(), 10)).rejects.toThrow(TooLongError)
    expect(taken).toBe(4)
    async function* two() {
      yield Uint8Array.of(0, 255)
      yield Uint8Array.of(13, 10)
    }
    expect([...(await boundedBytes(two(), 4))]).toEqual([0, 255, 13, 10])
  })
})

describe('the JSON of a plan', () => {
  it('has the words as they are, boxes on one line', async () => {
    const plan = await parsePlan(new TextEncoder().encode('KẾ HOẠCH\n\nNăm 2024 [ 12 ] và [ 1, 2 ]\n'))
    plan.dates = [
      {
        ...plan.dates[0]!,
        raw: 'x',
        edtf: '2024-01',
        role: 'other',
        basis: 'printed',
        precision: 'month',
        span: { start: 0, end: 1, boxes: [{ page: 1, bbox: [1, 2.5, 3, 4] }] },
      },
    ]
    const json = planJson(plan)
    expect(JSON.parse(json)).toEqual(plan)
    expect(json).toContain('[ 12 ] và [ 1, 2 ]')
    expect(json).toContain('"bbox": [1, 2.5, 3, 4]')
  })
})
