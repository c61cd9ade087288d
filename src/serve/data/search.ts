// A library becomes pages of the places that hold what is searched.
import type { SearchAnswer } from '../../model/api/answers.ts'
import type { SearchQuery } from '../../model/api/queries.ts'
import { parseQuery, snippetOf } from '../../search/index.ts'
import { cursorTo, placeOf } from '../cursor.ts'
import type { Library } from '../library.ts'
import { planTest } from './filter.ts'

export async function searchPlans(library: Library, query: SearchQuery): Promise<SearchAnswer> {
  const isWanted = planTest(query)
  const [from = 0] = placeOf<[number]>(query.cursor, ['number']) ?? []
  const parsed = parseQuery(query.q)
  const { index, byName } = await library.contents()
  const { total, hits } = index.search(
    parsed,
    {
      isWanted(name) {
        const digest = byName.get(name)
        return digest !== undefined && isWanted(digest.summary)
      },
      role: query.role,
    },
    from,
    query.limit,
  )
  const items: SearchAnswer['items'] = []
  for (const hit of hits) {
    const plan = await library.planNamed(hit.name)
    // Replaced in this moment; the next search knows.
    if (!plan || plan.text.length < hit.end) continue
    const { text, start, end, matches, path, pages } = snippetOf(plan, hit, parsed)
    items.push({
      planId: plan.id,
      path: plan.source.path,
      title: plan.header.title,
      province: plan.header.province?.name ?? null,
      year: plan.header.year,
      sectionId: hit.sectionId,
      trail: path,
      snippet: text,
      span: [start, end],
      matches: matches.map(([a, b]) => [a - start, b - start]),
      pages,
      score: hit.score,
    })
  }
  return { total, items, next: from + hits.length < total && hits.length > 0 ? cursorTo([from + hits.length]) : null }
}
