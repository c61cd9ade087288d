// Two lists and a score become the pairs with the highest sum of scores: global, so that one early match spoils no better one.

export type Pairs = { pairs: { before: number; after: number; score: number }[]; onlyBefore: number[]; onlyAfter: number[] }

/** Pairs of a score above 0, in order of `before`; what has no partner stands alone. */
export function pairUp(before: number, after: number, scoreOf: (i: number, j: number) => number): Pairs {
  const scores = Array.from({ length: before }, (_, i) =>
    Float64Array.from({ length: after }, (_, j) => Math.max(0, scoreOf(i, j))),
  )
  const partner = new Int32Array(before).fill(-1)
  for (const { rows, columns } of componentsOf(scores, after)) {
    const best = assign(rows.length, columns.length, (i, j) => scores[rows[i]!]![columns[j]!]!)
    best.forEach((j, i) => {
      if (j >= 0 && scores[rows[i]!]![columns[j]!]! > 0) partner[rows[i]!] = columns[j]!
    })
  }
  const taken = new Set(partner)
  const numbers = Array.from(partner)
  return {
    pairs: numbers.flatMap((j, i) => (j < 0 ? [] : [{ before: i, after: j, score: scores[i]![j]! }])),
    onlyBefore: numbers.flatMap((j, i) => (j < 0 ? [i] : [])),
    onlyAfter: Array.from({ length: after }, (_, j) => j).filter((j) => !taken.has(j)),
  }
}

/** Parts of the problem that do not touch each other. */
function componentsOf(scores: readonly Float64Array[], after: number): { rows: number[]; columns: number[] }[] {
  const columnSeen = new Uint8Array(after)
  const rowSeen = new Uint8Array(scores.length)
  const parts: { rows: number[]; columns: number[] }[] = []
  for (let first = 0; first < scores.length; first++) {
    if (rowSeen[first]) continue
    const rows = [first]
    const columns: number[] = []
    rowSeen[first] = 1
    for (let r = 0, c = 0; r < rows.length || c < columns.length; ) {
      if (r < rows.length) {
        const row = scores[rows[r++]!]!
        for (let j = 0; j < after; j++)
          if (row[j]! > 0 && !columnSeen[j]) {
            columnSeen[j] = 1
            columns.push(j)
          }
      } else {
        const j = columns[c++]!
        for (let i = 0; i < scores.length; i++)
          if (scores[i]![j]! > 0 && !rowSeen[i]) {
            rowSeen[i] = 1
            rows.push(i)
          }
      }
    }
    if (columns.length > 0) parts.push({ rows: rows.sort((a, b) => a - b), columns: columns.sort((a, b) => a - b) })
  }
  return parts
}

/** The column of each row, or -1: the Hungarian method with potentials (Kuhn 1955, Munkres 1957). */
function assign(rows: number, columns: number, scoreOf: (i: number, j: number) => number): number[] {
  if (rows > columns) {
    const turned = assign(columns, rows, (i, j) => scoreOf(j, i))
    const partner = new Array<number>(rows).fill(-1)
    turned.forEach((row, column) => {
      if (row >= 0) partner[row] = column
    })
    return partner
  }
  const rowPrice = new Float64Array(rows + 1)
  const columnPrice = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const way = new Int32Array(columns + 1)
  for (let i = 1; i <= rows; i++) {
    rowOf[0] = i
    let column = 0
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(columns + 1)
    do {
      used[column] = 1
      const row = rowOf[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= columns; j++) {
        if (used[j]) continue
        const cost = -scoreOf(row - 1, j - 1) - rowPrice[row]! - columnPrice[j]!
        if (cost < least[j]!) {
          least[j] = cost
          way[j] = column
        }
        if (least[j]! < delta) {
          delta = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (used[j]) {
          rowPrice[rowOf[j]!]! += delta
          columnPrice[j]! -= delta
        } else least[j]! -= delta
      }
      column = next
    } while (rowOf[column] !== 0)
    for (; column !== 0; column = way[column]!) rowOf[column] = rowOf[way[column]!]!
  }
  const partner = new Array<number>(rows).fill(-1)
  for (let j = 1; j <= columns; j++) if (rowOf[j]! > 0) partner[rowOf[j]! - 1] = j - 1
  return partner
}

/** Which of a list of numbers left the order of the others: those that some longest rising run does without. */
export function outOfOrder(places: readonly number[]): boolean[] {
  const rising = lengthsOf(places)
  const falling = lengthsOf([...places].reverse().map((each) => -each)).reverse()
  const longest = Math.max(0, ...rising)
  const holders = new Map<number, number>()
  const isInSome = places.map((_, i) => rising[i]! + falling[i]! - 1 === longest)
  isInSome.forEach((is, i) => {
    if (is) holders.set(rising[i]!, (holders.get(rising[i]!) ?? 0) + 1)
  })
  return places.map((_, i) => !isInSome[i] || holders.get(rising[i]!)! > 1)
}

/** The length of the longest rising run that ends with each. */
function lengthsOf(places: readonly number[]): number[] {
  const ends: number[] = []
  return places.map((place) => {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if (ends[middle]! < place) low = middle + 1
      else high = middle
    }
    ends[low] = place
    return low + 1
  })
}
