// A name, a code or a body becomes its province on a day, as it was and as it is today; no words, the list of the day.
import { provinceOfBody } from '../../catalog/districts.ts'
import {
  findProvince,
  MERGER,
  PERIODS,
  type Province,
  predecessorsOf,
  provinceAt,
  provincesOn,
  provinceToday,
  REGIONS,
  type Spellings,
} from '../../catalog/provinces.ts'
import { NONE, type Page } from './page.ts'

export const provincesPage: Page = ({ words, date }, { spellings }, language) => {
  const found = words === '' ? (date === null ? [...PERIODS] : provincesOn(date)) : lookUp(words, date, spellings)
  const data = found.map((province) => {
    const today = provinceToday(province)
    const { code, name, isCity, from, to, variants } = province
    const region = REGIONS.find(({ key }) => key === province.region)?.[language] ?? null
    const isToday = to === null
    return {
      code, name, isCity, from, to, region, variants: [...variants, ...(spellings[name] ?? [])],
      today: { code: today.code, name: today.name },
      madeOf: isToday ? predecessorsOf(code).map((each) => ({ code: each.code, name: each.name })) : [],
    } // biome-ignore format: short fields
  })
  return {
    data,
    columns: HEADS[language].map((head, i) => (i === 6 ? { head, isElastic: true } : { head })),
    rows: data.map(({ code, name, from, to, region, today, madeOf }) => [
      code,
      name,
      from ?? NONE,
      to ?? NONE,
      region ?? NONE,
      `${today.code} ${today.name}`,
      madeOf.length > 1 ? madeOf.map((each) => each.name).join(', ') : NONE,
    ]),
    isFound: data.length > 0,
  }
}

const HEADS = {
  vi: ['Mã', 'Tên', 'Từ ngày', 'Đến ngày', 'Vùng', 'Nay là', 'Gồm các tỉnh cũ'],
  en: ['Code', 'Name', 'From', 'To', 'Region', 'Today', 'Made of'],
}

/** A code without a day means both that it had. */
function lookUp(words: string, date: string | null, own: Spellings): Province[] {
  if (/^\d{2}$/.test(words)) {
    const days = date === null ? ['2025-06-30', MERGER] : [date]
    return days.flatMap((day) => provinceAt(words, day) ?? [])
  }
  return [findProvince(words, date, own) ?? provinceOfBody(words, date, own)].filter((province) => province !== null)
}
