// What an engine takes for a line on its side may be a column: figures that stand under each other, each on a row of its own.
import { type CellImage, cutAreas, moveWords } from './cells.ts'
import type { Area } from './columns.ts'
import type { Recognition, WordLine } from './engine.ts'
import { type Ink, inkOf } from './ink.ts'

// Shares of the line height: letters are this high, and the white between two rows is more than that between two letters on their side.
const LEAST_LETTER = 0.28
const HIGHEST = 1.2
const LEAST_WHITE = 0.4

/** The rows of such columns, to be read one by one, and the lines that remain, both at their places on the page. */
export function readStacks(
  part: CellImage,
  found: Recognition,
  threshold: number,
  lineHeight: number,
): { cells: CellImage[]; lines: WordLine[] } {
  if (!found.lines.some(({ isTurned }) => isTurned)) return { cells: [], lines: moveWords(found, part) }
  const ink = inkOf(part.image, threshold)
  const rows: Area[] = []
  const lines = found.lines.filter((line) => {
    const own = line.isTurned ? rowsIn(ink, line, lineHeight) : []
    if (own.length > 1) rows.push(...own)
    return own.length <= 1
  })
  const cells = cutAreas(part.image, ink, rows, lineHeight)
  return { cells: cells.map((cell) => ({ ...cell, x: cell.x + part.x, y: cell.y + part.y })), lines: moveWords({ lines }, part) }
}

/** None where the ink is no column of rows. */
function rowsIn({ width, height, data }: Ink, { x0, y0, x1, y1 }: Area, lineHeight: number): Area[] {
  const box = { x0: Math.max(0, x0), y0: Math.max(0, y0), x1: Math.min(width, x1), y1: Math.min(height, y1) }
  const rows: Area[] = []
  let start = -1
  for (let y = box.y0; y <= box.y1; y++) {
    const hasInk = y < box.y1 && data.subarray(y * width + box.x0, y * width + box.x1).includes(1)
    if (hasInk && start < 0) start = y
    if (hasInk || start < 0) continue
    if (y - start >= LEAST_LETTER * lineHeight) rows.push({ x0: box.x0, y0: start, x1: box.x1, y1: y })
    start = -1
  }
  const isColumn = rows.every(
    (row, i) => row.y1 - row.y0 <= HIGHEST * lineHeight && (i === 0 || row.y0 - rows[i - 1]!.y1 >= LEAST_WHITE * lineHeight),
  )
  return isColumn ? rows : []
}
