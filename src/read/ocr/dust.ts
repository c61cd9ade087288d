// Specks of dust are wiped off a dirty page: spots of ink smaller than any mark of a letter.
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

// Share of the longer side: the side of a square that a full stop of small print still fills.
const SPECK = 0.00115
// A clean page has fewer; its smallest spots are marks of letters.
const DIRTY = 250
const SAMPLE = 8

/** Paints specks white in the image and takes them out of the ink, where there are many. Returns how many. */
export function wipeDust(image: GreyImage, ink: Ink): number {
  const side = SPECK * Math.max(ink.width, ink.height)
  const most = Math.max(1, Math.floor(side * side))
  let sampled = 0
  for (let y = 1; y + 1 < ink.height; y += SAMPLE) sampled += specksOn(ink, y, most).length
  if (sampled * SAMPLE < DIRTY) return 0
  let wiped = 0
  for (let y = 1; y + 1 < ink.height; y++) {
    for (const speck of specksOn(ink, y, most)) {
      wiped++
      for (const at of speck) wipe(image, ink, at)
    }
  }
  return wiped
}

/** Specks whose first pixel is on this row. */
function specksOn({ width, data }: Ink, y: number, most: number): number[][] {
  const specks: number[][] = []
  const end = (y + 1) * width - 1
  for (let start = y * width + 1; start < end; start++) {
    if (!data[start]) continue
    // The first pixel of a spot has none before it.
    const above = start - width
    if (data[start - 1]! | data[above - 1]! | data[above]! | data[above + 1]!) continue
    const spot = spotAt(data, width, start, most)
    if (spot) specks.push(spot)
  }
  return specks
}

/** The pixels of a spot, or null where it has more than `most`. */
function spotAt(data: Uint8Array, width: number, start: number, most: number): number[] | null {
  const spot = [start]
  for (let i = 0; i < spot.length; i++) {
    for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) {
      const next = spot[i]! + step
      if (!data[next] || spot.includes(next)) continue
      if (spot.length === most) return null
      spot.push(next)
    }
  }
  return spot
}

/** The speck and the grey around it. */
function wipe(image: GreyImage, ink: Ink, at: number): void {
  ink.data[at] = 0
  for (const dy of [-image.width, 0, image.width])
    for (let dx = -1; dx <= 1; dx++) {
      const near = at + dy + dx
      if (near >= 0 && near < image.data.length && !ink.data[near]) image.data[near] = 255
    }
}
