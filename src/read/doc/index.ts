// The bytes of a binary Word document (Word 97 to 2003) become a draft.
import type { Draft, DraftParagraph } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import { startCounter } from '../numbering.ts'
import type { ReadOptions } from '../options.ts'
import { hasLetters, isPlace, type OtherPictures, picturePlace, readPictures } from '../pictures.ts'
import { type Anchored, blocksOf, furnitureOf } from './blocks.ts'
import { readPlc, u16, u32 } from './bytes.ts'
import { openContainer } from './container.ts'
import { readFonts } from './fonts.ts'
import { readLists } from './lists.ts'
import { damagedWord, type Parts, readParts } from './parts.ts'
import { floatingPictures, inlinePicture } from './pictures.ts'
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

/** Reads a DOC. Throws UnreadableError: damaged, encrypted, of Word 6 or 95, or without any words. */
export async function readDoc(bytes: Uint8Array, options: ReadOptions = {}): Promise<Draft> {
  const { draft, others } = careful(() => draftOf(bytes))
  if (draft.blocks.some(isPlace) || others.small > 0) return readPictures(draft, others, options)
  if (!hasLetters(draft.blocks))
    throw new UnreadableError('empty', 'the Word document holds no words', 'văn bản Word không có chữ nào')
  return draft
}

function careful<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof UnreadableError ? error : damagedWord(error)
  }
}

function draftOf(bytes: Uint8Array): { draft: Draft; others: OtherPictures } {
  const parts = readParts(openContainer(bytes))
  const file = wordFileOf(parts)
  const main = readStory(file, inside(file, parts.stories.main))
  const pictures = placedPictures(parts, file)
  const body = blocksOf(main, file.styles, [...boxesOf(parts, file), ...pictures])
  const furniture = [...notesOf(parts, file), ...headsOf(parts, file)]
  const draft: Draft = {
    blocks: [...body, ...furniture],
    pages: [],
    mediaType: 'application/msword',
    textOrigin: 'document',
    encoding: null,
    signatures: [],
    engines: {},
    messages: messagesOf(parts, file),
  }
  // What a floating character stands for besides pictures is drawn: boxes and lines.
  const inline = [...file.pictures].filter(([, data]) => data !== null).length
  return { draft, others: { small: Math.max(0, inline - pictures.filter(({ isInline }) => isInline).length), pageSized: 0 } }
}

/** Pictures of the body, each behind the paragraph that holds it. */
function placedPictures(parts: Parts, { pictures, data }: WordFile): (Anchored & { isInline: boolean })[] {
  const floating = floatingPictures(parts)
  return [...pictures]
    .filter(([at]) => at < parts.stories.main.end)
    .flatMap(([at, place]) => {
      const own = place === null ? (floating.get(at) ?? []) : [inlinePicture(data, place) ?? { area: 0, bytes: () => null }]
      return own.map((picture) => ({ at, blocks: [picturePlace(picture)], isInline: place !== null }))
    })
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
    seen: { hidden: false, deleted: false, oldNumbers: false },
    pictures: new Map(),
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
