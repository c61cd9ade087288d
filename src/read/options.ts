// How a file shall be read: whether scans are recognised, and by which engine.
import type { Engine } from './ocr/engine.ts'

export type ReadOptions = {
  /** auto: pages whose own text is missing or unfit; always: every page; never: such pages are reported. */
  ocr?: 'auto' | 'always' | 'never'
  /** Called when a page needs it, at most once for a file; null where no engine is there. Whoever gives it closes the engine. */
  engine?: () => Promise<Engine | null>
}
