// A page of a source file becomes a picture, for those who check a value against its page.
import { imageType } from './image-type.ts'
import type { PageDrawing } from './pdf/draw.ts'

export type { PageDrawing } from './pdf/draw.ts'

/** PNG of a page of a PDF or an image file; null where there is no such page. Throws where the file cannot be drawn. */
export async function drawPage(bytes: Uint8Array, drawing: PageDrawing): Promise<Uint8Array | null> {
  const type = imageType(bytes)
  const pdf = type ? await (await import('./image/index.ts')).imagePdf(bytes, type) : bytes
  return pdf && (await import('./pdf/draw.ts')).drawPdfPage(pdf, drawing)
}
