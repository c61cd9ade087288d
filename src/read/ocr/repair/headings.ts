// Numbers at the starts of lines become the Roman and Arabic numbers that go on the sequence before and after them.
//
//   "I. H. III." => I. II. III.    "I. II. IH. IV." => I. II. III. IV.    "1. II. 1. 2." => I. II. 1. 2.    "l. 2." => 1. 2.    "I. III." => none

import { readRoman } from '../../../text/numerals.ts'

/** The first word of a line, and how wide it is as a share of the size of its letters. */
export type Opening = { text: string; width: number; isTitle: boolean }

const ROMAN_LIKE = /^(?<n>[IVXHLTNUYl1|!]{1,6})(?<mark>[./-])(?<rest>\p{Lu}.*)?$/u
const ARABIC = /^(?<n>\d{1,2})\.$/u
const STROKE_LIKE = /^[lI|!]\.$/u
// A third stroke makes a number so much wider than one of two.
const WIDER = 1.25

type Item = { at: number; n: string; after: string; value: number | null; readings: ReadonlySet<number> }

/** What each opening shall say; null where it stays. Openings come in reading order. */
export function repairHeadings(openings: readonly Opening[]): (string | null)[] {
  const repaired = openings.map((): string | null => null)
  const items = openings.flatMap((opening, at) => itemOf(opening, at))
  items.forEach((item, i) => {
    const before = items.slice(0, i).findLast(({ value }) => value !== null)
    const after = items.slice(i + 1).find(({ value }) => value !== null)
    const next = (before?.value ?? 0) + 1
    const goesOn = after?.value === next + 1
    const isLast = after === undefined && before !== undefined
    if (item.value === next || !(goesOn || (isLast && item.value === null))) return
    const isMiscounted =
      item.value === null ? item.readings.has(next) : item.value === before?.value && isWiderThan(openings, item, before)
    if (!isMiscounted) return
    item.value = next
    repaired[item.at] = romanOf(next) + item.after
  })
  repairFirst(openings, items, repaired)
  return repaired
}

/** A lone “1.” before “II.” where no “I.” is printed is “I.”; “l.” before “2.” is “1.”. */
function repairFirst(openings: readonly Opening[], items: readonly Item[], repaired: (string | null)[]): void {
  const first = items.find(({ value }) => value !== null)
  const arabic = openings.flatMap(({ text, isTitle }, at) => {
    const n = ARABIC.exec(text)?.groups?.n
    return n === undefined || !isTitle ? [] : [{ at, n: Number(n) }]
  })
  if (first?.value === 2) {
    const above = arabic.filter(({ at }) => at < first.at)
    if (above.length === 1 && above[0]!.n === 1 && arabic.some(({ at, n }) => at > first.at && n === 1))
      repaired[above[0]!.at] = 'I.'
  }
  openings.forEach(({ text, isTitle }, at) => {
    if (!isTitle || repaired[at] !== null || !STROKE_LIKE.test(text)) return
    const next = arabic.find((item) => item.at > at)
    const roman = items.find((item) => item.at > at && item.value !== null)
    const isOwn = items.some((item) => item.at === at && item.value !== null && !isRepeated(items, item))
    if (!isOwn && next?.n === 2 && (!roman || roman.at > next.at)) repaired[at] = '1.'
  })
}

/** “I.” below “I.” or “II.” begins no list of its own kind. */
function isRepeated(items: readonly Item[], item: Item): boolean {
  return items.some(({ at, value }) => at < item.at && value !== null)
}

function itemOf({ text, isTitle }: Opening, at: number): Item[] {
  const { n, mark, rest } = ROMAN_LIKE.exec(text)?.groups ?? {}
  if (n === undefined || !(isTitle || rest) || /^[\d]+$/.test(n)) return []
  const value = readRoman(n)
  if (n.length === 1 && value === null && n !== 'H') return []
  return [{ at, n, after: `${mark}${rest ? ` ${rest}` : ''}`, value, readings: readingsOf(n) }]
}

/** Numerals that the letters may stand for: strokes joined to H, feet and heads that make L and T, a full stop that makes L. */
function readingsOf(n: string): ReadonlySet<number> {
  const strokes = n
    .replace(/[HNU]/g, 'II')
    .replace(/[LTl1|!]/g, 'I')
    .replace(/Y/g, 'V')
  const values = [strokes, /[Ll]$/.test(n) ? strokes.slice(0, -1) : strokes].map((each) => readRoman(each) ?? 0)
  return new Set(values.filter((value) => value > 0))
}

function isWiderThan(openings: readonly Opening[], item: Item, before: Item): boolean {
  return /^I+$/.test(item.n) && openings[item.at]!.width > WIDER * openings[before.at]!.width
}

function romanOf(value: number): string {
  const tens = ['', 'X', 'XX', 'XXX'][Math.floor(value / 10)] ?? ''
  return tens + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10]!
}
