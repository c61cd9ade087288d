// Grey images become one TIFF file of several pages, uncompressed: what Tesseract takes on its stdin.
import type { GreyImage } from './image.ts'

const SHORT = 3
const LONG = 4
const HEADER = 8
const ENTRY = 12
// TIFF 6.0, section 4: the fields that a grey image must have.
const fieldsOf = ({ width, height }: GreyImage, at: number) => [
  [256, LONG, width],
  [257, LONG, height],
  [258, SHORT, 8],
  [259, SHORT, 1],
  [262, SHORT, 1],
  [273, LONG, at],
  [277, SHORT, 1],
  [278, LONG, height],
  [279, LONG, width * height],
]

export function tiffOf(images: readonly GreyImage[]): Buffer {
  const directory = 2 + fieldsOf({ width: 0, height: 0, data: new Uint8Array() }, 0).length * ENTRY + 4
  const even = (size: number) => size + (size % 2)
  const file = Buffer.alloc(HEADER + images.reduce((sum, { data }) => sum + even(data.length) + even(directory), 0))
  file.write('II*\0', 'latin1')
  let link = 4
  let at = HEADER
  for (const image of images) {
    file.set(image.data, at)
    const start = at + even(image.data.length)
    const fields = fieldsOf(image, at)
    file.writeUInt32LE(start, link)
    file.writeUInt16LE(fields.length, start)
    fields.forEach(([tag, type, value], i) => {
      const entry = start + 2 + i * ENTRY
      file.writeUInt16LE(tag!, entry)
      file.writeUInt16LE(type!, entry + 2)
      file.writeUInt32LE(1, entry + 4)
      file.writeUInt32LE(value!, entry + 8)
    })
    link = start + 2 + fields.length * ENTRY
    at = start + even(directory)
  }
  return file
}
