// Printed targets become comparator and value.
//
//   "≥ 96" => >= 96    "từ 90 - 95" => range 90 95    "95% trở lên" => >= 95    "Đạt mục tiêu" => text    "-" => none
import type { Comparator } from '../../model/plan.ts'
import { NUMBER, readNumber } from '../../text/numbers.ts'

export type Value = {
  comparator: Comparator
  value: number | null
  valueMax: number | null
  valueText: string | null
  unit: string | null
}

/** Words and signs before a number, and the comparator that they say; the longer ones first. Patterns want folded text. */
const BEFORE: readonly (readonly [string, Comparator])[] = [
  ['≥|> ?=|= ?>|⩾', '>='],
  ['≤|< ?=|= ?<|⩽', '<='],
  ['>', '>'],
  ['<', '<'],
  [
    '[íi]t nhất(?: là)?|tối thiểu(?: là)?|không dưới|không thấp hơn|không ít hơn|không nhỏ hơn|không kém|đạt và vượt|lớn hơn hoặc bằng',
    '>=',
  ],
  [
    'tối đa(?: là)?|không (?:để |có |được )?quá|không vượt(?: quá)?|không cao hơn|không lớn hơn|không nhiều hơn|không trên|nhiều nhất|nhỏ hơn hoặc bằng',
    '<=',
  ],
  ['(?:từ )?trên|hơn|vượt quá|vượt|cao hơn|lớn hơn', '>'],
  ['dưới|thấp hơn|ít hơn|nhỏ hơn', '<'],
]

export const COMPARATOR_WORDS: string = BEFORE.map(([words]) => words).join('|')
export const PERCENT = String.raw`% ?o(?!\p{L})|%|‰|điểm phần trăm|điểm %|phần trăm|phần nghìn`

const TESTS = BEFORE.map(([words, comparator]) => [new RegExp(`^(?:${words})$`, 'iu'), comparator] as const)
const CELL = new RegExp(
  String.raw`^(?:đạt |phấn đấu |duy trì |khoảng )?(?<from>từ )?(?<cmp>${COMPARATOR_WORDS})? ?(?:là )?(?<a>${NUMBER}) ?(?<u1>${PERCENT})?(?: ?(?:-|÷|~|đến) ?(?<b>${NUMBER}))? ?(?<u>${PERCENT})?(?<tail>.*)$`,
  'iu',
)
const NOTHING = /^[-–—.…x/\s]*$/iu
const MORE = /^ ?trở lên|^ ?\+$/iu
const LESS = /^ ?trở xuống/iu
const LONGEST_TEXT = 60

/** The comparator of the words before a number; "=" where there are none. */
export function comparatorOf(words: string | undefined, after = ''): Comparator {
  const trimmed = (words ?? '').trim()
  const said = TESTS.find(([pattern]) => pattern.test(trimmed))?.[1]
  if (/trở lên/iu.test(after)) return '>='
  if (/trở xuống/iu.test(after)) return '<='
  return said ?? '='
}

/** The value of a table cell (folded), or null where it holds none. */
export function readValue(cell: string): Value | null {
  const words = cell.trim()
  if (NOTHING.test(words)) return null
  const found = CELL.exec(words)
  const groups = found?.groups
  if (!found || !groups || !isTail(groups.tail!)) return words.length <= LONGEST_TEXT && /\p{L}/u.test(words) ? text(words) : null
  const unit = normalUnit(groups.u ?? groups.u1)
  const a = readCellNumber(groups.a!)
  if (a === null) return text(words)
  if (groups.b !== undefined) return { comparator: 'range', value: a, valueMax: readCellNumber(groups.b), valueText: null, unit }
  const after = groups.tail!
  const comparator = MORE.test(after) ? '>=' : LESS.test(after) ? '<=' : comparatorOf(groups.cmp)
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
  return /^% ?o$/i.test(unit) ? '‰' : unit
}
