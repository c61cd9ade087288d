// Tables without full ruling, on numbers: points, y downwards.
import { describe, expect, it } from 'vitest'
import { findAlignedTables } from '../../src/read/layout/aligned.ts'
import type { Rule } from '../../src/read/layout/bars.ts'
import { joinDashes } from '../../src/read/layout/dashes.ts'
import { isCutToken } from '../../src/read/layout/glued.ts'
import { findGrids } from '../../src/read/layout/grid.ts'
import { headAbove, isDrawing, partOpenRows } from '../../src/read/layout/open-rows.ts'
import { buildSegments, type Glyph, type Segment } from '../../src/read/layout/segments.ts'

const SIZE = 12

const across = (y: number, from: number, to: number): Rule => ({ x0: from, y0: y, x1: to, y1: y })
const down = (x: number, from: number, to: number): Rule => ({ x0: x, y0: from, x1: x, y1: to })

/** Words from a place on, letters of one width, blanks of half of it; `*` before them makes them bold. */
function wordsAt(words: string, x: number, baseline: number, size = SIZE): Segment[] {
  const bold = words.startsWith('*')
  let at = x
  const glyphs = Array.from(words.replace(/^\*/, ''), (text): Glyph => {
    const x0 = at
    at += text === ' ' ? size / 4 : size / 2
    return { text, x0, x1: at, baseline, size, bold, italic: false }
  })
  return buildSegments(glyphs)
}

/** One line a row, `lefts` the places of the columns; an empty string leaves its column empty. */
function linesAt(lefts: readonly number[], rows: readonly string[][], top = 100, step = 16): Segment[] {
  return rows.flatMap((row, i) =>
    row.flatMap((words, column) => (words === '' ? [] : wordsAt(words, lefts[column]!, top + i * step))),
  )
}

/** The cells of each row: words, and spans where there are any. */
function cellsOf({ grid, lines }: { grid: ReturnType<typeof findGrids>[number]; lines: Segment[][] }): string[][] {
  return grid.ys.slice(1).map((_, row) =>
    grid.cells.flatMap((cell, i) => {
      if (cell.row !== row) return []
      const words = lines[i]!.map(({ text }) => text).join(' ')
      return [cell.colSpan + cell.rowSpan > 2 ? `${words} ${cell.colSpan}×${cell.rowSpan}` : words]
    }),
  )
}

const LEFTS = [60, 110, 300, 400]
const HEAD = ['*TT', '*Đơn vị', '*Kế hoạch', '*Thực hiện']
const ROWS = [
  ['1', 'Huyện An Lạc', '120', '118'],
  ['2', 'Huyện Bình Minh', '85', ''],
  ['3', 'Thị xã Cẩm Sơn', '90', '97'],
]

describe('findAlignedTables without rules', () => {
  it('finds rows and columns below a head, empty cells with them', () => {
    const { tables, unsure } = findAlignedTables(linesAt(LEFTS, [HEAD, ...ROWS]))
    expect(unsure).toEqual([])
    expect(tables.map(cellsOf)).toEqual([[HEAD.map((words) => words.slice(1)), ...ROWS]])
  })

  it('takes the lines of the table and no others', () => {
    const text = wordsAt('Kết quả thực hiện của các đơn vị trong năm như sau:', 90, 70, 14)
    const table = linesAt(LEFTS, [HEAD, ...ROWS])
    expect(findAlignedTables([...text, ...table]).tables.flatMap(({ taken }) => taken)).toEqual(table)
  })

  it('gives words that go on to the row above, where the next row begins with a number', () => {
    const rows = [HEAD, ['1', 'Khám sức khỏe cho', '120', '118'], ['', 'người cao tuổi', '', ''], ...ROWS.slice(1)]
    const [table] = findAlignedTables(linesAt(LEFTS, rows)).tables
    expect(cellsOf(table!)[1]).toEqual(['1', 'Khám sức khỏe cho người cao tuổi', '120', '118'])
  })

  it('gives lines to the number in their middle', () => {
    const segments = [
      ...linesAt(LEFTS, [HEAD]),
      ...wordsAt('Khám sức khỏe cho', 110, 118),
      ...linesAt(LEFTS, [['1', '', '120', '118']], 125),
      ...wordsAt('người cao tuổi', 110, 132),
      ...wordsAt('Tiêm chủng cho trẻ', 110, 152),
      ...linesAt(LEFTS, [['2', '', '85', '80']], 159),
      ...wordsAt('em dưới một tuổi', 110, 166),
    ]
    const [table] = findAlignedTables(segments).tables
    expect(cellsOf(table!).slice(1)).toEqual([
      ['1', 'Khám sức khỏe cho người cao tuổi', '120', '118'],
      ['2', 'Tiêm chủng cho trẻ em dưới một tuổi', '85', '80'],
    ])
  })

  it('reads a head of two levels whose upper words stand in the middle over columns', () => {
    const lefts = [60, 250, 330, 410, 490]
    const segments = [
      ...wordsAt('*Năm 2024', 275, 100),
      ...wordsAt('*Năm 2025', 435, 100),
      ...linesAt(lefts, [['', '*Nam', '*Nữ', '*Nam', '*Nữ'], ['Huyện An Lạc', '12', '15', '18', '20'], ['Huyện Bình Minh', '22', '25', '28', '30']], 120, 20), // biome-ignore format: a grid
    ]
    const [table] = findAlignedTables(segments).tables
    expect(cellsOf(table!).slice(0, 2)).toEqual([
      [' 1×2', 'Năm 2024 2×1', 'Năm 2025 2×1'],
      ['Nam', 'Nữ', 'Nam', 'Nữ'],
    ])
  })

  it('reports columns whose rows cannot be told, and leaves them lines', () => {
    const rows = [HEAD, ['1', 'Khám sức khỏe', '120', '118'], ['', 'Tiêm chủng', '', ''], ['2', 'Xét nghiệm', '85', '80'], ['', 'Tư vấn', '', ''], ['3', 'Phun hóa chất', '90', '97']] // biome-ignore format: a grid
    expect(findAlignedTables(linesAt(LEFTS, rows))).toEqual({ tables: [], unsure: ['TT'] })
  })

  it.each([
    ['a letterhead', [80, 320], [['UBND TỈNH MẪU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], ['SỞ Y TẾ', 'Độc lập - Tự do - Hạnh phúc'], ['Số: 15/KH-SYT', 'Mẫu, ngày 05 tháng 01 năm 2025']]],
    ['a closing block', [60, 320], [['Nơi nhận:', 'KT. GIÁM ĐỐC'], ['- Như trên;', 'PHÓ GIÁM ĐỐC'], ['- Lưu: VT.', ''], ['', 'Trần Văn A']]],
    ['three signers', [60, 240, 420], [['NGƯỜI LẬP', 'KẾ TOÁN', 'GIÁM ĐỐC'], ['(Ký, họ tên)', '(Ký, họ tên)', '(Ký, đóng dấu)'], ['Lê B', 'Trần C', 'Đỗ D']]],
    ['a numbered list', [60, 100], [['1.', 'Rà soát cơ sở vật chất'], ['2.', 'Lập danh mục thuốc'], ['3.', 'Báo cáo kết quả'], ['4.', 'Lưu hồ sơ']]],
    ['names before leaders', [60, 400], [['Khám bệnh ..............................', '1.200'], ['Xét nghiệm .............................', '980'], ['Siêu âm ................................', '450'], ['Phẫu thuật .............................', '120']]],
    ['two columns of text', [60, 320], [['Các đơn vị chủ động bố trí nhân lực', 'kinh phí và thuốc, vật tư'], ['để thực hiện kế hoạch được giao', 'theo đúng tiến độ đề ra'], ['và báo cáo về Sở Y tế', 'trước ngày 20 hằng tháng'], ['để tổng hợp chung', 'toàn ngành']]],
    ['numbers of a chart', [60, 160, 260], [['8,17', '7,71', '7,61'], ['6,23', '6,15', '6,32'], ['5,63', '4,74', '4,60'], ['4,37', '4,23', '3,82']]],
  ])('finds no table in %s', (_, lefts, rows) => {
    expect(findAlignedTables(linesAt(lefts, rows))).toEqual({ tables: [], unsure: [] })
  }) // biome-ignore format: a case a line
})

describe('findAlignedTables between rules across', () => {
  it('takes each band between rules for a row', () => {
    const rules = [88, 108, 128, 148, 168].map((y) => across(y, 50, 480))
    const { tables } = findAlignedTables(linesAt(LEFTS, [HEAD, ...ROWS], 102, 20), rules)
    expect(tables.map(cellsOf)).toEqual([[HEAD.map((words) => words.slice(1)), ...ROWS]])
  })

  it('parts the rows between the rules of the head and the foot', () => {
    const rules = [88, 106, 156].map((y) => across(y, 50, 480))
    const { tables } = findAlignedTables(linesAt(LEFTS, [HEAD, ...ROWS], 102, 16), rules)
    expect(tables.map(cellsOf)).toEqual([[HEAD.map((words) => words.slice(1)), ...ROWS]])
  })

  it('merges a head down where no rule goes under it, and across where one goes under its columns', () => {
    const lefts = [60, 250, 350]
    const segments = [
      ...wordsAt('*Huyện', 80, 112),
      ...wordsAt('*Khám bệnh', 280, 102),
      ...linesAt(lefts, [['', '*Kế hoạch', '*Đã làm'], ['An Lạc', '120', '118'], ['Bình Minh', '85', '80']], 122, 20), // biome-ignore format: a grid
    ]
    const rules = [across(88, 50, 450), across(108, 220, 450), ...[128, 148, 168].map((y) => across(y, 50, 450))]
    const [table] = findAlignedTables(segments, rules).tables
    expect(cellsOf(table!)).toEqual([
      ['Huyện 1×2', 'Khám bệnh 2×1'],
      ['Kế hoạch', 'Đã làm'],
      ['An Lạc', '120', '118'],
      ['Bình Minh', '85', '80'],
    ])
  })

  it.each([
    ['running text between two rules', [across(80, 50, 480), across(150, 50, 480)], wordsAt('Các đơn vị báo cáo kết quả về Sở Y tế để tổng hợp', 60, 110)],
    ['a chart whose lines go through its numbers', [80, 98, 116, 134].map((y) => across(y, 50, 480)), linesAt([60, 160, 260], [['10', '74', '52'], ['20', '91', '66'], ['30', '12', '45']], 102, 18)],
  ])('finds no table in %s', (_, rules, segments) => {
    expect(findAlignedTables(segments, rules).tables).toEqual([])
  }) // biome-ignore format: a case a line
})

describe('findGrids', () => {
  it('closes a table without lines at its sides where its other lines end', () => {
    const rules = [...[0, 20, 40].map((y) => across(y, 0, 300)), down(100, 0, 40), down(200, 0, 40)]
    const [grid] = findGrids(rules)
    expect([grid!.xs, grid!.cells.length]).toEqual([[0, 100, 200, 300], 6])
  })

  it('reads lines of dashes and dots', () => {
    const dotted = (y: number) => Array.from({ length: 100 }, (_, i) => ({ x0: i * 3, y0: y, x1: i * 3 + 0.8, y1: y + 0.8 }))
    const dashed = (x: number) => Array.from({ length: 8 }, (_, i) => ({ x0: x, y0: i * 5, x1: x + 0.5, y1: i * 5 + 3 }))
    const [grid] = findGrids([...[0, 19, 38].flatMap(dotted), ...[0, 150, 298].flatMap(dashed)])
    expect(grid!.cells).toHaveLength(4)
  })

  it('parts a table inside a cell from the table around it, however close', () => {
    const frame = (x0: number, y0: number, x1: number, y1: number) => [across(y0, x0, x1), across(y1, x0, x1), down(x0, y0, y1), down(x1, y0, y1)] // biome-ignore format: short
    const outer = [...frame(0, 0, 300, 100), down(100, 0, 100)]
    const inner = [...frame(110, 50, 290, 98), down(200, 50, 98)]
    expect(findGrids([...outer, ...inner]).map(({ cells, x0 }) => [x0, cells.length])).toEqual([
      [0, 2],
      [110, 2],
    ])
  })
})

describe('joinDashes', () => {
  it('leaves single marks out and lines as they are', () => {
    const line = across(10, 0, 100)
    expect(joinDashes([line, { x0: 5, y0: 30, x1: 7, y1: 31 }, { x0: 50, y0: 30, x1: 52, y1: 31 }])).toEqual([line])
  })
})

describe('rows that a grid leaves open', () => {
  const grid = findGrids([
    ...[88, 108, 168].map((y) => across(y, 50, 480)),
    ...[50, 100, 290, 390, 480].map((x) => down(x, 88, 168)),
  ])[0]!
  const lined = (rows: readonly string[][]) => {
    const segments = linesAt(LEFTS, rows, 102, 18)
    return {
      grid,
      lines: grid.cells.map((cell) =>
        segments.filter(({ left, top }) => left > cell.x0 && left < cell.x1 && top > cell.y0 && top < cell.y1),
      ),
    }
  }

  it('are parted at consecutive numbers', () => {
    expect(cellsOf(partOpenRows(lined([HEAD, ...ROWS])))).toEqual([HEAD.map((words) => words.slice(1)), ...ROWS])
  })

  it('stay one row where only the words take several lines', () => {
    const rows = [HEAD, ['1', 'Khám sức khỏe', '120', '118'], ['', 'cho người', '', ''], ['', 'cao tuổi', '', '']]
    expect(partOpenRows(lined(rows)).grid).toBe(grid)
  })

  it('get the bold head that stands over the lines', () => {
    const table = lined(ROWS.slice(0, 1))
    const free = linesAt(LEFTS, [HEAD], 80)
    const headed = headAbove(table, free)
    expect(cellsOf(headed!)[0]).toEqual(HEAD.map((words) => words.slice(1)))
    expect(headAbove({ grid, lines: table.lines }, wordsAt('Bảng 1. Kết quả', 60, 80))).toBeNull()
  })

  it('are no matter in the lines of a chart', () => {
    const lines = [0, 10, 20, 30, 40, 50].map((y) => across(y * 2, 0, 300))
    const chart = findGrids([...lines, ...[0, 50, 100, 150, 200, 250, 300].map((x) => down(x, 0, 100))])[0]!
    expect(
      isDrawing(
        chart,
        chart.cells.map((_, i) => (i === 9 ? wordsAt('74', 0, 0) : [])),
      ),
    ).toBe(true)
    expect(
      isDrawing(
        chart,
        chart.cells.map((_, i) => (i < 6 ? wordsAt('TT', 0, 0) : [])),
      ),
    ).toBe(false)
  })
})

describe('isCutToken', () => {
  it.each([
    ['thuố', 'c', 30, true],
    ['(đồng', ')', 34, true],
    ['24,', '6', 22, true],
    ['65.29', '2', 40, true],
    ['100', '%', 24, true],
    ['trẻ/', 'năm', 34, true],
    ['Ngh', 'iệp', 30, true],
    ['Nhân', 'viên', 30, false],
    ['Tháng', '11', 60, false],
    ['65.290', '12', 60, false],
    ['12', '34', 60, false],
    ['Trung tâm', 'y tế', 60, false],
  ])('%s over %s in %d points: %s', (before, after, width, expected) => {
    expect(isCutToken(wordsAt(before, 0, 0)[0]!, wordsAt(after, 0, 14)[0]!, width)).toBe(expected)
  })
})
