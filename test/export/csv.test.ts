// The CSV package is valid by its own descriptor, read by a parser that is none of ours.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportOptions } from '../../src/export/index.ts'
import type { Plan } from '../../src/model/plan.ts'
import { exportTo, samplePlans } from './support.ts'
import { HOSTILE_NAMES, hostilePlan } from './tables/hostile.ts'

type Field = { name: string; type: string; description: string; constraints?: { enum?: string[]; required?: boolean } }
type Key = { fields: string[]; reference: { resource: string; fields: string[] } }
type Resource = {
  name: string
  path: string
  schema: { fields: Field[]; primaryKey: string[]; foreignKeys?: Key[]; optionalForeignKeys?: Key[] }
}
type Package = { resources: Resource[]; title: string }

const folder = mkdtempSync(join(tmpdir(), 'kehoach-csv-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const exported = (name: string, plans: readonly Plan[], options: Partial<ExportOptions> = {}) =>
  exportTo(folder, name, 'csv', plans, options)

const packageIn = (at: string) => JSON.parse(readFileSync(join(at, 'datapackage.json'), 'utf8')) as Package
const rowsIn = (at: string, { path }: Resource) =>
  parse(readFileSync(join(at, path)), { columns: true, bom: true, record_delimiter: '\r\n' }) as Record<string, string>[]

const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

/** All that a package says of itself and does not hold. */
function complaintsOf(at: string): string[] {
  const { resources } = packageIn(at)
  const rows = new Map(resources.map((resource) => [resource.name, rowsIn(at, resource)]))
  const keyIn = (row: Record<string, string>, fields: string[]) => JSON.stringify(fields.map((field) => row[field]))
  return resources.flatMap(({ name, schema }) => {
    const own = rows.get(name)!
    const values = schema.fields.flatMap(({ name: field, type, constraints }) =>
      own.flatMap((row) => {
        const value = row[field]
        if (value === undefined) return [`${name}.${field} is not there`]
        if (value === '') return constraints?.required ? [`${name}.${field} is empty`] : []
        const fits = FORMS[type]!.test(value) && (constraints?.enum?.includes(value) ?? true)
        return fits ? [] : [`${name}.${field} is “${value}”`]
      }),
    )
    const keys = new Set(own.map((row) => keyIn(row, schema.primaryKey)))
    const leads = ([list, isOptional]: [Key[] | undefined, boolean]) =>
      (list ?? []).flatMap(({ fields, reference }) => {
        const known = new Set(rows.get(reference.resource || name)!.map((row) => keyIn(row, reference.fields)))
        return own
          .filter((row) => !(isOptional && row[fields.at(-1)!] === '') && !known.has(keyIn(row, fields)))
          .map((row) => `${name} leads to ${keyIn(row, fields)}`)
      })
    return [
      ...values,
      ...(keys.size === own.length ? [] : [`${name} has a key twice`]),
      ...(
        [
          [schema.foreignKeys, false],
          [schema.optionalForeignKeys, true],
        ] as [Key[] | undefined, boolean][]
      ).flatMap(leads),
    ]
  })
}

describe('the CSV package of the sample plans', () => {
  let at: string
  beforeAll(async () => {
    at = await exported('samples', await samplePlans('.md'))
  })

  it('holds what its descriptor says, and nothing else', () => {
    const { resources } = packageIn(at)
    expect(complaintsOf(at)).toEqual([])
    expect(readdirSync(at).sort()).toEqual(['.kehoach-export', 'datapackage.json', ...resources.map(({ path }) => path)].sort())
    for (const resource of resources) {
      const [head] = readFileSync(join(at, resource.path), 'utf8').split('\r\n')
      expect(head).toBe(resource.schema.fields.map(({ name }) => name).join(','))
      expect(rowsIn(at, resource).length, resource.name).toBeGreaterThan(0)
    }
  })

  it('says the numbers and the diacritics of the plans', () => {
    const indicators = rowsIn(at, packageIn(at).resources.find(({ name }) => name === 'indicators')!)
    expect(indicators.find(({ code, planYear }) => code === 'doctors-per-10k' && planYear === '2023')).toMatchObject({
      province: 'An Giang',
      name: 'Số bác sĩ/10.000 dân',
      comparator: '=',
      value: '9.5',
      unitCode: '/10*4',
      raw: '9,5',
      sourcePath: 'mau-an-giang-2023-ke-hoach.md',
    })
  })
})

describe('the CSV package of a hostile plan', () => {
  it('holds the words, none of them a formula', async () => {
    const at = await exported('hostile', [hostilePlan()])
    expect(complaintsOf(at)).toEqual([])
    const { resources } = packageIn(at)
    const indicators = rowsIn(at, resources.find(({ name }) => name === 'indicators')!)
    expect(indicators.map(({ name }) => name)).toEqual([
      `'=cmd|" /C calc"!A0`,
      `'＝1+1`,
      `'+1+cmd`,
      `'@SUM(A1:A9)`,
      `'-2+3`,
      `'\t=1+1`,
      '<script>alert("x")</script>',
      `'); DROP TABLE indicators; --`,
      'a,"b"\r\nc;d',
      'nul bell escape[31m',
      'lone \uFFFD surrogate \uFFFD',
      '_x000D_ and &amp; ]]>',
      'đảo chiều',
      '\uFFFE\uFFFF',
      HOSTILE_NAMES.at(-1),
    ])
    const cells = resources.flatMap((resource) => rowsIn(at, resource).flatMap((row) => Object.values(row)))
    expect(cells.filter((words) => /^\s*[=+@＝＋－＠]\s*\S/u.test(words))).toEqual([])
  })

  it('is the same bytes again', async () => {
    const [a, b] = [await exported('a', [hostilePlan()]), await exported('b', [hostilePlan()])]
    for (const name of readdirSync(a)) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true)
  })
})

it('the byte order mark and the language are as asked for', async () => {
  const at = await exported('marked', [hostilePlan()], { bom: true, language: 'en' })
  expect([...readFileSync(join(at, 'documents.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(packageIn(at).title).toBe('Health plans')
  expect(packageIn(at).resources[0]!.schema.fields[0]!.description).toMatch(/^First 12 hexadecimal digits/)
  expect(complaintsOf(at)).toEqual([])
  expect([...readFileSync(join(await exported('unmarked', [hostilePlan()]), 'documents.csv')).subarray(0, 3)]).toEqual([
    ...Buffer.from('pla'),
  ])
})
