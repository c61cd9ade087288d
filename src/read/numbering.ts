// The lists of a Word file become labels: what Word counts and prints before a numbered paragraph.
//
//   third paragraph of a list, level 0, text "%1." => "3. "

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
}

/** `starts` are the numbers that a use of the list begins with; uses with one `key` count on from each other. */
export type List = { key: string; levels: Map<number, ListLevel>; starts: Map<number, number> }

export type Counter = { counts: Map<string, number[]>; started: Set<string> }

const ROMANS: readonly [number, string][] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'],
  [5, 'v'], [4, 'iv'], [1, 'i'],
] // biome-ignore format: a table
// The letters that documents count with (Decree 30/2020/NĐ-CP); other languages count a to z.
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy'
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz'
// Numbers that no list of people reaches are printed as figures.
const LARGEST_ROMAN = 3999
const LARGEST_LETTER = 780
const LEVELS = 9

export function startCounter(): Counter {
  return { counts: new Map(), started: new Set() }
}

/** Counts one paragraph more of the use `id` of a list; gives its label with the blank behind it, or '' where none is printed. */
export function nextLabel(counter: Counter, id: string, list: List, level: number, lang: string | null): string {
  const own = list.levels.get(level)
  if (!own || level >= LEVELS || own.format === 'none') return ''
  const counts = counter.counts.get(list.key) ?? []
  counter.counts.set(list.key, counts)
  if (!counter.started.has(id)) {
    counter.started.add(id)
    for (const [index, start] of list.starts) counts[index] = start - 1
  }
  count(counts, level, list)
  const label = labelOf(counts, own, list, lang)
  return label === '' || own.suffix === 'nothing' ? label : `${label} `
}

function count(counts: number[], level: number, list: List): void {
  for (let i = 0; i < level; i++) counts[i] ??= list.levels.get(i)?.start ?? 1
  counts[level] = (counts[level] ?? (list.levels.get(level)?.start ?? 1) - 1) + 1
  for (let i = level + 1; i < counts.length; i++) {
    const restart = list.levels.get(i)?.restart
    if (restart !== 0 && (restart === null || restart === undefined || level < restart)) delete counts[i]
  }
}

function labelOf(counts: readonly number[], own: ListLevel, list: List, lang: string | null): string {
  if (own.format === 'bullet') return /[+*o]/.test(own.text) && own.text.length === 1 ? (own.text === 'o' ? '+' : own.text) : '-'
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const format = own.isLegal ? 'decimal' : (list.levels.get(index)?.format ?? 'decimal')
    return printNumber(counts[index] ?? 1, format, list.levels.get(index)?.lang ?? lang)
  })
}

function printNumber(value: number, format: string, lang: string | null): string {
  switch (format) {
    case 'upperRoman':
      return toRoman(value).toUpperCase()
    case 'lowerRoman':
      return toRoman(value)
    case 'upperLetter':
      return toLetter(value, lang).toUpperCase()
    case 'lowerLetter':
      return toLetter(value, lang)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    default:
      return String(value)
  }
}

function toRoman(value: number): string {
  if (value < 1 || value > LARGEST_ROMAN) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of ROMANS) {
    for (; rest >= worth; rest -= worth) text += sign
  }
  return text
}

function toLetter(value: number, lang: string | null): string {
  if (value < 1 || value > LARGEST_LETTER) return String(value)
  const letters = lang?.startsWith('vi') ? VIETNAMESE_LETTERS : LATIN_LETTERS
  const letter = letters[(value - 1) % letters.length] ?? ''
  return letter.repeat(Math.floor((value - 1) / letters.length) + 1)
}
