// Dashes and dots on one line become the ruling line that they stand for; longer lines stay as they are.
import type { Rule } from './bars.ts'

// Points. Word's dots are as long as they are thick; its longest dash is 4 times the thickness of a border of 3 pt.
const SHORTEST_RULE = 4
const LONGEST_DASH = 15
const WIDEST_GAP = 5
const FEWEST_DASHES = 4
const SAME_LINE = 0.6

/** Ruling lines; marks too short for a line, and not in a row with others of their kind, are left out. */
export function joinDashes(rules: readonly Rule[]): Rule[] {
  const lines = rules.filter((rule) => lengthOf(rule) >= SHORTEST_RULE)
  const marks = rules.filter((rule) => lengthOf(rule) < LONGEST_DASH)
  if (marks.length < FEWEST_DASHES) return lines
  const across = marks.filter(isAcross)
  const down = marks.filter((rule) => isAcross(turned(rule)))
  return [...lines, ...runsOf(across), ...runsOf(down.map(turned)).map(turned)]
}

function runsOf(marks: Rule[]): Rule[] {
  const sorted = marks.sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1)
  const rows: Rule[][] = []
  for (const mark of sorted) {
    const row = rows.at(-1)
    if (row && mark.y0 + mark.y1 - row[0]!.y0 - row[0]!.y1 <= 2 * SAME_LINE) row.push(mark)
    else rows.push([mark])
  }
  return rows.flatMap((row) => {
    const runs: { rule: Rule; count: number }[] = []
    for (const mark of row.sort((a, b) => a.x0 - b.x0)) {
      const run = runs.at(-1)
      if (run && mark.x0 - run.rule.x1 <= WIDEST_GAP) {
        run.rule.x1 = Math.max(run.rule.x1, mark.x1)
        run.count++
      } else runs.push({ rule: { ...mark }, count: 1 })
    }
    return runs.filter(({ count }) => count >= FEWEST_DASHES).map(({ rule }) => rule)
  })
}

function isAcross(rule: Rule): boolean {
  return rule.x1 - rule.x0 >= 0.8 * (rule.y1 - rule.y0)
}

function lengthOf(rule: Rule): number {
  return Math.max(rule.x1 - rule.x0, rule.y1 - rule.y0)
}

function turned({ x0, y0, x1, y1 }: Rule): Rule {
  return { x0: y0, y0: x0, x1: y1, y1: x1 }
}
