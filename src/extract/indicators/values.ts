// Printed targets become comparator and value.
//
//   "≥ 96" => >= 96    "từ 90 - 95" => range 90 95    "95% trở lên" => >= 95    "Đạt mục tiêu" => text    "-" => none
import type { Comparator } from '../../model/plan.ts'
import { NUMBER, readNumber } from '../../text/numbers.ts'
import { type Grammar, matchOf, type Term } from '../../text/phrases.ts'

export type Value = {
  comparator: Comparator
  value: number | null
  valueMax: number | null
  valueText: string | null
  unit: string | null
}

export const PERCENT = String.raw`% ?o(?!\p{sc=Latn})|%|‰|điểm phần trăm|điểm %|phần trăm|phần nghìn`

/** What a tag of the lexicon says. */
const SAYS: readonly (readonly [string, Comparator])[] = [
  ['AtLeast', '>='],
  ['AtMost', '<='],
  ['Above', '>'],
  ['Below', '<'],
]
/** Words of comparison at the start of a cell. */
const LEAD = '^(đạt|phấn đấu|duy trì|khoảng)? từ? [<said>#Comparator] là? [<number>#Number]'
const CELL = new RegExp(
  String.raw`^(?:đạt |phấn đấu |duy trì |khoảng )?(?<from>từ )?(?:là )?(?<a>${NUMBER}) ?(?<u1>${PERCENT})?(?: ?(?:-|÷|~|đến) ?(?<b>${NUMBER}))? ?(?<u>${PERCENT})?(?<tail>.*)$`,
  'iu',
)
const NOTHING = /^[-–—.…x/\s]*$/iu
const MORE = /^ ?trở lên|^ ?\+$/iu
const LESS = /^ ?trở xuống/iu
const LONGEST_TEXT = 60

/** The comparator of the term before a number and the words behind it; "=" where there are none. */
export function comparatorOf(said: Term | null, after = ''): Comparator {
  if (/trở lên/iu.test(after)) return '>='
  if (/trở xuống/iu.test(after)) return '<='
  return SAYS.find(([tag]) => said?.tags.has(tag))?.[1] ?? '='
}

/** A cell that is left empty, with a dash or dots or without. */
export function isNothing(cell: string): boolean {
  return NOTHING.test(cell.trim())
}

/** The value of a table cell (folded), or null where it holds none. */
export function readValue(cell: string, targets: Grammar): Value | null {
  const words = cell.trim()
  if (isNothing(words)) return null
  const lead = /^\d/.test(words) || !/\d/.test(words) ? null : matchOf(LEAD, targets.read(words, 0, Math.min(words.length, 80)))
  const found = CELL.exec(lead ? words.slice(lead.groups.number![0]!.start) : words)
  const groups = found?.groups
  if (!found || !groups || !isTail(groups.tail!))
    return words.length <= LONGEST_TEXT && /\p{sc=Latn}/u.test(words) ? text(words) : null
  const unit = normalUnit(groups.u ?? groups.u1)
  const a = readNumber(groups.a!)
  if (a === null || isShare(a, groups.tail!)) return text(words)
  if (groups.b !== undefined) return { comparator: 'range', value: a, valueMax: readNumber(groups.b), valueText: null, unit }
  const after = groups.tail!
  const comparator = MORE.test(after) ? '>=' : LESS.test(after) ? '<=' : comparatorOf(lead?.groups.said?.[0] ?? null)
  return { comparator, value: a, valueMax: null, valueText: null, unit }
}

/** What may stand behind the number of a cell: a unit, a note in brackets, “trở lên”. */
function isTail(tail: string): boolean {
  return tail.trim().length <= 40 && !/\d/.test(tail.replace(/\([^)]*\)|\/\s?\d[\d.]*/g, ''))
}

/** “2/3”: a share that is no number; “12/12” counts 12. */
function isShare(value: number, tail: string): boolean {
  const whole = Number(/^ ?\/ ?(\d{1,2})$/.exec(tail)?.[1] ?? 0)
  return value < whole && whole <= 10
}

function text(words: string): Value {
  return { comparator: 'text', value: null, valueMax: null, valueText: words, unit: null }
}

export function normalUnit(printed: string | undefined): string | null {
  if (!printed) return null
  const unit = printed.replace(/\s+/g, ' ').trim()
  return /^% ?o$/i.test(unit) ? '‰' : unit
}
