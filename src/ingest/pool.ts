// Files are read by worker processes: one that is stuck, too large or dead is replaced, and its file gets the reason.
import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { PageProgress } from '../pipeline.ts'
import { type Job, type JobOptions, openReader } from './job.ts'
import { DEFAULT_LIMITS, type Limits, timeFor, timeForPage } from './limits.ts'
import { type Ending, type Outcome, outcomeOfEnding } from './outcome.ts'
import { openPlaces, type Places } from './places.ts'
import { ALLOCATOR, type FromWorker, MEMORY_SIGNAL, type ToWorker } from './protocol.ts'

export type Pool = {
  /** How many files are read at a time. */
  size: number
  /** How many files may be begun behind the one whose turn it is to be told of. */
  ahead: number
  /** A file takes a place before its bytes are fetched, so that no more than one waits in memory beside those that are read. */
  places: Places
  /** Starts a worker ahead of the first file. */
  warm: () => void
  read: (job: Job, onPage?: (page: PageProgress) => void) => Promise<Outcome>
  close: () => Promise<void>
}

type Waiting = { settle: (outcome: Outcome) => void; page: (page: PageProgress) => void }

type Worker = {
  child: ChildProcess
  files: number
  /** What the file that it reads waits for; null while it rests. */
  waiting: Waiting | null
  /** Why it is being ended. */
  ending: Ending | null
  permits: Map<number, () => void>
  complaint: string
}

const IS_POSIX = process.platform !== 'win32'
const LONGEST_COMPLAINT = 2_000
// Of a file that is through before its turn no more than a line is kept.
const AHEAD = 1_000
// The heap is not all: buffers, images and code lie beside it.
const HEAP_SHARE = 0.75
/**
 * The other cores belong to the workers beside this one: V8 shall not use them for little. It compiles on a second core what is hot: what
 * runs four times as long counts as hot. It collects garbage on all: the work of four threads for the time of one.
 * Measured with V8 11 (Node 20); another one may not know an option, and would not start.
 */
const FRUGAL = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=540672', '--single-threaded-gc'] : []
const OUT_OF_HEAP = /heap out of memory|heap limit|allocation failed/i

/** `entry.ts` as it is bundled; null where this program runs from its sources, which a process of its own cannot. */
export const ENTRY = import.meta.url.endsWith('.ts') ? null : fileURLToPath(new URL('../program/reader.cjs', import.meta.url))

/** No processes: files are read here, one at a time, without limits of time and memory. */
export function openOwnProcess(options: JobOptions): Pool {
  const reader = openReader(options)
  return { size: 1, ahead: 0, places: openPlaces(1), warm() {}, read: reader.read, close: reader.close }
}

/** Workers start when there is something to read for them. */
export function openPool(size: number, entry: string, options: JobOptions): Pool {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const resting: Worker[] = []
  const all = new Set<Worker>()
  const turns = openPlaces(size)
  let isClosed = false
  // One recognition a core, however many workers ask for one.
  const recognitions = openPlaces(availableParallelism())
  const start = (): Worker => {
    const worker = startWorker(entry, { ...options, limits }, recognitions)
    all.add(worker)
    const forget = () => {
      all.delete(worker)
      const at = resting.indexOf(worker)
      if (at >= 0) resting.splice(at, 1)
    }
    worker.child.once('exit', forget)
    // One that could not be started has no end.
    worker.child.once('error', () => worker.child.pid === undefined && forget())
    return worker
  }
  return {
    size,
    ahead: AHEAD,
    places: openPlaces(size + 1),
    warm: () => void resting.push(start()),
    async read(job, onPage) {
      const leave = await turns.take()
      try {
        if (isClosed) return outcomeOfEnding('worker-crashed', 'the run is over')
        const worker = resting.pop() ?? start()
        const outcome = await readBy(worker, job, limits, onPage)
        worker.files++
        if (worker.files >= limits.filesPerWorker) end(worker)
        else if (all.has(worker) && worker.ending === null) resting.push(worker)
        return outcome
      } finally {
        leave()
      }
    },
    async close() {
      isClosed = true
      for (const worker of all) end(worker)
    },
  }
}

/** What Node is told at the start of a worker. */
export function workerOptions({ megabytes = DEFAULT_LIMITS.megabytes }: Limits): string[] {
  return [`--max-old-space-size=${Math.floor(megabytes * HEAP_SHARE)}`, ...FRUGAL]
}

function startWorker(entry: string, options: JobOptions, recognitions: Places): Worker {
  const child = fork(entry, [], {
    // None of this process's own: `node -e …` would run again.
    execArgv: workerOptions(options.limits),
    env: { ...process.env, ...ALLOCATOR },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own: what it started ends with it.
    detached: IS_POSIX,
  })
  const worker: Worker = { child, files: 0, waiting: null, ending: null, permits: new Map(), complaint: '' }
  child.stderr?.setEncoding('utf8').on('data', (words: string) => {
    worker.complaint = (worker.complaint + words).slice(-LONGEST_COMPLAINT)
  })
  child.on('message', (message: FromWorker) => hear(worker, message, recognitions))
  child.on('error', (error) => finish(worker, String(error.stack ?? error)))
  // Behind `exit` its last words may still come.
  child.on('close', (code, signal) => finish(worker, `${signal ?? code}`, signal))
  tell(worker, { kind: 'start', options })
  return worker
}

function hear(worker: Worker, message: FromWorker, recognitions: Places): void {
  switch (message.kind) {
    case 'page':
      worker.waiting?.page(message.page)
      break
    case 'wanted':
      void recognitions.take().then((leave) => {
        if (!worker.child.connected) return leave()
        worker.permits.set(message.id, leave)
        tell(worker, { kind: 'permit', id: message.id })
      })
      break
    case 'left':
      worker.permits.get(message.id)?.()
      worker.permits.delete(message.id)
      break
    case 'done':
      worker.waiting?.settle(message.outcome)
  }
}

function readBy(worker: Worker, job: Job, limits: JobOptions['limits'], onPage?: (page: PageProgress) => void): Promise<Outcome> {
  return new Promise((resolve) => {
    let until = performance.now() + timeFor(job.bytes.byteLength, limits)
    let timer: NodeJS.Timeout
    const wait = () => {
      timer = setTimeout(
        () => {
          if (performance.now() < until) return wait()
          worker.ending = 'timeout'
          end(worker)
        },
        Math.max(1, until - performance.now()),
      )
    }
    worker.waiting = {
      page(page) {
        until += timeForPage(page, limits)
        onPage?.(page)
      },
      settle(outcome) {
        clearTimeout(timer)
        worker.waiting = null
        resolve(outcome)
      },
    }
    wait()
    tell(worker, { kind: 'job', ...job })
  })
}

/** The process is gone: its file gets the reason, and its recognitions are given back. */
function finish(worker: Worker, how: string, signal: NodeJS.Signals | null = null): void {
  // What it started may hang and would stay.
  end(worker)
  for (const leave of worker.permits.values()) leave()
  worker.permits.clear()
  const isFull = signal === MEMORY_SIGNAL || OUT_OF_HEAP.test(worker.complaint)
  worker.ending ??= isFull ? 'out-of-memory' : 'worker-crashed'
  worker.waiting?.settle(outcomeOfEnding(worker.ending, `worker ended: ${how} ${worker.complaint}`.trim()))
}

/** A message to a process that is just ending is lost; what follows from that is told by `finish`. */
function tell({ child }: Worker, message: ToWorker): void {
  if (child.connected) child.send(message, () => {})
}

function end({ child }: Worker): void {
  try {
    if (IS_POSIX && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended already.
  }
}
