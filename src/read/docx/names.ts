// Elements of Office XML under the names that this folder knows them by, whatever prefixes a file uses.
import type { Document, Element, Node } from '@xmldom/xmldom'
import { childOf, childrenOf } from '../xml.ts'

/** The usual prefixes; the strict edition (ISO/IEC 29500) has namespaces of its own. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:office:word': 'w10',
}

type Named = { namespaceURI: string | null; localName: string | null; nodeName: string; prefix: string | null }

/** Gives all elements and attributes their usual prefix where the root has another one; changed in place. */
export function useUsualPrefixes(document: Document): Document {
  const root = document.documentElement
  if (!root || root.nodeName.startsWith('w:')) return document
  let node: Node | null = root
  while (node) {
    if (node.nodeType === 1) {
      rename(node as unknown as Named)
      for (const attribute of Array.from((node as Element).attributes)) rename(attribute as unknown as Named)
    }
    node = nextNode(node, root)
  }
  return document
}

function rename(named: Named): void {
  const prefix = PREFIXES[named.namespaceURI ?? '']
  if (prefix === undefined || prefix === named.prefix) return
  const name = `${prefix}:${named.localName}`
  Object.assign(named, { nodeName: name, prefix }, 'tagName' in named ? { tagName: name } : { name })
}

function nextNode(node: Node, root: Node): Node | null {
  if (node.firstChild) return node.firstChild
  for (let at: Node | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling
  return null
}

export function childrenNamed(parent: Element | Document | null, name: string): Element[] {
  return parent ? childrenOf(parent, name) : []
}

/** The `w:val` of a childOf, or null. */
export function settingOf(parent: Element | null, name: string): string | null {
  return childOf(parent, name)?.getAttribute('w:val') ?? null
}

/** A switch: on where the element stands without a value, null where it does not stand. */
export function isOn(parent: Element | null, name: string): boolean | null {
  const element = childOf(parent, name)
  return element ? !/^(?:0|false|off|none)$/.test(element.getAttribute('w:val') ?? '') : null
}

export function toInt(text: string | null): number | null {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) ? null : value
}

/** Whether an element of one of these names stands anywhere inside. */
export function holds(root: Node, names: ReadonlySet<string>): boolean {
  for (let node: Node | null = root; node; node = nextNode(node, root)) if (names.has(node.nodeName)) return true
  return false
}

const WORDS: ReadonlySet<string> = new Set(['w:t', 'm:t', 'a:t', 'w:sym', 'v:textpath'])

/** The branch of `mc:AlternateContent` to read: the first with words, the newer one before; both draw the same. */
export function branchOf(alternate: Element): Element | null {
  const branches = childrenOf(alternate)
  return branches.find((branch) => holds(branch, WORDS)) ?? branches[0] ?? null
}
