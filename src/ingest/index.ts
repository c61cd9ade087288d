// Files, folders and archives become plans in an out folder: find, hash, parse, write; one line of the manifest for each file.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { CatalogFile } from '../model/catalog.ts'
import { UnreadableError } from '../model/errors.ts'
import type { Plan } from '../model/plan.ts'
import { type EngineChoice, lazyEngine, type PageProgress, type ParseOptions, parsePlan } from '../pipeline.ts'
import { VERSION } from '../version.ts'
import { openUnpacker, type Unpacker } from './archives.ts'
import { fileCache } from './cache.ts'
import { findFiles, type InputFile } from './find.ts'
import type { ManifestLine } from './manifest.ts'
import { openStore, type Store } from './store.ts'

export { type InputFile, MissingInputError } from './find.ts'
export type { FileStatus, ManifestLine } from './manifest.ts'
export { planFileName, planJson } from './store.ts'

export type IngestOptions = {
  /** The out folder; made where it is missing. */
  out: string
  /** Larger files are refused. Bytes. */
  maxBytes?: number
  ocr?: 'auto' | 'always' | 'never'
  engine?: EngineChoice
  /** As of parsePlan. */
  lexicon?: ParseOptions['lexicon']
  /** Whether what was recognised is kept in the out folder, and taken from there; true where it is not said. */
  cache?: boolean
  onPage?: (page: IngestedPage) => void
  /** Indicators, units and acts of one's own. */
  catalog?: CatalogFile
}

/** A page of an input file, when its turn comes. */
export type IngestedPage = PageProgress & { path: string; index: number; total: number }

/** One input file, when it is through: its line of the manifest, and its plan where it gave one. */
export type IngestedFile = { line: ManifestLine; plan: Plan | null; index: number; total: number }

const MAX_BYTES = 256 * 1024 * 1024

/**
 * Ingests in the order of the paths and yields each file when it is written. The manifest is written behind the last one.
 * A file that cannot be read never ends the run. Throws MissingInputError before anything is done.
 */
export async function* ingest(inputs: readonly string[], options: IngestOptions): AsyncGenerator<IngestedFile, void> {
  const maxBytes = options.maxBytes ?? MAX_BYTES
  const files = await findFiles(inputs, options.out, maxBytes)
  const unpack = openUnpacker(maxBytes)
  const store = await openStore(options.out)
  await store.log({ event: 'start', kehoach: VERSION, node: process.version, files: files.length })
  const lines: ManifestLine[] = []
  const known = new Map<string, ManifestLine>()
  const engine = lazyEngine(options.engine)
  const { ocr = 'auto', onPage, catalog, lexicon } = options
  const parsing: ParseOptions = {
    ocr,
    engine,
    lexicon,
    ...(options.cache !== false && { cache: fileCache(options.out) }),
    ...(catalog && { catalog }),
  }
  for (const [index, file] of files.entries()) {
    const started = performance.now()
    const own = onPage
      ? { ...parsing, onPage: (page: PageProgress) => onPage({ ...page, path: file.path, index, total: files.length }) }
      : parsing
    const { line, plan, error } = await ingestFile(file, known, store, unpack, maxBytes, own)
    lines.push(line)
    await store.log({
      event: 'file',
      path: line.path,
      status: line.status,
      ms: Math.round(performance.now() - started),
      ...(error ? { error } : {}),
    })
    yield { line, plan, index, total: files.length }
  }
  await engine.close()
  await store.saveManifest(lines)
  await store.log({ event: 'end', files: lines.length })
}

type Outcome = { line: ManifestLine; plan: Plan | null; error?: string }

async function ingestFile(
  input: InputFile,
  known: Map<string, ManifestLine>,
  store: Store,
  unpack: Unpacker,
  maxBytes: number,
  parsing: ParseOptions,
): Promise<Outcome> {
  const { path } = input
  let sha256: string | null = null
  try {
    const bytes = await readInput(input, unpack, maxBytes)
    sha256 = createHash('sha256').update(bytes).digest('hex')
    const twin = known.get(sha256)
    if (twin) return { line: duplicateOf(twin, path), plan: null }
    const plan = await parsePlan(bytes, { ...parsing, path })
    const line = lineOf(plan, await store.savePlan(plan))
    known.set(sha256, line)
    return { line, plan }
  } catch (error) {
    const line = refusal(path, sha256, error)
    if (sha256) known.set(sha256, line)
    return { line, plan: null, ...(error instanceof UnreadableError ? {} : { error: String((error as Error).stack ?? error) }) }
  }
}

async function readInput({ file, member, problem }: InputFile, unpack: Unpacker, maxBytes: number): Promise<Uint8Array> {
  if (problem) throw problem
  if (member) return unpack(file, member)
  const stats = await stat(file)
  if (!stats.isFile() && !stats.isDirectory())
    throw new UnreadableError(
      'unknown-type',
      'this is no file but a pipe or a device',
      'đây không phải là tệp mà là ống dẫn hoặc thiết bị',
    )
  if (stats.size > maxBytes) throw tooLarge(stats.size, maxBytes)
  return readFile(file)
}

function lineOf(plan: Plan, file: string): ManifestLine {
  const { path, sha256 } = plan.source
  const lost = plan.messages.filter(({ code, severity }) => severity === 'warning' && code.startsWith('read/'))
  const detail =
    lost.length === 0 ? null : { vi: lost.map(({ text }) => text.vi).join(' '), en: lost.map(({ text }) => text.en).join(' ') }
  return { path, sha256, status: lost.length === 0 ? 'done' : 'partial', reason: lost[0]?.code ?? null, detail, plan: file }
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

/** An unreadable file is refused; anything else that went wrong is a fault of ours or of the machine, and the file failed. */
function refusal(path: string, sha256: string | null, error: unknown): ManifestLine {
  if (error instanceof UnreadableError)
    return { path, sha256, status: 'refused', reason: error.reason, detail: { vi: error.vi, en: error.message }, plan: null }
  const code = (error as NodeJS.ErrnoException).code
  const words = error instanceof Error ? error.message : String(error)
  return sha256 === null && code
    ? {
        path,
        sha256,
        status: 'failed',
        reason: 'file-error',
        detail: { vi: `không đọc được tệp (${code})`, en: `the file cannot be read (${code})` },
        plan: null,
      }
    : {
        path,
        sha256,
        status: 'failed',
        reason: 'internal-error',
        detail: { vi: `lỗi của chương trình: ${words}`, en: `error of the program: ${words}` },
        plan: null,
      }
}

function tooLarge(size: number, limit: number): UnreadableError {
  const mega = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  return new UnreadableError(
    'too-large',
    `the file has ${mega(size)} MB, more than ${mega(limit)} MB`,
    `tệp có ${mega(size)} MB, quá ${mega(limit)} MB`,
  )
}
