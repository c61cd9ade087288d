// What pdf.js looks for in a browser and Node lacks: it decodes JPEG by the program's own decoder, and leaves large images whole.
import { jpegHead } from '../image/jpeg.ts'
import { isSoundJpeg } from '../image/jpeg-sound.ts'

type World = { OffscreenCanvas?: unknown; ImageDecoder?: unknown; FontFace?: unknown }
/** What may be drawn: pdf.js closes what it no longer needs. */
export type Bitmap = import('@napi-rs/canvas').Image & { close: () => void }

// A3 in colour at 600 dpi. Larger images are refused before they are decoded.
export const MOST_PIXELS = 80e6

let users = 0

/** Lends them until the returned function is called. Where the world has one of its own, that is used. */
export function lendBrowser(): () => void {
  const world = globalThis as World
  if (users++ === 0) {
    world.OffscreenCanvas ??= AnySize
    world.ImageDecoder ??= JpegDecoder
    world.FontFace ??= NoFace
  }
  return () => {
    if (--users > 0) return
    if (world.OffscreenCanvas === AnySize) delete world.OffscreenCanvas
    if (world.ImageDecoder === JpegDecoder) delete world.ImageDecoder
    if (world.FontFace === NoFace) delete world.FontFace
  }
}

/** pdf.js halves JPEG 2000 images that are higher than what it finds an OffscreenCanvas to hold. This holds everything; no pixel goes into it. */
function AnySize(this: { getContext: () => unknown }): void {
  this.getContext = () => ({ fillRect: () => {}, getImageData: () => ({ data: [0, 0, 0, 255] }) })
}

/** A font of a page that is read and not drawn. */
function NoFace(this: { loaded: Promise<void> }): void {
  this.loaded = Promise.resolve()
}

/** pdf.js decodes what this does not, more slowly. */
function JpegDecoder(
  this: { decode: () => Promise<{ image: Bitmap }>; close: () => void },
  { data }: { data: Uint8Array },
): void {
  this.decode = async () => {
    const head = jpegHead(data)
    if (!head || head.width * head.height > MOST_PIXELS || !isSoundJpeg(data))
      throw new Error('no JPEG that is sound and of a size that is read')
    const { loadImage } = await import('@napi-rs/canvas')
    const image = await loadImage(data)
    const close = () => {
      // Else its pixels would wait for the collector of garbage, which does not see how many they are.
      image.src = new Uint8Array()
    }
    return { image: Object.assign(image, { close }) }
  }
  this.close = () => {}
}
JpegDecoder.isTypeSupported = async (type: string) => type === 'image/jpeg'
