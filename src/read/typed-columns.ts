// Lines that were typed side by side, with tabs or blanks between them, become two columns: a letterhead, or addressees beside a signature.
//
//   SỞ Y TẾ                    Độc lập - Tự do - Hạnh phúc     two columns: the body left, the motto right
import { foldText } from '../text/fold.ts'

/** What stands left ends at `leftEnd`, what stands right begins at `rightStart`; one of them may be empty. */
export type Cut = { leftEnd: number; rightStart: number }

/** The cuts of the lines `from` to `from + cuts.length`. */
export type TypedColumns = { from: number; cuts: Cut[] }

const MOTTO = /^(?:cộng hòa xã hội chủ nghĩa|độc lập\s*-\s*tự do|đảng cộng sản việt nam)/iu
const PLACE_AND_DATE = /^\p{L}[\p{L}\s.'-]*,?\s*ngày.*tháng.*năm/iu
const ADDRESSEES = /^nơi nhận\s*:?$/iu
const LISTED = /^\s*[-+•*]/u
const GAP = /[^\S\n]{2,}|\t/gu
// Where a pen was to write: “Số:      /KH-SYT”, “ngày      tháng”.
const BEFORE_BLANK = /(?:^|\s)(?:số|ngày|tháng|năm)\s*[:.]?$/iu
const NARROWEST = 4
const TAB = 8
const WIDE_START = 20
const MOST_ABOVE = 3
const MOST_HEAD = 10
const MOST_CLOSING = 20

/** `texts` are lines as typed, tabs and blanks kept; empty lines stand among them. */
export function findTypedColumns(texts: readonly string[]): TypedColumns[] {
  const cuts = texts.map(cutAtGap)
  const found: TypedColumns[] = []
  let free = 0
  for (let i = 0; i < texts.length; i++) {
    const cut = cuts[i]
    if (!cut || i < free) continue
    const left = foldText(texts[i]!.slice(0, cut.leftEnd).trim())
    const right = foldText(texts[i]!.slice(cut.rightStart))
    let from = i
    let to = i
    if (MOTTO.test(right)) {
      while (from > free && i - from < MOST_ABOVE && cuts[from - 1]) from--
      to = headEnd(texts, cuts, i)
    } else if (ADDRESSEES.test(left)) to = closingEnd(texts, cuts, i)
    else continue
    found.push({ from, cuts: texts.slice(from, to).map((text, j) => cuts[from + j] ?? sideOf(text)) })
    free = to
  }
  return found
}

/** The widest gap of a line that parts words from words. */
function cutAtGap(text: string): Cut | null {
  let best: Cut | null = null
  let widest = NARROWEST - 1
  for (const { 0: gap, index } of text.matchAll(GAP)) {
    const before = text.slice(Math.max(0, index - 12), index)
    const width = widthOf(gap)
    if (before.trim() === '' && text.slice(0, index).trim() === '') continue
    const after = text.slice(index + gap.length, index + gap.length + 1)
    if (width <= widest || after === '' || after === '/' || BEFORE_BLANK.test(foldText(before))) continue
    widest = width
    best = { leftEnd: index, rightStart: index + gap.length }
  }
  return best
}

function widthOf(blanks: string): number {
  let width = 0
  for (const sign of blanks) width += sign === '\t' ? TAB : 1
  return width
}

/** A line without a gap stands left, or right where it begins far inside. */
function sideOf(text: string): Cut {
  const start = text.length - text.trimStart().length
  return startsWide(text) ? { leftEnd: 0, rightStart: start } : { leftEnd: text.length, rightStart: text.length }
}

function startsWide(text: string): boolean {
  return widthOf(/^\s*/u.exec(text)![0]) >= WIDE_START
}

/** Behind the line of place and date, or behind the last line that has two sides. */
function headEnd(texts: readonly string[], cuts: readonly (Cut | null)[], motto: number): number {
  let end = motto + 1
  for (let i = motto + 1; i < texts.length && i < motto + MOST_HEAD; i++) {
    const cut = cuts[i] ?? sideOf(texts[i]!)
    const right = foldText(texts[i]!.slice(cut.rightStart).trim())
    if (PLACE_AND_DATE.test(right)) return i + 1
    if (cuts[i] || MOTTO.test(right)) end = i + 1
  }
  return end
}

function closingEnd(texts: readonly string[], cuts: readonly (Cut | null)[], first: number): number {
  let end = first + 1
  for (let i = first + 1; i < texts.length && i < first + MOST_CLOSING; i++) {
    if (texts[i]!.trim() === '') continue
    if (!cuts[i] && !startsWide(texts[i]!) && !LISTED.test(texts[i]!)) break
    end = i + 1
  }
  return end
}
