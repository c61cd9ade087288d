// A table that goes on behind a page break: is the row at its top the head again?
import { describe, expect, it } from 'vitest'
import type { DraftRow, DraftTable } from '../../src/model/draft.ts'
import { joinCutTables } from '../../src/read/tables.ts'

function tableOf(page: number, isRecognised: boolean, ...rows: string[]): DraftTable {
  const rowOf = (words: string): DraftRow => ({
    isHead: false,
    page,
    cells: words.split('|').map((text, column) => {
      const edges = [...text].map((_, i) => i)
      const place = {
        page,
        top: 0,
        bottom: 10,
        lefts: edges,
        rights: edges,
        confidences: isRecognised ? edges.map(() => 0.9) : null,
        view: null,
      }
      return { lines: [{ text, glued: false, boldLength: 0, place }], column, colSpan: 1, rowSpan: 1, bold: 0 }
    }),
  })
  return { kind: 'table', rows: rows.map(rowOf), columnCount: rows[0]!.split('|').length, edges: null }
}

const HEAD = 'TT|Chỉ tiêu|Ước thực hiện năm 2024'
const FIRST = '1|Số xã có bác sĩ|24'

describe('joinCutTables', () => {
  it.each([
    ['the same head', true, 'TT|Chỉ tiêu|Ước thực hiện năm 2024', 1],
    ['a head with letters and marks misread', true, 'TI|Chi tiêu|Uớc thưc hiên năm 2024', 1],
    ['a head with another year', true, 'TT|Chỉ tiêu|Ước thực hiện năm 2025', 2],
    ['a head with other words', true, 'TT|Nội dung|Ghi chú', 2],
    ['a misprinted head of a page that was not recognised', false, 'TI|Chi tiêu|Uớc thưc hiên năm 2024', 2],
  ])('%s', (_, isRecognised, head, tables) => {
    const blocks = [tableOf(1, isRecognised, HEAD, FIRST), tableOf(2, isRecognised, head, '2|Số xã có hộ sinh|30')]
    expect(joinCutTables(blocks, [])).toHaveLength(tables)
  })

  it('keeps a row of data that is like the first', () => {
    const [joined] = joinCutTables([tableOf(1, true, HEAD, FIRST), tableOf(2, true, HEAD, '2|Số xã có bác sĩ|24')], [])
    expect((joined as DraftTable).rows).toHaveLength(3)
  })
})
