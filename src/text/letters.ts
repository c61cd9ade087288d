// A UTF-16 unit becomes what it is of a word: a letter, a mark, a digit, another number, a blank, or a sign.
//
// A table, because scanning units is many times faster than a pattern with classes of Unicode.

export const BLANK = 1
export const SIGN = 2
export const LETTER = 4
export const MARK = 8
export const DIGIT = 16
export const NUMERAL = 32
/** The first unit of a pair: ask `kindOfPair`. */
export const PAIR = 64

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\d/u, DIGIT],
  [/\p{L}/u, LETTER],
  [/\p{M}/u, MARK],
  [/\p{N}/u, NUMERAL],
  [/\s/u, BLANK],
]

/** Kinds as they are asked for; 0 is one not asked for yet. */
const KINDS = new Uint8Array(0x10000)

/** The kind of one unit. */
export function kindOfUnit(unit: number): number {
  return KINDS[unit] || firstKind(unit)
}

function firstKind(unit: number): number {
  const kind = unit >= 0xd800 && unit < 0xdc00 ? PAIR : classOf(String.fromCharCode(unit))
  KINDS[unit] = kind
  return kind
}

/** The kind of the character whose first unit stands at an offset. */
export function kindAt(text: string, at: number): number {
  const kind = kindOfUnit(text.charCodeAt(at))
  return kind === PAIR ? classOf(String.fromCodePoint(text.codePointAt(at)!)) : kind
}

function classOf(character: string): number {
  return CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? SIGN
}
