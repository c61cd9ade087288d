// The lists of an OpenDocument text get the labels that they print: counted by list, level and item.
import type { Element } from '@xmldom/xmldom'
import { bulletMark } from '../flow.ts'
import { type NumberForm, printNumber } from '../ordinals.ts'
import { childrenOf } from '../xml.ts'

type Level = {
  bullet: string | null
  form: NumberForm | null
  prefix: string
  suffix: string
  /** `%1%.%2%`, where the level says how its numbers stand together. */
  pattern: string | null
  start: number
  shown: number
}

export type ListStyles = ReadonlyMap<string, ReadonlyMap<number, Level>>

/** The numbers of one list: an entry for each level, from 1. */
export type Counts = number[]

export type Lists = { styles: ListStyles; byId: Map<string, Counts>; byStyle: Map<string, Counts>; outline: Counts }

/** The style of the headings' own numbering. */
export const OUTLINE = ' outline'

const FORMS: Readonly<Record<string, NumberForm>> = {
  1: 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}

export function readListStyles(groups: readonly (Element | null)[]): ListStyles {
  const styles = new Map<string, Map<number, Level>>()
  for (const group of groups)
    for (const element of group ? childrenOf(group) : []) {
      const isOutline = element.nodeName === 'text:outline-style'
      if (!isOutline && element.nodeName !== 'text:list-style') continue
      const levels = new Map<number, Level>()
      for (const level of childrenOf(element)) levels.set(toInt(level.getAttribute('text:level')) ?? 1, readLevel(level))
      styles.set(isOutline ? OUTLINE : (element.getAttribute('style:name') ?? ''), levels)
    }
  return styles
}

function readLevel(element: Element): Level {
  const isNumber = element.nodeName === 'text:list-level-style-number' || element.nodeName === 'text:outline-level-style'
  const format = element.getAttribute('style:num-format') ?? ''
  return {
    bullet: isNumber ? null : (element.getAttribute('text:bullet-char') ?? '•'),
    form: format === '' ? null : (FORMS[format] ?? (format.startsWith('01') ? 'decimal-zero' : 'decimal')),
    prefix: element.getAttribute('style:num-prefix') ?? '',
    suffix: element.getAttribute('style:num-suffix') ?? '',
    pattern: element.getAttribute('style:num-list-format') ?? element.getAttribute('loext:num-list-format'),
    start: toInt(element.getAttribute('text:start-value')) ?? 1,
    shown: toInt(element.getAttribute('text:display-levels')) ?? 1,
  }
}

/** The counts that a list on top goes on with: those of the list that it names, of the last one of its style, or new ones. */
export function openList(list: Element, style: string, lists: Lists): Counts {
  const named = lists.byId.get(list.getAttribute('text:continue-list') ?? '')
  const goesOn = list.getAttribute('text:continue-numbering') === 'true' ? lists.byStyle.get(style) : undefined
  const counts = named ?? goesOn ?? []
  const id = list.getAttribute('xml:id')
  if (id) lists.byId.set(id, counts)
  lists.byStyle.set(style, counts)
  return counts
}

/** Counts an item and gives its label, '' where nothing is printed. */
export function countItem(counts: Counts, level: number, style: string, value: string | null, { styles }: Lists): string {
  const levels = styles.get(style)
  const own = levels?.get(level)
  for (let i = 1; i < level; i++) counts[i] ??= levels?.get(i)?.start ?? 1
  counts[level] = toInt(value) ?? (counts[level] ?? (own?.start ?? 1) - 1) + 1
  counts.length = level + 1
  if (!own) return ''
  if (own.bullet !== null) return own.bullet.trim() === '' ? '' : bulletMark(own.bullet, /[\ue000-\uf8ff]/.test(own.bullet))
  if (own.form === null) return ''
  const numberAt = (i: number) => {
    const form = levels?.get(i)?.form
    return form ? printNumber(counts[i] ?? 1, form) : ''
  }
  if (own.pattern) return own.pattern.replace(/%(\d{1,2})%/g, (_, i: string) => numberAt(Number(i)))
  const numbers: string[] = []
  for (let i = Math.max(1, level - own.shown + 1); i <= level; i++) if (numberAt(i) !== '') numbers.push(numberAt(i))
  return own.prefix + numbers.join('.') + own.suffix
}

export function toInt(text: string | null): number | null {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) ? value : null
}
