// The sections of two plans become the changes between them: aligned by role and heading first, by text second, all at once.
import { unitLength } from '../catalog/units.ts'
import type { SectionChange, SectionPlace } from '../model/diff.ts'
import type { Plan, Section } from '../model/plan.ts'
import { foldText } from '../text/fold.ts'
import { outOfOrder, pairUp } from './pair.ts'
import { type Bag, bagsOf, likeness, topicWords } from './tokens.ts'
import { differsInYearsOnly, type Stretch, tokensOf, wordRuns } from './words.ts'

type Node = {
  place: SectionPlace
  parent: number
  order: number
  share: number
  own: Stretch
  head: Bag
  body: Bag
  isBody: boolean
}

/** Headed sections are the same from here on, numbered paragraphs only where most of their words are. */
const LEAST_HEADED = 0.46
const LEAST_PLAIN = 0.5
/** Two headings that name bodies: below this they name two. */
const SAME_BODY = 0.5
/** One of several bodies that the other names. */
const ALL_OF_IT = 0.75
/** A share of its words from which a section is held to have come out of another, or to have gone into it. */
const CONTAINED = 0.6
const LEAST_WORDS = 12

export function sectionChanges(before: Plan, after: Plan, yearsBetween: number | null): SectionChange[] {
  const [a, b] = nodesOf(before, after)
  const bare = scoresOf(a, b)
  const score = (i: number, j: number) => {
    const plain = bare[i]![j]!
    const [x, y] = [a[i]!, b[j]!]
    const parents = x.parent < 0 || y.parent < 0 ? Number(x.parent === y.parent) : bare[x.parent]![y.parent]!
    const least = x.place.heading !== null && y.place.heading !== null ? LEAST_HEADED : LEAST_PLAIN
    const whole = 0.88 * plain + 0.12 * parents
    // Of several that fit as well, the one at the same place.
    return whole < least ? 0 : whole + 0.02 * (1 - Math.abs(x.share - y.share))
  }
  const { pairs, onlyBefore, onlyAfter } = pairUp(a.length, b.length, score)
  const moved = movedPairs(pairs, a, b)
  const splits = containedIn(
    onlyAfter,
    b,
    pairs.map((pair) => ({ key: pair.before, node: a[pair.before]!, but: b[pair.after]! })),
  )
  const mergers = containedIn(
    onlyBefore,
    a,
    pairs.map((pair) => ({ key: pair.after, node: b[pair.after]!, but: a[pair.before]! })),
  )
  const gone = new Set([...splits.values(), ...mergers.values()].flat())

  const changes: { order: number; change: SectionChange }[] = []
  for (const [at, pair] of pairs.entries()) {
    const [x, y] = [a[pair.before]!, b[pair.after]!]
    const split = splits.get(pair.before) ?? []
    const merged = split.length > 0 ? [] : (mergers.get(pair.after) ?? [])
    const words = wordRuns(joined(before.text, [x, ...merged]), joined(after.text, [y, ...split]))
    const shape = split.length > 0 ? 'split' : merged.length > 0 ? 'merged' : null
    if (words.length === 0 && !moved[at] && shape === null) continue
    changes.push({
      order: x.order,
      change: {
        kind: moved[at] ? 'moved' : 'changed',
        before: x.place,
        after: y.place,
        shape,
        parts: [...split, ...merged].map(({ place }) => place),
        // Preambles belong together by their place, however alike they are.
        likeness: round(Math.min(1, x.place.id === null ? likeness(x.body, y.body) : bare[pair.before]![pair.after]!)),
        onlyYears: !moved[at] && shape === null && differsInYearsOnly(words, yearsBetween),
        words,
      },
    })
  }
  for (const i of onlyBefore)
    if (!gone.has(a[i]!)) changes.push({ order: a[i]!.order, change: alone('removed', before.text, a[i]!) })
  for (const j of onlyAfter) {
    if (gone.has(b[j]!)) continue
    // After the section that it follows.
    const previous = pairs.filter((pair) => pair.after < j).at(-1)
    const last = pairs.reduce((best, pair) => (pair.after < j && pair.after > (best?.after ?? -1) ? pair : best), previous)
    changes.push({ order: (last ? a[last.before]!.order : -1) + 0.5, change: alone('added', after.text, b[j]!) })
  }
  return changes.sort((x, y) => x.order - y.order).map(({ change }) => change)
}

function alone(kind: 'added' | 'removed', text: string, { place, own }: Node): SectionChange {
  const nothing: Stretch = { text: '', ranges: [] }
  const words = kind === 'added' ? wordRuns(nothing, { ...own, text }) : wordRuns({ ...own, text }, nothing)
  const [before, after] = kind === 'added' ? [null, place] : [place, null]
  return { kind, before, after, shape: null, parts: [], likeness: null, onlyYears: false, words }
}

function nodesOf(before: Plan, after: Plan): [Node[], Node[]] {
  const lists = [before, after].map((plan) => flatten(plan))
  const all = lists.flat()
  const heads = bagsOf(all.map(({ section }) => topicWords(section?.heading ?? '')))
  const bodies = bagsOf(all.map(({ range, text }) => topicWords(text, ...range)))
  let at = 0
  return lists.map((list) =>
    list.map(({ section, parent, range, text, own }, order): Node => {
      const start = own[0]?.[0] ?? range[0]
      const place: SectionPlace = {
        id: section?.id ?? null,
        raw: section ? (section.heading ?? firstWords(text.slice(start, range[1]))) : firstWords(text.slice(...range)),
        span: section?.span ?? { start: range[0], end: range[1], boxes: [] },
        number: section?.number ?? null,
        heading: section?.heading ?? null,
        roles: section?.roles ?? [],
      }
      return {
        place,
        parent,
        order,
        share: order / list.length,
        own: { text, ranges: own },
        head: heads[at]!,
        body: bodies[at++]!,
        isBody: namesBody(section?.heading ?? ''),
      }
    }),
  ) as [Node[], Node[]]
}

type Flat = { section: Section | null; parent: number; range: [number, number]; text: string; own: [number, number][] }

/** The words between title and first section stand first, as a section without a number. */
function flatten({ text, sections, header }: Plan): Flat[] {
  const flat: Flat[] = []
  const end = sections[0]?.span.start ?? text.length
  const { title, number, issuedOn, issuer } = header.spans
  const start = Math.max(0, ...[title, number, issuedOn, issuer].flatMap((span) => (span && span.end <= end ? [span.end] : [])))
  if (start < end && text.slice(start, end).trim() !== '')
    flat.push({ section: null, parent: -1, range: [start, end], text, own: [[start, end]] })
  const walk = (list: readonly Section[], parent: number) => {
    for (const section of list) {
      const { span, children } = section
      const own: [number, number][] = []
      let from = span.start + labelLength(text.slice(span.start, span.start + 60), section.number)
      for (const child of children) {
        if (child.span.start > from) own.push([from, child.span.start])
        from = Math.max(from, child.span.end)
      }
      if (span.end > from) own.push([from, span.end])
      flat.push({ section, parent, range: [span.start, span.end], text, own })
      walk(children, flat.length - 1)
    }
  }
  walk(sections, -1)
  return flat
}

/** The printed number with its word and its mark: “Phần II.”, “3.1)”. */
function labelLength(words: string, number: string | null): number {
  if (number === null) return 0
  const label = /^[\s(*]*(?:(?:phần|mục|chương|điều|phụ lục|khoản)\s+)?/iu.exec(words)![0].length
  if (!words.startsWith(number, label)) return 0
  return label + number.length + /^\s*[.):/-]*\s*/.exec(words.slice(label + number.length))![0].length
}

function scoresOf(a: readonly Node[], b: readonly Node[]): Float64Array[] {
  return a.map((x) =>
    Float64Array.from(b, (y) => {
      const isPreamble = (node: Node) => node.place.id === null
      if (isPreamble(x) || isPreamble(y)) return isPreamble(x) && isPreamble(y) ? 1 : 0
      const body = likeness(x.body, y.body)
      if (x.place.heading === null || y.place.heading === null) return x.place.heading === y.place.heading ? body : 0.9 * body
      const head = likeness(x.head, y.head)
      // What one body is to do is not what another is.
      if (x.isBody && y.isBody && head < SAME_BODY && within(x.head, y.head, head) < ALL_OF_IT) return 0
      const roles = shareOf(x.place.roles, y.place.roles)
      return 0.6 * Math.max(head, 0.6 * head + 0.4 * roles) + 0.4 * body
    }),
  )
}

/** “Phòng Nghiệp vụ Y, Thanh tra Sở”: a heading that is the name of who has the tasks below. */
function namesBody(heading: string): boolean {
  return heading !== '' && unitLength(foldText(heading)) >= 0.6 * heading.length
}

/** How much of the shorter heading the other holds. */
function within(a: Bag, b: Bag, alike: number): number {
  return (alike * (a.total + b.total)) / 2 / Math.min(a.total, b.total)
}

function shareOf(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]).size
  return all === 0 ? 0 : a.filter((each) => b.includes(each)).length / all
}

/** Sections under another parent, or in another order beside their neighbours. */
function movedPairs(pairs: readonly { before: number; after: number }[], a: readonly Node[], b: readonly Node[]): boolean[] {
  const partner = new Map(pairs.map(({ before, after }) => [before, after]))
  const partnerBack = new Map(pairs.map(({ before, after }) => [after, before]))
  const groups = new Map<string, number[]>()
  const moved = pairs.map(({ before, after }, at) => {
    const [up, down] = [a[before]!.parent, b[after]!.parent]
    // A parent without a partner was added or dropped around it: that is told of the parent.
    if ((up >= 0 && !partner.has(up)) || (down >= 0 && !partnerBack.has(down))) return false
    if ((up < 0 ? -1 : partner.get(up)) !== down) return true
    groups.set(String(up), [...(groups.get(String(up)) ?? []), at])
    return false
  })
  for (const members of groups.values()) {
    const places = outOfOrder(members.map((at) => pairs[at]!.after))
    members.forEach((at, i) => {
      if (places[i]) moved[at] = true
    })
  }
  return moved
}

/** Which of the sections without a partner hold words of another section that its partner no longer has. */
function containedIn(
  lonely: readonly number[],
  nodes: readonly Node[],
  hosts: readonly { key: number; node: Node; but: Node }[],
): Map<number, Node[]> {
  const found = new Map<number, Node[]>()
  if (lonely.length === 0) return found
  const grams = hosts.map(({ key, node, but }) => {
    const kept = gramsOf(but.own)
    return { key, set: new Set([...gramsOf(node.own)].filter((gram) => !kept.has(gram))) }
  })
  for (const at of lonely) {
    const own = [...gramsOf(nodes[at]!.own)]
    if (own.length < LEAST_WORDS) continue
    let best = { key: -1, share: 0 }
    for (const { key, set } of grams) {
      const share = set.size === 0 ? 0 : own.filter((gram) => set.has(gram)).length / own.length
      if (share > best.share) best = { key, share }
    }
    if (best.share >= CONTAINED) found.set(best.key, [...(found.get(best.key) ?? []), nodes[at]!])
  }
  return found
}

function gramsOf(own: Stretch): Set<string> {
  const keys = tokensOf(own).map(({ key }) => key)
  return new Set(keys.slice(3).map((_, i) => keys.slice(i, i + 4).join(' ')))
}

function joined(text: string, nodes: readonly Node[]): Stretch {
  return { text, ranges: nodes.flatMap(({ own }) => own.ranges).sort(([a], [b]) => a - b) }
}

function firstWords(text: string): string {
  const line = text.trim().split('\n')[0]!
  return line.length <= 90 ? line : `${line.slice(0, 90).replace(/\s+\S*$/u, '')} …`
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}
