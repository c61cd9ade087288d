// A PDF that was read before: which of its pages are which images, so that the words kept for these need no decoding of images.
import type { Affine } from '../../model/affine.ts'
import { fileKey, keep, recall, recallReading } from '../ocr/cache.ts'
import { type KnownImage, pageOf, type Reading, type RecognisedPage } from '../ocr/page.ts'
import type { ReadOptions } from '../options.ts'

/** What is kept of a page: the area of its images, and the one that was recognised. */
type KeptPage = { imageArea: number; image: KnownImage | null }

export type KnownPage = { imageArea: number; recognised: RecognisedPage | null }

/** The pages of a PDF where everything that was recognised in it is kept; null where anything is not. `version` is that of the reader. */
export async function recallPages(bytes: Uint8Array, version: string, options: ReadOptions): Promise<KnownPage[] | null> {
  const { cache, engine: open, ocr = 'auto' } = options
  if (!cache || !open || ocr === 'never') return null
  const kept = await recall<KeptPage[]>(cache, keyOf(bytes, version, options))
  const engine = kept && (await open())
  if (!kept || !engine) return null
  const pages: KnownPage[] = []
  for (const { imageArea, image } of kept) {
    const reading = image && (await recallReading<Reading>(cache, image.hash, engine))
    if (image && !reading) return null
    pages.push({ imageArea, recognised: image && reading ? pageOf(reading, image.toView as Affine) : null })
  }
  return pages
}

/** Keeps the pages of a PDF in which something was recognised. */
export async function keepPages(
  bytes: Uint8Array,
  version: string,
  options: ReadOptions,
  imageAreas: readonly number[],
  images: ReadonlyMap<number, KnownImage>,
): Promise<void> {
  if (!options.cache || images.size === 0) return
  const pages = imageAreas.map((imageArea, i): KeptPage => ({ imageArea, image: images.get(i + 1) ?? null }))
  await keep(options.cache, keyOf(bytes, version, options), pages)
}

function keyOf(bytes: Uint8Array, version: string, { ocr = 'auto' }: ReadOptions): string {
  return fileKey(bytes, ['pages', version, ocr])
}
