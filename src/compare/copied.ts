// Two texts become the passages that they have word for word.
import type { Diff } from '../model/diff.ts'
import { type Token, tokensIn } from './tokens.ts'

/** A run of so many words is no chance; a passage of so many is worth naming. */
const RUN = 8
const PASSAGE = 20
const MOST_PASSAGES = 50
/** Runs that stand in more places than this are a form's, not a passage. */
const MOST_PLACES = 8

export function copiedPassages(before: string, after: string): Diff['copied'] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  const places = new Map<string, number[]>()
  for (let i = 0; i + RUN <= a.length; i++) {
    const key = runAt(a, i)
    const list = places.get(key)
    if (!list) places.set(key, [i])
    else if (list.length < MOST_PLACES) list.push(i)
  }
  const seenBefore = new Uint8Array(a.length)
  const seenAfter = new Uint8Array(b.length)
  const passages: Diff['copied']['passages'] = []
  for (let j = 0; j + RUN <= b.length; ) {
    let [from, length] = [0, 0]
    for (const i of places.get(runAt(b, j)) ?? []) {
      let n = RUN
      while (i + n < a.length && j + n < b.length && a[i + n]!.key === b[j + n]!.key) n++
      seenBefore.fill(1, i, i + n)
      if (n > length) [from, length] = [i, n]
    }
    if (length === 0) {
      j++
      continue
    }
    seenAfter.fill(1, j, j + length)
    if (length >= PASSAGE)
      passages.push({
        before: [a[from]!.start, a[from + length - 1]!.end],
        after: [b[j]!.start, b[j + length - 1]!.end],
        words: length,
      })
    j += length
  }
  passages.sort((x, y) => y.words - x.words || x.after[0] - y.after[0])
  return { before: shareOf(seenBefore), after: shareOf(seenAfter), passages: passages.slice(0, MOST_PASSAGES) }
}

function wordsOf(text: string): Token[] {
  return tokensIn(text).filter(({ key }) => /[\p{L}\p{N}]/u.test(key))
}

function runAt(tokens: readonly Token[], at: number): string {
  let key = tokens[at]!.key
  for (let i = 1; i < RUN; i++) key += ` ${tokens[at + i]!.key}`
  return key
}

function shareOf(seen: Uint8Array): number {
  return seen.length === 0 ? 0 : Math.round((seen.reduce((sum, each) => sum + each, 0) / seen.length) * 1000) / 1000
}
