// Image data becomes a PDF with one page for each image, undecoded: every coding of scanners is a filter of PDF too.
import { Buffer } from 'node:buffer'

/** One piece of a page: a strip or a tile, its data as the file codes them. */
export type Piece = { x: number; y: number; width: number; height: number; data: Uint8Array; entries: string }

/** `entries` of a piece are the keys of its image dictionary besides its size: colour space, bits, filter and its parameters. */
export type PageImage = { width: number; height: number; pieces: Piece[] }

// Points: paper is A4 upright or laid across; what a file says of its resolution is often wrong.
const A4_WIDTH = 595.28
const A4_HEIGHT = 841.89

export function wrapImages(pages: readonly PageImage[]): Uint8Array {
  const parts: Buffer[] = []
  const places: number[] = []
  let length = 0
  const write = (part: Buffer | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  const object = (body: string, stream?: Uint8Array) => {
    places.push(length)
    write(`${places.length} 0 obj\n${body}\n`)
    if (stream) {
      write('stream\n')
      write(Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength))
      write('\nendstream\n')
    }
    write('endobj\n')
  }
  write('%PDF-1.7\n')
  // Objects: catalogue, page tree, then for each page its own, its content and its pieces.
  let next = 3
  const numbers = pages.map(({ pieces }) => {
    const own = next
    next += 2 + pieces.length
    return own
  })
  object('<</Type/Catalog/Pages 2 0 R>>')
  object(`<</Type/Pages/Count ${pages.length}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`)
  pages.forEach(({ width, height, pieces }, i) => {
    const own = numbers[i]!
    const unit = (width > height ? A4_HEIGHT : A4_WIDTH) / width
    const size = (pixels: number) => (pixels * unit).toFixed(4)
    const names = pieces.map((_, k) => `/I${k} ${own + 2 + k} 0 R`).join('')
    object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size(width)} ${size(height)}]/Resources<</XObject<<${names}>>>>/Contents ${own + 1} 0 R>>`,
    )
    const content = pieces
      .map(
        (piece, k) =>
          `q ${size(piece.width)} 0 0 ${size(piece.height)} ${size(piece.x)} ${size(height - piece.y - piece.height)} cm /I${k} Do Q`,
      )
      .join('\n')
    object(`<</Length ${content.length}>>`, Buffer.from(content, 'latin1'))
    for (const piece of pieces)
      object(
        `<</Type/XObject/Subtype/Image/Width ${piece.width}/Height ${piece.height}${piece.entries}/Length ${piece.data.length}>>`,
        piece.data,
      )
  })
  const start = length
  write(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`)
  for (const place of places) write(`${String(place).padStart(10, '0')} 00000 n \n`)
  write(`trailer\n<</Size ${places.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`)
  return new Uint8Array(Buffer.concat(parts))
}
