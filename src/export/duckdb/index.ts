// Plans become a DuckDB database of one file, or a folder of Parquet files, a table each.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Plan } from '../../model/plan.ts'
import type { ExportOptions, FileFormat, FolderFormat } from '../format.ts'
import { descriptorOf } from '../tables/descriptor.ts'
import { TABLES } from '../tables/index.ts'
import { named, openStore, quoted } from './store.ts'
import { makeViews } from './views.ts'

export const duckdb: FileFormat = { shape: 'file', ending: 'duckdb', write: writeDatabase }

export const parquet: FolderFormat = { shape: 'folder', ending: 'parquet', write: writeParquet }

// Small enough that what is held of wide tables stays small.
const ROW_GROUP = 16_384

async function writeDatabase(plans: AsyncIterable<Plan>, target: string, { language }: ExportOptions): Promise<void> {
  const store = await openStore(target, dirname(resolve(target)))
  try {
    await store.fill(plans)
    await makeViews(store.connection, language)
    await store.connection.run('CHECKPOINT')
  } finally {
    await store.close()
  }
}

async function writeParquet(plans: AsyncIterable<Plan>, folder: string, { language }: ExportOptions): Promise<void> {
  await mkdir(folder)
  const file = join(folder, '.tables.duckdb')
  const store = await openStore(file, resolve(folder))
  let version: string | null = null
  try {
    await store.fill(
      (async function* () {
        for await (const plan of plans) {
          version ??= plan.source.producedBy.kehoach
          yield plan
        }
      })(),
    )
    for (const { name } of TABLES) {
      const to = quoted(resolve(folder, `${name}.parquet`))
      await store.connection.run(`COPY ${named(name)} TO ${to} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${ROW_GROUP})`)
    }
  } finally {
    await store.close()
    for (const ending of ['', '.wal']) await rm(`${file}${ending}`, { force: true })
  }
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptorOf('parquet', language, version), null, 2)}\n`)
}
