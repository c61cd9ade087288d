// The streams of a Word 97-2003 file become its parts: what the file information block says lies where.
import { UnreadableError } from '../../model/errors.ts'
import { u16, u32 } from './bytes.ts'
import type { Streams } from './container.ts'

/** How many characters each story has; they stand one behind the other, in this order. */
export type Stories = Record<(typeof STORIES)[number], { start: number; end: number }>

export type Parts = {
  word: Uint8Array
  table: Uint8Array
  data: Uint8Array
  stories: Stories
  /** Where the table stream holds the records of drawings. */
  drawings: { start: number; end: number }
  /** A part of the table stream; `isOpen` where it goes on behind its stated end. */
  part: (name: keyof typeof PLACES, isOpen?: boolean) => Uint8Array
}

const STORIES = ['main', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const
// The index of each pair of offset and length in the block (MS-DOC 2.5.6).
const PLACES = {
  styles: 1,
  footnotes: 3,
  sections: 6,
  headers: 11,
  characters: 12,
  paragraphs: 13,
  fonts: 15,
  text: 33,
  anchors: 40,
  endnotes: 47,
  drawings: 50,
  boxes: 56,
  headerBoxes: 58,
  lists: 73,
  listUses: 74,
} as const

const WORD_97 = 0xa5ec
const FIRST_WORD_97 = 0xc0
const OLD_WORDS: readonly number[] = [0xa5db, 0xa5dc]
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200

/** Throws UnreadableError: no Word document, one of Word 6 or 95, encrypted, or parts missing. */
export function readParts(streams: Streams): Parts {
  const word = streams.get('worddocument') ?? new Uint8Array()
  const magic = u16(word, 0)
  if (OLD_WORDS.includes(magic) || (magic === WORD_97 && u16(word, 2) < FIRST_WORD_97))
    throw new UnreadableError(
      'unsupported-type',
      'this is a document of Word 6 or Word 95, which is not read; open it in Word and save it as .docx',
      'đây là tệp Word 6 hoặc Word 95, chương trình không đọc; hãy mở bằng Word và lưu lại thành .docx',
    )
  if (magic !== WORD_97) throw damagedWord()
  const flags = u16(word, 10)
  if (flags & ENCRYPTED)
    throw new UnreadableError(
      'encrypted',
      'the Word document is protected with a password; save it without one',
      'văn bản Word có mật khẩu; hãy lưu lại không có mật khẩu',
    )
  const table = streams.get(flags & SECOND_TABLE ? '1table' : '0table')
  if (!table || table.length === 0) throw damagedWord()
  const numbers = 32 + 2 + 2 * u16(word, 32) + 2
  const places = numbers + 4 * u16(word, numbers - 2) + 2
  const count = u16(word, places - 2)
  const placeOf = (name: keyof typeof PLACES) => {
    const at = places + 8 * PLACES[name]
    const start = u32(word, at)
    return PLACES[name] < count ? { start, end: start + u32(word, at + 4) } : { start: 0, end: 0 }
  }
  return {
    word,
    table,
    data: streams.get('data') ?? new Uint8Array(),
    stories: storiesAt(word, numbers + 12),
    drawings: placeOf('drawings'),
    part: (name, isOpen = false) => {
      const { start, end } = placeOf(name)
      return end === start ? new Uint8Array() : table.subarray(start, isOpen ? undefined : end)
    },
  }
}

export function damagedWord(cause?: unknown): UnreadableError {
  return new UnreadableError(
    'damaged',
    'the Word document is damaged; ask for another copy of it, or save it again in Word as .docx',
    'văn bản Word bị hỏng; hãy xin lại bản khác, hoặc mở bằng Word và lưu lại thành .docx',
    cause,
  )
}

function storiesAt(word: Uint8Array, at: number): Stories {
  let start = 0
  const stories = STORIES.map((name, i) => {
    const end = start + u32(word, at + 4 * i)
    const story = [name, { start, end }] as const
    start = end
    return story
  })
  return Object.fromEntries(stories) as Stories
}
