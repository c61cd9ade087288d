// Words at the start of a clause become the unit that they name: a body, a person who leads one, a group of bodies.
//
//   "các bệnh viện tuyến huyện báo cáo kết quả" => các bệnh viện tuyến huyện    "Phòng Nghiệp vụ Y, Thanh tra Sở chủ trì" => Phòng Nghiệp vụ Y, Thanh tra Sở
//   "Sở Y tế (qua Phòng Nghiệp vụ Y) trước ngày" => Sở Y tế    "Xã đạt chuẩn" => none

import { foldText } from '../text/fold.ts'
import { type Grammar, matchOf } from '../text/phrases.ts'
import { grammarsOf } from './lexicon.ts'

const UNIT = '^#Group? #Body #Word{0,40}'
/** “Sở Y tế (Phòng Nghiệp vụ Y) tổng hợp”: words in brackets inside a name or between it and its verb. */
const ASIDE = /^ ?\([^()]{1,40}\)(?= (?!trước|chậm)\p{Ll})/u
const LONGEST = 160

/** How many characters of the words, from their start, name a unit; 0 where they begin with none. Pass folded text. */
export function unitLength(words: string, agencies: Grammar = grammarsOf().agencies): number {
  if (!agencies.mayBegin(words, 'Group', 'Body')) return 0
  const terms = agencies.read(words, 0, Math.min(words.length, LONGEST))
  let named = matchOf(UNIT, terms)?.terms ?? []
  let aside = ASIDE.exec(words.slice(named.at(-1)?.end))
  while (aside && named.length > 0) {
    const from = named.at(-1)!.end + aside[0].length
    const more =
      matchOf(
        '^#Word{0,40}',
        terms.filter(({ start }) => start >= from),
      )?.terms ?? []
    if (more.length === 0) return from
    named = [...named, ...more]
    aside = ASIDE.exec(words.slice(named.at(-1)!.end))
  }
  return named.findLast(({ tags }) => !tags.has('Link') && !tags.has('Sign'))?.end ?? 0
}

/** Units of a cell or a list: parted at “;” and line ends, and at commas before the capital or the “các” of another body. */
export function unitsIn(printed: string, agencies: Grammar = grammarsOf().agencies): { start: number; end: number }[] {
  const words = foldText(printed)
  const units: { start: number; end: number }[] = []
  for (const part of words.matchAll(PARTS)) {
    const text = part[0].replace(/^[\s,;.+*-]+/u, '')
    const start = part.index + part[0].length - text.length
    const end = start + text.replace(/[\s,;.]+$/u, '').length
    const last = units.at(-1)
    // “Sở Văn hóa, Thể thao và Du lịch”: what names no body goes on with the one before.
    if (last && words[part.index] === ',' && unitLength(text, agencies) === 0) last.end = end
    else if (/\p{sc=Latn}{2}/u.test(text)) units.push({ start, end })
  }
  return units
}

const PARTS =
  /(?:^|[;\n]|,|(?<=[\p{sc=Latn}\d)]) ?[+*] )(?:(?![;\n]|,(?= ?(?:[Cc]ác |\p{Lu}))|(?<=[\p{sc=Latn}\d)]) ?[+*] )[\s\S])+/gu
