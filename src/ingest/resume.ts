// What a run made of bytes is kept by their hash, with all else that it depends on: the next run takes it over.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plan } from '../model/plan.ts'
import { VERSION } from '../version.ts'
import type { PlanDigest } from './digest.ts'
import type { JobOptions } from './job.ts'
import type { ManifestLine } from './manifest.ts'
import { compareText } from './order.ts'
import { type Outcome, type Verdict, type WrittenPlan, writtenPlan } from './outcome.ts'
import { replaceFile } from './store.ts'

export type RecordEntry = {
  /** Of the file's bytes. */
  sha256: string
  /** Of the program and the options. */
  made: string
  path: string
  verdict: Verdict
  plan: { id: string; name: string; sha256: string; digest: PlanDigest } | null
  engine: string | null
}

/** What stands for the file already; of one that moved, what shall be written in its place. */
export type Kept = { moved: Outcome | null; verdict: Verdict; plan: Pick<WrittenPlan, 'name' | 'digest'> | null }

export type RunRecord = {
  /** What is kept of these bytes, if it still holds; a plan of a file that moved gets its new path. */
  find: (sha256: string, path: string) => Promise<Kept | null>
  add: (sha256: string, path: string, outcome: Outcome) => Promise<void>
  /** Orders the entries; where the lines of the run are given, drops those of files that are gone. */
  close: (lines: readonly ManifestLine[] | null) => Promise<void>
}

const NAME = 'cache/record.jsonl'

export const hasRecord = (out: string): boolean => existsSync(join(out, NAME))

export async function openRecord(
  out: string,
  options: JobOptions,
  isForced: boolean,
  engine: () => Promise<string>,
): Promise<RunRecord> {
  const path = join(out, NAME)
  const made = fingerprint(options)
  const entries = new Map((await entriesIn(path, made)).map((entry) => [entry.sha256, entry]))
  const met = new Set<string>()
  const holds = async (entry: RecordEntry) => entry.engine === null || entry.engine === (await engine())
  return {
    async find(sha256, own) {
      met.add(sha256)
      const entry = isForced ? undefined : entries.get(sha256)
      if (!entry || !(await holds(entry))) return null
      const { verdict, plan, engine } = entry
      const bytes = plan && (await readFile(join(out, 'plans', plan.name)).catch(() => null))
      if (plan && (bytes === null || hashOf(bytes) !== plan.sha256)) return null
      const moved = entry.path === own ? null : { verdict, engine, plan: bytes && movedPlan(bytes, own) }
      return { moved, verdict, plan }
    },
    async add(sha256, own, { verdict, plan, engine: asked, isTroubled }) {
      met.add(sha256)
      // What a full or slow machine did to a file is tried again; what it gave before holds.
      if (verdict.status === 'failed' || isTroubled) return
      const entry: RecordEntry = {
        sha256,
        made,
        path: own,
        verdict,
        plan: plan && { id: plan.id, name: plan.name, sha256: plan.sha256, digest: plan.digest },
        engine: asked,
      }
      entries.set(sha256, entry)
      await mkdir(dirname(path), { recursive: true })
      // Behind a line that was cut, a new one begins.
      await appendFile(path, `\n${JSON.stringify(entry)}\n`)
    },
    async close(lines) {
      const failed = lines && failedIn(lines)
      const kept = [...entries.values()].filter(({ sha256, path }) => !failed || met.has(sha256) || failed.has(path))
      await mkdir(dirname(path), { recursive: true })
      await replaceFile(
        path,
        kept
          .sort((a, b) => compareText(a.sha256, b.sha256))
          .map((entry) => `${JSON.stringify(entry)}\n`)
          .join(''),
      )
    },
  }
}

const failedIn = (lines: readonly ManifestLine[]) =>
  new Set(lines.filter(({ status }) => status === 'failed').map(({ path }) => path))

/** Plans of an earlier run, `plans/…`, of files that are still there and failed in this one. */
export async function plansOfFailed(out: string, lines: readonly ManifestLine[]): Promise<string[]> {
  const failed = failedIn(lines)
  if (failed.size === 0) return []
  return (await entriesIn(join(out, NAME), null)).flatMap(({ path, plan }) =>
    plan && failed.has(path) ? `plans/${plan.name}` : [],
  )
}

/** A line that was cut when the run was, or that another program or other options wrote, is none. `made`: null for those of all. */
async function entriesIn(path: string, made: string | null): Promise<RecordEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      const entry: unknown = JSON.parse(line)
      return isEntry(entry) && (made === null || entry.made === made) ? [entry] : []
    } catch {
      return []
    }
  })
}

/** A person, or another program, may have written there. */
function isEntry(value: unknown): value is RecordEntry {
  const { sha256, path, verdict, plan, engine } = (value ?? {}) as Partial<RecordEntry>
  const areWords = (...words: unknown[]) => words.every((each) => typeof each === 'string')
  return (
    areWords(sha256, path, verdict?.status) &&
    (engine === null || areWords(engine)) &&
    (plan === null || (areWords(plan?.id, plan?.name, plan?.sha256) && typeof plan?.digest === 'object'))
  )
}

function movedPlan(bytes: Buffer, path: string): WrittenPlan {
  const plan = JSON.parse(bytes.toString('utf8')) as Plan
  return writtenPlan({ ...plan, source: { ...plan.source, path } })
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

let program: string | null = null

function fingerprint({ ocr = 'auto', engine = 'auto', lexicon, catalog, limits }: JobOptions): string {
  program ??= hashOfProgram()
  const parts = [VERSION, process.version, program, ocr, engine, lexicon ?? null, catalog ?? null, limits.pages ?? null]
  return hashOf(JSON.stringify(parts)).slice(0, 16)
}

/** The version alone does not tell two builds of one version apart. Hundreds of small files: read at once, they take a tenth of the time. */
function hashOfProgram(): string {
  const root = join(import.meta.dirname, '..')
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.(?:js|ts|json)$/.test(name))
    .sort(compareText)
  const hash = createHash('sha256')
  for (const name of [...names, '../package.json']) hash.update(name).update(readFileSync(join(root, name)))
  return hash.digest('hex')
}
