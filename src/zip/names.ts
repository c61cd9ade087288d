// The stored bytes of a zip entry's name become its name: UTF-8 where they are, else the code page of the first PCs.

// Code page 437, the upper half: what the format says of names without a flag.
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
const UNICODE_PATH = 0x7075

/** Many programs write UTF-8 and set no flag: bytes that are UTF-8 are taken for it. */
export function nameOf(raw: Uint8Array, extra: Uint8Array, isUtf8: boolean): string {
  const name = (isUtf8 ? null : unicodePath(extra)) ?? utf8(raw) ?? Array.from(raw, letterOf).join('')
  return name.normalize('NFC')
}

function utf8(raw: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return null
  }
}

function letterOf(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : CP437[byte - 0x80]!
}

/** The extra field in which Info-ZIP keeps the name in UTF-8. */
function unicodePath(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const size = view.getUint16(at + 2, true)
    const end = at + 4 + size
    if (view.getUint16(at, true) === UNICODE_PATH && size > 5 && end <= extra.byteLength) return utf8(extra.subarray(at + 9, end))
    at = end
  }
  return null
}
