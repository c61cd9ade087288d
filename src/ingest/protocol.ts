// What a run and its workers say to each other.
import type { PageProgress } from '../pipeline.ts'
import type { Job, JobOptions } from './job.ts'
import type { Outcome } from './outcome.ts'

export type ToWorker = { kind: 'start'; options: JobOptions } | ({ kind: 'job' } & Job) | { kind: 'permit'; id: number }

export type FromWorker =
  | { kind: 'page'; page: PageProgress }
  /** Asks for a place among the recognitions that run at a time on the machine; `left` gives it back. */
  | { kind: 'wanted' | 'left'; id: number }
  | { kind: 'done'; outcome: Outcome }

/** How a worker's watch ends it: nothing of the program uses this signal. */
export const MEMORY_SIGNAL = 'SIGUSR2'

/**
 * What the allocator of the GNU C library is told at the start of a worker, others pass it over: images are mapped by themselves and
 * given back when they are no longer needed. Else it keeps the room of each for smaller pieces, and a long scan takes ever more.
 */
export const ALLOCATOR = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' }
