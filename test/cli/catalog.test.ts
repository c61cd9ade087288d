// kehoach catalog and --catalog as a person meets them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kehoach } from '../command-line.ts'

const sample = join(import.meta.dirname, '../../corpus/sources/mau-thai-nguyen-2024-ke-hoach.md')
let folder: string
let out: string

const file = (name: string, content: unknown) => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-catalog-'))
  out = join(folder, 'out')
  await kehoach('ingest', sample, '--out', out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach catalog', () => {
  it.each([
    [['provinces', 'TTYT huyện Vân Canh'], /52 +Bình Định +- +2025-06-30 .*52 Gia Lai/],
    [['provinces', '24'], /Bắc Giang[\s\S]*Bắc Ninh/],
    [['provinces', '24', '--date', '2026-01-01'], /24 +Bắc Ninh +2025-07-01/],
    [['indicators', 'Tỷ lệ TYT có bác sỹ'], /stations-with-doctor .* 1 +alias/],
    [['acts', 'Luật Thi đua, khen thưởng', '--date', '2023-05-01'], /15\/2003\/QH11 .*còn hiệu lực/],
    [['acts', '91/2017/NĐ-CP', '--date', '2024-03-01'], /98\/2023\/NĐ-CP .*không hiệu lực/],
    [['units', 'bác sĩ/vạn dân'], /\/10\*4 +tính trên +0\.0001 [\s\S]*10 \/10\*5/],
    [['units', 'triệu đồng'], /10\*6\.\{VND\} +đại lượng +1000000 +.*1000 10\*3\.\{VND\}/],
    [['units', '[ppth]'], /\[ppth\] +phần nghìn/],
    [['units'], /\{bed\}/],
    [['provinces'], /Cà Mau/],
    [['indicators'], /doctors-per-10k/],
    [['acts'], /30\/2020\/NĐ-CP/],
  ])('%j answers', async (args, page) => {
    const { status, stdout } = await kehoach('catalog', ...args)
    expect(status).toBe(0)
    expect(stdout).toMatch(page)
  })

  it('gives JSON, and 1 where nothing is known', async () => {
    const { stdout } = await kehoach('catalog', 'indicators', 'Số bác sĩ/vạn dân', '--unit', 'Người', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ code: 'doctors-per-10k', confidence: 1, basis: 'alias', unitCode: '/10*4' })
    expect((await kehoach('catalog', 'indicators', 'Số ghế xoay')).status).toBe(1)
    expect((await kehoach('catalog', 'provinces', '15/KH-UBND')).status).toBe(1)
    expect((await kehoach('catalog', 'units', 'con mèo')).status).toBe(1)
    expect(JSON.parse((await kehoach('catalog', 'units', '‰', '--json')).stdout)).toMatchObject([
      { code: '[ppth]', scale: 0.001, convertsTo: expect.arrayContaining([{ code: '%', factor: 0.1 }]) },
    ])
  })

  it('lists the names of a run that have no code', async () => {
    const { status, stdout } = await kehoach('catalog', 'unmatched', out)
    expect(status).toBe(0)
    expect(stdout).toMatch(/\d trong 8 chỉ tiêu chưa có mã/)
    expect(stdout).toContain('mẫu giám sát cúm mùa')
    expect(stdout).not.toContain('uốn ván')
  })

  it.each([
    [[], 'cho một trong: provinces'],
    [['toString'], 'cho một trong: provinces'],
    [['provinces', '--date', 'mai'], 'không phải là ngày'],
    [['unmatched'], 'thiếu thư mục kết quả'],
    [['unmatched', 'no-such-folder'], 'không phải là thư mục kết quả'],
  ])('%j is wrong use', async (args, words) => {
    const { status, stderr } = await kehoach('catalog', ...args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('a catalogue of one’s own', () => {
  const own = { version: 'tn-1', aliases: { 'outbreaks-handled': ['Ổ dịch được khống chế'] }, indicators: [
    { code: 'flu-samples', category: 'communicable', measure: 'count', vi: 'Số mẫu giám sát cúm mùa', en: 'Flu samples', definition: 'Số mẫu giám sát cúm mùa', unit: '{sample}' },
  ] } // biome-ignore format: short

  it('gives codes to its indicators and is named in the plan', async () => {
    const catalog = file('own.json', own)
    expect((await kehoach('show', sample, '--catalog', catalog)).status).toBe(0)
    const { stdout } = await kehoach('catalog', 'unmatched', out, '--catalog', catalog)
    expect(stdout).not.toContain('mẫu giám sát cúm mùa')
    expect((await kehoach('catalog', 'indicators', 'số mẫu giám sát cúm mùa', '--catalog', catalog)).stdout).toContain(
      'flu-samples',
    )
  })

  it('spells provinces as the user does: in look-ups and in what is read', async () => {
    const catalog = file('spelled.json', { version: 'x', spellings: { 'Thái Nguyên': ['Th. Nguyên', 'Huế'] } })
    expect((await kehoach('catalog', 'provinces', 'Th. Nguyên')).status).toBe(1)
    expect((await kehoach('catalog', 'provinces', 'Sở Y tế Th. Nguyên', '--catalog', catalog)).stdout).toMatch(/19 +Thái Nguyên/)
    // What a name means already stays.
    expect((await kehoach('catalog', 'provinces', 'Huế', '--catalog', catalog)).stdout).toMatch(/46 +Huế/)
    const plan = file('plan.txt', 'SỞ Y TẾ TH. NGUYÊN\n\nKẾ HOẠCH\n\nCông tác y tế năm 2024')
    expect((await kehoach('show', plan, '--lang', 'en')).stdout).not.toContain('Thái Nguyên')
    expect((await kehoach('show', plan, '--lang', 'en', '--catalog', catalog)).stdout).toContain('Thái Nguyên')
  })

  it.each([
    ['misspelled.json', { version: 'x', spellings: { 'Thái Nguyen': ['TN'] } }, 'không có tỉnh “Thái Nguyen”'],
    ['broken.json', '{', 'không phải là JSON'],
    ['wrong.json', { version: 'x', indicators: [{ code: 'A b' }] }, 'indicators.0.code'],
    ['other.json', { name: 'kehoach' }, 'không đúng dạng danh mục'],
  ])('%s is refused with the place of the fault', async (name, content, words) => {
    const { status, stderr } = await kehoach('ingest', sample, '--out', join(folder, 'no'), '--catalog', file(name, content))
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })
})
