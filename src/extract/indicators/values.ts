// Printed targets become comparator and value.
//
//   "≥ 96" => >= 96    "từ 90 - 95" => range 90 95    "95% trở lên" => >= 95    "Đạt mục tiêu" => text    "-" => none
import type { Comparator } from '../../model/plan.ts'
import { NUMBER, readNumber } from '../../text/numbers.ts'

export type Value = { comparator: Comparator; value: number | null; valueMax: number | null; valueText: string | null; unit: string | null }

/** Words and signs before a number, and the comparator that they say; the longer ones first. Patterns want folded text. */
const BEFORE: readonly (readonly [string, Comparator])[] = [
  ['≥|>\\s?=|=\\s?>|⩾', '>='],
  ['≤|<\\s?=|=\\s?<|⩽', '<='],
  ['>', '>'],
  ['<', '<'],
  ['ít\\s+nhất(?:\\s+là)?|tối\\s+thiểu(?:\\s+là)?|không\\s+dưới|không\\s+thấp\\s+hơn|không\\s+ít\\s+hơn|đạt\\s+và\\s+vượt|lớn\\s+hơn\\s+hoặc\\s+bằng', '>='],
  ['tối\\s+đa(?:\\s+là)?|không\\s+quá|không\\s+vượt\\s+quá|không\\s+cao\\s+hơn|không\\s+trên|nhiều\\s+nhất|nhỏ\\s+hơn\\s+hoặc\\s+bằng', '<='],
  ['(?:từ\\s+)?trên|hơn|vượt|cao\\s+hơn|lớn\\s+hơn', '>'],
  ['dưới|thấp\\s+hơn|ít\\s+hơn|nhỏ\\s+hơn', '<'],
]

export const COMPARATOR_WORDS: string = BEFORE.map(([words]) => words).join('|')
export const PERCENT = String.raw`%\s?o(?!\p{L})|%|‰|điểm\s+phần\s+trăm|điểm\s+%|phần\s+trăm|phần\s+nghìn`

const TESTS = BEFORE.map(([words, comparator]) => [new RegExp(`^(?:${words})$`, 'iu'), comparator] as const)
const CELL = new RegExp(
  String.raw`^(?:đạt\s+|phấn\s+đấu\s+|duy\s+trì\s+|khoảng\s+)?(?<from>từ\s+)?(?<cmp>${COMPARATOR_WORDS})?\s*(?:là\s+)?(?<a>${NUMBER})\s*(?<u1>${PERCENT})?(?:\s*(?:-|÷|~|đến)\s*(?<b>${NUMBER}))?\s*(?<u>${PERCENT})?(?<tail>.*)$`,
  'iu',
)
const NOTHING = /^[-–—.…x/\s]*$/iu
const MORE = /^\s*trở\s+lên|^\s*\+$/iu
const LESS = /^\s*trở\s+xuống/iu
const LONGEST_TEXT = 60

/** The comparator of the words before a number; "=" where there are none. */
export function comparatorOf(words: string | undefined, after = ''): Comparator {
  const trimmed = (words ?? '').trim()
  const said = TESTS.find(([pattern]) => pattern.test(trimmed))?.[1]
  if (/trở\s+lên/iu.test(after)) return '>='
  if (/trở\s+xuống/iu.test(after)) return '<='
  return said ?? '='
}

/** The value of a table cell (folded), or null where it holds none. */
export function readValue(cell: string): Value | null {
  const words = cell.trim()
  if (NOTHING.test(words)) return null
  const found = CELL.exec(words)
  const groups = found?.groups
  if (!found || !groups || !isTail(groups['tail']!)) return words.length <= LONGEST_TEXT && /\p{L}/u.test(words) ? text(words) : null
  const unit = normalUnit(groups['u'] ?? groups['u1'])
  const a = readCellNumber(groups['a']!)
  if (a === null) return text(words)
  if (groups['b'] !== undefined) return { comparator: 'range', value: a, valueMax: readCellNumber(groups['b']), valueText: null, unit }
  const after = groups['tail']!
  const comparator = MORE.test(after) ? '>=' : LESS.test(after) ? '<=' : comparatorOf(groups['cmp'])
  return { comparator, value: a, valueMax: null, valueText: null, unit }
}

/** What may stand behind the number of a cell: a unit, a note in brackets, “trở lên”. */
function isTail(tail: string): boolean {
  return tail.trim().length <= 40 && !/\d/.test(tail.replace(/\([^)]*\)|\/\s?\d[\d.]*/g, ''))
}

/** Blanks group thousands in cells: 1 950 000. */
function readCellNumber(printed: string): number | null {
  return readNumber(printed)
}

function text(words: string): Value {
  return { comparator: 'text', value: null, valueMax: null, valueText: words, unit: null }
}

export function normalUnit(printed: string | undefined): string | null {
  if (!printed) return null
  const unit = printed.replace(/\s+/g, ' ').trim()
  return /^%\s?o$/i.test(unit) ? '‰' : unit
}
