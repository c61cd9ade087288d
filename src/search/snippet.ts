// A place that was found becomes the words around it, with the places of what was asked for, and where in the document that is.
import type { Plan, Section } from '../model/plan.ts'
import type { Query } from './query.ts'
import { plainWord, type Word, wordsIn } from './words.ts'

export type Snippet = {
  /** A slice of the plan's text, from `start` to `end` of it. */
  text: string
  start: number
  end: number
  /** Start and end in the plan's text of every word that was asked for, in the snippet. */
  matches: [start: number, end: number][]
  /** Numbers and headings from the outermost section to the one that it stands in; [] before the first. */
  path: { id: string; number: string | null; heading: string | null }[]
  /** The pages that the words can stand on: one where it is sure; [] where the format has none. */
  pages: number[]
}

const LENGTH = 240
// A snippet begins a little before the first word that it shows.
const LEAD = 40

export function snippetOf(plan: Plan, { start, end }: { start: number; end: number }, query: Query): Snippet {
  const { text } = plan
  const words = wordsIn(text.slice(start, end)).map((word) => ({ ...word, start: word.start + start, end: word.end + start }))
  const matches = matchesIn(words, query)
  const from = bestStart(matches, words[0]?.start ?? start)
  const cut = cutAt(text, from, start, end)
  const shown = matches.filter((match) => match[0] >= cut.start && match[1] <= cut.end)
  const at = shown[0] ?? [cut.start, cut.end]
  return {
    text: text.slice(cut.start, cut.end),
    ...cut,
    matches: shown,
    path: pathTo(plan.sections, start, end),
    pages: pagesOf(plan, { start: at[0], end: at[1] }),
  }
}

function matchesIn(words: readonly Word[], { parts }: Query): [number, number][] {
  const plain = words.map(({ key }) => plainWord(key))
  const fits = (index: number, wanted: string, isPrefix: boolean) => {
    const own = plainWord(wanted) === wanted ? plain[index] : words[index]?.key
    return own !== undefined && (isPrefix ? own.startsWith(wanted) : own === wanted)
  }
  const found = new Map<number, [number, number]>()
  for (const { words: wanted, isPrefix } of parts)
    for (let i = 0; i + wanted.length <= words.length; i++)
      if (wanted.every((each, j) => fits(i + j, each, isPrefix && j === wanted.length - 1)))
        for (let j = 0; j < wanted.length; j++) found.set(i + j, [words[i + j]!.start, words[i + j]!.end])
  return [...found].sort(([a], [b]) => a - b).map(([, place]) => place)
}

/** Where the most matches lie close together; of as many the first. */
function bestStart(matches: readonly [number, number][], otherwise: number): number {
  let best = { start: otherwise, count: 0 }
  let last = 0
  for (const [i, [start]] of matches.entries()) {
    while (last < matches.length && matches[last]![1] <= start + LENGTH - LEAD) last++
    if (last - i > best.count) best = { start, count: last - i }
  }
  return best.start
}

/** Whole words only, and no more than the unit. */
function cutAt(text: string, first: number, start: number, end: number): { start: number; end: number } {
  // A row above, or a heading, is cut off whole.
  const line = text.lastIndexOf('\n', first - 1) + 1
  let from = Math.max(start, line, first - LEAD)
  if (from > start && from > line) {
    const blank = text.slice(from, first).search(/\s/)
    from = blank < 0 ? first : from + blank + 1
  }
  let to = Math.min(end, from + LENGTH)
  if (to < end) {
    const lineEnd = text.lastIndexOf('\n', to) - from
    const blank = text.slice(from, to).search(/\s\S*$/)
    if (lineEnd > LENGTH / 2) to = from + lineEnd
    else if (blank > 0) to = from + blank
  }
  const shown = text.slice(from, to)
  return { start: from + (shown.length - shown.trimStart().length), end: to - (shown.length - shown.trimEnd().length) }
}

function pathTo(sections: readonly Section[], start: number, end: number): Snippet['path'] {
  const found = sections.find(({ span }) => span.start <= start && end <= span.end)
  if (!found) return []
  const { id, number, heading } = found
  return [{ id, number, heading }, ...pathTo(found.children, start, end)]
}

type Placed = { start: number; end: number; boxes: readonly { page: number }[] }

/** The pages that words can stand on, by what is known to stand before, behind and around them. */
export function pagesOf(plan: Plan, { start, end }: { start: number; end: number }): number[] {
  let [first, last] = [1, plan.source.pages.length]
  if (last === 0) return []
  const meet = ({ start: from, end: to, boxes }: Placed) => {
    const [head, tail] = [boxes[0], boxes.at(-1)]
    if (!head || !tail) return
    if (to <= start || (from <= start && end <= to)) first = Math.max(first, to <= start ? tail.page : head.page)
    if (from >= end || (from <= start && end <= to)) last = Math.min(last, from >= end ? head.page : tail.page)
  }
  const meetAll = (sections: readonly Section[]) => {
    for (const { span, children } of sections) {
      meet(span)
      meetAll(children)
    }
  }
  meetAll(plan.sections)
  for (const { rows } of plan.tables) for (const { cells } of rows) for (const { span } of cells) meet(span)
  for (const { span } of [...plan.indicators, ...plan.dates, ...plan.deadlines, ...plan.assignments, ...plan.phases]) meet(span)
  for (const { mentions } of plan.legalReferences) for (const { span } of mentions) meet(span)
  // Furniture that was set apart stands behind the body, whatever its page.
  if (first > last) return []
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Start and end of every word of a text that a query asks for. */
export function matchesOf(text: string, query: Query): [number, number][] {
  return matchesIn(wordsIn(text), query)
}

/** Whether a text holds every part of a query. */
export function holdsQuery(text: string, { parts }: Query): boolean {
  const words = wordsIn(text)
  return parts.length > 0 && parts.every((part) => matchesIn(words, { parts: [part] }).length > 0)
}
