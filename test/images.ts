// Images made in code: pages with rows of strokes as long as lines of text, as PNG files.
import { crc32, deflateSync } from 'node:zlib'
import { pngHead, pngPage } from '../src/read/image/png.ts'
import { wrapImages } from '../src/read/image/wrap.ts'

/** A grey PNG. `ink` says which pixels are black. */
export function pngOf(width: number, height: number, ink: (x: number, y: number) => boolean): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 255)
  for (let y = 0; y < height; y++) {
    rows[y * (width + 1)] = 0
    for (let x = 0; x < width; x++) if (ink(x, y)) rows[y * (width + 1) + 1 + x] = 0
  }
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** A page of A4 shape with rows of short strokes; `mark` makes it different from others. */
export function scanPng(mark = 0, width = 1000, height = 1414): Uint8Array {
  return pngOf(width, height, (x, y) => {
    const isText = x > 100 && x < width - 100 && y > 100 && y < 900
    return (isText && y % 40 < 24 && x % 12 < 4 && x % 96 < 84) || (y > 1000 && y < 1020 && x > 100 && x < 110 + 10 * mark)
  })
}

/** A PDF whose pages are these PNG files. */
export async function scanPdf(...files: Uint8Array[]): Promise<Uint8Array> {
  const pages = await Promise.all(files.map((file) => pngPage(file, pngHead(file)!)))
  return wrapImages(pages.map((page) => page!))
}
