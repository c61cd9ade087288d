// What lies around a sheet in its scan becomes paper: the dark of the lid, the shadow of the spine, holes of a punch.
import { foursOf, type GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

// A page is looked at in squares, so many across: a millimetre and a half of A4, wider than any ruling line or stroke.
const ACROSS = 140
const SOLID = 0.8
// A page that is mostly dark is a picture.
const MOST = 0.45
// Squares: a punch leaves holes of five to seven millimetres within two and a half centimetres of the edge.
const HOLE = { least: 2, most: 6, reach: 18 }

type Squares = { size: number; columns: number; rows: number; solid: Uint8Array }

/** Paints white, in the image and its ink, the solid dark that hangs together with an edge, and round spots near it. */
export function wipeMargins(image: GreyImage, ink: Ink): void {
  const squares = squaresOf(ink)
  const dark = new Uint8Array(squares.solid.length)
  const seen = new Uint8Array(squares.solid.length)
  let count = 0
  for (let start = 0; start < squares.solid.length; start++) {
    if (!squares.solid[start] || seen[start]) continue
    const spot = spotAt(squares, seen, start)
    if (!spot.touchesEdge && !isHole(spot, squares)) continue
    for (const at of spot.squares) dark[at] = 1
    count += spot.squares.length
  }
  if (count === 0 || count > MOST * dark.length) return
  wipe(image, ink, squares, dark)
}

function squaresOf({ width, height, data }: Ink): Squares {
  const size = Math.max(4, Math.round(Math.min(width, height) / ACROSS))
  const columns = Math.ceil(width / size)
  const rows = Math.ceil(height / size)
  const counts = new Uint32Array(columns * rows)
  const fours = foursOf(data)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / size) * columns
    const start = y * width
    for (let at = start; at < start + width; ) {
      if ((at & 3) === 0 && fours[at >> 2] === 0) at += 4
      else {
        if (data[at]) counts[row + Math.floor((at - start) / size)]!++
        at++
      }
    }
  }
  const solid = new Uint8Array(counts.length)
  for (let i = 0; i < counts.length; i++) {
    const w = Math.min(size, width - (i % columns) * size)
    const h = Math.min(size, height - Math.floor(i / columns) * size)
    if (counts[i]! >= SOLID * w * h) solid[i] = 1
  }
  return { size, columns, rows, solid }
}

type Spot = { squares: number[]; touchesEdge: boolean; left: number; right: number; top: number; bottom: number }

function spotAt({ columns, rows, solid }: Squares, seen: Uint8Array, start: number): Spot {
  const spot: Spot = { squares: [start], touchesEdge: false, left: columns, right: 0, top: rows, bottom: 0 }
  seen[start] = 1
  for (let i = 0; i < spot.squares.length; i++) {
    const at = spot.squares[i]!
    const [x, y] = [at % columns, Math.floor(at / columns)]
    spot.left = Math.min(spot.left, x)
    spot.right = Math.max(spot.right, x)
    spot.top = Math.min(spot.top, y)
    spot.bottom = Math.max(spot.bottom, y)
    spot.touchesEdge ||= x === 0 || y === 0 || x === columns - 1 || y === rows - 1
    for (const next of [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns]) {
      if (next < 0 || next >= solid.length || !solid[next] || seen[next]) continue
      seen[next] = 1
      spot.squares.push(next)
    }
  }
  return spot
}

function isHole({ squares, left, right, top, bottom }: Spot, { columns, rows }: Squares): boolean {
  const [width, height] = [right - left + 1, bottom - top + 1]
  if (Math.min(width, height) < HOLE.least || Math.max(width, height) > HOLE.most || Math.abs(width - height) > 1) return false
  if (squares.length < 0.6 * width * height) return false
  return Math.min(left, top, columns - 1 - right, rows - 1 - bottom) < HOLE.reach
}

/** The squares, and the ragged edge of the dark around them. */
function wipe(image: GreyImage, ink: Ink, { size, columns, rows }: Squares, dark: Uint8Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (!isNear(dark, columns, rows, column, row)) continue
      for (let y = row * size; y < Math.min(image.height, (row + 1) * size); y++) {
        const from = y * image.width + column * size
        const to = Math.min(from + size, (y + 1) * image.width)
        image.data.fill(255, from, to)
        ink.data.fill(0, from, to)
      }
    }
}

function isNear(dark: Uint8Array, columns: number, rows: number, column: number, row: number): boolean {
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) if (dark[y * columns + x]) return true
  return false
}
