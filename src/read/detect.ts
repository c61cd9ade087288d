// A file's first bytes become its type: extensions lie, bytes do not.
import { UnreadableError } from '../model/errors.ts'
import { isContainer, openContainer } from './doc/container.ts'

export type FileType = 'pdf' | 'docx' | 'doc' | 'markdown' | 'text'

export type Detected = { type: FileType /** The decoded text of text types. */; text: string | null; encoding: string | null }

const SIGNATURES: readonly [name: string, vi: string, bytes: readonly number[]][] = [
  ['RTF', 'tệp RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PNG image', 'ảnh PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', 'ảnh JPEG', [0xff, 0xd8, 0xff]],
  ['a TIFF image', 'ảnh TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', 'ảnh TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
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

const ZIP = [0x50, 0x4b]
const PDF_ZONE = 4096
const MARKUP = /^#{1,6}\s|\*\*\S|^\|.*\|\s*$|<\/?(?:b|i|u|br|sup|sub)\s*\/?>|\$\\[a-z]+/m
const HTML = /^\s*(?:<!doctype html|<html|<head|<body|<table|<div|<p[\s>]|<font|<meta|<\?xml)/i

/** Tells the type. Throws UnreadableError: empty, unknown type, or a type that is not read yet. */
export function detectType(bytes: Uint8Array): Detected {
  if (bytes.byteLength === 0) throw new UnreadableError('empty', 'the file is empty', 'tệp rỗng')
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PDF_ZONE))
  if (head.includes('%PDF-')) return { type: 'pdf', text: null, encoding: null }
  if (startsWith(bytes, ZIP)) return { type: 'docx', text: null, encoding: null }
  if (isContainer(bytes)) return containerType(bytes)
  for (const [name, vi, signature] of SIGNATURES) if (startsWith(bytes, signature)) throw unsupported(name, vi)
  const { text, encoding } = decodeText(bytes)
  if (text.trim() === '') throw new UnreadableError('empty', 'the file holds no words', 'tệp không có chữ nào')
  if (HTML.test(text)) throw unsupported('HTML', 'tệp HTML')
  return { type: MARKUP.test(text) ? 'markdown' : 'text', text, encoding }
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
