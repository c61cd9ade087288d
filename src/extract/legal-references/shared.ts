// Acts named together share what is said once: date, issuer or title, behind the last of them or before the first.
//
//   "Nghị quyết số 28-NQ/TW và Nghị quyết số 29-NQ/TW cùng ngày 25/5/2018" => 2018-05-25, 2018-05-25
//   "Nghị định số 15/2018/NĐ-CP, Nghị định số 155/2018/NĐ-CP ngày 12/11/2018" => none, 2018-11-12
import { typeByAbbreviation } from '../../catalog/document-types.ts'
import type { Draft } from './index.ts'
import type { NumberMention } from './numbers.ts'
import type { Tail } from './tail.ts'

export type NumberedDraft = Draft & { mention: NumberMention; tail: Tail; isIssuedBefore: boolean }

const JOINS = /^ ?(?:,|;|và|cùng|&|, ?và|; ?và|\s)* ?(?:các )?$/iu
const SAID_OF_ALL = /^ ?,? ?(?:cùng|đều)(?!\p{sc=Latn})/iu
/** An office counts its acts through the year: two of one day lie near each other. */
const NEAR_NUMBERS = 40

/** Gives to each draft what its neighbours say for it; in order of place. */
export function shareParts(drafts: NumberedDraft[], folded: string): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const a = drafts[i]!
    const b = drafts[i + 1]!
    if (areJoined(a, b, folded)) shareBackward(a, b, folded)
  }
  for (let i = 1; i < drafts.length; i++) {
    const a = drafts[i - 1]!
    const b = drafts[i]!
    if (a.isIssuedBefore && b.issuer === null && areJoined(a, b, folded) && haveOneOffice(a, b)) {
      b.issuer = a.issuer
      b.isIssuedBefore = true
    }
  }
}

function areJoined(a: NumberedDraft, b: NumberedDraft, folded: string): boolean {
  const between = folded.slice(a.tail.end, b.mention.start)
  return between.length <= 16 && JOINS.test(between)
}

/** What the first one lacks is said behind the second one. */
function shareBackward(a: NumberedDraft, b: NumberedDraft, folded: string): void {
  const isBare = a.tail.end === a.mention.end
  const isOneKind = a.type === b.type
  const hasTitleAlone = a.mention.name === null && a.tail.title !== null && a.date === null && a.issuer === null
  const isOneOffice = officeOf(a) !== null && officeOf(a) === officeOf(b)
  if ((isBare || hasTitleAlone || ((isOneKind || isOneOffice) && a.tail.title === null)) && haveOneOffice(a, b))
    a.issuer ??= b.issuer
  if (((isBare && a.mention.name === null) || hasTitleAlone) && haveOneDay(a, b, folded)) a.date ??= b.date
  // Behind a semicolon another office's title is its own; a title that names the act is that of what amends it.
  const isNextItem = !isBare && !haveOneOffice(a, b) && folded.slice(a.tail.end, b.mention.start).includes(';')
  const isOthers = isNextItem || (b.title !== null && folded.slice(b.title.start, b.title.end).includes(a.key))
  if ((isBare || isOneKind) && !isOthers) a.title ??= b.title
}

function haveOneDay(a: NumberedDraft, b: NumberedDraft, folded: string): boolean {
  if (SAID_OF_ALL.test(folded.slice(b.mention.end, b.mention.end + 8))) return true
  const [first, second] = [a.key, b.key].map((key) => /^\d*(?:\/(\d{4})\/)?/.exec(key)![1])
  const isOneYear = first === undefined || second === undefined || first === second
  return isOneYear && haveOneOffice(a, b) && Math.abs(Number.parseInt(a.key, 10) - Number.parseInt(b.key, 10)) <= NEAR_NUMBERS
}

/** Whether the numbers do not name two different issuers. */
function haveOneOffice(a: Draft, b: Draft): boolean {
  const [first, second] = [officeOf(a), officeOf(b)]
  return first === null || second === null || first === second
}

/** The part of the number that names its office: "15/QĐ-UBND" => UBND, "20-NQ/TW" => TW, "342/SYT-TCCB" => SYT. */
function officeOf({ number }: Draft): string | null {
  const parts = (number ?? '').split(/[/-]/).filter((part) => /^\p{sc=Latn}/u.test(part))
  const office = parts[parts.length > 1 && typeByAbbreviation(parts[0]!) ? 1 : 0]
  return office?.replace(/\d+$/, '') ?? null
}
