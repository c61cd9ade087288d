// A TIFF file becomes pages: the strips and tiles of its directories keep their coding under the name that PDF has for it.
import type { PageImage, Piece } from './wrap.ts'

type Fields = ReadonlyMap<number, readonly number[]>

// TIFF 6.0 and its supplements.
const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  strips: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planar: 284,
  groupThree: 292,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tiles: 324,
  tileBytes: 325,
  jpegTables: 347,
} as const
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 }
const MOST_PAGES = 2000
const MOST_VALUES = 100_000
const WHITE_IS_ZERO = 0
const PALETTE = 3

export type TiffPage = { width: number; height: number /** Null where its kind is not read. */; image: (() => PageImage) | null }

/** The pages in order, small previews left out. Null where the file is no TIFF. */
export function tiffPages(bytes: Uint8Array): TiffPage[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8) return null
  const isLittle = bytes[0] === 0x49
  if (view.getUint16(2, isLittle) !== 42) return null
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  for (let at = view.getUint32(4, isLittle); at > 0 && !seen.has(at) && seen.size < MOST_PAGES; ) {
    seen.add(at)
    const directory = readDirectory(view, at, isLittle)
    if (!directory) break
    if ((one(directory.fields, TAG.subfile, 0) & 1) === 0) pages.push(pageOf(bytes, directory.fields))
    at = directory.next
  }
  return pages
}

function readDirectory(view: DataView, at: number, isLittle: boolean): { fields: Fields; next: number } | null {
  if (at + 2 > view.byteLength) return null
  const count = view.getUint16(at, isLittle)
  const end = at + 2 + 12 * count
  if (end + 4 > view.byteLength) return null
  const fields = new Map<number, readonly number[]>()
  for (let entry = at + 2; entry < end; entry += 12) {
    const size = SIZES[view.getUint16(entry + 2, isLittle)]
    const values = view.getUint32(entry + 4, isLittle)
    if (!size || values > MOST_VALUES) continue
    const start = size * values > 4 ? view.getUint32(entry + 8, isLittle) : entry + 8
    if (start + size * values > view.byteLength) continue
    const read = (i: number) =>
      size === 1
        ? view.getUint8(start + i)
        : size === 2
          ? view.getUint16(start + 2 * i, isLittle)
          : view.getUint32(start + 4 * i, isLittle)
    fields.set(
      view.getUint16(entry, isLittle),
      Array.from({ length: values }, (_, i) => read(i)),
    )
  }
  return { fields, next: view.getUint32(end, isLittle) }
}

function one(fields: Fields, tag: number, missing: number): number {
  return fields.get(tag)?.[0] ?? missing
}

function pageOf(bytes: Uint8Array, fields: Fields): TiffPage {
  const width = one(fields, TAG.width, 0)
  const height = one(fields, TAG.height, 0)
  const samples = one(fields, TAG.samples, 1)
  const colours = coloursOf(fields, samples)
  const isRead =
    codingOf(fields, 1, 1, samples) !== null && colours !== null && (samples === 1 || one(fields, TAG.planar, 1) === 1)
  return { width, height, image: isRead ? () => ({ width, height, pieces: piecesOf(bytes, fields, colours!) }) : null }
}

function coloursOf(fields: Fields, samples: number): string | null {
  const bits = one(fields, TAG.bits, 1)
  const photometric = one(fields, TAG.photometric, WHITE_IS_ZERO)
  const isFax = [2, 3, 4].includes(one(fields, TAG.compression, 1))
  if (photometric === PALETTE) {
    const map = fields.get(TAG.colours)
    if (!map || map.length !== 3 * 2 ** bits) return null
    const third = map.length / 3
    const hex = (value: number) => (value >> 8).toString(16).padStart(2, '0')
    const table = Array.from({ length: third }, (_, i) => hex(map[i]!) + hex(map[third + i]!) + hex(map[2 * third + i]!)).join('')
    return `/ColorSpace[/Indexed/DeviceRGB ${third - 1}<${table}>]/BitsPerComponent ${bits}`
  }
  if (samples === 1) {
    // Fax coding says black and white itself: PDF takes black for 0.
    const isInverted = (photometric === WHITE_IS_ZERO) !== isFax
    return `/ColorSpace/DeviceGray/BitsPerComponent ${bits}${isInverted ? '/Decode[1 0]' : ''}`
  }
  if (samples === 3) return `/ColorSpace/DeviceRGB/BitsPerComponent ${bits}`
  return samples === 4 && photometric === 5 ? `/ColorSpace/DeviceCMYK/BitsPerComponent ${bits}` : null
}

function codingOf(fields: Fields, columns: number, rows: number, samples: number): string | null {
  const bits = one(fields, TAG.bits, 1)
  const predictor =
    one(fields, TAG.predictor, 1) === 2
      ? `/DecodeParms<</Predictor 2/Colors ${samples}/BitsPerComponent ${bits}/Columns ${columns}>>`
      : ''
  const fax = (k: number, more: string) =>
    `/Filter/CCITTFaxDecode/DecodeParms<</K ${k}/Columns ${columns}/Rows ${rows}/EndOfBlock false${more}>>`
  switch (one(fields, TAG.compression, 1)) {
    case 1:
      return ''
    case 2:
      return fax(0, '/EncodedByteAlign true')
    case 3: {
      const options = one(fields, TAG.groupThree, 0)
      return fax(options & 1 ? 4 : 0, `/EndOfLine true${options & 4 ? '/EncodedByteAlign true' : ''}`)
    }
    case 4:
      return fax(-1, '')
    case 5:
      return `/Filter/LZWDecode${predictor}`
    case 7:
      return `/Filter/DCTDecode${one(fields, TAG.photometric, 6) === 2 ? '/DecodeParms<</ColorTransform 0>>' : ''}`
    case 8:
    case 32946:
      return `/Filter/FlateDecode${predictor}`
    case 32773:
      return '/Filter/RunLengthDecode'
    default:
      return null
  }
}

function piecesOf(bytes: Uint8Array, fields: Fields, colours: string): Piece[] {
  const width = one(fields, TAG.width, 0)
  const height = one(fields, TAG.height, 0)
  const isTiled = fields.has(TAG.tiles)
  const starts = fields.get(isTiled ? TAG.tiles : TAG.strips) ?? []
  const lengths = fields.get(isTiled ? TAG.tileBytes : TAG.stripBytes) ?? []
  const columns = isTiled ? one(fields, TAG.tileWidth, width) : width
  const rows = Math.min(
    isTiled ? one(fields, TAG.tileHeight, height) : one(fields, TAG.rowsPerStrip, height),
    isTiled ? 65_535 : height,
  )
  if (columns < 1 || rows < 1) return []
  const across = Math.ceil(width / columns)
  return starts.slice(0, across * Math.ceil(height / rows)).map((start, i): Piece => {
    const y = Math.floor(i / across) * rows
    const own = isTiled ? rows : Math.min(rows, height - y)
    const data = prepared(bytes.subarray(start, start + (lengths[i] ?? 0)), fields)
    return {
      x: (i % across) * columns,
      y,
      width: columns,
      height: own,
      data,
      entries: colours + codingOf(fields, columns, own, one(fields, TAG.samples, 1)),
    }
  })
}

function prepared(data: Uint8Array, fields: Fields): Uint8Array {
  const compression = one(fields, TAG.compression, 1)
  const tables = fields.get(TAG.jpegTables)
  // Abbreviated JPEG: the tables stand once, without their end mark, the strip follows without its start mark.
  if (compression === 7 && tables && tables.length > 4) return Uint8Array.from([...tables.slice(0, -2), ...data.subarray(2)])
  return one(fields, TAG.fillOrder, 1) === 2 && compression !== 7 ? data.map(reversed) : data
}

function reversed(byte: number): number {
  let bits = byte
  bits = ((bits & 0xf0) >> 4) | ((bits & 0x0f) << 4)
  bits = ((bits & 0xcc) >> 2) | ((bits & 0x33) << 2)
  return ((bits & 0xaa) >> 1) | ((bits & 0x55) << 1)
}
