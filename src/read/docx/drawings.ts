// A drawing's words are found: text boxes and WordArt; pictures are counted, what else is drawn is reported.

import type { Element } from '@xmldom/xmldom'
import { PAGE_SIZED } from '../pictures.ts'
import { childrenOf } from '../xml.ts'
import { branchOf, toInt } from './names.ts'
import { type Reading, tell, within } from './reading.ts'

/** A text box's content, words that stand alone, or the number of a picture. */
export type Box = Element | string | number

const GRAPHICS: readonly [pattern: RegExp, what: { vi: string; en: string }][] = [
  [/\/chart(?:ex)?(?:\/|$)/i, { vi: 'biểu đồ', en: 'a chart' }],
  [/\/diagram(?:\/|$)/i, { vi: 'sơ đồ SmartArt', en: 'a SmartArt diagram' }],
]
const EMU = 12_700

export function readDrawing(drawing: Element, reading: Reading, boxes: Box[], area = 0): void {
  within(reading, () => {
    for (const element of childrenOf(drawing)) {
      switch (element.nodeName) {
        case 'w:txbxContent':
          boxes.push(element)
          break
        case 'mc:AlternateContent': {
          const branch = branchOf(element)
          if (branch) readDrawing(branch, reading, boxes, area)
          break
        }
        case 'v:textpath':
          boxes.push(element.getAttribute('string') ?? '')
          break
        case 'a:p':
          boxes.push(wordsOf(element))
          break
        case 'pic:pic':
        case 'v:imagedata':
          if (drawing.nodeName !== 'w:object' && !isObject(drawing)) placePicture(element, reading, boxes, area)
          break
        case 'o:OLEObject':
          tell(reading, 'read/unknown-element', { what: objectName(element.getAttribute('ProgID') ?? '') })
          break
        case 'a:graphicData': {
          const known = GRAPHICS.find(([pattern]) => pattern.test(element.getAttribute('uri') ?? ''))
          if (known) tell(reading, 'read/unknown-element', { what: known[1] })
          else readDrawing(element, reading, boxes, area)
          break
        }
        default:
          readDrawing(element, reading, boxes, areaOf(element) || area)
      }
    }
  })
}

function placePicture(element: Element, reading: Reading, boxes: Box[], area: number): void {
  const blip = element.nodeName === 'v:imagedata' ? element : element.getElementsByTagName('a:blip')[0]
  const id = blip?.getAttribute(blip === element ? 'r:id' : 'r:embed') ?? ''
  if (!reading.placesPictures || id === '') reading.pictures[area > PAGE_SIZED ? 'pageSized' : 'small']++
  else boxes.push(reading.placed.push({ id, area }) - 1)
}

/** The preview of an embedded object is no picture of its own. */
function isObject(element: Element): boolean {
  return element.parentNode?.nodeName === 'w:object'
}

function objectName(program: string): { vi: string; en: string } {
  const name = program === '' ? '' : ` (${program})`
  return { vi: `đối tượng nhúng${name}`, en: `an embedded object${name}` }
}

function wordsOf(paragraph: Element): string {
  return Array.from(paragraph.getElementsByTagName('a:t'))
    .map((text) => text.textContent ?? '')
    .join('')
}

/** Square points of a DrawingML or VML shape; 0 where it does not say. */
function areaOf(element: Element): number {
  if (element.nodeName === 'wp:inline' || element.nodeName === 'wp:anchor') {
    const extent = childrenOf(element).find(({ nodeName }) => nodeName === 'wp:extent')
    return ((toInt(extent?.getAttribute('cx') ?? null) ?? 0) / EMU) * ((toInt(extent?.getAttribute('cy') ?? null) ?? 0) / EMU)
  }
  const style = element.nodeName.startsWith('v:') ? (element.getAttribute('style') ?? '') : ''
  const side = (name: string) => {
    const [, size = '0', unit = 'pt'] = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)(pt|in|cm|mm)?`).exec(style) ?? []
    return Number(size) * { pt: 1, in: 72, cm: 28.35, mm: 2.835 }[unit as 'pt']
  }
  return side('width') * side('height')
}
