// The changes from A to B become those from B to A.
import type { Diff, WordRun } from '../model/diff.ts'

type Sided = { kind: string; before: unknown; after: unknown }

const OPPOSITE: Readonly<Record<string, string>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split',
  better: 'worse',
  worse: 'better',
}

export function mirrorDiff(diff: Diff): Diff {
  return {
    ...diff,
    before: diff.after,
    after: diff.before,
    header: diff.header.map(turned),
    sections: diff.sections.map((change) => ({
      ...turned(change),
      shape: opposite(change.shape),
      words: mirrorWords(change.words),
    })),
    indicators: diff.indicators.map((change) => ({
      ...turned(change),
      difference: change.difference === null ? null : 0 - change.difference,
      direction: opposite(change.direction),
    })),
    legalReferences: diff.legalReferences.map(turned),
    phases: diff.phases.map(turned),
    deadlines: diff.deadlines.map(turned),
    assignments: diff.assignments.map(turned),
    copied: {
      before: diff.copied.after,
      after: diff.copied.before,
      passages: diff.copied.passages.map(({ before, after, words }) => ({ before: after, after: before, words })),
    },
  }
}

function turned<T extends Sided>(change: T): T {
  return { ...change, kind: opposite(change.kind), before: change.after, after: change.before }
}

/** What was removed stands before what was added, on either side. */
function mirrorWords(words: readonly WordRun[]): WordRun[] {
  const runs = words.map((run): WordRun => ({ ...run, op: opposite(run.op), before: run.after, after: run.before }))
  for (let i = 0; i + 1 < runs.length; i++)
    if (runs[i]!.op === 'added' && runs[i + 1]!.op === 'removed') {
      ;[runs[i], runs[i + 1]] = [runs[i + 1]!, runs[i]!]
      i++
    }
  return runs
}

function opposite<T extends string | null>(word: T): T {
  return (word === null ? null : (OPPOSITE[word] ?? word)) as T
}
