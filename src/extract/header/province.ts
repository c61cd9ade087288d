// Letterhead, place of issue, title and text become the province that a document comes from.
import { bodyInRunningText, isCentralBody } from '../../catalog/bodies.ts'
import { provinceOfBody } from '../../catalog/districts.ts'
import { findProvince, type Province, provincesIn, provinceToday } from '../../catalog/provinces.ts'
import { type Message, report } from '../../model/message.ts'
import type { ProvinceRef } from '../../model/plan.ts'
import type { Source } from '../../model/source.ts'
import { foldText } from '../../text/fold.ts'

type Known = {
  place: string | null
  title: string | null
  issuer: string | null /** EDTF; names and codes of provinces change with it. */
  date: string | null
}

/** The province by the letterhead, the place of issue, the title, else the one that the text names most often; none for central bodies. */
export function readProvince(
  { outline, folded, spellings }: Source,
  { place, title, issuer, date }: Known,
  messages: Message[],
): ProvinceRef | null {
  if (issuer !== null && isCentralBody(issuer)) return null
  const bodies = outline.letterhead.bodies.map((body) => foldText(bodyInRunningText(body.printed)))
  for (const words of [...bodies, foldText(place ?? ''), foldText(title ?? '')]) {
    // “huyện Hòa Bình” is in Bạc Liêu: a district tells more than a name of a province that it holds.
    const district = DISTRICT.test(words) ? provinceOfBody(words, date, spellings) : null
    if (district) return refOf(district)
    const name = provincesIn(words, spellings).at(-1)?.name
    const found = name ? findProvince(name, date, spellings) : null
    if (found) return refOf(found)
  }
  const counts = new Map<string, number>()
  for (const { index, name } of provincesIn(folded, spellings)) {
    const weight = /(?:tỉnh|thành phố|Sở Y tế|UBND) $/iu.test(folded.slice(Math.max(0, index - 12), index)) ? 3 : 1
    counts.set(name, (counts.get(name) ?? 0) + weight)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  const found = most && most[1] >= 3 ? findProvince(most[0], date, spellings) : null
  if (!found) messages.push(report('header/province-unknown', null))
  return found ? refOf(found) : null
}

const DISTRICT = /(?<!\p{sc=Latn})(?:huyện|quận|thị xã|thành phố) \p{Lu}/iu

function refOf(province: Province): ProvinceRef {
  const today = provinceToday(province)
  return { code: province.code, name: province.name, currentCode: today.code, currentName: today.name }
}
