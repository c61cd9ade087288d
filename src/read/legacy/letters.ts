// The letters of Vietnamese 8-bit encodings, as a program that took them for Western text shows them, become Unicode letters.
// TCVN 5712 (fonts .VnTime …): one sign, one letter, no marked capitals. VNI: a vowel and its mark are two signs.

export type LegacyEncoding = 'tcvn3' | 'vni'

/** `length` signs from `start` on are one letter; `letter` is null where the sign stands for itself. */
export type Reading = { start: number; length: number; letter: string | null }

const TCVN3_SIGNS = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþμ'
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵà'

// A vowel, the marks behind it, and the letters that they make.
const VNI_PAIRS: readonly [vowel: string, marks: string, letters: string][] = [
  ['a', 'øùûõïâáàåãäêéèúüë', 'àáảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'øùûõïâáàåãä', 'èéẻẽẹêếềểễệ'],
  ['i', 'øù', 'ìí'],
  ['o', 'øùûõïâáàåãä', 'òóỏõọôốồổỗộ'],
  ['ô', 'øùûõï', 'ờớởỡợ'],
  ['u', 'øùûõï', 'ùúủũụ'],
  ['ö', 'øùûõï', 'ừứửữự'],
  ['y', 'øùûõï', 'ỳýỷỹỵ'],
]
const VNI_SIGNS = 'ñóôöæòî'
const VNI_SINGLES = 'đĩơưỉịỵ'

const TCVN3 = new Map([...TCVN3_SIGNS].map((sign, i) => [sign, [...TCVN3_LETTERS][i]!]))
const VNI = new Map(
  [
    ...VNI_PAIRS.flatMap(([vowel, marks, letters]) => [...marks].map((mark, i) => [vowel + mark, [...letters][i]!] as const)),
    ...[...VNI_SIGNS].map((sign, i) => [sign, [...VNI_SINGLES][i]!] as const),
  ].flatMap(([signs, letter]) => [
    [signs, letter],
    [signs.toUpperCase(), letter.toUpperCase()],
    ...(signs.length > 1 ? [[signs[0]!.toUpperCase() + signs[1]!, letter.toUpperCase()] as const] : []),
  ]),
)

/** Each letter of a word as the encoding has it. */
export function readLetters(word: string, encoding: LegacyEncoding): Reading[] {
  const readings: Reading[] = []
  for (let start = 0; start < word.length; ) {
    const reading = encoding === 'tcvn3' ? readTcvn3(word, start) : readVni(word, start)
    readings.push(reading)
    start += reading.length
  }
  return readings
}

function readTcvn3(word: string, start: number): Reading {
  return { start, length: 1, letter: TCVN3.get(word[start]!) ?? null }
}

function readVni(word: string, start: number): Reading {
  const pair = VNI.get(word.slice(start, start + 2))
  if (pair !== undefined && start + 1 < word.length) return { start, length: 2, letter: pair }
  return { start, length: 1, letter: VNI.get(word[start]!) ?? null }
}
