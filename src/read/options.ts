// How a file shall be read: whether scans are recognised, by which engine, and who is told of each page.
import type { TextOrigin } from '../model/plan.ts'
import type { OcrCache } from './ocr/cache.ts'
import type { Engine } from './ocr/engine.ts'

/** Said of each page when its turn comes, in their order, from 1; `textOrigin` is `ocr` where its image is recognised, null where it has no words. */
export type PageProgress = { page: number; pages: number; textOrigin: TextOrigin | null }

export type ReadOptions = {
  /** auto: pages whose own text is missing or unfit; always: every page; never: such pages are reported. */
  ocr?: 'auto' | 'always' | 'never'
  /** Called when a page needs it, and gives the same each time; null where no engine is there. Whoever gives it closes the engine. */
  engine?: () => Promise<Engine | null>
  /** Keeps what images gave. */
  cache?: OcrCache
  onPage?: (progress: PageProgress) => void
}
