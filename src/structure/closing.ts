// The end of the document becomes the closing block: Nơi nhận, and who signs with which power.
import { startsBody } from '../catalog/bodies.ts'
import type { Block, Paragraph, Range } from '../model/document.ts'
import type { Closing, SignerBlock } from '../model/outline.ts'
import { foldText } from '../text/fold.ts'
import { countWords, isCapitals } from '../text/words.ts'
import { splitEntries } from './letterhead.ts'

export type FoundClosing = Closing & {
  /** Indexes of the first block of the closing block, and of the first one behind it. */ from: number
  to: number
}

const RECIPIENTS = /^nơi nhận\s*[:.]?\s*/iu
const POWER = /^(?:kt|tm|tl|tuq|q|thừa lệnh|thay mặt)\s?\.\s*/iu
const POWERS_IN_ONE = /\s+(?=(?:KT|TM|TL|TUQ)\s?\.)/u
const OFFICE =
  /giám đốc|chủ tịch|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|viện trưởng|chi cục trưởng|hiệu trưởng|trưởng(?!\p{L})|chánh|tổng giám|thủ trưởng|bí thư|chủ nhiệm|phó thủ tướng|thủ tướng|đội trưởng|tư lệnh/iu
const OFFICE_START =
  /^(?:quyền |phụ trách |q\.\s*)?(?:phó )?(?:tổng )?(?:giám đốc|chủ tịch|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|viện trưởng|chi cục trưởng|hiệu trưởng|trưởng|chánh|thủ trưởng|bí thư|chủ nhiệm|thủ tướng)/iu
const DEGREES =
  /^(?:(?:gs|pgs|ts|ths|bs|bsck|bscki{1,2}|cki{1,2}|ds|dsck|cn|thầy thuốc \p{L}+ \p{L}+|ttnd|ttưt|bác sĩ|bác sỹ|dược sĩ|thạc sĩ|tiến sĩ)[\s.,-]*)+/iu
const NAME = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u
const SIGNED = /^\(?\s*(?:đã ký|ký tên|ký, đóng dấu|\[?đã ký\]?).*$/iu
const ANNEX = /^(?:phụ lục|phụ biểu|biểu|mẫu|danh sách|bảng)(?!\p{Ll})/iu
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
  let to = from
  while (to < blocks.length && belongs(blocks[to]!, to - from, text)) to++
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
    if (isPower(words) || isOffice(words) || (from === i + 1 && isBody(words))) from = i
    else if (recipients >= 0 && !isSignature(words, block)) break
    else if (recipients < 0 && words.length > 90) break
  }
  return from
}

/** Annexes and long text end the block. */
function belongs(block: Block, distance: number, text: string): boolean {
  if (block.kind !== 'paragraph') return false
  const words = text.slice(block.start, block.end)
  if (distance > 0 && ANNEX.test(foldText(words)) && (isCapitals(words.slice(0, 7)) || block.level !== null)) return false
  return words.length < 260 && distance < 60
}

function isPower(words: string): boolean {
  return POWER.test(words) && isCapitals(words) && words.length < 90
}

function isOffice(words: string): boolean {
  return (
    OFFICE_START.test(foldText(words)) &&
    countWords(words) <= 9 &&
    (isCapitals(words) || /^\p{Lu}/u.test(words)) &&
    !/[.;:,]$/.test(words) &&
    isCapitals(words)
  )
}

/** “SỞ Y TẾ” over the power of its signer. */
function isBody(words: string): boolean {
  return isCapitals(words) && startsBody(words) && !OFFICE.test(foldText(words)) && words.length < 90
}

function isSignature(words: string, paragraph: Paragraph): boolean {
  return SIGNED.test(foldText(words)) || personIn(words) !== null || isCapitals(words) || paragraph.column === 1
}

function readClosing(paragraphs: readonly Paragraph[], text: string): Closing {
  const distribution: Range[] = []
  const signers: SignerBlock[] = []
  let listing: 'no' | 'yes' | 'done' = 'no'
  let column: number | null = null
  for (const paragraph of paragraphs) {
    const words = text.slice(paragraph.start, paragraph.end)
    const head = RECIPIENTS.exec(foldText(words))
    if (head) {
      listing = 'yes'
      column = paragraph.column
      const rest = words.slice(head[0].length)
      if (/[;]|^[-+•]/.test(rest)) addEntries(distribution, rest, paragraph.start + head[0].length)
      continue
    }
    if (isPower(words) || isOffice(words) || isBody(words) || (signers.length > 0 && isSignerLine(words, paragraph, column))) {
      addSigner(signers, paragraph, words)
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
    else if (distribution.length > 0 || !/[;.]$/.test(words)) continue
    else addEntries(distribution, words, paragraph.start)
    const printed = distribution.at(-1)
    if (printed && /^lưu(?!\p{L})/iu.test(text.slice(printed.start, printed.end))) listing = isEntry ? 'done' : 'yes'
  }
  for (const entry of distribution) entry.end -= TRAILING.exec(text.slice(entry.start, entry.end))?.[0].length ?? 0
  return { distribution, signers: signers.filter((signer) => signer.position !== null || signer.powers.length > 0) }
}

function endOfEntry(entry: Range, text: string): number {
  return /[;.]/.test(text[entry.end] ?? '') ? entry.end + 1 : entry.end
}

function addEntries(distribution: Range[], words: string, offset: number): void {
  for (const [start, end] of splitEntries(words)) distribution.push({ start: offset + start, end: offset + end })
}

function isSignerLine(words: string, paragraph: Paragraph, column: number | null): boolean {
  if (/^\s*[-+•–]/.test(words)) return false
  if (column !== null && paragraph.column === column) return false
  return SIGNED.test(foldText(words)) || personIn(words) !== null || (isCapitals(words) && OFFICE.test(foldText(words)))
}

function addSigner(signers: SignerBlock[], paragraph: Paragraph, words: string): void {
  const range = { start: paragraph.start, end: paragraph.end }
  let signer = signers.at(-1)
  const isTitle = isPower(words) || isOffice(words)
  if (!signer || isBody(words) || (isTitle && signer.name !== null) || (isPower(words) && signer.position !== null)) {
    signer = { body: isBody(words) ? range : null, powers: [], position: null, name: null }
    signers.push(signer)
  }
  if (isBody(words)) return
  if (isPower(words)) addPower(signer, words, paragraph.start)
  else if (isOffice(words)) signer.position = signer.position ? { start: signer.position.start, end: range.end } : range
  else if (!SIGNED.test(foldText(words))) signer.name ??= personRange(words, paragraph.start)
}

// Behind “KT.” a deputy signs, behind “TL.” and “TUQ.” the head of a unit or a deputy.
const SIGNS_FOR: readonly RegExp[] = [
  /^KT\s?\.\s*\p{Lu}.*?\s(?<office>PHÓ\s+\p{Lu}.*)$/u,
  /^(?:TL|TUQ)\s?\.\s*\p{Lu}.*?\s(?<office>(?:PHÓ|CHÁNH|TRƯỞNG)\s+\p{Lu}.*)$/u,
]

/** “KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC” on one line holds a power and a position; “TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG” two powers. */
function addPower(signer: SignerBlock, words: string, start: number): void {
  let offset = 0
  for (const printed of words.split(POWERS_IN_ONE)) {
    const at = words.indexOf(printed, offset)
    offset = at + printed.length
    const folded = foldText(printed)
    const office = SIGNS_FOR.flatMap((form) => form.exec(folded)?.groups?.office ?? [])[0]
    const end = at + (office ? printed.length - office.length : printed.length)
    signer.powers.push({ start: start + at, end: start + at + words.slice(at, end).trimEnd().length })
    if (office) signer.position = { start: start + end, end: start + offset }
  }
}

function personIn(words: string): string | null {
  const name = words.replace(DEGREES, '').trim()
  if (countWords(name) > 6 || countWords(name) < 2) return null
  if (NAME.test(name)) return name
  return isCapitals(name) && !OFFICE.test(foldText(name)) && /^[\p{Lu}\s]+$/u.test(name) && countWords(name) <= 4 ? name : null
}

function personRange(words: string, start: number): Range | null {
  const name = personIn(words)
  if (name === null) return null
  const at = words.lastIndexOf(name)
  return { start: start + at, end: start + at + name.length }
}
