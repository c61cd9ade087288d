// The catalogue that the program brings along, with what a user adds: indicators, units and acts behind one door.
import type { ActEntry, CatalogFile, Family, IndicatorEntry, NationalTarget, UnitEntry } from '../model/catalog.ts'
import { type Acts, actRegistry } from './acts.ts'
import acts from './data/acts.json' with { type: 'json' }
import families from './data/families.json' with { type: 'json' }
import compiled from './data/index.json' with { type: 'json' }
import indicators from './data/indicators.json' with { type: 'json' }
import targets from './data/national-targets.json' with { type: 'json' }
import units from './data/units.json' with { type: 'json' }
import { type CompiledIndex, compileEntries } from './indicators/compile.ts'
import { indicatorMatcher, type Matcher } from './indicators/match.ts'
import { type Units, unitTable } from './measures.ts'
import { type NationalTargets, nationalTargets } from './national-targets.ts'
import type { Spellings } from './provinces.ts'

// Renewed by the build, which must compile whatever stands in it before.
const index = compiled as unknown as CompiledIndex

export type Catalog = {
  /** Version of the data; with a user's file, its version behind a plus sign. */
  version: string
  indicators: readonly IndicatorEntry[]
  acts: readonly ActEntry[]
  matchIndicator: Matcher
  units: Units
  registry: Acts
  /** What the whole country was to reach, in the year of a plan. */
  nationalTarget: NationalTargets
  /** Indicators of one matter under several definitions. */
  families: readonly Family[]
  /** Spellings of provinces that the user added. */
  spellings: Spellings
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
    matchIndicator: indicatorMatcher(entries, indexOf(ours, entries)),
    units: unitTable([...(units.units as unknown as readonly UnitEntry[]), ...(own.units ?? [])]),
    registry: actRegistry(registry),
    nationalTarget: nationalTargets(mergeTargets(own)),
    families: families.families,
    spellings: own.spellings ?? {},
  }
}

/** Ours is compiled by the build; what the user changed or added is compiled here. */
function indexOf(ours: readonly IndicatorEntry[], entries: readonly IndicatorEntry[]): Pick<CompiledIndex, 'aliases' | 'rules'> {
  const known = new Set(ours)
  const changed = entries.filter((entry) => !known.has(entry))
  if (changed.length === 0) return index
  const codes = new Set(changed.map(({ code }) => code))
  const own = compileEntries(changed)
  return {
    aliases: [...index.aliases.filter(({ code }) => !codes.has(code)), ...own.aliases],
    rules: [...index.rules.filter(({ code }) => !codes.has(code)), ...own.rules],
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

function mergeTargets(own: CatalogFile): NationalTarget[] {
  const ours = targets.nationalTargets as unknown as readonly NationalTarget[]
  const merged = new Map(
    [...ours, ...(own.nationalTargets ?? [])].map((each) => [`${each.indicator} ${each.year} ${each.act}`, each]),
  )
  return [...merged.values()]
}
