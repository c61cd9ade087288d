// What one file may cost: time by its size and pages, memory of the process that reads it, pages.
import { UnreadableError } from '../model/errors.ts'
import type { PageProgress } from '../pipeline.ts'

export type Limits = {
  /** Seconds for one file; where it is not said, by its size and by the pages that it shows. */
  seconds?: number
  /** Memory of a worker, in MB. */
  megabytes?: number
  /** Files of more pages are refused. */
  pages?: number
  /** A worker ends after so many files, and another takes its place. */
  filesPerWorker?: number
}

const MEGA = 1024 * 1024
// A page of a plan takes 10 ms, a scan 2 to 20 s: slow machines and full ones get far more.
const FIRST_MS = 60_000
const MS_PER_MEGABYTE = 10_000
const MS_PER_PAGE = 5_000
const MS_PER_SCAN = 180_000

export const DEFAULT_LIMITS = { megabytes: 1536, pages: 5_000, filesPerWorker: 1_000 } as const

/** Milliseconds that a file of so many bytes gets before it shows a page. */
export function timeFor(bytes: number, { seconds }: Limits): number {
  return seconds === undefined ? FIRST_MS + Math.ceil(bytes / MEGA) * MS_PER_MEGABYTE : seconds * 1000
}

/** Milliseconds that a page adds: a file that gets on is not stuck. */
export function timeForPage({ textOrigin }: PageProgress, { seconds }: Limits): number {
  if (seconds !== undefined) return 0
  return textOrigin === 'ocr' ? MS_PER_SCAN : MS_PER_PAGE
}

/** Passes pages on, and throws at the first page of a file that has too many. */
export function countedPages(onPage: ((page: PageProgress) => void) | undefined, limits: Limits): (page: PageProgress) => void {
  const most = limits.pages ?? DEFAULT_LIMITS.pages
  return (page) => {
    if (page.pages > most) throw tooManyPages(page.pages, most)
    onPage?.(page)
  }
}

function tooManyPages(pages: number, most: number): UnreadableError {
  return new UnreadableError(
    'too-large',
    `the file has ${pages} pages, more than ${most}`,
    `tệp có ${pages} trang, quá ${most} trang`,
  )
}
