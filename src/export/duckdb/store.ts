// The tables become those of a DuckDB database, filled plan by plan.
import { mkdir, rm } from 'node:fs/promises'
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api'
import type { Plan } from '../../model/plan.ts'
import { MissingPackageError } from '../format.ts'
import { type AnyTable, type ColumnType, TABLES, type Value } from '../tables/index.ts'

const PACKAGE = '@duckdb/node-api'

export type Store = {
  connection: DuckDBConnection
  fill: (plans: AsyncIterable<Plan>) => Promise<void>
  close: () => Promise<void>
}

// What DuckDB may hold: each of its columns being written takes a block, and some 250 are at once.
const MEMORY = '40MB'
const BLOCK = '16384'
const ROWS_HELD = 2_048
const CHARACTERS_HELD = 1 << 20
const DAY_MS = 86_400_000

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  day: 'DATE',
}

/**
 * Opens a new database. Nothing but files in `folder` can be read or written, and no extension is fetched or loaded.
 * Throws MissingPackageError where DuckDB is not installed.
 */
export async function openStore(file: string, folder: string): Promise<Store> {
  const { DuckDBInstance, DuckDBDateValue } = await import('@duckdb/node-api').catch((cause: unknown) => {
    throw new MissingPackageError(PACKAGE, cause)
  })
  const spill = `${file}.spill`
  // What a broken run left would be taken for a part of the new database.
  const clear = () => Promise.all([spill, `${file}.wal`].map((path) => rm(path, { recursive: true, force: true })))
  await clear()
  await mkdir(spill, { recursive: true })
  const instance = await DuckDBInstance.create(file, {
    memory_limit: MEMORY,
    threads: '1',
    temp_directory: spill,
    // One thread keeps the order; what is told to keep it holds more.
    preserve_insertion_order: 'false',
    default_block_size: BLOCK,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  })
  const connection = await instance.connect()
  await connection.run(`SET allowed_directories = [${quoted(folder)}]`)
  await connection.run('SET enable_external_access = false')
  const append = (appender: DuckDBAppender, type: ColumnType, value: Value) => {
    if (value === null) appender.appendNull()
    else if (type === 'string') appender.appendVarchar(String(value))
    else if (type === 'integer') appender.appendInteger(Number(value))
    else if (type === 'number') appender.appendDouble(Number(value))
    else if (type === 'boolean') appender.appendBoolean(value === true)
    else appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / DAY_MS))
  }
  return {
    connection,
    async fill(plans) {
      const appenders: DuckDBAppender[] = []
      for (const table of TABLES) {
        await connection.run(createTable(table))
        appenders.push(await connection.createAppender(table.name))
      }
      const held = TABLES.map(() => ({ rows: 0, characters: 0 }))
      for await (const plan of plans) {
        for (const [at, { columns, rows }] of TABLES.entries()) {
          const appender = appenders[at]!
          const own = held[at]!
          for (const row of rows(plan)) {
            for (let i = 0; i < columns.length; i++) {
              const value = row[i]!
              append(appender, columns[i]!.type, value)
              if (typeof value === 'string') own.characters += value.length
            }
            appender.endRow()
            own.rows++
            if (own.rows < ROWS_HELD && own.characters < CHARACTERS_HELD) continue
            appender.flushSync()
            own.rows = 0
            own.characters = 0
          }
        }
      }
      for (const appender of appenders) appender.closeSync()
    },
    async close() {
      connection.closeSync()
      instance.closeSync()
      await clear()
    },
  }
}

function createTable({ name, columns }: AnyTable): string {
  return `CREATE TABLE ${named(name)} (${columns.map((column) => `${named(column.name)} ${TYPES[column.type]}`).join(', ')})`
}

/** A name in SQL. */
export function named(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Words in SQL. */
export function quoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`
}
