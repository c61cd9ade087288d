// pdf.js is loaded once, and the built-ins that its bundled polyfills replace by slower ones are put back.
export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

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
  try {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // Without a thread of its own pdf.js would load this at the first document, with the same polyfills.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    return pdfjs
  } finally {
    define(Array.prototype, { push })
    define(JSON, { parse, stringify })
  }
}

function define(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions))
    Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true })
}
