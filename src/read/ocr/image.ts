// Pixels in the forms that decoders give become grey images: one byte a pixel, 0 black to 255 white.

export type GreyImage = { width: number; height: number; data: Uint8Array }

/** What decoders give: packed bits (0 is black), or bytes of red, green, blue and perhaps opacity. */
export type Raster = {
  width: number
  height: number
  kind: 'bits' | 'grey' | 'rgb' | 'rgba'
  data: Uint8Array | Uint8ClampedArray
}

/**
 * Grey with coloured ink lightened: the red of seals and the blue of signatures are bright in their own channel, black ink is
 * dark in all.
 */
export function toGrey({ width, height, kind, data }: Raster): GreyImage {
  if (kind === 'grey') return { width, height, data: Uint8Array.from(data.subarray(0, width * height)) }
  const grey = new Uint8Array(width * height)
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length)
  if (kind === 'bits') {
    const stride = (width + 7) >> 3
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++) grey[at++] = (bytes[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
  } else if (kind === 'rgb')
    for (let i = 0, at = 0; i < grey.length; i++, at += 3) grey[i] = Math.max(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)
  else
    for (let i = 0, at = 0; i < grey.length; i++, at += 4) {
      const bright = Math.max(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!)
      const opacity = bytes[at + 3]!
      grey[i] = opacity === 255 ? bright : 255 - ((255 - bright) * opacity) / 255
    }
  return { width, height, data: grey }
}
