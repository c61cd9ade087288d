// The bytes of an RTF file become tokens: groups, control words with their number, and words still in their code page.

export type Token =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'star' }
  | { kind: 'word'; name: string; value: number | null }
  /** Bytes as letters U+0000 to U+00FF. */
  | { kind: 'bytes'; bytes: string }

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const TEXT = /[^\\{}\r\n]+/y
const LONGEST_BINARY = 2 ** 31

/** Control symbols that are written as words elsewhere. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '~': 'nbsp',
  _: 'hyphen',
  '-': 'softhyphen',
  '\n': 'par',
  '\r': 'par',
  '\t': 'tab',
}

/** `source` holds a byte in each letter. */
export function* tokenize(source: string): Generator<Token, void> {
  let at = 0
  while (at < source.length) {
    const letter = source[at]!
    if (letter === '{') {
      at++
      yield { kind: 'open' }
    } else if (letter === '}') {
      at++
      yield { kind: 'close' }
    } else if (letter === '\r' || letter === '\n') at++
    else if (letter !== '\\') {
      TEXT.lastIndex = at
      const bytes = TEXT.exec(source)![0]
      at += bytes.length
      yield { kind: 'bytes', bytes }
    } else {
      WORD.lastIndex = at + 1
      const word = WORD.exec(source)
      if (word) {
        at += 1 + word[0].length
        const value = word[2] === undefined ? null : Number(word[2])
        if (word[1] === 'bin') at += Math.min(Math.max(0, value ?? 0), LONGEST_BINARY)
        else yield { kind: 'word', name: word[1]!, value }
      } else {
        const symbol = source[at + 1] ?? ''
        at += 2
        if (symbol === "'") {
          const code = Number.parseInt(source.slice(at, at + 2), 16)
          at += 2
          if (!Number.isNaN(code)) yield { kind: 'bytes', bytes: String.fromCharCode(code) }
        } else if (symbol === '*') yield { kind: 'star' }
        else if (symbol in SYMBOLS) yield { kind: 'word', name: SYMBOLS[symbol]!, value: null }
        else if (/[\\{}]/.test(symbol)) yield { kind: 'bytes', bytes: symbol }
      }
    }
  }
}
