// The door for programs: a plan becomes the findings that `kehoach check` would tell of it.
import { openCatalog } from '../catalog/index.ts'
import type { CatalogFile } from '../model/catalog.ts'
import type { Plan } from '../model/plan.ts'
import { chooseRules, lintPlan } from './lint.ts'
import { type PlacedFinding, placeFindings } from './place.ts'

export type CheckOptions = {
  /** Ids of the rules to use; all where none is named. `CHECK_RULES` lists them. */
  only?: readonly string[]
  /** Ids of the rules to leave out. */
  off?: readonly string[]
  /** Indicators, units and acts of one's own, besides those of the catalogue. */
  catalog?: CatalogFile
}

/** What is odd in a plan, in document order. Throws RangeError for a rule that does not exist. */
export function checkPlan(plan: Plan, { only = [], off = [], catalog }: CheckOptions = {}): PlacedFinding[] {
  return placeFindings(plan, lintPlan(plan, openCatalog(catalog), chooseRules(only, off)))
}
