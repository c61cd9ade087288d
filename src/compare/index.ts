// Two plans become the changes from the first to the second.
import { type Catalog, openCatalog } from '../catalog/index.ts'
import type { Diff, Place, PlanSide } from '../model/diff.ts'
import type { Plan } from '../model/plan.ts'
import { copiedPassages } from './copied.ts'
import { assignmentChanges, deadlineChanges, phaseChanges } from './duties.ts'
import { headerChanges } from './header.ts'
import { indicatorChanges } from './indicators.ts'
import { mirrorDiff } from './mirror.ts'
import { referenceChanges } from './references.ts'
import { sectionChanges } from './sections.ts'

/** The changes from one plan to another. Turned round they are those from the other to the one; of a plan and itself there are none. */
export function diffPlans(before: Plan, after: Plan, catalog: Catalog = openCatalog()): Diff {
  // Of several alignments that are as good, the same one whichever plan is named first.
  return isFirst(before, after) ? changesOf(before, after, catalog) : mirrorDiff(changesOf(after, before, catalog))
}

export function isSame(diff: Diff): boolean {
  const { header, sections, indicators, legalReferences, phases, deadlines, assignments } = diff
  return [header, sections, indicators, legalReferences, phases, deadlines, assignments].every(({ length }) => length === 0)
}

function isFirst(a: Plan, b: Plan): boolean {
  if (a.id !== b.id) return a.id < b.id
  return a === b || JSON.stringify(a) <= JSON.stringify(b)
}

function changesOf(before: Plan, after: Plan, catalog: Catalog): Diff {
  const [from, to] = [before.header.year, after.header.year]
  const years = from === null || to === null ? null : to - from
  const lengths = [Math.max(1, before.text.length), Math.max(1, after.text.length)] as const
  /** By where the words stand in the two plans, so that the order is the same whichever is named first. */
  const inOrder = <T extends { before: Place | null; after: Place | null }>(changes: T[]): T[] => {
    const share = (place: Place | null, length: number) => (place?.span ? [place.span.start / length] : [])
    const keys = new Map(
      changes.map((change) => {
        const shares = [...share(change.before, lengths[0]), ...share(change.after, lengths[1])]
        return [change, shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length)]
      }),
    )
    return changes.sort((a, b) => keys.get(a)! - keys.get(b)!)
  }
  return {
    schemaVersion: '1.0',
    before: sideOf(before),
    after: sideOf(after),
    header: headerChanges(before, after, years),
    sections: inOrder(sectionChanges(before, after, years)),
    indicators: inOrder(indicatorChanges(before, after, catalog)),
    legalReferences: inOrder(referenceChanges(before, after, catalog.registry)),
    phases: inOrder(phaseChanges(before, after, years)),
    deadlines: inOrder(deadlineChanges(before, after, years)),
    assignments: inOrder(assignmentChanges(before, after, years)),
    copied: copiedPassages(before.text, after.text),
  }
}

function sideOf({ id, source, header }: Plan): PlanSide {
  const { number, title, documentType, year, province } = header
  return {
    id,
    path: source.path,
    number,
    title,
    documentType,
    year,
    province: province?.name ?? null,
    textOrigin: source.textOrigin,
  }
}
