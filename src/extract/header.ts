// Letterhead, title block and closing block become the header; what is not printed there is told from the text.
import { bodyInRunningText } from '../catalog/bodies.ts'
import { typeByAbbreviation } from '../catalog/document-types.ts'
import { findProvince, type Province, provinceToday, provincesIn } from '../catalog/provinces.ts'
import type { Range } from '../model/document.ts'
import { type Message, report } from '../model/message.ts'
import type { PrintedBody, SignerBlock } from '../model/outline.ts'
import type { Issuer, ProvinceRef, Signer } from '../model/plan.ts'
import type { Source } from '../model/source.ts'
import { day, yearOf } from '../text/edtf.ts'
import { foldText } from '../text/fold.ts'

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
  signer: Signer | null
  coSigners: Signer[]
  addressees: string[]
  distribution: string[]
  spans: Record<'number' | 'issuedOn' | 'title' | 'theme' | 'issuer' | 'signer', Range | null>
  messages: Message[]
}

const PLACE_AND_DATE = /^(?<place>[\p{L}\s.\-']{2,40}?) ?,? ?ngày(?<day>[\s\d.…_\-/]*)tháng(?<month>[\s\d.…_\-/]*)năm ?(?<year>[\d.…_]*)/iu
const THEME = /(?<!\p{L})(?:chủ đề|khẩu hiệu hành động)(?:[^.;"\n]{0,48})"(?<theme>[^"\n]{8,300})"/giu
const NAMED_YEAR = /(?<!\p{L})(?:năm|giai đoạn|đến|năm học|nhiệm kỳ|và) (?<from>(?:19|20)\d{2})(?: ?[-/] ?(?<to>(?:19|20)\d{2}))?(?!\d)/giu
const ISSUES = /(?<!của\s|của\sliên\s)(?<body>(?:Sở Y tế|Sở [\p{L}\s]{4,50}?|Trung tâm Y tế[\p{L}\s]{0,40}?|Trung tâm [\p{L}\s]{4,60}?|Bệnh viện [\p{L}\s]{3,60}?|Phòng khám [\p{L}\s]{3,60}?|Chi cục [\p{L}\s-]{3,60}?|(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|huyện)[\p{L}\s]{0,30}?)) (?:ban hành|xây dựng|phát động|thông báo|đề nghị|yêu cầu|hướng dẫn|triển khai|tổ chức)(?!\p{L})/u
const IN_TITLE = /(?:của|tại) (?<body>(?:Trung tâm|Bệnh viện|Sở|Chi cục|Phòng khám) [^,;.()\d]{3,80}?)(?= (?:năm|giai đoạn)|$)/u
// Units by the second part of a document number.
const UNIT_OF_CODE: Readonly<Record<string, string>> = { SYT: 'Sở Y tế', UBND: 'UBND tỉnh', TTYT: 'Trung tâm Y tế', BYT: 'Bộ Y tế', BVĐK: 'Bệnh viện đa khoa', SNV: 'Sở Nội vụ', CCDS: 'Chi cục Dân số' }
const LEVELS: readonly (readonly [RegExp, Issuer['level']])[] = [
  [/^bộ(?!\p{L})/iu, 'ministry'],
  [/^(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)/iu, 'committee'],
  [/^sở(?!\p{L})/iu, 'department'],
  [/^(?:bệnh viện|bvđk|bv)(?!\p{L})/iu, 'hospital'],
  [/^(?:trung tâm y tế|ttyt)(?!\p{L})/iu, 'district-centre'],
]

/** Reads the header; `documentType` of a công văn is told from its number and subject. */
export function readHeader(source: Source): FoundHeader {
  const { outline, document } = source
  const { text } = document
  const messages: Message[] = []
  const slice = (range: Range) => text.slice(range.start, range.end)
  const number = outline.letterhead.number && slice(outline.letterhead.number).replace(/[\s.…_]+/g, '')
  if (number && outline.letterhead.number && /^[/-]/.test(number)) messages.push(report('header/number-blank', outline.letterhead.number, { printed: slice(outline.letterhead.number) }))
  const dated = readDate(outline.letterhead.placeAndDate, source, messages)
  const titleRanges = outline.title.lines.length > 0 ? outline.title.lines : outline.letterhead.subject
  const title = titleOf(titleRanges.map(slice))
  const theme = readTheme(source)
  const documentType = outline.title.documentType ?? typeOfNumber(number, outline.letterhead.subject.length > 0 || outline.letterhead.addressees.length > 0)
  if (!documentType) messages.push(report('header/type-missing', null))
  const year = readYear(title, dated.issuedOn, messages)
  const issuers = readIssuers(source, number, title, messages)
  const province = readProvince(source, dated.place, title, dated.issuedOn ?? (year === null ? null : String(year)), messages)
  const blocks = healthFirst(outline.closing.signers, (block) => (block.body ? slice(block.body) : ''))
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
    signer: signer ?? null,
    coSigners,
    addressees: outline.letterhead.addressees.map((range) => slice(range).replace(/[\s.;:]+$/, '')),
    distribution: outline.closing.distribution.map(slice),
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

function readDate(range: Range | null, { folded, document }: Source, messages: Message[]): { place: string | null; issuedOn: string | null } {
  if (!range) return { place: null, issuedOn: null }
  const found = PLACE_AND_DATE.exec(folded.slice(range.start, range.end))
  if (!found) return { place: null, issuedOn: null }
  const figure = (printed: string | undefined, most: number) => {
    const digits = /\d{1,4}/.exec(printed ?? '')?.[0]
    return digits && Number(digits) >= 1 && Number(digits) <= most ? Number(digits) : null
  }
  const place = document.text.slice(range.start, range.start + found.groups!['place']!.length).trim()
  const issuedOn = day(figure(found.groups!['year'], 9999), figure(found.groups!['month'], 12), figure(found.groups!['day'], 31))
  if (issuedOn.includes('X')) messages.push(report('header/date-blank', range, { printed: document.text.slice(range.start, range.end) }))
  return { place, issuedOn: issuedOn === 'XXXX-XX-XX' ? null : issuedOn }
}

function titleOf(lines: readonly string[]): string | null {
  const title = lines.join(' ').replace(/\s+/g, ' ').trim().replace(/^(?:v\/v|về việc)\s*:?\s*/iu, '').replace(/[\s.;:]+$/, '')
  return title === '' ? null : title
}

/** The quoted words behind “chủ đề”: in the preamble first, for later ones belong to other campaigns. */
function readTheme({ folded, outline }: Source): Range | null {
  const preambleEnd = outline.preamble.at(-1)?.end ?? 0
  const all = [...folded.matchAll(THEME)].map((found) => {
    const theme = found.groups!['theme']!
    const start = found.index + found[0].length - theme.length - 1
    return { start, end: start + theme.length }
  })
  return all.find((range) => range.end <= preambleEnd) ?? all[0] ?? null
}

/** The last year that the title names, else the year of issue. */
function readYear(title: string | null, issuedOn: string | null, messages: Message[]): number | null {
  const named = [...foldText(title ?? '').matchAll(NAMED_YEAR)].map((found) => Number(found.groups!['to'] ?? found.groups!['from'])).at(-1)
  if (named !== undefined) return named
  const issued = yearOf(issuedOn)
  if (issued !== null) messages.push(report('header/year-implied', null, { year: issued }))
  return issued
}

/** “giai đoạn 2021 - 2030” begins in 2021; “đến năm 2030” begins with the year of issue. */
function readFirstYear(title: string | null, year: number | null, issuedOn: string | null): number | null {
  const named = [...foldText(title ?? '').matchAll(NAMED_YEAR)].at(-1)
  if (named?.groups?.['to']) return Number(named.groups['from'])
  const issued = yearOf(issuedOn)
  return named && /đến/iu.test(named[0]) && issued !== null && year !== null ? Math.min(issued, year) : year
}

/** A công văn prints no type: its number begins with the body, not with a type. */
function typeOfNumber(number: string | null, hasSubject: boolean): string | null {
  const codes = number?.split(/[/-]/).filter((part) => /\p{L}/u.test(part)) ?? []
  for (const code of codes.slice(0, 1)) {
    const type = typeByAbbreviation(code)
    if (type) return type.slug
  }
  return hasSubject || codes.length > 1 ? 'cong-van' : null
}

function readIssuers(source: Source, number: string | null, title: string | null, messages: Message[]): { list: Issuer[]; range: Range | null } {
  const { bodies } = source.outline.letterhead
  const last = bodies.at(-1)
  if (last) return fromLetterhead(bodies)
  const implied = impliedIssuer(source, number, title)
  if (implied) messages.push(report('header/issuer-implied', implied.range, { printed: implied.printed }))
  return implied ? { list: [issuerOf(implied.name, null)], range: implied.range } : { list: [], range: null }
}

/** The last body issues, the one above it is its parent; two bodies of one rank, or joined by a dash, issue together. */
function fromLetterhead(bodies: readonly PrintedBody[]): { list: Issuer[]; range: Range | null } {
  const names = bodies.flatMap((body) => splitJoint(body.printed))
  const last = names.at(-1)!
  const rank = levelOf(last)
  const issuing = names.filter((name, i) => levelOf(name) === rank && (rank !== 'other' || i === names.length - 1))
  const joint = issuing.length > 1 && rank !== 'hospital' ? issuing : [last]
  const parent = names.filter((name) => !joint.includes(name)).at(-1) ?? null
  return { list: healthFirst(joint, (name) => name).map((name) => issuerOf(name, parent)), range: { start: bodies.at(-1)!.start, end: bodies.at(-1)!.end } }
}

/** Of joint issuers and signers the health department's comes first. */
function healthFirst<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const isHealth = (item: T) => /y tế/iu.test(nameOf(item))
  return [...items.filter(isHealth), ...items.filter((item) => !isHealth(item))]
}

function splitJoint(printed: string): string[] {
  const parts = printed.split(/\s*[-–]\s*(?=(?:SỞ|BẢO HIỂM|BHXH|CÔNG AN|LIÊN ĐOÀN|HỘI|TỈNH ĐOÀN|BAN|ỦY BAN|UBND|Sở)(?!\p{L}))/u)
  return parts.map((part) => bodyInRunningText(part.trim())).filter((part) => part !== '')
}

function issuerOf(name: string, parent: string | null): Issuer {
  return { name, parent, level: levelOf(name) }
}

function levelOf(name: string): Issuer['level'] {
  return LEVELS.find(([pattern]) => pattern.test(foldText(name)))?.[1] ?? 'other'
}

/** Without a letterhead: the number's code, the words “… ban hành Kế hoạch”, or the title tell. */
function impliedIssuer({ folded, outline, document }: Source, number: string | null, title: string | null): { name: string; printed: string; range: Range | null } | null {
  const code = number?.split(/[/-]/).find((part) => part in UNIT_OF_CODE)
  if (code === 'SYT' || code === 'BYT' || code === 'SNV') return { name: UNIT_OF_CODE[code]!, printed: number!, range: outline.letterhead.number }
  const inTitle = title ? IN_TITLE.exec(foldText(title))?.groups?.['body'] : undefined
  if (inTitle) return { name: inTitle.trim(), printed: inTitle.trim(), range: null }
  for (const paragraph of outline.preamble) {
    const found = ISSUES.exec(folded.slice(paragraph.start, paragraph.end))
    const body = found?.groups?.['body']?.trim()
    if (!found || !body) continue
    const start = paragraph.start + found.index
    return { name: document.text.slice(start, start + body.length), printed: document.text.slice(start, start + body.length), range: { start, end: start + body.length } }
  }
  return code && number ? { name: UNIT_OF_CODE[code]!, printed: number, range: outline.letterhead.number } : null
}

/** “Sở Y tế Bình Định” is “Sở Y tế” of Bình Định. */
function withoutProvince(issuer: Issuer | null, province: ProvinceRef | null): Issuer | null {
  if (!issuer || !province || issuer.level !== 'department') return issuer
  const name = issuer.name.replace(new RegExp(`\\s*(?:tỉnh|thành phố|TP\\.?)?\\s*${province.name.replace(/[-]/g, '\\s*[-–]\\s*')}$`, 'iu'), '').trim()
  return name === '' ? issuer : { ...issuer, name }
}

/** The province by the letterhead, the place of issue, the title, else the one that the text names most often. */
function readProvince({ outline, folded }: Source, place: string | null, title: string | null, date: string | null, messages: Message[]): ProvinceRef | null {
  const bodies = outline.letterhead.bodies.map((body) => foldText(bodyInRunningText(body.printed)))
  for (const words of [...bodies, foldText(place ?? ''), foldText(title ?? '')]) {
    const name = provincesIn(words).at(-1)?.name
    const found = name ? findProvince(name, date) : null
    if (found) return refOf(found)
  }
  const counts = new Map<string, number>()
  for (const { index, name } of provincesIn(folded)) {
    const weight = /(?:tỉnh|thành phố|Sở Y tế|UBND) $/iu.test(folded.slice(Math.max(0, index - 12), index)) ? 3 : 1
    counts.set(name, (counts.get(name) ?? 0) + weight)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  const found = most && most[1] >= 3 ? findProvince(most[0], date) : null
  if (!found) messages.push(report('header/province-unknown', null))
  return found ? refOf(found) : null
}

function refOf(province: Province): ProvinceRef {
  const today = provinceToday(province)
  return { code: province.code, name: province.name, currentCode: today.code, currentName: today.name }
}

function readSigner(block: SignerBlock, slice: (range: Range) => string): Signer {
  const words = (range: Range | null) => (range ? slice(range).replace(/\s+/g, ' ').trim() : null)
  return { position: words(block.position), name: words(block.name), onBehalfOf: block.powers.length > 0 ? block.powers.map(slice).join(' ') : null }
}

function signerRange(block: SignerBlock | undefined): Range | null {
  const ranges = block ? [...block.powers, block.position, block.name].filter((range) => range !== null) : []
  return ranges.length > 0 ? hull(ranges) : null
}

function hull(ranges: readonly Range[]): Range {
  return { start: Math.min(...ranges.map((range) => range.start)), end: Math.max(...ranges.map((range) => range.end)) }
}
