// Plans become a folder of CSV files, a table each, that describes itself as a Frictionless Data Package.
import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../model/plan.ts'
import { csvField } from '../render/escape.ts'
import type { ExportOptions, FolderFormat } from './format.ts'
import { descriptorOf } from './tables/descriptor.ts'
import { TABLES } from './tables/index.ts'

const MARK = '\uFEFF'
// So much is held of each table before it goes to its file.
const PIECE = 1 << 16

export const csv: FolderFormat = { shape: 'folder', ending: 'csv', write }

async function write(plans: AsyncIterable<Plan>, folder: string, { language, bom }: ExportOptions): Promise<void> {
  await mkdir(folder)
  const writers: Writer[] = []
  let version: string | null = null
  try {
    for (const { name, columns } of TABLES) {
      const writer = await openWriter(join(folder, `${name}.csv`))
      writers.push(writer)
      await writer.write(`${bom ? MARK : ''}${columns.map((column) => csvField(column.name)).join(',')}\r\n`)
    }
    for await (const plan of plans) {
      version ??= plan.source.producedBy.kehoach
      for (const [at, table] of TABLES.entries())
        for (const row of table.rows(plan)) await writers[at]!.write(`${row.map(csvField).join(',')}\r\n`)
    }
    for (const writer of writers) await writer.flush()
  } finally {
    await Promise.all(writers.map((writer) => writer.close()))
  }
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptorOf('csv', language, version), null, 2)}\n`)
}

type Writer = { write: (words: string) => Promise<void> | void; flush: () => Promise<void>; close: () => Promise<void> }

async function openWriter(file: string): Promise<Writer> {
  const handle: FileHandle = await open(file, 'w')
  let held: string[] = []
  let length = 0
  const flush = async () => {
    const words = held.join('')
    held = []
    length = 0
    if (words !== '') await handle.writeFile(words)
  }
  return {
    write(words) {
      held.push(words)
      length += words.length
      return length < PIECE ? undefined : flush()
    },
    flush,
    close: () => handle.close(),
  }
}
