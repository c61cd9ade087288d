// A query becomes the units that hold all of its parts, each with a score: BM25, in which words of a heading count more.
import type { Cursor, Postings } from './postings.ts'
import type { Part, Query } from './query.ts'

export type Found = { unit: number; score: number }

/** What is searched: units by number, each of a plan by number. */
export type Searched = {
  bodies: Postings
  /** The same of plans: title, number, year, province and file. */
  heads: Postings
  units: number
  /** By plan. A plan that is not wanted still counts for how rare a word is; a dead one does not. */
  standing: readonly ('wanted' | 'other' | 'dead')[]
  planOf: (unit: number) => number
  lengthOf: (unit: number) => number
  /** How many of its words stand in its heading: the first ones. */
  headedOf: (unit: number) => number
  isUnitWanted: (unit: number) => boolean
}

const K1 = 1.2
const B = 0.6
const IN_HEADING = 3
// Scores differ by no less: the last digits of a sum depend on the order in which plans came.
const GRAIN = 1e-6

/**
 * In order of the units. A part may stand in the head of the plan instead, as a province does that no section names again, but one
 * part at least stands in the unit itself.
 */
export function findUnits({ parts }: Query, searched: Searched): Found[] {
  if (parts.length === 0) return []
  // A part that is typed again is looked for once: a beginning of many words takes a tenth of a second over thousands of plans.
  const firstOf = parts.map((part) => parts.findIndex((other) => isSamePart(part, other)))
  const counts: Uint16Array[] = []
  const headed: Set<number>[] = []
  for (const [i, part] of parts.entries()) {
    counts.push(counts[firstOf[i]!] ?? countsOf(part, searched))
    headed.push(headed[firstOf[i]!] ?? plansWith(part, searched))
  }
  const { live, averageLength } = liveUnits(searched)
  const rarity = counts.map((own) => rarityOf(own, live, searched))
  const found: Found[] = []
  for (let unit = 0; unit < searched.units; unit++) {
    const plan = searched.planOf(unit)
    if (searched.standing[plan] !== 'wanted') continue
    let score = 0
    let isFound = true
    for (let i = 0; i < parts.length && isFound; i++) {
      const count = counts[i]![unit]!
      if (count === 0) isFound = headed[i]!.has(plan)
      else {
        const length = K1 * (1 - B + (B * searched.lengthOf(unit)) / averageLength)
        score += (rarity[i]! * count * (K1 + 1)) / (count + length)
      }
    }
    if (isFound && score > 0 && searched.isUnitWanted(unit)) found.push({ unit, score: Math.round(score / GRAIN) * GRAIN })
  }
  return found
}

function isSamePart(a: Part, b: Part): boolean {
  return a.isPrefix === b.isPrefix && a.words.length === b.words.length && a.words.every((word, i) => word === b.words[i])
}

/** How often a part stands in each unit, more where it stands in the heading. */
function countsOf(part: Part, { bodies, units, headedOf }: Searched): Uint16Array {
  const counts = new Uint16Array(units)
  walk(part, bodies, (unit, places) => {
    const inHeading = headedOf(unit)
    let count = 0
    for (const place of places) count += place < inHeading ? IN_HEADING : 1
    counts[unit] = Math.min(0xffff, count)
  })
  return counts
}

function plansWith(part: Part, { heads }: Searched): Set<number> {
  const plans = new Set<number>()
  walk(part, heads, (plan) => plans.add(plan))
  return plans
}

/** Tells each unit that holds the part, and where its first word stands there. */
function walk({ words, isPrefix }: Part, postings: Postings, tell: (unit: number, places: readonly number[]) => void): void {
  const cursors = words.map((word, i) => postings.cursor(postings.termsOf(word, isPrefix && i === words.length - 1)))
  for (let unit = nextOfAll(cursors, 0); unit >= 0; unit = nextOfAll(cursors, unit + 1)) {
    let places = cursors[0]!.positions()
    for (let i = 1; i < cursors.length && places.length > 0; i++) {
      const next = new Set(cursors[i]!.positions())
      places = places.filter((place) => next.has(place + i))
    }
    if (places.length > 0) tell(unit, places)
  }
}

/** The first unit from `unit` on that all of them hold; -1 where there is none. */
function nextOfAll(cursors: readonly Cursor[], unit: number): number {
  let wanted = unit
  for (let same = 0, i = 0; same < cursors.length; i = (i + 1) % cursors.length) {
    const next = cursors[i]!.seek(wanted)
    if (next < 0) return -1
    same = next === wanted ? same + 1 : 1
    wanted = next
  }
  return wanted
}

function liveUnits({ units, standing, planOf, lengthOf }: Searched): { live: number; averageLength: number } {
  let live = 0
  let length = 0
  for (let unit = 0; unit < units; unit++) {
    if (standing[planOf(unit)] === 'dead') continue
    live++
    length += lengthOf(unit)
  }
  return { live, averageLength: Math.max(1, length / Math.max(1, live)) }
}

function rarityOf(counts: Uint16Array, live: number, { standing, planOf }: Searched): number {
  let holding = 0
  for (let unit = 0; unit < counts.length; unit++) if (counts[unit]! > 0 && standing[planOf(unit)] !== 'dead') holding++
  return Math.log(1 + (live - holding + 0.5) / (holding + 0.5))
}
