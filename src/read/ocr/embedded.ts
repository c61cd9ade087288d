// The Tesseract that comes with the package as an engine: WebAssembly in worker threads, its data from node_modules, no network.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { type Engine, engineFailure, type Recognition, type Settings } from './engine.ts'
import { readHocr } from './hocr.ts'
import type { GreyImage } from './image.ts'

type TesseractWorker = import('tesseract.js').Worker & { worker?: import('node:worker_threads').Worker }

const LANGUAGE = 'vie'
const LSTM_ONLY = 1
// Its notes would come between the lines of a terminal.
const OPTIONS = { user_defined_dpi: '300', debug_file: '/dev/null' }
// Each worker holds its own memory of 100 to 200 MB.
const MOST_WORKERS = 4
const TIME_LIMIT = 300_000

/** The engine; its workers start with the first images and end with `close`. */
export async function embeddedEngine(): Promise<Engine | null> {
  const require = createRequire(import.meta.url)
  let data: string
  let version: string
  let identity: string
  try {
    data = join(dirname(require.resolve(`@tesseract.js-data/${LANGUAGE}/package.json`)), '4.0.0_best_int')
    version = (require('tesseract.js/package.json') as { version: string }).version
    const core = createRequire(require.resolve('tesseract.js'))('tesseract.js-core/package.json') as { version: string }
    const bytes = await readFile(join(data, `${LANGUAGE}.traineddata.gz`))
    identity = JSON.stringify([version, core.version, createHash('sha256').update(bytes).digest('hex'), OPTIONS])
  } catch {
    return null
  }
  const parallel = Math.min(MOST_WORKERS, availableParallelism())
  const idle: TesseractWorker[] = []
  const waiting: ((worker: TesseractWorker | null) => void)[] = []
  let count = 0

  const borrow = async (): Promise<TesseractWorker> => {
    const free = idle.pop()
    if (free) return free
    if (count < parallel) {
      count++
      return startWorker(data).catch((error) => {
        count--
        throw error
      })
    }
    const passed = await new Promise<TesseractWorker | null>((resolve) => waiting.push(resolve))
    return passed ?? borrow()
  }
  const giveBack = (worker: TesseractWorker | null) => {
    if (!worker) count--
    const next = waiting.shift()
    if (next) next(worker)
    else if (worker) idle.push(worker)
  }

  const recognise = async (images: readonly GreyImage[], settings: Settings): Promise<Recognition[]> => {
    if (images.length === 0) return []
    const worker = await borrow()
    try {
      const found: Recognition[] = []
      for (const image of images) found.push(await recogniseOne(worker, image, settings))
      giveBack(worker)
      return found
    } catch (error) {
      await worker.terminate()
      giveBack(null)
      throw engineFailure('tesseract.js failed', error)
    }
  }

  const close = async () => {
    const all = idle.splice(0)
    count -= all.length
    await Promise.all(all.map((worker) => worker.terminate()))
  }

  return { name: `tesseract.js ${version} ${LANGUAGE}`, identity, parallel, recognise, close }
}

async function startWorker(data: string): Promise<TesseractWorker> {
  const { createWorker } = (await import('tesseract.js')).default
  const worker: TesseractWorker = await createWorker(LANGUAGE, LSTM_ONLY, {
    langPath: data,
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => {},
  })
  await worker.setParameters(OPTIONS as never)
  return worker
}

async function recogniseOne(worker: TesseractWorker, image: GreyImage, { mode }: Settings): Promise<Recognition> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer after ${TIME_LIMIT / 1000} s`)), TIME_LIMIT)
  })
  const ended = new Promise<never>((_, reject) => {
    worker.worker?.once('error', reject)
  })
  try {
    const job = worker.recognize(pgmOf(image), { tessedit_pageseg_mode: String(mode) } as never, {
      text: false,
      blocks: false,
      hocr: true,
    })
    const { data } = await Promise.race([job, late, ended])
    return readHocr(data.hocr ?? '', 1)[0]!
  } finally {
    clearTimeout(timer)
    worker.worker?.removeAllListeners('error')
  }
}

/** Portable grey map: the plainest form that the engine reads. */
function pgmOf({ width, height, data }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data])
}
