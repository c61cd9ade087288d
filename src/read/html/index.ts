// A web page, also one that Word saved under another name, becomes a draft: paragraphs, lists with their marks, tables with their spans.
import type { Draft, DraftBlock } from '../../model/draft.ts'
import { UnreadableError } from '../../model/errors.ts'
import { report } from '../../model/message.ts'
import { refusePictures } from '../pictures.ts'
import { decodeHtml } from './decode.ts'
import { readMhtml } from './mhtml.ts'
import { type HtmlDocument, parseHtml } from './parse.ts'
import { readBody } from './walk.ts'

/** Reads HTML. Throws UnreadableError: too large, nested too deeply. Nothing that the page names is fetched. */
export function readHtml(bytes: Uint8Array, charset: string | null = null): Draft {
  const { text, encoding, isGuessed } = decodeHtml(bytes, charset)
  const { blocks, ignored } = walk(parseHtml(text))
  if (ignored.includes('img')) refusePictures(blocks)
  const messages = ignored.map((what) => report('read/ignored', null, { what }))
  if (isGuessed) messages.push(report('read/encoding-guessed', null, { encoding }))
  return {
    blocks,
    pages: [],
    mediaType: 'text/html',
    textOrigin: 'document',
    encoding,
    signatures: [],
    engines: {},
    messages,
  }
}

/** Reads the page inside a web archive (`.mht`, also saved as `.doc`). */
export function readWebArchive(bytes: Uint8Array): Draft {
  const { page, charset } = readMhtml(bytes)
  return { ...readHtml(page, charset), mediaType: 'multipart/related' }
}

function walk(document: HtmlDocument): { blocks: DraftBlock[]; ignored: string[] } {
  try {
    return readBody(document)
  } catch (error) {
    // The parser moves misnested elements, so that a tree can be deeper than its source.
    if (!(error instanceof RangeError)) throw error
    throw new UnreadableError('damaged', 'the web page is damaged', 'trang web (HTML) bị hỏng', error)
  }
}
