// Rings of seals and strokes of signatures are lifted out of a page's image: large thin drawings, which no letter is.
import { foursOf, type GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

// Shares of the height of a line of text: no letter is as tall and as wide.
const TALLEST = 2.2
const WIDEST = 2.2
// Share of its box that a drawing fills: letters that run together fill more.
const FILLED = 0.12
// Pictures and patterns have more runs than any page of text.
const MOST_RUNS = 2_000_000
const FIRST_RUNS = 200_000

/** Runs of ink along the rows, and each one's parent in the tree of those that it touches. */
type Runs = { count: number; from: Int32Array; to: Int32Array; row: Int32Array; parent: Int32Array }
type Drawing = { x0: number; x1: number; y0: number; y1: number; ink: number }

/** Paints drawings white in image and ink. Returns how many. */
export function liftDrawings(image: GreyImage, ink: Ink, lineHeight: number): number {
  const runs = joinedRuns(ink)
  if (!runs) return 0
  const found = new Map<number, Drawing>()
  for (let i = 0; i < runs.count; i++) {
    const root = rootOf(runs.parent, i)
    const from = runs.from[i]!
    const to = runs.to[i]!
    const drawing = found.get(root)
    if (drawing) {
      if (from < drawing.x0) drawing.x0 = from
      if (to > drawing.x1) drawing.x1 = to
      drawing.y1 = runs.row[i]! + 1
      drawing.ink += to - from
    } else found.set(root, { x0: from, x1: to, y0: runs.row[i]!, y1: runs.row[i]! + 1, ink: to - from })
  }
  const lifted = new Set<number>()
  for (const [root, drawing] of found) if (isDrawn(drawing, lineHeight)) lifted.add(root)
  if (lifted.size === 0) return 0
  for (let i = 0; i < runs.count; i++)
    if (lifted.has(rootOf(runs.parent, i))) wipe(image, ink, runs.row[i]!, runs.from[i]!, runs.to[i]!)
  return lifted.size
}

function isDrawn({ x0, x1, y0, y1, ink }: Drawing, lineHeight: number): boolean {
  const width = x1 - x0
  const height = y1 - y0
  return width > WIDEST * lineHeight && height > TALLEST * lineHeight && ink < FILLED * width * height
}

/** All runs with those that touch joined into trees, or null where there are too many. */
function joinedRuns({ width, height, data }: Ink): Runs | null {
  let runs = roomFor(FIRST_RUNS)
  const fours = foursOf(data)
  let above = 0
  for (let y = 0; y < height; y++) {
    const first = runs.count
    const start = y * width
    const end = start + width
    if (first + width > runs.from.length) runs = roomFor(2 * runs.from.length + width, runs)
    const { from, to, row, parent } = runs
    let count = first
    for (let at = start; at < end; ) {
      if ((at & 3) === 0 && fours[at >> 2] === 0) at += 4
      else if (!data[at]) at++
      else {
        from[count] = at - start
        while (at < end && data[at]) at++
        to[count] = at - start
        row[count] = y
        parent[count] = count
        count++
      }
    }
    runs.count = count
    if (count > MOST_RUNS) return null
    joinRows(runs, above, first)
    above = first
  }
  return runs
}

function roomFor(length: number, old?: Runs): Runs {
  const grown = (values?: Int32Array) => {
    const room = new Int32Array(length)
    if (values) room.set(values)
    return room
  }
  return { count: old?.count ?? 0, from: grown(old?.from), to: grown(old?.to), row: grown(old?.row), parent: grown(old?.parent) }
}

/** Joins the runs from `first` on with those of the row above, from `above` on, that they touch, corners too. */
function joinRows({ count, from, to, parent }: Runs, above: number, first: number): void {
  let up = above
  for (let i = first; i < count; i++) {
    while (up < first && to[up]! < from[i]!) up++
    for (let k = up; k < first && from[k]! <= to[i]!; k++) {
      const a = rootOf(parent, i)
      const b = rootOf(parent, k)
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b)
    }
  }
}

function rootOf(parent: Int32Array, of: number): number {
  let at = of
  while (parent[at] !== at) {
    parent[at] = parent[parent[at]!]!
    at = parent[at]!
  }
  return at
}

/** The run and the grey around it. */
function wipe(image: GreyImage, ink: Ink, y: number, from: number, to: number): void {
  ink.data.fill(0, y * ink.width + from, y * ink.width + to)
  for (let row = Math.max(0, y - 1); row <= Math.min(image.height - 1, y + 1); row++)
    for (let x = Math.max(0, from - 1); x < Math.min(image.width, to + 1); x++) {
      const at = row * image.width + x
      if (!ink.data[at]) image.data[at] = 255
    }
}
