// Text becomes syllables, numbers and marks that compare, and bags of them that tell how alike two texts are.
import { foldText } from '../text/fold.ts'

export type Token = { key: string; start: number; end: number }

/** A number, a date or a fraction is one token, “9,5/ 10” as well as “9,5/10”. */
const TOKEN = /\p{N}+(?:(?:[.,]|\/ ?)\p{N}+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\p{N}]/gu
/** What begins an item of a list: which sign a format or a typist chose says nothing. */
const BULLET = /^[-+*•▪●○◦]$/u

/** The tokens of a part of the text; case, kinds of dashes and quotes, places of tone marks and bullets do not count. */
export function tokensIn(text: string, start = 0, end = text.length): Token[] {
  if (text.length < LONG) return tokenise(text.slice(start, end), start)
  const all = tokensOfWhole(text)
  return all.slice(firstFrom(all, start), firstFrom(all, end))
}

/** Parts of a long text are asked for again and again: it is read once, and the texts of the last comparison are kept. */
const LONG = 2000
const KEPT = 4
const kept = new Map<string, Token[]>()

function tokensOfWhole(text: string): Token[] {
  let tokens = kept.get(text)
  if (!tokens) {
    tokens = tokenise(text, 0)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(text, tokens)
  }
  return tokens
}

function firstFrom(tokens: readonly Token[], place: number): number {
  let low = 0
  for (let high = tokens.length; low < high; ) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low
}

function tokenise(words: string, offset: number): Token[] {
  const part = foldText(words)
  const tokens: Token[] = []
  for (const found of part.matchAll(TOKEN)) {
    if (BULLET.test(found[0]) && /(?:^|[\n\t])[ ]*$/.test(part.slice(Math.max(0, found.index - 4), found.index))) continue
    tokens.push({
      key: found[0].toLowerCase().replace(' ', ''),
      start: offset + found.index,
      end: offset + found.index + found[0].length,
    })
  }
  return tokens
}

/** The words alone, years all alike: what a text is about. */
export function topicWords(text: string, start = 0, end = text.length): string[] {
  return tokensIn(text, start, end).flatMap(({ key }) => (/[\p{L}\p{N}]/u.test(key) ? [isYear(key) ? '#year' : key] : []))
}

export function isYear(key: string): boolean {
  return /^(?:19|20)\d\d$/.test(key)
}

export type Bag = { ids: Int32Array; weights: Float64Array; total: number }

/** Bags over one vocabulary; a word that most texts share weighs little, so that boilerplate does not make texts alike. */
export function bagsOf(texts: readonly (readonly string[])[]): Bag[] {
  const ids = new Map<string, number>()
  const spread: number[] = []
  const counts = texts.map((words) => {
    const count = new Map<number, number>()
    for (const word of words) {
      let id = ids.get(word)
      if (id === undefined) {
        id = ids.size
        ids.set(word, id)
        spread.push(0)
      }
      count.set(id, (count.get(id) ?? 0) + 1)
    }
    for (const id of count.keys()) spread[id]!++
    return count
  })
  return counts.map((count) => {
    const sorted = [...count].sort(([a], [b]) => a - b)
    const weights = Float64Array.from(sorted, ([id, number]) => Math.sqrt(number) * Math.log(1 + texts.length / spread[id]!))
    return { ids: Int32Array.from(sorted, ([id]) => id), weights, total: weights.reduce((sum, each) => sum + each, 0) }
  })
}

/** Twice what both hold over what each holds: 0 nothing in common, 1 the same words. */
export function likeness(a: Bag, b: Bag): number {
  const sum = a.total + b.total
  if (sum === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const by = a.ids[i]! - b.ids[j]!
    if (by === 0) shared += Math.min(a.weights[i++]!, b.weights[j++]!)
    else if (by < 0) i++
    else j++
  }
  return (2 * shared) / sum
}
