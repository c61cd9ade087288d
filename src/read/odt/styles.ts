// The styles of an OpenDocument text become looks: what a style does not say, the style that it stands on says.
import type { Element } from '@xmldom/xmldom'
import type { Look } from '../../model/document.ts'
import { childOf, childrenOf } from '../xml.ts'

export type OdtStyle = {
  bold?: boolean
  italic?: boolean
  align?: Look['align']
  isHidden?: boolean
  listStyle?: string
  /** Whether a style of headings stands in its chain: an outline level alone makes no heading. */
  isHeading?: boolean
}

/** Looks up the style of a family: `paragraph` or `text`. */
export type StyleOf = (family: string, name: string | null) => OdtStyle

type Own = { style: OdtStyle; parent: string | null }

/** Later groups win: the automatic styles of a document over its common ones. */
export function readStyles(groups: readonly (Element | null)[]): StyleOf {
  const own = new Map<string, Own>()
  for (const group of groups)
    for (const element of group ? childrenOf(group) : []) {
      const family = element.getAttribute('style:family')
      const isDefault = element.nodeName === 'style:default-style'
      if (!family || (!isDefault && element.nodeName !== 'style:style')) continue
      const name = isDefault ? '' : element.getAttribute('style:name')
      own.set(`${family}:${name}`, { style: readStyle(element), parent: element.getAttribute('style:parent-style-name') })
    }
  const resolved = new Map<string, OdtStyle>()
  return (family, name) => {
    const key = `${family}:${name ?? ''}`
    let style = resolved.get(key)
    if (!style) {
      style = resolve(own, family, name)
      resolved.set(key, style)
    }
    return style
  }
}

/** Styles can stand on each other in a circle. */
function resolve(own: ReadonlyMap<string, Own>, family: string, name: string | null): OdtStyle {
  const chain: OdtStyle[] = []
  const seen = new Set<string>()
  for (let at = name; at && !seen.has(at); ) {
    seen.add(at)
    const found = own.get(`${family}:${at}`)
    if (found) chain.unshift(found.style)
    at = found?.parent ?? null
  }
  // A span takes what it does not say from its paragraph, not from the default.
  const base = family === 'paragraph' ? own.get('paragraph:')?.style : undefined
  const isHeading = chain.length === 0 || chain.some((style) => style.isHeading)
  return Object.assign({}, base, ...chain, { isHeading }) as OdtStyle
}

function readStyle(element: Element): OdtStyle {
  const style: OdtStyle = {}
  const text = childOf(element, 'style:text-properties')
  const weight = text?.getAttribute('fo:font-weight')
  if (weight) style.bold = weight === 'bold' || Number(weight) >= 600
  const posture = text?.getAttribute('fo:font-style')
  if (posture) style.italic = posture !== 'normal'
  const display = text?.getAttribute('text:display')
  if (display) style.isHidden = display === 'none'
  const align = childOf(element, 'style:paragraph-properties')?.getAttribute('fo:text-align')
  if (align) style.align = alignOf(align)
  const level = element.getAttribute('style:default-outline-level')
  if (level || /^heading/i.test(element.getAttribute('style:name') ?? '')) style.isHeading = true
  const list = element.getAttribute('style:list-style-name')
  if (list) style.listStyle = list
  return style
}

function alignOf(value: string): Look['align'] {
  if (value === 'center' || value === 'justify') return value
  return value === 'end' || value === 'right' ? 'right' : 'left'
}
