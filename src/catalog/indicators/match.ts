// The name of an indicator becomes its code in the dictionary, with how sure that is and why; null where nothing fits for certain.
import type { IndicatorEntry } from '../../model/catalog.ts'
import { measureOf, type PrintedMeasure } from '../measures.ts'
import { type CompiledAlias, type CompiledIndex, type CompiledRule, compileEntries, keyOf } from './compile.ts'
import { type Notions, notionsOf } from './tokens.ts'

/** What is known of an indicator besides its name. */
export type Named = {
  name: string
  unit?: string | null
  /** The target is a change: its unit says nothing of the level. */
  isChange?: boolean
  parent?: string | null
  group?: string | null
}

export type Match = {
  code: string
  /** 0 to 1. */
  confidence: number
  /** alias: the words of an alias; pattern: all words are known to a pattern; context: with the words of the unit, parent or group. */
  basis: 'alias' | 'pattern' | 'context'
  /** The alias or pattern of the dictionary that fitted. */
  matched: string
}

export type Matcher = (named: Named) => Match | null

type Rule = CompiledRule & { entry: IndicatorEntry }
type Alias = CompiledAlias & { entry: IndicatorEntry }

const DENOMINATORS: ReadonlySet<string> = new Set(['_vạn', '_nghìn', '_trămnghìn', '_nghìnsống', '_trămnghìnsống', '_trămsống'])
const CONFIDENCE = { alias: 1, pattern: 0.95, context: 0.85 } as const
/** Groups and parents under which a bare word counts a thing: “Bác sĩ” among “Nhân lực y tế”. */
const CONTEXT: Readonly<Record<string, readonly string[]>> = {
  workforce: ['_nvyt', 'nhân'],
  network: ['mạng', '_csyt'],
  beds: ['_giường'],
}

/** Builds the look-up once; a name then costs what its own words cost, not what the dictionary holds. */
export function indicatorMatcher(
  entries: readonly IndicatorEntry[],
  index: Pick<CompiledIndex, 'aliases' | 'rules'> = compileEntries(entries),
): Matcher {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]))
  const aliases = new Map<string, Alias[]>()
  const rules = new Map<string, Rule[]>()
  for (const alias of index.aliases) add(aliases, alias.key, { ...alias, entry: byCode.get(alias.code)! })
  for (const rule of index.rules) {
    const ready = { ...rule, entry: byCode.get(rule.code)! }
    for (const first of rule.required[0] ?? []) add(rules, first[0]!, ready)
  }

  const find = (notions: Notions, named: Named, measure: PrintedMeasure): Match | null => {
    const fits = ({ entry }: { entry: IndicatorEntry }) => isMeasured(entry, notions, named, measure)
    const exact = (aliases.get(keyOf(notions.words)) ?? []).filter(fits)
    if (exact.length > 0) return only(exact, 'alias')
    const words = new Set(notions.words)
    const wide = notions.words.flatMap((word) => rules.get(word) ?? []).filter((rule) => covers(rule, words) && fits(rule))
    const most = Math.max(...wide.map(({ required }) => required.length))
    return only(
      wide.filter(({ required }) => required.length === most),
      'pattern',
    )
  }

  return (named) => {
    const measure = measureOf(named.unit ?? null)
    const notions = notionsOf(named.name)
    if (notions.words.length === 0) return null
    const own = find(notions, named, measure)
    if (own) return isBare(byCode.get(own.code)!, notions) && !hasContext(byCode.get(own.code)!, named) ? null : own
    // “Bằng khen …” in “tập thể”: the counted thing stands in the unit.
    const counted = measure === 'count' || measure === 'per' ? named.unit : null
    for (const above of [counted, named.parent, named.group]) {
      if (!above || notions.words.length > 4) continue
      const outer = notionsOf(above)
      const both = { words: [...new Set([...outer.words, ...notions.words])], opens: notions.opens }
      const found = both.words.length > outer.words.length ? find(both, named, measure) : null
      if (found) return { ...found, basis: 'context', confidence: CONFIDENCE.context }
    }
    return null
  }
}

/** One code, or none: two that fit alike are not told apart by guessing. */
function only(found: readonly (Alias | Rule)[], basis: 'alias' | 'pattern'): Match | null {
  const code = found[0]?.entry.code
  if (code === undefined || found.some(({ entry }) => entry.code !== code)) return null
  return { code, confidence: CONFIDENCE[basis], basis, matched: found[0]!.printed }
}

/** Every notion of the name is known to the rule, and every part of the rule is in the name. */
function covers({ required, allowed }: Rule, words: ReadonlySet<string>): boolean {
  for (const word of words) if (!allowed.includes(word)) return false
  return required.every((choice) => choice.some((notions) => notions.every((notion) => words.has(notion))))
}

/** Whether the printed unit and the first word of the name allow this kind of measure. */
function isMeasured(entry: IndicatorEntry, { opens, words }: Notions, { isChange }: Named, measure: PrintedMeasure): boolean {
  if (isChange) return true
  const isPercent = measure === 'percent' || measure === 'permille'
  if (entry.measure === 'share') return isPercent || (measure === null && opens !== 'count') || measure === 'text'
  if (entry.measure === 'count') return !isPercent && measure !== 'per' && opens !== 'rate'
  // A number of things, with nothing that they are counted on, is no rate.
  const isNumber = opens === 'count' || (measure === 'count' && opens === null)
  if (entry.measure === 'rate' && isNumber && measure !== 'per' && !words.some((word) => DENOMINATORS.has(word))) return isPercent
  if (!isPercent) return true
  const code = measure === 'percent' ? '%' : '[ppth]'
  return entry.unit === code || entry.also.includes(code)
}

/** A single word that names a thing, as in a table of anything. */
function isBare({ category, measure }: IndicatorEntry, { words, opens }: Notions): boolean {
  return words.length === 1 && opens === null && measure === 'count' && category in CONTEXT
}

function hasContext({ category }: IndicatorEntry, { parent, group }: Named): boolean {
  const wanted = CONTEXT[category] ?? []
  return [parent, group].some((above) => above && notionsOf(above).words.some((word) => wanted.includes(word)))
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
