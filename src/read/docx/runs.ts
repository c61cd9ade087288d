// The runs of a paragraph become pieces: words with their look, as a reader of the accepted text would see them printed.

import type { Element } from '@xmldom/xmldom'
import { childOf, childrenOf } from '../xml.ts'
import { type Box, readDrawing } from './drawings.ts'
import { type Field, isShown, kindOf, signOf, unseenName } from './fields.ts'
import { mathText } from './math.ts'
import { branchOf, childrenNamed, isOn, settingOf, toInt } from './names.ts'
import { type Reading, tell, within } from './reading.ts'
import type { RunLook } from './styles.ts'

/** A stretch of one look, as the XML that a run holds. */
export type Piece = { look: RunLook; xml: string; hasWords: boolean; isContents: boolean }

/** What stands in a paragraph: its pieces, and boxes anchored in it. */
export type Inline = { pieces: Piece[]; boxes: Box[] }

const WRAPPERS: ReadonlySet<string> = new Set([
  'w:hyperlink', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent', 'w:rubyBase',
]) // biome-ignore format: a set
const REVISED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:ins', 'w:moveTo'])
/** Marks, measures and properties: they print nothing. */
export const SILENT: ReadonlySet<string> = new Set([
  'w:pPr', 'w:rPr', 'w:tblPr', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:tblPrEx', 'w:sdtPr', 'w:sdtEndPr', 'w:customXmlPr', 'w:smartTagPr',
  'w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', 'w:permStart', 'w:permEnd', 'w:lastRenderedPageBreak', 'w:softHyphen',
  'w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference', 'w:annotationRef', 'w:footnoteRef', 'w:endnoteRef',
  'w:separator', 'w:continuationSeparator', 'w:moveFromRangeStart', 'w:moveFromRangeEnd', 'w:moveToRangeStart', 'w:moveToRangeEnd',
  'w:customXmlInsRangeStart', 'w:customXmlInsRangeEnd', 'w:customXmlDelRangeStart', 'w:customXmlDelRangeEnd',
  'w:customXmlMoveFromRangeStart', 'w:customXmlMoveFromRangeEnd', 'w:customXmlMoveToRangeStart', 'w:customXmlMoveToRangeEnd',
  'w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText', 'w:fldData', 'w:ffData', 'w:rt', 'w:rubyPr', 'w:pgNum', 'w:sectPr', 'w:dayShort',
  'w:dayLong', 'w:monthShort', 'w:monthLong', 'w:yearShort', 'w:yearLong', 'w:background', 'w14:conflictDel',
]) // biome-ignore format: a set
// Signs of fonts of pictures are stored here.
const PRIVATE = /[\uF000-\uF0FF]/
const UNPRINTABLE = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu

/** Reads what stands in a paragraph, or in a wrapper inside one. */
export function readInline(parent: Element, style: string, reading: Reading, into: Inline): void {
  within(reading, () => {
    for (const element of childrenOf(parent)) readElement(element, style, reading, into)
  })
}

/** Reads one element of a paragraph, or one that should stand in a paragraph. */
export function readElement(element: Element, style: string, reading: Reading, into: Inline): void {
  const { nodeName } = element
  if (REVISED.has(nodeName)) tell(reading, 'read/changes-accepted')
  if (nodeName === 'w:r') readRun(element, style, reading, into)
  else if (WRAPPERS.has(nodeName)) readInline(element, style, reading, into)
  else if (nodeName === 'w:sdt') readInline(childOf(element, 'w:sdtContent') ?? element, style, reading, into)
  else if (nodeName === 'mc:AlternateContent') {
    const branch = branchOf(element)
    if (branch) readInline(branch, style, reading, into)
  } else if (nodeName === 'w:fldSimple') {
    reading.fields.push({ instruction: element.getAttribute('w:instr') ?? '', isResult: true })
    readInline(element, style, reading, into)
    reading.fields.pop()
  } else if (nodeName === 'm:oMath' || nodeName === 'm:oMathPara')
    addText(mathText(element), reading.styles.runLook(style, null), reading, into)
  else if (!SILENT.has(nodeName)) {
    tell(reading, 'read/unknown-element', { what: nodeName })
    readInline(element, style, reading, into)
  }
}

function readRun(run: Element, style: string, reading: Reading, into: Inline): void {
  const look = reading.styles.runLook(style, childOf(run, 'w:rPr'))
  within(reading, () => {
    for (const element of childrenOf(run)) readRunPart(element, look, style, reading, into)
  })
}

function readRunPart(element: Element, look: RunLook, style: string, reading: Reading, into: Inline): void {
  switch (element.nodeName) {
    case 'w:t':
      addText(element.textContent ?? '', look, reading, into)
      return
    case 'w:tab':
    case 'w:ptab':
      add('<w:tab/>', false, look, reading, into)
      return
    case 'w:br':
    case 'w:cr':
      add('<w:br/>', false, look, reading, into)
      return
    case 'w:softHyphen':
      // The letter ư in TCVN3; the step for legacy text takes it out elsewhere.
      addText('\u00AD', look, reading, into)
      return
    case 'w:noBreakHyphen':
      addText('-', look, reading, into)
      return
    case 'w:sym':
      addSign(element.getAttribute('w:font') ?? '', element.getAttribute('w:char') ?? '', look, reading, into)
      return
    case 'w:fldChar':
      readFieldMark(element, look, reading, into)
      return
    case 'w:instrText': {
      const field = reading.fields.at(-1)
      if (field && !field.isResult) field.instruction += element.textContent ?? ''
      return
    }
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      reading.notes.add(`${element.nodeName.slice(0, -'Reference'.length)} ${element.getAttribute('w:id')}`)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      if (!look.hidden) readDrawing(element, reading, into.boxes)
      return
    case 'mc:AlternateContent':
      for (const part of childrenOf(branchOf(element) ?? element)) readRunPart(part, look, style, reading, into)
      return
    case 'w:ruby':
      for (const base of childrenNamed(element, 'w:rubyBase')) readInline(base, style, reading, into)
      return
    default:
      if (!SILENT.has(element.nodeName)) readElement(element, style, reading, into)
  }
}

function readFieldMark(mark: Element, look: RunLook, reading: Reading, into: Inline): void {
  if (!reading.obeysFields) return
  switch (mark.getAttribute('w:fldCharType')) {
    case 'begin':
      addText(formWords(childOf(mark, 'w:ffData')), look, reading, into)
      reading.fields.push({ instruction: '', isResult: false })
      return
    case 'separate': {
      const field = reading.fields.at(-1)
      if (field) field.isResult = true
      return
    }
    case 'end':
      closeField(reading.fields.pop(), look, reading, into)
      return
  }
}

function closeField(field: Field | undefined, look: RunLook, reading: Reading, into: Inline): void {
  if (!field) return
  const sign = signOf(field)
  if (sign) addSign(sign.font, sign.char, look, reading, into)
  const unseen = unseenName(field)
  if (unseen) tell(reading, 'read/unknown-element', { what: { vi: `trường ${unseen}`, en: `a field ${unseen}` } })
}

/** What a form field prints that has no result: a box to tick, an entry chosen from a list. */
function formWords(form: Element | null): string {
  const box = childOf(form, 'w:checkBox')
  if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default')) ? '☒' : '☐'
  const list = childOf(form, 'w:ddList')
  const chosen = toInt(settingOf(list, 'w:result') ?? settingOf(list, 'w:default')) ?? 0
  return childrenNamed(list, 'w:listEntry')[chosen]?.getAttribute('w:val') ?? ''
}

function addSign(font: string, char: string, look: RunLook, reading: Reading, into: Inline): void {
  if (/^[0-9a-f]{1,4}$/i.test(char)) add(signXml(font, char.toUpperCase()), true, look, reading, into)
}

function signXml(font: string, char: string): string {
  return `<w:sym w:font="${escapeXml(font)}" w:char="${char}"/>`
}

export function addText(text: string, look: RunLook, reading: Reading, into: Inline): void {
  if (text === '') return
  const printed = look.caps ? text.toUpperCase() : text
  const xml = PRIVATE.test(printed)
    ? Array.from(printed, (letter) =>
        PRIVATE.test(letter) ? signXml(look.font ?? 'Symbol', letter.charCodeAt(0).toString(16).toUpperCase()) : textXml(letter),
      ).join('')
    : textXml(printed)
  add(xml, /\S/.test(printed), look, reading, into)
}

function textXml(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`
}

export function escapeXml(text: string): string {
  return text
    .replace(UNPRINTABLE, '')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
}

function add(xml: string, hasWords: boolean, look: RunLook, reading: Reading, into: Inline): void {
  if (!isShown(reading.fields)) return
  if (look.hidden) {
    if (hasWords) tell(reading, 'read/ignored', { what: { vi: 'chữ ẩn', en: 'hidden text' } })
    return
  }
  const isContents = reading.contentsDepth > 0 || reading.fields.some(({ instruction }) => kindOf(instruction) === 'contents')
  into.pieces.push({ look, xml, hasWords, isContents })
}
