// A library becomes pages of its plans, one plan, or one section of it.
import type { PlanSummary, Trail } from '../../model/api/answers.ts'
import type { PlanFilter } from '../../model/api/queries.ts'
import type { Box, Plan, Section } from '../../model/plan.ts'
import { cursorTo, placeOf } from '../cursor.ts'
import type { Library } from '../library.ts'
import { notFound } from '../problems.ts'
import { planTest } from './filter.ts'

type Paged = { limit: number; cursor?: string | undefined }

export async function listPlans(
  library: Library,
  query: PlanFilter & Paged,
): Promise<{ total: number; items: PlanSummary[]; next: string | null }> {
  const isWanted = planTest(query)
  const [after = ''] = placeOf<[string]>(query.cursor, ['string']) ?? []
  const { digests } = await library.contents()
  const wanted = digests.filter(({ summary }) => isWanted(summary))
  const rest = wanted.filter(({ name }) => name > after)
  const items = rest.slice(0, query.limit)
  const next = rest.length > items.length ? cursorTo([items.at(-1)!.name]) : null
  return { total: wanted.length, items: items.map(({ summary }) => summary), next }
}

/** Throws ProblemError where there is none. */
export async function planOf(library: Library, id: string): Promise<Plan> {
  const plan = await library.plan(id)
  if (plan) return plan
  throw notFound(`không có kế hoạch “${id}”`, `there is no plan “${id}”`)
}

/** A section with the way to it. Throws ProblemError where there is none. */
export function sectionOf(plan: Plan, id: string): { trail: Trail; section: Section } {
  const found = findSection(plan.sections, id, [])
  if (found) return found
  throw notFound(`kế hoạch ${plan.id} không có mục “${id}”`, `plan ${plan.id} has no section “${id}”`)
}

/** Where a target, a cited act or a section stands. Throws ProblemError where there is none of this id. */
export function boxesOf(plan: Plan, id: string): readonly Box[] {
  const indicator = plan.indicators.find((each) => each.id === id)
  if (indicator) return indicator.span.boxes
  const reference = plan.legalReferences.find((each) => each.id === id)
  return reference ? reference.mentions.flatMap(({ span }) => span.boxes) : sectionOf(plan, id).section.span.boxes
}

function findSection(sections: readonly Section[], wanted: string, above: Trail): { trail: Trail; section: Section } | null {
  for (const section of sections) {
    const { id, number, heading } = section
    const trail = [...above, { id, number, heading }]
    if (id === wanted) return { trail, section }
    const inside = findSection(section.children, wanted, trail)
    if (inside) return inside
  }
  return null
}
