// Lines become the titles of annexes: “PHỤ LỤC I”, or a title in capitals over “(Kèm theo Kế hoạch số …)”.
//
//   "Phụ lục II. Danh mục thuốc" => a title    "Phụ lục II được thay bằng bảng mới." => none
import type { Block, Paragraph } from '../model/document.ts'
import { foldText } from '../text/fold.ts'
import { isCapitals } from '../text/words.ts'
import { type Mark, readMark } from './marks.ts'
import { isBody, isOffice, isPower, personIn } from './signers.ts'

/** “(Ban hành kèm theo Quyết định số …)”. */
export const ISSUED_WITH =
  /^[\s([]*(?:được )?(?:ban hành |đính |gửi )?kèm theo (?<act>(?:kế hoạch|quyết định|công văn|tờ trình|thông báo|văn bản|báo cáo|hướng dẫn|chương trình|đề án|phương án)(?!\p{sc=Latn}))/iu
const LONGEST_TITLE = 200
const MOST_LINES = 4

/** Whether a line with the mark of an annex is its title, not a sentence that speaks of it. */
export function isAnnexTitle(words: string, mark: Mark | null): boolean {
  if (mark?.kind !== 'annex' || words.length > LONGEST_TITLE) return false
  const rest = words.slice(mark.length)
  if (rest === '' || /^\(.*\)[.;]?$/u.test(rest)) return true
  if (/[.;]$/.test(words)) return false
  return /^[\p{Lu}\d"“(]/u.test(rest) || ISSUED_WITH.test(foldText(rest)) || /[.:]\s*$/.test(words.slice(0, mark.length))
}

/** The lines of a title at `at` that a “(Kèm theo …)” follows: how many there are, 0 where they are no title. */
export function titleOfAnnex(blocks: readonly Block[], at: number, text: string): number {
  for (let i = at; i < Math.min(blocks.length, at + MOST_LINES + 1); i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph') return 0
    const words = text.slice(block.start, block.end)
    if (ISSUED_WITH.test(foldText(words))) return words.length <= LONGEST_TITLE ? i - at : 0
    if (!isTitleLine(block, words)) return 0
  }
  return 0
}

function isTitleLine(block: Paragraph, words: string): boolean {
  if (words.length > LONGEST_TITLE || /^[-+*•(]/.test(words) || /[.;,:]$/.test(words) || readMark(words)) return false
  if (isPower(words) || isOffice(words) || isBody(words) || personIn(words) !== null) return false
  return isCapitals(words) || block.look.bold > 0.9 || block.look.align === 'center'
}

/** How many lines below `at` go on with its title: all in capitals, or all bold. */
export function linesOfTitle(blocks: readonly Block[], at: number, text: string, isMark: (words: string) => boolean): number {
  let lines = 0
  for (let above: Paragraph | null = null; lines < MOST_LINES; lines++) {
    const block = blocks[at + lines]
    if (block?.kind !== 'paragraph') break
    const words = text.slice(block.start, block.end)
    if (words.length > 2 * 120 || /^[-+(]|[.;]$/.test(words) || isMark(words)) break
    if (above && !looksAlike(above, block, text)) break
    above = block
  }
  return lines
}

function looksAlike(above: Paragraph, below: Paragraph, text: string): boolean {
  const inCapitals = [above, below].map(({ start, end }) => isCapitals(text.slice(start, end)))
  const isBold = above.look.bold > 0.9 && below.look.bold > 0.9
  return inCapitals[0] === inCapitals[1] && (inCapitals[0] || isBold) && above.look.align === below.look.align
}
