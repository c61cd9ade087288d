// The style sheet becomes the look that each style gives, together with the styles that it is based on.
import { u8, u16 } from './bytes.ts'
import { BODY, type CharacterLook, lookOver, type ParagraphLook, PLAIN, paragraphOver } from './properties.ts'

export type Style = {
  /** 1 to 9 for Word's own heading styles. */
  heading: number | null
  paragraph: ParagraphLook
  characters: CharacterLook
  /** What a character style changes. */
  changes: Uint8Array
}

type Entry = { id: number; kind: number; base: number; lists: Uint8Array[] }

const NO_STYLE = 0xfff
const PARAGRAPH_STYLE = 1
const DEEPEST = 20
// Bytes: Word writes far fewer; a longer list is laid over every run for harm.
const LONGEST_CHANGES = 1024
const NOTHING = new Uint8Array()

export function readStyles(sheet: Uint8Array): Style[] {
  const entries = readEntries(sheet)
  const styles: (Style | undefined)[] = []
  const build = (index: number, depth: number): Style => {
    const known = styles[index]
    if (known) return known
    const entry = entries[index]
    if (!entry || entry.kind !== PARAGRAPH_STYLE || depth > DEEPEST)
      return {
        heading: null,
        paragraph: { ...BODY, style: index },
        characters: PLAIN,
        changes: (entry?.lists.at(-1) ?? NOTHING).subarray(0, LONGEST_CHANGES),
      }
    const base = entry.base === NO_STYLE ? null : build(entry.base, depth + 1)
    const [paragraph = NOTHING, characters = NOTHING] = entry.lists
    const style = {
      heading: entry.id >= 1 && entry.id <= 9 ? entry.id : null,
      // The first two bytes name the style itself.
      paragraph: { ...paragraphOver(base?.paragraph ?? BODY, paragraph.subarray(2), NOTHING), style: index },
      characters: lookOver(base?.characters ?? PLAIN, characters),
      changes: NOTHING,
    }
    styles[index] = style
    return style
  }
  return entries.map((_, index) => build(index, 0))
}

function readEntries(sheet: Uint8Array): (Entry | null)[] {
  const head = u16(sheet, 0)
  const count = u16(sheet, 2)
  const baseSize = u16(sheet, 4)
  const entries: (Entry | null)[] = []
  for (let at = 2 + head; entries.length < count && at < sheet.length; ) {
    const size = u16(sheet, at)
    at += 2
    entries.push(size === 0 ? null : readEntry(sheet.subarray(at, at + size), baseSize))
    at += size + (size % 2)
  }
  return entries
}

function readEntry(bytes: Uint8Array, baseSize: number): Entry {
  const lists: Uint8Array[] = []
  const count = u16(bytes, 4) & 0xf
  // Behind the base stands the name: its length, its letters, a zero.
  let at = baseSize + 2 + 2 * u16(bytes, baseSize) + 2
  for (let i = 0; i < count && at < bytes.length; i++) {
    const size = u16(bytes, at)
    lists.push(bytes.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size % 2)
  }
  return { id: u16(bytes, 0) & 0xfff, kind: u8(bytes, 2) & 0xf, base: u16(bytes, 2) >> 4, lists }
}
