// Records of drawings in a binary Word document become pictures: their bytes as they were pasted, their size on paper.
import type { Picture } from '../pictures.ts'
import { i32, readPlc, u8, u16, u32 } from './bytes.ts'
import type { Parts } from './parts.ts'

type DrawingRecord = { kind: number; instance: number; start: number; end: number; isContainer: boolean }

// MS-ODRAW 2.2: records of drawings.
const STORE = 0xf001
const DRAWING = 0xf002
const GROUP = 0xf003
const SHAPE = 0xf004
const STORE_ENTRY = 0xf007
const SHAPE_HEAD = 0xf00a
const PROPERTIES = 0xf00b
const PICTURE_NUMBER = 260
const ENTRY_HEAD = 36
// JPEG, PNG, bitmap, TIFF, JPEG of four inks; vector pictures come before them.
const FIRST_IMAGE = 0xf01d
const LAST_IMAGE = 0xf02a
const FIRST_BLIP = 0xf018
const LAST_BLIP = 0xf117
const DEEPEST = 20
const MOST_RECORDS = 100_000
const MOST_PICTURES = 1000
const ANCHOR_SIZE = 26
const TWIPS = 20

/** The picture that stands in the text, at a place of the data stream (MS-DOC 2.9.190); null where nothing is there. */
export function inlinePicture(data: Uint8Array, at: number): Picture | null {
  const size = u32(data, at)
  const head = u16(data, at + 4)
  if (head < 44 || size <= head || at + size > data.length) return null
  const side = (goal: number, scale: number) => (u16(data, at + goal) * u16(data, at + scale)) / 1000 / TWIPS
  // The name of a linked file stands before the records.
  const name = u16(data, at + 6) === 0x66 ? 1 + u8(data, at + head) : 0
  return { area: side(28, 32) * side(30, 34), bytes: () => blipIn(data, at + head + name, at + size, 0) }
}

/** Pictures that float beside the text, by the character that anchors them. */
export function floatingPictures({ part, table, word, drawings }: Parts): ReadonlyMap<number, Picture[]> {
  const found = new Map<number, Picture[]>()
  const anchors = readPlc(part('anchors'), ANCHOR_SIZE)
  if (anchors.length === 0 || drawings.end <= drawings.start) return found
  const { entries, numbers } = readDrawings(table, drawings.start, drawings.end)
  let count = 0
  for (const { start, record } of anchors) {
    if (count > MOST_PICTURES) break
    const [left, top, right, bottom] = [4, 8, 12, 16].map((at) => i32(record, at) / TWIPS) as [number, number, number, number]
    const area = Math.abs((right - left) * (bottom - top))
    const pictures = (numbers.get(u32(record, 0)) ?? []).flatMap((number): Picture[] => {
      const entry = entries[number - 1]
      return entry ? [{ area, bytes: () => blipOf(entry, table, word) }] : []
    })
    count += pictures.length
    if (pictures.length > 0) found.set(start, pictures.slice(0, MOST_PICTURES))
  }
  return found
}

/** Records that follow each other; one that is longer than what holds it ends there. */
function* recordsOf(bytes: Uint8Array, from: number, to: number): Generator<DrawingRecord> {
  for (let at = from, count = 0; at + 8 <= to && count < MOST_RECORDS; count++) {
    const head = u16(bytes, at)
    const end = Math.min(to, at + 8 + u32(bytes, at + 4))
    yield { kind: u16(bytes, at + 2), instance: head >> 4, start: at + 8, end, isContainer: (head & 15) === 15 }
    at = end
  }
}

function blipIn(bytes: Uint8Array, from: number, to: number, depth: number): Uint8Array | null {
  if (depth > DEEPEST) return null
  for (const record of recordsOf(bytes, from, to)) {
    const { kind, start, end, isContainer } = record
    const inner = kind === STORE_ENTRY ? start + ENTRY_HEAD + u8(bytes, start + 33) : isContainer ? start : end
    const found = imageOf(bytes, record) ?? blipIn(bytes, inner, end, depth + 1)
    if (found) return found
  }
  return null
}

/** An image behind one or two checksums and a mark. */
function imageOf(bytes: Uint8Array, { kind, instance, start, end }: DrawingRecord): Uint8Array | null {
  return kind >= FIRST_IMAGE && kind <= LAST_IMAGE ? bytes.subarray(start + (instance & 1 ? 33 : 17), end) : null
}

type Entry = { start: number; end: number }

/** The images that all drawings share, and which of them each shape shows, by the number of the shape. */
function readDrawings(table: Uint8Array, from: number, to: number): { entries: Entry[]; numbers: Map<number, number[]> } {
  const entries: Entry[] = []
  const numbers = new Map<number, number[]>()
  const [shared] = recordsOf(table, from, to)
  if (!shared) return { entries, numbers }
  for (const store of recordsOf(table, shared.start, shared.end))
    if (store.kind === STORE) for (const entry of recordsOf(table, store.start, store.end)) entries.push(entry)
  // Each drawing has one byte before it: that of the body, that of the heads.
  for (let at = shared.end; at + 9 <= to; ) {
    const [drawing] = recordsOf(table, at + 1, to)
    if (drawing?.kind !== DRAWING) break
    for (const group of recordsOf(table, drawing.start, drawing.end))
      if (group.kind === GROUP)
        for (const shape of recordsOf(table, group.start, group.end)) {
          const { id, shown } = shapeIn(table, shape, 0)
          if (id !== null && shown.length > 0) numbers.set(id, shown)
        }
    at = drawing.end
  }
  return { entries, numbers }
}

/** A group has the number of its first shape and shows the images of all. */
function shapeIn(table: Uint8Array, { kind, start, end }: DrawingRecord, depth: number): { id: number | null; shown: number[] } {
  let id: number | null = null
  const shown: number[] = []
  if (depth > DEEPEST || (kind !== GROUP && kind !== SHAPE)) return { id, shown }
  for (const record of recordsOf(table, start, end)) {
    if (record.kind === SHAPE_HEAD) id = u32(table, record.start)
    else if (record.kind === PROPERTIES) {
      for (let i = 0, at = record.start; i < record.instance && at + 6 <= record.end; i++, at += 6)
        if ((u16(table, at) & 0x3fff) === PICTURE_NUMBER) shown.push(u32(table, at + 2))
    } else {
      const inner = shapeIn(table, record, depth + 1)
      id ??= inner.id
      for (const number of inner.shown) shown.push(number)
    }
  }
  return { id, shown }
}

/** An entry holds its image, or says where in the main stream it lies. */
function blipOf({ start, end }: Entry, table: Uint8Array, word: Uint8Array): Uint8Array | null {
  const inner = blipIn(table, start + ENTRY_HEAD + u8(table, start + 33), end, 0)
  if (inner) return inner
  const at = u32(table, start + 28)
  const [blip] = recordsOf(word, at, word.length)
  return blip && blip.kind >= FIRST_BLIP && blip.kind <= LAST_BLIP ? imageOf(word, blip) : null
}
