// Pages of a PDF as an office scanner gives them: drawn at 200 dpi, a little askew, specked, packed as JPEG.
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { jpegPage } from '../dist/read/image/jpeg.js'
import { loadPdfJs } from '../dist/read/pdf/engine.js'

export const DPI = 200
// Degrees: sheets lie a little askew in a feeder.
const SLANT = 0.4
const SPECKS = 60
const QUALITY = 80

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

/** One page image after the other, for `wrapImages`. */
export async function* scannedPages(pdfBytes, random) {
  // As the program loads it: pdf.js looks only once, when it is loaded, for the decoder of JPEG that the program lends it.
  await loadPdfJs()
  const task = getDocument({ data: new Uint8Array(pdfBytes), verbosity: 0 })
  const pdf = await task.promise
  try {
    for (let number = 1; number <= pdf.numPages; number++) yield scanned(await drawn(await pdf.getPage(number)), random)
  } finally {
    await task.destroy()
  }
}

async function drawn(page) {
  const viewport = page.getViewport({ scale: DPI / 72 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport, background: 'white' }).promise
  return canvas
}

function scanned(sheet, random) {
  const { width, height } = sheet
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.rotate((SLANT * Math.PI) / 180)
  context.drawImage(sheet, 0, 0)
  context.fillStyle = '#555'
  for (let i = 0; i < SPECKS; i++) context.fillRect(random() * width, random() * height, 2, 2)
  return jpegPage(new Uint8Array(canvas.toBuffer('image/jpeg', QUALITY)))
}
