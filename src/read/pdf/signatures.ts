// The signature dictionaries of a PDF become who signed and when (ISO 32000-1, 12.8.1; the signer's certificate: RFC 5652, RFC 5280).
import type { Signature } from '../../model/plan.ts'

/** One element of DER: its tag, and where its content stands. */
type Element = { tag: number; start: number; end: number }

// Bytes: a signature with its chain of certificates has some 20,000.
const LONGEST_DICTIONARY = 1_000_000
const MOST_SIGNATURES = 200

const COMMON_NAME = [0x55, 0x04, 0x03]
const TAG = { integer: 0x02, oid: 0x06, sequence: 0x30, set: 0x31, first: 0xa0, bmp: 0x1e, utf8: 0x0c }

/** Signatures in the order of their time; those of one signer at one time count once. Time stamps of a service are none. */
export function signaturesIn(bytes: Uint8Array): Signature[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, Signature>()
  let at = file.indexOf('/ByteRange')
  for (let count = 0; at >= 0 && count < MOST_SIGNATURES; count++) {
    const signature = signatureAt(file, at)
    if (signature) found.set(`${signature.time} ${signature.signer}`, signature)
    at = file.indexOf('/ByteRange', at + 1)
  }
  return [...found.values()].sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1))
}

function signatureAt(file: Buffer, at: number): Signature | null {
  const start = file.lastIndexOf('obj', at)
  const end = file.indexOf('endobj', at)
  if (start < 0 || end < 0 || end - start > LONGEST_DICTIONARY) return null
  const dictionary = file.toString('latin1', start, end)
  if (/\/Type\s*\/DocTimeStamp|\/ETSI\.RFC3161/.test(dictionary)) return null
  const hex = /\/Contents\s*<([0-9a-fA-F\s]+)>/.exec(dictionary)?.[1]
  const time = timeOf(/\/M\s*\((D:[^)]{4,40})\)/.exec(dictionary)?.[1] ?? '')
  const signer = hex ? signerOf(Buffer.from(hex.replace(/\s+/g, ''), 'hex')) : null
  return time === null && signer === null ? null : { signer, time }
}

/** “D:20240417103942+07'00'” as ISO 8601; null where no second is given. */
function timeOf(printed: string): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(printed)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, utc, offset, rest] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${utc ?? (offset ? `${offset}:${rest ?? '00'}` : '')}`
}

/** The common name of the certificate that the signer info points to, by its serial number. */
function signerOf(der: Buffer): string | null {
  try {
    const content = childrenOf(der, { tag: 0, start: 0, end: der.length })[0]!
    const data = childrenOf(der, childrenOf(der, content)[1]!)[0]!
    const parts = childrenOf(der, data)
    const certificates = childrenOf(der, parts.find(({ tag }) => tag === TAG.first)!)
    const info = childrenOf(der, parts.findLast(({ tag }) => tag === TAG.set)!)[0]!
    const serial = childrenOf(der, childrenOf(der, info)[1]!)[1]!
    const isSame = (other: Element) => der.subarray(other.start, other.end).equals(der.subarray(serial.start, serial.end))
    for (const certificate of certificates) {
      const fields = childrenOf(der, childrenOf(der, certificate)[0]!)
      const number = fields.findIndex(({ tag }) => tag === TAG.integer)
      // Behind the serial number: algorithm, issuer, validity, subject.
      if (isSame(fields[number]!)) return commonName(der, fields[number + 4]!)
    }
  } catch {
    // Not the DER that we know: the time alone is given.
  }
  return null
}

function commonName(der: Buffer, subject: Element): string | null {
  for (const name of childrenOf(der, subject)) {
    const [oid, value] = childrenOf(der, childrenOf(der, name)[0]!)
    if (oid && value && COMMON_NAME.every((byte, i) => der[oid.start + i] === byte) && oid.end - oid.start === 3)
      return wordsOf(der.subarray(value.start, value.end), value.tag)
  }
  return null
}

function wordsOf(value: Buffer, tag: number): string {
  const words = tag === TAG.bmp ? Buffer.from(value).swap16().toString('utf16le') : value.toString('utf8')
  return words.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function childrenOf(der: Buffer, parent: Element): Element[] {
  const children: Element[] = []
  for (let at = parent.start; at + 1 < parent.end; ) {
    const tag = der[at]!
    let length = der[at + 1]!
    let start = at + 2
    if (tag === 0) break
    if (length === 0x80) throw new Error('indefinite length')
    if (length > 0x80) {
      const size = length - 0x80
      length = der.readUIntBE(start, Math.min(size, 6))
      start += size
    }
    children.push({ tag, start, end: start + length })
    at = start + length
  }
  return children
}
