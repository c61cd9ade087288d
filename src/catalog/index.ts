// The catalogue that the program brings along, with what a user adds: indicators, units and acts behind one door.
import type { ActEntry, CatalogFile, IndicatorEntry, UnitEntry } from '../model/catalog.ts'
import { type Acts, actRegistry } from './acts.ts'
import acts from './data/acts.json' with { type: 'json' }
import indicators from './data/indicators.json' with { type: 'json' }
import units from './data/units.json' with { type: 'json' }
import { indicatorMatcher, type Matcher } from './indicators/match.ts'
import { type Units, unitTable } from './measures.ts'

export type Catalog = {
  /** Version of the data; with a user's file, its version behind a plus sign. */
  version: string
  indicators: readonly IndicatorEntry[]
  acts: readonly ActEntry[]
  matchIndicator: Matcher
  units: Units
  registry: Acts
}

/** The catalogue as it is shipped, with a user's own entries; tables are built when they are first asked. */
export function openCatalog(own?: CatalogFile): Catalog {
  if (!own) {
    shipped ??= build(undefined)
    return shipped
  }
  return build(own)
}

let shipped: Catalog | null = null

function build(own: CatalogFile | undefined): Catalog {
  const ours = indicators.indicators as unknown as readonly IndicatorEntry[]
  const entries = mergeIndicators(ours, own?.indicators ?? [])
  const known = new Map((acts.acts as unknown as readonly ActEntry[]).map((act) => [act.key, act]))
  for (const act of own?.acts ?? []) known.set(act.key, act)
  const registry = [...known.values()]
  return {
    version: [indicators.version, own?.version].filter((version) => version !== undefined).join('+'),
    indicators: entries,
    acts: registry,
    matchIndicator: indicatorMatcher(entries),
    units: unitTable([...(units.units as unknown as readonly UnitEntry[]), ...(own?.units ?? [])]),
    registry: actRegistry(registry),
  }
}

function mergeIndicators(ours: readonly IndicatorEntry[], own: readonly IndicatorEntry[]): IndicatorEntry[] {
  const merged = new Map(ours.map((entry) => [entry.code, entry]))
  for (const entry of own) {
    const known = merged.get(entry.code)
    merged.set(
      entry.code,
      known
        ? { ...known, aliases: [...known.aliases, ...entry.aliases], patterns: [...known.patterns, ...entry.patterns] }
        : entry,
    )
  }
  return [...merged.values()]
}
