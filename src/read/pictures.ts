// Scans that were pasted into a document become words in their place; pictures that are none are counted.
import type { Draft, DraftBlock, DraftLine, DraftParagraph } from '../model/draft.ts'
import { UnreadableError } from '../model/errors.ts'
import { type Message, report } from '../model/message.ts'
import { isSyllable } from '../text/syllables.ts'
import type { PageImage } from './image/wrap.ts'
import type { ReadOptions } from './options.ts'

/** `area` in square points of paper; 0 where the format does not say. `bytes` gives null where it is not embedded. */
export type Picture = { bytes: () => Uint8Array | null; area: number }

/** Holds the place of a picture among the blocks. */
export type PicturePlace = DraftParagraph & { picture: Picture }

/** Pictures that have no place in the body: in running heads, cells, notes, or only linked. */
export type OtherPictures = { small: number; pageSized: number }

type Met = { place: PicturePlace; page: PageImage | null }

const PAGE_AREA = 595 * 842
// A scan fills its page; a logo, a seal, a signature or a chart beside words does not.
export const PAGE_SIZED = PAGE_AREA / 2
// Where nothing but pictures is there, a page may be cut into a few.
const PART_SIZED = PAGE_AREA / 12
// Fewer pixels than A4 has at 75 dpi hold no letters to read; parts of a page have fewer.
const FEWEST_PIXELS = 540_000
const FEWEST_PART_PIXELS = 100_000
const MOST_PICTURES = 500
// Fewer letters beside a picture are its caption or a page number.
const FEWEST_LETTERS = 12
// What recognition makes of photographs and maps: a few words, and few of them syllables.
const FEWEST_WORDS = 8
const FEWEST_SYLLABLES = 0.5

export function picturePlace(picture: Picture): PicturePlace {
  return {
    kind: 'paragraph',
    lines: [],
    look: { bold: 0, italic: 0, size: null, align: null },
    level: null,
    column: null,
    page: null,
    furniture: null,
    picture,
  }
}

/** Whether it is no scan for sure where there are words beside it. */
export function isSmall({ picture: { area } }: PicturePlace): boolean {
  return area > 0 && area <= PAGE_SIZED
}

export function isPlace(block: DraftBlock): block is PicturePlace {
  return 'picture' in block
}

/** Whether there are words enough for a document without its pictures. */
function hasWords(blocks: readonly DraftBlock[]): boolean {
  let letters = 0
  for (const line of linesOf(blocks)) {
    letters += line.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
    if (letters >= FEWEST_LETTERS) return true
  }
  return false
}

/** The draft with its scans recognised. Throws UnreadableError: nothing but pictures, and no words from them. */
export async function readPictures(draft: Draft, others: OtherPictures, options: ReadOptions): Promise<Draft> {
  const isScan = !hasWords(draft.blocks)
  const places: Met[] = []
  let count = 0
  for (const place of draft.blocks.filter(isPlace)) {
    const page = count < MOST_PICTURES ? await scanIn(place, isScan) : null
    if (page) count++
    places.push({ place, page })
  }
  const engine = count > 0 && options.ocr !== 'never' ? ((await options.engine?.()) ?? null) : null
  const read = await recognised(draft.blocks, engine ? places : [], isScan, {
    ...options,
    ocr: 'auto',
    engine: async () => engine,
  })
  if (isScan && read.count === 0) throw noWords(places.length + others.small + others.pageSized, read.failure)
  const large = places.filter(({ place, page }) => page || place.picture.area > PAGE_SIZED).length
  return {
    ...draft,
    ...read.draft,
    textOrigin: read.count === 0 ? draft.textOrigin : isScan ? 'ocr' : 'mixed',
    engines: { ...draft.engines, ...read.draft.engines },
    messages: [
      ...draft.messages,
      ...(read.count > 0 ? [report('read/pictures-recognised', null, { count: read.count })] : []),
      ...countOf('read/pictures', others.small + places.length - large),
      ...countOf('read/page-pictures', others.pageSized + large - read.count),
      ...read.draft.messages,
    ],
  }
}

function countOf(code: 'read/pictures' | 'read/page-pictures', count: number): Message[] {
  return count > 0 ? [report(code, null, { count })] : []
}

/** The picture as a page; null where it is small, of a kind that is not read, damaged, or too large. */
async function scanIn({ picture }: PicturePlace, isScan: boolean): Promise<PageImage | null> {
  if (picture.area > 0 && picture.area <= (isScan ? PART_SIZED : PAGE_SIZED)) return null
  const bytes = picture.bytes()
  const page = bytes && (await (await import('./image/index.ts')).pageOfPicture(bytes))
  return page && page.width * page.height >= (isScan ? FEWEST_PART_PIXELS : FEWEST_PIXELS) ? page : null
}

type Read = { draft: Pick<Draft, 'blocks' | 'pages' | 'messages' | 'engines'>; count: number; failure: unknown }

/** Scans that follow each other are read as the pages of one document. */
async function recognised(
  all: readonly DraftBlock[],
  places: readonly Met[],
  isScan: boolean,
  options: ReadOptions,
): Promise<Read> {
  const pageOf = new Map<DraftBlock, PageImage | null>(places.map(({ place, page }) => [place, page]))
  const total = places.filter(({ page }) => page).length
  const read: Read = { draft: { blocks: [], pages: [], messages: [], engines: {} }, count: 0, failure: undefined }
  let begun = 0
  let group: PageImage[] = []
  const flush = async () => {
    if (group.length === 0) return
    const pages = group
    const before = begun
    begun += pages.length
    group = []
    const onPage =
      options.onPage &&
      ((turn: { page: number }) => options.onPage?.({ page: before + turn.page, pages: total, textOrigin: 'ocr' }))
    const draft = await readScans(pages, { ...options, ...(onPage && { onPage }) }, read.draft.pages.length + 1).catch(
      (error) => {
        if (!(error instanceof UnreadableError)) throw error
        read.failure = error
        return null
      },
    )
    if (!draft || !(isScan || readsWell(draft.blocks))) return
    for (const block of draft.blocks) read.draft.blocks.push(block)
    read.draft.pages.push(...draft.pages)
    read.draft.messages.push(...draft.messages)
    Object.assign(read.draft.engines, draft.engines)
    read.count += draft.pages.filter(({ textOrigin }) => textOrigin !== null).length
  }
  for (const block of all) {
    const page = pageOf.get(block)
    if (page) group.push(page)
    if (isPlace(block)) continue
    if (!isScan && hasLetters([block])) await flush()
    read.draft.blocks.push(block)
  }
  await flush()
  return read
}

async function readScans(pages: readonly PageImage[], options: ReadOptions, firstPage: number): Promise<Draft> {
  const { wrapImages } = await import('./image/wrap.ts')
  const { readPdf } = await import('./pdf/index.ts')
  return readPdf(wrapImages(pages), options, firstPage)
}

function* linesOf(blocks: readonly DraftBlock[]): Generator<DraftLine> {
  for (const block of blocks)
    if (block.kind === 'paragraph') yield* block.lines
    else for (const row of block.rows) for (const cell of row.cells) yield* cell.lines
}

export function hasLetters(blocks: readonly DraftBlock[]): boolean {
  for (const { text } of linesOf(blocks)) if (/[\p{L}\p{N}]/u.test(text)) return true
  return false
}

function readsWell(blocks: readonly DraftBlock[]): boolean {
  const words: string[] = []
  for (const { text } of linesOf(blocks)) words.push(...(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []))
  return words.length >= FEWEST_WORDS && words.filter(isSyllable).length >= FEWEST_SYLLABLES * words.length
}

/** For formats whose pictures are not read. Throws UnreadableError where there are no words beside them. */
export function refusePictures(blocks: readonly DraftBlock[]): void {
  if (hasLetters(blocks)) return
  throw new UnreadableError(
    'no-text',
    'the document holds only pictures, which are not read from this format; save it as DOCX or PDF',
    'văn bản chỉ có hình ảnh, chương trình chưa đọc hình ảnh trong kiểu tệp này; hãy lưu lại thành DOCX hoặc PDF',
  )
}

function noWords(count: number, cause: unknown): UnreadableError {
  return new UnreadableError(
    'no-text',
    `the document holds ${count} pictures and no words; recognition was switched off, found no words, or cannot read pictures of this kind`,
    `văn bản chỉ có ${count} hình ảnh, không có chữ; chưa bật nhận dạng chữ, nhận dạng không ra chữ nào, hoặc kiểu hình ảnh không đọc được`,
    cause,
  )
}
