// Files, folders and archives become plans in an out folder: find, hash, parse, write; one line of the manifest for each file.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { CatalogFile } from '../model/catalog.ts'
import type { Plan } from '../model/plan.ts'
import type { EngineChoice, PageProgress, ParseOptions } from '../pipeline.ts'
import { VERSION } from '../version.ts'
import { openUnpacker, type Unpacker } from './archives.ts'
import type { PlanDigest } from './digest.ts'
import { findFiles, type InputFile, listFiles } from './find.ts'
import type { PathFilter } from './globs.ts'
import { readInput } from './input.ts'
import { engineLater, engineTag, type JobOptions } from './job.ts'
import type { Limits } from './limits.ts'
import { lockFolder } from './lock.ts'
import type { ManifestLine } from './manifest.ts'
import { compareText } from './order.ts'
import { type Outcome, outcomeOfError } from './outcome.ts'
import { ENTRY, openOwnProcess, openPool, type Pool } from './pool.ts'
import { hasRecord, type Kept, openRecord, plansOfFailed, type RunRecord } from './resume.ts'
import { openStore, type Store } from './store.ts'

export type { PlanDigest } from './digest.ts'
export { type InputFile, MissingInputError } from './find.ts'
export type { PathFilter } from './globs.ts'
export type { Limits } from './limits.ts'
export { FolderInUseError, type LockOwner } from './lock.ts'
export type { FileStatus, ManifestLine } from './manifest.ts'
export { planFileName, planJson } from './store.ts'

export type IngestOptions = PathFilter & {
  /** The out folder; made where it is missing. */
  out: string
  /** Processes that read files; as many as there are cores where it is not said. 0: this process reads, without limits of time and memory. */
  workers?: number
  limits?: Limits
  /** Larger files are refused. Bytes. */
  maxBytes?: number
  ocr?: 'auto' | 'always' | 'never'
  engine?: EngineChoice
  /** As of parsePlan. */
  lexicon?: ParseOptions['lexicon']
  /** Whether what was read and recognised is kept in the out folder, and taken from there; true where it is not said. */
  cache?: boolean
  /** Reads files again that are kept. */
  force?: boolean
  /** Removes plans of files that are gone. */
  prune?: boolean
  onPage?: (page: IngestedPage) => void
  /** Indicators, units and acts of one's own. */
  catalog?: CatalogFile
  /** The program of the workers, where it is not ours. */
  workerEntry?: string
}

/** A page of an input file, when its turn comes. */
export type IngestedPage = PageProgress & { path: string; index: number; total: number }

/** How a file stands to what is kept of earlier runs. */
export type FileChange = 'new' | 'same' | 'moved'

/** One input file, when it is through: its line of the manifest, and its plan where it gave one. */
export type IngestedFile = {
  line: ManifestLine
  /** Read from the out folder when it is asked for; null of a duplicate. */
  readonly plan: Plan | null
  digest: PlanDigest | null
  change: FileChange
  index: number
  total: number
}

type Through = { line: ManifestLine; digest: PlanDigest | null; change: FileChange }

/** What all files of a run share. */
type Run = {
  store: Store
  record: RunRecord | null
  pool: Pool
  unpack: Unpacker
  maxBytes: number
  /** What is becoming of the bytes of a hash: of the first file that has them. */
  known: Map<string, Promise<Through>>
  total: number
  onPage: IngestOptions['onPage']
  /** Nobody waits for it any more: nothing is begun or written. */
  isOver: boolean
}

const MAX_BYTES = 256 * 1024 * 1024

/**
 * Ingests all files and yields them in the order of their paths. The manifest is written behind the last one.
 * A file that cannot be read never ends the run. Throws MissingInputError before anything is done, FolderInUseError where another run has the out folder.
 */
export async function* ingest(inputs: readonly string[], options: IngestOptions): AsyncGenerator<IngestedFile, void> {
  const { out, maxBytes = MAX_BYTES } = options
  const files = await findFiles(inputs, out, maxBytes, options)
  await mkdir(out, { recursive: true })
  const unlock = await lockFolder(out)
  const pool = poolFor(options, files.length)
  try {
    // Where nothing is kept, there is something to read: the worker starts beside what comes before.
    if (options.force || !hasRecord(out)) pool.warm()
    const store = await openStore(out)
    const record = options.cache === false ? null : await recordFor(options)
    const run: Run = {
      store,
      record,
      pool,
      unpack: openUnpacker(maxBytes),
      maxBytes,
      known: new Map(),
      total: files.length,
      onPage: options.onPage,
      isOver: false,
    }
    await store.log({ event: 'start', kehoach: VERSION, node: process.version, files: files.length, workers: pool.size })
    const lines: ManifestLine[] = []
    for await (const [index, through] of inOrder(files, run)) {
      lines.push(through.line)
      yield fileOf(through, out, index, files.length)
    }
    const pruned = options.prune ? await store.prune(lines, await plansOfFailed(out, lines)) : 0
    await record?.close(options.prune ? lines : null)
    await store.saveManifest(lines)
    await store.log({ event: 'end', files: lines.length, ...(options.prune && { pruned }) })
  } finally {
    await pool.close()
    await unlock()
  }
}

/** What a run would do with a file. */
export type FilePrediction = { path: string; prediction: FileChange | 'duplicate' | 'unreadable' }

/** Says what a run would read and what it would take over, and writes nothing. */
export async function* predictIngest(inputs: readonly string[], options: IngestOptions): AsyncGenerator<FilePrediction> {
  const { out, maxBytes = MAX_BYTES } = options
  const unpack = openUnpacker(maxBytes)
  const record = options.cache === false ? null : await recordFor(options)
  const known = new Set<string>()
  for (const input of await findFiles(inputs, out, maxBytes, options)) {
    const { path } = input
    const bytes = await readInput(input, unpack, maxBytes).catch(() => null)
    const sha256 = bytes && createHash('sha256').update(bytes).digest('hex')
    if (sha256 === null) yield { path, prediction: 'unreadable' }
    else if (known.has(sha256)) yield { path, prediction: 'duplicate' }
    else {
      const kept = await record?.find(sha256, path)
      yield { path, prediction: kept ? (kept.moved ? 'moved' : 'same') : 'new' }
      known.add(sha256)
    }
  }
}

/** Changes when a file of the inputs comes, goes or is written. */
export async function stateOfInputs(inputs: readonly string[], { out }: IngestOptions): Promise<string> {
  const { files } = await listFiles(inputs, out)
  const states = [...files].sort(compareText).map(async (file) => {
    const stats = await stat(file).catch(() => null)
    return [file, stats?.size, stats?.mtimeMs]
  })
  return JSON.stringify(await Promise.all(states))
}

function poolFor(options: IngestOptions, files: number): Pool {
  const entry = options.workerEntry ?? ENTRY
  const size = Math.min(options.workers ?? availableParallelism(), Math.max(1, files))
  const job = jobOptions(options, Math.max(1, size))
  return size > 0 && entry ? openPool(size, entry, job) : openOwnProcess(job)
}

function jobOptions({ out, ocr, engine, lexicon, catalog, cache, limits = {} }: IngestOptions, readers = 1): JobOptions {
  return {
    readers,
    limits,
    lexicon,
    cacheIn: cache === false ? null : out,
    ...(ocr && { ocr }),
    ...(engine && { engine }),
    ...(catalog && { catalog }),
  }
}

/** The engine is asked who it is when the first file depends on it. */
function recordFor(options: IngestOptions): Promise<RunRecord> {
  let tag: Promise<string> | null = null
  const engine = () => {
    const lazy = engineLater(options.engine)
    tag ??= engineTag(lazy).finally(lazy.close)
    return tag
  }
  return openRecord(options.out, jobOptions(options), options.force === true, engine)
}

/** Bytes are fetched and read side by side; what becomes of them is said in the order of the paths. */
async function* inOrder(files: readonly InputFile[], run: Run): AsyncGenerator<[number, Through]> {
  const begun: Promise<Through>[] = []
  let turn: Promise<unknown> = Promise.resolve()
  try {
    for (let index = 0; index < files.length; index++) {
      while (begun.length < Math.min(files.length, index + 1 + run.pool.ahead)) {
        const at = begun.length
        const fetched = fetchFile(files[at]!, run)
        const beginning = turn.then(async () => begin(await fetched, at, run))
        turn = beginning.catch(() => {})
        const through = beginning.then((started) => started.through)
        // Who waits for it hears of it; nobody may wait any more.
        through.catch(() => {})
        begun.push(through)
      }
      yield [index, await begun[index]!]
      begun[index] = null as never
    }
  } finally {
    run.isOver = true
  }
}

/** A file whose bytes are here, and what is kept of them; it holds one of the places until it leaves. */
type Fetched = {
  path: string
  started: number
  leave: () => void
  found: { bytes: Uint8Array; sha256: string; kept: Kept | null } | { error: unknown }
}

async function fetchFile(input: InputFile, run: Run): Promise<Fetched> {
  const { path } = input
  const leave = await run.pool.places.take()
  const started = performance.now()
  if (run.isOver) return { path, started, leave, found: { error: new Error('the run is over') } }
  try {
    const bytes = await readInput(input, run.unpack, run.maxBytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { path, started, leave, found: { bytes, sha256, kept: (await run.record?.find(sha256, path)) ?? null } }
  } catch (error) {
    return { path, started, leave, found: { error } }
  }
}

/** Says what becomes of a file: `through` resolves when that is written. */
function begin({ path, started, leave, found }: Fetched, index: number, run: Run): { through: Promise<Through> } {
  if (run.isOver) throw new Error('the run is over')
  if ('error' in found) {
    leave()
    return { through: settle(path, null, outcomeOfError(found.error, null, false), 'new', started, run) }
  }
  const { bytes, sha256, kept } = found
  const twin = run.known.get(sha256)
  const through = twin
    ? twin.then(({ line }) => logged({ line: duplicateOf(line, path), digest: null, change: 'same' }, started, run))
    : kept
      ? takeOver(path, sha256, kept, started, run)
      : run.pool
          .read({ path, bytes }, run.onPage && ((page) => run.onPage?.({ ...page, path, index, total: run.total })))
          .finally(leave)
          .then((outcome) => settle(path, sha256, outcome, 'new', started, run))
  if (twin || kept) leave()
  if (!twin) run.known.set(sha256, through)
  return { through }
}

function takeOver(path: string, sha256: string, { moved, verdict, plan }: Kept, started: number, run: Run): Promise<Through> {
  if (moved) return settle(path, sha256, moved, 'moved', started, run)
  const { status, reason, detail } = verdict
  const line: ManifestLine = { path, sha256, status, reason, detail, plan: plan && `plans/${plan.name}` }
  return logged({ line, digest: plan?.digest ?? null, change: 'same' }, started, run)
}

/** Writes what became of a file: first the plan, then that it is there. */
async function settle(
  path: string,
  sha256: string | null,
  outcome: Outcome,
  change: FileChange,
  started: number,
  run: Run,
): Promise<Through> {
  if (run.isOver) throw new Error('the run is over')
  const { verdict, plan } = outcome
  const file = plan && (await run.store.savePlan(plan))
  if (sha256 !== null) await run.record?.add(sha256, path, outcome)
  const { status, reason, detail } = verdict
  const line: ManifestLine = { path, sha256, status, reason, detail, plan: file }
  return logged({ line, digest: plan?.digest ?? null, change }, started, run, outcome.error)
}

async function logged(through: Through, started: number, { store }: Run, error?: string): Promise<Through> {
  const { line, change } = through
  const ms = Math.round(performance.now() - started)
  await store.log({ event: 'file', path: line.path, status: line.status, change, ms, ...(error && { error }) })
  return through
}

function fileOf({ line, digest, change }: Through, out: string, index: number, total: number): IngestedFile {
  return {
    line,
    digest,
    change,
    index,
    total,
    get plan() {
      return digest === null || line.plan === null ? null : (JSON.parse(readFileSync(join(out, line.plan), 'utf8')) as Plan)
    },
  }
}

function duplicateOf({ path: twin, sha256, plan }: ManifestLine, path: string): ManifestLine {
  return {
    path,
    sha256,
    status: 'duplicate',
    reason: 'duplicate',
    detail: { vi: `trùng từng byte với ${twin}`, en: `the same bytes as ${twin}` },
    plan,
  }
}
