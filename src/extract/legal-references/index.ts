// The text becomes the acts that it cites: mentions are found first, then resolved to one reference each.
//
//   "Chỉ thị số 34-CT/TW và Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị" => 34-CT/TW 2019-05-30, 35-CT/TW 2019-05-30
import type { Range } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { nameKey } from '../../text/fold.ts'
import type { FoundDate } from '../dates/index.ts'
import { findNames } from './names.ts'
import { findNumbers, findShortNumbers, type NumberMention } from './numbers.ts'
import { readTail, type Tail } from './tail.ts'

export type FoundReference = {
  type: string
  number: string | null
  issuer: Range | null
  date: string | null
  title: Range | null
  mentions: FoundMention[]
}

export type FoundMention = Range & {
  role: 'basis' | 'implement' | 'amend' | 'replace' | 'cite' /** Number, date, issuer and title together. */
  extent: Range
}

type Draft = {
  range: Range
  extent: Range
  key: string
  type: string
  number: string | null
  issuer: Range | null
  date: string | null
  title: Range | null
}

const SHARES = /^ ?(?:,|;|và|cùng|, ?và|\s)* ?$/iu
const BASIS = /^(?:[-+] ?)?căn cứ(?!\p{L})/iu
const REPLACES = /(?:thay thế|bãi bỏ)(?: cho)? ?$/iu
const AMENDS = /(?:sửa đổi|bổ sung)[^.;]{0,60}$/iu
const IMPLEMENTS = /(?:thực hiện|triển khai|quán triệt|theo|thi hành|hưởng ứng|chấp hành|đẩy mạnh|tinh thần)[^.;]{0,80}$/iu

/** References in order of first mention; the document itself is left out. */
export function findLegalReferences({ folded, outline }: Source, dates: readonly FoundDate[]): FoundReference[] {
  const own = ownKey(outline.letterhead.number, folded)
  const numbers = findNumbers(folded)
  const drafts = numbers.map((mention): Draft & { tail: Tail } => {
    const tail = readTail(folded, mention.end, paragraphEnd(folded, mention.end), dates)
    return { ...draftOf(mention, tail), tail }
  })
  shareTails(drafts, numbers, folded)
  const covered = [...numbers]
  const names = findNames(folded, covered).map(({ type, title, year, ...range }): Draft => {
    const tail = year === null ? readTail(folded, range.end, paragraphEnd(folded, range.end), dates) : null
    const date = year ?? (tail?.date && tail.coreEnd === tail.date.end ? tail.date.edtf : null)
    const end = date !== null && tail ? tail.coreEnd : range.end
    return {
      range: { start: range.start, end },
      extent: { start: range.start, end },
      key: `${type} ${nameKey(folded.slice(title.start, title.end))}`,
      type,
      number: null,
      issuer: null,
      date,
      title,
    }
  })
  const all = [...drafts, ...names, ...shortDrafts(folded, drafts, dates)]
    .filter((draft) => draft.key !== own)
    .sort((a, b) => a.range.start - b.range.start)
  const headEnd = outline.title.lines.at(-1)?.end ?? outline.title.type?.end ?? 0
  return resolve(all, (draft) => roleOf(draft, folded, headEnd), folded)
}

function draftOf(mention: NumberMention, tail: Tail): Draft {
  return {
    range: { start: mention.start, end: tail.coreEnd },
    extent: { start: mention.start, end: tail.end },
    key: mention.key,
    type: mention.type,
    number: mention.key,
    issuer: tail.issuer,
    date: tail.date?.edtf ?? tail.year,
    title: mention.name ?? tail.title,
  }
}

/** The document's own number, by which its annexes name it. */
function ownKey(number: Range | null, folded: string): string | null {
  return number ? folded.slice(number.start, number.end).replace(/[\s.…_]+/g, '') : null
}

function paragraphEnd(folded: string, from: number): number {
  const end = folded.indexOf('\n', from)
  return end < 0 ? folded.length : end
}

/** Two acts joined by “và”: what the first one lacks is said behind the second one. */
function shareTails(drafts: (Draft & { tail: Tail })[], numbers: readonly NumberMention[], folded: string): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const a = drafts[i]!
    const b = drafts[i + 1]!
    const between = folded.slice(a.tail.end, numbers[i + 1]!.start)
    if (!SHARES.test(between) || between.length > 12) continue
    const isBare = a.tail.end === numbers[i]!.end
    if (isBare || (a.title && !a.date && !a.issuer)) {
      a.date ??= b.date
      a.issuer ??= b.issuer
    }
    if (isBare || a.type === b.type) a.title ??= b.title
    if (a.type === b.type && a.issuer === null && a.tail.title === null) a.issuer = b.issuer
  }
}

function shortDrafts(folded: string, drafts: readonly Draft[], dates: readonly FoundDate[]): Draft[] {
  return findShortNumbers(folded).flatMap((mention): Draft[] => {
    if (
      drafts.some(
        (draft) => mention.start < draft.extent.end && mention.end > draft.range.start && mention.start >= draft.range.start - 20,
      )
    )
      return []
    const full = drafts.find((draft) => draft.type === mention.type && Number.parseInt(draft.key, 10) === Number(mention.key))
    const tail = readTail(folded, mention.end, paragraphEnd(folded, mention.end), dates)
    const draft = draftOf(mention, tail)
    return [{ ...draft, key: full?.key ?? mention.key, number: full?.number ?? mention.key }]
  })
}

function resolve(
  drafts: readonly Draft[],
  roleOfDraft: (draft: Draft) => FoundMention['role'],
  folded: string,
): FoundReference[] {
  const references = new Map<string, FoundReference>()
  const numbered = numberedLaws(drafts, folded)
  for (const draft of drafts) {
    const key = draft.number ? draft.key.toUpperCase() : (numbered.get(draft.key) ?? draft.key)
    const mention = { ...draft.range, role: roleOfDraft(draft), extent: draft.extent }
    const known = references.get(key)
    if (!known) {
      references.set(key, {
        type: draft.type,
        number: draft.number,
        issuer: draft.issuer,
        date: draft.date,
        title: draft.title,
        mentions: [mention],
      })
      continue
    }
    known.mentions.push(mention)
    known.issuer ??= draft.issuer
    known.date ??= draft.date
    known.title ??= draft.title
  }
  return [...references.values()]
}

/** A law that is cited once with its number is the one that later mentions name. */
function numberedLaws(drafts: readonly Draft[], folded: string): Map<string, string> {
  const laws = drafts.filter((draft) => draft.number && draft.title && /^(?:bo-)?luat$|^phap-lenh$/.test(draft.type))
  return new Map(
    laws.map((law) => [`${law.type} ${nameKey(folded.slice(law.title!.start, law.title!.end))}`, law.key.toUpperCase()]),
  )
}

function roleOf(draft: Draft, folded: string, headEnd: number): FoundMention['role'] {
  const paragraphStart = folded.lastIndexOf('\n', draft.range.start) + 1
  const before = folded.slice(paragraphStart, draft.range.start)
  if (BASIS.test(before) && draft.range.start > headEnd) return 'basis'
  const near = before.slice(-120)
  if (REPLACES.test(near)) return 'replace'
  if (AMENDS.test(near) && !/của|theo/iu.test(near.slice(near.search(AMENDS)))) return 'amend'
  return IMPLEMENTS.test(near) ? 'implement' : 'cite'
}
