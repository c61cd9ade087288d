// The bodies of the letterhead become issuers; without a letterhead, the number, the preamble or the title tell.
//
//   "UBND TỈNH BẮC GIANG ¶ SỞ Y TẾ" => Sở Y tế, of UBND tỉnh Bắc Giang    "Số: 12/KH-SYT" => Sở Y tế
//   "UBND TỈNH CAO BẰNG SỞ Y TẾ" => Sở Y tế, of UBND tỉnh Cao Bằng
import { bodyInRunningText } from '../../catalog/bodies.ts'
import type { Range } from '../../model/document.ts'
import { type Message, report } from '../../model/message.ts'
import type { PrintedBody } from '../../model/outline.ts'
import type { Issuer, ProvinceRef } from '../../model/plan.ts'
import type { Source } from '../../model/source.ts'
import { foldText } from '../../text/fold.ts'

const ISSUES =
  /(?<!của\s|của\sliên\s)(?<body>(?:Sở Y tế|Sở [\p{sc=Latn}\s]{4,50}?|Trung tâm Y tế[\p{sc=Latn}\s]{0,40}?|Trung tâm [\p{sc=Latn}\s]{4,60}?|Bệnh viện [\p{sc=Latn}\s]{3,60}?|Phòng khám [\p{sc=Latn}\s]{3,60}?|Chi cục [\p{sc=Latn}\s-]{3,60}?|(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|huyện)[\p{sc=Latn}\s]{0,30}?)) (?:ban hành|xây dựng|phát động|thông báo|đề nghị|yêu cầu|hướng dẫn|triển khai|tổ chức)(?!\p{sc=Latn})/u
const IN_TITLE = /(?:của|tại) (?<body>(?:Trung tâm|Bệnh viện|Sở|Chi cục|Phòng khám) [^,;.()\d]{3,80}?)(?= (?:năm|giai đoạn)|$)/u
// Units by the second part of a document number.
const UNIT_OF_CODE: Readonly<Record<string, string>> = {
  SYT: 'Sở Y tế',
  UBND: 'UBND tỉnh',
  TTYT: 'Trung tâm Y tế',
  BYT: 'Bộ Y tế',
  BVĐK: 'Bệnh viện đa khoa',
  SNV: 'Sở Nội vụ',
  CCDS: 'Chi cục Dân số',
}
const LEVELS: readonly (readonly [RegExp, Issuer['level']])[] = [
  [/^bộ(?!\p{sc=Latn})/iu, 'ministry'],
  [/^(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)/iu, 'committee'],
  [/^sở(?!\p{sc=Latn})/iu, 'department'],
  [/^(?:bệnh viện|bvđk|bv)(?!\p{sc=Latn})/iu, 'hospital'],
  [/^(?:trung tâm y tế|ttyt)(?!\p{sc=Latn})/iu, 'district-centre'],
]

/** Issuers, the health department or the first one in front, and where they were read. */
export function readIssuers(
  source: Source,
  number: string | null,
  title: string | null,
  messages: Message[],
): { list: Issuer[]; range: Range | null } {
  const bodies = source.outline.letterhead.bodies.filter(({ printed }) => !/^liên (?:ngành|sở|tịch)$/iu.test(printed.trim()))
  const last = bodies.at(-1)
  if (last) return fromLetterhead(bodies)
  const implied = impliedIssuer(source, number, title)
  if (implied) messages.push(report('header/issuer-implied', implied.range, { printed: implied.printed }))
  return implied ? { list: [issuerOf(implied.name, null)], range: implied.range } : { list: [], range: null }
}

/** The last body issues, the one above it is its parent; two bodies of one rank, or joined by a dash, issue together. */
function fromLetterhead(bodies: readonly PrintedBody[]): { list: Issuer[]; range: Range | null } {
  const lines = bodies.flatMap((body) => splitRanks(body.printed)).map(splitJoint)
  const names = lines.flat()
  const last = names.at(-1)!
  const rank = levelOf(last)
  const issuing = names.filter((name, i) => levelOf(name) === rank && (rank !== 'other' || i === names.length - 1))
  const joint = lines.at(-1)!.length > 1 ? lines.at(-1)! : issuing.length > 1 && rank !== 'hospital' ? issuing : [last]
  const parent = names.filter((name) => !joint.includes(name)).at(-1) ?? null
  return {
    list: healthFirst(joint, (name) => name).map((name) => issuerOf(name, parent)),
    range: { start: bodies.at(-1)!.start, end: bodies.at(-1)!.end },
  }
}

const RANKS =
  /(?<=^(?:UBND|ỦY BAN NHÂN DÂN) .*[^-–]) (?=(?:SỞ|TRUNG TÂM|BỆNH VIỆN|CHI CỤC|TTYT|PHÒNG Y TẾ|BAN QUẢN LÝ)(?!\p{sc=Latn}))|(?<=^SỞ Y TẾ) (?=(?:TRUNG TÂM|BỆNH VIỆN|CHI CỤC)(?!\p{sc=Latn}))/u

/** A format that knows no lines puts a body behind its parent: “UBND TỈNH MẪU SỞ Y TẾ”. */
function splitRanks(printed: string): string[] {
  return foldText(printed).search(RANKS) < 0 ? [printed] : printed.split(RANKS)
}

/** Of joint issuers and signers the health department's comes first. */
export function healthFirst<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const isHealth = (item: T) => /y tế/iu.test(nameOf(item))
  return [...items.filter(isHealth), ...items.filter((item) => !isHealth(item))]
}

function splitJoint(printed: string): string[] {
  const parts = printed.split(
    /\s*[-–]\s*(?=(?:SỞ|BẢO HIỂM|BHXH|CÔNG AN|LIÊN ĐOÀN|HỘI|TỈNH ĐOÀN|BAN|ỦY BAN|UBND|Sở)(?!\p{sc=Latn}))/u,
  )
  return parts.map((part) => bodyInRunningText(part.trim())).filter((part) => part !== '')
}

function issuerOf(name: string, parent: string | null): Issuer {
  return { name, parent, level: levelOf(name) }
}

function levelOf(name: string): Issuer['level'] {
  return LEVELS.find(([pattern]) => pattern.test(foldText(name)))?.[1] ?? 'other'
}

/** Without a letterhead: the number's code, the words “… ban hành Kế hoạch”, or the title tell. */
function impliedIssuer(
  { folded, outline, document }: Source,
  number: string | null,
  title: string | null,
): { name: string; printed: string; range: Range | null } | null {
  const code = number?.split(/[/-]/).find((part) => part in UNIT_OF_CODE)
  if (code === 'SYT' || code === 'BYT' || code === 'SNV')
    return { name: UNIT_OF_CODE[code]!, printed: number!, range: outline.letterhead.number }
  const inTitle = title ? IN_TITLE.exec(foldText(title))?.groups?.body : undefined
  if (inTitle) return { name: inTitle.trim(), printed: inTitle.trim(), range: null }
  for (const paragraph of outline.preamble) {
    const found = ISSUES.exec(folded.slice(paragraph.start, paragraph.end))
    const body = found?.groups?.body?.trim()
    if (!found || !body) continue
    const start = paragraph.start + found.index
    return {
      name: document.text.slice(start, start + body.length),
      printed: document.text.slice(start, start + body.length),
      range: { start, end: start + body.length },
    }
  }
  return code && number ? { name: UNIT_OF_CODE[code]!, printed: number, range: outline.letterhead.number } : null
}

/** “Sở Y tế Bình Định” is “Sở Y tế” of Bình Định. */
export function withoutProvince(issuer: Issuer | null, province: ProvinceRef | null): Issuer | null {
  if (!issuer || !province || issuer.level !== 'department') return issuer
  const name = issuer.name
    .replace(new RegExp(`\\s*(?:tỉnh|thành phố|TP\\.?)?\\s*${province.name.replace(/[-]/g, '\\s*[-–]\\s*')}$`, 'iu'), '')
    .trim()
  return name === '' ? issuer : { ...issuer, name }
}
