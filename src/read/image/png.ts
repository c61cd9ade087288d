// A PNG file becomes a page: its data chunks are what PDF codes the same way; the kinds that PDF lacks are decoded first.
import { deflateSync } from 'node:zlib'
import type { PageImage } from './wrap.ts'

type Head = { width: number; height: number; bits: number; colour: number; isInterlaced: boolean }

const GREY = 0
const RGB = 2
const PALETTE = 3

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
  if (!isPlain) return decoded(bytes, head)
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
  const data = new Uint8Array(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map((chunk) => chunk.data)))
  return { width, height, pieces: [{ x: 0, y: 0, width, height, data, entries }] }
}

function chunksOf(bytes: Uint8Array): { name: string; data: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: { name: string; data: Uint8Array }[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** Interlaced or see-through: drawn on white. */
async function decoded(bytes: Uint8Array, { width, height }: Head): Promise<PageImage> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(await loadImage(Buffer.from(bytes)), 0, 0)
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
