// Two stretches of text become runs of words that are the same, removed or added.
import { diffArrays } from 'diff'
import type { WordRun } from '../model/diff.ts'
import { bagsOf, isYear, likeness, type Token, tokensIn } from './tokens.ts'

export type Stretch = { text: string; ranges: readonly (readonly [number, number])[] }

/** Beyond so many edits two stretches have so little in common that one stands for the other as a whole. */
const MOST_EDITS = 1200
/** More lines than this against each other are not paired one by one. */
const MOST_LINE_PAIRS = 40_000
const LEAST_ALIKE = 0.4

/** The runs in order, or [] where every word is the same. */
export function wordRuns(before: Stretch, after: Stretch): WordRun[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  if (keysOf(a.flat()) === keysOf(b.flat())) return []
  const steps = joinRuns(lineSteps(a, b))
  const [left, right] = [a.flat(), b.flat()]
  const runs: WordRun[] = []
  let [i, j] = [0, 0]
  for (const { op, count } of steps) {
    const own = op === 'added' ? null : rangeOf(left, i, count)
    const other = op === 'removed' ? null : rangeOf(right, j, count)
    if (own) i += count
    if (other) j += count
    if (count > 0)
      runs.push({ op, text: own ? before.text.slice(...own) : after.text.slice(...other!), before: own, after: other })
  }
  return runs
}

type Step = { op: WordRun['op']; count: number }

/** Paragraphs and rows that are the same hold their places; between them, the most alike are compared word by word. */
function lineSteps(a: readonly Token[][], b: readonly Token[][]): Step[] {
  const parts = diffArrays(a.map(keysOf), b.map(keysOf), { maxEditLength: MOST_EDITS })
  const steps: Step[] = []
  let [i, j] = [0, 0]
  const region = (removed: number, added: number) => {
    steps.push(...regionSteps(a.slice(i, i + removed), b.slice(j, j + added)))
    i += removed
    j += added
  }
  if (!parts) {
    region(a.length, b.length)
    return steps
  }
  let [removed, added] = [0, 0]
  for (const part of parts) {
    if (part.removed) removed += part.count
    else if (part.added) added += part.count
    else {
      region(removed, added)
      removed = added = 0
      steps.push({ op: 'same', count: sizeOf(a.slice(i, i + part.count)) })
      i += part.count
      j += part.count
    }
  }
  region(removed, added)
  return steps
}

function regionSteps(a: readonly Token[][], b: readonly Token[][]): Step[] {
  if (a.length * b.length === 0 || a.length * b.length > MOST_LINE_PAIRS) return whole(a, b)
  const byLines = alignedLines(a, b).flatMap(([x, y]) => (x && y ? tokenSteps(x, y) : whole(x ? [x] : [], y ? [y] : [])))
  if (a.length === 1 && b.length === 1) return byLines
  // Where one edition breaks a paragraph in two, its words as one stretch have less to tell.
  const byWords = tokenSteps(a.flat(), b.flat())
  const changed = (steps: readonly Step[]) => steps.reduce((sum, { op, count }) => sum + (op === 'same' ? 0 : count), 0)
  return changed(byWords) < 0.6 * changed(byLines) ? byWords : byLines
}

function whole(a: readonly Token[][], b: readonly Token[][]): Step[] {
  return [
    { op: 'removed', count: sizeOf(a) },
    { op: 'added', count: sizeOf(b) },
  ]
}

function tokenSteps(a: readonly Token[], b: readonly Token[]): Step[] {
  const parts = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  )
  if (!parts) return whole([[...a]], [[...b]])
  return joinCrumbs(parts.map(({ added, removed, count }) => ({ op: added ? 'added' : removed ? 'removed' : 'same', count })))
}

/** Lines in order, paired so that the sum of their likeness is the highest (Needleman and Wunsch 1970). */
function alignedLines(a: readonly Token[][], b: readonly Token[][]): [Token[] | null, Token[] | null][] {
  const bags = bagsOf([...a, ...b].map((line) => line.map(({ key }) => key)))
  const width = b.length + 1
  const best = new Float64Array((a.length + 1) * width)
  const score = new Float64Array(a.length * b.length)
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const alike = likeness(bags[i - 1]!, bags[a.length + j - 1]!)
      score[(i - 1) * b.length + j - 1] = alike < LEAST_ALIKE ? Number.NEGATIVE_INFINITY : alike
      const pair = best[(i - 1) * width + j - 1]! + score[(i - 1) * b.length + j - 1]!
      best[i * width + j] = Math.max(pair, best[(i - 1) * width + j]!, best[i * width + j - 1]!)
    }
  const lines: [Token[] | null, Token[] | null][] = []
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0; ) {
    const here = best[i * width + j]!
    if (i > 0 && j > 0 && here === best[(i - 1) * width + j - 1]! + score[(i - 1) * b.length + j - 1]!)
      lines.push([a[--i]!, b[--j]!])
    else if (j > 0 && here === best[i * width + j - 1]!) lines.push([null, b[--j]!])
    else lines.push([a[--i]!, null])
  }
  return lines.reverse()
}

/** Runs of one kind become one; what was removed stands before what was added. */
function joinRuns(steps: readonly Step[]): Step[] {
  const joined: Step[] = []
  let [removed, added] = [0, 0]
  for (const { op, count } of [...steps, { op: 'same', count: 0 } as Step]) {
    if (count === 0 && op !== 'same') continue
    if (op === 'removed') removed += count
    else if (op === 'added') added += count
    else {
      if (count === 0 && joined.length > 0 && removed + added === 0) continue
      if (removed > 0) joined.push({ op: 'removed', count: removed })
      if (added > 0) joined.push({ op: 'added', count: added })
      removed = added = 0
      const last = joined.at(-1)
      if (last?.op === 'same') last.count += count
      else if (count > 0) joined.push({ op, count })
    }
  }
  return joined
}

function keysOf(tokens: readonly Token[]): string {
  return tokens.map(({ key }) => key).join(' ')
}

function sizeOf(lines: readonly Token[][]): number {
  return lines.reduce((sum, line) => sum + line.length, 0)
}

/** The tokens of each line; the number of a table row is one number like another. */
function linesOf({ text, ranges }: Stretch): Token[][] {
  const lines: Token[][] = []
  for (const [start, end] of ranges)
    for (let from = start; from < end; ) {
      const at = text.indexOf('\n', from)
      const to = at < 0 || at > end ? end : at
      const tokens = tokensIn(text, from, to)
      const [first] = tokens
      if (first && text[first.end] === '\t' && /^\d{1,3}(?:\.\d{1,2})*$/.test(first.key)) tokens[0] = { ...first, key: '#' }
      if (tokens.length > 0) lines.push(tokens)
      from = to + 1
    }
  return lines
}

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
