// The name of a body becomes the province that it belongs to: by a province in the name, else by a district that only one province has.
//
//   "Sở Y tế Bình Định" => Bình Định    "TTYT huyện Vân Canh" => Bình Định    "Trung tâm Y tế huyện Châu Thành" => none    "15/KH-UBND" => none
import { foldText } from '../text/fold.ts'
import { bodyInRunningText } from './bodies.ts'
import data from './data/districts.json' with { type: 'json' }
import {
  findProvince,
  MERGER,
  type Province,
  placeKey,
  provinceAt,
  provincesIn,
  provinceToday,
  type Spellings,
} from './provinces.ts'

const DISTRICT =
  /(?<!\p{sc=Latn})(?:huyện|quận|thị xã|thành phố|TP\.?|TX\.?|khu vực|h\.) ?(?<name>\p{Lu}[\p{sc=Latn}\p{sc=Zinh}']*(?:(?: | - )\p{Lu}[\p{sc=Latn}\p{sc=Zinh}']*){0,4})/iu

let provinceOf: Map<string, string | null> | null = null

/** The province of an issuer on a day; null where its name does not tell. `date` is EDTF or null. */
export function provinceOfBody(printed: string, date: string | null, own?: Spellings): Province | null {
  const name = foldText(bodyInRunningText(printed.normalize('NFC')))
  const district = DISTRICT.exec(name)?.groups?.name
  const code = district ? codeOfDistrict(district) : null
  // “huyện Hòa Bình” is in Bạc Liêu, “huyện Quảng Ninh” in Quảng Bình; “thành phố Hòa Bình” is not in the list of districts.
  const isNamed = /(?:huyện|quận|thị xã|TX\.?|h\.) ?\p{Lu}/u.test(name) && code !== null
  const province = isNamed ? null : provincesIn(name, own).at(-1)
  const found = province ? findProvince(province.name, date, own) : code ? provinceAt(code, '2025-06-30') : null
  if (!found) return null
  return date !== null && date.replaceAll('X', '0') >= MERGER ? provinceToday(found) : found
}

/** Words behind “huyện” may be more than its name: the longest run that is one counts. */
function codeOfDistrict(words: string): string | null {
  provinceOf ??= codesByDistrict()
  const parts = words.split(' ')
  for (let count = parts.length; count > 0; count--) {
    const code = provinceOf.get(placeKey(parts.slice(0, count).join(' ')))
    if (code !== undefined) return code
  }
  return null
}

function codesByDistrict(): Map<string, string | null> {
  const codes = new Map<string, string | null>()
  for (const [code, names] of Object.entries(data.districts))
    for (const name of names) codes.set(placeKey(name), codes.has(placeKey(name)) ? null : code)
  return codes
}
