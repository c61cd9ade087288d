// The end of the document becomes the closing block: Nơi nhận, and who signs with which power.
import type { Block, Paragraph, Range } from '../model/document.ts'
import type { Closing, SignerBlock } from '../model/outline.ts'
import { foldText } from '../text/fold.ts'
import { isCapitals } from '../text/words.ts'
import { isAnnexTitle, titleOfAnnex } from './annexes.ts'
import { splitEntries } from './letterhead.ts'
import { readMark } from './marks.ts'
import {
  addSigner,
  isBody,
  isOffice,
  isOverName,
  isPower,
  isSmallOffice,
  OFFICE,
  personIn,
  SIGNED,
  withoutEdge,
} from './signers.ts'

export type FoundClosing = Closing & {
  /** Indexes of the first block of the closing block, and of the first one behind it. */ from: number
  to: number
}

export const RECIPIENTS = /^nơi nhận\s*[:.]?\s*/iu
const ANNEX = /^(?:phụ lục|phụ biểu|biểu|mẫu|danh sách|danh mục|bảng)(?!\p{Ll})/iu
const LONGEST_LINE = 260
const MOST_LINES = 60
const TRAILING = /[\s.;,]+$/u

/** Finds the closing block in the body; without one both indexes are the number of blocks. */
export function findClosing(blocks: readonly Block[], text: string): FoundClosing {
  const isAt = (index: number, pattern: RegExp) => {
    const block = blocks[index]
    return block?.kind === 'paragraph' && pattern.test(foldText(text.slice(block.start, block.end)))
  }
  const recipients = blocks.findIndex((_, i) => isAt(i, RECIPIENTS))
  const from = closingStart(blocks, recipients, text)
  if (from < 0) return { distribution: [], signers: [], from: blocks.length, to: blocks.length }
  const to = closingEnd(blocks, from, recipients, text)
  const paragraphs = blocks.slice(from, to).filter((block): block is Paragraph => block.kind === 'paragraph')
  return { ...readClosing(paragraphs, text), from, to }
}

/** The first line of the block: Nơi nhận, or the signer's power where it stands above. */
function closingStart(blocks: readonly Block[], recipients: number, text: string): number {
  let from = recipients
  const limit = recipients < 0 ? blocks.length : recipients
  for (let i = limit - 1; i >= Math.max(0, limit - 12); i--) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph') break
    const words = text.slice(block.start, block.end)
    if (isPower(words) || isOffice(words) || isSmallOffice(blocks, i, text) || (from === i + 1 && isBody(words))) from = i
    else if (recipients >= 0 && !isSignature(words, block)) break
    else if (recipients < 0 && words.length > 90) break
  }
  return from
}

/** Annexes, numbered text and long text end the block; once recipients and a name are read, all that is neither ends it. */
function closingEnd(blocks: readonly Block[], from: number, recipients: number, text: string): number {
  let isSigned = false
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph' || block.end - block.start >= LONGEST_LINE || i - from >= MOST_LINES) return i
    const words = text.slice(block.start, block.end)
    if (i > from && opensAnnex(blocks, i, words, text)) return i
    const isPast = isSigned && i > recipients
    if (isPast && !isClosingLine(words, block) && !isSmallOffice(blocks, i, text)) return i
    if (block.column !== 0 && !/^\s*[-+•–]/.test(words) && personIn(words) !== null) isSigned = true
  }
  return blocks.length
}

function opensAnnex(blocks: readonly Block[], at: number, words: string, text: string): boolean {
  const block = blocks[at] as Paragraph
  const mark = readMark(words)
  if (mark && (mark.kind === 'part' || mark.kind === 'chapter' || mark.kind === 'division' || isAnnexTitle(words, mark)))
    return true
  if (ANNEX.test(foldText(words)) && (isCapitals(words.slice(0, 7)) || block.level !== null)) return true
  return titleOfAnnex(blocks, at, text) > 0
}

/** Entries of the list, powers, offices, names; whatever stands in a column of its own. */
function isClosingLine(words: string, paragraph: Paragraph): boolean {
  if (/^\s*[-+•–]/.test(words) || paragraph.column !== null || RECIPIENTS.test(foldText(words))) return true
  if (isPower(words) || isOffice(words) || isBody(words) || SIGNED.test(foldText(words)) || personIn(words) !== null) return true
  return !readMark(words) && (isCapitals(words) ? OFFICE.test(foldText(words)) : /^[\p{Ll}(]|[;.]$/u.test(words))
}

function isSignature(words: string, paragraph: Paragraph): boolean {
  return SIGNED.test(foldText(words)) || personIn(words) !== null || isCapitals(words) || paragraph.column === 1
}

function readClosing(paragraphs: readonly Paragraph[], text: string): Closing {
  const distribution: Range[] = []
  const signers: SignerBlock[] = []
  let listing: 'no' | 'yes' | 'done' = 'no'
  let column: number | null = null
  const small = new Set(paragraphs.filter((_, i) => isSmallOffice(paragraphs, i, text)))
  for (const [i, paragraph] of paragraphs.entries()) {
    const words = text.slice(paragraph.start, paragraph.end)
    const head = RECIPIENTS.exec(foldText(words))
    if (head) {
      listing = 'yes'
      column = paragraph.column
      const rest = words.slice(head[0].length)
      if (/[;]|^[-+•]/.test(rest)) addEntries(distribution, rest, paragraph.start + head[0].length)
      continue
    }
    const isTitle = isPower(words) || isOffice(words) || isBody(words) || small.has(paragraph)
    if (isTitle || (signers.length > 0 && isSignerLine(words, paragraph, column))) {
      addSigner(signers, paragraph, words, small.has(paragraph), isOverName(paragraphs, i, text))
      continue
    }
    if (listing !== 'yes') continue
    const last = distribution.at(-1)
    const isEntry = /^\s*[-+•–]/.test(words)
    if (isEntry) addEntries(distribution, words, paragraph.start)
    else if (
      last &&
      paragraph.column === column &&
      column !== null &&
      !/[;.]$/.test(text.slice(last.start, endOfEntry(last, text)))
    )
      last.end = paragraph.end
    else if (last ? !isDashless(last, paragraph, words, column, text) : !/[;.]$/.test(words)) continue
    else addEntries(distribution, words, paragraph.start)
    const printed = distribution.at(-1)
    if (printed && /^lưu(?!\p{sc=Latn})/iu.test(text.slice(printed.start, printed.end))) listing = isEntry ? 'done' : 'yes'
  }
  for (const entry of distribution) entry.end -= TRAILING.exec(text.slice(entry.start, entry.end))?.[0].length ?? 0
  return { distribution, signers: signers.filter((signer) => signer.position !== null || signer.powers.length > 0) }
}

/** An entry whose dash was left out, or lost in a scan: behind the “;” of one it ends with a “;” of its own. */
function isDashless(last: Range, paragraph: Paragraph, words: string, column: number | null, text: string): boolean {
  return paragraph.column === column && /^\p{Lu}.*;$/u.test(words) && text[endOfEntry(last, text) - 1] === ';'
}

function endOfEntry(entry: Range, text: string): number {
  return /[;.]/.test(text[entry.end] ?? '') ? entry.end + 1 : entry.end
}

function addEntries(distribution: Range[], words: string, offset: number): void {
  for (const [start, end] of splitEntries(words)) distribution.push({ start: offset + start, end: offset + end })
}

function isSignerLine(words: string, paragraph: Paragraph, column: number | null): boolean {
  // The edge of a seal before a name is read as a dash.
  if (/^\s*[-+•–]/.test(words)) return column !== null && paragraph.column !== column && personIn(withoutEdge(words)) !== null
  if (column !== null && paragraph.column === column) return false
  return SIGNED.test(foldText(words)) || personIn(words) !== null || (isCapitals(words) && OFFICE.test(foldText(words)))
}
