// A PNG file is written anew with what its image needs and no more, so that its decoder meets no error: one would end the process.
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib'

export type Head = { width: number; height: number; bits: number; colour: number; isInterlaced: boolean }

export type Chunk = { name: string; data: Uint8Array }

export const GREY = 0
export const RGB = 2
export const PALETTE = 3
// Samples of a pixel and the depths that they may have, by colour type (PNG 1.2, 4.1.1).
const KINDS: Readonly<Record<number, { samples: number; bits: readonly number[] }>> = {
  [GREY]: { samples: 1, bits: [1, 2, 4, 8, 16] },
  [RGB]: { samples: 3, bits: [8, 16] },
  [PALETTE]: { samples: 1, bits: [1, 2, 4, 8] },
  4: { samples: 2, bits: [8, 16] },
  6: { samples: 4, bits: [8, 16] },
}
// Where the seven passes of an interlaced image begin, and their steps.
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const FILTERS = 5
// Some programs write more than the image has.
const SPARE = 1024 * 1024

export function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = MARK.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/** The parts that make the image, of a file whose parts fit each other; rows that are missing are blank. Null where nothing can be shown. */
export function wholePng(chunks: readonly Chunk[], head: Head): Buffer | null {
  const { width, height, bits, colour } = head
  const kind = KINDS[colour]
  const header = chunks[0]
  if (!kind?.bits.includes(bits) || width === 0 || height === 0) return null
  if (header?.name !== 'IHDR' || header.data.length !== 13) return null
  // Packing, filters and interlacing, of which PNG 1.2 has one, one and two.
  if (header.data[10] !== 0 || header.data[11] !== 0 || header.data[12]! > 1) return null
  const palette = chunks.find(({ name }) => name === 'PLTE')?.data ?? null
  const colours = palette ? palette.length / 3 : 0
  if (colour === PALETTE && !(Number.isInteger(colours) && colours > 0 && colours <= 2 ** bits)) return null
  const rows = rowsOf(dataOf(chunks), head, kind.samples * bits)
  const clear = chunks.find(({ name }) => name === 'tRNS')?.data
  const isClear = clear && (colour === PALETTE ? clear.length <= colours : clear.length === 2 * kind.samples && colour <= RGB)
  return Buffer.concat([
    Buffer.from(MARK),
    written('IHDR', header.data),
    ...(colour === PALETTE ? [written('PLTE', palette!)] : []),
    ...(isClear ? [written('tRNS', clear)] : []),
    written('IDAT', deflateSync(rows, { level: 1 })),
    written('IEND', new Uint8Array()),
  ])
}

export function dataOf(chunks: readonly Chunk[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data)))
}

/** As many rows as the image has, each with a filter that there is. Throws where the data cannot be unpacked. */
function rowsOf(packed: Uint8Array, { width, height, isInterlaced }: Head, bitsPerPixel: number): Uint8Array {
  const parts = isInterlaced
    ? PASSES.map(([x, y, dx, dy]) => ({ width: Math.ceil((width - x) / dx), height: Math.ceil((height - y) / dy) }))
    : [{ width, height }]
  const passes = parts
    .filter((part) => part.width > 0 && part.height > 0)
    .map((part) => ({ stride: 1 + Math.ceil((part.width * bitsPerPixel) / 8), height: part.height }))
  const size = passes.reduce((sum, pass) => sum + pass.stride * pass.height, 0)
  const unpacked = inflateSync(packed, { maxOutputLength: size + SPARE, finishFlush: constants.Z_SYNC_FLUSH })
  // A few bytes must not become an image of any size.
  if (unpacked.length < size / 2) throw new Error('most of the image is missing')
  const rows = new Uint8Array(size)
  rows.set(unpacked.subarray(0, size))
  let at = 0
  for (const { stride, height } of passes)
    for (const end = at + stride * height; at < end; at += stride) if (rows[at]! >= FILTERS) rows[at] = 0
  return rows
}

function written(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
