// Chunks for retrieval: whole sentences and rows, with their sections, pages and citations.
import { describe, expect, it } from 'vitest'
import { chunks, toChunks } from '../../src/export/chunks.ts'
import { planOf } from '../support.ts'
import { hostilePlan } from './hostile.ts'

const sentence = (n: number) => `Câu thứ ${n} nói về việc khám bệnh, chữa bệnh ở tuyến xã và bảo đảm thuốc thiết yếu.`
const long = Array.from({ length: 60 }, (_, i) => sentence(i + 1)).join(' ')
const rows = Array.from({ length: 60 }, (_, i) => [
  String(i + 1),
  `Tỷ lệ xã của nhóm ${i + 1} được giám sát`,
  '%',
  String(40 + i),
])
const table = [['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2024'], ['A', 'Giám sát', '', ''], ...rows]

const plan = planOf(
  '1. Khám bệnh, chữa bệnh',
  long,
  '2. Chỉ tiêu',
  'Bảng 1. Chỉ tiêu giám sát',
  table,
  '3. Tuyên truyền',
  'Thực hiện Thông tư số 54/2015/TT-BYT ngày 28/12/2015 của Bộ Y tế.',
)
const made = toChunks(plan)

describe('chunks', () => {
  it('are no longer than asked, and every sentence is whole in one of them', () => {
    expect(Math.max(...made.map(({ text }) => text.length))).toBeLessThanOrEqual(1500)
    for (let n = 1; n <= 60; n++) expect(made.filter(({ text }) => text.includes(sentence(n)))).toHaveLength(1)
    const small = toChunks(plan, { maxLength: 300 }).filter(({ kind }) => kind === 'text')
    expect(Math.max(...small.map(({ text }) => text.length))).toBeLessThanOrEqual(300)
  })

  it.each([0, -1, Number.NaN])('of %d characters are none', (maxLength) => {
    expect(() => toChunks(plan, { maxLength })).toThrow(RangeError)
  })

  it.each(['.', 'Q. '])('of a long row of “%s” take no time', (words) => {
    const form = planOf('1. Khám bệnh', `Họ và tên: ${words.repeat(60_000)}`)
    const begun = performance.now()
    expect(toChunks(form).length).toBeGreaterThan(10)
    expect(performance.now() - begun).toBeLessThan(3000)
  })

  it('have each row of a table whole, below caption, heads and the title of its group', () => {
    const tables = made.filter(({ kind }) => kind === 'table')
    expect(tables.length).toBeGreaterThan(1)
    for (const { text, tableId } of tables) {
      expect(tableId).toBe('table-1')
      expect(text).toMatch(/^Bảng 1\. Chỉ tiêu giám sát\n\n\| TT \| Chỉ tiêu \| Đơn vị tính \| Kế hoạch năm 2024 \|\n\| --- /)
      expect(text).toContain('| A | Giám sát |  |  |')
    }
    for (const [no, name, unit, value] of rows)
      expect(tables.filter(({ text }) => text.includes(`\n| ${no} | ${name} | ${unit} | ${value} |`))).toHaveLength(1)
  })

  it('lead back to the text, and leave none of its words out', () => {
    for (const { kind, text, span } of made) if (kind === 'text') expect(plan.text.slice(span.start, span.end)).toBe(text)
    const words = made.map(({ text, path }) => `${path.join(' ')} ${text}`).join(' ')
    for (const word of plan.text.split(/\s+/)) expect(words).toContain(word)
  })

  it('say where they stand, what they cite and which targets they hold', () => {
    const cited = made.find(({ citations }) => citations.some(({ key }) => key === '54/2015/TT-BYT'))!
    expect(cited).toMatchObject({ sectionId: 'I.3', path: ['I. NỘI DUNG', '3. Tuyên truyền'], province: 'Bắc Giang', year: 2024 })
    const held = made.flatMap(({ indicators }) => indicators)
    expect(held).toHaveLength(plan.indicators.length)
    expect(held.length).toBeGreaterThanOrEqual(60)
  })

  it('have ids of their own, the same each time', () => {
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length)
    expect(toChunks(plan)).toEqual(made)
    expect(made[0]!.id).toBe('000000000000/beginning/1')
  })

  it('tell pages from what stands on them', () => {
    const box = (page: number) => [{ page, bbox: [0, 0, 1, 1] as [number, number, number, number] }]
    const onPages = structuredClone(plan)
    const page = { width: 1, height: 1, rotation: 0, textOrigin: null, reason: null }
    onPages.source.pages = [page, page, page, page]
    const [first, second, third] = onPages.sections[0]!.children
    first!.span.boxes = [...box(1), ...box(2)]
    second!.span.boxes = [...box(2), ...box(4)]
    third!.span.boxes = box(4)
    const pages = toChunks(onPages).map(({ sectionId, pages }) => `${sectionId} ${pages?.join('-')}`)
    expect(pages).toContain('I.1 1-2')
    expect(pages).toContain('I.2 2-4')
    expect(pages).toContain('I.3 4-4')
    expect(toChunks(plan).every(({ pages }) => pages === null)).toBe(true)
  })

  it('are lines of JSON that any reader takes, whatever the plan says', async () => {
    async function* plans() {
      yield hostilePlan()
    }
    let written = ''
    for await (const part of chunks.write(plans(), { language: 'vi', bom: false })) written += part
    const lines = written.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('planId')
    expect(written).not.toMatch(/\p{Cs}|\\ud[89a-f]/iu)
    const cells = lines.map((line) => JSON.parse(line) as { kind: string; text: string }).filter(({ kind }) => kind === 'table')
    expect(cells.length).toBeGreaterThan(0)
    for (const { text } of cells) {
      expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[x\]/)
      for (const line of text.split('\n').filter((each) => each.startsWith('|')))
        expect(line.replaceAll(/\\./g, '').split('|')).toHaveLength(6)
    }
  })
})
