// What the plans of one province and year say of one indicator becomes a cell: a value, or why there is none.
import type { Catalog } from '../catalog/index.ts'
import type { IndicatorEntry } from '../model/catalog.ts'
import type { Doubt } from '../model/diff.ts'
import type { Entry, PlainCell } from '../model/matrix.ts'
import type { Indicator, Plan } from '../model/plan.ts'
import { scopeKey } from './amounts.ts'

const SURE_WORDS = 0.8
const SURE_CODE = 0.7

export type Said = { plan: Plan; indicator: Indicator }

export const NO_PLAN: PlainCell = {
  state: 'no-plan',
  reason: null,
  value: null,
  isSum: false,
  rank: null,
  entries: [],
  national: null,
  doubts: [],
  previous: null,
}

/** `scope` is what most provinces mean by the indicator: another one does not compare. */
export function cellOf(said: readonly Said[], entry: IndicatorEntry, scope: string, catalog: Catalog): PlainCell {
  const { units } = catalog
  if (said.length === 0) return { ...NO_PLAN, state: 'not-stated' }
  const isCount = (code: string) => entry.measure === 'count' && code.startsWith('{')
  const inUnit = (number: number | null, from: string | null) =>
    number === null || entry.unit === null || from === null || from === entry.unit || (isCount(from) && isCount(entry.unit))
      ? number
      : units.convert(number, from, entry.unit)
  const entries = said.map((each): Entry => {
    const { unitCode, value, valueMax } = each.indicator
    const isConverted =
      unitCode !== null &&
      entry.unit !== null &&
      unitCode !== entry.unit &&
      !isCount(unitCode) &&
      inUnit(value, unitCode) !== null
    return { ...entryOf(each), value: inUnit(value, unitCode), valueMax: inUnit(valueMax, unitCode), isConverted }
  })
  const cell = (reason: PlainCell['reason'], value: number | null): PlainCell => ({
    ...NO_PLAN,
    state: reason === null ? 'value' : 'not-comparable',
    reason,
    value,
    entries,
    doubts: doubtsOf(said, entry, reason),
    previous: reason === null ? previousOf(said, inUnit) : null,
  })
  const alike = said.flatMap(({ indicator }, i) => (scopeKey(indicator, catalog) === scope ? [i] : []))
  if (alike.length === 0) return cell('scope', null)
  const levels = alike.filter((i) => said[i]!.indicator.change === null)
  if (levels.length === 0) return cell('change', null)
  const numbers = levels.filter((i) => said[i]!.indicator.value !== null)
  if (numbers.length === 0) return cell('text', null)
  const values = numbers.map((i) => entries[i]!)
  if (values.every(({ value }) => value === null)) return cell('unit', null)
  // A target of the district, a part of it, or a slip: which of two counts is not ours to say.
  if (new Set(values.map(({ value, valueMax }) => `${value}/${valueMax}`)).size > 1) return cell('two-values', null)
  return cell(null, values[0]!.value)
}

/** What a province says of the same matter under another definition: shown, and counted for nothing. */
export function otherDefinition(said: readonly Said[]): PlainCell {
  return { ...NO_PLAN, state: 'not-comparable', reason: 'definition', entries: said.map(entryOf) }
}

/** Without its value in the unit of the row. */
function entryOf({ plan, indicator }: Said): Entry {
  const { id, name, scope, unit, raw, span, comparator, valueText } = indicator
  return {
    plan: plan.id,
    path: plan.source.path,
    indicator: id,
    name,
    scope,
    unit,
    raw,
    line: lineAt(plan.text, span.start),
    span,
    comparator,
    value: null,
    valueMax: null,
    valueText,
    isConverted: false,
    isUnsure: isUnsure(indicator),
  }
}

function isUnsure({ confidence }: Indicator): boolean {
  return confidence !== null && confidence < SURE_WORDS
}

function doubtsOf(said: readonly Said[], { unit, measure }: IndicatorEntry, reason: PlainCell['reason']): Doubt[] {
  const some = (is: (indicator: Indicator) => boolean) => said.some(({ indicator }) => is(indicator))
  return [
    ...(some(isUnsure) ? (['ocr'] as const) : []),
    // “Không có ca tử vong”: what is counted needs no unit.
    ...(unit !== null && measure !== 'count' && some((each) => (each.unitCode ?? each.unit) === null)
      ? (['unit-implied'] as const)
      : []),
    ...(reason === 'two-values' ? (['two-values'] as const) : []),
    ...(some(({ codeMatch }) => codeMatch !== null && codeMatch.confidence < SURE_CODE) ? (['weak-code'] as const) : []),
  ]
}

function previousOf(
  said: readonly Said[],
  inUnit: (number: number | null, from: string | null) => number | null,
): PlainCell['previous'] {
  for (const { plan, indicator } of said) {
    const year = (indicator.year ?? plan.header.year ?? 0) - 1
    const found = ['actual', 'estimate'].flatMap((kind) =>
      indicator.series.filter((each) => each.kind === kind && each.year === year),
    )[0]
    const value = found && inUnit(found.value, indicator.unitCode)
    if (found && typeof value === 'number') return { value, raw: found.raw, label: found.label, plan: plan.id, span: found.span }
  }
  return null
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end)
}
