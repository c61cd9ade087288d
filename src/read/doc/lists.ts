// The tables of lists become lists as the counter of numbers wants them.
import type { List, ListLevel } from '../numbering.ts'
import { i32, u8, u16, u32, wideText } from './bytes.ts'
import { lookOver, PLAIN } from './properties.ts'

type Definition = { key: string; levels: Map<number, ListLevel> }

const LIST_SIZE = 28
const LEVEL_SIZE = 28
const USE_SIZE = 16
const NO_STYLE = 0xfff
const VIETNAMESE = 0x2a
// The names that the counter knows; numbers in words and in other scripts are printed as figures.
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal', 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 22: 'decimalZero', 23: 'bullet', 255: 'none',
} // biome-ignore format: a table
const SUFFIXES = ['tab', 'space', 'nothing'] as const

/** Language names as the counter wants them: only Vietnamese counts in its own letters. */
export function languageName(language: number): string | null {
  return (language & 0x3ff) === VIETNAMESE ? 'vi' : null
}

/** The uses of lists; paragraphs name them by their place, from 1. */
export function readLists(definitions: Uint8Array, uses: Uint8Array): Map<string, List> {
  const known = readDefinitions(definitions)
  const count = Math.min(u32(uses, 0), Math.floor((uses.length - 4) / USE_SIZE))
  const lists = new Map<string, List>()
  let at = 4 + count * USE_SIZE
  for (let i = 0; i < count; i++) {
    const head = 4 + i * USE_SIZE
    const definition = known.get(i32(uses, head))
    const list: List = { key: String(i32(uses, head)), levels: new Map(definition?.levels), starts: new Map() }
    at += 4
    for (let overrides = u8(uses, head + 12); overrides > 0 && at < uses.length; overrides--) {
      const start = i32(uses, at)
      const flags = u32(uses, at + 4)
      at += 8
      if (flags & 0x20) {
        const { level, size } = readLevel(uses, at, NO_STYLE)
        list.levels.set(flags & 0xf, level)
        if (flags & 0x10) list.starts.set(flags & 0xf, level.start)
        at += size
      } else if (flags & 0x10) list.starts.set(flags & 0xf, start)
    }
    lists.set(String(i + 1), list)
  }
  return lists
}

function readDefinitions(bytes: Uint8Array): Map<number, Definition> {
  const count = Math.min(u16(bytes, 0), Math.floor(bytes.length / LIST_SIZE))
  const known = new Map<number, Definition>()
  let at = 2 + count * LIST_SIZE
  for (let i = 0; i < count && at < bytes.length; i++) {
    const head = 2 + i * LIST_SIZE
    const id = i32(bytes, head)
    const levels = new Map<number, ListLevel>()
    const isSimple = (u8(bytes, head + 26) & 1) === 1
    for (let index = 0; index < (isSimple ? 1 : 9); index++) {
      const { level, size } = readLevel(bytes, at, u16(bytes, head + 8 + 2 * index))
      levels.set(index, level)
      at += size
    }
    known.set(id, { key: String(id), levels })
  }
  return known
}

function readLevel(bytes: Uint8Array, at: number, style: number): { level: ListLevel; size: number } {
  const flags = u8(bytes, at + 5)
  const characters = u8(bytes, at + 24)
  const paragraph = u8(bytes, at + 25)
  const look = lookOver(PLAIN, bytes.subarray(at + LEVEL_SIZE + paragraph, at + LEVEL_SIZE + paragraph + characters))
  const text = at + LEVEL_SIZE + paragraph + characters
  const length = Math.min(u16(bytes, text), 255)
  return {
    level: {
      start: i32(bytes, at),
      format: FORMATS[u8(bytes, at + 4)] ?? 'decimal',
      // A place where the number of a level goes is that level's own number.
      text: wideText(bytes, text + 2, length).replace(/\p{Cc}/gu, placeOf),
      isLegal: (flags & 4) !== 0,
      suffix: SUFFIXES[u8(bytes, at + 15)] ?? 'tab',
      restart: flags & 8 ? u8(bytes, at + 26) : null,
      style: style === NO_STYLE ? null : String(style),
      lang: languageName(look.language),
      caps: look.isCapitals || null,
    },
    size: LEVEL_SIZE + paragraph + characters + 2 + 2 * length,
  }
}

function placeOf(sign: string): string {
  const level = sign.charCodeAt(0)
  return level < 9 ? `%${level + 1}` : ' '
}
