// The acts that two plans cite become those added, dropped and replaced, by the register of acts and by their titles.
import type { Acts } from '../catalog/acts.ts'
import type { ReferenceChange } from '../model/diff.ts'
import type { LegalReference, Plan } from '../model/plan.ts'
import { nameKey } from '../text/fold.ts'
import { pairUp } from './pair.ts'
import { bagsOf, likeness, topicWords } from './tokens.ts'

const SAME_TITLE = 0.6
const LONGEST_CHAIN = 20
/** Bodies of a province: each province has its own act of such a number and title. */
const LOCAL = /(?:UBND|HĐND|TU|SYT|TTYT)(?:$|[-/])/u

export function referenceChanges(before: Plan, after: Plan, registry: Acts): ReferenceChange[] {
  const [a, b] = [before.legalReferences, after.legalReferences]
  const isHome = before.header.province?.currentCode === after.header.province?.currentCode
  const isForeign = ({ number }: LegalReference) => !isHome && (number === null || LOCAL.test(number.toUpperCase()))
  const same = pairUp(a.length, b.length, (i, j) =>
    isSameAct(a[i]!, b[j]!, isForeign(a[i]!)) ? 2 - Math.abs(i / a.length - j / b.length) : 0,
  )
  const [dropped, added] = [same.onlyBefore.map((i) => a[i]!), same.onlyAfter.map((j) => b[j]!)]
  const titles = bagsOf([...dropped, ...added].map(({ title }) => topicWords(title ?? '')))
  const basis = (x: LegalReference, y: LegalReference) =>
    isSuccessor(x, y, registry) || isSuccessor(y, x, registry) ? 'registry' : 'title'
  const replaced = pairUp(dropped.length, added.length, (i, j) => {
    const [x, y] = [dropped[i]!, added[j]!]
    if (basis(x, y) === 'registry') return 2
    const alike = likeness(titles[i]!, titles[dropped.length + j]!)
    // A law is known by its name: another name is another law.
    if (isForeign(x) || isForeign(y) || isOfOtherLaw(x, y)) return 0
    return x.type === y.type && x.issuerCode === y.issuerCode && x.type !== 'luat' && alike >= SAME_TITLE ? alike : 0
  })
  const changes: { order: number; change: ReferenceChange }[] = []
  const orderOf = new Map([...a, ...b].map((each) => [each, b.includes(each) ? a.length + b.indexOf(each) : a.indexOf(each)]))
  for (const { before: i, after: j } of same.pairs) {
    const [x, y] = [a[i]!, b[j]!]
    if (x.date === null || y.date === null || x.date === y.date) continue
    changes.push({ order: i, change: { kind: 'changed', before: placeOf(x), after: placeOf(y), basis: null } })
  }
  for (const { before: i, after: j } of replaced.pairs) {
    const [x, y] = [dropped[i]!, added[j]!]
    changes.push({
      order: orderOf.get(x)!,
      change: { kind: 'replaced', before: placeOf(x), after: placeOf(y), basis: basis(x, y) },
    })
  }
  for (const i of replaced.onlyBefore)
    changes.push({
      order: orderOf.get(dropped[i]!)!,
      change: { kind: 'removed', before: placeOf(dropped[i]!), after: null, basis: null },
    })
  for (const j of replaced.onlyAfter)
    changes.push({
      order: orderOf.get(added[j]!)!,
      change: { kind: 'added', before: null, after: placeOf(added[j]!), basis: null },
    })
  return changes.sort((x, y) => x.order - y.order).map(({ change }) => change)
}

/** One number in two years is two acts: local numbers begin anew every year. */
function isSameAct(a: LegalReference, b: LegalReference, isForeign: boolean): boolean {
  if (keyOf(a.key) !== keyOf(b.key)) return false
  if (isForeign && a.number !== null) return a.date !== null && a.date === b.date
  const [x, y] = [a.date?.slice(0, 4), b.date?.slice(0, 4)]
  return x === undefined || y === undefined || x === y || x.includes('X') || y.includes('X')
}

/** “Quy định chi tiết một số điều của Luật …”: what is the same in two such titles is the form, what tells them apart the law. */
function isOfOtherLaw(x: LegalReference, y: LegalReference): boolean {
  const [a, b] = [x, y].map(({ title }) => /(?<!\p{L})luật (?<law>.+)/u.exec(nameKey(title ?? ''))?.groups?.law)
  if (a === undefined || b === undefined) return false
  const [p, q] = bagsOf([a, b].map((law) => topicWords(law)))
  return likeness(p!, q!) < SAME_TITLE
}

function isSuccessor(old: LegalReference, next: LegalReference, { byKey }: Acts): boolean {
  let act = byKey(old.act?.key ?? old.key)
  for (let step = 0; act !== null && act.replacedBy !== null && step < LONGEST_CHAIN; step++) {
    if (keyOf(act.replacedBy) === keyOf(next.act?.key ?? next.key)) return true
    act = byKey(act.replacedBy)
  }
  return false
}

function placeOf({ id, key, date, mentions }: LegalReference): NonNullable<ReferenceChange['before']> {
  return { id, key, date, raw: mentions[0]?.raw ?? key, span: mentions[0]?.span ?? null }
}

function keyOf(key: string): string {
  return nameKey(key).replace(/\s/g, '')
}
