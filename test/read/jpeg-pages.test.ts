// JPEG images of PDF pages are decoded by the program's own decoder, for words and for drawings; what it cannot decode goes to pdf.js.
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { jpegPage } from '../../src/read/image/jpeg.ts'
import { wrapImages } from '../../src/read/image/wrap.ts'
import type { GreyImage } from '../../src/read/ocr/image.ts'
import { drawPdfPage } from '../../src/read/pdf/draw.ts'
import { readPdf } from '../../src/read/pdf/index.ts'

const WIDTH = 600
const HEIGHT = 850

/** A white page with a black bar of text height from 100 to 500, and a red one below it. */
function page(): Uint8Array {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, WIDTH, HEIGHT)
  context.fillStyle = 'black'
  context.fillRect(100, 100, 400, 20)
  context.fillStyle = 'rgb(255, 0, 0)'
  context.fillRect(100, 300, 400, 20)
  return new Uint8Array(canvas.toBuffer('image/jpeg', 95))
}

/** What the engine is given of the page: the share of ink in rows of the black bar and of the red one. */
async function seenOf(jpeg: Uint8Array): Promise<number[]> {
  const seen: GreyImage[] = []
  const engine = {
    name: 'made',
    identity: 'made',
    parallel: 1,
    recognise: async (images: readonly GreyImage[]) => {
      seen.push(...images)
      return images.map(() => ({ lines: [] }))
    },
    close: async () => {},
  }
  await readPdf(wrapImages([jpegPage(jpeg)!]), { engine: async () => engine }).catch(() => {})
  const [image] = seen.sort((a, b) => b.data.length - a.data.length)
  const { width, height, data } = image!
  const inkIn = (from: number, to: number) => {
    const rows = data.subarray(Math.round((from * height) / HEIGHT) * width, Math.round((to * height) / HEIGHT) * width)
    return rows.filter((grey) => grey < 100).length / rows.length
  }
  return [inkIn(104, 116), inkIn(304, 316)]
}

describe('pages that are JPEG images', () => {
  it('give the engine their ink without the red of seals', async () => {
    const [black, red] = await seenOf(page())
    expect(black).toBeGreaterThan(0.6)
    expect(red).toBeLessThan(0.01)
  })

  it('are drawn', async () => {
    const png = await drawPdfPage(wrapImages([jpegPage(page())!]), { page: 1, rotation: 0, width: WIDTH })
    const image = await loadImage(Buffer.from(png!))
    const canvas = createCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].map((value) => (value > 128 ? 1 : 0))
    expect([at(300, 110), at(300, 310), at(300, 600)]).toEqual([
      [0, 0, 0, 1],
      [1, 0, 0, 1],
      [1, 1, 1, 1],
    ])
  })

  it('are read as far as they go where their end is missing', async () => {
    const [black] = await seenOf(page().slice(0, -200))
    expect(black).toBeGreaterThan(0.6)
  })
})
