// The signs of symbol fonts become letters: “³” in Symbol is ≥, a box in Wingdings is a box.
import { u8, u16, wideText } from './bytes.ts'

// Places A1 to FE of Symbol, as far as signs stand there that plain text has.
const SYMBOL_HIGH = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'
const SYMBOL_LOW = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const SYMBOL_LOWER = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const WINGDINGS: Readonly<Record<number, string>> = {
  108: '●', 110: '■', 111: '□', 113: '❑', 114: '❒', 118: '❖', 119: '◆', 159: '•', 167: '▪', 168: '◻', 216: '➢',
  223: '←', 224: '→', 225: '↑', 226: '↓', 232: '➔', 240: '⇨', 251: '✗', 252: '✓', 253: '☒', 254: '☑', 82: '☑',
  40: '☎', 42: '✉', 163: '☐', 243: '⇔',
} // biome-ignore format: a table

/** The names of the fonts, by their numbers. */
export function readFonts(table: Uint8Array): string[] {
  const fonts: string[] = []
  for (let at = 4; fonts.length < u16(table, 0) && at < table.length; ) {
    const size = u8(table, at)
    const name = wideText(table, at + 40, Math.max(0, (size - 39) >> 1))
    fonts.push(name.split('\0')[0]!.toLowerCase())
    at += size + 1
  }
  return fonts
}

/** The letter for a place in a symbol font; a drawing that text does not have becomes a bullet. */
export function signOf(sign: number, font: string | undefined): string {
  const place = sign >= 0xf000 && sign <= 0xf0ff ? sign - 0xf000 : sign
  if (place > 0xff) return String.fromCharCode(sign)
  if (font?.includes('dings')) return WINGDINGS[place] ?? '•'
  if (font !== undefined && !font.includes('symbol')) return String.fromCharCode(place)
  if (place >= 0xa1) return SYMBOL_HIGH[place - 0xa1] ?? '•'
  if (place === 0x2d) return '−'
  return SYMBOL_LOW[place - 0x41] ?? SYMBOL_LOWER[place - 0x61] ?? String.fromCharCode(place)
}
