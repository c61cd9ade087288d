// A PNG file becomes a page: its data chunks are what PDF codes the same way; the kinds that PDF lacks are decoded first.
import { deflateSync } from 'node:zlib'
import { chunksOf, dataOf, GREY, type Head, PALETTE, RGB, wholePng } from './png-file.ts'
import type { PageImage } from './wrap.ts'

export function pngHead(bytes: Uint8Array): Head | null {
  if (bytes.length < 33) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    bits: bytes[24]!,
    colour: bytes[25]!,
    isInterlaced: bytes[28] !== 0,
  }
}

/** Throws where the data cannot be decoded. */
export async function pngPage(bytes: Uint8Array, head: Head): Promise<PageImage | null> {
  const { width, height, bits, colour } = head
  const chunks = chunksOf(bytes)
  const isPlain = !head.isInterlaced && [GREY, RGB, PALETTE].includes(colour) && !chunks.some(({ name }) => name === 'tRNS')
  if (!isPlain) {
    const file = wholePng(chunks, head)
    return file && decoded(file, head)
  }
  const palette = chunks.find(({ name }) => name === 'PLTE')?.data
  if (colour === PALETTE && !palette) return null
  const space =
    colour === GREY
      ? '/DeviceGray'
      : colour === RGB
        ? '/DeviceRGB'
        : `[/Indexed/DeviceRGB ${palette!.length / 3 - 1}<${Buffer.from(palette!).toString('hex')}>]`
  const colours = colour === RGB ? 3 : 1
  const entries = `/ColorSpace${space}/BitsPerComponent ${bits}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${colours}/BitsPerComponent ${bits}/Columns ${width}>>`
  const data = dataOf(chunks)
  return { width, height, pieces: [{ x: 0, y: 0, width, height, data, entries }] }
}

/** Interlaced or see-through: drawn on white. */
async function decoded(file: Buffer, { width, height }: Head): Promise<PageImage> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(await loadImage(file), 0, 0)
  const pixels = context.getImageData(0, 0, width, height).data
  const data = new Uint8Array(width * height * 3)
  for (let i = 0, at = 0; at < data.length; i += 4, at += 3) {
    data[at] = pixels[i]!
    data[at + 1] = pixels[i + 1]!
    data[at + 2] = pixels[i + 2]!
  }
  // Packed again: a document may hold many.
  const entries = '/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode'
  return { width, height, pieces: [{ x: 0, y: 0, width, height, data: deflateSync(data, { level: 1 }), entries }] }
}
