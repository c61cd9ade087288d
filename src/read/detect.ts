// A file's first bytes become its type: extensions lie, bytes do not.
import { UnreadableError } from '../model/errors.ts'
import type { Message } from '../model/message.ts'
import { isZip } from '../zip/index.ts'
import { containerKind } from '../zip/kinds.ts'
import { isContainer, openContainer } from './doc/container.ts'
import { decodeText } from './encodings.ts'
import { isHtml, isMhtml } from './html/detect.ts'
import { type ImageType, imageType } from './image-type.ts'

export type FileType = 'pdf' | 'docx' | 'doc' | 'odt' | 'fodt' | 'rtf' | 'html' | 'mhtml' | ImageType | 'markdown' | 'text'

export type Detected = {
  type: FileType /** The decoded text of text types. */
  text: string | null
  encoding: string | null
  messages?: readonly Message[]
}

const SIGNATURES: readonly [name: string, vi: string, bytes: readonly number[]][] = [
  ['a RAR archive', 'tệp nén RAR', [0x52, 0x61, 0x72, 0x21]],
  ['a 7-Zip archive', 'tệp nén 7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip data', 'tệp nén gzip', [0x1f, 0x8b]],
]

// Main streams of OLE containers that hold no Word document.
const CONTAINERS: readonly [stream: string, name: string, vi: string][] = [
  ['workbook', 'an Excel workbook (.xls)', 'bảng tính Excel (.xls)'],
  ['book', 'an Excel workbook (.xls)', 'bảng tính Excel (.xls)'],
  ['powerpoint document', 'a PowerPoint presentation (.ppt)', 'bản trình chiếu PowerPoint (.ppt)'],
  ['visiodocument', 'a Visio drawing (.vsd)', 'bản vẽ Visio (.vsd)'],
  ['__properties_version1.0', 'an Outlook message (.msg)', 'thư Outlook (.msg)'],
]

const PDF_ZONE = 4096
const RTF = /^(?:ï»¿)?\s*\{\\rtf/
const FLAT_ODT = /^(?:ï»¿)?\s*<\?xml[^>]*>\s*<office:document\s/
const MARKUP =
  /^#{1,6}\s|\*\*\S|<\/?(?:b|i|u|br|sup|sub|table|tr|td|th)(?:\s[^<>]{0,200})?\/?>|\$\\[a-z]+|^[ \t]*(?:```|<!--)|!\[[^\]\n]{0,200}\]\(|^\[\^\w+\]:|^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?[ \t]*)?$/m

/** Tells the type. Throws UnreadableError: empty, unknown type, or a type that is not read yet. */
export function detectType(bytes: Uint8Array): Detected {
  if (bytes.byteLength === 0) throw new UnreadableError('empty', 'the file is empty', 'tệp rỗng')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_ZONE))
  const image = imageType(bytes)
  if (image) return { type: image, text: null, encoding: null }
  if (head.includes('%PDF-')) return { type: 'pdf', text: null, encoding: null }
  if (isZip(bytes)) return { type: zipType(bytes), text: null, encoding: null }
  if (isContainer(bytes)) return containerType(bytes)
  for (const [name, vi, signature] of SIGNATURES) if (startsWith(bytes, signature)) throw unsupported(name, vi)
  if (FLAT_ODT.test(head.toString('latin1'))) return { type: 'fodt', text: null, encoding: null }
  if (RTF.test(head.toString('latin1', 0, 64))) return { type: 'rtf', text: null, encoding: null }
  if (isHtml(bytes)) return { type: 'html', text: null, encoding: null }
  if (isMhtml(bytes)) return { type: 'mhtml', text: null, encoding: null }
  const { text, encoding, messages } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableError('empty', 'the file holds no words', 'tệp không có chữ nào')
  return { type: MARKUP.test(text) ? 'markdown' : 'text', text, encoding, messages }
}

function unsupported(name: string, vi: string): UnreadableError {
  return new UnreadableError(
    'unsupported-type',
    `this is ${name}, which this version does not read yet`,
    `đây là ${vi}, phiên bản này chưa đọc được`,
  )
}

/** An OLE container is what its main stream says. */
function containerType(bytes: Uint8Array): Detected {
  const streams = openContainer(bytes)
  if (streams.has('worddocument')) return { type: 'doc', text: null, encoding: null }
  if (streams.has('encryptedpackage'))
    throw new UnreadableError(
      'encrypted',
      'the Office document is protected with a password; save it without one',
      'tài liệu Office có mật khẩu; hãy lưu lại không có mật khẩu',
    )
  const [name, vi] = CONTAINERS.find(([stream]) => streams.has(stream))?.slice(1) ?? ['an OLE file', 'một tệp OLE']
  throw unsupported(name!, vi!)
}

/** A container that is damaged is left to the reader of Word documents, which says so. */
function zipType(bytes: Uint8Array): 'docx' | 'odt' {
  const kind = containerKind(bytes)
  if (kind === 'odt' || kind === 'docx' || kind === 'damaged') return kind === 'odt' ? 'odt' : 'docx'
  if (kind === 'archive')
    throw new UnreadableError(
      'unknown-type',
      'this is a zip archive, not a document; `kehoach ingest` reads the documents in it',
      'đây là tệp nén (zip), không phải văn bản; `kehoach ingest` đọc các văn bản trong đó',
    )
  const [name, vi] = kind === 'presentation' ? ['a presentation', 'tệp trình chiếu'] : ['a spreadsheet', 'bảng tính']
  throw unsupported(name, vi)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}
