// The bytes of one file become its outcome: the same in this process and in a worker.
import { createHash } from 'node:crypto'
import type { EngineChoice, LazyEngine, ParseOptions, parsePlan } from '../pipeline.ts'
import { fileCache } from './cache.ts'
import { countedPages, type Limits } from './limits.ts'
import { type Outcome, outcomeOf, outcomeOfError } from './outcome.ts'
import { openPlaces, type Places } from './places.ts'

/** Options of a run that are plain data. */
export type JobOptions = Pick<ParseOptions, 'ocr' | 'lexicon' | 'catalog'> & {
  engine?: EngineChoice
  /** The out folder whose cache of recognised words is used; null for none. */
  cacheIn: string | null
  limits: Limits
  /** How many files are read at a time, here and elsewhere. */
  readers: number
}

export type Job = { path: string; bytes: Uint8Array }

export type Parse = typeof parsePlan

type Engine = NonNullable<Awaited<ReturnType<LazyEngine['open']>>>

/** Runs a recognition when its turn comes. */
export type Permit = <T>(work: () => Promise<T>) => Promise<T>

export type Reader = {
  read: (job: Job, onPage?: ParseOptions['onPage']) => Promise<Outcome>
  close: () => Promise<void>
}

// The readers are loaded when there is something to read: a run that takes over all that is kept needs none of them.
const pipeline = () => import('../pipeline.ts')
const parseLater: Parse = async (...given) => (await pipeline()).parsePlan(...given)

export function openReader(options: JobOptions, parse: Parse = parseLater, permit: Permit = (work) => work()): Reader {
  const { ocr = 'auto', lexicon, catalog, cacheIn, limits } = options
  const engine = watchedEngine(engineLater(options.engine), permit, options.readers)
  const parsing: ParseOptions = {
    ocr,
    lexicon,
    engine: engine.lazy,
    ...(cacheIn !== null && { cache: fileCache(cacheIn) }),
    ...(catalog && { catalog }),
  }
  return {
    async read({ path, bytes }, onPage) {
      engine.forget()
      try {
        const plan = await parse(bytes, { ...parsing, path, onPage: countedPages(onPage, limits) })
        return { ...outcomeOf(plan, engine.asked()), isTroubled: engine.hasFailed() }
      } catch (error) {
        return { ...outcomeOfError(error, engine.asked()), isTroubled: engine.hasFailed() }
      }
    },
    close: engine.lazy.close,
  }
}

export function engineLater(choice: EngineChoice | undefined): LazyEngine {
  let lazy: Promise<LazyEngine> | null = null
  return {
    async open() {
      lazy ??= pipeline().then(({ lazyEngine }) => lazyEngine(choice))
      return (await lazy).open()
    },
    close: async () => (await lazy)?.close(),
  }
}

/** Says which engine a file asked for, on which only such files depend, and whether it failed. */
function watchedEngine(lazy: LazyEngine, permit: Permit, readers: number) {
  let asked: string | null = null
  let hasFailed = false
  let places: Places | null = null
  const open: LazyEngine['open'] = async () => {
    const engine = await lazy.open()
    asked = await engineTag(lazy)
    if (!engine) return null
    // Each image that the engine of the package reads at a time takes memory of this process.
    places ??= openPlaces(
      engine.name.startsWith('tesseract.js') ? Math.max(1, Math.floor(engine.parallel / readers)) : Number.POSITIVE_INFINITY,
    )
    const { take } = places
    const recognise: Engine['recognise'] = async (images, settings) => {
      const leave = await take()
      return permit(() => engine.recognise(images, settings))
        .catch((error) => {
          hasFailed = true
          throw error
        })
        .finally(leave)
    }
    return { ...engine, recognise }
  }
  const forget = () => {
    asked = null
    hasFailed = false
  }
  return { lazy: { open, close: lazy.close }, forget, asked: () => asked, hasFailed: () => hasFailed }
}

/** `none` where there is no engine. */
export async function engineTag(lazy: LazyEngine): Promise<string> {
  const engine = await lazy.open()
  return engine ? createHash('sha256').update(engine.identity).digest('hex').slice(0, 16) : 'none'
}
