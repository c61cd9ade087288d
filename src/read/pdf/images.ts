// A page becomes one raster for recognition: the scanned image itself where the page is one image, else the page drawn.
import { type Affine, chain, IDENTITY, scaling } from '../../model/affine.ts'
import type { Raster } from '../ocr/image.ts'

type PdfPage = import('pdfjs-dist/legacy/build/pdf.mjs').PDFPageProxy
type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] }

/** A page as pixels; `toView` maps pixels to viewed points, y down. */
export type PageRaster = { raster: Raster; toView: Affine }

type Painted = { image: string | PdfImage; matrix: Affine; isMask: boolean }
type PdfImage = { width: number; height: number; kind?: number; data?: Uint8Array | Uint8ClampedArray | string }

// A scan covers its page but for small shifts; seals and pictures of signatures beside it are small.
const WHOLE_PAGE = 0.75
const BESIDE = 0.1
// Drawn pages: A4 at 200 dpi is 2,339 pixels high; smaller print wants more, and no scan shows more than 300 dpi.
const DRAWN_LONG_SIDE = 2800
const KINDS = ['bits', 'bits', 'rgb', 'rgba'] as const

/** The raster of a page whose operators were read; null where it shows nothing. */
export async function rasterOf(page: PdfPage, operators: Operators, ops: Readonly<Record<string, number>>): Promise<PageRaster> {
  const view = page.getViewport({ scale: 1 })
  const scan = scanOf(paintedImages(operators, ops, view.transform as unknown as Affine), view.width * view.height)
  const raster = scan && (await pixelsOf(page, scan))
  if (!scan || !raster) return drawPage(page)
  // Images fill the unit square of their matrix, their first row at its top.
  const unit: Affine = [1 / raster.width, 0, 0, -1 / raster.height, 0, 1]
  return { raster, toView: chain(unit, scan.matrix) }
}

/** The one image that is the page. A slanted one is none: its pixels are not the page's. */
function scanOf(painted: readonly Painted[], pageArea: number): Painted | null {
  const areaOf = ({ matrix: [a, b, c, d] }: Painted) => Math.abs(a * d - b * c)
  const [first, ...others] = [...painted].sort((a, b) => areaOf(b) - areaOf(a))
  if (!first || areaOf(first) < WHOLE_PAGE * pageArea) return null
  if (others.some((other) => areaOf(other) > BESIDE * pageArea)) return null
  const [a, b, c, d] = first.matrix
  const isUpright = Math.abs(b) + Math.abs(c) < 0.01 * (Math.abs(a) + Math.abs(d))
  const isSideways = Math.abs(a) + Math.abs(d) < 0.01 * (Math.abs(b) + Math.abs(c))
  return isUpright || isSideways ? first : null
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
  if (!found || !held || typeof held.data === 'string' || !held.data) return null
  const { width, height } = found
  const kind = isMask ? 'bits' : KINDS[held.kind ?? 0]
  if (!kind) return null
  const bytes = { bits: ((width + 7) >> 3) * height, rgb: 3 * width * height, rgba: 4 * width * height }[kind]
  return held.data.length < bytes ? null : { width, height, kind, data: held.data }
}

function objectOf(page: PdfPage, id: string): Promise<PdfImage | null> {
  const store = id.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    store.get(id, (value: unknown) => resolve(value as PdfImage | null))
  })
}

async function drawPage(page: PdfPage): Promise<PageRaster> {
  const { createCanvas } = await import('@napi-rs/canvas')
  const natural = page.getViewport({ scale: 1 })
  const scale = DRAWN_LONG_SIDE / Math.max(natural.width, natural.height)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, background: 'white' }).promise
  const { width, height } = canvas
  return {
    raster: { width, height, kind: 'rgba', data: context.getImageData(0, 0, width, height).data },
    toView: scaling(1 / scale),
  }
}

let users = 0

/**
 * pdf.js halves JPEG 2000 images that are higher than what it finds an OffscreenCanvas to hold; Node has none, and no pixel here
 * ever goes into one. Until it is released, it finds one that holds everything.
 */
export function keepImagesWhole(): () => void {
  const world = globalThis as { OffscreenCanvas?: unknown }
  if (users++ === 0 && world.OffscreenCanvas === undefined) world.OffscreenCanvas = AnySize
  return () => {
    if (--users === 0 && world.OffscreenCanvas === AnySize) delete world.OffscreenCanvas
  }
}

function AnySize(this: { getContext: () => unknown }): void {
  this.getContext = () => ({ fillRect: () => {}, getImageData: () => ({ data: [0, 0, 0, 255] }) })
}
