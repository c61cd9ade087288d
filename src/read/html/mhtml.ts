// A web archive (MHTML), as Word and browsers save it, becomes the bytes of its page.
import { UnreadableError } from '../../model/errors.ts'

type Part = { head: Map<string, string>; body: string }

const DEEPEST = 4

/** The first part that is a page, and the charset that its head names. Throws UnreadableError where there is none. */
export function readMhtml(bytes: Uint8Array): { page: Uint8Array; charset: string | null } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const part = findPage(readPart(text.trimStart()), 0)
  if (!part) throw new UnreadableError('damaged', 'the web archive holds no page', 'tệp web (MHTML) không chứa trang nào')
  return { page: decodeBody(part), charset: parameter(part.head.get('content-type'), 'charset') }
}

function readPart(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text)
  const head = new Map<string, string>()
  for (const line of (end ? text.slice(0, end.index) : text).replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { head, body: end ? text.slice(end.index + end[0].length) : '' }
}

function findPage(part: Part, depth: number): Part | null {
  const type = part.head.get('content-type') ?? ''
  if (/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) return part
  const boundary = parameter(type, 'boundary')
  if (!/^multipart\//i.test(type) || !boundary || depth >= DEEPEST) return null
  for (const piece of part.body.split(`--${boundary}`).slice(1)) {
    if (piece.startsWith('--')) break
    const found = findPage(readPart(piece.replace(/^[ \t]*\r?\n/, '')), depth + 1)
    if (found) return found
  }
  return null
}

function parameter(head: string | undefined, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(head ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

function decodeBody({ head, body }: Part): Uint8Array {
  const way = (head.get('content-transfer-encoding') ?? '').toLowerCase()
  if (way === 'base64') return Buffer.from(body, 'base64')
  if (way !== 'quoted-printable') return Buffer.from(body, 'latin1')
  const plain = body.replace(/[ \t]*=[ \t]*\r?\n/g, '')
  return Buffer.from(
    plain.replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )
}
