// A Word file's automatic numbers become text: every numbered paragraph gets the label that Word would print, as a run of its own.
//
//   A paragraph of list 39, level 0, text "%1.", third of its list: a run "3. " before its words.
import type { Document, Element } from '@xmldom/xmldom'

type Level = {
  start: number
  format: string
  text: string
  isLegal: boolean
  suffix: string
  restart: number | null
  style: string | null
  /** Language of the label, where the level names one: the paragraph's own comes after it. */
  lang: string | null
}
type List = { key: string; levels: Map<number, Level>; starts: Map<number, number> }
type StyleNumber = { numId: string | null; level: number | null; basedOn: string | null; lang: string | null }

const ROMANS: readonly [number, string][] = [
  [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
] // biome-ignore format: a table
// The letters that documents count with (Decree 30/2020/NĐ-CP); other languages count a to z.
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy'
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Writes the labels into `document.xml` (changed in place). `numbering` and `styles` are the parts of that name, or null. */
export function writeNumbers(document: Document, numbering: Document | null, styles: Document | null): number {
  if (!numbering) return 0
  const styleNumbers = readStyles(styles)
  const lists = readLists(numbering, styleNumbers)
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  let written = 0
  for (const paragraph of elements(document, 'w:p')) {
    const properties = child(paragraph, 'w:pPr')
    const place = numberOf(properties, styleNumbers)
    const list = place && lists.get(place.numId)
    const level = list?.levels.get(place!.level)
    if (!list || !level || level.format === 'none' || isDeleted(paragraph)) continue
    const counts = counters.get(list.key) ?? []
    counters.set(list.key, counts)
    if (!started.has(place!.numId)) {
      started.add(place!.numId)
      for (const [index, start] of list.starts) counts[index] = start - 1
    }
    count(counts, place!.level, list)
    const label = labelOf(counts, place!.level, list, langOf(properties, styleNumbers))
    if (label === '') continue
    insertLabel(paragraph, properties, level.suffix === 'nothing' ? label : `${label} `)
    written++
  }
  return written
}

function readStyles(styles: Document | null): Map<string, StyleNumber> {
  const found = new Map<string, StyleNumber>()
  for (const style of styles ? elements(styles, 'w:style') : []) {
    const properties = child(style, 'w:pPr')
    const number = properties && child(properties, 'w:numPr')
    const run = child(style, 'w:rPr')
    found.set(style.getAttribute('w:styleId') ?? '', {
      numId: number ? printedValue(number, 'w:numId') : null,
      level: number ? toInt(printedValue(number, 'w:ilvl')) : null,
      basedOn: printedValue(style, 'w:basedOn'),
      lang: run ? printedValue(run, 'w:lang') : null,
    })
  }
  return found
}

function readLists(numbering: Document, styles: Map<string, StyleNumber>): Map<string, List> {
  const abstracts = new Map<string, Element>()
  for (const abstract of elements(numbering, 'w:abstractNum'))
    abstracts.set(abstract.getAttribute('w:abstractNumId') ?? '', abstract)
  const links = new Map<string, string>()
  const numbers = elements(numbering, 'w:num')
  for (const number of numbers) links.set(number.getAttribute('w:numId') ?? '', printedValue(number, 'w:abstractNumId') ?? '')
  const lists = new Map<string, List>()
  for (const number of numbers) {
    const id = number.getAttribute('w:numId') ?? ''
    let key = links.get(id) ?? ''
    const linked = printedValue(abstracts.get(key) ?? null, 'w:numStyleLink')
    const linkedNumber = linked ? styles.get(linked)?.numId : null
    if (linkedNumber) key = links.get(linkedNumber) ?? key
    const levels = readLevels(abstracts.get(key) ?? null)
    const starts = new Map<number, number>()
    for (const override of children(number, 'w:lvlOverride')) {
      const index = toInt(override.getAttribute('w:ilvl')) ?? 0
      const start = toInt(printedValue(override, 'w:startOverride'))
      if (start !== null) starts.set(index, start)
      const own = child(override, 'w:lvl')
      if (own) levels.set(index, readLevel(own))
    }
    lists.set(id, { key, levels, starts })
  }
  return lists
}

function readLevels(abstract: Element | null): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const level of abstract ? children(abstract, 'w:lvl') : [])
    levels.set(toInt(level.getAttribute('w:ilvl')) ?? 0, readLevel(level))
  return levels
}

function readLevel(level: Element): Level {
  return {
    start: toInt(printedValue(level, 'w:start')) ?? 1,
    format: printedValue(level, 'w:numFmt') ?? 'decimal',
    text: printedValue(level, 'w:lvlText') ?? '',
    isLegal: child(level, 'w:isLgl') !== null,
    suffix: printedValue(level, 'w:suff') ?? 'tab',
    restart: toInt(printedValue(level, 'w:lvlRestart')),
    style: printedValue(level, 'w:pStyle'),
    lang: printedValue(child(level, 'w:rPr'), 'w:lang'),
  }
}

/** The list and level of a paragraph: its own, else those of its style or of a style that this one is based on. */
function numberOf(properties: Element | null, styles: Map<string, StyleNumber>): { numId: string; level: number } | null {
  const own = properties && child(properties, 'w:numPr')
  let numId = own ? printedValue(own, 'w:numId') : null
  let level = own ? toInt(printedValue(own, 'w:ilvl')) : null
  const seen = new Set<string>()
  for (let id = properties ? printedValue(properties, 'w:pStyle') : null; id && !seen.has(id) && numId === null; ) {
    seen.add(id)
    const style = styles.get(id)
    numId ??= style?.numId ?? null
    level ??= style?.level ?? null
    id = style?.basedOn ?? null
  }
  return numId === null || numId === '0' ? null : { numId, level: level ?? 0 }
}

function langOf(properties: Element | null, styles: Map<string, StyleNumber>): string | null {
  const mark = properties && child(properties, 'w:rPr')
  const own = mark ? printedValue(mark, 'w:lang') : null
  return own ?? styles.get((properties && printedValue(properties, 'w:pStyle')) ?? '')?.lang ?? null
}

function count(counts: number[], level: number, list: List): void {
  for (let i = 0; i < level; i++) counts[i] ??= list.levels.get(i)?.start ?? 1
  counts[level] = (counts[level] ?? (list.levels.get(level)?.start ?? 1) - 1) + 1
  for (let i = level + 1; i < counts.length; i++) {
    const restart = list.levels.get(i)?.restart
    if (restart !== 0 && (restart === null || restart === undefined || level < restart)) delete counts[i]
  }
}

function labelOf(counts: readonly number[], level: number, list: List, lang: string | null): string {
  const own = list.levels.get(level)!
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
  let text = ''
  for (const [worth, sign] of ROMANS) {
    for (; value >= worth; value -= worth) text += sign
  }
  return text
}

function toLetter(value: number, lang: string | null): string {
  const letters = lang?.startsWith('vi') ? VIETNAMESE_LETTERS : LATIN_LETTERS
  const letter = letters[(value - 1) % letters.length] ?? ''
  return letter.repeat(Math.floor((value - 1) / letters.length) + 1)
}

function insertLabel(paragraph: Element, properties: Element | null, label: string): void {
  const document = paragraph.ownerDocument!
  const run = document.createElement('w:r')
  const firstRun = elements(paragraph, 'w:r')[0]
  const look = firstRun && child(firstRun, 'w:rPr')
  if (look) run.appendChild(look.cloneNode(true))
  const text = document.createElement('w:t')
  text.setAttribute('xml:space', 'preserve')
  text.appendChild(document.createTextNode(label))
  run.appendChild(text)
  paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild)
  const number = properties && child(properties, 'w:numPr')
  if (number) properties.removeChild(number)
}

/** A paragraph whose mark was deleted under change tracking prints no number. */
function isDeleted(paragraph: Element): boolean {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr')
  return child(mark, 'w:del') !== null
}

function elements(root: Document | Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName(name))
}

function children(element: Element, name: string): Element[] {
  const found: Element[] = []
  for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeName === name) found.push(node as Element)
  return found
}

function child(element: Element | null, name: string): Element | null {
  return element ? (children(element, name)[0] ?? null) : null
}

function printedValue(element: Element | null, name: string): string | null {
  const found = child(element, name)
  return found?.hasAttribute('w:val') ? found.getAttribute('w:val') : null
}

function toInt(text: string | null): number | null {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) ? null : value
}
