// The lists of a web page get the marks that a browser draws: 1. a. i. for ordered ones, a dash or a plus for the others.
import { bulletMark } from '../flow.ts'
import { printNumber } from '../ordinals.ts'
import type { Style } from './look.ts'
import { attribute, type HtmlElement } from './parse.ts'

export type ListState = { type: string; next: number; step: number }

/** Depth counts the lists around it: browsers draw a disc, then a ring, then a square. */
export function openList(element: HtmlElement, style: Style, depth: number): ListState {
  const isOrdered = element.tagName === 'ol'
  const own = style.list ?? attribute(element, 'type')
  const type = own ?? (isOrdered ? 'decimal' : depth === 1 ? 'circle' : 'disc')
  const isReversed = attribute(element, 'reversed') !== undefined
  const items = () => element.childNodes.filter((node) => 'tagName' in node && node.tagName === 'li').length
  const start = Number.parseInt(attribute(element, 'start') ?? '', 10)
  return { type, next: Number.isSafeInteger(start) ? start : isReversed ? items() : 1, step: isReversed ? -1 : 1 }
}

export function nextNumber(list: ListState, value: string | undefined): number {
  const own = Number.parseInt(value ?? '', 10)
  const number = Number.isSafeInteger(own) ? own : list.next
  list.next = number + list.step
  return number
}

/** `type` is a name of CSS or a type of HTML; the case of a letter counts. */
export function markOf(type: string, number: number): string {
  switch (type) {
    case 'none':
      return ''
    case 'disc':
    case 'square':
      return bulletMark('•', false)
    case 'circle':
      return bulletMark('○', false)
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return `${printNumber(number, 'lower-letter')}.`
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return `${printNumber(number, 'upper-letter')}.`
    case 'i':
    case 'lower-roman':
      return `${printNumber(number, 'lower-roman')}.`
    case 'I':
    case 'upper-roman':
      return `${printNumber(number, 'upper-roman')}.`
    case 'decimal-leading-zero':
      return `${printNumber(number, 'decimal-zero')}.`
    default:
      return /^["']/.test(type) ? type.replace(/["']/g, '').trim() : `${number}.`
  }
}
