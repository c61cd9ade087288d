// A page becomes one raster for recognition: the scanned image itself where the page is one image, else the page drawn.
import { type Affine, chain, IDENTITY, scaling } from '../../model/affine.ts'
import { type Raster, toGrey } from '../ocr/image.ts'
import type { Bitmap } from './browser.ts'

type PdfPage = import('pdfjs-dist/legacy/build/pdf.mjs').PDFPageProxy
type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] }

/** A page as pixels; `toView` maps pixels to viewed points, y down. */
export type PageRaster = { raster: Raster; toView: Affine }

type Painted = { image: string | PdfImage; matrix: Affine; isMask: boolean }
type PdfImage = {
  width: number
  height: number
  kind?: number
  data?: Uint8Array | Uint8ClampedArray | string | null
  bitmap?: Bitmap
}

// A scan covers its page but for small shifts; seals and pictures of signatures beside it are small.
const WHOLE_PAGE = 0.75
const BESIDE = 0.1
// Drawn pages: A4 at 240 dpi; long strips keep their width.
const DRAWN_LONG_SIDE = 2800
const DRAWN_SHORT_SIDE = 1980
const MOST_DRAWN = 30e6
const KINDS = ['bits', 'bits', 'rgb', 'rgba'] as const
const MOST_STRIPS = 5000

/** The raster of a page whose operators were read, upright as it is viewed with `rotation`; `toDraw` gives the page where it must be drawn. */
export async function rasterOf(
  page: PdfPage,
  operators: Operators,
  ops: Readonly<Record<string, number>>,
  rotation: number,
  toDraw: () => Promise<PdfPage>,
): Promise<PageRaster> {
  const view = page.getViewport({ scale: 1, rotation })
  const painted = paintedImages(operators, ops, view.transform as unknown as Affine)
  const strips = stripsOf(painted, view.width * view.height)
  const raster = strips && (await stackOf(page, strips))
  if (!raster) return drawPage(await toDraw(), rotation)
  // Images fill the unit square of their matrix, their first row at its top.
  const unit: Affine = [1 / raster.width, 0, 0, -1 / raster.height, 0, 1]
  return { raster, toView: chain(unit, unionOf(strips)) }
}

/** The images that make the page, from top to bottom: one, or strips that follow each other. Null where they do not. */
function stripsOf(painted: readonly Painted[], pageArea: number): Painted[] | null {
  const sorted = [...painted].sort((a, b) => areaOf(b) - areaOf(a))
  const [first, second] = sorted
  if (!first || !isStraight(first)) return null
  if (areaOf(first) >= WHOLE_PAGE * pageArea) return second && areaOf(second) > BESIDE * pageArea ? null : [first]
  if (painted.length > MOST_STRIPS) return null
  const [a, b, , , x] = first.matrix
  if (a <= 0 || Math.abs(b) > 0.01 * a) return null
  const strips = painted
    .filter(
      ({ matrix, isMask }) =>
        isMask === first.isMask && Math.abs(matrix[0] - a) < 1 && Math.abs(matrix[4] - x) < 1 && matrix[3] < 0,
    )
    .sort((one, other) => topOf(one) - topOf(other))
  const isWhole = strips.every((strip, i) => i === 0 || Math.abs(topOf(strip) - strips[i - 1]!.matrix[5]) < 0.75)
  const area = strips.reduce((sum, strip) => sum + areaOf(strip), 0)
  const others = painted.reduce((sum, image) => sum + areaOf(image), 0) - area
  return isWhole && area >= WHOLE_PAGE * pageArea && others < BESIDE * pageArea ? strips : null
}

function areaOf({ matrix: [a, b, c, d] }: Painted): number {
  return Math.abs(a * d - b * c)
}

/** A slanted image is not the page's pixels; one on its side or upside down is, in another order. */
function isStraight({ matrix: [a, b, c, d] }: Painted): boolean {
  const upright = Math.abs(a) + Math.abs(d)
  const sideways = Math.abs(b) + Math.abs(c)
  return Math.min(upright, sideways) < 0.01 * Math.max(upright, sideways)
}

function topOf({ matrix }: Painted): number {
  return matrix[5] + matrix[3]
}

function unionOf(strips: readonly Painted[]): Affine {
  const first = strips[0]!.matrix
  if (strips.length === 1) return first
  const bottom = strips.at(-1)!.matrix[5]
  return [first[0], 0, 0, topOf(strips[0]!) - bottom, first[4], bottom]
}

async function stackOf(page: PdfPage, strips: readonly Painted[]): Promise<Raster | null> {
  const rasters: Raster[] = []
  for (const strip of strips) {
    const raster = await pixelsOf(page, strip)
    if (!raster || raster.width !== (rasters[0] ?? raster).width || raster.kind !== (rasters[0] ?? raster).kind) return null
    rasters.push(raster)
  }
  if (rasters.length === 1) return rasters[0]!
  const { width, kind } = rasters[0]!
  const height = rasters.reduce((sum, raster) => sum + raster.height, 0)
  const stride = { bits: (width + 7) >> 3, grey: width, rgb: 3 * width, rgba: 4 * width }[kind]
  const data = new Uint8Array(stride * height)
  let at = 0
  for (const raster of rasters) {
    data.set(raster.data.subarray(0, stride * raster.height), at)
    at += stride * raster.height
  }
  return { width, height, kind, data }
}

function paintedImages({ fnArray, argsArray }: Operators, ops: Readonly<Record<string, number>>, view: Affine): Painted[] {
  const painted: Painted[] = []
  const stack: Affine[] = []
  let matrix = view
  for (const [i, fn] of fnArray.entries()) {
    const args = (argsArray[i] ?? []) as readonly unknown[]
    if (fn === ops.save) stack.push(matrix)
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd || fn === ops.endAnnotation) matrix = stack.pop() ?? matrix
    else if (fn === ops.transform) matrix = chain(args as unknown as Affine, matrix)
    else if (fn === ops.paintFormXObjectBegin) {
      stack.push(matrix)
      matrix = chain((args[0] as Affine | null) ?? IDENTITY, matrix)
    } else if (fn === ops.beginAnnotation) {
      stack.push(matrix)
      matrix = chain(args[3] as Affine, chain(args[2] as Affine, view))
    } else if (fn === ops.paintImageXObject || fn === ops.paintInlineImageXObject)
      painted.push({ image: args[0] as string | PdfImage, matrix, isMask: false })
    else if (fn === ops.paintImageMaskXObject) painted.push({ image: args[0] as PdfImage, matrix, isMask: true })
  }
  return painted
}

async function pixelsOf(page: PdfPage, { image, isMask }: Painted): Promise<Raster | null> {
  const found = typeof image === 'string' ? await objectOf(page, image) : image
  const held = found && typeof found.data === 'string' ? await objectOf(page, found.data) : found
  if (held?.bitmap) return greyOf(held.bitmap)
  if (!found || !held || typeof held.data === 'string' || !held.data) return null
  const { width, height } = found
  const kind = isMask ? 'bits' : KINDS[held.kind ?? 0]
  if (!kind) return null
  const bytes = { bits: ((width + 7) >> 3) * height, rgb: 3 * width * height, rgba: 4 * width * height }[kind]
  return held.data.length < bytes ? null : { width, height, kind, data: held.data }
}

/** Grey at once: coloured pixels take four times the room while the page waits. */
async function greyOf(bitmap: Bitmap): Promise<Raster> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const { width, height } = bitmap
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(bitmap, 0, 0)
  // The order of red and blue is the machine's; grey is the brightest of the three.
  const grey = toGrey({ width, height, kind: 'rgba', data: canvas.data() })
  // Its pixels lie outside of what the collector of garbage sees, and would wait long for it.
  canvas.width = 1
  canvas.height = 1
  return { ...grey, kind: 'grey' }
}

function objectOf(page: PdfPage, id: string): Promise<PdfImage | null> {
  const store = id.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    store.get(id, (value: unknown) => resolve(value as PdfImage | null))
  })
}

async function drawPage(page: PdfPage, rotation: number): Promise<PageRaster> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const { width: w, height: h } = page.getViewport({ scale: 1, rotation })
  const wanted = Math.max(DRAWN_LONG_SIDE / Math.max(w, h), DRAWN_SHORT_SIDE / Math.min(w, h))
  const scale = Math.min(wanted, Math.sqrt(MOST_DRAWN / (w * h)))
  const viewport = page.getViewport({ scale, rotation })
  const canvas = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  const context = canvas.getContext('2d')
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, background: 'white' }).promise
  page.cleanup()
  const { width, height } = canvas
  return {
    raster: { width, height, kind: 'rgba', data: context.getImageData(0, 0, width, height).data },
    toView: scaling(1 / scale),
  }
}
