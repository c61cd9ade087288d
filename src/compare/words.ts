// Two stretches of text become runs of words that are the same, removed or added.
import { diffArrays } from 'diff'
import type { WordRun } from '../model/diff.ts'
import { isYear, type Token, tokensIn } from './tokens.ts'

export type Stretch = { text: string; ranges: readonly (readonly [number, number])[] }

/** Beyond so many edits two stretches have so little in common that one stands for the other as a whole. */
const MOST_EDITS = 4000

/** The runs in order, or [] where every word is the same. */
export function wordRuns(before: Stretch, after: Stretch): WordRun[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  if (a.length === b.length && a.every(({ key }, i) => key === b[i]!.key)) return []
  const parts = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  )
  const steps = parts
    ? joinCrumbs(parts.map(({ added, removed, count }) => ({ op: added ? 'added' : removed ? 'removed' : 'same', count })))
    : ([
        { op: 'removed', count: a.length },
        { op: 'added', count: b.length },
      ] as Step[])
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  for (const { op, count } of steps) {
    const left = op === 'added' ? null : rangeOf(a, i, count)
    const right = op === 'removed' ? null : rangeOf(b, j, count)
    if (left) i += count
    if (right) j += count
    if (count > 0)
      runs.push({ op, text: left ? before.text.slice(...left) : after.text.slice(...right!), before: left, after: right })
  }
  return runs
}

type Step = { op: WordRun['op']; count: number }

/** One or two words that happen to be the same inside a passage that was written anew belong to it: people read phrases. */
function joinCrumbs(steps: Step[]): Step[] {
  const joined: Step[] = []
  let [removed, added] = [0, 0]
  const flush = () => {
    if (removed > 0) joined.push({ op: 'removed', count: removed })
    if (added > 0) joined.push({ op: 'added', count: added })
    removed = added = 0
  }
  steps.forEach(({ op, count }, i) => {
    if (op === 'removed') removed += count
    else if (op === 'added') added += count
    else {
      const next = steps.slice(i + 1, i + 3).reduce((sum, each) => sum + (each.op === 'same' ? 0 : each.count), 0)
      if (count <= 2 && removed + added >= 6 && next >= 6) {
        removed += count
        added += count
      } else {
        flush()
        joined.push({ op, count })
      }
    }
  })
  flush()
  return joined
}

/** Whether the runs differ in years alone, each moved on by the same number of years. */
export function differsInYearsOnly(runs: readonly WordRun[], by: number | null): boolean {
  if (by === null || by === 0) return false
  const words = (op: WordRun['op']) =>
    runs.filter((run) => run.op === op).flatMap(({ text }) => tokensIn(text).map(({ key }) => key))
  const [removed, added] = [words('removed'), words('added')]
  return removed.length === added.length && removed.every((word, i) => isShifted(word, added[i]!, by))
}

function isShifted(before: string, after: string, by: number): boolean {
  const [a, b] = [before.split('/'), after.split('/')]
  return a.length === b.length && a.every((part, i) => part === b[i] || (isYear(part) && Number(part) + by === Number(b[i])))
}

export function tokensOf({ text, ranges }: Stretch): Token[] {
  return ranges.flatMap(([start, end]) => tokensIn(text, start, end))
}

function rangeOf(tokens: readonly Token[], from: number, count: number): [number, number] | null {
  return count === 0 ? null : [tokens[from]!.start, tokens[from + count - 1]!.end]
}
