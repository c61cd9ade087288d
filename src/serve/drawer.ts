// Pages of source files become pictures, drawn by a process of its own: one that is stuck or too large is ended.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openPlaces } from '../ingest/places.ts'
import type { PageDrawing } from '../pipeline.ts'
import type { Drawn, Order } from './draw-worker.ts'
import { ProblemError } from './problems.ts'

export type Drawer = {
  /** PNG; null where the file has no such page. `key` names file, page and size. Throws ProblemError. */
  draw: (key: string, bytes: () => Promise<Uint8Array>, drawing: PageDrawing) => Promise<Uint8Array | null>
  close: () => void
}

// A program that runs from its sources has no process of its own for it.
const ENTRY = import.meta.url.endsWith('.ts') ? null : fileURLToPath(new URL('../program/drawer.cjs', import.meta.url))
const LONGEST_MS = 30_000
const REST_MS = 60_000
const HEAP_MB = 768
const MOST_WAITING = 8
const MOST_KEPT = 32 * 1024 * 1024

export function openDrawer(entry: string | null = ENTRY, longest = LONGEST_MS): Drawer {
  const places = openPlaces(1)
  const kept = new Map<string, Uint8Array>()
  let child: ChildProcess | null = null
  let rest: NodeJS.Timeout | undefined
  let waiting = 0
  const end = () => {
    clearTimeout(rest)
    child?.kill('SIGKILL')
    child = null
  }
  const order = async (bytes: Uint8Array, drawing: PageDrawing): Promise<Drawn> => {
    if (entry === null) return (await import('./draw-worker.ts')).drawn({ bytes, drawing })
    clearTimeout(rest)
    child ??= start(entry)
    const answer = await orderFrom(child, { bytes, drawing }, longest)
    if (answer.isOver) end()
    rest = setTimeout(end, REST_MS).unref()
    return answer
  }
  return {
    async draw(key, bytes, drawing) {
      const known = kept.get(key)
      if (known) return known
      if (waiting >= MOST_WAITING)
        throw new ProblemError(
          'busy',
          'đang vẽ nhiều trang khác; hãy thử lại sau',
          'other pages are being drawn; try again later',
          {
            'retry-after': '5',
          },
        )
      waiting++
      const leave = await places.take()
      try {
        const { png, error } = await order(await bytes(), drawing)
        if (error)
          throw new ProblemError('no-page-image', `không vẽ được trang (${error})`, `the page cannot be drawn (${error})`)
        if (png) keep(kept, key, png)
        return png
      } finally {
        leave()
        waiting--
      }
    },
    close: end,
  }
}

function start(entry: string): ChildProcess {
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    serialization: 'advanced',
    stdio: 'ignore',
  } as object)
  child.setMaxListeners(0)
  return child
}

function orderFrom(child: ChildProcess, order: Order, longest: number): Promise<Drawn & { isOver?: boolean }> {
  return new Promise((resolve) => {
    const settle = (answer: Drawn & { isOver?: boolean }) => {
      clearTimeout(timer)
      child.off('message', settle)
      child.off('exit', died)
      resolve(answer)
    }
    const died = () => settle({ png: null, error: 'crashed', isOver: true })
    const timer = setTimeout(() => settle({ png: null, error: 'timeout', isOver: true }), longest)
    child.on('message', settle)
    child.on('exit', died)
    child.send(order, (error) => error && died())
  })
}

function keep(kept: Map<string, Uint8Array>, key: string, png: Uint8Array): void {
  kept.set(key, png)
  let bytes = [...kept.values()].reduce((sum, each) => sum + each.byteLength, 0)
  for (const [oldest, each] of kept) {
    if (bytes <= MOST_KEPT) break
    kept.delete(oldest)
    bytes -= each.byteLength
  }
}
