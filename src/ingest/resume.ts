// What a run made of bytes is kept by their hash, with all else that it depends on: the next run takes it over.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Plan } from '../model/plan.ts'
import { VERSION } from '../version.ts'
import type { PlanDigest } from './digest.ts'
import type { JobOptions } from './job.ts'
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
  /** Orders the entries; drops those of files that this run did not meet where it is told to. */
  close: (onlyMet: boolean) => Promise<void>
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
    async add(sha256, own, { verdict, plan, engine: asked }) {
      met.add(sha256)
      // What a full or slow machine did to a file is tried again.
      if (verdict.status === 'failed') return void entries.delete(sha256)
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
    async close(onlyMet) {
      const kept = [...entries.values()].filter(({ sha256 }) => !onlyMet || met.has(sha256))
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

/** A line that was cut when the run was, or that another program or other options wrote, is none. */
async function entriesIn(path: string, made: string): Promise<RecordEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line) as RecordEntry
      return entry.made === made ? [entry] : []
    } catch {
      return []
    }
  })
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
