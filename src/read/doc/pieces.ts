// The piece table becomes the text of all stories, and for every piece the place of its bytes and what was changed over it.
import { readPlc, u8, u16, u32, wideText } from './bytes.ts'
import { damagedWord, type Parts } from './parts.ts'

/** Characters `start` to `end` lie from byte `at`, `width` bytes each; `changes` are properties over the whole piece. */
export type Piece = { start: number; end: number; at: number; width: 1 | 2; changes: Uint8Array }

const CHANGES = 1
const PIECES = 2
const NARROW = 0x40000000
// What stands between 80 and 9F in the code page of 8-bit pieces (Windows-1252).
const NARROW_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
// The short forms of a change: a number for a property of one byte (MS-DOC 2.9.216).
const SHORT_CHANGES: Readonly<Record<number, number>> = {
  5: 0x2403, 24: 0x2416, 25: 0x2417, 65: 0x0800, 66: 0x0801, 85: 0x0835, 86: 0x0836, 92: 0x083c,
} // biome-ignore format: a table

/** Throws UnreadableError where pieces lie outside the file or over each other. */
export function readText({ word, part }: Pick<Parts, 'word' | 'part'>): { text: string; pieces: Piece[] } {
  const { plc, changes } = readClx(part('text'))
  const pieces: Piece[] = []
  const texts: string[] = []
  let length = 0
  for (const { start, end, record } of readPlc(plc, 8)) {
    const place = u32(record, 2)
    const width = place & NARROW ? 1 : 2
    const at = place & NARROW ? (place & ~NARROW) >>> 1 : place
    // No two pieces share bytes, so the text is never longer than the file.
    if (start !== length || end < start || at + (end - start) * width > word.length || end > word.length) throw damagedWord()
    texts.push(width === 1 ? narrowText(word, at, end - start) : wideText(word, at, end - start))
    pieces.push({ start, end, at, width, changes: changesOf(u16(record, 6), changes) })
    length = end
  }
  return { text: texts.join(''), pieces }
}

function readClx(clx: Uint8Array): { plc: Uint8Array; changes: Uint8Array[] } {
  const changes: Uint8Array[] = []
  let at = 0
  while (u8(clx, at) === CHANGES && at < clx.length) {
    const size = u16(clx, at + 1)
    changes.push(clx.subarray(at + 3, at + 3 + size))
    at += 3 + size
  }
  if (u8(clx, at) !== PIECES) throw damagedWord()
  return { plc: clx.subarray(at + 5, at + 5 + u32(clx, at + 1)), changes }
}

function changesOf(change: number, changes: readonly Uint8Array[]): Uint8Array {
  if (change & 1) return changes[change >> 1] ?? new Uint8Array()
  const code = SHORT_CHANGES[(change >> 1) & 0x7f]
  return code === undefined ? new Uint8Array() : Uint8Array.of(code & 0xff, code >> 8, change >> 8)
}

function narrowText(word: Uint8Array, at: number, count: number): string {
  return Buffer.from(word.buffer, word.byteOffset + at, count)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => NARROW_SIGNS[sign.charCodeAt(0) - 0x80]!)
}
