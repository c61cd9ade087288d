// Tables that were read against the tables that were written: a cell is right when its words, place and spans all are.

/** Figures of one file: cells expected, read and exactly right; tables expected, found and false; differences in words. */
export function compareTables(truth, document) {
  const expected = truth.map((rows) => keyed(rows))
  const read = document.blocks
    .filter((block) => block.kind === 'table')
    .map(({ rows }) =>
      keyed(rows.map(({ cells }) => cells.map((cell) => ({ ...cell, text: document.text.slice(cell.start, cell.end) })))),
    )
  const pairs = pairUp(expected, read)
  const misses = []
  let right = 0
  expected.forEach((table, t) => {
    const found = pairs[t] === null ? null : read[pairs[t]]
    if (!found) misses.push(`table ${t + 1} not found`)
    for (const [place, cell] of table) {
      const other = found?.get(place)
      if (other === cell) right++
      else if (found) misses.push(`table ${t + 1}, ${place}: ${cell}  ←  ${other ?? 'nothing'}`)
    }
    for (const [place, cell] of found ?? []) if (!table.has(place)) misses.push(`table ${t + 1}, ${place}: nothing  ←  ${cell}`)
  })
  const taken = new Set(pairs)
  read.forEach((table, i) => {
    if (!taken.has(i)) misses.push(`false table: ${[...table.values()].slice(0, 6).join(' | ')}`)
  })
  const count = (tables) => tables.reduce((total, table) => total + table.size, 0)
  const found = pairs.filter((pair) => pair !== null).length
  return { expected: count(expected), read: count(read), right, tables: truth.length, found, extra: read.length - found, misses }
}

/** Figures of all cells, wherever they were read: how many there are, how many were read, and those that were read and do not stand there. */
export function compareFigures(truth, document) {
  const left = new Map()
  let figures = 0
  for (const figure of truth.flat(2).flatMap(({ text }) => figuresIn(text))) {
    left.set(figure, (left.get(figure) ?? 0) + 1)
    figures++
  }
  let figuresRight = 0
  const wrong = []
  for (const { rows } of document.blocks.filter((block) => block.kind === 'table'))
    for (const cell of rows.flatMap(({ cells }) => cells))
      for (const figure of figuresIn(document.text.slice(cell.start, cell.end))) {
        const count = left.get(figure) ?? 0
        if (count === 0) wrong.push(figure)
        else {
          left.set(figure, count - 1)
          figuresRight++
        }
      }
  return { figures, figuresRight, wrong }
}

function figuresIn(text) {
  return text.match(/\d[\d.,/]*/g) ?? []
}

/** place → words and spans. */
function keyed(rows) {
  return new Map(
    rows.flatMap((row, r) =>
      row.map(({ text, column, colSpan, rowSpan }) => [`row ${r + 1} column ${column + 1}`, `“${text}” ${colSpan}×${rowSpan}`]),
    ),
  )
}

/** For each expected table the read one that shares most cells with it, in the order of the document. */
function pairUp(expected, read) {
  const shared = (a, b) => [...a].filter(([place, cell]) => b.get(place) === cell).length
  const words = (table) => new Set([...table.values()].map((cell) => cell.split('”')[0]))
  const alike = (a, b) => {
    const [mine, theirs] = [words(a), words(b)]
    return [...mine].filter((word) => theirs.has(word)).length / Math.max(1, mine.size)
  }
  const taken = new Set()
  return expected.map((table) => {
    let best = null
    read.forEach((other, i) => {
      const likeness = alike(table, other)
      if (taken.has(i) || likeness < 0.2) return
      const score = shared(table, other) + likeness
      if (best === null || score > best.score) best = { i, score }
    })
    if (best === null) return null
    taken.add(best.i)
    return best.i
  })
}
