// Which engine recognises: the system's Tesseract where it is installed, else the one that comes with the package.

import { embeddedEngine } from './embedded.ts'
import type { Engine, EngineChoice } from './engine.ts'
import { systemEngine } from './system.ts'

export type { OcrCache } from './cache.ts'
export type { Engine, EngineChoice } from './engine.ts'

/** An engine that starts when it is first asked for, and never twice. */
export type LazyEngine = { open: () => Promise<Engine | null>; close: () => Promise<void> }

/** Null where the chosen engine is missing. Whoever asks for it closes it. */
export function lazyEngine(choice: EngineChoice = 'auto'): LazyEngine {
  let opened: Promise<Engine | null> | null = null
  return {
    open: () => {
      opened ??= openEngine(choice)
      return opened
    },
    close: async () => {
      await (await opened)?.close()
      opened = null
    },
  }
}

async function openEngine(choice: EngineChoice): Promise<Engine | null> {
  const system = choice === 'embedded' ? null : await systemEngine()
  return system ?? (choice === 'system' ? null : embeddedEngine())
}
