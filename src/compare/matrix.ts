// Plans become a matrix: provinces by indicators for a year, or indicators by years for a province.
import { type Catalog, openCatalog } from '../catalog/index.ts'
import { MERGER, PERIODS, predecessorsOf, provinceAt } from '../catalog/provinces.ts'
import type { IndicatorEntry } from '../model/catalog.ts'
import type { Cell, IndicatorLine, Matrix, PlainCell } from '../model/matrix.ts'
import type { Plan } from '../model/plan.ts'
import { scopeKey } from './amounts.ts'
import { cellOf, NO_PLAN, otherDefinition, type Said } from './cells.ts'
import { withNational } from './national.ts'

export type MatrixOptions = {
  /** The year of a matrix; the last one of which there is a plan where none is given. */
  year?: number | undefined
  /** Code of the province: a series over the years. */
  province?: string | undefined
  view?: 'issued' | 'today'
  /** Codes or categories; all that any plan states where none is given. */
  indicators?: readonly string[]
  /** Keys of regions, or codes of provinces. */
  regions?: readonly string[]
  /** Plans of districts and hospitals count too. */
  allLevels?: boolean
}

type Known = { plan: Plan; year: number; code: string }

/** Plans by province and year, and what they say by indicator. */
type Index = { said: Map<string, Said[]>; plans: Set<string>; years: Set<number>; codes: Set<string> }

export function compareArchive(plans: readonly Plan[], options: MatrixOptions = {}, catalog: Catalog = openCatalog()): Matrix {
  const view = options.view ?? 'issued'
  const { known, ignored } = knownPlans(
    plans,
    options.allLevels === true,
    options.province === undefined ? view : 'today',
    options,
  )
  const index = indexOf(known)
  const wanted = options.indicators ?? []
  const entries = catalog.indicators.filter(
    ({ code, category }) => index.codes.has(code) && (wanted.length === 0 || wanted.includes(code) || wanted.includes(category)),
  )
  const years = [...index.years].sort((a, b) => a - b)
  return options.province === undefined
    ? provinceMatrix(
        index,
        known,
        entries,
        options.year ?? years.at(-1) ?? 0,
        { view, ignored, regions: options.regions ?? [] },
        catalog,
      )
    : yearMatrix(index, entries, options.province, years, { view, ignored }, catalog)
}

function provinceMatrix(
  index: Index,
  known: readonly Known[],
  all: readonly IndicatorEntry[],
  year: number,
  { view, ignored, regions }: { view: Matrix['view']; ignored: Matrix['ignored']; regions: readonly string[] },
  catalog: Catalog,
): Matrix {
  const day = view === 'today' || year > Number(MERGER.slice(0, 4)) ? '2999-01-01' : `${year}-01-01`
  const listed = PERIODS.filter(
    (province) =>
      (province.from === null || province.from <= day) &&
      (province.to === null || day <= province.to) &&
      (regions.length === 0 ||
        (province.region !== null && regions.includes(province.region)) ||
        regions.includes(province.code)),
  )
  const inYear = known.filter((each) => each.year === year)
  // Provinces of the other system that have a plan of the year stand with their own names.
  const codes = new Set(listed.map(({ code }) => code))
  const rows = listed.map((province) => ({
    code: province.code,
    name: province.name,
    parts:
      view === 'today'
        ? predecessorsOf(province.code).filter(
            ({ code, name }) => code !== province.code || name !== province.name || predecessorsOf(province.code).length > 1,
          )
        : [],
  }))
  if (view === 'issued')
    for (const { plan } of inYear) {
      const { code, name } = plan.header.province!
      if (regions.length > 0 || codes.has(code) || rows.some((row) => row.code === code)) continue
      rows.push({ code, name, parts: [] })
    }
  const entries = all.filter(({ code }) => inYear.some((each) => index.said.has(`${each.code}|${year}|${code}`)))
  const scopes = new Map(
    entries.map(({ code }) => [
      code,
      usualScope(
        inYear.flatMap((each) => index.said.get(`${each.code}|${year}|${code}`) ?? []),
        catalog,
      ),
    ]),
  )
  const plain = (province: string, entry: IndicatorEntry): PlainCell =>
    plainCell(index, `${province}|${year}`, entry, scopes.get(entry.code)!, catalog)
  const cells = rows.map(({ code, parts }) =>
    entries.map((entry): Cell => {
      const own = plain(code === '' ? '' : keyOf(code, view), entry)
      const cell =
        parts.length < 2 || own.state !== 'no-plan'
          ? { ...own, parts: [] }
          : merged(
              parts.map((part) => ({ code: part.code, name: part.name, ...plain(`old:${part.code}`, entry) })),
              entry,
            )
      return withNational(cell, entry.code, year, catalog)
    }),
  )
  const lines = entries.map((entry, column) =>
    ranked(
      entry,
      cells.map((row) => row[column]!),
      true,
    ),
  )
  return {
    schemaVersion: '1.0',
    shape: 'provinces',
    year,
    province: null,
    view,
    provinces: rows.map(({ code, name }) => ({ key: code, vi: name, en: name })),
    years: [year],
    indicators: lines,
    cells,
    ignored,
  }
}

function yearMatrix(
  index: Index,
  entries: readonly IndicatorEntry[],
  province: string,
  years: readonly number[],
  { view, ignored }: { view: Matrix['view']; ignored: Matrix['ignored'] },
  catalog: Catalog,
): Matrix {
  const span = years.length === 0 ? [] : Array.from({ length: years.at(-1)! - years[0]! + 1 }, (_, i) => years[0]! + i)
  const cells = entries.map((entry) => {
    const at = (year: number) => index.said.get(`${province}|${year}|${entry.code}`) ?? []
    const scope = usualScope(span.flatMap(at), catalog)
    return span.map((year): Cell => {
      const cell = plainCell(index, `${province}|${year}`, entry, scope, catalog)
      return withNational({ ...cell, parts: [] }, entry.code, year, catalog)
    })
  })
  const name = provinceAt(province, '2025-06-30')?.name ?? provinceAt(province, '2999-01-01')?.name ?? province
  return {
    schemaVersion: '1.0',
    shape: 'years',
    year: null,
    province: name,
    view,
    provinces: [{ key: province, vi: name, en: name }],
    years: span,
    indicators: entries.map((entry, row) => ranked(entry, cells[row]!, false)),
    cells,
    ignored,
  }
}

/** What the plans of a province and year say of an indicator, else of its matter under another definition. */
function plainCell(index: Index, place: string, entry: IndicatorEntry, scope: string, catalog: Catalog): PlainCell {
  if (!index.plans.has(place)) return NO_PLAN
  const at = (code: string) => index.said.get(`${place}|${code}`) ?? []
  const own = cellOf(at(entry.code), entry, scope, catalog)
  if (own.state !== 'not-stated') return own
  const kin = catalog.families.find(({ codes }) => codes.includes(entry.code))?.codes.flatMap(at) ?? []
  return kin.length === 0 ? own : otherDefinition(kin)
}

/** Old provinces side by side: counts add up where all are there, shares and rates are never averaged. */
function merged(parts: Cell['parts'], entry: IndicatorEntry): Cell {
  if (parts.every(({ state }) => state === 'no-plan')) return { ...NO_PLAN, parts: [] }
  const isWhole =
    entry.measure === 'count' &&
    parts.every(
      ({ state, entries }) =>
        state === 'value' &&
        entries.every(
          ({ comparator }) => comparator === entries[0]!.comparator && comparator === parts[0]!.entries[0]!.comparator,
        ),
    )
  if (!isWhole) {
    const isSilent = parts.every(({ state }) => state === 'not-stated' || state === 'no-plan')
    return { ...NO_PLAN, state: isSilent ? 'not-stated' : 'not-comparable', reason: isSilent ? null : 'parts', parts }
  }
  const sum = Number(parts.reduce((total, { value }) => total + value!, 0).toPrecision(12))
  return { ...NO_PLAN, state: 'value', value: sum, isSum: true, parts }
}

function ranked(entry: IndicatorEntry, cells: Cell[], isRanked: boolean): IndicatorLine {
  const { code, vi, en, unit, direction } = entry
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b)
  const middle = values.length >> 1
  const median =
    values.length === 0
      ? null
      : values.length % 2 === 1
        ? values[middle]!
        : Number(((values[middle - 1]! + values[middle]!) / 2).toPrecision(12))
  // First of one is no rank.
  if (isRanked && direction !== null && values.length > 1)
    for (const cell of cells)
      if (cell.value !== null)
        cell.rank = 1 + values.filter((value) => (direction === 'higher' ? value > cell.value! : value < cell.value!)).length
  return { key: code, vi, en, unit, direction, count: values.length, min: values[0] ?? null, median, max: values.at(-1) ?? null }
}

/** The limit that most plans mean; of as many, the one that stands without any. */
function usualScope(said: readonly Said[], catalog: Catalog): string {
  const counts = new Map<string, Set<string>>()
  for (const { plan, indicator } of said) {
    const key = scopeKey(indicator, catalog)
    const place = plan.header.province?.code ?? plan.id
    counts.set(key, (counts.get(key) ?? new Set()).add(`${place}/${plan.header.year}`))
  }
  return [...counts].sort(([a, x], [b, y]) => y.size - x.size || a.length - b.length || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

function keyOf(code: string, view: Matrix['view']): string {
  return view === 'today' ? `now:${code}` : code
}

function knownPlans(
  plans: readonly Plan[],
  allLevels: boolean,
  view: Matrix['view'],
  { province }: MatrixOptions,
): { known: Known[]; ignored: Matrix['ignored'] } {
  const known: Known[] = []
  const ignored: Matrix['ignored'] = []
  for (const plan of plans) {
    const { year, issuer, province: place } = plan.header
    const isLocal = issuer?.level === 'district-centre' || issuer?.level === 'hospital'
    const reason = year === null ? 'no-year' : place === null ? 'no-province' : isLocal && !allLevels ? 'level' : null
    if (reason !== null) ignored.push({ plan: plan.id, path: plan.source.path, reason })
    else if (province !== undefined) {
      if (place!.code === province && isOldest(plan, plans, province)) known.push({ plan, year: year!, code: province })
    } else if (view === 'issued') known.push({ plan, year: year!, code: place!.code })
    else known.push({ plan, year: year!, code: isOfToday(plan) ? `now:${place!.code}` : `old:${place!.code}` })
  }
  return { known, ignored }
}

/** Seven codes changed their meaning in 2025: a series is of one province, that of its first plan. */
function isOldest(plan: Plan, plans: readonly Plan[], code: string): boolean {
  const names = plans.flatMap(({ header }) =>
    header.province?.code === code ? [{ year: header.year ?? 9999, name: header.province.name }] : [],
  )
  const first = names.sort((a, b) => a.year - b.year)[0]
  return first === undefined || plan.header.province!.name === first.name
}

/** Whether its province is already one of the 34. */
function isOfToday({ header }: Plan): boolean {
  const { code, name } = header.province!
  const day = header.issuedOn?.replaceAll('X', '0') ?? `${header.year}-01-01`
  if (predecessorsOf(code).length === 1 && predecessorsOf(code)[0]!.name === name) return true
  return day >= MERGER && provinceAt(code, '2999-01-01')?.name === name
}

function indexOf(known: readonly Known[]): Index {
  const index: Index = { said: new Map(), plans: new Set(), years: new Set(), codes: new Set() }
  for (const { plan, year, code } of known) {
    index.plans.add(`${code}|${year}`)
    index.years.add(year)
    const parents = new Set(plan.indicators.flatMap((each) => (each.code === null ? [] : [`${each.id}|${each.code}`])))
    for (const indicator of plan.indicators) {
      if (indicator.code === null || (indicator.year !== null && indicator.year !== year)) continue
      // A part of an indicator under the same code is not the whole.
      if (indicator.parentId !== null && parents.has(`${indicator.parentId}|${indicator.code}`)) continue
      index.codes.add(indicator.code)
      const key = `${code}|${year}|${indicator.code}`
      const list = index.said.get(key)
      if (list) list.push({ plan, indicator })
      else index.said.set(key, [{ plan, indicator }])
    }
  }
  return index
}
