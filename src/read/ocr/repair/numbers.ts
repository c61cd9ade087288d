// The letters of a document number become the abbreviations that they are; its digits are never changed.
//
//   "11⁄2016/TT-BYT" => 11/2016/TT-BYT    "15/KH-SVT" => 15/KH-SYT    "15/QÐ-TTg" => 15/QĐ-TTg    "V/w" => V/v    "BGÐ" => BGĐ
//   "120/80" => none    "12/KH-BVĐK" => none

import { typeByAbbreviation } from '../../../catalog/document-types.ts'

const NUMBER =
  /^(?<head>[("“]*(?:Số:)?(?:\d{1,5}|[^\p{L}\s]{0,6})(?:[/⁄∕]\d{4})?[/⁄∕])(?<type>\p{L}{2,5}\d{0,2})-(?<issuer>\p{L}{2,6})(?<tail>[^\p{L}\d-]*)$/u
const SLASH = /(?<=\d)[⁄∕](?=[\d\p{L}])/gu
// No letter of Vietnamese; engines see one beside a Đ, or for it.
const ETH = /ĐÐ|ÐĐ|Ð|ð/gu
/** Issuers that number their papers in every province. */
const ISSUERS = ['SYT', 'BYT', 'UBND', 'HĐND', 'TTg', 'CP', 'TTYT', 'CDC', 'BNV', 'BTC', 'BCĐ']
/** Capitals that engines take for one another. */
const ALIKE = ['VY', 'DĐÐPO', 'CG', 'UV', 'BE8', 'Il1', 'TI']

// “V/v” before the subject of a công văn.
const SUBJECT = /^[VY]\/[wyvVWY](?<tail>[.:]?)$/u

/** What the word shall say; null where it stays. */
export function repairNumber(text: string): string | null {
  const subject = SUBJECT.exec(text)
  if (subject) return text[2] === 'v' && text[0] === 'V' ? null : `V/v${subject.groups!.tail}`
  const slashed = text.replace(SLASH, '/').replace(ETH, (seen) => (seen === 'ð' ? 'đ' : 'Đ'))
  const { head, type, issuer, tail } = NUMBER.exec(slashed)?.groups ?? {}
  const whole = head === undefined ? slashed : `${head}${typeOf(type!)}-${issuerOf(issuer!)}${tail}`
  return whole === text ? null : whole
}

function typeOf(seen: string): string {
  if (typeByAbbreviation(seen)) return seen
  const stroked = [...seen].map((letter, i) => ({ i, letter })).filter(({ letter }) => 'DÐ'.includes(letter))
  const readings = stroked
    .map(({ i }) => `${seen.slice(0, i)}Đ${seen.slice(i + 1)}`)
    .filter((reading) => typeByAbbreviation(reading))
  return readings.length === 1 ? readings[0]! : seen
}

function issuerOf(seen: string): string {
  if (ISSUERS.includes(seen)) return seen
  const readings = ISSUERS.filter(
    (issuer) => isOneApart(seen, issuer) || seen.replace(/Đ[DO]/u, 'Đ') === issuer || isDoubled(seen, issuer),
  )
  return readings.length === 1 ? readings[0]! : seen
}

/** One letter seen twice. */
function isDoubled(seen: string, meant: string): boolean {
  return [...seen].some((letter, i) => letter === seen[i + 1] && seen.slice(0, i) + seen.slice(i + 1) === meant)
}

function isOneApart(seen: string, meant: string): boolean {
  if (seen.length !== meant.length) return false
  const differing = [...seen].flatMap((letter, i) => (letter === meant[i] ? [] : [letter + meant[i]]))
  return differing.length === 1 && ALIKE.some((group) => [...differing[0]!].every((letter) => group.includes(letter)))
}
