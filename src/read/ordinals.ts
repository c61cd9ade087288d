// A number becomes the sign that a list prints for it: 3, 03, c, C, iii, III.

export type NumberForm = 'decimal' | 'decimal-zero' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman'

const ROMANS: readonly [number, string][] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'],
  [4, 'iv'], [1, 'i'],
] // biome-ignore format: a table
const LATIN = 'abcdefghijklmnopqrstuvwxyz'
// Decree 30/2020/NĐ-CP; lists whose language is Vietnamese count with these.
export const VIETNAMESE = 'abcdđeghiklmnopqrstuvxy'
const LARGEST_ROMAN = 4000

export function printNumber(value: number, form: NumberForm, letters = LATIN): string {
  switch (form) {
    case 'decimal-zero':
      return String(value).padStart(2, '0')
    case 'lower-letter':
      return toLetters(value, letters)
    case 'upper-letter':
      return toLetters(value, letters).toUpperCase()
    case 'lower-roman':
      return toRoman(value)
    case 'upper-roman':
      return toRoman(value).toUpperCase()
    default:
      return String(value)
  }
}

function toRoman(value: number): string {
  if (value < 1 || value >= LARGEST_ROMAN) return String(value)
  let text = ''
  let left = value
  for (const [worth, sign] of ROMANS) {
    for (; left >= worth; left -= worth) text += sign
  }
  return text
}

/** … y, z, aa, bb, as office programs count. */
function toLetters(value: number, letters: string): string {
  const rounds = Math.floor((value - 1) / letters.length) + 1
  if (value < 1 || rounds > 20) return String(value)
  return letters[(value - 1) % letters.length]!.repeat(rounds)
}
