// A part of an office file becomes an XML tree: no document types, no entities of its own, no depth that breaks a walk.
import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'
import { UnreadableError } from '../model/errors.ts'

const DEEPEST = 500

/** Decodes and checks. Throws UnreadableError where the part may not be parsed by anybody. */
export function checkXml(part: Uint8Array): string {
  const text = decode(part)
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const isEnd = text[at + 1] === '/'
    const end = endOfTag(text, at)
    if (end < 0) break
    if (isEnd) depth--
    else if (/[^!?]/.test(text[at + 1] ?? '!') && text[end - 1] !== '/') depth++
    if (depth > DEEPEST) throw damagedXml('it is nested too deeply')
    at = end
  }
  return text
}

/** Where the tag, comment, section or instruction that begins at `at` ends, or -1. */
function endOfTag(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at + 4)
  if (text.startsWith('<![CDATA[', at)) return text.indexOf(']]>', at + 9)
  if (text[at + 1] === '!') throw damagedXml('it declares a document type')
  if (text[at + 1] === '?') return text.indexOf('?>', at + 2)
  for (let i = at + 1; i >= 0 && i < text.length; i++) {
    const letter = text[i]
    if (letter === '>') return i
    if (letter === '"' || letter === "'") {
      i = text.indexOf(letter, i + 1)
      if (i < 0) return -1
    }
  }
  return -1
}

/** Warnings are let pass, as office programs do; anything worse is damage. */
export function parseXml(part: Uint8Array): Document {
  const text = checkXml(part)
  const onError = (severity: 'warning' | 'error' | 'fatalError', why: string) => {
    if (severity !== 'warning') throw new Error(why)
  }
  try {
    return new DOMParser({ onError }).parseFromString(text, 'text/xml')
  } catch (error) {
    throw damagedXml('it is not well-formed', error)
  }
}

export function writeXml(document: Document): string {
  return new XMLSerializer().serializeToString(document)
}

/** Child elements, of a name or all. */
export function childrenOf(element: Element | Document, name?: string): Element[] {
  const found: Element[] = []
  for (let node = element.firstChild; node; node = node.nextSibling)
    if (node.nodeType === 1 && (name === undefined || node.nodeName === name)) found.push(node as Element)
  return found
}

export function childOf(element: Element | Document | null, name: string): Element | null {
  for (let node = element?.firstChild ?? null; node; node = node.nextSibling) if (node.nodeName === name) return node as Element
  return null
}

function decode(part: Uint8Array): string {
  const isWide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0x3c && part[1] === 0)
  const isWideBig = (part[0] === 0xfe && part[1] === 0xff) || (part[0] === 0 && part[1] === 0x3c)
  return new TextDecoder(isWide ? 'utf-16le' : isWideBig ? 'utf-16be' : 'utf-8').decode(part)
}

function damagedXml(why: string, cause?: unknown): UnreadableError {
  return new UnreadableError(
    'damaged',
    `the XML of the document is damaged: ${why}`,
    'nội dung XML của văn bản bị hỏng',
    cause ?? new Error(why),
  )
}
