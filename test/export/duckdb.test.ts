// The database answers questions in DuckDB; the Parquet files are read by a reader that is none of DuckDB's.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type Json } from '@duckdb/node-api'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/export/duckdb/store.ts'
import { TABLES } from '../../src/export/tables/index.ts'
import type { Plan } from '../../src/model/plan.ts'
import { exportTo, samplePlans } from './support.ts'
import { HELD_NAMES, hostilePlan } from './tables/hostile.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehoach-duckdb-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let plans: Plan[]
beforeAll(async () => {
  plans = await samplePlans('.md')
})

/** Rows of each question. */
async function asked(file: string, ...questions: string[]): Promise<Record<string, Json>[][]> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const answers = []
  for (const question of questions) answers.push((await connection.runAndReadAll(question)).getRowObjectsJson())
  connection.closeSync()
  instance.closeSync()
  return answers
}

const rowCounts = (of: readonly Plan[]) =>
  Object.fromEntries(TABLES.map(({ name, rows }) => [name, of.reduce((sum, plan) => sum + [...rows(plan)].length, 0)]))

describe('the DuckDB database', () => {
  let file: string
  beforeAll(async () => {
    file = await exportTo(folder, 'plans.duckdb', 'duckdb', plans)
  })

  it('holds every row of every table', async () => {
    const names = TABLES.map(({ name }) => name)
    const answers = await asked(file, ...names.map((name) => `SELECT count(*)::INTEGER AS n FROM "${name}"`))
    expect(Object.fromEntries(names.map((name, at) => [name, answers[at]![0]!.n]))).toEqual(rowCounts(plans))
    expect(readdirSync(folder)).toEqual(['plans.duckdb'])
  })

  it('answers questions by its views', async () => {
    const [latest, values, matrix, acts, references] = await asked(
      file,
      `SELECT province, "year", planId FROM latest_plans WHERE province = 'Yên Bái' ORDER BY "year"`,
      `SELECT value, unitCode, raw FROM indicator_values WHERE code = 'doctors-per-10k' AND province = 'An Giang' AND "year" = 2023`,
      `SELECT "An Giang" FROM indicator_matrix WHERE code = 'doctors-per-10k' AND "year" = 2023`,
      'SELECT plans::INTEGER AS plans FROM cited_acts',
      'SELECT count(*)::INTEGER AS n FROM legal_references',
    )
    expect(latest!.map(({ year }) => year)).toEqual([2023, 2024])
    expect(values).toEqual([{ value: 9.5, unitCode: '/10*4', raw: '9,5' }])
    expect(matrix).toEqual([{ 'An Giang': 9.5 }])
    expect(acts!.length).toBe(new Set(plans.flatMap(({ legalReferences }) => legalReferences.map(({ key }) => key))).size)
    expect(references![0]!.n).toBe(rowCounts(plans).references)
  })

  it('has typed columns that need no quotes, and says what they mean', async () => {
    const [reserved, types, untold] = await asked(
      file,
      `SELECT table_name, column_name FROM duckdb_columns() JOIN duckdb_keywords() ON keyword_name = lower(column_name)
        WHERE NOT internal AND keyword_category = 'reserved'`,
      `SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'dates' AND column_name IN ('edtf', 'firstDay', 'year')`,
      `SELECT table_name, column_name FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)
        WHERE NOT duckdb_columns.internal AND (duckdb_columns.comment IS NULL OR duckdb_tables.comment IS NULL)`,
    )
    expect(reserved).toEqual([])
    expect(types).toEqual([
      { column_name: 'edtf', data_type: 'VARCHAR' },
      { column_name: 'firstDay', data_type: 'DATE' },
      { column_name: 'year', data_type: 'INTEGER' },
    ])
    expect(untold).toEqual([])
  })
})

describe('the database being written', () => {
  it('touches no other file and loads no extension', async () => {
    const inside = join(folder, 'inside')
    mkdirSync(inside)
    const store = await openStore(join(inside, 'x.duckdb'), inside)
    const { connection } = store
    await expect(connection.run(`COPY (SELECT 1) TO '${join(folder, 'outside.csv')}'`)).rejects.toThrow(/disabled/)
    await expect(connection.run(`SELECT * FROM read_text('${import.meta.filename}')`)).rejects.toThrow(/disabled/)
    await expect(connection.run('INSTALL httpfs')).rejects.toThrow(/disabled/)
    await expect(connection.run('SET enable_external_access = true')).rejects.toThrow()
    await store.close()
    expect(existsSync(join(folder, 'outside.csv'))).toBe(false)
  })
})

describe('the Parquet files', () => {
  it('hold every row, in types', async () => {
    const at = await exportTo(folder, 'plans.parquet', 'parquet', plans)
    const counts = rowCounts(plans)
    expect(readdirSync(at).sort()).toEqual(
      ['.kehoach-export', 'datapackage.json', ...TABLES.map(({ name }) => `${name}.parquet`)].sort(),
    )
    for (const { name, columns } of TABLES) {
      const file = await asyncBufferFromFile(join(at, `${name}.parquet`))
      const metadata = await parquetMetadataAsync(file)
      expect(parquetSchema(metadata).children.map(({ element }) => element.name)).toEqual(columns.map((column) => column.name))
      expect(Number(metadata.num_rows)).toBe(counts[name])
    }
    const { resources } = JSON.parse(readFileSync(join(at, 'datapackage.json'), 'utf8'))
    expect(resources[0]).toMatchObject({ name: 'documents', path: 'documents.parquet', format: 'parquet' })
  })

  it('say what the plans say', async () => {
    const at = await exportTo(folder, 'again.parquet', 'parquet', plans)
    const read = async (name: string) => parquetReadObjects({ file: await asyncBufferFromFile(join(at, `${name}.parquet`)) })
    const indicators = await read('indicators')
    expect(indicators.find(({ code, planYear }) => code === 'doctors-per-10k' && planYear === 2023)).toMatchObject({
      province: 'An Giang',
      name: 'Số bác sĩ/10.000 dân',
      value: 9.5,
      valueMax: null,
      raw: '9,5',
    })
    expect((await read('documents')).map(({ issuedDay }) => issuedDay)).toContainEqual(new Date('2026-01-09T00:00:00Z'))
    for (const name of readdirSync(at))
      expect(readFileSync(join(at, name)).equals(readFileSync(join(folder, 'plans.parquet', name))), name).toBe(true)
  })
})

it('a hostile plan is words in both', async () => {
  const plan = hostilePlan()
  const file = await exportTo(folder, 'hostile.duckdb', 'duckdb', [plan])
  const [names, matrix] = await asked(
    file,
    'SELECT name, unit, raw FROM indicators ORDER BY spanStart',
    'SELECT * FROM indicator_matrix',
  )
  expect(names).toEqual(HELD_NAMES.map((name) => ({ name, unit: name, raw: name })))
  expect(matrix).toBeDefined()
  const at = await exportTo(folder, 'hostile.parquet', 'parquet', [plan])
  expect((await parquetMetadataAsync(await asyncBufferFromFile(join(at, 'indicators.parquet')))).num_rows).toBe(
    BigInt(HELD_NAMES.length),
  )
})

it('what a broken run left beside the database does no harm', async () => {
  const half = join(folder, '.kehoach-export-0a1b2c-4711-0a1b2c3d.tmp')
  mkdirSync(`${half}.spill`)
  for (const ending of ['', '.wal']) writeFileSync(`${half}${ending}`, 'half')
  // Of another machine: its age alone tells that nobody writes it.
  for (const ending of ['', '.wal', '.spill']) utimesSync(`${half}${ending}`, 0, 0)
  const file = await exportTo(folder, 'broken.duckdb', 'duckdb', plans)
  expect((await asked(file, 'SELECT count(*)::INTEGER AS n FROM documents'))[0]).toEqual([{ n: plans.length }])
  expect(readdirSync(folder).filter((name) => /broken|^\.kehoach/.test(name))).toEqual(['broken.duckdb'])
})

it('where DuckDB is not there, the package is named and nothing is left', async () => {
  vi.doMock('@duckdb/node-api', () => {
    throw new Error('not there')
  })
  await expect(exportTo(folder, 'none.duckdb', 'duckdb', plans)).rejects.toMatchObject({
    name: 'MissingPackageError',
    packageName: '@duckdb/node-api',
  })
  vi.doUnmock('@duckdb/node-api')
  expect(readdirSync(folder).filter((name) => /none|^\.kehoach/.test(name))).toEqual([])
})
