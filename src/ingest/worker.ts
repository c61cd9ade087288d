// A worker process: files come as messages, outcomes go back; it ends with the run that started it.
import { Worker } from 'node:worker_threads'
import { parsePlan } from '../pipeline.ts'
import { openReader, type Parse, type Permit, type Reader } from './job.ts'
import { ALLOCATOR, type FromWorker, MEMORY_SIGNAL, type ToWorker } from './protocol.ts'

/** Serves the process that forked this one. `parse` is another in tests. */
export function serveJobs(parse: Parse = parsePlan): void {
  const say = (message: FromWorker) => void process.send?.(message)
  // Read at the start of a process: the programs that this one starts shall not have them.
  for (const name of Object.keys(ALLOCATOR)) delete process.env[name]
  const turns = new Map<number, () => void>()
  let reader: Reader | null = null
  const permit = permitOf(say, turns)
  process.on('disconnect', () => {
    // With all that it started: it leads a group of its own.
    try {
      if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL')
    } catch {
      // No group: it was started by another program.
    }
    process.exit()
  })
  process.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'start':
        watch(message.options.limits.megabytes ?? null)
        reader = openReader(message.options, parse, permit)
        break
      case 'permit':
        turns.get(message.id)?.()
        turns.delete(message.id)
        break
      case 'job':
        void reader
          ?.read({ path: message.path, bytes: message.bytes }, (page) => say({ kind: 'page', page }))
          .then((outcome) => say({ kind: 'done', outcome }))
    }
  })
}

function permitOf(say: (message: FromWorker) => void, turns: Map<number, () => void>): Permit {
  let count = 0
  return async (work) => {
    const id = count++
    await new Promise<void>((resolve) => {
      turns.set(id, resolve)
      say({ kind: 'wanted', id })
    })
    try {
      return await work()
    } finally {
      say({ kind: 'left', id })
    }
  }
}

// A thread of its own: it sees what a reader that never comes back does.
const WATCH = `
const { workerData: { parent, bytes, signal } } = require('node:worker_threads')
const isAlone = () => {
  if (process.platform !== 'win32') return process.ppid !== parent
  try { return !process.kill(parent, 0) } catch { return true }
}
setInterval(() => {
  if (isAlone()) {
    try { process.kill(-process.pid, 'SIGKILL') } catch {}
    process.kill(process.pid, 'SIGKILL')
  }
  if (bytes !== null && process.memoryUsage.rss() > bytes) process.kill(process.pid, signal)
}, 50)
`

/** Ends this process when its memory outgrows the limit or the run is gone, whatever it is doing. */
function watch(megabytes: number | null): void {
  const workerData = { parent: process.ppid, bytes: megabytes === null ? null : megabytes * 1024 * 1024, signal: MEMORY_SIGNAL }
  new Worker(WATCH, { eval: true, workerData }).unref()
}
