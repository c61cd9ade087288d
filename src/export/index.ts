// Plans become files of other tools: which formats there are, and how one is written.
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PlanEntry } from '../archive/index.ts'
import { type Plan, planModel } from '../model/plan.ts'
import type { ExportOptions, Format, TextFormat } from './format.ts'
import { replaceTarget } from './target.ts'

export { type ExportOptions, type Format, MissingPackageError, TooLargeError } from './format.ts'
export { TargetInUseError } from './target.ts'

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

/** Throws RangeError for a name that is none of FORMAT_NAMES. */
export async function openFormat(name: FormatName): Promise<Format> {
  if (!Object.hasOwn(FORMATS, name)) throw new RangeError(`no format “${name}”: ${FORMAT_NAMES.join(', ')}`)
  return FORMATS[name]()
}

/** What is exported: an archive, or what else gives plans with the names of their files, in one order. */
export type Source = { entries: readonly PlanEntry[]; plans: () => AsyncIterable<Plan> }

/** A plan is not what the model says: another version of the program wrote it, or somebody changed its file. */
export class OddPlanError extends Error {
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file} is no plan of this version of kehoach`, { cause })
    this.name = 'OddPlanError'
    this.file = file
  }
}

const DEFAULTS: ExportOptions = { language: 'vi', bom: false }

/**
 * Writes the plans to `target`, which is replaced when all of the new one is there. Gives the number of plans.
 * Throws TargetInUseError for a folder that is not empty and that no export wrote, OddPlanError for a plan that the format cannot take.
 */
export async function exportPlans(
  source: Source,
  format: Format,
  target: string,
  options: ExportOptions = DEFAULTS,
): Promise<number> {
  const watched = watch(source, options.signal)
  const isFolder = format.shape === 'files' || format.shape === 'folder'
  await replaceTarget(target, isFolder, (half) => watched.told(writeAll(source, watched.plans, format, half, options)))
  return watched.count()
}

/** The same as pieces of text. */
export async function* exportText(source: Source, format: TextFormat, options: ExportOptions): AsyncGenerator<string> {
  const watched = watch(source, options.signal)
  const parts = format.write(watched.plans, options)[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await watched.told(parts.next())
    if (done) return
    yield value
  }
}

async function writeAll({ entries }: Source, plans: AsyncIterable<Plan>, format: Format, target: string, options: ExportOptions) {
  if (format.shape === 'text') return pipeline(Readable.from(format.write(plans, options)), createWriteStream(target))
  if (format.shape !== 'files') return format.write(plans, target, options)
  await mkdir(target)
  let at = 0
  for await (const plan of plans) {
    const name = basename(entries[at++]!.name).replace(/json$/, format.ending)
    await writeFile(join(target, name), format.write(plan, options))
  }
}

/** The plans as they go by. Each is checked only where a format could not write it: that takes as long as to read it. */
function watch({ entries, plans }: Source, signal: AbortSignal | undefined) {
  let count = 0
  let last: Plan | null = null
  async function* through() {
    for await (const plan of plans()) {
      signal?.throwIfAborted()
      count++
      last = plan
      yield plan
    }
    last = null
  }
  return {
    plans: through(),
    count: () => count,
    async told<T>(work: Promise<T>): Promise<T> {
      try {
        return await work
      } catch (error) {
        const isOfOurs = error instanceof TypeError || error instanceof RangeError
        if (!isOfOurs || last === null || planModel.safeParse(last).success) throw error
        throw new OddPlanError(entries[count - 1]!.name, error)
      }
    },
  }
}
