// The lists of a Word file are read, and which one a paragraph stands in: its own, or that of its style.
import type { Document, Element } from '@xmldom/xmldom'
import type { List, ListLevel } from '../numbering.ts'
import { childOf } from '../xml.ts'
import { childrenNamed, isOn, settingOf, toInt } from './names.ts'
import { type ListPlace, runProperties, type Styles } from './styles.ts'

export type Lists = ReadonlyMap<string, List>

export function readLists(numbering: Document | null, styles: Styles): Lists {
  const root = numbering?.documentElement ?? null
  const abstracts = new Map(childrenNamed(root, 'w:abstractNum').map((one) => [one.getAttribute('w:abstractNumId') ?? '', one]))
  const numbers = childrenNamed(root, 'w:num')
  const links = new Map(numbers.map((one) => [one.getAttribute('w:numId') ?? '', settingOf(one, 'w:abstractNumId') ?? '']))
  const known = new Map<string, Map<number, ListLevel>>()
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
      if (own) levels.set(index, readLevel(own))
      if (start !== null) starts.set(index, start)
    }
    lists.set(id, { key, levels, starts })
  }
  return lists
}

function readLevels(abstract: Element | null): Map<number, ListLevel> {
  return new Map(childrenNamed(abstract, 'w:lvl').map((level, i) => [toInt(level.getAttribute('w:ilvl')) ?? i, readLevel(level)]))
}

function readLevel(level: Element): ListLevel {
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
