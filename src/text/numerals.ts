// Printed numerals of headings become their rank.
//
//   "IV" => 4    "đ" => 5    "thứ hai" => 2    "IVX" => none

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Letters in the order in which administrative documents count (Decree 30/2020/NĐ-CP, annex I: a b c d đ e g h …). */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

const ORDINALS: readonly (readonly string[])[] = [
  ['nhất', 'một'],
  ['hai', 'nhì'],
  ['ba'],
  ['tư', 'bốn'],
  ['năm'],
  ['sáu'],
  ['bảy'],
  ['tám'],
  ['chín'],
  ['mười'],
]

/** The value of a Roman numeral below 90 in capitals, or null where it is not well formed. */
export function readRoman(printed: string): number | null {
  if (!/^(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})$/.test(printed) || printed === '') return null
  let sum = 0
  for (let i = 0; i < printed.length; i++) {
    const value = ROMAN[printed[i]!]!
    sum += value < (ROMAN[printed[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

/** The rank of a Vietnamese list letter: a 1, b 2, c 3, d 4, đ 5, e 6, g 7; f, j and w are counted after their neighbours. */
export function letterRank(printed: string): number | null {
  const rank = LETTERS.indexOf(printed.toLowerCase())
  return rank < 0 ? null : rank + 1
}

/** The rank of an ordinal word: "thứ nhất" and "một" 1, "thứ tư" 4. */
export function readOrdinal(printed: string): number | null {
  const word = printed.toLowerCase().replace(/^thứ\s+/, '')
  const rank = ORDINALS.findIndex((forms) => forms.includes(word))
  return rank < 0 ? null : rank + 1
}
