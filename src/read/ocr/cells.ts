// The cells of ruled tables and the columns of a page become images of their own: no engine takes words of two for one line.
import type { Rule } from '../layout/grid.ts'
import { findGrids } from '../layout/grid.ts'
import type { Area } from './columns.ts'
import type { Recognition, Word } from './engine.ts'
import { foursOf, type GreyImage } from './image.ts'
import type { Ink } from './ink.ts'

export type CellImage = { image: GreyImage; x: number; y: number; isOneLine: boolean }

// Pixels of white that the engine wants around letters.
export const PAD = 12
const INSET = 2
// Share of the height of a line of running text: marks are lower, letters of small print higher.
const LEAST_LETTER = 0.28
const FEWEST_CELLS = 6
// Ink below this many pixels is dust.
const LEAST_INK = 6

/** The insides of the cells of ruled tables. `unit` is points per pixel. */
export function cellAreas(image: GreyImage, rules: readonly Rule[], unit: number): Area[] {
  const scaled = rules.map(({ x0, y0, x1, y1 }) => ({ x0: x0 * unit, y0: y0 * unit, x1: x1 * unit, y1: y1 * unit }))
  return findGrids(scaled).flatMap((grid) =>
    grid.cells.map((cell) => ({
      x0: clamp(Math.round(cell.x0 / unit) + INSET, image.width),
      y0: clamp(Math.round(cell.y0 / unit) + INSET, image.height),
      x1: clamp(Math.round(cell.x1 / unit) - INSET, image.width),
      y1: clamp(Math.round(cell.y1 / unit) - INSET, image.height),
    })),
  )
}

/** Cuts areas out of a page and paints them white there. `lineHeight` in pixels tells one line from several. */
export function cutAreas(image: GreyImage, ink: Ink, areas: readonly Area[], lineHeight: number): CellImage[] {
  const boxes = areas.map((area) => inkBox(ink, area))
  const highest = highestLine(boxes, lineHeight)
  return areas.flatMap(({ x0, y0, x1, y1 }, i) => {
    const box = boxes[i]!
    const cut = box && { ...cutOut(image, box), isOneLine: box.y1 - box.y0 < highest && !isStacked(ink, box, lineHeight) }
    for (let y = y0; y < y1; y++) {
      image.data.fill(255, y * image.width + x0, y * image.width + x1)
      ink.data.fill(0, y * image.width + x0, y * image.width + x1)
    }
    return cut ? [cut] : []
  })
}

/** Tables are set in smaller type than their page: most of their cells are figures or words of one line. */
function highestLine(boxes: readonly (Area | null)[], lineHeight: number): number {
  const heights = boxes.flatMap((box) => (box && box.y1 - box.y0 > LEAST_LETTER * lineHeight ? [box.y1 - box.y0] : []))
  const usual = heights.sort((a, b) => a - b)[Math.floor(heights.length / 4)]
  return Math.min(1.6 * lineHeight, heights.length < FEWEST_CELLS || usual === undefined ? Number.POSITIVE_INFINITY : 2 * usual)
}

/** Two bands of ink with white between. */
function isStacked(ink: Ink, area: Area, lineHeight: number): boolean {
  return letterRows(ink, area, lineHeight).length > 1
}

/** Rows of ink, each as high as letters: marks above and dots below are lower. */
export function letterRows({ width, data }: Ink, { x0, y0, x1, y1 }: Area, lineHeight: number): Area[] {
  const rows: Area[] = []
  let start = y0
  for (let y = y0; y <= y1; y++) {
    if (y < y1 && data.subarray(y * width + x0, y * width + x1).includes(1)) continue
    if (y - start > LEAST_LETTER * lineHeight) rows.push({ x0, y0: start, x1, y1: y })
    start = y + 1
  }
  return rows
}

/** The words of a cell image at their places on the page. */
export function moveWords({ lines }: Recognition, { x, y }: CellImage): Recognition['lines'] {
  const moved = <T extends Pick<Word, 'x0' | 'y0' | 'x1' | 'y1'>>(box: T): T => ({
    ...box,
    x0: box.x0 + x,
    y0: box.y0 + y,
    x1: box.x1 + x,
    y1: box.y1 + y,
  })
  return lines.map((line) => ({ ...moved(line), words: line.words.map(moved) }))
}

function clamp(value: number, limit: number): number {
  return Math.max(0, Math.min(limit, value))
}

/** Where the ink of an area reaches; null where there is no more than dust. */
export function inkBox({ width, data }: Ink, { x0, y0, x1, y1 }: Area, least = LEAST_INK): Area | null {
  const box = { x0: x1, y0: y1, x1: x0, y1: y0 }
  const fours = foursOf(data)
  let count = 0
  for (let y = y0; y < y1; y++) {
    const row = y * width
    for (let at = row + x0; at < row + x1; ) {
      if ((at & 3) === 0 && fours[at >> 2] === 0) {
        at += 4
        continue
      }
      if (data[at]) {
        const x = at - row
        count++
        if (x < box.x0) box.x0 = x
        if (x >= box.x1) box.x1 = x + 1
        if (y < box.y0) box.y0 = y
        if (y >= box.y1) box.y1 = y + 1
      }
      at++
    }
  }
  return count < least ? null : box
}

function cutOut({ width, data }: GreyImage, { x0, y0, x1, y1 }: Area): { image: GreyImage; x: number; y: number } {
  const image = { width: x1 - x0 + 2 * PAD, height: y1 - y0 + 2 * PAD, data: new Uint8Array(0) }
  image.data = new Uint8Array(image.width * image.height).fill(255)
  for (let y = y0; y < y1; y++) image.data.set(data.subarray(y * width + x0, y * width + x1), (y - y0 + PAD) * image.width + PAD)
  return { image, x: x0 - PAD, y: y0 - PAD }
}
