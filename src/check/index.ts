// A plan becomes messages about what cannot be right in it; its values stay as they were read.
import type { Message } from '../model/message.ts'
import type { Plan, Span } from '../model/plan.ts'
import { RULES } from './lint.ts'
import { checkTable } from './tables/index.ts'

type PlanMessage = Plan['messages'][number]

/** The plan with these messages among its own, in document order; `place` gives the boxes of a range. */
export function withChecks(plan: Plan, place: (range: { start: number; end: number }) => Span): Plan {
  const told = RULES.flatMap(({ tell }) => tell?.(plan) ?? []).map(
    ({ range, ...message }: Message): PlanMessage => ({ ...message, span: range && place(range) }),
  )
  const found = [...plan.tables.flatMap((table) => checkTable(table, plan.source.pages)), ...told]
  if (found.length === 0) return plan
  const startOf = ({ span }: PlanMessage) => span?.start ?? -1
  return { ...plan, messages: [...plan.messages, ...found].sort((a, b) => startOf(a) - startOf(b)) }
}
