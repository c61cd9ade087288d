// The bytes of a binary Word document (Word 97 to 2003) become a draft.
import type { Draft, DraftBlock, DraftParagraph } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import { startCounter } from '../numbering.ts'
import { type Anchored, blocksOf, furnitureOf } from './blocks.ts'
import { readPlc, u16, u32 } from './bytes.ts'
import { openContainer } from './container.ts'
import { readFonts } from './fonts.ts'
import { readLists } from './lists.ts'
import { damagedWord, type Parts, readParts } from './parts.ts'
import { readText } from './pieces.ts'
import { lastFrom, readRuns } from './runs.ts'
import { readStory, type WordFile } from './story.ts'
import { readStyles } from './styles.ts'

type Range = { start: number; end: number }

const BOX_SIZE = 22
const ANCHOR_SIZE = 26
const SECTION_SIZE = 12
// The first six stories of the heads are the rules above footnotes and endnotes.
const NOTE_RULES = 6
// Fewer letters beside a picture are its caption or a page number.
const FEWEST_LETTERS = 12

/** Reads a DOC. Throws UnreadableError: damaged, encrypted, of Word 6 or 95, or without any words. */
export function readDoc(bytes: Uint8Array): Draft {
  try {
    return draftOf(bytes)
  } catch (error) {
    throw error instanceof UnreadableError ? error : damagedWord(error)
  }
}

function draftOf(bytes: Uint8Array): Draft {
  const parts = readParts(openContainer(bytes))
  const file = wordFileOf(parts)
  const main = readStory(file, inside(file, parts.stories.main))
  const body = blocksOf(main, file.styles, boxesOf(parts, file))
  const furniture = [...notesOf(parts, file), ...headsOf(parts, file)]
  checkWords([...body, ...furniture], file)
  return {
    blocks: [...body, ...furniture],
    pages: [],
    mediaType: 'application/msword',
    textOrigin: 'document',
    encoding: null,
    signatures: [],
    engines: {},
    messages: messagesOf(parts, file),
  }
}

function wordFileOf(parts: Parts): WordFile {
  const { word, data, part } = parts
  const { text, pieces } = readText(parts)
  if (parts.stories.main.end > text.length) throw damagedWord()
  return {
    text,
    pieces,
    characters: readRuns(part('characters'), word, 'characters'),
    paragraphs: readRuns(part('paragraphs'), word, 'paragraphs'),
    styles: readStyles(part('styles')),
    fonts: readFonts(part('fonts')),
    counter: startCounter(readLists(part('lists', true), part('listUses'))),
    sectionEnds: new Set(readPlc(part('sections'), SECTION_SIZE).map(({ end }) => end)),
    data,
    seen: { hidden: false, deleted: false, pictures: false, oldNumbers: false },
  }
}

function inside({ text }: WordFile, { start, end }: Range): Range {
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) }
}

/** The stretches of a story that its PLC tells apart. */
function stretches(plc: Uint8Array, size: number, story: Range): (Range & { record: Uint8Array })[] {
  const found: (Range & { record: Uint8Array })[] = []
  let from = story.start
  for (const { start, end, record } of readPlc(plc, size)) {
    const range = { start: Math.max(from, story.start + start), end: Math.min(story.end, story.start + end), record }
    if (range.end <= range.start) found.push({ ...range, end: range.start })
    else {
      found.push(range)
      from = range.end
    }
  }
  return found
}

/** Text boxes with the places of their shapes; one inside a group takes the shape whose number is nearest. */
function boxesOf({ part, stories }: Parts, file: WordFile): Anchored[] {
  const anchors = readPlc(part('anchors'), ANCHOR_SIZE)
    .map(({ start, record }) => ({ at: start, from: u32(record, 0) }))
    .sort((a, b) => a.from - b.from)
  return stretches(part('boxes'), BOX_SIZE, inside(file, stories.boxes)).flatMap(({ record, ...range }) => {
    if (range.end === range.start || u16(record, 8) !== 0) return []
    const shape = u32(record, 14)
    const below = lastFrom(anchors, shape)
    const [near] = anchors
      .slice(Math.max(0, below), below + 2)
      .sort((a, b) => Math.abs(a.from - shape) - Math.abs(b.from - shape))
    return [{ at: near?.at ?? stories.main.end, blocks: blocksOf(readStory(file, range), file.styles) }]
  })
}

function notesOf({ part, stories }: Parts, file: WordFile): DraftParagraph[] {
  return [
    ...stretches(part('footnotes'), 0, inside(file, stories.footnotes)),
    ...stretches(part('endnotes'), 0, inside(file, stories.endnotes)),
  ]
    .filter(({ start, end }) => end > start)
    .flatMap((range) => furnitureOf(readStory(file, range), file.styles, 'note'))
}

function headsOf({ part, stories }: Parts, file: WordFile): DraftParagraph[] {
  return [
    ...stretches(part('headers'), 0, inside(file, stories.headers)).slice(NOTE_RULES),
    ...stretches(part('headerBoxes'), BOX_SIZE, inside(file, stories.headerBoxes)),
  ]
    .filter(({ start, end }) => end > start)
    .flatMap((range) => furnitureOf(readStory(file, range, true), file.styles, 'running-head'))
}

function checkWords(blocks: readonly DraftBlock[], { seen }: WordFile): void {
  let letters = 0
  for (const block of blocks) {
    const lines = block.kind === 'paragraph' ? block.lines : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines))
    for (const { text } of lines) letters += text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (letters >= FEWEST_LETTERS) return
  }
  if (seen.pictures)
    throw new UnreadableError(
      'no-text',
      'the Word document holds only pictures, a scan; its text must be recognised first (OCR)',
      'văn bản Word chỉ chứa ảnh (bản quét); cần nhận dạng chữ (OCR) trước',
    )
  if (letters === 0) throw new UnreadableError('empty', 'the Word document holds no words', 'văn bản Word không có chữ nào')
}

function messagesOf({ stories }: Parts, { seen }: WordFile): Message[] {
  const messages: Message[] = []
  const ignore = (vi: string, en: string) => messages.push(report('read/ignored', null, { what: { vi, en } }))
  if (seen.hidden) ignore('chữ ẩn', 'hidden text')
  if (seen.deleted) ignore('chữ đã xóa (theo dõi thay đổi)', 'deleted text (tracked changes)')
  if (stories.comments.end > stories.comments.start) ignore('các nhận xét', 'the comments')
  if (seen.oldNumbers)
    messages.push(
      report('read/unknown-element', null, { what: { vi: 'số tự động kiểu Word 6', en: 'automatic numbers of Word 6' } }),
    )
  return messages
}
