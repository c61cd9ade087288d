// Word's styles become looks: what a run or a paragraph looks like after all that it inherits.

import type { Document, Element } from '@xmldom/xmldom'
import type { Look } from '../../model/document.ts'
import { foldText } from '../../text/fold.ts'
import { childOf } from '../xml.ts'
import { childrenNamed, isOn, settingOf, toInt } from './names.ts'

export type RunLook = {
  bold: boolean
  italic: boolean
  /** Printed in capitals. */
  caps: boolean
  hidden: boolean
  /** Points. */
  size: number | null
  font: string | null
  lang: string | null
}

export type ListPlace = { numId: string | null; level: number | null }

type RunProperties = { [K in keyof RunLook]?: RunLook[K] }
type ParagraphProperties = { align: Look['align']; outline: number | null } & ListPlace
type Style = { name: string; basedOn: string | null; run: RunProperties; paragraph: ParagraphProperties }

export type Styles = {
  /** The look of a run with these properties in a paragraph of this style. */
  runLook: (paragraphStyle: string, properties: Element | null) => RunLook
  paragraphLook: (style: string, properties: Element | null) => { align: Look['align']; level: number | null }
  /** The list and level that a style, or one that it is based on, gives; and the style that names the list. */
  listOf: (style: string) => (ListPlace & { style: string }) | null
  /** The style that a paragraph has: the one it names, or the one for paragraphs that name none. */
  styleOf: (properties: Element | null) => string
  nameOf: (style: string) => string
}

// Toggles: set in a paragraph style and in a character style, they cancel out (ECMA-376 part 1, 17.7.3).
const TOGGLES = ['bold', 'italic', 'caps', 'hidden'] as const
const NOTHING: ParagraphProperties = { align: null, outline: null, numId: null, level: null }
// Built-in names of headings in the languages that programs in Việt Nam are set to.
const HEADING = /^(?:heading|tiêu đề|đầu đề)\s*(?<level>[1-9])$/iu
const DEEPEST = 30

export function readStyles(styles: Document | null): Styles {
  const root = styles?.documentElement ?? null
  const defaults = childOf(root, 'w:docDefaults')
  const own = new Map<string, Style>()
  let standard = ''
  for (const element of childrenNamed(root, 'w:style')) {
    const id = element.getAttribute('w:styleId') ?? ''
    if (own.has(id)) continue
    own.set(id, {
      name: settingOf(element, 'w:name') ?? '',
      basedOn: settingOf(element, 'w:basedOn'),
      run: runProperties(childOf(element, 'w:rPr')),
      paragraph: paragraphProperties(childOf(element, 'w:pPr')),
    })
    const isStandard = /^(?:1|true|on)$/.test(element.getAttribute('w:default') ?? '')
    if (isStandard && element.getAttribute('w:type') === 'paragraph') standard = id
  }
  const runDefaults = runProperties(childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr'))
  const paragraphDefaults = paragraphProperties(childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr'))

  /** A style and those that it is based on, the nearest first. */
  const chain = (id: string): Style[] => {
    const found: Style[] = []
    for (let at = own.get(id); at && found.length < DEEPEST; at = at.basedOn === null ? undefined : own.get(at.basedOn))
      found.push(at)
    return found
  }
  const runOf = remember(
    (id: string) =>
      Object.assign(
        {},
        ...chain(id)
          .map(({ run }) => run)
          .reverse(),
      ) as RunProperties,
  )
  const inherited = remember((key: string): RunLook => {
    const [paragraphStyle = '', characterStyle = ''] = key.split('\n')
    const paragraph = runOf(paragraphStyle)
    const character = runOf(characterStyle)
    const look = { size: 10, font: null, lang: null, ...runDefaults, ...paragraph, ...character }
    const toggles = TOGGLES.map((name) => [name, (paragraph[name] ?? runDefaults[name] ?? false) !== (character[name] ?? false)])
    return { ...look, ...Object.fromEntries(toggles) } as RunLook
  })
  const paragraphOf = remember((id: string): ParagraphProperties & { name: string } => {
    const styles = chain(id)
    const first = <K extends keyof ParagraphProperties>(key: K) =>
      styles.find(({ paragraph }) => paragraph[key] !== null)?.paragraph[key] ?? null
    const name = styles.find((style) => HEADING.test(nameKey(style.name)))?.name ?? ''
    return { ...NOTHING, align: first('align') ?? paragraphDefaults.align, outline: first('outline'), name: nameKey(name) }
  })

  return {
    runLook: (paragraphStyle, properties) => {
      const base = inherited(`${paragraphStyle}\n${settingOf(properties, 'w:rStyle') ?? ''}`)
      return properties ? { ...base, ...runProperties(properties) } : base
    },
    paragraphLook: (style, properties) => {
      const direct = paragraphProperties(properties)
      const { align, outline, name } = paragraphOf(style)
      const level = direct.outline ?? outline ?? toInt(HEADING.exec(name)?.groups?.level ?? null)
      return { align: direct.align ?? align, level: level !== null && level <= 9 ? level : null }
    },
    listOf: (style) => {
      const styles = chain(style)
      const at = styles.find(({ paragraph }) => paragraph.numId !== null)
      if (!at) return null
      const level = styles.find(({ paragraph }) => paragraph.level !== null)?.paragraph.level ?? null
      return { numId: at.paragraph.numId, level, style }
    },
    styleOf: (properties) => {
      const named = settingOf(properties, 'w:pStyle')
      return named !== null && own.has(named) ? named : standard
    },
    nameOf: (style) => own.get(style)?.name ?? '',
  }
}

function nameKey(name: string): string {
  return foldText(name).trim()
}

function remember<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, find(key))
    return known.get(key)!
  }
}

/** What stands in `w:rPr` itself. */
export function runProperties(properties: Element | null): RunProperties {
  const found: RunProperties = {}
  if (!properties) return found
  for (let node = properties.firstChild; node; node = node.nextSibling) {
    const element = node as Element
    switch (node.nodeName) {
      case 'w:b':
        found.bold = isOn(properties, 'w:b')!
        break
      case 'w:i':
        found.italic = isOn(properties, 'w:i')!
        break
      case 'w:caps':
      case 'w:smallCaps':
        found.caps = (found.caps ?? false) || isOn(properties, node.nodeName)!
        break
      case 'w:vanish':
        found.hidden = isOn(properties, 'w:vanish')!
        break
      case 'w:sz':
        found.size = pointsOf(element.getAttribute('w:val') ?? '')
        break
      case 'w:rFonts':
        if (element.hasAttribute('w:ascii')) found.font = element.getAttribute('w:ascii')
        break
      case 'w:lang':
        if (element.hasAttribute('w:val')) found.lang = element.getAttribute('w:val')
        break
    }
  }
  return found
}

/** Half points, or points where the strict edition writes the unit. */
function pointsOf(value: string): number | null {
  const size = Number.parseFloat(value)
  return Number.isNaN(size) ? null : value.endsWith('pt') ? size : size / 2
}

function paragraphProperties(properties: Element | null): ParagraphProperties {
  if (!properties) return NOTHING
  const outline = toInt(settingOf(properties, 'w:outlineLvl'))
  const number = childOf(properties, 'w:numPr')
  return {
    align: alignOf(settingOf(properties, 'w:jc')),
    outline: outline === null ? null : outline + 1,
    numId: settingOf(number, 'w:numId'),
    level: toInt(settingOf(number, 'w:ilvl')),
  }
}

function alignOf(value: string | null): Look['align'] {
  switch (value) {
    case 'center':
    case 'right':
    case 'left':
      return value
    case 'start':
      return 'left'
    case 'end':
      return 'right'
    default:
      return value === null ? null : /^(?:both|distribute|thaiDistribute|\w+Kashida)$/.test(value) ? 'justify' : null
  }
}
