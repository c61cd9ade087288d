// An indicator and the year of a plan become the national target that held then: the nearest year to come, by the latest act.
import type { NationalTarget } from '../model/catalog.ts'

export type NationalTargets = (code: string, year: number) => NationalTarget | null

export function nationalTargets(entries: readonly NationalTarget[]): NationalTargets {
  return (code, year) => {
    const held = entries.filter((each) => each.indicator === code && each.year >= year && Number(each.issued.slice(0, 4)) <= year)
    return held.sort((a, b) => a.year - b.year || (a.issued < b.issued ? 1 : -1))[0] ?? null
  }
}
