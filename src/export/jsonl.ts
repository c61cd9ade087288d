// Plans become JSON lines: a plan a line, as it is.
import type { Plan } from '../model/plan.ts'
import type { TextFormat } from './format.ts'

export const jsonl: TextFormat = {
  shape: 'text',
  ending: 'jsonl',
  async *write(plans: AsyncIterable<Plan>) {
    for await (const plan of plans) yield `${JSON.stringify(plan)}\n`
  },
}
