// Provinces at a date: the 63 until 2025-06-30, the 34 since 2025-07-01, and which of the old ones each new one holds.
// Sources: General Statistics Office codes; Resolution 202/2025/QH15; Decision 19/2025/QĐ-TTg; Resolution 30/2026/QH16; Huế is a city since 2025-01-01.
import type { ProvincePeriod, Region } from '../model/catalog.ts'
import { foldText, nameKey, plainLetters } from '../text/fold.ts'
import data from './data/provinces.json' with { type: 'json' }

export type Province = {
  code: string
  name: string
  isCity: boolean /** The province that it belongs to since 2025-07-01. */
  currentCode: string
  /** First and last day of this code, name and rank; null where it is older than the catalogue, or stands today. */
  from: string | null
  to: string | null
  region: string | null
  variants: readonly string[]
}

/** The day on which the 34 provinces began. */
export const MERGER = '2025-07-01'

/** Every province in each period of its history, the older periods first. */
export const PERIODS: readonly Province[] = (data.provinces as readonly ProvincePeriod[]).map(
  ({ code, name, isCity, into, from, to, region, variants }) => ({
    code,
    name,
    isCity,
    // Within one code, what follows it is itself.
    currentCode: into ?? code,
    from,
    to,
    region,
    variants,
  }),
)

export const REGIONS: readonly Region[] = data.regions

/** The 63 of the last day before the merger. */
export const PROVINCES: readonly Province[] = provincesOn('2025-06-30')

/** More spellings by the name of a province, as a user's catalogue adds them. */
export type Spellings = Readonly<Record<string, readonly string[]>>

type Gazetteer = { byName: ReadonlyMap<string, readonly Province[]>; names: RegExp }

const NO_SPELLINGS: Spellings = {}
const gazetteers = new WeakMap<Spellings, Gazetteer>()

/** Made when the first name is looked up. What was known before goes on to mean what it meant. */
function gazetteerOf(own: Spellings): Gazetteer {
  const known = gazetteers.get(own)
  if (known) return known
  const byName = new Map<string, Province[]>()
  const added = (province: Province) => own[province.name] ?? []
  const add = (province: Province, forms: readonly string[]) => {
    for (const key of new Set(forms.map(placeKey))) byName.set(key, [...(byName.get(key) ?? []), province])
  }
  for (const province of PERIODS) add(province, [province.name, ...province.variants])
  const ours = new Set(byName.keys())
  for (const province of PERIODS)
    add(
      province,
      added(province).filter((form) => !ours.has(placeKey(form))),
    )
  const forms = PERIODS.flatMap((province) => [province.name, ...province.variants, ...added(province)])
  const gazetteer = { byName, names: namesIn(forms) }
  gazetteers.set(own, gazetteer)
  return gazetteer
}

/** Names that a user spells anew and that no province has. */
export function unknownNames(own: Spellings): string[] {
  return Object.keys(own).filter((name) => !PERIODS.some((province) => province.name === name))
}

/** The provinces of a day. */
export function provincesOn(date: string): Province[] {
  return PERIODS.filter((province) => stands(province, date))
}

/** The province that a code means on a day: 24 is Bắc Giang until 2025-06-30, Bắc Ninh from then on. */
export function provinceAt(code: string, date: string): Province | null {
  return PERIODS.find((province) => province.code === code && stands(province, firstDay(date))) ?? null
}

/**
 * The province of a printed name (with or without Tỉnh, Thành phố) on a day, or null. `date` is EDTF or null; unknown parts count
 * as early. A name that no longer, or not yet, stands on the day is the province that once had it.
 */
export function findProvince(printed: string, date: string | null, own: Spellings = NO_SPELLINGS): Province | null {
  const named = gazetteerOf(own).byName.get(placeKey(printed)) ?? []
  const day = date === null ? '2025-06-30' : firstDay(date)
  return (
    named.find((province) => stands(province, day)) ??
    named.findLast((province) => (province.from ?? '') <= day) ??
    named[0] ??
    null
  )
}

/** The province that a province belongs to since 2025-07-01. */
export function provinceToday(province: Province): Province {
  return PERIODS.findLast(({ code, to }) => code === province.currentCode && to === null) ?? province
}

/** The provinces that one of today was made of, itself among them where it kept its name. */
export function predecessorsOf(code: string): Province[] {
  return PROVINCES.filter((province) => province.currentCode === code)
}

/** Every province name that folded text holds, in order of place; “hòa bình” in lower case is peace, not a province. */
export function provincesIn(text: string, own: Spellings = NO_SPELLINGS): { index: number; name: string }[] {
  return [...text.matchAll(gazetteerOf(own).names)]
    .filter((found) => !/(?:^|\s)\p{Ll}/u.test(found[0]))
    .map((found) => ({ index: found.index, name: found[0] }))
}

function namesIn(forms: readonly string[]): RegExp {
  const longestFirst = [...new Set(forms.map((form) => foldText(form.normalize('NFC'))))].sort((a, b) => b.length - a.length)
  const patterns = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s*-\s*/g, '\\s*[-–]\\s*'))
  return new RegExp(`(?<![\\p{sc=Latn}\\p{sc=Zinh}])(?:${patterns.join('|')})(?![\\p{sc=Latn}\\p{sc=Zinh}])`, 'giu')
}

function stands({ from, to }: Province, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}

/** The first day that an EDTF date can mean, as a text that sorts. */
function firstDay(date: string): string {
  return date.split('/')[0]!.replaceAll('X', '0')
}

/** One form for comparing names of places. */
export function placeKey(printed: string): string {
  return plainLetters(nameKey(printed))
    .replace(/[\s\-–.']+/g, ' ')
    .replace(/^(?:tinh|thanh pho|tp) /, '')
    .replace(/ /g, '')
}
