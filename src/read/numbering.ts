// The lists of a Word file become labels: what Word counts and prints before a numbered paragraph.
//
//   The third paragraph of a list whose first level prints "%1.": "3. ".
import { printNumber } from './numerals.ts'

export type ListLevel = {
  start: number
  /** As Office Open XML names it. */
  format: string
  /** What is printed: %1 to %9 stand for the numbers of the levels. */
  text: string
  isLegal: boolean
  suffix: string
  /** The level (from 1) whose numbers start this one again; 0: none does; null: all that lie above. */
  restart: number | null
  style: string | null
  /** Language of the label, where the level names one: the paragraph's own comes after it. */
  lang: string | null
  caps: boolean | null
}

/** `starts` are the numbers that a use of the list begins with; uses with one `key` count on from each other. */
export type List = { key: string; levels: Map<number, ListLevel>; starts: Map<number, number> }

/** What the mark of a paragraph says of its label. */
export type Mark = { lang: string | null; caps: boolean }

/** Counts a paragraph of a list; gives its label with the blank behind it, or ''. */
export type Counter = (place: { numId: string; level: number }, mark: Mark) => string

const LEVELS = 9

export function startCounter(lists: ReadonlyMap<string, List>): Counter {
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  return ({ numId, level }, mark) => {
    const list = lists.get(numId)
    const own = list?.levels.get(level)
    if (!list || !own || level >= LEVELS) return ''
    const counts = counters.get(list.key) ?? []
    counters.set(list.key, counts)
    // A list that gives a start of its own begins there, once; other uses of it count on.
    if (!started.has(numId)) for (const index of list.starts.keys()) delete counts[index]
    started.add(numId)
    count(counts, level, list)
    const label = labelOf(counts, level, list, own, own.lang ?? mark.lang)
    if (label === '' || (own.format === 'none' && !/[\p{L}\p{N}]/u.test(label))) return ''
    const printed = (own.caps ?? mark.caps) ? label.toUpperCase() : label
    return own.suffix === 'nothing' ? printed : `${printed} `
  }
}

function count(counts: number[], level: number, list: List): void {
  const startOf = (index: number) => list.starts.get(index) ?? list.levels.get(index)?.start ?? 1
  for (let i = 0; i < level; i++) counts[i] ??= startOf(i)
  counts[level] = counts[level] === undefined ? startOf(level) : counts[level] + 1
  for (let i = level + 1; i < counts.length; i++) {
    const restart = list.levels.get(i)?.restart
    if (restart !== 0 && (restart === null || restart === undefined || level < restart)) delete counts[i]
  }
}

function labelOf(counts: readonly number[], level: number, list: List, own: ListLevel, lang: string | null): string {
  if (own.format === 'bullet') return bulletOf(own.text)
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const other = list.levels.get(index)
    if (index > level || other?.format === 'none') return ''
    return printNumber(counts[index] ?? 1, own.isLegal ? 'decimal' : (other?.format ?? 'decimal'), other?.lang ?? lang)
  })
}

/** Most bullets are signs of a font of pictures: what is printed is a bullet, whatever its shape. */
function bulletOf(text: string): string {
  if (text.trim() === '') return ''
  if (text === 'o') return '+'
  return /^[+*]$|[\p{L}\p{N}()]{2}/u.test(text) ? text : '-'
}
