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

// Small enough that what is held of wide tables and of long words stays small.
const ROW_GROUP = 16_384
const ROW_GROUP_BYTES = 4_000_000
// For the rare table whose words are so long that two thousand rows of it do not fit.
const ENOUGH = '2GB'

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
      const form = `FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE ${ROW_GROUP}, ROW_GROUP_SIZE_BYTES ${ROW_GROUP_BYTES}`
      const copy = () => store.connection.run(`COPY ${named(name)} TO ${to} (${form})`)
      await copy().catch(async () => {
        await store.connection.run(`SET memory_limit = '${ENOUGH}'`)
        await copy()
      })
    }
  } finally {
    await store.close()
    for (const ending of ['', '.wal']) await rm(`${file}${ending}`, { force: true })
  }
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptorOf('parquet', language, version), null, 2)}\n`)
}
