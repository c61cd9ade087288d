// A file's first bytes become its type: extensions lie, bytes do not.
import { UnreadableError } from '../model/errors.ts'
import { isZip } from '../zip/index.ts'
import { containerKind } from '../zip/kinds.ts'
import { isHtml, isMhtml } from './html/detect.ts'

export type FileType = 'pdf' | 'docx' | 'odt' | 'fodt' | 'rtf' | 'html' | 'mhtml' | 'markdown' | 'text'

export type Detected = { type: FileType /** The decoded text of text types. */; text: string | null; encoding: string | null }

const SIGNATURES: readonly [name: string, vi: string, bytes: readonly number[]][] = [
  ['a binary Word document (.doc)', 'tệp Word cũ (.doc)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', 'ảnh PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', 'ảnh JPEG', [0xff, 0xd8, 0xff]],
  ['a TIFF image', 'ảnh TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', 'ảnh TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a RAR archive', 'tệp nén RAR', [0x52, 0x61, 0x72, 0x21]],
  ['a 7-Zip archive', 'tệp nén 7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip data', 'tệp nén gzip', [0x1f, 0x8b]],
]

const PDF_ZONE = 4096
const RTF = /^(?:ï»¿)?\s*\{\\rtf/
const FLAT_ODT = /^(?:ï»¿)?\s*<\?xml[^>]*>\s*<office:document\s/
const MARKUP = /^#{1,6}\s|\*\*\S|^\|.*\|\s*$|<\/?(?:b|i|u|br|sup|sub)\s*\/?>|\$\\[a-z]+/m

/** Tells the type. Throws UnreadableError: empty, unknown type, or a type that is not read yet. */
export function detectType(bytes: Uint8Array): Detected {
  if (bytes.byteLength === 0) throw new UnreadableError('empty', 'the file is empty', 'tệp rỗng')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_ZONE))
  if (head.includes('%PDF-')) return { type: 'pdf', text: null, encoding: null }
  if (isZip(bytes)) return { type: containerType(bytes), text: null, encoding: null }
  for (const [name, vi, signature] of SIGNATURES) {
    if (startsWith(bytes, signature))
      throw new UnreadableError(
        'unsupported-type',
        `this is ${name}, which this version does not read yet`,
        `đây là ${vi}, phiên bản này chưa đọc được`,
      )
  }
  if (FLAT_ODT.test(head.toString('latin1'))) return { type: 'fodt', text: null, encoding: null }
  if (RTF.test(head.toString('latin1', 0, 64))) return { type: 'rtf', text: null, encoding: null }
  if (isHtml(bytes)) return { type: 'html', text: null, encoding: null }
  if (isMhtml(bytes)) return { type: 'mhtml', text: null, encoding: null }
  const { text, encoding } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableError('empty', 'the file holds no words', 'tệp không có chữ nào')
  return { type: MARKUP.test(text) ? 'markdown' : 'text', text, encoding }
}

/** A container that is damaged is left to the reader of Word documents, which says so. */
function containerType(bytes: Uint8Array): 'docx' | 'odt' {
  const kind = containerKind(bytes)
  if (kind === 'odt' || kind === 'docx' || kind === 'damaged') return kind === 'odt' ? 'odt' : 'docx'
  if (kind === 'archive')
    throw new UnreadableError(
      'unknown-type',
      'this is a zip archive, not a document; `kehoach ingest` reads the documents in it',
      'đây là tệp nén (zip), không phải văn bản; `kehoach ingest` đọc các văn bản trong đó',
    )
  const [name, vi] = kind === 'presentation' ? ['a presentation', 'tệp trình chiếu'] : ['a spreadsheet', 'bảng tính']
  throw new UnreadableError(
    'unsupported-type',
    `this is ${name}, which this version does not read yet`,
    `đây là ${vi}, phiên bản này chưa đọc được`,
  )
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = encodingOf(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!/[^\P{Cc}\t\n\v\f\r\u0085]/u.test(text)) return { text, encoding }
  } catch {
    // Not this encoding: refused below.
  }
  throw new UnreadableError(
    'unknown-type',
    'the type of the file is unknown: neither a document nor UTF-8 or UTF-16 text',
    'không rõ loại tệp: không phải tài liệu, cũng không phải văn bản UTF-8 hay UTF-16',
  )
}

/** By byte order mark, else by zero bytes on every other place, else UTF-8. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 512)
  const zeros = (parity: number) => sample.reduce((sum, byte, i) => sum + (byte === 0 && i % 2 === parity ? 1 : 0), 0)
  if (zeros(1) > sample.length * 0.3) return 'utf-16le'
  return zeros(0) > sample.length * 0.3 ? 'utf-16be' : 'utf-8'
}
