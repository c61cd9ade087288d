// The bytes of a web page become its text: by byte order mark, by what the bytes are, by the charset that the page names.

const NAMED = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i
const HEAD = 8192
// What pages that name no charset were typed in here before Unicode.
const OLD = 'windows-1258'

export type Decoded = { text: string; encoding: string; isGuessed: boolean }

/** `named` is a charset that stands outside of the page. Bytes that are UTF-8 are taken for it, whatever the page says. */
export function decodeHtml(bytes: Uint8Array, named: string | null = null): Decoded {
  const mark = markOf(bytes)
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: mark, isGuessed: false }
  const utf8 = decodeAs('utf-8', bytes, true)
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', isGuessed: false }
  const head = NAMED.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength)).toString('latin1'))
  for (const charset of [named, head?.[1] ?? head?.[2]]) {
    if (!charset || /^utf-?(?:8|16|32)/i.test(charset)) continue
    const text = decodeAs(charset, bytes, false)
    if (text !== null) return { text, encoding: charset.toLowerCase(), isGuessed: false }
  }
  // A page that says UTF-8 and holds a few broken bytes is UTF-8 all the same.
  const isUtf8 = /utf-?8/i.test(named ?? head?.[1] ?? head?.[2] ?? '')
  const encoding = isUtf8 ? 'utf-8' : OLD
  return { text: new TextDecoder(encoding).decode(bytes), encoding, isGuessed: true }
}

function decodeAs(charset: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    return null
  }
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) return 'utf-16le'
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) return 'utf-16be'
  return null
}
