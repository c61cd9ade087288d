// A plan becomes messages about what cannot be right in it; its values stay as they were read.
import type { Plan } from '../model/plan.ts'
import { checkTable } from './tables/index.ts'

type PlanMessage = Plan['messages'][number]

/** The plan with these messages among its own, in document order. */
export function withChecks(plan: Plan): Plan {
  const found = plan.tables.flatMap((table) => checkTable(table, plan.source.pages))
  if (found.length === 0) return plan
  const startOf = ({ span }: PlanMessage) => span?.start ?? -1
  return { ...plan, messages: [...plan.messages, ...found].sort((a, b) => startOf(a) - startOf(b)) }
}
