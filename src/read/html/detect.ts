// The first bytes of a file tell whether it is a web page, a piece of one, or a page packed as an e-mail.

const HEAD = 64 * 1024
const START = /^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!\[[^>]*>\s*)*/
const WHOLE = /^<(?:!doctype\s+html|html|head|body|meta|title|link)[\s>]/i
const PIECE = /^<(?:table|div|p|figure|h[1-6]|font|center|span|style|ul|ol|section|article|main|header)(?:\s[^<>]*)?>/i
const BLOCK = /<\/(?:p|div|td|th|tr|table|h[1-6]|li|ul|ol|figure|center|section|article)\s*>/gi
// Marks that people and OCR tools type between their tags when the text is Markdown.
const MARKDOWN = /^#{1,6}\s|^\s{0,3}\*\*\S|^\|.*\|\s*$|^```/m
const MOST_LOOSE = 0.1
const MAIL = /^(?:(?:[a-z][\w-]*:[^\r\n]*|[ \t]+[^\r\n]*)\r?\n){0,60}?content-type:\s*multipart\/related/i

/** Whether the bytes are HTML. Markdown with a few tags, or with tables in tags, is none. */
export function isHtml(bytes: Uint8Array): boolean {
  const text = headOf(bytes)
  const body = text.slice(START.exec(text)![0].length)
  if (WHOLE.test(body)) return true
  return PIECE.test(body) && (body.match(BLOCK)?.length ?? 0) > 1 && !MARKDOWN.test(body) && looseShare(body) < MOST_LOOSE
}

/** Whether the bytes are a web archive (MHTML). */
export function isMhtml(bytes: Uint8Array): boolean {
  return MAIL.test(headOf(bytes.subarray(0, 8192)).trimStart())
}

/** Letters of paragraphs, parted by empty lines, that hold no tag of a block. */
function looseShare(text: string): number {
  let all = 0
  let loose = 0
  for (const part of text.split(/\n[^\S\n]*\r?\n/)) {
    const letters = part.replace(/<[^<>]*>/g, '').trim().length
    all += letters
    if (!/<\/?(?:p|div|t[dhr]|table|h[1-6]|li|ul|ol|figure|center|section|article|tbody|br)[\s/>]/i.test(part)) loose += letters
  }
  return all === 0 ? 0 : loose / all
}

function headOf(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD))
  return isWide ? head.toString('utf16le').replace(/^\uFEFF/, '') : head.toString('latin1').replace(/^ï»¿/, '')
}
