// A page that lies on its side or stands on its head is turned upright by quarters.
import { type Affine, IDENTITY } from '../../model/affine.ts'
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'
import { lineStrength } from './skew.ts'

export type Quarters = 0 | 1 | 2 | 3

// How much stronger the lines of one way must be than those of the other. Pages that are all table may be in doubt.
const CLEARLY = 1.15

/** Quarters to try, the likeliest first. */
export function likelyTurns(ink: Ink): readonly Quarters[] {
  const ratio = lineStrength(ink, false) / lineStrength(ink, true)
  if (ratio < 1 / CLEARLY) return [1, 3, 0, 2]
  return ratio > CLEARLY ? [0, 2] : [0, 1, 3, 2]
}

/** Turns clockwise; `back` maps the turned pixels to those before. */
export function turnImage(image: GreyImage, quarters: Quarters): { image: GreyImage; back: Affine } {
  const { width, height, data } = image
  if (quarters === 0) return { image, back: IDENTITY }
  const turned = new Uint8Array(data.length)
  if (quarters === 2) {
    for (let i = 0, j = data.length - 1; j >= 0; i++, j--) turned[i] = data[j]!
    return { image: { width, height, data: turned }, back: [-1, 0, 0, -1, width, height] }
  }
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      turned[quarters === 1 ? x * height + height - 1 - y : (width - 1 - x) * height + y] = data[at]!
  const back: Affine = quarters === 1 ? [0, -1, 1, 0, 0, height] : [0, 1, -1, 0, width, 0]
  return { image: { width: height, height: width, data: turned }, back }
}
