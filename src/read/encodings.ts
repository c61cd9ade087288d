// The bytes of a text file become Unicode: by byte order mark and zero bytes, as UTF-8, else as what looks most like Vietnamese.
import { UnreadableError } from '../model/errors.ts'
import { type Message, report } from '../model/message.ts'
import { isSyllable } from '../text/syllables.ts'
import { repairDoubleUtf8, UPPER } from './legacy/double.ts'
import { decodeLegacyText } from './legacy/index.ts'

export type DecodedText = { text: string; encoding: string; messages: Message[] }

const SAMPLE = 4096
// Shares: of wrong sequences in UTF-8 that is a little damaged, of control characters in text, of syllables among marked words.
const MOST_WRONG = 0.01
const MOST_CONTROLS = 0.002
const FEWEST_SYLLABLES = 0.5
const MOST_FOREIGN = 0.1

// Node decodes Windows-1252 as Latin-1 (nodejs/node issue 56542).
const C1 = /[\u0080-\u009F]/g
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0085]/gu
const MARKED_WORD = /\p{L}*[^\p{ASCII}\P{L}][\p{L}\p{M}]*/gu

/** Decodes a text file, Vietnamese in old encodings included. Throws UnreadableError where the bytes are no text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes)
  const decoded = wide ? withLosses(new TextDecoder(wide).decode(bytes), wide) : (decodeUtf8(bytes) ?? decodeEightBit(bytes))
  if (decoded === null) throw unknownType()
  const messages = [...decoded.messages]
  const repaired = repairDoubleUtf8(decoded.text)
  if (repaired !== decoded.text) messages.push(report('read/encoding-guessed', null, { encoding: 'UTF-8 ×2' }))
  const text = withoutControls(repaired.normalize('NFC'))
  if (text === null) throw unknownType()
  const legacy = decodeLegacyText(text)
  if (legacy.encoding)
    return { ...legacy, encoding: legacy.encoding, messages: [...messages.filter(isNoGuess), ...legacy.messages] }
  return { text: legacy.text, encoding: decoded.encoding, messages: [...messages, ...legacy.messages] }
}

function isNoGuess({ code }: Message): boolean {
  return code !== 'read/encoding-guessed'
}

/** By byte order mark, else by high bytes of Vietnamese letters (00, 01, 03, 1E, 20) on every other place. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const half = sample.length >> 1
  const isHigh = (parity: number) => {
    let zeros = 0
    let high = 0
    for (let i = parity; i < 2 * half; i += 2) {
      if (sample[i] === 0) zeros++
      if (HIGH_BYTES.has(sample[i]!)) high++
    }
    return zeros > 0.3 * half && high > 0.95 * half
  }
  if (half > 1 && isHigh(1)) return 'utf-16le'
  return half > 1 && isHigh(0) ? 'utf-16be' : null
}

const HIGH_BYTES: ReadonlySet<number> = new Set([0x00, 0x01, 0x02, 0x03, 0x1e, 0x20, 0x21, 0x22, 0x25, 0x26, 0xf0, 0xfe])

function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', messages: [] }
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const wrong = count(text, /\uFFFD/g)
    const right = count(text, /[^\p{ASCII}\uFFFD]/gu)
    return wrong <= Math.max(1, MOST_WRONG * text.length) && right >= wrong * 4 ? withLosses(text, 'utf-8') : null
  }
}

function withLosses(text: string, encoding: string): DecodedText {
  const lost = count(text, /\uFFFD/g)
  return { text, encoding, messages: lost > 0 ? [report('read/bytes-unreadable', null, { count: lost, encoding })] : [] }
}

/** Windows-1258 keeps tone marks apart; TCVN3 and VNI are letters of Windows-1252 until their words are read. */
function decodeEightBit(bytes: Uint8Array): DecodedText | null {
  const tries = ['windows-1258', 'windows-1252'].map((encoding) => {
    const text = new TextDecoder(encoding)
      .decode(bytes)
      .replace(C1, (sign) => UPPER[sign.charCodeAt(0) - 0x80]!)
      .normalize('NFC')
    const read = encoding === 'windows-1252' ? decodeLegacyText(text).text : text
    return { text, encoding, score: vietnameseShare(read) }
  })
  const best = tries.reduce((a, b) => (b.score > a.score ? b : a))
  const guessed = { ...best, messages: [report('read/encoding-guessed', null, { encoding: best.encoding })] }
  if (best.score >= FEWEST_SYLLABLES) return guessed
  // Western text with a few marked letters.
  const western = tries[1]!
  const marked = count(western.text, /\P{ASCII}/gu)
  if (marked > MOST_FOREIGN * western.text.length || count(western.text, C1) > 0) return null
  return { ...western, messages: [report('read/encoding-guessed', null, { encoding: western.encoding })] }
}

/** The share of words with marked letters that are Vietnamese syllables. */
function vietnameseShare(text: string): number {
  const words = text.match(MARKED_WORD) ?? []
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length
}

/** A few control characters, as old programs leave them, go; many mean that the bytes are no text. */
function withoutControls(text: string): string | null {
  const controls = count(text, CONTROL)
  if (controls === 0) return text
  if (controls > Math.max(1, MOST_CONTROLS * text.length)) return null
  return text.replace(CONTROL, ' ')
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

function unknownType(): UnreadableError {
  return new UnreadableError(
    'unknown-type',
    'the type of the file is unknown: neither a document nor text in a known encoding',
    'không rõ loại tệp: không phải tài liệu, cũng không phải văn bản theo bảng mã đã biết',
  )
}
