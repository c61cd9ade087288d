// A count becomes what Word prints for it: 4 in the format lowerLetter of a Vietnamese list is “d”.

const ROMANS: readonly [number, string][] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'],
  [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
] // biome-ignore format: a table
// The letters that documents count with (Decree 30/2020/NĐ-CP); other languages count a to z.
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy'
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const ENCLOSED = 20
// No list is longer; a damaged start value is.
const LARGEST_ROMAN = 3999
const LARGEST_LETTER = 780

/** `format` is a value of `w:numFmt`, or the example of a custom one: “01, 02, 03”. */
export function printNumber(value: number, format: string, lang: string | null): string {
  const zeros = /^0+\d(?=,|$)/.exec(format)?.[0].length
  if (zeros) return String(value).padStart(zeros, '0')
  switch (format) {
    case 'none':
      return ''
    case 'upperRoman':
      return toRoman(value).toUpperCase()
    case 'lowerRoman':
      return toRoman(value)
    case 'upperLetter':
      return toLetters(value, lang).toUpperCase()
    case 'lowerLetter':
      return toLetters(value, lang)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'numberInDash':
      return `- ${value} -`
    case 'decimalEnclosedParen':
      return `(${value})`
    case 'decimalEnclosedFullstop':
      return `${value}.`
    case 'decimalEnclosedCircle':
      return value >= 1 && value <= ENCLOSED ? String.fromCodePoint(0x245f + value) : String(value)
    case 'vietnameseCounting':
      return inWords(value)
    default:
      return String(value)
  }
}

function toRoman(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value)
  let text = ''
  for (const [worth, sign] of ROMANS) {
    for (; value >= worth; value -= worth) text += sign
  }
  return text
}

/** Behind the last letter they are doubled: y, aa, bb. */
function toLetters(value: number, lang: string | null): string {
  if (value < 1 || value > LARGEST_LETTER) return String(value)
  const letters = lang?.startsWith('vi') ? VIETNAMESE_LETTERS : LATIN_LETTERS
  const letter = letters[(value - 1) % letters.length] ?? ''
  return letter.repeat(Math.floor((value - 1) / letters.length) + 1)
}

function inWords(value: number): string {
  if (value < 0 || value > 99) return String(value)
  if (value < 10) return DIGITS[value]!
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const last = ones === 0 ? '' : ones === 1 && tens > 1 ? ' mốt' : ones === 5 ? ' lăm' : ` ${DIGITS[ones]}`
  return tens === 1 ? `mười${last}` : `${DIGITS[tens]} mươi${last}`
}
