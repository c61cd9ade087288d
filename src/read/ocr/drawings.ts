// Rings of seals and strokes of signatures are lifted out of a page's image: large thin drawings, which no letter is.
// Letters that a seal crosses are darker than it and stay.
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

// A seal in grey is lighter than print: how dark the darker part of print is, where between that and the threshold light begins, and
// how much of a drawing is light.
const DARKER_PART = 0.25
const LIGHT = 0.35
const LIGHT_SHARE = 0.3
// Shares of the height of a line of text: what is larger is no seal, and less dark than so large a spot is a speck of one.
const WIDEST_SEAL = 18
const SPECK = 0.2
// Share of what is dark in a seal that lies in such specks: then the seal is as dark as print.
const SPECKLED = 0.3

/** Runs of ink along the rows, and each one's parent in the tree of those that it touches. */
type Runs = { count: number; from: Int32Array; to: Int32Array; row: Int32Array; parent: Int32Array }
type Drawing = { x0: number; x1: number; y0: number; y1: number; ink: number }

/** Paints drawings white in image and ink. Returns how many. */
export function liftDrawings(image: GreyImage, ink: Ink, lineHeight: number): number {
  const runs = joinedRuns(ink)
  if (!runs) return 0
  const found = drawingsIn(runs, lineHeight)
  if (found.size === 0) return 0
  const dark = darkLevel(image, ink)
  const seals = [...found.values()].filter((drawing) => wipeSeal(image, ink, drawing, dark, lineHeight))
  if (seals.length > 0) {
    // What the seal joined stands by itself now: letters, and strokes of the pen.
    const rest = joinedRuns(ink)
    if (rest) wipeRuns(image, ink, rest, drawingsIn(rest, lineHeight))
  } else wipeRuns(image, ink, runs, found)
  return found.size
}

function drawingsIn(runs: Runs, lineHeight: number): Map<number, Drawing> {
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
  for (const [root, drawing] of found) if (!isDrawn(drawing, lineHeight)) found.delete(root)
  return found
}

function wipeRuns(image: GreyImage, ink: Ink, runs: Runs, drawings: ReadonlyMap<number, Drawing>): void {
  if (drawings.size === 0) return
  for (let i = 0; i < runs.count; i++)
    if (drawings.has(rootOf(runs.parent, i))) wipe(image, ink, runs.row[i]!, runs.from[i]!, runs.to[i]!)
}

/** The lightest grey that is print and not the edge of it or a seal. */
function darkLevel({ data }: GreyImage, ink: Ink): number {
  const counts = new Uint32Array(256)
  let all = 0
  for (let at = 0; at < data.length; at++)
    if (ink.data[at]) {
      counts[data[at]!]!++
      all++
    }
  let grey = 0
  for (let seen = counts[0]!; grey < 255 && seen < DARKER_PART * all; ) seen += counts[++grey]!
  return grey + LIGHT * (ink.threshold - grey)
}

/** Paints what is light in the box of a seal white, but for the edges of what is dark. False where the drawing is as dark as print. */
function wipeSeal(image: GreyImage, ink: Ink, { x0, y0, x1, y1 }: Drawing, dark: number, lineHeight: number): boolean {
  if (Math.max(x1 - x0, y1 - y0) > WIDEST_SEAL * lineHeight) return false
  const { width, height } = image
  const isDark = (at: number) => ink.data[at] === 1 && image.data[at]! <= dark
  const light: number[] = []
  const core: Ink = { width: x1 - x0, height: y1 - y0, data: new Uint8Array((x1 - x0) * (y1 - y0)), threshold: ink.threshold }
  let all = 0
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = y * width + x
      if (!ink.data[at]) continue
      all++
      if (isDark(at)) core.data[(y - y0) * core.width + x - x0] = 1
      else if (!hasNear(at, x, y)) light.push(at)
    }
  if (light.length < LIGHT_SHARE * all || isSpeckled(core, lineHeight)) return false
  for (const at of light) {
    const y = Math.floor(at / width)
    wipe(image, ink, y, at - y * width, at - y * width + 1)
  }
  return true

  function hasNear(at: number, x: number, y: number): boolean {
    for (let dy = y > 0 ? -1 : 0; dy <= 1 && y + dy < height; dy++)
      for (let dx = x > 0 ? -1 : 0; dx <= 1 && x + dx < width; dx++) if (isDark(at + dy * width + dx)) return true
    return false
  }
}

/** Dark only in spots: no letters. */
function isSpeckled(core: Ink, lineHeight: number): boolean {
  const runs = joinedRuns(core)
  if (!runs) return true
  const tops = new Map<number, { top: number; foot: number; ink: number }>()
  let all = 0
  for (let i = 0; i < runs.count; i++) {
    const root = rootOf(runs.parent, i)
    const spot = tops.get(root) ?? { top: runs.row[i]!, foot: 0, ink: 0 }
    spot.foot = runs.row[i]! + 1
    spot.ink += runs.to[i]! - runs.from[i]!
    all += runs.to[i]! - runs.from[i]!
    tops.set(root, spot)
  }
  const specks = [...tops.values()].filter(({ top, foot }) => foot - top < SPECK * lineHeight)
  return specks.reduce((sum, spot) => sum + spot.ink, 0) > SPECKLED * all
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
