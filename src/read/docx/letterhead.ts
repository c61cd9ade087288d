// Lines that were typed in two columns become paragraphs of two columns: first what stands left, then what stands right.
import { findTypedColumns } from '../typed-columns.ts'
import { cutLine, type Line, type Node } from './lines.ts'

/** A line and the paragraph that it is of; `column` is null in running text. */
export type Placed = { line: Line; node: Node; column: number | null }

export function columnsOf(run: readonly Placed[]): Placed[] {
  const placed: Placed[] = []
  let next = 0
  for (const { from, cuts } of findTypedColumns(run.map(({ line }) => line.text))) {
    placed.push(...run.slice(next, from))
    const sides = cuts.map(({ leftEnd, rightStart }, i) => {
      const { line, node } = run[from + i]!
      return [cutLine(line, 0, leftEnd), cutLine(line, rightStart)].map((side, column) => ({ line: side, node, column }))
    })
    for (const column of [0, 1]) placed.push(...sides.map((side) => side[column]!).filter(({ line }) => line.text.trim() !== ''))
    next = from + cuts.length
  }
  return [...placed, ...run.slice(next)]
}
