// Ruling lines become table grids: cells with the rows and columns that they cover.

/** An axis-parallel ruling line; y grows downwards. */
export type Rule = { x0: number; y0: number; x1: number; y1: number }

export type GridCell = {
  row: number
  column: number
  rowSpan: number
  colSpan: number
  x0: number
  y0: number
  x1: number
  y1: number
}

export type Grid = { xs: number[]; ys: number[]; cells: GridCell[]; x0: number; y0: number; x1: number; y1: number }

type Bar = { at: number; from: number; to: number }

// Points. Offices draw table borders 0.5 to 1.5 pt wide; corners miss each other by up to a border's width.
const SNAP = 2.5
const TOUCH = 3
const COVERED = 0.55
const THINNEST = 4

/** Grids of a page, from top to bottom; a single framed cell is no grid. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  const across = mergeBars(
    rules
      .filter((rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0)
      .map((rule) => ({ at: (rule.y0 + rule.y1) / 2, from: rule.x0, to: rule.x1 })),
  )
  const down = mergeBars(
    rules
      .filter((rule) => rule.x1 - rule.x0 < rule.y1 - rule.y0)
      .map((rule) => ({ at: (rule.x0 + rule.x1) / 2, from: rule.y0, to: rule.y1 })),
  )
  return componentsOf(across, down)
    .map(([h, v]) => gridOf(h, v))
    .filter((grid) => grid !== null)
    .sort((a, b) => a.y0 - b.y0)
}

/** Bars on one line, overlapping or nearly touching, become one. */
function mergeBars(bars: readonly Bar[]): Bar[] {
  const sorted = [...bars].sort((a, b) => a.at - b.at || a.from - b.from)
  const lines: Bar[][] = []
  for (const bar of sorted) {
    const line = lines.at(-1)
    if (line && bar.at - line[0]!.at <= SNAP) line.push(bar)
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

function componentsOf(across: Bar[], down: Bar[]): [Bar[], Bar[]][] {
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
      const crosses = v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH
      if (crosses) parents[find(across.length + j)] = find(i)
    })
  })
  const groups = new Map<number, [Bar[], Bar[]]>()
  const groupOf = (i: number) => {
    const root = find(i)
    const group = groups.get(root) ?? [[], []]
    groups.set(root, group)
    return group
  }
  for (const [i, bar] of across.entries()) groupOf(i)[0].push(bar)
  for (const [j, bar] of down.entries()) groupOf(across.length + j)[1].push(bar)
  return [...groups.values()]
}

function gridOf(across: Bar[], down: Bar[]): Grid | null {
  const ys = positions(across.map((bar) => bar.at))
  const xs = positions(down.map((bar) => bar.at))
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return null
  const rows = ys.length - 1
  const columns = xs.length - 1
  const hasBar = (bars: Bar[], at: number, from: number, to: number) => {
    let covered = 0
    for (const bar of bars)
      if (Math.abs(bar.at - at) <= SNAP) covered += Math.max(0, Math.min(to, bar.to) - Math.max(from, bar.from))
    return covered >= COVERED * (to - from)
  }
  const owner = new Int32Array(rows * columns).fill(-1)
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue
      const isFree = (r: number, c: number) => owner[r * columns + c] === -1
      let right = column + 1
      while (right < columns && isFree(row, right) && !hasBar(down, xs[right]!, ys[row]!, ys[row + 1]!)) right++
      let below = row + 1
      const isOpen = (r: number) => {
        for (let c = column; c < right; c++) {
          if (!isFree(r, c) || hasBar(across, ys[r]!, xs[c]!, xs[c + 1]!)) return false
          if (c > column && hasBar(down, xs[c]!, ys[r]!, ys[r + 1]!)) return false
        }
        return true
      }
      while (below < rows && isOpen(below)) below++
      for (let r = row; r < below; r++) for (let c = column; c < right; c++) owner[r * columns + c] = cells.length
      cells.push({
        row,
        column,
        rowSpan: below - row,
        colSpan: right - column,
        x0: xs[column]!,
        y0: ys[row]!,
        x1: xs[right]!,
        y1: ys[below]!,
      })
    }
  }
  return { xs, ys, cells, x0: xs[0]!, y0: ys[0]!, x1: xs.at(-1)!, y1: ys.at(-1)! }
}

function positions(values: number[]): number[] {
  const found: number[] = []
  for (const value of values.sort((a, b) => a - b)) if (found.length === 0 || value - found.at(-1)! > THINNEST) found.push(value)
  return found
}
