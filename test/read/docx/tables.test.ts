// Tables of Word files made for one case each: rows and columns as Word draws them, frames opened.
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/model/document.ts'
import { p, paragraphsOf, read, tablesOf, tbl, tc, textOf, told, tr } from '../../word.ts'

const gridOf = (document: Document, table = tablesOf(document)[0]!) =>
  table.rows.map((row) =>
    row.cells.map(
      ({ start, end, column, colSpan, rowSpan }) => `${document.text.slice(start, end)} ${column},${colSpan},${rowSpan}`,
    ),
  )

describe('tables', () => {
  const VM = (start = false) => `<w:vMerge${start ? ' w:val="restart"' : ''}/>`
  const SPAN = (span: number) => `<w:gridSpan w:val="${span}"/>`

  it('keep merges down and across, and rows of the head', async () => {
    const document = await read(
      tbl([
        tr([tc('TT', VM(true)), tc('Năm 2024', SPAN(2))], '<w:tblHeader/>'),
        tr([tc('', VM()), 'Giao', 'Đạt'], '<w:tblHeader w:val="true"/>'),
        tr(['1', '2', '3'], '<w:tblHeader w:val="0"/>'),
      ]),
    )
    expect(gridOf(document)).toEqual([
      ['TT 0,1,2', 'Năm 2024 1,2,1'],
      ['Giao 1,1,1', 'Đạt 2,1,1'],
      ['1 0,1,1', '2 1,1,1', '3 2,1,1'],
    ])
    expect(tablesOf(document)[0]!.rows.map(({ isHead }) => isHead)).toEqual([true, true, false])
  })

  it('begin a new cell where a merge does not line up', async () => {
    const document = await read(
      tbl([tr([tc('A', SPAN(2) + VM(true)), 'B']), tr([tc('', VM()), 'C', 'D']), tr([tc('E', VM()), 'F', 'G'])]),
    )
    expect(gridOf(document)).toEqual([
      ['A 0,2,1', 'B 2,1,1'],
      [' 0,1,2', 'C 1,1,1', 'D 2,1,1'],
      ['F 1,1,1', 'G 2,1,1'],
    ])
    expect(told(document)).toEqual(['read/ignored: Left out on purpose: words in a merged cell.'])
  })

  it('keep the place of columns that a row leaves out', async () => {
    const document = await read(
      tbl([tr(['A', 'B', 'C']), tr(['D', 'E'], '<w:gridBefore w:val="1"/>'), tr(['F'], '<w:gridAfter w:val="2"/>')]),
    )
    expect(gridOf(document)).toEqual([['A 0,1,1', 'B 1,1,1', 'C 2,1,1'], ['D 1,1,1', 'E 2,1,1'], ['F 0,1,1']])
  })

  it('lose columns that only dragged borders make, and no other', async () => {
    const rows = [tr(['TT', tc('A', SPAN(3)), tc('B', SPAN(2))]), tr(['1', '2', '3', tc('4', SPAN(2)), '5'])]
    const widths = [500, 900, 900, 60, 900, 900]
    expect(gridOf(await read(tbl(rows, widths)))).toEqual([
      ['TT 0,1,1', 'A 1,2,1', 'B 3,2,1'],
      ['1 0,1,1', '2 1,1,1', '3 2,1,1', '4 3,1,1', '5 4,1,1'],
    ])
    const narrow = await read(tbl([tr(['TT', tc('A', SPAN(2))]), tr(['1', '2', '3'])], [500, 60, 900]))
    expect(gridOf(narrow)[1]).toEqual(['1 0,1,1', '2 1,1,1', '3 2,1,1'])
  })

  it('are read without rows and cells that were deleted or hidden', async () => {
    const rows = [
      tr(['A', tc('bỏ', '<w:cellDel w:id="1"/>'), 'B']),
      tr(['bỏ', 'bỏ'], '<w:del w:id="2"/>'),
      tr(['C', 'D'], '<w:ins w:id="3"/>'),
      tr(['bỏ', 'bỏ'], '<w:hidden/>'),
    ]
    const document = await read(tbl(rows))
    expect(document.text).toBe('A\tB\nC\tD')
    expect(told(document)).toHaveLength(1)
  })

  it('read rows and cells in content controls, beside marks that are none', async () => {
    const sdt = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
    const row = `<w:tr><w:bookmarkStart w:id="1" w:name="a"/>${tc('A', VM(true))}${sdt(tc('B'))}<w:bookmarkEnd w:id="1"/></w:tr>`
    expect(gridOf(await read(tbl([row, sdt(tr([tc('', VM()), 'C']))])))).toEqual([['A 0,1,2', 'B 1,1,1'], ['C 1,1,1']])
  })

  it('keep the words of a small table inside a cell, in order', async () => {
    const inner = tbl([tr(['x', 'y']), tr(['z', 't'])])
    expect(await textOf(tbl([tr(['A', 'B']), tr(['1', tc(p('trước') + inner + p('sau'))])]))).toBe('A\tB\n1\ttrước x y z t sau')
  })

  const DATA = tbl([tr(['TT', 'Chỉ tiêu']), tr(['1', 'Tỷ lệ tiêm chủng']), tr(['2', 'Số giường bệnh'])])

  it.each<[string, string, number]>([
    ['one cell', tbl([tr([tc(p('Bảng 1') + DATA)])]), 1],
    ['one column', tbl([tr([tc(p('Bảng 1'))]), tr([tc(DATA + p(''))])]), 1],
    ['few cells', tbl([tr(['Bảng 1', '']), tr([tc(DATA), ''])]), 1],
    ['frames in frames', tbl([tr([tc(tbl([tr([tc(p('Bảng 1') + DATA)])]) + p(''))])]), 1],
  ])('that only frame another table are opened: %s', async (_, body, count) => {
    const document = await read(body)
    expect(tablesOf(document)).toHaveLength(count)
    expect(document.text).toBe('Bảng 1\n\nTT\tChỉ tiêu\n1\tTỷ lệ tiêm chủng\n2\tSố giường bệnh')
  })

  it('with a letterhead inside another table become its lines', async () => {
    const letterhead = tbl([
      tr([tc(p('SỞ Y TẾ') + p('Số: 12/KH-SYT')), tc(p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('Độc lập - Tự do - Hạnh phúc'))]),
    ])
    const lines = await paragraphsOf(tbl([tr([tc(letterhead + p(''))])]) + p('KẾ HOẠCH'))
    expect(lines).toEqual([
      'SỞ Y TẾ',
      'Số: 12/KH-SYT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'KẾ HOẠCH',
    ])
  })

  it('do not grow with a damaged span', async () => {
    const document = await read(tbl([tr([tc('A', SPAN(900_000_000)), 'B']), tr(['C', 'D'])]))
    expect(document.text).toBe('A\tB\nC\tD')
    expect(tablesOf(document)[0]!.columnCount).toBeLessThan(500)
  })
})
