// Over the sample plans in every format: invariants that no plan may break, and what is drawn on the page of a PDF.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Plan, parsePlan, planJson, planSchema, type Section, type Span } from '../src/index.ts'
import { drawnPages, spelledIn } from './drawn.ts'

const folder = join(import.meta.dirname, '../corpus/sources')
const files = readdirSync(folder).sort()
const bytesOf = (file: string) => new Uint8Array(readFileSync(join(folder, file)))
const validate = new Ajv2020({ strict: false }).compile(planSchema())

type Located = { raw: string; span: Span }

function locatedIn(plan: Plan): [name: string, place: Located][] {
  return [
    ...plan.indicators.flatMap((each): [string, Located][] => [
      [each.id, each],
      ...each.series.map((cell): [string, Located] => [`${each.id} ${cell.label}`, cell]),
    ]),
    ...plan.legalReferences.flatMap((each) => each.mentions.map((mention): [string, Located] => [each.id, mention])),
    ...plan.dates.map((each): [string, Located] => [`date ${each.edtf}`, each]),
    ...plan.phases.map((each): [string, Located] => [`phase ${each.label}`, each]),
    ...plan.deadlines.map((each): [string, Located] => [`deadline ${each.what}`, each]),
    ...plan.assignments.map((each): [string, Located] => [`assignment ${each.unit}`, each]),
  ]
}

const sectionsIn = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...sectionsIn(section.children)])

describe.each(files)('%s', (file) => {
  let plan: Plan
  beforeAll(async () => {
    plan = await parsePlan(bytesOf(file), { path: file })
  })

  it('passes the schema as an independent validator reads it', () => {
    expect(validate(JSON.parse(planJson(plan))) ? [] : validate.errors).toEqual([])
  })

  it('gives the same plan for the same bytes', async () => {
    expect(planJson(await parsePlan(bytesOf(file), { path: file }))).toBe(planJson(plan))
  })

  it('has slices equal to the text, with the digits of the value in them', () => {
    for (const [name, { raw, span }] of locatedIn(plan)) expect(plan.text.slice(span.start, span.end), name).toBe(raw)
    for (const { raw, value, name } of plan.indicators) {
      if (value !== null && value !== 0) expect(raw, name).toMatch(/\d/)
    }
    for (const cell of plan.tables.flatMap((table) => table.rows.flatMap((row) => row.cells)))
      expect(plan.text.slice(cell.span.start, cell.span.end)).toBe(cell.text)
  })

  it('has text in NFC, and ids that are unique and resolve', () => {
    expect(plan.text).toBe(plan.text.normalize('NFC'))
    const sections = sectionsIn(plan.sections)
    const lists = [sections, plan.tables, plan.indicators, plan.legalReferences].map((list) => list.map(({ id }) => id))
    for (const ids of lists) expect(new Set(ids).size).toBe(ids.length)
    const [sectionIds, tableIds, indicatorIds, referenceIds] = lists.map((ids) => new Set(ids))
    const named = [
      ...plan.indicators,
      ...plan.tables,
      ...plan.assignments,
      ...plan.legalReferences.flatMap(({ mentions }) => mentions),
    ]
    for (const { sectionId } of named) expect(sectionId === null || sectionIds!.has(sectionId)).toBe(true)
    for (const { parentId, cell } of plan.indicators) {
      expect(parentId === null || indicatorIds!.has(parentId)).toBe(true)
      expect(cell === null || tableIds!.has(cell.tableId)).toBe(true)
    }
    for (const id of plan.header.legalBasis) expect(referenceIds!.has(id)).toBe(true)
  })

  it('has sections that lie inside their parents, in order', () => {
    const check = (sections: readonly Section[], start: number, end: number) => {
      let at = start
      for (const { span, children } of sections) {
        expect(span.start).toBeGreaterThanOrEqual(at)
        expect(span.end).toBeLessThanOrEqual(end)
        check(children, span.start, span.end)
        at = span.end
      }
    }
    check(plan.sections, 0, plan.text.length)
  })
})

describe.each(files.filter((file) => file.endsWith('.pdf')))('the pages of %s', (file) => {
  it('show, inside the boxes of every located value, the glyphs that spell its raw', async () => {
    const plan = await parsePlan(bytesOf(file), { path: file })
    const pages = await drawnPages(bytesOf(file))
    const places = locatedIn(plan)
    expect(places.length).toBeGreaterThan(10)
    for (const [name, { raw, span }] of places) {
      expect(span.boxes.length, name).toBeGreaterThan(0)
      expect(span.boxes.map(({ page, bbox }) => spelledIn(pages[page - 1]!.glyphs, bbox)).join(''), name).toBe(
        raw.replace(/\s+/g, ''),
      )
    }
  })

  it('have their glyphs where pdf.js places its runs of text', async () => {
    for (const { glyphs, runs } of await drawnPages(bytesOf(file))) {
      expect(runs.length).toBeGreaterThan(5)
      for (const run of runs) {
        const box = [run.x0, run.baseline - 0.8 * run.size, run.x1, run.baseline + 0.2 * run.size] as const
        expect(spelledIn(glyphs, box)).toBe(run.text.normalize('NFC').replace(/\s+/g, ''))
      }
    }
  })
})
