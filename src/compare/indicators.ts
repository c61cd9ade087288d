// The targets of two plans become the changes between them, matched by catalogue code, then by name, unit and scope.
import type { Catalog } from '../catalog/index.ts'
import type { Doubt, IndicatorChange } from '../model/diff.ts'
import type { Indicator, Plan } from '../model/plan.ts'
import { nameKey } from '../text/fold.ts'
import { amountOf, commonUnit, editionOf, judge, scopeKey } from './amounts.ts'
import { pairUp } from './pair.ts'
import { type Bag, bagsOf, isYear, likeness, tokensIn, topicWords } from './tokens.ts'

const LEAST_ALIKE = 0.62
const SURE_CODE = 0.7
const SURE_WORDS = 0.8

type Known = { indicator: Indicator; name: Bag; line: Bag; numbers: string; unit: string | null; share: number }

export type IndicatorPair = { before: Indicator; after: Indicator }

/** Which target of one plan is which of the other. */
export function pairIndicators(
  before: Plan,
  after: Plan,
  catalog: Catalog,
): { pairs: IndicatorPair[]; onlyBefore: Indicator[]; onlyAfter: Indicator[] } {
  const [a, b] = knownOf(before, after)
  const years = [before.header.year, after.header.year] as const
  const { pairs, onlyBefore, onlyAfter } = pairUp(a.length, b.length, (i, j) => scoreOf(a[i]!, b[j]!, years, catalog))
  return {
    pairs: pairs.map((pair) => ({ before: a[pair.before]!.indicator, after: b[pair.after]!.indicator })),
    onlyBefore: onlyBefore.map((i) => a[i]!.indicator),
    onlyAfter: onlyAfter.map((j) => b[j]!.indicator),
  }
}

export function indicatorChanges(before: Plan, after: Plan, catalog: Catalog): IndicatorChange[] {
  const { pairs, ...alone } = pairIndicators(before, after, catalog)
  const { kin, onlyBefore, onlyAfter } = pairKin(alone.onlyBefore, alone.onlyAfter, catalog)
  const changes: { order: number; change: IndicatorChange }[] = []
  const order = new Map(before.indicators.map((each, i) => [each.id, i]))
  const twins = [twinsOf(before, catalog), twinsOf(after, catalog)] as const
  for (const { before: x, after: y } of [...pairs, ...kin]) {
    const isKin = x.code !== y.code && x.code !== null && y.code !== null
    const { converted, ...same } = judge(x, y, [before.header.year, after.header.year], catalog)
    const judged = isKin ? asKin(same) : same
    if (judged.fields.length === 0) continue
    const doubts = new Set<Doubt>()
    if (isUnsure(x) || isUnsure(y)) doubts.add('ocr')
    if (((x.unitCode ?? x.unit) === null) !== ((y.unitCode ?? y.unit) === null)) doubts.add('unit-implied')
    if (twins[0].has(x.id) || twins[1].has(y.id)) doubts.add('two-values')
    if ((editionOf(x.name) === null) !== (editionOf(y.name) === null)) doubts.add('edition')
    if ([x, y].some(({ codeMatch }) => codeMatch !== null && codeMatch.confidence < SURE_CODE)) doubts.add('weak-code')
    changes.push({
      order: order.get(x.id)!,
      change: {
        kind: 'changed',
        before: { ...amountOf(x, before), converted: isKin ? null : converted[0] },
        after: { ...amountOf(y, after), converted: isKin ? null : converted[1] },
        code: isKin ? null : (x.code ?? y.code),
        matchedBy: isKin ? 'family' : x.code !== null && x.code === y.code ? 'code' : 'name',
        ...judged,
        doubts: [...doubts],
      },
    })
  }
  const unmatched = { matchedBy: null, fields: [], isRedefined: false, unitCode: null, difference: null, direction: null }
  for (const each of onlyBefore) {
    const doubts: Doubt[] = isUnsure(each) ? ['ocr'] : []
    changes.push({
      order: order.get(each.id)!,
      change: { kind: 'removed', before: amountOf(each, before), after: null, code: each.code, ...unmatched, doubts },
    })
  }
  for (const [i, each] of onlyAfter.entries()) {
    const doubts: Doubt[] = isUnsure(each) ? ['ocr'] : []
    changes.push({
      order: before.indicators.length + i,
      change: { kind: 'added', before: null, after: amountOf(each, after), code: each.code, ...unmatched, doubts },
    })
  }
  return changes.sort((x, y) => x.order - y.order).map(({ change }) => change)
}

/** What is left over on both sides and is one matter under two definitions. */
function pairKin(
  onlyBefore: readonly Indicator[],
  onlyAfter: readonly Indicator[],
  { families }: Catalog,
): { kin: IndicatorPair[]; onlyBefore: Indicator[]; onlyAfter: Indicator[] } {
  const familyOf = new Map(families.flatMap(({ key, codes }) => codes.map((code) => [code, key])))
  const keyOf = ({ code, parentId }: Indicator) => (code === null || parentId !== null ? null : (familyOf.get(code) ?? null))
  const names = bagsOf([...onlyBefore, ...onlyAfter].map(({ name }) => topicWords(name)))
  const score = (i: number, j: number) => {
    const [x, y] = [onlyBefore[i]!, onlyAfter[j]!]
    const key = keyOf(x)
    return key === null || key !== keyOf(y) || x.code === y.code ? 0 : 0.5 + likeness(names[i]!, names[onlyBefore.length + j]!)
  }
  const { pairs, ...alone } = pairUp(onlyBefore.length, onlyAfter.length, score)
  return {
    kin: pairs.map((pair) => ({ before: onlyBefore[pair.before]!, after: onlyAfter[pair.after]! })),
    onlyBefore: alone.onlyBefore.map((i) => onlyBefore[i]!),
    onlyAfter: alone.onlyAfter.map((j) => onlyAfter[j]!),
  }
}

/** Two definitions: neither a difference nor a direction. */
function asKin<T extends Pick<IndicatorChange, 'fields' | 'isRedefined' | 'unitCode' | 'difference' | 'direction'>>(
  judged: T,
): T {
  return {
    ...judged,
    fields: ['definition', ...judged.fields],
    isRedefined: true,
    unitCode: null,
    difference: null,
    direction: null,
  }
}

function knownOf(before: Plan, after: Plan): [Known[], Known[]] {
  const plans = [before, after]
  const names = plans.map((plan) => {
    const byId = new Map(plan.indicators.map((each) => [each.id, each]))
    return plan.indicators.map(({ name, parentId }) => (parentId === null ? name : `${byId.get(parentId)?.name ?? ''} ${name}`))
  })
  const lines = plans.flatMap(({ text, indicators }) => indicators.map(({ span }) => topicWords(lineAt(text, span.start))))
  const nameBags = bagsOf(names.flat().map((name) => topicWords(name)))
  const lineBags = bagsOf(lines)
  let at = 0
  return plans.map(({ indicators }, side) =>
    indicators.map((indicator, i): Known => {
      const words = tokensIn(names[side]![i]!).map(({ key }) => key)
      const numbers = words
        .filter((word) => /^\p{N}/u.test(word) && !isYear(word))
        .map((word) => word.replace(/^0+(?=\d)/, ''))
        .sort()
        .join(' ')
      const unit = indicator.unitCode ?? (indicator.unit === null ? null : nameKey(indicator.unit))
      return { indicator, name: nameBags[at]!, line: lineBags[at++]!, numbers, unit, share: i / indicators.length }
    }),
  ) as [Known[], Known[]]
}

function scoreOf(a: Known, b: Known, [before, after]: readonly [number | null, number | null], catalog: Catalog): number {
  const [x, y] = [a.indicator, b.indicator]
  const isCoded = x.code !== null && x.code === y.code
  if (!isCoded && x.code !== null && y.code !== null) return 0
  const name = likeness(a.name, b.name)
  const isUnitShared =
    a.unit === b.unit || a.unit === null || b.unit === null || commonUnit(x.unitCode, y.unitCode, null, catalog) !== null
  if (!isCoded) {
    // One with a code and one without: the same words. Numbers in a name (dưới 5 tuổi) are never another edition's.
    if (a.numbers !== b.numbers || name < (x.code === y.code ? LEAST_ALIKE : 0.9)) return 0
    if (!isUnitShared) return 0
  }
  const isSameScope = scopeKey(x, catalog) === scopeKey(y, catalog)
  const isYearMate =
    x.year === y.year ||
    (x.year !== null && y.year !== null && before !== null && after !== null && x.year - before === y.year - after)
  return (
    (isCoded ? 1 : 0.4) +
    0.6 * name +
    0.1 * likeness(a.line, b.line) +
    0.2 * Number(isSameScope) +
    0.2 * Number(isUnitShared) +
    0.1 * Number((x.change === null) === (y.change === null)) +
    0.3 * Number(isYearMate) +
    0.02 * (1 - Math.abs(a.share - b.share))
  )
}

/** Targets of which the plan says two different things under one code, scope, unit and year. */
function twinsOf({ indicators }: Plan, catalog: Catalog): Set<string> {
  const seen = new Map<string, Indicator[]>()
  for (const each of indicators) {
    if (each.code === null || each.change !== null) continue
    const key = [each.code, scopeKey(each, catalog), each.unitCode, each.year, each.parentId].join('|')
    seen.set(key, [...(seen.get(key) ?? []), each])
  }
  const twins = [...seen.values()].filter((list) => new Set(list.map(({ value, valueMax }) => `${value}/${valueMax}`)).size > 1)
  return new Set(twins.flat().map(({ id }) => id))
}

function isUnsure({ confidence }: Indicator): boolean {
  return confidence !== null && confidence < SURE_WORDS
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length : end)
}
