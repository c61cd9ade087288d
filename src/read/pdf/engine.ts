// pdf.js is loaded once, its polyfills kept out of the rest of the program; its worker runs in this thread, without copies of pages.
import { lendBrowser } from './browser.ts'
import { lendCanvas } from './canvas.ts'

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs') & { openWorker: () => PdfWorker }
type PdfWorker = import('pdfjs-dist/legacy/build/pdf.mjs').PDFWorker

let loading: Promise<PdfJs> | null = null

export function loadPdfJs(): Promise<PdfJs> {
  loading ??= load()
  return loading
}

/**
 * Node 20 differs from the standard in corners that pdf.js never reaches: push on an array of fixed length, source text in JSON.
 * The polyfills for them make every push of the whole program several times slower.
 */
async function load(): Promise<PdfJs> {
  const { push } = Array.prototype
  const { parse, stringify } = JSON
  // It looks for a decoder of images once, when it is loaded.
  const releases = [lendBrowser(), lendCanvas()]
  try {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // Without a thread of its own pdf.js would load this at the first document, with the same polyfills.
    // @ts-expect-error: it comes without types; a name that is no literal would be lost on bundlers.
    const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    const openWorker = () => {
      const port = openPort()
      const worker = pdfjs.PDFWorker.create({ port, verbosity: 0 } as unknown as Parameters<typeof pdfjs.PDFWorker.create>[0])
      WorkerMessageHandler.initializeFromPort(port)
      return worker
    }
    return { ...pdfjs, openWorker }
  } finally {
    for (const release of releases) release()
    define(Array.prototype, { push })
    define(JSON, { parse, stringify })
  }
}

function define(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions))
    Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true })
}

type Chunk = { fnArray: readonly unknown[]; argsArray: readonly unknown[] }
type Message = { chunk?: Partial<Chunk> | null; data?: unknown }
type Listener = (event: { data: unknown }) => void

function hasBitmap(data: unknown): boolean {
  return Array.isArray(data) && data.some((part) => part?.bitmap)
}

/**
 * A port between pdf.js and its worker in one thread. Everything is copied on its way, as between threads, but the operators of
 * a page: they are most of what is sent, and neither side writes to them again; only the lists that hold them are its sender's.
 * A decoded image is no plain data, and goes as it is.
 */
export function openPort() {
  const listeners = new Set<Listener>()
  const delivered = Promise.resolve()
  return {
    postMessage(message: Message, transfer?: ArrayBuffer[]) {
      const { chunk } = message
      const data =
        chunk?.fnArray && chunk.argsArray
          ? { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } }
          : hasBitmap(message.data)
            ? message
            : structuredClone(message, transfer ? { transfer } : undefined)
      delivered.then(() => {
        for (const listener of listeners) listener({ data })
      })
    },
    addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal }) {
      listeners.add(listener)
      options?.signal?.addEventListener('abort', () => listeners.delete(listener))
    },
    removeEventListener(_: string, listener: Listener) {
      listeners.delete(listener)
    },
  }
}
