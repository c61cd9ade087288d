// Akoma Ntoso: valid, with all words, all sections and all references of the plan.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { toAkn } from '../../src/export/akn/index.ts'
import { allSections } from '../../src/export/flow.ts'
import type { Plan } from '../../src/model/plan.ts'
import { parsePlan } from '../../src/pipeline.ts'
import { planOf, readPlan } from '../support.ts'
import { HOSTILE_WORDS, hostilePlan } from './hostile.ts'

// Our profile, and the schema of the standard where KEHOACH_AKN_XSD names it.
const official = process.env.KEHOACH_AKN_XSD
const schemas = [join(import.meta.dirname, '../fixtures/akn-profile.xsd'), ...(official ? [official] : [])].map((path) =>
  readFileSync(path, 'utf8').replace(/<xsd:import [^>]*>/, ''),
)
const sources = join(import.meta.dirname, '../../corpus/sources')
const samples = readdirSync(sources).filter((name) => name.endsWith('.docx'))

async function expectValid(xml: string): Promise<void> {
  for (const schema of schemas) expect(await faultsOf(schema, xml)).toEqual([])
}

async function expectRefused(xml: string): Promise<void> {
  for (const schema of schemas) expect(await faultsOf(schema, xml)).not.toEqual([])
}

async function faultsOf(schema: string, xml: string): Promise<string[]> {
  const result = await validateXML({ xml: [{ fileName: 'plan.xml', contents: xml }], schema: [schema] })
  return result.errors.map(({ message }) => message)
}

function rootOf(xml: string): Element {
  return new DOMParser().parseFromString(xml, 'application/xml').documentElement!
}

const named = (root: Element, name: string) => Array.from(root.getElementsByTagName(name))
const squeezed = (words: string | null) => (words ?? '').replace(/\s+/g, '')

function contentOf(root: Element): string {
  return ['preface', 'preamble', 'mainBody', 'conclusions']
    .map((name) => squeezed(named(root, name)[0]?.textContent ?? ''))
    .join('')
}

function expectWhole(plan: Plan): void {
  const root = rootOf(toAkn(plan))
  expect(contentOf(root)).toBe(squeezed(plan.text))
  const levels = ['section', 'subsection', 'paragraph', 'subparagraph', 'point', 'level'].flatMap((name) => named(root, name))
  expect(levels).toHaveLength(allSections(plan.sections).length)
  expect(named(root, 'table')).toHaveLength(plan.tables.length)
}

const MISPRINTED = [
  'UBND TỈNH MẪU',
  'SỞ Y TẾ',
  'Số: 1/KH-SYT',
  'Mẫu, ngày 30 tháng 02 năm 2024',
  'KẾ HOẠCH',
  'Công tác y tế năm 2024',
  '1. Việc',
  'Xong trước ngày 31/4/2024.',
]

describe('Akoma Ntoso', () => {
  it.each(samples)('of %s is valid and holds all of it', async (name) => {
    const plan = await parsePlan(readFileSync(join(sources, name)), { path: name })
    await expectValid(toAkn(plan))
    expectWhole(plan)
    const refs = named(rootOf(toAkn(plan)), 'ref').map((ref) => ref.getAttribute('href'))
    const mentions = plan.legalReferences.flatMap(({ urn, mentions }, i) => mentions.map(() => urn ?? `#act-${i + 1}`))
    expect([...refs].sort()).toEqual([...mentions].sort())
  })

  it.each<[string, string | RegExp, string]>([
    ['without its country', '<FRBRcountry value="vn"/>', ''],
    ['with properties in another order', /(<FRBRthis [^>]*>)\n(<FRBRuri [^>]*>)/, '$2$1'],
    ['with an id twice', 'eId="sec_I"', 'eId="preface"'],
    ['with blanks in an id', 'eId="sec_I"', 'eId="sec I"'],
    ['with a day of no calendar', '<docDate date="2024-02-15">', '<docDate date="2024-02-30">'],
    ['with a reference to nothing', / href="[^"]*">/, '>'],
    ['with words between blocks', '</num>', '</num>lời'],
    ['with a block beside its content', '</num>', '</num><p/>'],
    ['with a row of no cells', '<td><p>1</p></td><td><p>Số giường</p></td>', ''],
    ['with a section in the preface', '</preface>', '<section eId="x"/></preface>'],
    ['without its main part', /<mainBody.*<\/mainBody>/s, ''],
  ])('is refused %s', async (_, from, to) => {
    const xml = toAkn(
      planOf('1. Việc', 'Làm.', [
        ['TT', 'Chỉ tiêu'],
        ['1', 'Số giường'],
      ]),
    )
    await expectValid(xml)
    const broken = xml.replace(from, to)
    expect(broken).not.toBe(xml)
    await expectRefused(broken)
  })

  it('has ids after the numbers, and an IRI of type, issuer, day and number', () => {
    const root = rootOf(toAkn(planOf('1. Việc chung', 'Làm.', 'a) Việc một: làm ngay;', 'đ) Việc hai: làm sau;')))
    expect(named(root, 'paragraph').map((each) => each.getAttribute('eId'))).toEqual([
      'sec_I__subsec_1__para_a',
      'sec_I__subsec_1__para_đ',
    ])
    const work = named(root, 'FRBRuri')[0]!.getAttribute('value')
    expect(work).toBe('/akn/vn/doc/ke-hoach/so-y-te.bac-giang/2024-02-15/12-kh-syt')
  })

  it.each([
    ['nothing but words', readPlan('Một dòng không có tiêu đề.')],
    [
      'no date and no number',
      readPlan('UBND TỈNH MẪU', 'SỞ Y TẾ', 'Số:      /KH-SYT', 'KẾ HOẠCH', 'Công tác y tế', 'I. Việc', 'Làm.'),
    ],
    [
      'the same number twice',
      readPlan('KẾ HOẠCH', 'Công tác y tế năm 2024', '1. Việc', 'Làm.', '1. Việc', 'Làm.', '1. Việc', 'Làm.'),
    ],
    ['hostile words', hostilePlan()],
    ['days of no calendar', readPlan(...MISPRINTED)],
  ])('is valid of a plan with %s', async (_, plan) => {
    await expectValid(toAkn(plan))
  })

  it('leaves days of no calendar to the words', () => {
    const plan = readPlan(...MISPRINTED)
    expect([plan.header.issuedOn, plan.dates.map(({ edtf }) => edtf)]).toEqual(['2024-02-30', ['2024-02-30', '2024-04-31']])
    const root = rootOf(toAkn(plan))
    expect([...named(root, 'docDate'), ...named(root, 'date'), ...named(root, 'lifecycle')]).toEqual([])
    expect(named(root, 'FRBRdate')[0]!.getAttribute('date')).toBe('2024-02-01')
    expect(named(root, 'FRBRdate')[0]!.getAttribute('name')).toBe('issued-not-before')
    expect(named(root, 'FRBRuri')[0]!.getAttribute('value')).toBe('/akn/vn/doc/ke-hoach/so-y-te/2024/1-kh-syt')
    expect(contentOf(root)).toBe(squeezed(plan.text))
  })

  it('takes hostile words for words', () => {
    const xml = toAkn(hostilePlan())
    const words = rootOf(xml).textContent!
    for (const each of HOSTILE_WORDS) expect(words).toContain(each)
    expect(xml).not.toMatch(/<!|[^\P{Cc}\n\r\t]|\p{Cs}|\u202E/u)
  })

  it('keeps merged cells', async () => {
    const plan = planOf('1. Chỉ tiêu', [
      ['TT', 'Chỉ tiêu'],
      ['1', 'Số giường'],
      ['2', 'Số máy'],
    ])
    const { rows } = plan.tables[0]!
    rows[1]!.cells = [{ ...rows[1]!.cells[0]!, colSpan: 2, rowSpan: 2 }]
    rows[2]!.cells = []
    expect(toAkn(plan)).toContain('<td rowspan="2" colspan="2"><p>1</p></td>')
    await expectValid(toAkn(plan))
  })
})
