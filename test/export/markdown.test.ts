// A plan as Markdown: what our own reader reads back from it, and that no word becomes markup.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { toMarkdown } from '../../src/export/markdown.ts'
import type { Plan, Section } from '../../src/model/plan.ts'
import { parsePlan } from '../../src/pipeline.ts'
import { planOf } from '../support.ts'
import { hostilePlan } from './hostile.ts'

const sources = join(import.meta.dirname, '../../corpus/sources')
const samples = readdirSync(sources).filter((name) => /\.docx$|(?:an-giang-2023|thanh-hoa).*\.pdf$/.test(name))

const readBack = (plan: Plan) => parsePlan(new TextEncoder().encode(toMarkdown(plan)), { path: 'plan.md' })

const treeOf = (sections: readonly Section[]): unknown =>
  sections.map(({ number, heading, roles, children }) => [number, heading, roles, treeOf(children)])

const tablesOf = ({ tables }: Plan) =>
  tables.map(({ columns, rows, caption }) => ({
    columns,
    caption,
    rows: rows.map(({ kind, cells }) => [kind, ...cells.map(({ text, colSpan, rowSpan }) => [text, colSpan, rowSpan])]),
  }))

const targetsOf = ({ indicators }: Plan) =>
  indicators.map(({ name, comparator, value, valueMax, unit, year, code }) => [
    name,
    comparator,
    value,
    valueMax,
    unit,
    year,
    code,
  ])

const factsOf = ({ header: { number, issuedOn, title, theme, year, documentType, issuer, province, signer } }: Plan) => ({
  number,
  issuedOn,
  title,
  theme,
  year,
  documentType,
  issuer,
  province,
  signer,
})

describe('Markdown', () => {
  it.each(samples)('of %s reads back: headings, tables, targets and header', async (name) => {
    const plan = await parsePlan(readFileSync(join(sources, name)))
    const again = await readBack(plan)
    expect(again.source.mediaType).toBe('text/markdown')
    expect(treeOf(again.sections)).toEqual(treeOf(plan.sections))
    expect(tablesOf(again)).toEqual(tablesOf(plan))
    expect(targetsOf(again)).toEqual(targetsOf(plan))
    expect(factsOf(again)).toEqual(factsOf(plan))
    expect(again.text.split(/\s+/).sort()).toEqual(plan.text.split(/\s+/).sort())
  })

  it('keeps signs that Markdown would take for markup, and lines that begin like lists', async () => {
    const plan = planOf(
      '1. Chỉ tiêu * và _ và `mã` | ngăn [x] # ~ \\',
      '- Tỷ lệ < 5 % & > 3 %;',
      '+ Giảm 2*3*4 trường hợp;',
      '2) Đơn vị thực hiện;',
      '10',
      'Trang 3',
      '1. Có thể có dòng đánh số, dài đến mức không ai cho là tiêu đề, vì nó kết thúc như một câu bình thường.',
    )
    expect((await readBack(plan)).text).toBe(plan.text)
  })

  it('writes merged cells as HTML, others with bars', async () => {
    const plan = structuredClone(
      planOf('1. Chỉ tiêu', [
        ['TT', 'Chỉ tiêu'],
        ['1', 'Số giường'],
      ]),
    )
    expect(toMarkdown(plan)).toContain('\n\n| TT | Chỉ tiêu |\n| --- | --- |\n| 1 | Số giường |\n\n')
    plan.tables[0]!.rows[1]!.cells = [{ ...plan.tables[0]!.rows[1]!.cells[0]!, text: 'Tổng < cộng', colSpan: 2 }]
    expect(toMarkdown(plan)).toContain(
      '\n\n<table>\n<tr><th>TT</th><th>Chỉ tiêu</th></tr>\n<tr><td colspan="2">Tổng &lt; cộng</td></tr>\n</table>\n\n',
    )
  })

  it('takes hostile words for words', () => {
    const plan = hostilePlan()
    const written = toMarkdown(plan)
    const [, matter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(written)!
    const facts = parseYaml(matter!) as Record<string, unknown>
    expect(matter).not.toContain('<')
    expect(Object.keys(facts)).not.toContain('evil')
    expect(facts).toMatchObject({
      title: plan.header.title!.replace('\uD800', '\uFFFD'),
      theme: plan.header.theme,
      addressees: plan.header.addressees,
      year: 2024,
      source: plan.source.path,
    })
    expect(written).not.toMatch(/[^\P{Cc}\n]|\p{Cs}|\u202E/u)
    const kinds: string[] = []
    const visit = (node: { type: string; children?: unknown[] }) => {
      kinds.push(node.type)
      for (const child of (node.children ?? []) as { type: string }[]) visit(child)
    }
    visit(unified().use(remarkParse).use(remarkGfm).parse(body!))
    expect(kinds).toContain('table')
    expect(new Set(kinds)).toEqual(
      new Set(['root', 'paragraph', 'text', 'heading', 'strong', 'list', 'listItem', 'table', 'tableRow', 'tableCell', ...LINKS]),
    )
    const merged = structuredClone(plan)
    for (const { cells } of merged.tables[0]!.rows) cells[0]!.rowSpan = 2
    const html = /<table>[\s\S]*?<\/table>/.exec(toMarkdown(merged))![0]
    expect(html.match(/<\/?[a-z]+/g)!.every((tag) => /^<\/?(?:table|tr|td|th)$/.test(tag))).toBe(true)
  })
})

// An address that is written out leads where it says.
const LINKS = ['link']
