// A file that was sent becomes a plan, read by a process of its own with the limits of an ingest; nothing is written.
import type { JobOptions } from '../ingest/job.ts'
import type { Outcome } from '../ingest/outcome.ts'
import { ENTRY, openOwnProcess, openPool } from '../ingest/pool.ts'
import { ProblemError } from './problems.ts'

export type Parser = {
  /** Gives the JSON of the plan. Throws ProblemError: it cannot be read, or too many wait. */
  parse: (name: string, bytes: Uint8Array) => Promise<string>
  close: () => Promise<void>
}

// Files wait in memory.
const WAITING_PER_READER = 2

export function openParser(readers: number, options: Omit<JobOptions, 'cacheIn' | 'readers'>): Parser {
  const jobs: JobOptions = { ...options, cacheIn: null, readers }
  const pool = ENTRY === null ? openOwnProcess(jobs) : openPool(readers, ENTRY, jobs)
  let waiting = 0
  return {
    async parse(name, bytes) {
      if (waiting >= readers * (1 + WAITING_PER_READER))
        throw new ProblemError(
          'busy',
          'đang đọc nhiều tệp khác; hãy thử lại sau',
          'other files are being read; try again later',
          {
            'retry-after': '10',
          },
        )
      waiting++
      const leave = await pool.places.take()
      try {
        return planOf(await pool.read({ path: fileName(name), bytes }))
      } finally {
        leave()
        waiting--
      }
    },
    close: pool.close,
  }
}

function planOf({ plan, verdict }: Outcome): string {
  if (plan) return new TextDecoder().decode(plan.bytes)
  const { vi, en } = verdict.detail ?? { vi: '', en: '' }
  const reason = verdict.reason ?? ''
  const isOurs = reason === 'internal-error' || reason === 'worker-crashed'
  throw new ProblemError(isOurs ? 'internal' : 'unreadable', `${vi} (${reason})`, `${en} (${reason})`)
}

// A folder, a sign that rules a terminal.
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}]/gu

function fileName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(NOT_IN_NAMES, '')
    .slice(0, 255)
}
