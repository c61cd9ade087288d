// The paragraph that prints the type, and the lines below it, become the title block.
import { TYPE_NAMES, typeByName } from '../catalog/document-types.ts'
import type { Block, Paragraph, Range } from '../model/document.ts'
import type { TitleBlock } from '../model/outline.ts'
import { foldText } from '../text/fold.ts'
import { isCapitals } from '../text/words.ts'
import { readMark } from './marks.ts'

export type FoundTitle = TitleBlock & {
  /** Index of the first block behind the title. */ next: number /** Index of the type's paragraph, or where the letterhead ends. */
  at: number
}

const SEARCHED = 60
const LONGEST_LETTERHEAD_LINE = 160
const LONGEST_TITLE = 420
const PREAMBLE =
  /^(?:căn cứ|thực hiện|để|nhằm|xét|trên cơ sở|theo|kính gửi|hưởng ứng|tiếp tục thực hiện|thi hành|ngày \d|trong (?:năm|những|thời)|năm \d{4},|với mục|sau khi|được sự|phát huy|đồng kính gửi|giám đốc|chủ tịch|ủy ban nhân dân (?:tỉnh|thành)|sở y tế [^.]{0,40}(?:ban hành|xây dựng|thông báo|đề nghị|yêu cầu|hướng dẫn))(?![\p{sc=Latn}\p{sc=Zinh}])/iu
// Who decides, in capitals between the title and the preamble of a decision.
const AUTHORITY =
  /^(?:giám đốc|chủ tịch|bộ trưởng|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|thủ trưởng|trưởng ban|thường trực|ban thường vụ|liên sở|sở y tế)(?!\p{sc=Latn})/iu
/** “(giai đoạn 2024 - 2026)” goes on with the title; “(Kèm theo Quyết định …)” does not. */
const PERIOD = /^\((?!.*(?:kèm theo|ban hành))(?:giai đoạn|năm|đợt|từ|đến)? ?(?:\d|[IVX]+\))/iu
// A qualifier that belongs to the type: CHƯƠNG TRÌNH HÀNH ĐỘNG, KẾ HOẠCH LIÊN NGÀNH.
const QUALIFIER = /^(?:hành động|phối hợp|liên tịch|liên ngành|công tác|liên sở|\(dự thảo\))$/iu

/** Finds the title block. Where no type is printed, `at` and `next` are where the letterhead ends. */
export function findTitle(blocks: readonly Block[], text: string): FoundTitle {
  for (let i = 0; i < Math.min(SEARCHED, blocks.length); i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph') continue
    const words = text.slice(block.start, block.end)
    const type = readType(words, block)
    if (type) return titleFrom(blocks, i, type, text)
    if (endsLetterhead(words)) return { documentType: null, type: null, lines: [], at: i, next: i }
  }
  return { documentType: null, type: null, lines: [], at: 0, next: 0 }
}

function endsLetterhead(words: string): boolean {
  const folded = foldText(words)
  return (
    /^kính gửi/iu.test(folded) ||
    /^(?:căn cứ|thực hiện|nhằm|để|xét)(?!\p{sc=Latn})/iu.test(folded) ||
    words.length > LONGEST_LETTERHEAD_LINE ||
    readMark(words)?.kind === 'arabic' ||
    readMark(words)?.kind === 'roman'
  )
}

/** The type at the start of a line in capitals, or a line that is the type alone. */
export function readType(words: string, paragraph: Paragraph): { slug: string; length: number } | null {
  const folded = foldText(words).replace(/\s+/g, ' ').trim()
  const exact = typeByName(folded.replace(/[.:]+$/, ''))
  if (exact && (isCapitals(words) || paragraph.level !== null || paragraph.look.bold > 0.9))
    return { slug: exact.slug, length: words.length }
  const lower = folded.toLowerCase()
  const name = TYPE_NAMES.find(
    (candidate) => lower.startsWith(candidate) && !/^[\p{sc=Latn}\p{sc=Zinh}]/u.test(lower.slice(candidate.length)),
  )
  if (!name) return null
  const isTypeInCapitals = isCapitals(words.slice(0, name.length))
  return isTypeInCapitals && !/^(?:luật|lệnh|báo cáo viên)/iu.test(lower)
    ? { slug: typeByName(name)!.slug, length: name.length }
    : null
}

function titleFrom(blocks: readonly Block[], at: number, type: { slug: string; length: number }, text: string): FoundTitle {
  const paragraph = blocks[at] as Paragraph
  const lines: Range[] = []
  const rest = text.slice(paragraph.start + type.length, paragraph.end)
  const restWords = rest.replace(/^[\s:.-]+/, '')
  if (restWords !== '' && !QUALIFIER.test(foldText(restWords)))
    lines.push({ start: paragraph.end - restWords.length, end: paragraph.end })
  let next = at + 1
  for (let length = restWords.length; next < blocks.length; next++) {
    const block = blocks[next]!
    if (block.kind !== 'paragraph') break
    const words = text.slice(block.start, block.end)
    if (/^\(.*\)$/u.test(words) && lines.length > 0) {
      if (PERIOD.test(foldText(words))) lines.push({ start: block.start, end: block.end })
      continue
    }
    if (!isTitleLine(block, words, lines, blocks, next, text) || length + words.length > LONGEST_TITLE) break
    lines.push({ start: block.start, end: block.end })
    length += words.length
  }
  const below = blocks[next]
  if (below?.kind === 'paragraph' && isAuthority(text.slice(below.start, below.end))) next++
  return { documentType: type.slug, type: { start: paragraph.start, end: paragraph.start + type.length }, lines, at, next }
}

function isAuthority(words: string): boolean {
  return AUTHORITY.test(foldText(words)) && isCapitals(words)
}

/** Whether the line is part of the trích yếu. The first line below the type is; further lines look the same or go on. */
function isTitleLine(
  block: Paragraph,
  words: string,
  lines: readonly Range[],
  blocks: readonly Block[],
  index: number,
  text: string,
): boolean {
  const folded = foldText(words)
  if (/^(?:căn cứ|kính gửi)(?!\p{sc=Latn})/iu.test(folded) || /^[-+*•]\s/.test(words)) return false
  const mark = readMark(words)
  if (mark && mark.kind !== 'capital' && mark.kind !== 'annex') return false
  if (lines.length === 0)
    return !(/[.;:]$/.test(words) && words.length > 120) && !(PREAMBLE.test(folded) && /[.;:,]$/.test(words) && words.length > 60)
  const before = blocks[index - 1] as Paragraph
  const last = text.slice(lines.at(-1)!.start, lines.at(-1)!.end)
  if (/[.;:]$/.test(words) && !/["”)]\.?$/.test(words)) return false
  if (isAuthority(words) && !isCapitals(last)) return false
  if (before.look.bold > 0.9 || block.look.bold > 0.9) return block.look.bold > 0.9 && before.look.bold > 0.9
  if (before.look.align === 'center' || block.look.align === 'center') return block.look.align === 'center'
  if (PREAMBLE.test(folded)) return false
  return (
    words.length < 110 &&
    (/(?:của|và|tại|cho|trong|năm|về|các|với|theo|đến|[,-])$/iu.test(last) ||
      /^\p{Ll}|^năm \d|^giai đoạn|^trên địa bàn|^\d/u.test(words) ||
      (isCapitals(words) === isCapitals(last) && words.length < 80 && !/[.,;:]$/.test(words)))
  )
}
