// Specks of dust are wiped off a page: spots of ink smaller than any mark of a letter.
import type { GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

// Share of the longer side: the side of a square that a full stop of small print still fills.
const SPECK = 0.00115

/** Paints specks white in the image and takes them out of the ink. Returns how many there were. */
export function wipeDust(image: GreyImage, ink: Ink): number {
  const { width, height, data } = ink
  const side = SPECK * Math.max(width, height)
  const most = Math.max(1, Math.floor(side * side))
  const seen = new Uint8Array(data.length)
  const stack = new Int32Array(data.length)
  let wiped = 0
  for (let start = 0; start < data.length; start++) {
    if (!data[start] || seen[start]) continue
    let top = 0
    let size = 0
    const spot: number[] = []
    stack[top++] = start
    seen[start] = 1
    while (top > 0) {
      const at = stack[--top]!
      if (size++ < most) spot.push(at)
      const x = at % width
      const up = at - width
      const down = at + width
      for (let dx = x > 0 ? -1 : 0; dx <= (x + 1 < width ? 1 : 0); dx++) {
        if (up >= 0 && data[up + dx] && !seen[up + dx]) {
          seen[up + dx] = 1
          stack[top++] = up + dx
        }
        if (data[at + dx] && !seen[at + dx]) {
          seen[at + dx] = 1
          stack[top++] = at + dx
        }
        if (down < data.length && data[down + dx] && !seen[down + dx]) {
          seen[down + dx] = 1
          stack[top++] = down + dx
        }
      }
    }
    if (size > most) continue
    wiped++
    for (const at of spot) wipe(image, ink, at)
  }
  return wiped
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
