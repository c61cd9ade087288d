import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { collisionsIn, grammarsOf, LEXICON, readLexicon } from '../../src/catalog/lexicon.ts'
import { unitLength } from '../../src/catalog/units.ts'
import { runCommandLine } from '../../src/cli/index.ts'
import { parsePlan } from '../../src/index.ts'
import { LexiconError } from '../../src/model/errors.ts'
import { type Lexicon, lexiconModel } from '../../src/model/lexicon.ts'
import { foldText } from '../../src/text/fold.ts'
import { formKey } from '../../src/text/phrases.ts'

const root = join(import.meta.dirname, '../..')
const lexiconOf = (...entries: Lexicon['entries']): Lexicon => ({ version: 1, entries })
const folder = mkdtempSync(join(tmpdir(), 'kehoach-lexicon-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The block of JSON behind “--lexicon” in a README. */
function exampleIn(readme: string): Lexicon {
  const words = readFileSync(join(root, readme), 'utf8')
  const block = /```json\n(\{\s*"version": 1[\s\S]*?)```/.exec(words)![1]!
  return JSON.parse(block) as Lexicon
}

const PLAN = [
  'SỞ Y TẾ',
  'KẾ HOẠCH',
  'Công tác y tế năm 2024',
  'I. CHỈ TIÊU',
  '- Tỷ lệ trạm y tế có bác sĩ không dưới mức 92%.',
  '- Trang bị tối thiểu 14 tủ thuốc thanh niên xung kích.',
  'II. TỔ CHỨC THỰC HIỆN',
  '- Nhà hộ sinh khu vực chủ trì, phối hợp với Phòng Nghiệp vụ Y tổ chức tập huấn.',
].join('\n\n')
const planOf = (lexicon?: Lexicon) => parsePlan(new TextEncoder().encode(PLAN), { path: 'plan.txt', lexicon })

describe('our lexicon', () => {
  it('is of the shape that it asks of others', () => {
    expect(lexiconModel.parse(LEXICON)).toEqual(LEXICON)
  })

  it('has ids that are unique, and no form with tags that exclude each other', () => {
    expect(collisionsIn(LEXICON)).toEqual([])
  })

  it('is written in folded text, lower case, single blanks', () => {
    const forms = LEXICON.entries.flatMap((entry) => entry.forms)
    expect(forms.filter((form) => form !== foldText(form.normalize('NFC')).toLowerCase().replace(/\s+/g, ' ').trim())).toEqual([])
  })
})

describe('a lexicon of the user', () => {
  it.each(['README.md', 'README.vi.md'])('reads what the example of %s adds', async (readme) => {
    const example = exampleIn(readme)
    const before = await planOf()
    const after = await planOf(example)
    expect(before.indicators.map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual([
      ['=', 92, '%'],
      ['>=', 14, 'tủ thuốc thanh niên xung kích'],
    ])
    expect(after.indicators.map(({ comparator, value, unit }) => [comparator, value, unit])).toEqual([
      ['>=', 92, '%'],
      ['>=', 14, 'tủ thuốc'],
    ])
    expect(before.assignments).toEqual([])
    expect(after.assignments.map(({ unit, role }) => [unit, role])).toEqual([
      ['Nhà hộ sinh khu vực', 'lead'],
      ['Phòng Nghiệp vụ Y', 'support'],
    ])
  })

  it('leaves no trace in plans that are read without it', async () => {
    const before = await planOf()
    const own = await planOf(exampleIn('README.md'))
    expect(await planOf()).toEqual(before)
    expect(before.source.producedBy.engines.lexicon).toBeUndefined()
    expect(own.source.producedBy.engines.lexicon).toMatch(/^[0-9a-f]{12}$/)
  })

  it('is taken by the command line', async () => {
    const file = join(folder, 'my.json')
    const plan = join(folder, 'plan.txt')
    writeFileSync(file, JSON.stringify(exampleIn('README.md')))
    writeFileSync(plan, PLAN)
    let page = ''
    const stream = { write: (words: string) => (page += words) }
    expect(await runCommandLine(['show', plan, '--lexicon', file], { stdout: stream, stderr: stream })).toBe(0)
    expect(page).toContain('Nhà hộ sinh khu vực')
  })

  it.each<[string, unknown, RegExp]>([
    ['is no lexicon', { words: [] }, /version/],
    ['is of another version', { version: 2, entries: [] }, /version/],
    ['has an unknown tag', lexiconOf({ id: 'a', tag: 'Verb' as 'Unit', forms: ['đi'] }), /tag/],
    ['has an entry without forms', lexiconOf({ id: 'a', tag: 'Unit', forms: [] }), /forms/],
    ['has a field that nobody reads', { version: 1, entries: [], more: 1 }, /more/],
    ['has an id of ours', lexiconOf({ id: 'at-least', tag: 'Unit', forms: ['tủ thuốc'] }), /id “at-least”/],
    [
      'has an id twice',
      lexiconOf({ id: 'a', tag: 'Unit', forms: ['tủ thuốc'] }, { id: 'a', tag: 'Unit', forms: ['túi thuốc'] }),
      /id “a”/,
    ],
    ['says the opposite of ours', lexiconOf({ id: 'a', tag: 'AtMost', forms: ['ít nhất'] }), /“ít nhất”: at-least/],
    ['repeats a form in other letters', lexiconOf({ id: 'a', tag: 'Unit', forms: ['Tủ  thuốc', 'tủ thuốc'] }), /“tủ thuốc”/],
  ])('is refused with its reason where it %s', (_, value, reason) => {
    expect(() => readLexicon(value)).toThrow(LexiconError)
    expect(() => readLexicon(value)).toThrow(reason)
  })

  it.each([
    ['no-such.json', null],
    ['broken.json', '{'],
    ['other.json', '{"version": 1}'],
  ])('is refused by the command line in one line: %s', async (name, content) => {
    const file = join(folder, name)
    if (content !== null) writeFileSync(file, content)
    let page = ''
    const stream = { write: (words: string) => (page += words) }
    const plan = join(folder, 'plan.txt')
    writeFileSync(plan, PLAN)
    expect(await runCommandLine(['show', plan, '--lexicon', file], { stdout: stream, stderr: stream })).toBe(2)
    expect(page.trim().split('\n')).toHaveLength(1)
    expect(page).toContain(name)
  })

  it('may hold numbers and signs inside a phrase', () => {
    const { targets } = grammarsOf(lexiconOf({ id: 'a', tag: 'Unit', forms: ['ca/1.000 dân'] }))
    expect(targets.read('dưới 0,5 Ca/1.000 dân').map(({ text }) => text)).toEqual(['dưới', '0,5', 'Ca/1.000 dân'])
    expect(formKey('ca / 1.000 dân')).toBe(formKey('Ca/1.000  dân'))
  })
})

describe('names of agencies', () => {
  it.each([
    ['Trạm Y tế đặc khu Phú Quý chủ trì', 'Trạm Y tế đặc khu Phú Quý'],
    ['các khoa,phòng,trạm y tế đăng ký', 'các khoa,phòng,trạm y tế'],
    ['Ban Chỉ đạo phòng, chống dịch tỉnh xem xét', 'Ban Chỉ đạo phòng, chống dịch tỉnh'],
    ['Phòng Tổ chức cán bộ tổ chức thi', 'Phòng Tổ chức cán bộ'],
    ['Chi cục Dân số - Kế hoạch hóa gia đình và các huyện triển khai', 'Chi cục Dân số - Kế hoạch hóa gia đình và các huyện'],
    ['Hội đồng thẩm định cấp tỉnh họp', 'Hội đồng thẩm định cấp tỉnh họp'],
    ['cơ sở giáo dục nghề nghiệp công lập thực hiện', 'cơ sở giáo dục nghề nghiệp công lập'],
    ['Bệnh viện Đa khoa TP.HCM báo cáo', 'Bệnh viện Đa khoa TP.HCM'],
    ['Sở Y tế (Phòng Nghiệp vụ Y) tổng hợp', 'Sở Y tế (Phòng Nghiệp vụ Y)'],
    ['tổ chức tập huấn cho cán bộ', ''],
    ['hội nghị triển khai', ''],
    ['phòng, chống tác hại thuốc lá', ''],
    ['khoa học và công nghệ', ''],
    ['báo cáo kết quả', ''],
    ['', ''],
  ])('“%s” begins with “%s”', (words, unit) => {
    expect(words.slice(0, unitLength(foldText(words)))).toBe(unit)
  })
})
