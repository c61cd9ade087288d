// A page of a PDF becomes a picture of it (PNG), upright as it is read.
import { assetFolders } from './assets.ts'
import { lendBrowser, MOST_PIXELS } from './browser.ts'
import { loadPdfJs } from './engine.ts'
import { fromHeader } from './index.ts'

// Pixels: a strip as long as a roll would not fit in memory.
const MOST_DRAWN = 20e6

export type PageDrawing = {
  page: number
  /** Clockwise, in degrees, as the plan has it. */
  rotation: number
  /** Of the picture, in pixels. */
  width: number
  /** Boxes to be marked, in points from the top left of the unrotated page. */
  marks?: readonly Mark[]
}

type Mark = readonly [x0: number, y0: number, x1: number, y1: number]

const MARK = 'rgb(255, 226, 90)'
// Points around the words.
const MARGIN = 1.5

/** Throws where the file cannot be drawn; null where it has no such page. */
export async function drawPdfPage(
  bytes: Uint8Array,
  { page: number, rotation, width, marks = [] }: PageDrawing,
): Promise<Uint8Array | null> {
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
    // As for reading: pdf.js keeps the first answer for the whole process.
    isImageDecoderSupported: true,
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
    const [left, , , top] = page.view as [number, number, number, number]
    // As a marker does it: what is printed stays as dark as it is.
    context.globalCompositeOperation = 'multiply'
    context.fillStyle = MARK
    for (const [x0, y0, x1, y1] of marks) {
      const [ax, ay] = viewport.convertToViewportPoint(left + x0 - MARGIN, top - y0 + MARGIN) as [number, number]
      const [bx, by] = viewport.convertToViewportPoint(left + x1 + MARGIN, top - y1 - MARGIN) as [number, number]
      context.fillRect(Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay))
    }
    return await canvas.encode('png')
  } finally {
    release()
    await task.destroy()
    worker.destroy()
  }
}
