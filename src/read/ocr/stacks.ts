// What an engine takes for a line on its side may be a column: figures that stand under each other, each on a row of its own.
import { type CellImage, cutAreas, letterRows, moveWords } from './cells.ts'
import type { Area } from './columns.ts'
import type { Recognition, WordLine } from './engine.ts'
import { type Ink, inkOf } from './ink.ts'

// Shares of the line height: a row, and the white between two of them, which is more than that between two letters on their side.
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
function rowsIn(ink: Ink, { x0, y0, x1, y1 }: Area, lineHeight: number): Area[] {
  const box = { x0: Math.max(0, x0), y0: Math.max(0, y0), x1: Math.min(ink.width, x1), y1: Math.min(ink.height, y1) }
  const rows = letterRows(ink, box, lineHeight)
  const isColumn = rows.every(
    (row, i) => row.y1 - row.y0 <= HIGHEST * lineHeight && (i === 0 || row.y0 - rows[i - 1]!.y1 >= LEAST_WHITE * lineHeight),
  )
  return isColumn ? rows : []
}
