// The text becomes the acts that it cites: mentions are found first, then resolved to one reference each.
//
//   "Chỉ thị số 34-CT/TW và Chỉ thị số 35-CT/TW ngày 30/5/2019 của Bộ Chính trị" => 34-CT/TW 2019-05-30, 35-CT/TW 2019-05-30
import { issuerCodeOf, issuerCodeOfNumber } from '../../catalog/issuers.ts'
import type { Range } from '../../model/document.ts'
import type { Source } from '../../model/source.ts'
import { nameKey } from '../../text/fold.ts'
import type { FoundDate } from '../dates/index.ts'
import { readBefore } from './before.ts'
import { findNames, type NameMention } from './names.ts'
import { findNumbers, findShortNumbers, type NumberMention } from './numbers.ts'
import { type NumberedDraft, shareParts } from './shared.ts'
import { readTail } from './tail.ts'

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

/** One mention before it is resolved. */
export type Draft = {
  range: Range
  extent: Range
  key: string
  type: string
  number: string | null
  issuer: Range | null
  date: string | null
  title: Range | null
}

const BASIS = /^(?:[-+] ?)?căn cứ(?!\p{sc=Latn})/iu
/** The words in front of the first act of an item, or of one behind a semicolon. */
const LIST_ITEM = /(?:^(?:[-+] ?)?căn cứ(?: vào| theo)?|;)(?: (?:các )?\p{sc=Latn}+){0,4}(?: số)? ?:? ?$/iu
const REPLACES = /(?:thay thế|bãi bỏ)(?: cho)? ?$/iu
const AMENDS = /(?:sửa đổi|bổ sung|điều chỉnh|đính chính)(?!\p{sc=Latn})[^.;]{0,60}$/iu
const IMPLEMENTS = /(?:thực hiện|triển khai|quán triệt|theo|thi hành|hưởng ứng|chấp hành|đẩy mạnh|tinh thần)[^.;]{0,80}$/iu

/** “Thực hiện Kế hoạch số …; Công văn số …,”: said of the whole list. */
const OPENS_WITH_IMPLEMENT =
  /^(?:[-+] ?)?(?:tiếp tục )?(?:thực hiện|triển khai|quán triệt|theo|thi hành|chấp hành)(?!\p{sc=Latn})[^.\n]*$/iu

/** References in order of first mention; the document itself is left out. */
export function findLegalReferences({ folded, outline }: Source, dates: readonly FoundDate[]): FoundReference[] {
  const own = ownKey(outline.letterhead.number, folded)
  const numbered = findNumbers(folded).map((mention) => numberedDraft(mention, folded, dates))
  shareParts(numbered, folded)
  const names = findNames(
    folded,
    numbered.map(({ mention }) => ({ ...mention, title: mention.name })),
  ).map((mention) => namedDraft(mention, folded, dates))
  // A second document in the file prints its number too: there it names itself.
  const isLetterhead = ({ end }: Range) =>
    outline.others.some(({ letterhead: { number } }) => number && end > number.start && end <= number.end)
  const all = [...numbered, ...names, ...shortDrafts(folded, numbered, dates)]
    .filter((draft) => draft.key !== own && !isLetterhead(draft.range))
    .sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const headEnd = outline.title.lines.at(-1)?.end ?? outline.title.type?.end ?? 0
  return resolve(all, (draft) => roleOf(draft, folded, headEnd), folded)
}

function numberedDraft(mention: NumberMention, folded: string, dates: readonly FoundDate[]): NumberedDraft {
  const tail = readTail(folded, mention.end, paragraphEnd(folded, mention.end), dates, isListed(folded, mention.start))
  const said = readBefore(folded, mention.start, dates)
  const isOther = said.issuer !== null && !mayIssue(folded.slice(said.issuer.start, said.issuer.end), mention.key)
  const before = isOther ? { issuer: null, date: null, start: null } : said
  const date = tail.date ?? before.date
  const start = before.start ?? mention.start
  return {
    range: { start, end: tail.coreEnd },
    extent: { start: Math.min(start, date?.start ?? start), end: tail.end },
    key: mention.key,
    type: mention.type,
    number: mention.key,
    issuer: tail.issuer ?? before.issuer,
    date: date?.edtf ?? tail.year,
    title: mention.name ?? tail.title,
    mention,
    tail,
    isIssuedBefore: tail.issuer === null && before.issuer !== null,
  }
}

/** Whether the mention is an item of a preamble: “Căn cứ …;”, where all behind date and issuer is the title. */
function isListed(folded: string, start: number): boolean {
  const paragraph = folded.slice(Math.max(folded.lastIndexOf('\n', start) + 1, start - 160), start)
  return LIST_ITEM.test(paragraph)
}

/** Whether the body named before a number can be the one that the number itself names. */
function mayIssue(body: string, number: string): boolean {
  const code = issuerCodeOfNumber(number)
  return code === null || issuerCodeOf(body) === code
}

function namedDraft({ type, title, year, isNested, ...range }: NameMention, folded: string, dates: readonly FoundDate[]): Draft {
  const tail = year === null && !isNested ? readTail(folded, range.end, paragraphEnd(folded, range.end), dates) : null
  const date = year ?? (tail?.date && tail.coreEnd === tail.date.end ? tail.date.edtf : tail?.year) ?? null
  const end = date !== null && tail ? tail.coreEnd : range.end
  return {
    range: { start: range.start, end },
    extent: { start: range.start, end },
    key: title ? `${type} ${nameKey(folded.slice(title.start, title.end))}` : type,
    type,
    number: null,
    issuer: null,
    date,
    title,
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

function shortDrafts(folded: string, drafts: readonly NumberedDraft[], dates: readonly FoundDate[]): Draft[] {
  const covered = new Uint8Array(folded.length)
  for (const { range, extent } of drafts) covered.fill(1, range.start, extent.end)
  const byNumber = new Map(
    drafts
      .flatMap((draft) => {
        const [number, year] = draft.key.split('/')
        const bare = `${draft.type} ${Number.parseInt(number!, 10)}`
        return [[bare, draft] as const, [`${bare}/${year}`, draft] as const]
      })
      .reverse(),
  )
  return findShortNumbers(folded).flatMap((mention): Draft[] => {
    if (covered[mention.start]) return []
    const full = byNumber.get(`${mention.type} ${mention.key.replace(/^0+(?=\d)/, '')}`)
    if (!full && !mention.standsAlone) return []
    const { mention: _, tail: __, ...draft } = numberedDraft(mention, folded, dates)
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
  return IMPLEMENTS.test(near) || OPENS_WITH_IMPLEMENT.test(before) ? 'implement' : 'cite'
}
