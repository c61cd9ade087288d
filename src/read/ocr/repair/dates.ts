// Letters that stand for a stroke or a ring inside a date become the digits that they are; digits are never changed.
//
//   "ngày 07 tháng 1] năm 2017" => ngày 07 tháng 11 năm 2017    "10/l2/2024" => 10/12/2024    "ngày Í tháng 5" => none    "l0 ngày" => none

import type { Word } from '../engine.ts'

const STROKES = /[lI|\]!ìíÌÍ]/gu
const RINGS = /[oO]/g
const STANDING = String.raw`[\dlI|\]!ìíÌÍoO]`
const WHOLE = new RegExp(
  String.raw`^(?<lead>[("“]*)(?<d>${STANDING}{1,2})(?<s>[/.-])(?<m>${STANDING}{1,2})\k<s>(?<y>${STANDING}{4})(?<tail>[.,;:)”"]*)$`,
  'u',
)
const PART = new RegExp(String.raw`^(?<n>${STANDING}{1,4})(?<tail>[,;.]?)$`, 'u')
const LIMITS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  ngày: [1, 31],
  tháng: [1, 12],
  năm: [1900, 2099],
}
const BEFORE_SLASH = /^[("“]*\d{1,2}\/[01]$/u
const AFTER_SLASH = /^[012]\/(?:19|20)\d{2}[.,;:)”"]*$/u
// Shares of the line's usual blank and of its size: digits that a blank as narrow as this parts belong together.
const NARROW = 0.55
const THIN = 0.22

/** What each word shall say; null where it stays. Words come from left to right. */
export function repairDates(words: readonly Word[]): (string | null)[] {
  return words.map(({ text }, i) => {
    const before = words[i - 1]?.text.toLowerCase().replace(/^[("“,;:]+/u, '') ?? ''
    return wholeDate(text) ?? (before in LIMITS ? partOf(text, LIMITS[before]!) : null)
  })
}

/** Whether the word and the next are one date that a gap between two narrow digits cut: “10/1 1/2017”. */
export function isCutDate(word: Word, next: Word, usualBlank: number, size: number): boolean {
  const gap = next.x0 - word.x1
  if (!BEFORE_SLASH.test(word.text) || !AFTER_SLASH.test(next.text)) return false
  if (gap > NARROW * usualBlank || gap > THIN * size) return false
  const [day, month] = (word.text + next.text).match(/\d+/g)!.map(Number)
  return within(day!, [1, 31]) && within(month!, [1, 12])
}

function wholeDate(text: string): string | null {
  const { lead, d, s, m, y, tail } = WHOLE.exec(text)?.groups ?? {}
  if (d === undefined) return null
  const parts = [read(d), read(m!), read(y!)]
  const isOne = within(Number(parts[0]), [1, 31]) && within(Number(parts[1]), [1, 12]) && within(Number(parts[2]), [1900, 2099])
  const whole = lead + parts.join(s) + tail
  // At least every other sign must be a digit as it stands.
  return isOne && whole !== text && countDigits(text) >= 4 ? whole : null
}

function partOf(text: string, limits: readonly [number, number]): string | null {
  const { n, tail } = PART.exec(text)?.groups ?? {}
  if (n === undefined || countDigits(n) * 2 < n.length || countDigits(n) === n.length) return null
  const digits = read(n)
  return within(Number(digits), limits) ? digits + tail : null
}

function read(seen: string): string {
  return seen.replace(STROKES, '1').replace(RINGS, '0')
}

function countDigits(text: string): number {
  return text.match(/\d/g)?.length ?? 0
}

function within(value: number, [from, to]: readonly [number, number]): boolean {
  return value >= from && value <= to
}
