// The places of every word in numbered units become bytes: a few for each occurrence, so that an archive of 10,000 plans fits in memory.
import { plainWord } from './words.ts'

type Term = { bytes: Uint8Array; length: number; last: number }

export type Postings = {
  /** Units come in growing order of their numbers; the place of a word is its index. */
  add: (unit: number, words: readonly { key: string }[]) => void
  /** The terms that a query word means: itself where it has marks, else all that are it without theirs; with `isPrefix` all that begin so. */
  termsOf: (key: string, isPrefix: boolean) => readonly number[]
  cursor: (terms: readonly number[]) => Cursor
  /** Bytes held by the places and, about, by the terms. */
  size: () => number
}

/** Walks through the units that hold one of some terms. */
export type Cursor = {
  /** The next unit, from `unit` on; -1 behind the last. */
  seek: (unit: number) => number
  /** Where in that unit, in growing order. */
  positions: () => number[]
}

const FIRST_BYTES = 8
const GROWTH = 1.4
// An object, a buffer and two entries of maps.
const TERM_OVERHEAD = 350

export function openPostings(): Postings {
  const terms: Term[] = []
  const byKey = new Map<string, number>()
  const byPlain = new Map<string, number[]>()

  const termOf = (key: string): Term => {
    const known = byKey.get(key)
    if (known !== undefined) return terms[known]!
    // Cut from a text, it would hold the whole text in memory.
    const own = Buffer.from(key).toString()
    const plain = plainWord(own)
    byKey.set(own, terms.length)
    const same = byPlain.get(plain)
    if (same) same.push(terms.length)
    else byPlain.set(plain, [terms.length])
    const term = { bytes: new Uint8Array(FIRST_BYTES), length: 0, last: 0 }
    terms.push(term)
    return term
  }

  return {
    add(unit, words) {
      const byWord = new Map<string, number[]>()
      for (const [place, { key }] of words.entries()) {
        const places = byWord.get(key)
        if (places) places.push(place)
        else byWord.set(key, [place])
      }
      for (const [key, places] of byWord) {
        const term = termOf(key)
        write(term, unit - term.last)
        term.last = unit
        write(term, places.length)
        let before = 0
        for (const place of places) {
          write(term, place - before)
          before = place
        }
      }
    },
    termsOf(key, isPrefix) {
      const plain = plainWord(key)
      const isPlain = plain === key
      if (!isPrefix) {
        const exact = byKey.get(key)
        return isPlain ? (byPlain.get(key) ?? []) : exact === undefined ? [] : [exact]
      }
      if (isPlain) return [...byPlain].filter(([each]) => each.startsWith(key)).flatMap(([, own]) => own)
      return [...byKey].filter(([each]) => each.startsWith(key)).map(([, term]) => term)
    },
    cursor: (wanted) => mergedCursor(wanted.map((term) => termCursor(terms[term]!))),
    size: () => terms.reduce((sum, { bytes }) => sum + bytes.length + TERM_OVERHEAD, 0),
  }
}

/** Seven bits a byte, the lowest first. */
function write(term: Term, value: number): void {
  if (term.length + 5 > term.bytes.length) {
    const bytes = new Uint8Array(Math.ceil(term.bytes.length * GROWTH) + FIRST_BYTES)
    bytes.set(term.bytes)
    term.bytes = bytes
  }
  let rest = value
  while (rest > 0x7f) {
    term.bytes[term.length++] = (rest & 0x7f) | 0x80
    rest >>>= 7
  }
  term.bytes[term.length++] = rest
}

type TermCursor = { unit: number; seek: (unit: number) => number; positions: (into: number[]) => void }

function termCursor({ bytes, length }: Term): TermCursor {
  let at = 0
  let placesAt = 0
  let count = 0
  let isFirst = true
  const read = () => {
    let value = 0
    let shift = 0
    for (;;) {
      const byte = bytes[at++]!
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value
      shift += 7
    }
  }
  const cursor: TermCursor = {
    unit: 0,
    seek(unit) {
      while (isFirst || (cursor.unit >= 0 && cursor.unit < unit)) {
        if (at >= length) {
          cursor.unit = -1
          break
        }
        isFirst = false
        cursor.unit += read()
        count = read()
        placesAt = at
        for (let left = count; left > 0; ) if (bytes[at++]! < 0x80) left--
      }
      return cursor.unit
    },
    positions(into) {
      const behind = at
      at = placesAt
      let place = 0
      for (let i = 0; i < count; i++) {
        place += read()
        into.push(place)
      }
      at = behind
    },
  }
  return cursor
}

function mergedCursor(cursors: readonly TermCursor[]): Cursor {
  let current = -1
  return {
    seek(unit) {
      current = -1
      for (const cursor of cursors) {
        if (cursor.unit < 0) continue
        const next = cursor.seek(unit)
        if (next >= 0 && (current < 0 || next < current)) current = next
      }
      return current
    },
    positions() {
      const all: number[] = []
      let parts = 0
      for (const cursor of cursors)
        if (cursor.unit === current) {
          parts++
          cursor.positions(all)
        }
      return parts > 1 ? all.sort((a, b) => a - b) : all
    },
  }
}
