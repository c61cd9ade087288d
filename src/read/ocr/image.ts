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
  if (kind === 'bits') {
    const stride = (width + 7) >> 3
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++) grey[at++] = (data[y * stride + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0
    return { width, height, data: grey }
  }
  const step = kind === 'rgba' ? 4 : 3
  for (let i = 0, at = 0; i < grey.length; i++, at += step) {
    const red = data[at]!
    const green = data[at + 1]!
    const blue = data[at + 2]!
    const bright = red > green ? (red > blue ? red : blue) : green > blue ? green : blue
    grey[i] = step === 4 ? 255 - ((255 - bright) * data[at + 3]!) / 255 : bright
  }
  return { width, height, data: grey }
}
