// An image file becomes a draft: one page for each image in it, recognised like the pages of a scanned PDF.
import type { Draft } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import { type ImageType, imageType } from '../image-type.ts'
import type { ReadOptions } from '../options.ts'
import { MOST_PIXELS } from '../pdf/browser.ts'
import { readPdf } from '../pdf/index.ts'
import { jpegPage } from './jpeg.ts'
import { pngHead, pngPage } from './png.ts'
import { tiffPages } from './tiff.ts'
import { type PageImage, wrapImages } from './wrap.ts'

/** Reads PNG, JPEG and TIFF. Throws UnreadableError: damaged, too large, no words in it. */
export async function readImage(bytes: Uint8Array, type: ImageType, options: ReadOptions): Promise<Draft> {
  const messages: Message[] = []
  const pages = await pagesOf(bytes, type, messages)
  if (pages.length === 0) throw damaged(type)
  const draft = await readPdf(wrapImages(pages), options)
  return { ...draft, mediaType: `image/${type}`, signatures: [], messages: [...messages, ...draft.messages] }
}

/** The pages of an image file as a PDF; null where none can be shown. */
export async function imagePdf(bytes: Uint8Array, type: ImageType): Promise<Uint8Array | null> {
  const pages = await pagesOf(bytes, type, [])
  return pages.length > 0 ? wrapImages(pages) : null
}

/** A picture of a document as a page; null where its kind is not read, or it is damaged or too large. */
export async function pageOfPicture(bytes: Uint8Array): Promise<PageImage | null> {
  const type = imageType(bytes)
  try {
    return type && ((await pagesOf(bytes, type, []))[0] ?? null)
  } catch (error) {
    if (error instanceof UnreadableError) return null
    throw error
  }
}

async function pagesOf(bytes: Uint8Array, type: ImageType, messages: Message[]): Promise<PageImage[]> {
  if (type === 'tiff') {
    const pages = tiffPages(bytes) ?? []
    return pages.flatMap(({ width, height, image }, i) => {
      refuseLarge(width, height)
      if (image && width > 0 && height > 0) return [image()]
      const what = {
        vi: `ảnh thứ ${i + 1} trong tệp TIFF (kiểu mã hóa lạ)`,
        en: `image ${i + 1} of the TIFF file (of an unusual coding)`,
      }
      messages.push(report('read/unknown-element', null, { what }))
      return []
    })
  }
  if (type === 'png') {
    const head = pngHead(bytes)
    if (!head) return []
    refuseLarge(head.width, head.height)
    const page = await pngPage(bytes, head).catch((error: unknown) => {
      throw damaged(type, error)
    })
    return page ? [page] : []
  }
  const page = jpegPage(bytes)
  if (page) refuseLarge(page.width, page.height)
  return page ? [page] : []
}

function refuseLarge(width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return
  throw new UnreadableError(
    'too-large',
    `the image has ${width} × ${height} pixels, more than ${MOST_PIXELS / 1e6} million`,
    `ảnh có ${width} × ${height} điểm, quá ${MOST_PIXELS / 1e6} triệu`,
  )
}

function damaged(type: ImageType, cause?: unknown): UnreadableError {
  return new UnreadableError('damaged', `the ${type.toUpperCase()} image is damaged`, `ảnh ${type.toUpperCase()} bị hỏng`, cause)
}
