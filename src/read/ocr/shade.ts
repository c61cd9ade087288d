// A photographed page, lighter here and darker there, becomes evenly lit: every grey is measured against the paper around it.
import type { GreyImage } from './image.ts'

// The paper is looked at in squares, so many along the longer side; its grey is the one that most of a square is lighter than.
const ALONG = 40
const PAPER = 0.7
// Of all squares: where the darkest and the lightest tenth differ less, the light was even.
const UNEVEN = 0.72
// Darker is no paper in shade but what lies beside the sheet.
const DARKEST = 70
const SAMPLE = 3

/** Lightens the shaded parts of the image; leaves an evenly lit one alone. Returns whether it did. */
export function evenLight(image: GreyImage): boolean {
  const { width, height, data } = image
  const size = Math.max(16, Math.round(Math.max(width, height) / ALONG))
  const columns = Math.ceil(width / size)
  const rows = Math.ceil(height / size)
  const paper = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      paper[row * columns + column] = paperOf(image, column * size, row * size, size)
  const lit = [...paper].filter((grey) => grey >= DARKEST).sort((a, b) => a - b)
  const [dark, light] = [lit[Math.floor(0.1 * lit.length)] ?? 255, lit[Math.floor(0.9 * lit.length)] ?? 255]
  if (dark >= UNEVEN * light) return false
  const smooth = smoothed(paper, columns, rows)
  for (let y = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / size - 0.5))
    const top = Math.floor(v)
    const below = Math.min(rows - 1, top + 1)
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / size - 0.5))
      const left = Math.floor(u)
      const right = Math.min(columns - 1, left + 1)
      const upper = smooth[top * columns + left]! * (1 - u + left) + smooth[top * columns + right]! * (u - left)
      const lower = smooth[below * columns + left]! * (1 - u + left) + smooth[below * columns + right]! * (u - left)
      const grey = upper * (1 - v + top) + lower * (v - top)
      const at = y * width + x
      data[at] = Math.min(255, (data[at]! * 245) / grey)
    }
  }
  return true
}

function paperOf({ width, height, data }: GreyImage, x0: number, y0: number, size: number): number {
  const counts = new Uint32Array(256)
  let total = 0
  for (let y = y0; y < Math.min(height, y0 + size); y += SAMPLE)
    for (let x = x0; x < Math.min(width, x0 + size); x += SAMPLE) {
      counts[data[y * width + x]!]!++
      total++
    }
  let seen = 0
  for (let grey = 0; grey < 256; grey++) {
    seen += counts[grey]!
    if (seen >= PAPER * total) return grey
  }
  return 255
}

/** A square full of ink, or a stamp, takes the paper of its neighbours; what lies beside the sheet stays dark. */
function smoothed(paper: Float32Array, columns: number, rows: number): Float32Array {
  return paper.map((own, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)]
    const near: number[] = []
    for (let b = Math.max(0, y - 1); b <= Math.min(rows - 1, y + 1); b++)
      for (let a = Math.max(0, x - 1); a <= Math.min(columns - 1, x + 1); a++) near.push(paper[b * columns + a]!)
    near.sort((a, b) => a - b)
    return Math.max(DARKEST, own, near[near.length >> 1]!)
  })
}
