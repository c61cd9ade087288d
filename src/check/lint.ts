// A plan becomes findings: what is odd in it and a reader should look at, each by a rule that can be turned off.
import type { Catalog } from '../catalog/index.ts'
import type { Plan } from '../model/plan.ts'
import { aboveHundred } from './rules/above-100.ts'
import { actNotInForce } from './rules/act-not-in-force.ts'
import { annexMissing } from './rules/annex-missing.ts'
import { beforeIssue } from './rules/before-issue.ts'
import { blankDate, blankNumber } from './rules/blank.ts'
import { impossibleDate } from './rules/impossible-date.ts'
import { leftoverYear } from './rules/leftover-year.ts'
import { numbering } from './rules/numbering.ts'
import { partMissing } from './rules/part-missing.ts'
import { phasesOverlap } from './rules/phases-overlap.ts'
import type { Finding, Rule } from './rules/rule.ts'
import { total } from './rules/total.ts'
import { twoValues } from './rules/two-values.ts'
import { unitMissing } from './rules/unit-missing.ts'
import { unitUnusual } from './rules/unit-unusual.ts'

export type { Finding, Rule } from './rules/rule.ts'

/** In the order in which they are listed. */
export const RULES: readonly Rule[] = [
  leftoverYear,
  actNotInForce,
  numbering,
  aboveHundred,
  unitMissing,
  unitUnusual,
  twoValues,
  beforeIssue,
  phasesOverlap,
  impossibleDate,
  blankNumber,
  blankDate,
  partMissing,
  total,
  annexMissing,
]

/** The findings of these rules in document order, those about the whole document first. */
export function lintPlan(plan: Plan, catalog: Catalog, rules: readonly Rule[] = RULES): Finding[] {
  const startOf = ({ span }: Finding) => span?.start ?? -1
  return rules
    .flatMap((rule) => rule.find(plan, catalog).map((odd) => ({ rule: rule.id, severity: rule.severity, ...odd })))
    .sort((a, b) => startOf(a) - startOf(b))
}

/** The rules of these ids, or all where none is named, without those that are turned off. Throws RangeError for an id that is none. */
export function chooseRules(only: readonly string[], off: readonly string[]): Rule[] {
  const unknown = unknownRule([...only, ...off])
  if (unknown !== undefined) throw new RangeError(`no rule “${unknown}”`)
  return RULES.filter(({ id }) => (only.length === 0 || only.includes(id)) && !off.includes(id))
}

/** The first id that no rule has. */
export function unknownRule(ids: readonly string[]): string | undefined {
  return ids.find((id) => !RULES.some((rule) => rule.id === id))
}
