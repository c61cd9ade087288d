// The formula of a column-number row becomes a function of the row's numbers.
//
//   "9=7/4" => 9 of 7, 4    "(5)=(4)/(3)*100" => 5 of 4, 3    "6 = 5 - 4" => 6 of 5, 4    "3=4+5+6" => 3 of 4, 5, 6    "I" => none

export type Term = (values: ReadonlyMap<string, number>) => number

export type Formula = { label: string | null; uses: string[]; compute: Term; printed: string }

const FORMULA = /^\(?(?<label>\d{1,2}|[a-zđ])?\)?\s*=\s*(?<terms>[\da-zđ()+\-–−*x×.:/÷%\s]+)$/iu
const TOKEN = /\d+|[+\-–−*×:/÷%()]|(?<!\p{L})x(?!\p{L})|[a-zđ]/giu

/** Null where the words are no formula. `labels` are those of the table's columns. */
export function readFormula(words: string, labels: ReadonlySet<string>): Formula | null {
  const found = FORMULA.exec(words.trim())?.groups
  if (!found) return null
  const tokens = (found.terms!.match(TOKEN) ?? []).slice(0, 60)
  const uses: string[] = []
  let at = 0

  const sum = (depth: number): Term | null => {
    let left = product(depth)
    while (left && /^[+\-–−]$/.test(tokens[at] ?? '')) {
      const isPlus = tokens[at++] === '+'
      const right = product(depth)
      if (!right) return null
      const first = left
      left = (values) => (isPlus ? first(values) + right(values) : first(values) - right(values))
    }
    return left
  }
  const product = (depth: number): Term | null => {
    let left = atom(depth)
    while (left && /^[*x×:/÷%]$/i.test(tokens[at] ?? '')) {
      const sign = tokens[at++]!
      // “7/4 (%)”, “7/4 x 100%”: the scale is found from the rows.
      if (sign === '%') continue
      const right = atom(depth)
      if (!right) return null
      const first = left
      left = /[:/÷]/.test(sign) ? (values) => first(values) / right(values) : (values) => first(values) * right(values)
    }
    return left
  }
  const atom = (depth: number): Term | null => {
    const token = tokens[at++]
    if (token === undefined || depth > 8) return null
    if (token === '(') {
      if (tokens[at] === '%' && tokens[at + 1] === ')') at++
      const inner = sum(depth + 1)
      return tokens[at++] === ')' ? inner : null
    }
    if (labels.has(token)) {
      uses.push(token)
      return (values) => values.get(token) ?? Number.NaN
    }
    return /^100+$/.test(token) ? () => Number(token) : null
  }

  const compute = sum(0)
  while (tokens[at] === '%' || tokens[at] === '(' || tokens[at] === ')') at++
  if (!compute || at < tokens.length || uses.length < 2) return null
  return { label: found.label ?? null, uses, compute, printed: words.trim() }
}
