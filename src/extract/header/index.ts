// Letterhead, title block and closing block become the header; what is not printed there is told from the text.
import { typeByAbbreviation } from '../../catalog/document-types.ts'
import type { Range } from '../../model/document.ts'
import { confidenceOf } from '../../model/lines.ts'
import { type Message, report } from '../../model/message.ts'
import type { SignerBlock } from '../../model/outline.ts'
import type { Issuer, ProvinceRef, Recipient, Signer } from '../../model/plan.ts'
import type { Source } from '../../model/source.ts'
import { day } from '../../text/edtf.ts'
import { healthFirst, readIssuers, withoutProvince } from './issuers.ts'
import { readProvince } from './province.ts'
import { recipientsIn } from './recipients.ts'
import { readFirstYear, readYear } from './years.ts'

export type FoundHeader = {
  number: string | null
  place: string | null
  issuedOn: string | null
  documentType: string | null
  title: string | null
  theme: string | null
  year: number | null
  /** The first year that the plan is for: the start of its period, else the year itself. */
  firstYear: number | null
  province: ProvinceRef | null
  issuer: Issuer | null
  coIssuers: Issuer[]
  urgency: string | null
  secrecy: string | null
  signer: Signer | null
  coSigners: Signer[]
  addressees: string[]
  distribution: string[]
  recipients: Recipient[]
  spans: Record<'number' | 'issuedOn' | 'title' | 'theme' | 'issuer' | 'signer', Range | null>
  messages: Message[]
}

const THEME = /(?<!\p{sc=Latn})(?:chủ đề|khẩu hiệu hành động)(?:[^.;"\n]{0,48}|[\s:.]*\n[\s-]*)"(?<theme>[^"\n]{8,300})"/giu

// Below it a recognised figure of number or date is a pen's.
const LEGIBLE = 0.5

/** Reads the header; `documentType` of a công văn is told from its number and subject. */
export function readHeader(source: Source): FoundHeader {
  const { outline, document } = source
  const { text } = document
  const messages: Message[] = []
  const slice = (range: Range) => text.slice(range.start, range.end)
  const number = readNumber(source, messages)
  const { blankNumber, urgency, secrecy } = outline.letterhead
  if (!number && blankNumber) messages.push(report('header/number-blank', blankNumber, { printed: slice(blankNumber) }))
  const dated = readDate(source, messages)
  const titleRanges = outline.title.lines.length > 0 ? outline.title.lines : outline.letterhead.subject
  const title = titleOf(titleRanges.map(slice))
  const theme = readTheme(source)
  const documentType =
    outline.title.documentType ??
    typeOfNumber(number, outline.letterhead.subject.length > 0 || outline.letterhead.addressees.length > 0)
  if (!documentType) messages.push(report('header/type-missing', null))
  const year = readYear(title, dated.issuedOn, messages)
  const issuers = readIssuers(source, number, title, messages)
  const province = readProvince(
    source,
    {
      place: dated.place,
      title,
      issuer: issuers.list[0]?.name ?? null,
      date: dated.issuedOn ?? (year === null ? null : String(year)),
    },
    messages,
  )
  const blocks = healthFirst(outline.closing.signers, (block) =>
    [block.body, ...block.powers, block.position].map((range) => (range ? slice(range) : '')).join(' '),
  )
  const [signer, ...coSigners] = blocks.map((block) => readSigner(block, slice))
  return {
    number,
    place: dated.place,
    issuedOn: dated.issuedOn,
    documentType,
    title,
    theme: theme && slice(theme).trim(),
    year,
    firstYear: readFirstYear(title, year, dated.issuedOn),
    province,
    issuer: withoutProvince(issuers.list[0] ?? null, province),
    coIssuers: issuers.list.slice(1).map((issuer) => withoutProvince(issuer, province)!),
    urgency: urgency && slice(urgency),
    secrecy: secrecy && slice(secrecy),
    signer: signer ?? null,
    coSigners,
    addressees: outline.letterhead.addressees.map((range) => slice(range).replace(/[\s.;:]+$/, '')),
    distribution: outline.closing.distribution.map(slice),
    recipients: outline.closing.distribution.flatMap((range) => recipientsIn(slice(range))),
    spans: {
      number: outline.letterhead.number,
      issuedOn: outline.letterhead.placeAndDate,
      title: title === null ? null : hull(titleRanges),
      theme,
      issuer: issuers.range,
      signer: signerRange(blocks[0]),
    },
    messages,
  }
}

/** The legible part where the figure is blank, or where a pen wrote what recognition cannot read. */
function readNumber({ document, outline: { letterhead } }: Source, messages: Message[]): string | null {
  if (!letterhead.number) return null
  const printed = document.text.slice(letterhead.number.start, letterhead.number.end)
  const number = printed.replace(/[\s.…_]+/g, '')
  const figure = /^[^/\p{sc=Latn}]*(?=\/\p{sc=Latn})/u.exec(number)?.[0] ?? ''
  const sure = confidenceOf(document, { ...letterhead.number, end: letterhead.number.start + printed.indexOf('/') })
  if (figure !== '' && (!/^\d+(?:\/\d{4})?$/.test(figure) || (sure !== null && sure < LEGIBLE))) {
    messages.push(report('header/number-unreadable', letterhead.number, { printed }))
    return number.slice(figure.length)
  }
  if (/^[/-]/.test(number)) messages.push(report('header/number-blank', letterhead.number, { printed }))
  return number
}

function readDate(
  { document, outline: { letterhead } }: Source,
  messages: Message[],
): { place: string | null; issuedOn: string | null } {
  const line = letterhead.placeAndDate
  if (!line) return { place: null, issuedOn: null }
  const printed = document.text.slice(line.start, line.end)
  let isUnreadable = false
  let from = line.place.end
  const figure = (part: string, most: number) => {
    const start = document.text.indexOf(part, from)
    from = start + part.length
    const found = /^[\s.…_\-/]*(?<n>\d{1,4})?[\s.…_\-/]*$/u.exec(part)
    const sure = found?.groups?.n === undefined ? null : confidenceOf(document, { start, end: from })
    if (!found || (sure !== null && sure < LEGIBLE)) isUnreadable = true
    else if (found.groups!.n !== undefined) {
      const value = Number(found.groups!.n)
      if (value >= 1 && value <= most) return value
    }
    return null
  }
  const [dayOfMonth, monthOfYear, year] = [
    figure(line.day, 31),
    figure(line.month, 12),
    figure(/^\d{4}$/.test(line.year.trim()) ? line.year : '', 9999),
  ]
  const issuedOn = day(year, monthOfYear, dayOfMonth)
  if (isUnreadable) messages.push(report('header/date-unreadable', line, { printed }))
  else if (issuedOn.includes('X')) messages.push(report('header/date-blank', line, { printed }))
  const place = document.text.slice(line.place.start, line.place.end)
  return { place, issuedOn: issuedOn === 'XXXX-XX-XX' ? null : issuedOn }
}

function titleOf(lines: readonly string[]): string | null {
  const title = lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:v\/v|về việc)\s*:?\s*/iu, '')
    .replace(/[\s.;:]+$/, '')
  return title === '' ? null : title
}

/** The quoted words behind “chủ đề”: in the preamble first, for later ones belong to other campaigns. */
function readTheme({ folded, outline }: Source): Range | null {
  const preambleEnd = outline.preamble.at(-1)?.end ?? 0
  const all = [...folded.matchAll(THEME)].map((found) => {
    const theme = found.groups!.theme!
    const start = found.index + found[0].length - theme.length - 1
    return { start, end: start + theme.length }
  })
  return all.find((range) => range.end <= preambleEnd) ?? all[0] ?? null
}

/** A công văn prints no type: its number begins with the body, not with a type. */
function typeOfNumber(number: string | null, hasSubject: boolean): string | null {
  const codes = number?.split(/[/-]/).filter((part) => /\p{sc=Latn}/u.test(part)) ?? []
  for (const code of codes.slice(0, 1)) {
    const type = typeByAbbreviation(code)
    if (type) return type.slug
  }
  return hasSubject || codes.length > 1 ? 'cong-van' : null
}

function readSigner(block: SignerBlock, slice: (range: Range) => string): Signer {
  const words = (range: Range | null) => (range ? slice(range).replace(/\s+/g, ' ').trim() : null)
  return {
    position: words(block.position),
    name: words(block.name),
    onBehalfOf: block.powers.length > 0 ? block.powers.map(slice).join(' ') : null,
  }
}

function signerRange(block: SignerBlock | undefined): Range | null {
  const ranges = block ? [...block.powers, block.position, block.name].filter((range) => range !== null) : []
  return ranges.length > 0 ? hull(ranges) : null
}

function hull(ranges: readonly Range[]): Range {
  return { start: Math.min(...ranges.map((range) => range.start)), end: Math.max(...ranges.map((range) => range.end)) }
}
