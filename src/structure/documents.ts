// The blocks of a file become its documents: a letter and the plan that it sends, a decision and the plan that it issues.
import { startsBody } from '../catalog/bodies.ts'
import type { Block } from '../model/document.ts'
import { foldText } from '../text/fold.ts'
import { isCapitals } from '../text/words.ts'
import { ISSUED_WITH, isAnnexTitle } from './annexes.ts'
import { RECIPIENTS } from './closing.ts'
import { isDateLine, isHaste, isMotto, isNumberLine, isSubject } from './letterhead.ts'
import { readMark } from './marks.ts'
import { isPower } from './signers.ts'
import { readType } from './title.ts'

/** What stands between the first line of a letterhead and its type. */
type Head = { hasMotto: boolean; hasNumber: boolean; hasDigits: boolean; hasBody: boolean }

const LONGEST_HEAD = 20
const LONGEST_LINE = 160
const DASHES = /^[\s\-–—_*=.~]+$/u

/** Indexes of the blocks with which further documents begin; `from` is where the text of the first one does. */
export function furtherDocuments(blocks: readonly Block[], text: string, from: number): number[] {
  const starts: number[] = []
  let hasClosed = false
  let isInAnnex = false
  for (let i = from; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph' || block.end - block.start > LONGEST_LINE) continue
    const words = text.slice(block.start, block.end)
    const folded = foldText(words)
    if (hasClosed && isAnnexTitle(words, readMark(words))) isInAnnex = true
    if (RECIPIENTS.test(folded) || isPower(words)) hasClosed = true
    const head = hasClosed || isMotto(folded) ? headAt(blocks, i, text) : null
    if (!head) continue
    // A form of an annex prints a motto too; what issues it is left blank there.
    const isDocument = hasClosed && !isInAnnex ? head : head.hasMotto && head.hasDigits
    if (!isDocument) continue
    starts.push(i)
    hasClosed = false
    isInAnnex = false
    i += LONGEST_HEAD / 2
  }
  return starts
}

/** Reads lines of a letterhead up to a printed type; null where something else stands between, or no type follows. */
function headAt(blocks: readonly Block[], at: number, text: string): Head | null {
  const head: Head = { hasMotto: false, hasNumber: false, hasDigits: false, hasBody: false }
  for (let i = at; i < Math.min(blocks.length, at + LONGEST_HEAD); i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph' || block.end - block.start > LONGEST_LINE) return null
    const words = text.slice(block.start, block.end)
    const folded = foldText(words)
    const type = readType(words, block)
    if (type && !/:\s*$/.test(words)) return opensWithType(head, i, blocks, text, type.length >= words.length) ? head : null
    if (isMotto(folded)) head.hasMotto = true
    else if (isNumberLine(folded)) {
      head.hasNumber = true
      head.hasDigits ||= /\d\s*[-/]/.test(folded)
    } else if (/^kính gửi/iu.test(folded)) return head.hasMotto && head.hasNumber ? head : null
    else if (isCapitals(words) && startsBody(words) && !isPower(words)) head.hasBody = true
    else if (!isHeadLine(words, folded, i > at)) return null
  }
  return null
}

function isHeadLine(words: string, folded: string, isInside: boolean): boolean {
  if (isDateLine(folded) || isHaste(folded)) return true
  return isInside && (isSubject(folded) || DASHES.test(words) || (isCapitals(words) && !isPower(words)) || /^\p{Ll}/u.test(words))
}

/** A type without a letterhead opens a document where it stands alone, or where a decision or a letter is said to bring it. */
function opensWithType(head: Head, at: number, blocks: readonly Block[], text: string, isAlone: boolean): boolean {
  if (head.hasMotto || head.hasNumber) return true
  for (const block of blocks.slice(at + 1, at + 5)) {
    if (block.kind !== 'paragraph') break
    const issued = ISSUED_WITH.exec(foldText(text.slice(block.start, block.end)))
    if (issued) return /^(?:quyết định|công văn|tờ trình)/iu.test(issued.groups!.act!)
  }
  return isAlone
}
