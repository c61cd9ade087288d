// What a person types becomes parts that must all be found: words, phrases, beginnings of words.
//
//   "tiêm 1313/QĐ-BYT vắc*" => tiêm, 1313 qđ byt, vắc…    "“trẻ em” TRƯỜNG" => trẻ em, trường
import { wordsIn } from './words.ts'

/** One word, or several that stand one behind the other. */
export type Part = { words: readonly string[]; isPrefix: boolean }

export type Query = { parts: readonly Part[] }

/** Words behind these are left out: nobody types so many. */
export const MOST_WORDS = 32
const SHORTEST_PREFIX = 2
// A phrase in quotes of any kind, one without its end too; else what blanks bound.
const PARTS = /["“”„«](?<phrase>[^"“”„«»]*)["“”»]?(?<star>\*)?|(?<chunk>[^\s"“”„«»]+)/gu

export function parseQuery(typed: string): Query {
  const parts: Part[] = []
  let count = 0
  for (const { groups } of typed.normalize('NFC').matchAll(PARTS)) {
    const { phrase, chunk = '' } = groups!
    const words = wordsIn(phrase ?? chunk)
      .map(({ key }) => key)
      .slice(0, MOST_WORDS - count)
    if (words.length === 0) continue
    count += words.length
    const hasStar = groups!.star !== undefined || chunk.endsWith('*')
    parts.push({ words, isPrefix: hasStar && words.at(-1)!.length >= SHORTEST_PREFIX })
  }
  return { parts }
}
