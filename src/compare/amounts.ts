// Two targets of one indicator become what differs between them, in one unit, and what that means.
import type { Catalog } from '../catalog/index.ts'
import { notionsOf } from '../catalog/indicators/tokens.ts'
import type { IndicatorEntry } from '../model/catalog.ts'
import type { Amount, IndicatorChange } from '../model/diff.ts'
import type { Indicator, Plan } from '../model/plan.ts'
import { foldText, nameKey } from '../text/fold.ts'

export function amountOf(indicator: Indicator, plan: Plan): Amount {
  const { id, raw, span, unit, unitCode, comparator, value, valueMax, valueText, change, year, scope } = indicator
  const parent = plan.indicators.find((each) => each.id === indicator.parentId)
  const name = parent ? `${parent.name} › ${indicator.name}` : indicator.name
  return { id, raw, span, name, scope, unit, unitCode, comparator, value, valueMax, valueText, change, year, converted: null }
}

/** What a scope says besides the unit and what the code stands for: “(thể nhẹ cân)” says nothing more, and “không bao gồm giường trạm y tế” the same as “không tính trạm y tế xã”. */
export function scopeKey({ scope, unit, code }: Pick<Indicator, 'scope' | 'unit' | 'code'>, catalog: Catalog): string {
  const key = nameKey(scope ?? '')
  if (key === '' || key === nameKey(unit ?? '')) return ''
  const entry = entryOf(code, catalog)
  if (!entry) return key
  const known = new Set(notionsOf(entry.vi).words)
  const { words } = notionsOf(foldText(scope!).replace(COUNTED, 'tính'))
  if (words.length === 0) return key
  const more = words.filter((word) => !known.has(word))
  // Eight vaccines are not twelve, though both are “the vaccines”.
  return [...more.sort(), ...(more.length === 0 ? [] : (key.match(/\d+/gu) ?? []))].join(' ')
}

const COUNTED = /(?<!\p{L})(?:tính cả|bao gồm|kể cả|kể|gồm)(?!\p{L})/giu

const entries = new WeakMap<Catalog, Map<string, IndicatorEntry>>()

export function entryOf(code: string | null, catalog: Catalog): IndicatorEntry | null {
  let known = entries.get(catalog)
  if (!known) {
    known = new Map(catalog.indicators.map((entry) => [entry.code, entry]))
    entries.set(catalog, known)
  }
  return code === null ? null : (known.get(code) ?? null)
}

/** The last year of the period whose criteria a name goes by: “tiêu chí quốc gia về y tế giai đoạn đến năm 2030” => 2030. */
export function editionOf(name: string): string | null {
  return /giai đoạn (?:(?:đến )?(?:năm )?20\d\d ?[-–] ?|đến (?:năm )?)(?<last>20\d\d)/u.exec(nameKey(name))?.groups?.last ?? null
}

/** The unit in which two can be compared: the usual one of the catalogue, else one of theirs; null where they do not convert. */
export function commonUnit(a: string | null, b: string | null, entry: IndicatorEntry | null, { units }: Catalog): string | null {
  if (a === null || b === null || a === b) return a ?? b
  const usual = entry?.unit ?? null
  const converts = (to: string) => units.convert(1, a, to) !== null && units.convert(1, b, to) !== null
  if (usual !== null && converts(usual)) return usual
  const first = a < b ? a : b
  return converts(first) ? first : null
}

type Judged = Pick<IndicatorChange, 'fields' | 'isRedefined' | 'unitCode' | 'difference' | 'direction'> & {
  converted: [number | null, number | null]
}

export function judge(a: Indicator, b: Indicator, years: readonly [number | null, number | null], catalog: Catalog): Judged {
  const entry = entryOf(a.code ?? b.code, catalog)
  const fields = new Set<IndicatorChange['fields'][number]>()
  const unitCode = commonUnit(a.unitCode, b.unitCode, entry, catalog)
  const isUnitLost = a.unitCode !== null && b.unitCode !== null && unitCode === null
  if (isUnitLost || (a.unitCode === null && b.unitCode === null && a.unit && b.unit && nameKey(a.unit) !== nameKey(b.unit)))
    fields.add('unit')
  if (scopeKey(a, catalog) !== scopeKey(b, catalog)) fields.add('scope')
  if (isOtherEdition(a, b, years)) fields.add('definition')
  if ((a.change === null) !== (b.change === null)) fields.add('change')
  const isRedefined = fields.size > 0

  const value = (of: Indicator, number: number | null) =>
    number === null
      ? null
      : of.unitCode === null || unitCode === null
        ? number
        : catalog.units.convert(number, of.unitCode, unitCode)
  const [va, vb] = [value(a, a.value), value(b, b.value)]
  const sign = ({ change }: Indicator) => (change === 'decrease' ? -1 : 1)
  const [sa, sb] = [va === null ? null : va * sign(a), vb === null ? null : vb * sign(b)]
  const isConverted = a.unitCode !== b.unitCode && unitCode !== null && a.unitCode !== null && b.unitCode !== null
  if (
    isRedefined
      ? a.value !== b.value || a.valueMax !== b.valueMax
      : !same(sa, sb) || !same(value(a, a.valueMax), value(b, b.valueMax))
  )
    fields.add('value')
  if (a.comparator !== b.comparator) fields.add('comparator')
  if (nameKey(a.valueText ?? '') !== nameKey(b.valueText ?? '')) fields.add('text')
  if (isYearChanged(a, b, years)) fields.add('year')
  if (a.code === null && b.code === null && wordsOf(a.name) !== wordsOf(b.name)) fields.add('name')

  const difference = isRedefined || sa === null || sb === null ? null : Number((sb - sa).toPrecision(12))
  return {
    fields: [...fields],
    isRedefined,
    unitCode: isConverted ? unitCode : null,
    difference,
    direction: difference === null || entry === null ? null : meaningOf(difference, middle(a, b), entry),
    converted: isConverted ? [sa, sb] : [null, null],
  }
}

/** The other end of a range tells where its near end stayed. */
function middle(a: Indicator, b: Indicator): number {
  return a.valueMax !== null && b.valueMax !== null ? b.valueMax - a.valueMax : 0
}

function meaningOf(difference: number, ofMax: number, { direction }: IndicatorEntry): IndicatorChange['direction'] {
  const sum = Math.sign(difference) + Math.sign(ofMax)
  if (sum === 0 || direction === null) return 'neither'
  return sum > 0 === (direction === 'higher') ? 'better' : 'worse'
}

function same(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)))
}

/** Criteria of another period are others; a period that only goes on with the plans is the same. */
function isOtherEdition(a: Indicator, b: Indicator, [before, after]: readonly [number | null, number | null]): boolean {
  const [x, y] = [editionOf(a.name), editionOf(b.name)]
  if (x === null || y === null || x === y) return false
  return before === null || after === null || Number(y) - Number(x) !== after - before
}

/** Neither the same year nor as far from the year of its plan. */
function isYearChanged(a: Indicator, b: Indicator, [before, after]: readonly [number | null, number | null]): boolean {
  if (a.year === null || b.year === null || a.year === b.year) return false
  return before === null || after === null || a.year - before !== b.year - after
}

/** A name without its years. */
function wordsOf(name: string): string {
  return nameKey(name).replace(/(?:19|20)\d\d/g, '#')
}
