// A story of the text (body, notes, heads, boxes) becomes its paragraphs: their looks, their automatic numbers, their lines.
import type { Counter } from '../numbering.ts'
import { maskFields } from './fields.ts'
import { signOf } from './fonts.ts'
import { addWords, type Line } from './lines.ts'
import { languageName } from './lists.ts'
import type { Piece } from './pieces.ts'
import { BODY, type CharacterLook, lookOver, type ParagraphLook, PLAIN, paragraphOver } from './properties.ts'
import { byteOf, lastFrom, pieceAt, type Run, runAt } from './runs.ts'
import type { Style } from './styles.ts'

export type WordFile = {
  text: string
  pieces: readonly Piece[]
  characters: readonly Run[]
  paragraphs: readonly Run[]
  styles: readonly Style[]
  fonts: readonly string[]
  counter: Counter
  /** Behind which characters a section ends: any other page break stands inside a paragraph. */
  sectionEnds: ReadonlySet<number>
  data: Uint8Array
  /** What was met and left out. */
  seen: { hidden: boolean; deleted: boolean; oldNumbers: boolean }
  /** Characters that stand for pictures: where the data of one in the text lie; null for one that floats. */
  pictures: Map<number, number | null>
}

export type WordParagraph = {
  start: number
  end: number
  isCellEnd: boolean
  look: ParagraphLook
  lines: Line[]
}

const CELL_END = '\u0007'
const ENDS = `[\r\f${CELL_END}]`
// Word 6 kept a paragraph's number in the paragraph.
const OLD_NUMBER = 2047
const PICTURE = 0x01
const FLOATING = 0x08
const LINE_ENDS: readonly number[] = [0x0b, 0x0c, 0x0e]

/** Reads the paragraphs that stand between two places of the text. */
export function readStory(
  file: WordFile,
  { start, end }: { start: number; end: number },
  dropsPageNumbers = false,
): WordParagraph[] {
  const mask = maskFields(file.text, start, end, dropsPageNumbers)
  const paragraphs: WordParagraph[] = []
  let ranges: [number, number][] = []
  let from = start
  const close = (to: number, mark: string) => {
    const place = Math.min(to, end - 1)
    const look = paragraphLook(file, place)
    const last = lookAt(file, place, look.style)
    ranges.push([from, to])
    from = to + 1
    // A paragraph whose end was deleted or is hidden goes on with the next one.
    if ((last.isDeleted || last.isHidden) && mark === '\r' && !look.isInnerEnd && from < end) return
    const label = labelOf(file, look, last)
    const lines = linesOf(file, ranges, look, label, (at) => mask[at - start] === 1)
    paragraphs.push({ start: ranges[0]![0], end: from, isCellEnd: mark === CELL_END, look, lines })
    ranges = []
  }
  for (const { 0: mark, index } of file.text.slice(start, end).matchAll(new RegExp(ENDS, 'g'))) {
    if (mark !== '\f' || file.sectionEnds.has(start + index + 1)) close(start + index, mark)
  }
  if (from < end || ranges.length > 0) close(end, '')
  return paragraphs
}

function labelOf(file: WordFile, look: ParagraphLook, mark: CharacterLook): string {
  if (look.isRowEnd) return ''
  if (look.list === OLD_NUMBER) file.seen.oldNumbers = true
  const place = { numId: String(look.list), level: look.level }
  return file.counter(place, { lang: languageName(mark.language), caps: mark.isCapitals })
}

function paragraphLook(file: WordFile, place: number): ParagraphLook {
  const piece = pieceAt(file.pieces, place)
  if (!piece) return BODY
  const run = runAt(file.paragraphs, byteOf(piece, place))
  const style = file.styles[run?.style ?? 0]?.paragraph ?? BODY
  return paragraphOver(paragraphOver(style, run?.properties ?? new Uint8Array(), file.data), piece.changes, file.data)
}

function lookAt(file: WordFile, place: number, style: number): CharacterLook {
  let look = PLAIN
  eachSpan(file, place, place + 1, style, (_from, _to, found) => {
    look = found
  })
  return look
}

/** Visits the stretches of equal look. */
function eachSpan(
  file: WordFile,
  start: number,
  end: number,
  style: number,
  visit: (from: number, to: number, look: CharacterLook) => void,
): void {
  const base = file.styles[style]?.characters ?? PLAIN
  const styleLook = (index: number, look: CharacterLook) => lookOver(look, file.styles[index]?.changes ?? new Uint8Array())
  for (let at = start; at < end; ) {
    const piece = pieceAt(file.pieces, at)
    if (!piece) return
    const byte = byteOf(piece, at)
    const index = lastFrom(file.characters, byte)
    const run = file.characters[index]
    const isInside = run !== undefined && byte < run.to
    const until = isInside ? run.to : (file.characters[index + 1]?.from ?? Number.POSITIVE_INFINITY)
    const to = Math.min(end, piece.end, at + Math.max(1, Math.ceil((until - byte) / piece.width)))
    visit(at, to, lookOver(lookOver(base, isInside ? run.properties : new Uint8Array(), styleLook), piece.changes))
    at = to
  }
}

function linesOf(
  file: WordFile,
  ranges: readonly [number, number][],
  { style }: ParagraphLook,
  label: string,
  isMasked: (at: number) => boolean,
): Line[] {
  const lines: Line[] = [[]]
  let waiting = label
  const add = (words: string, look: CharacterLook) => {
    const printed = look.isCapitals ? words.toUpperCase() : words
    if (words !== '') addWords(lines.at(-1)!, waiting + printed, look)
    if (words !== '') waiting = ''
  }
  const readSpan = (from: number, to: number, look: CharacterLook) => {
    if (look.isDeleted || look.isHidden) {
      file.seen[look.isDeleted ? 'deleted' : 'hidden'] ||= /[^\s\p{Cc}]/u.test(file.text.slice(from, to))
      return
    }
    let words = ''
    for (let at = from; at < to; at++) {
      if (isMasked(at)) continue
      const code = file.text.charCodeAt(at)
      if (look.isSpecial && look.symbol) words += signOf(look.symbol.sign, file.fonts[look.symbol.font])
      else if (code >= 0xf000 && code <= 0xf0ff) words += signOf(code, file.fonts[look.font])
      else if (code >= 0x20) words += file.text[at]
      else if (code === 0x09) words += '\t'
      else if (code === 0x1e) words += '-'
      else if (code === 0x1f) words += '\u00AD'
      else if (LINE_ENDS.includes(code)) {
        add(words, look)
        words = ''
        lines.push([])
      } else if (code === FLOATING) file.pictures.set(at, null)
      else if (code === PICTURE && !look.isNoPicture && look.picture !== null) file.pictures.set(at, look.picture)
    }
    add(words, look)
  }
  for (const [from, to] of ranges) eachSpan(file, from, to, style, readSpan)
  if (waiting !== '') addWords(lines[0]!, waiting, file.styles[style]?.characters ?? PLAIN)
  return lines
}
