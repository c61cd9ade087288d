// A formula of Office becomes words in one line: a fraction is a/b, a power a^2.

import type { Element } from '@xmldom/xmldom'
import { childOf, childrenOf } from '../xml.ts'
import { childrenNamed } from './names.ts'

const DEEPEST = 60

export function mathText(element: Element, depth = 0): string {
  if (depth > DEEPEST) return ''
  const part = (name: string) => inner(childOf(element, name), depth)
  const property = (name: string, key: string) => childOf(childOf(element, name), key)?.getAttribute('m:val')
  switch (element.nodeName) {
    case 'm:t':
      return element.textContent ?? ''
    case 'm:f':
      return `${group(part('m:num'))}/${group(part('m:den'))}`
    case 'm:sSup':
      return `${part('m:e')}^${group(part('m:sup'))}`
    case 'm:sSub':
      return `${part('m:e')}_${group(part('m:sub'))}`
    case 'm:sSubSup':
      return `${part('m:e')}_${group(part('m:sub'))}^${group(part('m:sup'))}`
    case 'm:rad':
      return `${part('m:deg')}√${group(part('m:e'))}`
    case 'm:nary':
      return `${property('m:naryPr', 'm:chr') ?? '∫'}(${[part('m:sub'), part('m:sup')].filter(Boolean).join('..')}) ${part('m:e')}`
    case 'm:d': {
      const parts = childrenNamed(element, 'm:e').map((one) => inner(one, depth))
      const separator = property('m:dPr', 'm:sepChr') ?? '|'
      return `${property('m:dPr', 'm:begChr') ?? '('}${parts.join(separator)}${property('m:dPr', 'm:endChr') ?? ')'}`
    }
    case 'm:m':
    case 'm:eqArr':
      return childrenOf(element)
        .map((one) => inner(one, depth))
        .filter(Boolean)
        .join('; ')
    case 'w:del':
    case 'w:moveFrom':
      return ''
    default:
      return /Pr$/.test(element.nodeName) ? '' : inner(element, depth)
  }
}

function inner(element: Element | null, depth: number): string {
  return element
    ? childrenOf(element)
        .map((one) => mathText(one, depth + 1))
        .join(element.nodeName === 'm:mr' ? ' ' : '')
    : ''
}

/** In brackets where it is more than one number or name. */
function group(text: string): string {
  return /^[\p{L}\p{N}.,%]*$/u.test(text) ? text : `(${text.trim()})`
}
