// Plans become an index of their words, and a query becomes the places that hold them all, the best first: full-text search.
//
// Our own, because libraries of search do not offer together what is asked for: that each word of the query tells whether marks count,
// phrases with their places, and an archive of 10,000 plans in the memory of a laptop.
import type { Plan, SectionRole } from '../model/plan.ts'
import { openPostings } from './postings.ts'
import type { Query } from './query.ts'
import { type Found, findUnits, type Searched } from './rank.ts'
import { growing } from './table.ts'
import { type Unit, unitsOf } from './units.ts'
import { wordsIn } from './words.ts'

export { MOST_WORDS, parseQuery, type Query } from './query.ts'
export { holdsQuery, matchesOf, pagesOf, type Snippet, snippetOf } from './snippet.ts'
export { type Unit, unitsOf } from './units.ts'
export { wordsIn } from './words.ts'

/** A place that was found: a piece of one section of a plan, `start` to `end` of its text. */
export type Hit = {
  /** Of the plan, as it was added. */
  name: string
  sectionId: string | null
  start: number
  end: number
  score: number
}

export type SearchFilter = {
  /** Of the plans, by the names that they were added under. */
  isWanted?: (name: string) => boolean
  /** Only sections whose heading states it. */
  role?: SectionRole | undefined
}

export type SearchIndex = {
  /** Adds a plan under a name, in place of what had the name before. */
  add: (name: string, plan: Plan) => void
  remove: (name: string) => void
  /** The best first; of the same score in order of names and of the text. `total` counts all. */
  search: (query: Query, filter?: SearchFilter, from?: number, count?: number) => { total: number; hits: Hit[] }
  /** The names of the plans that hold every part somewhere. */
  namesWith: (query: Query) => Set<string>
  /** Share of what is held for plans that were removed. */
  deadShare: () => number
  /** Bytes of memory, about. */
  size: () => number
}

const ROLES: readonly SectionRole[] = [
  'purpose', 'requirements', 'targets', 'content', 'solutions', 'schedule', 'subjects', 'rewards', 'organization', 'assignment', 'funding',
] // biome-ignore format: one list

export function openIndex(): SearchIndex {
  const numbers = new Map<string, number>()
  const plans: { name: string; isLive: boolean; units: number }[] = []
  const bodies = openPostings()
  const heads = openPostings()
  const planOf = growing(Int32Array)
  const starts = growing(Int32Array)
  const ends = growing(Int32Array)
  const lengths = growing(Int32Array)
  const headed = growing(Uint16Array)
  const roles = growing(Uint16Array)
  const sectionIds: (string | null)[] = []
  const known = new Map<string, string>()
  let dead = 0

  const addUnit = (plan: number, { section, start, end, headingEnd }: Unit, text: string) => {
    const words = wordsIn(text.slice(start, end))
    if (words.length === 0) return
    const unit = sectionIds.length
    bodies.add(unit, words)
    planOf.push(plan)
    starts.push(start)
    ends.push(end)
    lengths.push(words.length)
    headed.push(Math.min(0xffff, words.filter((word) => start + word.end <= headingEnd).length))
    roles.push(maskOf(section?.roles ?? []))
    sectionIds.push(section === null ? null : oneOf(known, section.id))
  }

  const remove = (name: string) => {
    const number = numbers.get(name)
    if (number === undefined) return
    plans[number]!.isLive = false
    numbers.delete(name)
    dead += plans[number]!.units
  }

  const searched = ({ isWanted, role }: SearchFilter): Searched => {
    const mask = role === undefined ? 0 : maskOf([role])
    return {
      bodies,
      heads,
      units: sectionIds.length,
      standing: plans.map(({ name, isLive }) => (isLive ? (isWanted && !isWanted(name) ? 'other' : 'wanted') : 'dead')),
      planOf: planOf.at,
      lengthOf: lengths.at,
      headedOf: headed.at,
      isUnitWanted: (unit) => mask === 0 || (roles.at(unit) & mask) !== 0,
    }
  }
  const nameOf = (unit: number) => plans[planOf.at(unit)]!.name
  const inOrder = (a: Found, b: Found) =>
    b.score - a.score || (nameOf(a.unit) < nameOf(b.unit) ? -1 : nameOf(a.unit) > nameOf(b.unit) ? 1 : a.unit - b.unit)

  return {
    add(name, plan) {
      remove(name)
      numbers.set(name, plans.length)
      const { title, number, year, province } = plan.header
      const head = [title, number, year, province?.name, province?.currentName, plan.source.path].join(' \n ')
      heads.add(plans.length, wordsIn(head))
      const before = sectionIds.length
      for (const unit of unitsOf(plan)) addUnit(plans.length, unit, plan.text)
      plans.push({ name, isLive: true, units: sectionIds.length - before })
    },
    remove,
    search(query, filter = {}, from = 0, count = 20) {
      const found = findUnits(query, searched(filter)).sort(inOrder)
      const hits = found.slice(from, from + count).map(
        ({ unit, score }): Hit => ({
          name: nameOf(unit),
          sectionId: sectionIds[unit]!,
          start: starts.at(unit),
          end: ends.at(unit),
          score,
        }),
      )
      return { total: found.length, hits }
    },
    namesWith({ parts }) {
      const sets = parts.map((part) => new Set(findUnits({ parts: [part] }, searched({})).map(({ unit }) => nameOf(unit))))
      const [first = new Set<string>(), ...others] = sets
      return new Set([...first].filter((name) => others.every((other) => other.has(name))))
    },
    deadShare: () => (sectionIds.length === 0 ? 0 : dead / sectionIds.length),
    size: () => bodies.size() + heads.size() + sectionIds.length * (4 * 4 + 2 * 2 + 8),
  }
}

function maskOf(stated: readonly SectionRole[]): number {
  return stated.reduce((mask, role) => mask | (1 << ROLES.indexOf(role)), 0)
}

/** The same words are held once. */
function oneOf(known: Map<string, string>, id: string): string {
  const same = known.get(id)
  if (same !== undefined) return same
  known.set(id, id)
  return id
}
