// Running lines become paragraphs; those of a letterhead or a closing block typed in two columns become the cells of a layout table.
import type { DraftBlock, DraftTable } from '../../model/draft.ts'
import { findTypedColumns, type TypedColumns } from '../typed-columns.ts'
import { cutLine, draftCell, draftParagraph, type Line, textOf } from './lines.ts'

export type FlowLine = {
  line: Line
  align: number | null
  level: number | null
  /** Text boxes anchored in it: their blocks follow. */
  boxes: DraftBlock[]
}

export function flowBlocks(flow: readonly FlowLine[]): DraftBlock[] {
  const columns = findTypedColumns(flow.map(({ line }) => textOf(line)))
  const blocks: DraftBlock[][] = []
  let next = 0
  for (let i = 0; i < flow.length; ) {
    const typed = columns[next]
    const count = typed?.from === i ? typed.cuts.length : 0
    if (typed && count > 0) {
      const lines = flow.slice(i, i + count)
      blocks.push(
        [columnTable(lines, typed)],
        lines.flatMap(({ boxes }) => boxes),
      )
      next++
      i += count
    } else {
      const { line, boxes, ...look } = flow[i]!
      blocks.push([draftParagraph(line, look, null)], boxes)
      i++
    }
  }
  return blocks.flat()
}

function columnTable(flow: readonly FlowLine[], { cuts }: TypedColumns): DraftTable {
  const left = flow.map(({ line }, i) => cutLine(line, 0, cuts[i]!.leftEnd))
  const right = flow.map(({ line }, i) => cutLine(line, cuts[i]!.rightStart, Number.POSITIVE_INFINITY))
  const cells = [left, right].map((lines, column) => draftCell(lines, column, 1))
  return { kind: 'table', rows: [{ cells, isHead: false, page: null }], columnCount: 2, edges: null }
}
