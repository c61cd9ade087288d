// Values become the cells of a sheet: numbers, days and truth values as such, words never as a formula.
import type { ColumnType, Value } from '../tables/index.ts'
import { STYLE } from './styles.ts'

/** What Excel holds in a cell. */
export const MOST_CHARACTERS = 32_767

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const DAY_MS = 86_400_000
// Day 1 is 1900-01-01, and there is a 29 February 1900: from March 1900 on days count from here.
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_DAY = 61

/** Words inside an element or an attribute; XML takes no U+FFFE and U+FFFF, and a line ends in one way. */
export function escapeXml(words: string): string {
  return words
    .replace(/[\uFFFE\uFFFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
}

/** Words of a cell, where `_x000D_` would be read as a character by its number. */
function escapeCell(words: string): string {
  return escapeXml(words).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

export function isTooLong(value: Value): boolean {
  return typeof value === 'string' && value.length > MOST_CHARACTERS
}

/** As many characters as a cell holds; an ellipsis stands for the rest, and no character is halved. */
function cut(words: string): string {
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : words
}

/** 0 => A, 26 => AA */
export function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}

export function cellXml(place: string, value: Value, type: ColumnType, style: number): string {
  if (value === null || value === '') return ''
  if (type === 'boolean') return `<c r="${place}" s="${style}" t="b"><v>${value === true ? 1 : 0}</v></c>`
  if (type === 'day') {
    const day = (Date.parse(`${value}T00:00:00Z`) - DAY_ZERO) / DAY_MS
    if (day >= FIRST_DAY) return `<c r="${place}" s="${STYLE.day}"><v>${day}</v></c>`
  } else if (type !== 'string') {
    const isLarge = type === 'number' && Number.isInteger(value) && Math.abs(Number(value)) >= 1000
    return Number.isFinite(value) ? `<c r="${place}" s="${isLarge ? STYLE.thousands : style}"><v>${value}</v></c>` : ''
  }
  return wordsXml(place, String(value), style)
}

export function wordsXml(place: string, words: string, style: number): string {
  const space = /^\s|\s$|\n/.test(words) ? ' xml:space="preserve"' : ''
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${escapeCell(cut(words))}</t></is></c>`
}
