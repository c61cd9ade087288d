// The properties at a row's end become its cells: left and right edges, and what is merged with what.
import { i16, u8, u16 } from './bytes.ts'
import { eachProperty } from './properties.ts'

export type CellEdges = {
  left: number
  right: number
  /** Merged with the cell before it. */
  isMerged: boolean
  /** In a stretch of cells merged downwards: its first cell, or one of the others. */
  down: 'first' | 'rest' | null
}

export type RowEdges = { cells: CellEdges[]; isHead: boolean }

const CELL_SIZE = 20
const MOST_CELLS = 64
// Twips; only where a row does not say.
const WIDTH = 1440
const MERGED = 2
const DOWN = 0x20
const DOWN_FIRST = 0x40

/** The edges of as many cells as the row has. */
export function rowEdges(sources: readonly Uint8Array[], count: number): RowEdges {
  const row: RowEdges = { cells: [], isHead: false }
  for (const list of sources) {
    eachProperty(list, (code, at, size) => {
      if (code === 0xd608) row.cells = definedCells(list.subarray(at, at + size))
      else if (code === 0x3404) row.isHead = u8(list, at) !== 0
      else if (code === 0x5624) merge(row.cells, u8(list, at), u8(list, at + 1))
      else if (code === 0xd62b) {
        const cell = row.cells[u8(list, at)]
        if (cell) cell.down = downOf(u8(list, at + 1))
      }
    })
  }
  while (row.cells.length < count) {
    const left = row.cells.at(-1)?.right ?? 0
    row.cells.push({ left, right: left + WIDTH, isMerged: false, down: null })
  }
  return { ...row, cells: row.cells.slice(0, count) }
}

function definedCells(table: Uint8Array): CellEdges[] {
  const count = Math.min(u8(table, 0), MOST_CELLS)
  let right = i16(table, 1)
  return Array.from({ length: count }, (_, i) => {
    const left = right
    right = Math.max(left + 1, i16(table, 3 + 2 * i))
    const flags = u16(table, 1 + 2 * (count + 1) + i * CELL_SIZE)
    return {
      left,
      right,
      isMerged: i > 0 && (flags & MERGED) !== 0,
      down: flags & DOWN_FIRST ? 'first' : flags & DOWN ? 'rest' : null,
    }
  })
}

function merge(cells: readonly CellEdges[], from: number, to: number): void {
  for (const cell of cells.slice(from + 1, to)) cell.isMerged = true
}

function downOf(flags: number): CellEdges['down'] {
  return flags & 2 ? 'first' : flags & 1 ? 'rest' : null
}
