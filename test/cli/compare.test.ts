// Comparisons on the command line: plans by id, file and province; every form of output; wrong use.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diffModel } from '../../src/model/diff.ts'
import { runOn, type Terminal } from '../command-line.ts'

const samples = join(import.meta.dirname, '../../corpus/sources')
const [before, after] = [2023, 2024].map((year) => join(samples, `mau-an-giang-${year}-ke-hoach.md`)) as [string, string]
let folder: string
let out: string

const kehoach = (args: string[], terminal: Terminal = {}) => runOn(terminal, args)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
  out = join(folder, 'out')
  await kehoach(['ingest', before, after, '--out', out])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach diff', () => {
  it('compares source files, and plans by id or province, alike', async () => {
    const byFile = await kehoach(['diff', before, after, '--format', 'json'])
    const ids = readdirSync(join(out, 'plans'))
      .sort()
      .map((name) => name.split('.')[1]!)
    const byId = await kehoach(['diff', ids[0]!, ids[1]!.slice(0, 6), '--in', out, '--format', 'json'])
    const byProvince = await kehoach([
      'diff',
      '--province',
      'an giang',
      '--from',
      '2023',
      '--to',
      '2024',
      '--in',
      out,
      '--format',
      'json',
    ])
    expect(diffModel.parse(JSON.parse(byFile.stdout)).indicators).toHaveLength(12)
    expect([byId.stdout, byProvince.stdout]).toEqual([byFile.stdout, byFile.stdout])
  })

  it('shows a narrow terminal no line that is wider', async () => {
    const { stdout } = await kehoach(['diff', before, after], { isTTY: true, columns: 80 })
    const plain = stdout.replaceAll(/\p{Cc}\[\d+m/gu, '')
    expect(plain.split('\n').filter((line) => [...line].length > 80)).toEqual([])
    expect(plain).toContain('3.380.000 Lượt')
  })

  it('writes one HTML file without script in which every link leads somewhere', async () => {
    const file = join(folder, 'changes.html')
    expect((await kehoach(['diff', before, after, '--out', file])).stdout).toContain(file)
    const html = readFileSync(file, 'utf8')
    expect(html).not.toMatch(/<script|<link|src=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(targets.length).toBeGreaterThan(30)
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([])
  })

  it.each(['md', 'csv', 'text'])('writes %s', async (format) => {
    const { status, stdout } = await kehoach(['diff', before, after, '--format', format])
    expect(status).toBe(0)
    expect(stdout).toContain('98/2023/NĐ-CP')
  })

  it('says that a plan and itself do not differ', async () => {
    expect((await kehoach(['diff', before, before])).stdout).toContain('Không có thay đổi nào.')
  })

  it.each([
    [['diff'], 'cho đúng hai kế hoạch'],
    [['diff', 'a', 'b', '--format', 'xml'], '--format nhận một trong'],
    [['diff', '--province', 'An Giang'], 'cần đủ --province, --from và --to'],
    [['diff', 'no-such.pdf', 'none.pdf'], 'không đọc được “no-such.pdf”'],
    [['diff', 'abcdef', 'abcdee'], 'không có kế hoạch “abcdef”'],
    [['compare', 'no-such-folder'], 'không phải là thư mục kết quả'],
    [['compare', '.', '--year', 'x'], '--year nhận một năm'],
    [['compare', '.', '--indicator', 'none'], 'không có chỉ tiêu hoặc nhóm “none”'],
  ])('%j is wrong use', async (args, words) => {
    const { status, stderr } = await kehoach(args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)])
  })
})

describe('kehoach compare and cascade', () => {
  it('show a year, a province over the years, and links', async () => {
    expect((await kehoach(['compare', out, '--year', '2024'])).stdout).toContain('An Giang')
    const series = await kehoach(['compare', out, '--province', 'An Giang', '--indicator', 'doctors-per-10k', '--format', 'csv'])
    expect(series.stdout.split('\r\n')).toHaveLength(4)
    expect((await kehoach(['cascade', out])).stdout).toContain('Không kế hoạch nào viện dẫn')
  })
})
