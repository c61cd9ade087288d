// Plans become links from each plan to those that it implements, by its references, with what became of the targets.
import { type Catalog, openCatalog } from '../catalog/index.ts'
import type { Cascade } from '../model/cascade.ts'
import type { Indicator, LegalReference, Plan } from '../model/plan.ts'
import { nameKey } from '../text/fold.ts'
import { judge } from './amounts.ts'
import { pairIndicators } from './indicators.ts'
import { bagsOf, likeness, topicWords } from './tokens.ts'

const SAME_TITLE = 0.75
/** A number without its serial part (“/KH-SYT”) names no document. */
const SERIAL = /^\d/

export function cascadeOf(plans: readonly Plan[], catalog: Catalog = openCatalog()): Cascade {
  const byNumber = new Map<string, Plan[]>()
  for (const plan of plans) {
    const key = numberKey(plan.header.number ?? '')
    if (SERIAL.test(key)) byNumber.set(key, [...(byNumber.get(key) ?? []), plan])
  }
  const unnumbered = plans.filter(({ header }) => !SERIAL.test(header.number ?? '') && header.title !== null)
  const links: Cascade['links'] = []
  for (const lower of plans) {
    const seen = new Set<string>()
    for (const reference of lower.legalReferences) {
      const numbered = (byNumber.get(numberKey(reference.number ?? '')) ?? []).filter((plan) => isDated(plan, reference))
      const named = numbered.length > 0 ? [] : unnumbered.filter((plan) => isTitled(plan, reference))
      for (const upper of [...numbered, ...named]) {
        if (upper === lower || seen.has(upper.id) || isSameDocument(upper, lower)) continue
        seen.add(upper.id)
        links.push({
          upper: upper.id,
          lower: lower.id,
          basis: numbered.length > 0 ? 'number' : 'title',
          reference: reference.id,
          raw: reference.mentions[0]?.raw ?? reference.key,
          targets: targetsOf(upper, lower, catalog),
        })
      }
    }
  }
  const plan = ({ id, source, header }: Plan): Cascade['plans'][number] => {
    const { issuer, number, title, year } = header
    return {
      id,
      path: source.path,
      level: issuer?.level ?? null,
      issuer: issuer && [issuer.name, issuer.parent].filter(Boolean).join(', '),
      number,
      title,
      year,
    }
  }
  return { schemaVersion: '1.0', plans: plans.map(plan), links }
}

function targetsOf(upper: Plan, lower: Plan, catalog: Catalog): Cascade['links'][number]['targets'] {
  const { pairs, onlyBefore, onlyAfter } = pairIndicators(upper, lower, catalog)
  const word = ({ id, raw }: Indicator) => ({ indicator: id, raw })
  return [
    ...pairs.map(({ before, after }) => {
      const { fields, isRedefined, difference, direction } = judge(before, after, [upper.header.year, lower.header.year], catalog)
      const isKept = !fields.some((field) => field !== 'name' && field !== 'year')
      const change = isKept
        ? 'kept'
        : isRedefined || difference === null || difference === 0
          ? 'changed'
          : difference > 0
            ? 'raised'
            : 'lowered'
      return {
        change,
        code: before.code ?? after.code,
        name: before.name,
        upper: word(before),
        lower: word(after),
        direction,
      } as const
    }),
    ...onlyBefore.map(
      (each) =>
        ({ change: 'dropped', code: each.code, name: each.name, upper: word(each), lower: null, direction: null }) as const,
    ),
    ...onlyAfter.map(
      (each) => ({ change: 'added', code: each.code, name: each.name, upper: null, lower: word(each), direction: null }) as const,
    ),
  ]
}

function isDated({ header }: Plan, { date }: LegalReference): boolean {
  if (date === null || header.issuedOn === null) return true
  return [...date].every(
    (letter, i) => letter === 'X' || (header.issuedOn![i] ?? letter) === 'X' || (header.issuedOn![i] ?? letter) === letter,
  )
}

function isTitled({ header }: Plan, reference: LegalReference): boolean {
  if (reference.title === null || reference.type !== header.documentType) return false
  const suffix = numberKey(header.number ?? '')
  if (suffix !== '' && !numberKey(reference.number ?? '').endsWith(suffix.replace(/^[^/]*/, ''))) return false
  const year = /(?:19|20)\d\d/.exec(reference.title)?.[0] ?? reference.date?.slice(0, 4)
  if (year !== undefined && header.year !== null && Math.abs(Number(year) - header.year) > 1) return false
  const [a, b] = bagsOf([topicWords(reference.title), topicWords(header.title ?? '')])
  return likeness(a!, b!) >= SAME_TITLE
}

/** One document in two formats does not implement itself. */
function isSameDocument(a: Plan, b: Plan): boolean {
  const key = ({ header }: Plan) => [header.number, header.issuedOn, header.title, header.year].join('|')
  return key(a) === key(b)
}

function numberKey(number: string): string {
  return nameKey(number)
    .replace(/\s/g, '')
    .replace(/^0+(?=\d)/, '')
}
