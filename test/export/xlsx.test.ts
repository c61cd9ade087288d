// The workbook is opened by LibreOffice, where it is installed, and by a reader that is none of ours.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TABLES } from '../../src/export/tables/index.ts'
import { cellXml, letters } from '../../src/export/xlsx/cells.ts'
import { writeWorkbook } from '../../src/export/xlsx/index.ts'
import { STYLE } from '../../src/export/xlsx/styles.ts'
import type { Plan } from '../../src/model/plan.ts'
import { exportTo, samplePlans } from './support.ts'
import { HELD_NAMES, hostilePlan } from './tables/hostile.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehoach-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const SHOWN = TABLES.filter(({ name }) => name !== 'cells')

let plans: Plan[]
let file: string
beforeAll(async () => {
  plans = await samplePlans('.md')
  file = await exportTo(folder, 'plans.xlsx', 'xlsx', plans)
})

type Rows = (string | number | boolean | Date | null)[][]

async function sheetsIn(at: string): Promise<Map<string, Rows>> {
  return new Map((await readWorkbook(at)).map(({ sheet, data }) => [sheet, data as Rows]))
}

/** A row by the names of its columns. */
const named = ([heads, ...rows]: Rows) =>
  rows.map((row) => Object.fromEntries(heads!.map((head, at) => [String(head), row[at] ?? null])))

describe('the workbook', () => {
  it('has a sheet for every table behind one that explains them', async () => {
    const sheets = await sheetsIn(file)
    expect([...sheets.keys()]).toEqual(['Giới thiệu', ...SHOWN.map(({ title }) => title.vi)])
    for (const { title, rows, columns } of SHOWN) {
      const [heads, ...own] = sheets.get(title.vi)!
      expect(new Set(heads)).toEqual(new Set(columns.map((column) => column.title.vi)))
      expect(own.length).toBe(plans.reduce((sum, plan) => sum + [...rows(plan)].length, 0))
    }
    const about = sheets.get('Giới thiệu')!
    expect(about.find(([first]) => first === 'Chỉ tiêu')!.slice(0, 2)).toEqual([
      'Chỉ tiêu',
      named(sheets.get('Chỉ tiêu')!).length,
    ])
    for (const { title, columns } of SHOWN)
      for (const column of columns)
        expect(about.some((row) => row[0] === title.vi && row[2] === column.name && row[5] === column.about.vi)).toBe(true)
  })

  it('holds numbers, days and truth values as such', async () => {
    const sheets = await sheetsIn(file)
    const doctors = named(sheets.get('Chỉ tiêu')!).find((row) => row['Mã chỉ tiêu'] === 'doctors-per-10k' && row.Năm === 2023)
    expect(doctors).toMatchObject({
      Tỉnh: 'An Giang',
      'Tên chỉ tiêu': 'Số bác sĩ/10.000 dân',
      'Giá trị': 9.5,
      'Nguyên văn': '9,5',
      'So sánh': '=',
    })
    expect(named(sheets.get('Văn bản')!).map((row) => row['Ngày ban hành'])).toContainEqual(new Date('2026-01-09T00:00:00Z'))
    expect(named(sheets.get('Văn bản viện dẫn')!).map((row) => row['Là căn cứ'])).toContain(true)
  })

  it('is the same bytes again, and English where that is asked for', async () => {
    const again = await exportTo(folder, 'again.xlsx', 'xlsx', plans)
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
    const english = await sheetsIn(await exportTo(folder, 'english.xlsx', 'xlsx', plans, { language: 'en' }))
    expect([...english.keys()].slice(0, 2)).toEqual(['About', 'Documents'])
    expect(readdirSync(folder).filter((name) => /parts|tmp/.test(name))).toEqual([])
  })

  it('goes on in another sheet where one is full', async () => {
    const target = join(folder, 'small.xlsx')
    await writeWorkbook(
      (async function* () {
        yield* plans
      })(),
      target,
      { language: 'vi', bom: false },
      { rows: 101, bytes: 1e9 },
    )
    const sheets = await sheetsIn(target)
    const [first, second] = [sheets.get('Chỉ tiêu')!, sheets.get('Chỉ tiêu (2)')!]
    expect(first.length).toBe(101)
    expect(second[0]).toEqual(first[0])
    const all = [...sheets].filter(([title]) => title.startsWith('Chỉ tiêu')).reduce((sum, [, rows]) => sum + rows.length - 1, 0)
    expect(all).toBe(plans.reduce((sum, { indicators }) => sum + indicators.length, 0))
  })
})

describe('the workbook of a hostile plan', () => {
  const cut = (name: string) =>
    name
      .slice(0, 32_766)
      .replace(/\r\n/g, '\n')
      .replace(/[\uFFFE\uFFFF]/g, '') + (name.length > 32_767 ? '…' : '')

  it('has words and no formula, and says what it cut', async () => {
    const at = await exportTo(folder, 'hostile.xlsx', 'xlsx', [hostilePlan()])
    const parts = unzipSync(readFileSync(at))
    const xml = Object.values(parts)
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('')
    expect(xml).not.toMatch(/<f[ >]|<script/)
    const sheets = await sheetsIn(at)
    const names = named(sheets.get('Chỉ tiêu')!).map((row) => row['Tên chỉ tiêu'])
    // The reader trims words and does not know Excel's escape of its own escapes.
    const plain = (words: unknown) =>
      String(words ?? '')
        .replaceAll('_x005F_x', '_x')
        .trim()
    expect(names.map(plain)).toEqual(HELD_NAMES.map(cut).map(plain))
    expect(
      sheets
        .get('Giới thiệu')!
        .flat()
        .some((words) => /dài hơn 32767 ký tự/.test(String(words))),
    ).toBe(true)
  })

  it.skipIf(!hasOffice)('opens in LibreOffice as what it is', async () => {
    const rows = officeRows(await exportTo(folder, 'office.xlsx', 'xlsx', [hostilePlan()]), 'Chỉ tiêu')
    expect(rows.map((row) => row['Tên chỉ tiêu'])).toEqual(HELD_NAMES.map(cut))
    expect(rows.map((row) => row['Giá trị'])).toEqual(HELD_NAMES.map(() => '95'))
  })
})

/** What LibreOffice reads in a sheet, formulas computed. */
function officeRows(at: string, sheet: string): Record<string, string>[] {
  const out = mkdtempSync(join(folder, 'office-'))
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
  execFileSync(
    'soffice',
    [`-env:UserInstallation=file://${out}/profile`, '--headless', '--convert-to', filter, '--outdir', out, at],
    {
      stdio: 'ignore',
    },
  )
  const name = readdirSync(out).find((each) => each.endsWith(`-${sheet}.csv`))!
  return parse(readFileSync(join(out, name)), { columns: true, bom: true, relax_quotes: true })
}

describe.skipIf(!hasOffice)('in LibreOffice the workbook', () => {
  it('has the numbers and the diacritics of the plans', () => {
    const rows = officeRows(file, 'Chỉ tiêu')
    expect(rows.length).toBe(plans.reduce((sum, { indicators }) => sum + indicators.length, 0))
    expect(rows.find((row) => row['Mã chỉ tiêu'] === 'doctors-per-10k' && row.Năm === '2023')).toMatchObject({
      Tỉnh: 'An Giang',
      'Tên chỉ tiêu': 'Số bác sĩ/10.000 dân',
      'Giá trị': '9.5',
      'Nguyên văn': '9,5',
    })
  })
})

describe('a cell', () => {
  it.each([
    ['2024-02-29', 'day', `<c r="A1" s="${STYLE.day}"><v>45351</v></c>`],
    ['1900-03-01', 'day', `<c r="A1" s="${STYLE.day}"><v>61</v></c>`],
    // Excel's days before are one off: they stay words.
    ['1890-05-19', 'day', '<c r="A1" s="1" t="inlineStr"><is><t>1890-05-19</t></is></c>'],
    [true, 'boolean', '<c r="A1" s="1" t="b"><v>1</v></c>'],
    [-0.5, 'number', '<c r="A1" s="1"><v>-0.5</v></c>'],
    [-3450000, 'number', `<c r="A1" s="${STYLE.thousands}"><v>-3450000</v></c>`],
    [2024, 'integer', '<c r="A1" s="1"><v>2024</v></c>'],
    [Number.NaN, 'number', ''],
    [null, 'string', ''],
    ['=1+1', 'string', '<c r="A1" s="1" t="inlineStr"><is><t>=1+1</t></is></c>'],
    ['a\r\nb', 'string', '<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">a\nb</t></is></c>'],
    ['_x000D_', 'string', '<c r="A1" s="1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>'],
  ] as const)('%j of type %s', (value, type, expected) => expect(cellXml('A1', value, type, 1)).toBe(expected))

  it('is never cut inside a character', () => {
    expect(cellXml('A1', `${'a'.repeat(32_765)}😀😀`, 'string', 1)).toContain(`${'a'.repeat(10)}…</t>`)
  })

  it('is called by its column', () => expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']))
})
