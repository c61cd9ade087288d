// The tables of an export: every finding has its row, keys are unique and lead where they say.
import { describe, expect, it } from 'vitest'
import { TABLES, type Value } from '../../../src/export/tables/index.ts'
import type { Plan } from '../../../src/model/plan.ts'
import { planOf } from '../../support.ts'
import { samplePlans } from '../support.ts'

const plans = await samplePlans('.docx')

const tableNamed = (name: string) => TABLES.find((table) => table.name === name)!
const rowsOf = (name: string, of: readonly Plan[]) => {
  const { columns, rows } = tableNamed(name)
  return of.flatMap((plan) =>
    [...rows(plan)].map((row) => Object.fromEntries(columns.map((column, at) => [column.name, row[at] ?? null]))),
  )
}
const keyIn = (row: Record<string, Value>, columns: readonly string[]) => JSON.stringify(columns.map((name) => row[name]))

describe('the tables', () => {
  it('have a row for every finding', () => {
    const sum = (count: (plan: Plan) => number) => plans.reduce((all, plan) => all + count(plan), 0)
    const counts = Object.fromEntries(TABLES.map(({ name }) => [name, rowsOf(name, plans).length]))
    expect(counts).toMatchObject({
      documents: plans.length,
      tables: sum(({ tables }) => tables.length),
      cells: sum(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).length),
      indicators: sum(({ indicators }) => indicators.length),
      series: sum(({ indicators }) => indicators.flatMap(({ series }) => series).length),
      references: sum(({ legalReferences }) => legalReferences.length),
      mentions: sum(({ legalReferences }) => legalReferences.flatMap(({ mentions }) => mentions).length),
      dates: sum(({ dates }) => dates.length),
      phases: sum(({ phases }) => phases.length),
      deadlines: sum(({ deadlines }) => deadlines.length),
      assignments: sum(({ assignments }) => assignments.flatMap(({ tasks }) => tasks).length),
      messages: sum(({ messages }) => messages.length),
    })
    expect(counts.sections).toBeGreaterThan(sum(({ sections }) => sections.length))
  })

  it.each(TABLES.map(({ name }) => name))('%s has unique keys, and keys of others that are there', (name) => {
    const { key, foreignKeys } = tableNamed(name)
    const rows = rowsOf(name, plans)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter((row) => key.some((column) => row[column] === null))).toEqual([])
    expect(new Set(rows.map((row) => keyIn(row, key))).size).toBe(rows.length)
    for (const { columns, table, to, isOptional } of foreignKeys) {
      const known = new Set(rowsOf(table, plans).map((row) => keyIn(row, to)))
      const leading = rows.filter((row) => !isOptional || row[columns.at(-1)!] !== null)
      expect(leading.filter((row) => !known.has(keyIn(row, columns)))).toEqual([])
    }
  })

  it.each(TABLES.map(({ name }) => name))('%s has columns of one type, told in two languages', (name) => {
    const { columns } = tableNamed(name)
    const rows = rowsOf(name, plans)
    expect(new Set(columns.map((column) => column.name.toLowerCase())).size).toBe(columns.length)
    for (const column of columns) {
      expect([column.title.vi, column.title.en, column.about.vi, column.about.en].every((words) => words.length > 1)).toBe(true)
      const values = rows.map((row) => row[column.name]!).filter((value) => value !== null)
      if (column.type === 'day') expect(values.filter((value) => !/^\d{4}-\d{2}-\d{2}$/.test(String(value)))).toEqual([])
      else if (column.type === 'integer') expect(values.every(Number.isInteger)).toBe(true)
      else expect(values.filter((value) => typeof value !== column.type)).toEqual([])
      if (column.values) expect(values.filter((value) => !column.values!.includes(String(value)))).toEqual([])
      if (column.unitColumn) expect(columns.map((other) => other.name)).toContain(column.unitColumn)
    }
  })

  it('lead back to the words', () => {
    const byId = new Map(plans.map((plan) => [plan.id, plan]))
    for (const row of rowsOf('indicators', plans))
      expect(byId.get(String(row.planId))!.text.slice(Number(row.spanStart), Number(row.spanEnd))).toBe(row.raw)
  })
})

it('days of a date stand beside it, where the year is known', () => {
  const plan = planOf('Báo cáo trước ngày 15/6/2024.', 'Thực hiện trong tháng 02/2024.', 'Kỷ niệm ngày 27/02.')
  const rows = rowsOf('dates', [plan]).map(({ edtf, firstDay, lastDay, year }) => [edtf, firstDay, lastDay, year])
  expect(rows).toContainEqual(['2024-06-15', '2024-06-15', '2024-06-15', 2024])
  expect(rows).toContainEqual(['2024-02', '2024-02-01', '2024-02-29', 2024])
})

it('a cell beside a merged one stands in its own column', () => {
  const plan = structuredClone(
    planOf([
      ['TT', 'Nội dung'],
      ['1', 'A'],
      ['2', 'B'],
    ]),
  )
  const [head, first, second] = plan.tables[0]!.rows
  head!.cells[0]!.rowSpan = 2
  first!.cells.shift()
  second!.cells[0]!.colSpan = 1e9
  expect(rowsOf('cells', [plan]).map(({ tableRow, tableColumn, text }) => [tableRow, tableColumn, text])).toEqual([
    [0, 0, 'TT'],
    [0, 1, 'Nội dung'],
    [1, 1, 'A'],
    [2, 0, '2'],
    [2, 16384, 'B'],
  ])
})
