// Pages of formatting become runs: from which byte of the text to which, with which style and properties.
import { readPlc, u8, u16, u32 } from './bytes.ts'
import type { Piece } from './pieces.ts'

export type Run = { from: number; to: number; style: number | null; properties: Uint8Array }

const PAGE = 512
const PARAGRAPH_ENTRY = 13

/** `kind` tells the two forms of a page apart; the runs come in the order of their bytes. */
export function readRuns(pages: Uint8Array, word: Uint8Array, kind: 'characters' | 'paragraphs'): Run[] {
  const runs: Run[] = []
  for (const { record } of readPlc(pages, 4).slice(0, Math.ceil(word.length / PAGE))) {
    const start = (u32(record, 0) & 0x3fffff) * PAGE
    const page = word.subarray(start, start + PAGE)
    if (page.length < PAGE) continue
    const count = Math.min(u8(page, PAGE - 1), kind === 'characters' ? 0x65 : 0x1d)
    for (let i = 0; i < count; i++) {
      const from = u32(page, 4 * i)
      const to = u32(page, 4 * i + 4)
      const entry = 4 * (count + 1) + i * (kind === 'characters' ? 1 : PARAGRAPH_ENTRY)
      const at = 2 * u8(page, entry)
      if (to > from) runs.push({ from, to, ...(kind === 'characters' ? charactersAt(page, at) : paragraphAt(page, at)) })
    }
  }
  return runs.sort((a, b) => a.from - b.from)
}

function charactersAt(page: Uint8Array, at: number): Pick<Run, 'style' | 'properties'> {
  return { style: null, properties: at === 0 ? new Uint8Array() : page.subarray(at + 1, at + 1 + u8(page, at)) }
}

function paragraphAt(page: Uint8Array, at: number): Pick<Run, 'style' | 'properties'> {
  if (at === 0) return { style: 0, properties: new Uint8Array() }
  const isLong = u8(page, at) === 0
  const start = isLong ? at + 2 : at + 1
  const size = isLong ? 2 * u8(page, at + 1) : 2 * u8(page, at) - 1
  return { style: u16(page, start), properties: page.subarray(start + 2, start + size) }
}

/** The run that holds a byte, or null. */
export function runAt(runs: readonly Run[], byte: number): Run | null {
  const run = runs[lastFrom(runs, byte)]
  return run && byte < run.to ? run : null
}

/** The index of the last run that begins at a byte or before it, or -1. */
export function lastFrom(runs: readonly { from: number }[], byte: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.from <= byte) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where a character's bytes lie. */
export function byteOf(piece: Piece, character: number): number {
  return piece.at + (character - piece.start) * piece.width
}

/** The piece that holds a character, or null. */
export function pieceAt(pieces: readonly Piece[], character: number): Piece | null {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= character) low = middle + 1
    else high = middle
  }
  return pieces[low] ?? null
}
