// Pixels in the forms that decoders give become grey images: one byte a pixel, 0 black to 255 white.

export type GreyImage = { width: number; height: number; data: Uint8Array }

/** What decoders give: packed bits (0 is black), or bytes of red, green, blue and perhaps opacity. */
export type Raster = {
  width: number
  height: number
  kind: 'bits' | 'grey' | 'rgb' | 'rgba'
  data: Uint8Array | Uint8ClampedArray
}

// Lighter in all colours is paper, its grain, and the fringes of letters in a JPEG: what is white is passed over from then on.
const PAPER = 0xf0
const PAPER_FOUR = 0xf0f0f0f0 | 0

/**
 * Grey with coloured ink lightened: the red of seals and the blue of signatures are bright in their own channel, black ink is
 * dark in all.
 */
export function toGrey({ width, height, kind, data }: Raster): GreyImage {
  if (kind === 'grey') return { width, height, data: Uint8Array.prototype.slice.call(data, 0, width * height) }
  const grey = new Uint8Array(width * height)
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length)
  if (kind === 'bits') {
    const stride = (width + 7) >> 3
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++) grey[at++] = (bytes[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
  } else if (kind === 'rgb')
    for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
      const [red, green, blue] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!]
      grey[i] = (red & green & blue & PAPER) === PAPER ? 255 : Math.max(red, green, blue)
    }
  else {
    const fours = foursOf(bytes)
    for (let i = 0; i < grey.length; i++) {
      if ((fours[i]! & PAPER_FOUR) === PAPER_FOUR) {
        grey[i] = 255
        continue
      }
      const at = 4 * i
      const [red, green, blue, opacity] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!]
      const most = red > green ? red : green
      const bright = most > blue ? most : blue
      grey[i] = opacity === 255 ? bright : (255 - ((255 - bright) * opacity) / 255) | 0
    }
  }
  return { width, height, data: grey }
}

/** Four pixels as one number, to be read only: most of a page is white, and 0 or -1 tells it at once. Leaves over up to three. */
export function foursOf(data: Uint8Array): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice()
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
}
