// Plans become files of other tools: which formats there are, and how one is written.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PlanEntry } from '../archive/index.ts'
import type { Plan } from '../model/plan.ts'
import type { ExportOptions, Format } from './format.ts'

export { type ExportOptions, type Format, MissingPackageError, TooLargeError } from './format.ts'

/** Loaded when they are asked for: some bring a package that takes longer to load than the rest of the program. */
const FORMATS = {
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html/index.ts')).html,
  akn: async () => (await import('./akn/index.ts')).akn,
  ics: async () => (await import('./ics.ts')).ics,
  chunks: async () => (await import('./chunks.ts')).chunks,
  csv: async () => (await import('./csv.ts')).csv,
  xlsx: async () => (await import('./xlsx/index.ts')).xlsx,
  parquet: async () => (await import('./duckdb/index.ts')).parquet,
  duckdb: async () => (await import('./duckdb/index.ts')).duckdb,
} satisfies Record<string, () => Promise<Format>>

export type FormatName = keyof typeof FORMATS

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[]

export function openFormat(name: FormatName): Promise<Format> {
  return FORMATS[name]()
}

/** What is exported: an archive, or what else gives plans with the names of their files, in one order. */
export type Source = { entries: readonly PlanEntry[]; plans: () => AsyncIterable<Plan> }

/** The target is there and no export wrote it. */
export class TargetInUseError extends Error {
  constructor(target: string) {
    super(`${target} is there already and was not written by an export`)
    this.name = 'TargetInUseError'
  }
}

// In each folder that an export writes: the next one may replace it.
const MARK = '.kehoach-export'

/**
 * Writes the plans to `target`, which is replaced when all of the new one is there. Gives the number of plans.
 * Throws TargetInUseError for a folder that is not empty and that no export wrote.
 */
export async function exportPlans(source: Source, format: Format, target: string, options: ExportOptions): Promise<number> {
  await refuseForeign(target, format)
  const counted = countedPlans(source.plans())
  const half = `${target}.tmp`
  await rm(half, { recursive: true, force: true })
  await mkdir(dirname(target), { recursive: true })
  try {
    await writeAll(source, counted.plans, format, half, options)
    await rm(target, { recursive: true, force: true })
    await rename(half, target)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
  return counted.count()
}

async function writeAll({ entries }: Source, plans: AsyncIterable<Plan>, format: Format, target: string, options: ExportOptions) {
  if (format.shape === 'text') return pipeline(Readable.from(format.write(plans, options)), createWriteStream(target))
  if (format.shape === 'file') return format.write(plans, target, options)
  if (format.shape === 'folder') await format.write(plans, target, options)
  else {
    await mkdir(target)
    let at = 0
    for await (const plan of plans) {
      const name = entries[at++]!.name.replace(/json$/, format.ending)
      await writeFile(join(target, name), format.write(plan, options))
    }
  }
  await writeFile(join(target, MARK), '')
}

async function refuseForeign(target: string, { shape }: Format): Promise<void> {
  const isFolder = shape === 'files' || shape === 'folder'
  const there = await stat(target).catch(() => null)
  if (!there || (there.isFile() && !isFolder)) return
  const names = there.isDirectory() ? await readdir(target) : []
  if (!(there.isDirectory() && (names.length === 0 || (isFolder && names.includes(MARK))))) throw new TargetInUseError(target)
}

function countedPlans(plans: AsyncIterable<Plan>) {
  let count = 0
  async function* through() {
    for await (const plan of plans) {
      count++
      yield plan
    }
  }
  return { plans: through(), count: () => count }
}
