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

/** The catalogue as it is shipped, with a user's own entries; built once for each. */
export function openCatalog(own: CatalogFile = NONE): Catalog {
  let catalog = opened.get(own)
  if (!catalog) {
    catalog = build(own)
    opened.set(own, catalog)
  }
  return catalog
}

const NONE: CatalogFile = { version: '' }
const opened = new WeakMap<CatalogFile, Catalog>()

function build(own: CatalogFile): Catalog {
  const ours = indicators.indicators as unknown as readonly IndicatorEntry[]
  const entries = mergeIndicators(ours, own)
  const known = new Map((acts.acts as unknown as readonly ActEntry[]).map((act) => [act.key, act]))
  for (const act of own.acts ?? []) known.set(act.key, act)
  const registry = [...known.values()]
  return {
    version: [indicators.version, own.version].filter((version) => version !== '').join('+'),
    indicators: entries,
    acts: registry,
    matchIndicator: indicatorMatcher(entries),
    units: unitTable([...(units.units as unknown as readonly UnitEntry[]), ...(own.units ?? [])]),
    registry: actRegistry(registry),
  }
}

/** The user's indicators replace those of their code; the user's names come behind ours. */
function mergeIndicators(ours: readonly IndicatorEntry[], own: CatalogFile): IndicatorEntry[] {
  const merged = new Map(ours.map((entry) => [entry.code, entry]))
  for (const entry of own.indicators ?? []) merged.set(entry.code, entry)
  for (const [code, names] of Object.entries(own.aliases ?? {})) {
    const entry = merged.get(code)
    if (entry) merged.set(code, { ...entry, aliases: [...entry.aliases, ...names] })
  }
  return [...merged.values()]
}
