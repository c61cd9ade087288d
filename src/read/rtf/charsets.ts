// Bytes of an RTF file become letters by the code page of their font; signs of symbol fonts become what they show.

/** The charset numbers of Windows fonts. */
const CODE_PAGES: ReadonlyMap<number, number> = new Map([
  [0, 1252], [77, 10000], [128, 932], [129, 949], [134, 936], [136, 950], [161, 1253], [162, 1254], [163, 1258], [177, 1255],
  [178, 1256], [186, 1257], [204, 1251], [222, 874], [238, 1250],
]) // biome-ignore format: a table
const NAMES: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'], [936, 'gbk'], [949, 'euc-kr'], [950, 'big5'], [10000, 'macintosh'], [65001, 'utf-8'],
]) // biome-ignore format: a table
const SYMBOL_CHARSET = 2

export type Font = { codePage: number | null; isSymbol: boolean }

const decoders = new Map<number, InstanceType<typeof TextDecoder>>()

export function codePageOf(charset: number): number | null {
  return CODE_PAGES.get(charset) ?? null
}

export function isSymbolFont(charset: number, name: string): boolean {
  return charset === SYMBOL_CHARSET || /^(?:symbol|wingdings|webdings)/i.test(name)
}

/** `bytes` holds a byte in each letter. */
export function decodeBytes(bytes: string, codePage: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the same in all of them
  if (/^[\x00-\x7f]*$/.test(bytes)) return bytes
  let decoder = decoders.get(codePage)
  if (!decoder) {
    decoder = new TextDecoder(labelOf(codePage))
    decoders.set(codePage, decoder)
  }
  return decoder.decode(Buffer.from(bytes, 'latin1'))
}

function labelOf(codePage: number): string {
  const isWindows = codePage === 874 || (codePage >= 1250 && codePage <= 1258)
  return isWindows ? `windows-${codePage}` : (NAMES.get(codePage) ?? 'windows-1252')
}

const GREEK = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
/** Signs at the same places of Symbol and of Wingdings, as far as documents use them. */
const SIGNS: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'], [0xb3, '≥'], [0xb1, '±'], [0xb4, '×'], [0xb9, '≠'], [0xbb, '≈'], [0xae, '→'], [0xe0, '→'], [0xde, '⇒'], [0xb0, '°'],
  [0xb7, '•'], [0xa5, '∞'], [0xe5, '∑'], [0xd8, '➢'], [0xfc, '✓'], [0xa7, '▪'], [0xa8, '□'], [0x3d, '='], [0x2b, '+'], [0x2d, '-'],
]) // biome-ignore format: a table

/** A letter of a symbol font, whose code stands in the lower byte; private letters of any font are such. */
export function signOf(letter: string): string {
  const code = letter.charCodeAt(0) & 0xff
  if (code <= 0x20) return ' '
  if (code >= 0x61 && code <= 0x7a) return GREEK[code - 0x61]!
  return SIGNS.get(code) ?? (code < 0x40 ? String.fromCharCode(code) : '•')
}
