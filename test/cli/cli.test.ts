// The command line as a person meets it: pages, complaints, exit status.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cut, printable, tableLines, widthOf, wrap } from '../../src/cli/terminal.ts'
import { kehoach } from '../command-line.ts'

const samples = join(import.meta.dirname, '../../corpus/sources')
const sample = join(samples, 'mau-thai-nguyen-2024-ke-hoach.md')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach', () => {
  it('explains itself in Vietnamese, and in English by a switch', async () => {
    const { status, stdout } = await kehoach('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('kehoach ingest <tệp|thư mục>…')
    expect((await kehoach('--lang', 'en', '--help')).stdout).toContain('kehoach ingest <file|folder>…')
    expect((await kehoach('ingest', '--help', '--lang=en')).stdout).toContain('--strict')
  })

  it('names the words that an option takes', async () => {
    const { status, stderr } = await kehoach('show', sample, '--ocr', 'sometimes')
    expect(status).toBe(2)
    expect(stderr).toContain('auto, always, never')
    expect((await kehoach('ingest', sample, '--engine', 'best', '--out', join(folder, 'none'))).status).toBe(2)
  })

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
    expect((await kehoach('--version')).stdout).toBe(`${version}\n`)
  })

  it.each([
    [[], 'stdout', 'kehoach show'],
    [['shw'], 'stderr', 'không có lệnh “shw”'],
    [['toString'], 'stderr', 'không có lệnh “toString”'],
    [['ingest'], 'stderr', 'thiếu tệp hoặc thư mục'],
    [['ingest', '--fast', '.'], 'stderr', 'không có tùy chọn “--fast”'],
    [['ingest', '.', '--out'], 'stderr', '“--out” dùng sai hoặc thiếu giá trị'],
    [['ingest', 'no-such-folder'], 'stderr', 'không có tệp hoặc thư mục “no-such-folder”'],
    [['show', 'no-such-file.pdf'], 'stderr', 'không đọc được “no-such-file.pdf”'],
    [['show', 'package.json'], 'stderr', 'không phải là kết quả của kehoach'],
    [['--lang', 'fr'], 'stderr', 'không có ngôn ngữ “fr”'],
    [['--lang'], 'stderr', 'không có ngôn ngữ'],
  ] as const)('%j is wrong use', async (args, stream, words) => {
    const result = await kehoach(...args)
    expect(result.status).toBe(2)
    expect(result[stream]).toContain(words)
  })
})

describe('kehoach ingest', () => {
  it('sums the files up on stdout, tells of each on stderr', async () => {
    const out = join(folder, 'out')
    const { status, stdout, stderr } = await kehoach('ingest', sample, '--out', out)
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^Tệp +Loại +Năm +Tỉnh +Mục +Chỉ tiêu +Viện dẫn +Lưu ý\nmau-thai-nguyen-2024-ke-hoach\.md +Kế hoạch +2024 +Thái Nguyên +\d+ +\d+ +\d+ +\d+\n/,
    )
    expect(stdout).toContain(`1 tệp: 1 đọc được. Kết quả: ${out}`)
    expect(stderr).toBe('[1/1] đọc được: mau-thai-nguyen-2024-ke-hoach.md\n')
  })

  it('goes on past a bad file, names it with the reason and exits with 2', async () => {
    const bad = join(folder, 'hỏng.pdf')
    writeFileSync(bad, '%PDF-1.4 nothing')
    const { status, stdout } = await kehoach('ingest', bad, sample, '--out', join(folder, 'out2'), '--lang', 'en')
    expect(status).toBe(2)
    expect(stdout).toContain('hỏng.pdf: the PDF is damaged and cannot be opened')
    expect(stdout).toContain('2 files: 1 read, 1 refused.')
  })

  it('exits with 1 for warnings only when it is asked to be strict', async () => {
    const warned = join(folder, 'warned.txt')
    writeFileSync(warned, 'KẾ HOẠCH\nTiêm chủng năm 2024\n\nI. NỘI DUNG\n\nGửi báo cáo trước ngày 31/6/2024.\n')
    expect((await kehoach('ingest', warned, '--out', join(folder, 'out3'))).status).toBe(0)
    expect((await kehoach('ingest', warned, '--out', join(folder, 'out3'), '--strict')).status).toBe(1)
  })
})

describe('kehoach show', () => {
  it('shows a plan from its JSON as from its source, with the source words', async () => {
    const out = join(folder, 'out4')
    await kehoach('ingest', sample, '--out', out)
    const json = join(out, 'plans', readdirSync(join(out, 'plans'))[0]!)
    const fromJson = await kehoach('show', json)
    expect(fromJson.status).toBe(0)
    expect(fromJson.stdout).toBe((await kehoach('show', sample)).stdout)
    for (const part of ['Các mục (', 'Chỉ tiêu (', 'Văn bản viện dẫn (', 'Ngày tháng (', 'Phân công ('])
      expect(fromJson.stdout).toContain(part)
  })

  it('refuses a file with its name and the reason', async () => {
    const { status, stderr } = await kehoach('show', join(import.meta.dirname, '../fixtures/encrypted.pdf'))
    expect(status).toBe(2)
    expect(stderr).toMatch(/encrypted\.pdf: tệp PDF có mật khẩu/)
  })

  it('prints no escape sequence that a document holds', async () => {
    const hostile = join(folder, 'hostile.txt')
    writeFileSync(hostile, 'KẾ HOẠCH\n\u001b[31mĐỏ năm 2024\u202e\u0007\n\nI. NỘI DUNG\n')
    const result = await kehoach('show', hostile)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
    expect(result.stdout + result.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })
})

describe('kehoach schema', () => {
  it('prints the schema that is in schemas/', async () => {
    expect((await kehoach('schema')).stdout).toBe(
      readFileSync(join(import.meta.dirname, '../../schemas/plan.schema.json'), 'utf8'),
    )
  })
})

describe('the installed program', () => {
  const bin = join(import.meta.dirname, '../../dist/program/kehoach.cjs')

  it('runs, and ends quietly when its reader has seen enough', () => {
    const { status, stdout } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" show "${sample}" | head -n 2`], {
      encoding: 'utf8',
    })
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'Kế hoạch'])
  })

  it.skipIf(!existsSync('/dev/full'))('says where its output does not fit', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" schema > /dev/full`], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([2, 'kehoach: stdout: ENOSPC\n'])
  })

  it('takes the language from the environment', () => {
    const { stdout, status } = spawnSync(process.execPath, [bin, 'show', sample], {
      encoding: 'utf8',
      env: { ...process.env, KEHOACH_LANG: 'en' },
    })
    expect(status).toBe(0)
    expect(stdout).toContain('Indicators (')
  })
})

describe('words for a terminal', () => {
  it('count the columns that letters take', () => {
    expect(['Sở Y tế', 'Sở Y tế'.normalize('NFD'), '表'].map(widthOf)).toEqual([7, 7, 2])
  })

  it('are cut and wrapped to a width', () => {
    expect(cut('bac-giang-2024-ke-hoach.pdf', 14, 'middle')).toBe('bac-gia…ch.pdf')
    expect(cut('ngắn', 10)).toBe('ngắn')
    expect(wrap('một hai ba bốn', 8)).toEqual(['một hai', 'ba bốn'])
    expect(printable('a\n\u001b[2Jb')).toBe('a [2Jb')
  })

  it('stand in columns', () => {
    expect(
      tableLines(
        [
          { head: 'Tệp', isElastic: true },
          { head: 'Năm', align: 'right' },
        ],
        [
          ['a.pdf', '2024'],
          ['dài.docx', '-'],
        ],
        80,
      ),
    ).toEqual(['Tệp        Năm', 'a.pdf     2024', 'dài.docx     -'])
  })
})
