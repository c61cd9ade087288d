// Lines of the closing block become signers: body, powers, position and name.
import { startsBody } from '../catalog/bodies.ts'
import type { Block, Paragraph, Range } from '../model/document.ts'
import type { SignerBlock } from '../model/outline.ts'
import { foldText } from '../text/fold.ts'
import { countWords, isCapitals } from '../text/words.ts'

const POWER =
  /^(?:(?:kt|tm|tl|tuq|k\/t|t\/m|t\/l)(?:\s?[./]\s*|\s+)(?=\p{sc=Latn})|(?:thừa lệnh|thay mặt|ký thay|thừa ủy quyền)(?!\p{sc=Latn})[\s.]*)/iu
const POWERS_IN_ONE = /\s+(?=(?:KT|TM|TL|TUQ|K\/T|T\/M|T\/L)\s?\.)/u
export const OFFICE =
  /giám đốc|chủ tịch|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|viện trưởng|chi cục trưởng|hiệu trưởng|trưởng(?!\p{sc=Latn})|chánh|tổng giám|thủ trưởng|bí thư|chủ nhiệm|phó thủ tướng|thủ tướng|đội trưởng|tư lệnh/iu
const OFFICE_START =
  /^(?:quyền |phụ trách |q\.\s*)?(?:phó )?(?:tổng )?(?:giám đốc|chủ tịch|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|viện trưởng|chi cục trưởng|hiệu trưởng|trưởng|chánh|thủ trưởng|bí thư|chủ nhiệm|thủ tướng)|^phụ trách (?:sở|phòng|đơn vị|trung tâm|bệnh viện|chi cục)(?!\p{sc=Latn})/iu
const DEGREES =
  /^(?:(?:gs|pgs|ts|ths|bs|bsck|bscki{1,2}|cki{1,2}|ds|dsck|cn|thầy thuốc \p{sc=Latn}+ \p{sc=Latn}+|ttnd|ttưt|bác sĩ|bác sỹ|dược sĩ|thạc sĩ|tiến sĩ)[\s.,-]*)+/iu
const NAME = /^\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,5}$/u
export const SIGNED = /^\(?\s*(?:đã ký|ký tên|ký, đóng dấu|\[?đã ký\]?).*$/iu
const SMALL_OFFICE =
  /^(?:(?:kt|tl|tuq)\s?\.\s*)?(?:(?:quyền |q\. ?)?(?:phó )?(?:giám đốc|trưởng phòng|chủ tịch|chi cục trưởng|trưởng ban|viện trưởng|trưởng trạm)|chánh văn phòng|chánh thanh tra)(?!\p{sc=Latn})[^.;:,]*$/iu

/** Adds a line of the closing block to the signer that it belongs to, or opens the next one. */
export function addSigner(
  signers: SignerBlock[],
  paragraph: Paragraph,
  words: string,
  isSmall: boolean,
  isOverName: boolean,
): void {
  const range = { start: paragraph.start, end: paragraph.end }
  const isTitle = isPower(words) || isOffice(words) || isSmall
  let signer = signers.at(-1)
  // “GIÁM ĐỐC” over “SỞ Y TẾ” over the name: the body goes on with the office.
  if (signer && isBody(words) && isOverName && signer.position && !signer.name && !signer.body) {
    signer.body = range
    return
  }
  if (!signer || isBody(words) || (isTitle && signer.name !== null) || (isPower(words) && signer.position !== null)) {
    signer = { body: isBody(words) ? range : null, powers: [], position: null, name: null }
    signers.push(signer)
  }
  if (isBody(words)) return
  if (isPower(words) || (isSmall && POWER.test(foldText(words)))) addPower(signer, words, paragraph.start)
  else if (isTitle) signer.position = signer.position ? { start: signer.position.start, end: range.end } : range
  else if (!SIGNED.test(foldText(words))) signer.name ??= personRange(words, paragraph.start)
}

// Behind “KT.” a deputy signs, behind “TL.” and “TUQ.” the head of a unit or a deputy.
const SIGNS_FOR: readonly RegExp[] = [
  /^(?:KT|K\/T)\s?\.?\s*\p{Lu}.*?\s(?<office>PHÓ\s+\p{Lu}.*)$/u,
  /^(?:TL|TUQ|T\/L)\s?\.?\s*\p{Lu}.*?\s(?<office>(?:PHÓ|CHÁNH|TRƯỞNG)\s+\p{Lu}.*)$/u,
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

export function isPower(words: string): boolean {
  return POWER.test(words) && isCapitals(words) && words.length < 90
}

export function isOffice(words: string): boolean {
  return (
    OFFICE_START.test(foldText(words)) &&
    countWords(words) <= 9 &&
    (isCapitals(words) || /^\p{Lu}/u.test(words)) &&
    !/[.;:,]$/.test(words) &&
    isCapitals(words)
  )
}

/** “SỞ Y TẾ” over the power of its signer. */
export function isBody(words: string): boolean {
  return isCapitals(words) && startsBody(words) && !OFFICE.test(foldText(words)) && words.length < 90
}

/** “Giám đốc” in small letters, over a name. */
export function isSmallOffice(blocks: readonly Block[], at: number, text: string): boolean {
  const block = blocks[at]
  const office = block?.kind === 'paragraph' ? text.slice(block.start, block.end) : ''
  return (
    office !== '' &&
    !isCapitals(office) &&
    countWords(office) <= 6 &&
    SMALL_OFFICE.test(foldText(office)) &&
    isOverName(blocks, at, text)
  )
}

/** Whether a personal name stands right below, marks of signing apart. */
export function isOverName(blocks: readonly Block[], at: number, text: string): boolean {
  const below = blocks
    .slice(at + 1, at + 4)
    .map((block) => (block.kind === 'paragraph' ? text.slice(block.start, block.end) : ''))
  const next = below.find((words) => !SIGNED.test(foldText(words)))
  return next !== undefined && personIn(next) !== null
}

export function personIn(words: string): string | null {
  const name = words.replace(DEGREES, '').trim()
  if (countWords(name) > 6 || countWords(name) < 2) return null
  if (NAME.test(name)) return name
  return isCapitals(name) && !OFFICE.test(foldText(name)) && /^[\p{Lu}\s]+$/u.test(name) && countWords(name) <= 4 ? name : null
}

export function withoutEdge(words: string): string {
  return words.replace(/^\s*[-–]\s*/, '')
}

function personRange(words: string, start: number): Range | null {
  const name = personIn(withoutEdge(words))
  if (name === null) return null
  const at = words.lastIndexOf(name)
  return { start: start + at, end: start + at + name.length }
}
