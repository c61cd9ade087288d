// Text whose UTF-8 bytes were taken for Windows-1252 and encoded again becomes what it was: "Sá»Ÿ Y táº¿" is Sở Y tế.
import { isSyllable } from '../../text/syllables.ts'

/** What Windows-1252 has at 0x80 to 0x9F; its five holes pass as control characters. */
export const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const BYTES = new Map([...UPPER].map((sign, i) => [sign, 0x80 + i]))
const CONTINUATION = String.raw`[\u0080-\u00BF${UPPER}]`
const SEQUENCE = new RegExp(`[ÃÄÅÆÌ]${CONTINUATION}|[áâ]${CONTINUATION}{2}`, 'u')
const MOST_TIMES = 2
const FEWEST_SYLLABLES = 0.5
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Repairs each line that is whole when its letters are taken for bytes; leaves all others. */
export function repairDoubleUtf8(text: string): string {
  if (!SEQUENCE.test(text)) return text
  let repaired = text
  for (let i = 0; i < MOST_TIMES; i++) repaired = repaired.split('\n').map(repairLine).join('\n')
  return repaired
}

function repairLine(line: string): string {
  if (!SEQUENCE.test(line)) return line
  const bytes = new Uint8Array(line.length)
  for (let i = 0; i < line.length; i++) {
    const byte = BYTES.get(line[i]!) ?? line.charCodeAt(i)
    if (byte > 0xff) return line
    bytes[i] = byte
  }
  try {
    const once = decoder.decode(bytes)
    const words = once.normalize('NFC').match(/\p{L}*[^\p{ASCII}\P{L}]\p{L}*/gu) ?? []
    const isVietnamese = words.filter(isSyllable).length >= FEWEST_SYLLABLES * words.length
    return isVietnamese || SEQUENCE.test(once) ? once : line
  } catch {
    return line
  }
}
