// Lists of property changes become looks: of characters, and of paragraphs.
import { i16, u8, u16, u32 } from './bytes.ts'

export type CharacterLook = {
  bold: boolean
  italic: boolean
  isHidden: boolean
  isDeleted: boolean
  isSpecial: boolean
  isCapitals: boolean
  /** Half points. */
  size: number
  font: number
  /** The sign that a special character stands for: a place in a font. */
  symbol: { font: number; sign: number } | null
  language: number
  /** Where the data stream holds the picture that a special character stands for. */
  picture: number | null
  /** Such data are those of a form field, or of an embedded object. */
  isNoPicture: boolean
}

export type ParagraphLook = {
  style: number
  align: number | null
  /** 1-based among the uses of lists; 0: no number. */
  list: number
  level: number
  /** How many tables the paragraph stands in. */
  depth: number
  isRowEnd: boolean
  /** In a nested table: the end of a cell, or of a row. */
  isInnerEnd: boolean
  /** The lists of properties that it was read from: those of a row stand there too. */
  sources: readonly Uint8Array[]
}

export const PLAIN: CharacterLook = {
  bold: false,
  italic: false,
  isHidden: false,
  isDeleted: false,
  isSpecial: false,
  isCapitals: false,
  size: 20,
  font: 0,
  symbol: null,
  language: 0,
  picture: null,
  isNoPicture: false,
}

export const BODY: ParagraphLook = {
  style: 0,
  align: null,
  list: 0,
  level: 0,
  depth: 0,
  isRowEnd: false,
  isInnerEnd: false,
  sources: [],
}

const DEFINE_TABLE: readonly number[] = [0xd606, 0xd608]
const CHANGE_TABS = 0xc615
// What the format allows; longer lists are made to do harm.
const LONGEST_FAR = 0x3fa2
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** Visits every property: its code, where its operand begins, and how long that is. */
export function eachProperty(list: Uint8Array, visit: (code: number, at: number, size: number) => void): void {
  for (let at = 0; at + 2 < list.length; ) {
    const code = u16(list, at)
    at += 2
    let size: number = SIZES[code >> 13]!
    if (DEFINE_TABLE.includes(code)) {
      size = Math.max(0, u16(list, at) - 1)
      at += 2
    } else if (code >> 13 === 6) {
      size = u8(list, at)
      at += 1
      if (code === CHANGE_TABS && size === 255) {
        const deleted = 1 + 4 * u8(list, at)
        size = deleted + 1 + 3 * u8(list, at + deleted)
      }
    }
    if (at + size > list.length) return
    visit(code, at, size)
    at += size
  }
}

/** A look with properties laid over it; `styleLook` gives the look of a character style over another. */
export function lookOver(
  look: CharacterLook,
  list: Uint8Array,
  styleLook: (style: number, look: CharacterLook) => CharacterLook = (_, before) => before,
): CharacterLook {
  if (list.length === 0) return look
  let over: CharacterLook = { ...look }
  let base = look
  const toggle = (value: number, before: boolean) => (value === 0x80 ? before : value === 0x81 ? !before : value !== 0)
  eachProperty(list, (code, at) => {
    const value = u8(list, at)
    switch (code) {
      case 0x4a30:
        // A list names one style; one that names many does it for harm.
        if (base !== look) break
        base = { ...styleLook(u16(list, at), look) }
        over = { ...base }
        break
      case 0x0800:
        over.isDeleted = value !== 0
        break
      case 0x0835:
        over.bold = toggle(value, base.bold)
        break
      case 0x0836:
        over.italic = toggle(value, base.italic)
        break
      case 0x083b:
        over.isCapitals = toggle(value, base.isCapitals)
        break
      case 0x083c:
        over.isHidden = toggle(value, base.isHidden)
        break
      case 0x0855:
        over.isSpecial = value !== 0
        break
      case 0x4a43:
        over.size = u16(list, at)
        break
      case 0x4a4f:
        over.font = u16(list, at)
        break
      case 0x486d:
      case 0x4873:
        over.language = u16(list, at)
        break
      case 0x6a03:
        over.picture = u32(list, at)
        break
      case 0x0806:
      case 0x080a:
      case 0x0856:
        over.isNoPicture ||= value !== 0
        break
      case 0x6a09:
        over.symbol = { font: u16(list, at), sign: u16(list, at + 2) }
        break
    }
  })
  return over
}

/** A paragraph's look with properties laid over it; `data` holds lists too long for their page. */
export function paragraphOver(look: ParagraphLook, list: Uint8Array, data: Uint8Array): ParagraphLook {
  if (list.length === 0) return look
  let over: ParagraphLook = { ...look, sources: [...look.sources, list] }
  eachProperty(list, (code, at) => {
    const value = u8(list, at)
    switch (code) {
      case 0x2403:
      case 0x2461:
        over.align = value
        break
      case 0x460b:
        over.list = i16(list, at)
        break
      case 0x260a:
        over.level = value
        break
      case 0x2416:
        over.depth = value === 0 ? 0 : Math.max(1, over.depth)
        break
      case 0x2417:
        over.isRowEnd = value !== 0
        break
      case 0x6649:
        over.depth = Math.min(u32(list, at), 64)
        break
      case 0x664a:
        over.depth = Math.max(0, Math.min(over.depth + (u32(list, at) | 0), 64))
        break
      case 0x244b:
      case 0x244c:
        over.isInnerEnd = value !== 0
        break
      case 0x6645:
      case 0x6646: {
        const place = u32(list, at)
        const far = data.subarray(place + 2, place + 2 + Math.min(LONGEST_FAR, u16(data, place)))
        // A list that leads to another is let be: they could lead in a circle.
        over = paragraphOver(over, far, new Uint8Array())
        break
      }
    }
  })
  return over
}
