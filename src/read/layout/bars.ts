// Ruling lines become bars: one for each straight stretch, however many pieces it is drawn in, and groups of bars that meet.

/** An axis-parallel ruling line; y grows downwards. */
export type Rule = { x0: number; y0: number; x1: number; y1: number }

/** A straight stretch: across at one height, or down at one distance from the left. */
export type Bar = { at: number; from: number; to: number }

/** Bars that meet. */
export type Group = { across: Bar[]; down: Bar[] }
export type Box = { x0: number; y0: number; x1: number; y1: number }

// Points. Offices draw table borders 0.5 to 1.5 pt wide; corners miss each other by up to a border's width.
export const SNAP = 2.5
export const TOUCH = 3
const THINNEST = 4
// A page with more is a drawing.
const MOST_BARS = 3000

/** Ruling lines by direction, pieces of one line put together. */
export function barsOf(lines: readonly Rule[], snap = SNAP): { across: Bar[]; down: Bar[] } {
  return {
    across: mergeBars(
      lines.filter(isAcross).map((rule) => ({ at: (rule.y0 + rule.y1) / 2, from: rule.x0, to: rule.x1 })),
      snap,
    ),
    down: mergeBars(
      lines.filter(isDown).map((rule) => ({ at: (rule.x0 + rule.x1) / 2, from: rule.y0, to: rule.y1 })),
      snap,
    ),
  }
}

function isAcross(rule: Rule): boolean {
  return rule.x1 - rule.x0 > rule.y1 - rule.y0
}

function isDown(rule: Rule): boolean {
  return rule.x1 - rule.x0 < rule.y1 - rule.y0
}

/** Bars on one line, overlapping or nearly touching, become one. */
function mergeBars(bars: readonly Bar[], snap: number): Bar[] {
  const sorted = [...bars].sort((a, b) => a.at - b.at || a.from - b.from)
  const lines: Bar[][] = []
  for (const bar of sorted) {
    const line = lines.at(-1)
    if (line && bar.at - line[0]!.at <= snap) line.push(bar)
    else lines.push([bar])
  }
  return lines.flatMap((line) => {
    const at = line.reduce((sum, bar) => sum + bar.at, 0) / line.length
    const merged: Bar[] = []
    for (const bar of line.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1)
      if (last && bar.from <= last.to + TOUCH) last.to = Math.max(last.to, bar.to)
      else merged.push({ ...bar, at })
    }
    return merged
  })
}

/** Groups of bars that meet. */
export function connect(across: readonly Bar[], down: readonly Bar[], touch: number): Group[] {
  if (across.length > MOST_BARS || down.length > MOST_BARS) return []
  const parents = [...across, ...down].map((_, i) => i)
  const find = (i: number): number => {
    while (parents[i] !== i) {
      parents[i] = parents[parents[i]!]!
      i = parents[i]!
    }
    return i
  }
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      const crosses = v.at >= h.from - touch && v.at <= h.to + touch && h.at >= v.from - touch && h.at <= v.to + touch
      if (crosses) parents[find(across.length + j)] = find(i)
    })
  })
  const groups = new Map<number, Group>()
  const groupOf = (i: number) => {
    const root = find(i)
    const group = groups.get(root) ?? { across: [], down: [] }
    groups.set(root, group)
    return group
  }
  for (const [i, bar] of across.entries()) groupOf(i).across.push(bar)
  for (const [j, bar] of down.entries()) groupOf(across.length + j).down.push(bar)
  return [...groups.values()]
}

export function boxOf({ across, down }: Group): Box {
  return {
    x0: Math.min(...across.map((bar) => bar.from), ...down.map((bar) => bar.at)),
    x1: Math.max(...across.map((bar) => bar.to), ...down.map((bar) => bar.at)),
    y0: Math.min(...down.map((bar) => bar.from), ...across.map((bar) => bar.at)),
    y1: Math.max(...down.map((bar) => bar.to), ...across.map((bar) => bar.at)),
  }
}

/** The share of a stretch that bars at one place cover. */
export function coverage(bars: readonly Bar[], at: number, from: number, to: number, tolerance = SNAP): number {
  let covered = 0
  for (const bar of bars)
    if (Math.abs(bar.at - at) <= tolerance) covered += Math.max(0, Math.min(to, bar.to) - Math.max(from, bar.from))
  return to > from ? covered / (to - from) : 0
}

/** Places without their doubles: lines closer than any row is high are one. */
export function positions(values: number[]): number[] {
  const found: number[] = []
  for (const value of values.sort((a, b) => a - b)) if (found.length === 0 || value - found.at(-1)! > THINNEST) found.push(value)
  return found
}
