// A Word file's automatic numbers become text: every numbered paragraph has the label that Word would print.
//
//   a paragraph of list 39, level 0, text “%1.”, third of its list: “3. ”
//   a paragraph of list 7, level 0, a bullet of the font Symbol: “- ”

import type { Document, Element } from '@xmldom/xmldom'
import { childOf } from '../xml.ts'
import { childrenNamed, isOn, settingOf, toInt } from './names.ts'
import { printNumber } from './numerals.ts'
import { type ListPlace, runProperties, type Styles } from './styles.ts'

type Level = {
  start: number
  format: string
  text: string
  isLegal: boolean
  suffix: string
  restart: number | null
  /** The paragraph style that stands on this level without saying so. */
  style: string | null
  /** Language of the label, where the level names one: the paragraph's own comes after it. */
  lang: string | null
  caps: boolean | null
}
type List = { key: string; levels: ReadonlyMap<number, Level>; starts: ReadonlyMap<number, number> }
export type Lists = ReadonlyMap<string, List>

/** What the mark of a paragraph says of its label. */
type Mark = { lang: string | null; caps: boolean }

/** Counts the paragraphs of one story in order; gives the label of each, with what stands behind it, or ''. */
export type Counter = (place: { numId: string; level: number }, mark: Mark) => string

// Deeper levels do not exist in Word.
const MOST_LEVELS = 9

export function readLists(numbering: Document | null, styles: Styles): Lists {
  const root = numbering?.documentElement ?? null
  const abstracts = new Map(childrenNamed(root, 'w:abstractNum').map((one) => [one.getAttribute('w:abstractNumId') ?? '', one]))
  const numbers = childrenNamed(root, 'w:num')
  const links = new Map(numbers.map((one) => [one.getAttribute('w:numId') ?? '', settingOf(one, 'w:abstractNumId') ?? '']))
  const known = new Map<string, ReadonlyMap<number, Level>>()
  const lists = new Map<string, List>()
  for (const number of numbers) {
    const id = number.getAttribute('w:numId') ?? ''
    let key = links.get(id) ?? ''
    const linked = settingOf(abstracts.get(key) ?? null, 'w:numStyleLink')
    const linkedNumber = linked === null ? null : styles.listOf(linked)?.numId
    if (linkedNumber) key = links.get(linkedNumber) ?? key
    if (!known.has(key)) known.set(key, readLevels(abstracts.get(key) ?? null))
    const overrides = childrenNamed(number, 'w:lvlOverride')
    const levels = overrides.length > 0 ? new Map(known.get(key)) : known.get(key)!
    const starts = new Map<number, number>()
    for (const override of overrides) {
      const index = toInt(override.getAttribute('w:ilvl')) ?? 0
      const start = toInt(settingOf(override, 'w:startOverride'))
      const own = childOf(override, 'w:lvl')
      if (own) (levels as Map<number, Level>).set(index, readLevel(own))
      if (start !== null) starts.set(index, start)
    }
    lists.set(id, { key, levels, starts })
  }
  return lists
}

function readLevels(abstract: Element | null): ReadonlyMap<number, Level> {
  return new Map(childrenNamed(abstract, 'w:lvl').map((level, i) => [toInt(level.getAttribute('w:ilvl')) ?? i, readLevel(level)]))
}

function readLevel(level: Element): Level {
  const look = runProperties(childOf(level, 'w:rPr'))
  return {
    start: toInt(settingOf(level, 'w:start')) ?? 1,
    format: formatOf(level),
    text: settingOf(level, 'w:lvlText') ?? '',
    isLegal: isOn(level, 'w:isLgl') ?? false,
    suffix: settingOf(level, 'w:suff') ?? 'tab',
    restart: toInt(settingOf(level, 'w:lvlRestart')),
    style: settingOf(level, 'w:pStyle'),
    lang: look.lang ?? null,
    caps: look.caps ?? null,
  }
}

/** A custom format, “001, 002”, stands beside the one that older programs print. */
function formatOf(level: Element): string {
  const alternate = childOf(level, 'mc:AlternateContent')
  const format =
    childOf(level, 'w:numFmt') ?? childOf(childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback'), 'w:numFmt')
  const value = format?.getAttribute('w:val') ?? 'decimal'
  return value === 'custom' ? (format!.getAttribute('w:format') ?? 'decimal') : value
}

/** The list and level of a paragraph: its own, else those of its style; number 0 switches off. */
export function placeOf(
  properties: Element | null,
  style: string,
  styles: Styles,
  lists: Lists,
): { numId: string; level: number } | null {
  const number = childOf(properties, 'w:numPr')
  const own: ListPlace = { numId: settingOf(number, 'w:numId'), level: toInt(settingOf(number, 'w:ilvl')) }
  const inherited = styles.listOf(style)
  const numId = own.numId ?? inherited?.numId ?? null
  if (numId === null || numId === '0') return null
  const level = own.level ?? inherited?.level ?? levelOfStyle(lists.get(numId), style, inherited?.style) ?? 0
  return { numId, level }
}

function levelOfStyle(list: List | undefined, ...styles: (string | undefined)[]): number | null {
  for (const [index, level] of list?.levels ?? []) if (level.style !== null && styles.includes(level.style)) return index
  return null
}

export function startCounter(lists: Lists): Counter {
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  return ({ numId, level }, mark) => {
    const list = lists.get(numId)
    const own = list?.levels.get(level)
    if (!list || !own || level >= MOST_LEVELS) return ''
    const counts = counters.get(list.key) ?? []
    counters.set(list.key, counts)
    // A list that gives a start of its own begins there, once; other lists of its kind count on.
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

function labelOf(counts: readonly number[], level: number, list: List, own: Level, lang: string | null): string {
  if (own.format === 'bullet') return bulletOf(own.text)
  return own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    if (index > level) return ''
    const other = list.levels.get(index)
    const format = own.isLegal && other?.format !== 'none' ? 'decimal' : (other?.format ?? 'decimal')
    return printNumber(counts[index] ?? 1, format, other?.lang ?? lang)
  })
}

/** Most bullets are signs of a font of pictures: what is printed is a bullet, whatever its shape. */
function bulletOf(text: string): string {
  if (text.trim() === '') return ''
  if (text === 'o') return '+'
  return /^[+*]$|[\p{L}\p{N}()]{2}/u.test(text) ? text : '-'
}
