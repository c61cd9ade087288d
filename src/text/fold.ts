// Text of any spelling becomes text of one spelling and of the same length, so that patterns match it and offsets still hold.
//
//   "Uỷ ban – “hoà”, Ð" => Ủy ban - "hòa", Đ    "quý toàn khoẻn" => quý toàn khoẻn

/** Vowel pairs whose tone mark stands on either letter: hoà and hòa, khoẻ and khỏe, uỷ and ủy. */
const PAIRS: readonly [first: string, second: string, firstMarked: string, secondMarked: string][] = [
  ['o', 'a', 'òóỏõọ', 'àáảãạ'],
  ['o', 'e', 'òóỏõọ', 'èéẻẽẹ'],
  ['u', 'y', 'ùúủũụ', 'ỳýỷỹỵ'],
]

const NEW_TO_OLD = new Map<string, string>()
for (const [first, second, firstMarked, secondMarked] of PAIRS) {
  for (let i = 0; i < 5; i++) {
    const pairs = [first + secondMarked[i]!, firstMarked[i]! + second] as const
    NEW_TO_OLD.set(pairs[0], pairs[1])
    NEW_TO_OLD.set(capital(pairs[0]), capital(pairs[1]))
    NEW_TO_OLD.set(pairs[0].toUpperCase(), pairs[1].toUpperCase())
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  '–': '-', '—': '-', '−': '-', '‐': '-', '‑': '-',
  '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '″': '"', '‘': "'", '’': "'", '‚': "'", '′': "'",
  Ð: 'Đ', ð: 'đ',
} // biome-ignore format: a table reads best in lines of a kind

// The pair ends its syllable (toàn, khoẻn keep theirs) and is not the rime of "qu" (quý).
const PAIR = /(?<![qQ])[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![\p{sc=Latn}\p{sc=Zinh}])/gu
const SIGN = /[–—−‐‑“”„«»″‘’‚′Ðð]/gu

// Most pieces of text hold nothing to change, and one look tells.
const CHANGES = /[–—−‐‑“”„«»″‘’‚′Ðð]|[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]/

/** The text as patterns want it: the same number of UTF-16 units, plain dashes and quotes, Đ for Ð, tone marks on the first vowel. */
export function foldText(text: string): string {
  if (!CHANGES.test(text)) return text
  return text.replace(SIGN, (sign) => SIGNS[sign]!).replace(PAIR, (pair) => NEW_TO_OLD.get(pair) ?? pair)
}

const D_STROKE = /đ/g

/** Lower case without any mark: for slugs and for search without diacritics. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(D_STROKE, 'd')
}

/** A slug for files and keys: "Bắc Giang 2024" => "bac-giang-2024". */
export function slugOf(text: string): string {
  return plainLetters(foldText(text))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/** One form for comparing names: folded, lower case, single blanks, no outer punctuation. */
export function nameKey(text: string): string {
  return foldText(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[\s.,;:]+/gu, ' ')
    .trim()
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}
