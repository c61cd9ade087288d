// A page of a PDF becomes a picture of it (PNG), upright as it is read.
import { assetFolders } from './assets.ts'
import { lendBrowser, MOST_PIXELS } from './browser.ts'
import { loadPdfJs } from './engine.ts'
import { fromHeader } from './index.ts'

// Pixels: a strip as long as a roll would not fit in memory.
const MOST_DRAWN = 20e6

export type PageDrawing = { page: number; rotation: number; width: number }

/** Throws where the file cannot be drawn; null where it has no such page. */
export async function drawPdfPage(bytes: Uint8Array, { page: number, rotation, width }: PageDrawing): Promise<Uint8Array | null> {
  const pdfjs = await loadPdfJs()
  const { createCanvas } = await import('@napi-rs/canvas')
  const worker = pdfjs.openWorker()
  const release = lendBrowser()
  const task = pdfjs.getDocument({
    ...assetFolders(),
    data: fromHeader(bytes),
    isEvalSupported: false,
    verbosity: 0,
    maxImageSize: MOST_PIXELS,
    worker,
  })
  try {
    const pdf = await task.promise
    if (number > pdf.numPages) return null
    const page = await pdf.getPage(number)
    const natural = page.getViewport({ scale: 1, rotation })
    const scale = Math.min(width / natural.width, Math.sqrt(MOST_DRAWN / (natural.width * natural.height)))
    const viewport = page.getViewport({ scale, rotation })
    const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
    const context = canvas.getContext('2d')
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, background: 'white' }).promise
    return await canvas.encode('png')
  } finally {
    release()
    await task.destroy()
    worker.destroy()
  }
}
