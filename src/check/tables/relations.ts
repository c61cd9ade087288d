// A grid of figures becomes what its columns say of each other: by their printed formulas, else by what fits most rows.
import { foldText } from '../../text/fold.ts'
import type { Figure } from './figures.ts'
import { type Formula, readFormula } from './formulas.ts'
import type { Grid, GridRow } from './grid.ts'

export type Relation = {
  result: number
  uses: number[]
  compute: (values: readonly number[]) => number
  /** As it is told to people. */
  formula: string
}

// Rows that a relation must be seen in, and the share of them that it must fit; a printed one needs less proof.
const FEWEST = 4
const MOST_FIT = 0.8
const PRINTED_FEWEST = 2
const PRINTED_FIT = 0.6
const WIDEST = 24

const RATIO_HEAD = /so sánh|so với|tỷ lệ|tỉ lệ|% ?(?:th|kh|đạt|so|hoàn|thực)|đạt|tăng|giảm|chênh lệch|^%$|\(%\)/iu
const SUM_HEAD = /^(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|ngành)|cả năm|chung)$/iu

type Shape = { compute: Relation['compute']; sign: (a: string, b: string) => string }
const SHAPES: readonly Shape[] = [
  { compute: ([a, b]) => (100 * a!) / b!, sign: (a, b) => `${a}/${b} (%)` },
  { compute: ([a, b]) => (100 * (a! - b!)) / b!, sign: (a, b) => `(${a}-${b})/${b} (%)` },
  { compute: ([a, b]) => a! - b!, sign: (a, b) => `${a}-${b}` },
]

export function findRelations(grid: Grid): Relation[] {
  if (grid.columns.length > WIDEST) return []
  const printed = printedRelations(grid)
  const known = new Set(printed.map(({ result }) => result))
  return [...printed, ...grid.columns.flatMap((_, column) => (known.has(column) ? [] : (guess(grid, column) ?? [])))]
}

/** Does the row say the same as the relation? Null where a number is missing. */
export function fits({ result, uses, compute }: Relation, row: GridRow): boolean | null {
  const terms = uses.map((column) => row.cells[column]?.figure ?? null)
  const own = row.cells[result]?.figure
  if (!own?.isBare || !terms.every((term): term is Figure => term?.isBare === true)) return null
  return agrees(compute, terms, own)
}

/** Printed numbers are rounded, the last digit sometimes cut: the result may be off by what that makes. */
export function agrees(compute: Relation['compute'], terms: readonly Figure[], own: Figure): boolean | null {
  const values = terms.map(({ value }) => value)
  const exact = compute(values)
  if (!Number.isFinite(exact)) return null
  // Whole numbers that make a whole number were never rounded.
  const isExact = Number.isInteger(exact) && terms.every(({ decimals }) => decimals === 0)
  let slack = isExact ? 1e-6 : 1.01 * 10 ** -own.decimals
  terms.forEach(({ decimals }, i) => {
    if (decimals === 0) return
    const moved = compute(values.map((value, k) => (k === i ? value + 0.5 * 10 ** -decimals : value)))
    if (Number.isFinite(moved)) slack += Math.abs(moved - exact)
  })
  return Math.abs(exact - own.value) <= slack
}

function printedRelations(grid: Grid): Relation[] {
  const labels = new Map<string, number>()
  const numbers = grid.rows.find(({ kind }) => kind === 'numbers')
  const names = grid.columns.map((head, column) => ({ column, words: [numbers?.cells[column]?.text, head.split(' / ').at(-1)] }))
  for (const { column, words } of names) {
    const label = /^\(?(\d{1,2}|[a-zđ])\)?(?:\s*=|$)/iu.exec(words[0] ?? '')?.[1]
    labels.set(label ?? String(column + 1), column)
  }
  const known = new Set(labels.keys())
  return names.flatMap(({ column, words }) => {
    const formula = words.map((each) => readFormula(each ?? '', known)).find((each): each is Formula => each != null)
    if (!formula) return []
    const uses = [...new Set(formula.uses)]
    const at = (scale: number): Relation => ({
      result: (formula.label !== null ? labels.get(formula.label) : undefined) ?? column,
      uses: uses.map((label) => labels.get(label)!),
      compute: (values) => scale * formula.compute(new Map(uses.map((label, i) => [label, values[i]!]))),
      formula: formula.printed,
    })
    return best(grid, [at(1), at(100), at(0.01)], PRINTED_FEWEST, PRINTED_FIT) ?? []
  })
}

/** What a column without a formula is made of: two others compared, or the sum of those beside it. */
function guess(grid: Grid, column: number): Relation | null {
  const words = foldText(grid.columns[column]!)
  const others = grid.columns.flatMap((_, other) => (other !== column && isNumeric(grid, other) ? [other] : []))
  if (!isNumeric(grid, column)) return null
  const name = (index: number) => `[${index + 1}]`
  if (RATIO_HEAD.test(words)) {
    const pairs = others.flatMap((a) =>
      others.flatMap((b) =>
        a === b
          ? []
          : SHAPES.map(({ compute, sign }) => ({
              result: column,
              uses: [a, b],
              compute,
              formula: `${name(column)} = ${sign(name(a), name(b))}`,
            })),
      ),
    )
    return best(grid, pairs)
  }
  if (!SUM_HEAD.test(words.split(' / ').at(-1)!.trim())) return null
  const run = (step: number) => {
    const found: number[] = []
    for (let c = column + step; others.includes(c) && !RATIO_HEAD.test(foldText(grid.columns[c]!)); c += step) found.push(c)
    return found
  }
  const sums = [run(1), run(-1)].flatMap((all) => all.map((_, i) => all.slice(0, i + 1))).filter((all) => all.length > 1)
  return best(
    grid,
    sums.map((uses) => ({
      result: column,
      uses,
      compute: (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0),
      formula: `${name(column)} = ${[...uses]
        .sort((a, b) => a - b)
        .map(name)
        .join('+')}`,
    })),
  )
}

function isNumeric(grid: Grid, column: number): boolean {
  return grid.data.filter((row) => row.cells[column]?.figure?.isBare).length >= FEWEST
}

/** The relation that fits most rows, where it fits nearly all; rows of one number repeated prove nothing. */
function best(grid: Grid, relations: readonly Relation[], fewest = FEWEST, share = MOST_FIT): Relation | null {
  let found: Relation | null = null
  let most = 0
  for (const relation of relations) {
    let right = 0
    let wrong = 0
    for (const row of grid.data) {
      const does = fits(relation, row)
      if (does === null || isTrivial(relation, row)) continue
      if (does) right++
      else wrong++
    }
    if (right >= fewest && right >= share * (right + wrong) && right > most) {
      found = relation
      most = right
    }
  }
  return found
}

function isTrivial({ uses }: Relation, row: GridRow): boolean {
  const values = uses.map((column) => row.cells[column]!.figure!.value)
  return values.every((value) => value === values[0]) || values.filter((value) => value !== 0).length < 2
}
