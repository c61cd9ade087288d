// A library becomes pages of the targets that its plans set, by code, category, name, year and value.

import type { IndicatorItem } from '../../model/api/answers.ts'
import type { IndicatorQuery } from '../../model/api/queries.ts'
import type { IndicatorEntry } from '../../model/catalog.ts'
import type { Indicator } from '../../model/plan.ts'
import { holdsQuery, parseQuery } from '../../search/index.ts'
import { cursorTo, placeOf } from '../cursor.ts'
import type { Digest } from '../digest.ts'
import type { Library } from '../library.ts'
import { planTest } from './filter.ts'

// A page that finds little ends after so many plans; the next one goes on from there.
const MOST_READ = 500

export async function listIndicators(
  library: Library,
  query: IndicatorQuery,
  entries: readonly IndicatorEntry[],
): Promise<{ items: IndicatorItem[]; next: string | null }> {
  const { year, limit, cursor, ...rest } = query
  const isPlanWanted = planTest({ ...rest, year: undefined })
  const place = placeOf<[string, number]>(cursor, ['string', 'number'])
  const { digests, index } = await library.contents()
  const words = query.q === undefined ? null : parseQuery(query.q)
  const named = words && index.namesWith(words)
  const codes = codesOf(query, entries)
  const mayHold = ({ name, summary, ...held }: Digest) =>
    isPlanWanted(summary) &&
    (named?.has(name) ?? true) &&
    (codes === null || held.codes.some((code) => codes.has(code)) || held.categories.includes(query.category ?? ''))
  const isWanted = (indicator: Indicator) =>
    (codes === null || codes.has(indicator.code ?? '') || (query.code === undefined && indicator.category === query.category)) &&
    (year === undefined || indicator.year === year) &&
    (query.min === undefined || (indicator.value !== null && indicator.value >= query.min)) &&
    (query.max === undefined || (indicator.value !== null && indicator.value <= query.max)) &&
    (words === null || holdsQuery(indicator.name, words))
  const items: IndicatorItem[] = []
  let read = 0
  for (const { name, summary } of digests.filter(mayHold)) {
    if (place && name < place[0]) continue
    if (read++ >= MOST_READ) return { items, next: cursorTo([name, 0]) }
    const plan = await library.planNamed(name)
    const from = place?.[0] === name ? place[1] : 0
    for (const [i, indicator] of (plan?.indicators ?? []).entries()) {
      if (i < from || !isWanted(indicator)) continue
      if (items.length === limit) return { items, next: cursorTo([name, i]) }
      items.push({ planId: summary.id, path: summary.path, province: summary.province, planYear: summary.year, indicator })
    }
  }
  return { items, next: null }
}

/** The codes that are asked for; null where none is. */
function codesOf({ code, category }: IndicatorQuery, entries: readonly IndicatorEntry[]): Set<string> | null {
  if (code === undefined && category === undefined) return null
  const ofCategory = entries.filter((entry) => category === undefined || entry.category === category).map((entry) => entry.code)
  if (code === undefined) return new Set(ofCategory)
  return new Set(category === undefined || ofCategory.includes(code) ? [code] : [])
}
