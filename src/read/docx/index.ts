// A Word file's bytes become a draft: revisions, numbers and looks are resolved first, mammoth reads the elements of what is left.
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Draft, DraftBlock } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { type Message, report } from '../../model/message.ts'
import type { ReadOptions } from '../options.ts'
import { hasLetters, picturePlace, readPictures } from '../pictures.ts'
import { blocksOf, type PlaceOf } from './blocks.ts'
import type { Node } from './lines.ts'
import { readLists } from './numbers.ts'
import { openParts, type Parts } from './parts.ts'
import { type Reading, startReading } from './reading.ts'
import { signaturesOf } from './signatures.ts'
import { writeStories } from './stories.ts'
import { readStyles } from './styles.ts'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Reads a DOCX. Throws UnreadableError: damaged, no Word document inside, no words, or parts too large. */
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<Draft> {
  const parts = openParts(bytes)
  const styles = readStyles(parts.related('styles'))
  const reading = startReading(styles)
  const xml = writeStories(parts, reading, readLists(parts.related('numbering'), styles))
  const { root, messages } = await parse(xml)
  const blocks = blocksOf(root.children ?? [], placesOf(parts, reading))
  const draft: Draft = {
    blocks,
    pages: [],
    mediaType: parts.mediaType,
    textOrigin: 'document',
    encoding: null,
    signatures: signaturesOf(parts.signatures),
    engines: { mammoth: '1.13.0' },
    messages: [...reading.messages.values(), ...messages],
  }
  const { small, pageSized } = reading.pictures
  if (reading.placed.length + small + pageSized > 0) return readPictures(draft, reading.pictures, options)
  checkWords(blocks, reading)
  return draft
}

function placesOf({ images }: Parts, { placed }: Reading): PlaceOf {
  let opened: ReadonlyMap<string, Uint8Array> | null = null
  const open = () => {
    opened ??= images(new Set(placed.map(({ id }) => id)))
    return opened
  }
  return (number) => {
    const { id, area } = placed[number]!
    return picturePlace({ area, bytes: () => open().get(id) ?? null })
  }
}

async function parse(body: string): Promise<{ root: Node; messages: Message[] }> {
  let root: Node = { type: 'document' }
  const keep = (document: Node) => {
    root = document
    return { ...document, children: [] }
  }
  const xml = `<w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`
  const zip = zipSync({ 'word/document.xml': strToU8(xml) }, { level: 0 })
  try {
    const result = await mammoth.convertToHtml(
      // Its build for browsers takes the one, the one for Node the other.
      { buffer: Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), arrayBuffer: zip.slice().buffer },
      { transformDocument: keep },
    )
    const missed = result.messages.map(({ message }) => /was ignored: (.+)/.exec(message)?.[1] ?? '')
    const unknown = [...new Set(missed)].filter((what) => what !== '')
    return { root, messages: unknown.map((what) => report('read/unknown-element', null, { what })) }
  } catch (error) {
    throw new UnreadableError('damaged', 'the Word document is damaged', 'văn bản Word bị hỏng', error)
  }
}

function checkWords(blocks: readonly DraftBlock[], { messages }: Reading): void {
  if (hasLetters(blocks)) return
  const unread = [...messages.values()].find(({ code }) => code === 'read/unknown-element')
  if (unread)
    throw new UnreadableError('no-text', `no words can be read. ${unread.text.en}`, `không đọc được chữ nào. ${unread.text.vi}`)
  throw new UnreadableError('empty', 'the Word document holds no words', 'văn bản Word không có chữ nào')
}
