// What the checks say of tables of numbers, and what they leave alone.
import { describe, expect, it } from 'vitest'
import { checkTable } from '../../src/check/tables/index.ts'
import type { Plan, PlanTable } from '../../src/model/plan.ts'

type Row = { kind?: PlanTable['rows'][number]['kind']; cells: string[] }

const page = (textOrigin: 'ocr' | 'text-layer'): Plan['source']['pages'] => [
  { width: 595, height: 842, rotation: 0, textOrigin, reason: null },
]

/** “a | b | c” a row; a row that begins with # numbers the columns. */
function tableOf(...lines: string[]): PlanTable {
  let at = 0
  const [heads, ...rows] = lines.map((line): Row => {
    const cells = line
      .replace(/^#/, '')
      .split('|')
      .map((cell) => cell.trim())
    return { kind: line.startsWith('#') ? 'numbers' : 'data', cells }
  })
  const rowOf = ({ kind = 'data', cells }: Row) => ({
    kind,
    cells: cells.map((text) => {
      const start = at
      at += text.length + 1
      return {
        text,
        colSpan: 1,
        rowSpan: 1,
        span: { start, end: start + text.length, boxes: [{ page: 1, bbox: [0, 0, 1, 1] as [number, number, number, number] }] },
      }
    }),
  })
  return {
    id: 'table-1',
    caption: null,
    columns: heads!.cells,
    rows: [rowOf({ kind: 'head', cells: heads!.cells }), ...rows.map(rowOf)],
    pages: [1],
    sectionId: null,
  }
}

function saidOf(lines: string[], textOrigin: 'ocr' | 'text-layer' = 'text-layer'): string[] {
  const table = tableOf(...lines)
  const cells = table.rows.flatMap((row) => row.cells)
  return checkTable(table, page(textOrigin)).map(({ code, span, text }) => {
    const cell = cells.find((each) => each.span.start === span?.start)
    const offer = /read as “(.*?)”/.exec(text.en)?.[1]
    return `${code.replace('check/', '')}: ${cell?.text}${offer === undefined ? '' : ` => ${offer}`}`
  })
}

const RATIOS = [
  'TT | Chỉ tiêu | Kế hoạch | Thực hiện | Đạt (%)',
  '1 | Khám thai | 1.250 | 1.100 | 88,0',
  '2 | Tiêm nhắc | 840 | 861 | 102,5',
  '3 | Cân trẻ | 66,5 | 70,2 | 105,6',
  '4 | Khám mắt | 3.480 | 3.277 | 94,2',
  '5 | Lập hồ sơ | 12.900 | 12.126 | 94,0',
]
const SUMS = [
  'TT | Đơn vị | Tổng số | Nam | Nữ',
  '# 1 | 2 | 3=4+5 | 4 | 5',
  '1 | Xã A | 35 | 14 | 21',
  '2 | Xã B | 49 | 25 | 24',
  '3 | Xã C | 21 | 9 | 12',
  '4 | Xã D | 62 | 31 | 31',
]
const ONE_DECIMAL = [
  'TT | Xã | Tỷ lệ',
  '1 | A | 71,2',
  '2 | B | 88,5',
  '3 | C | 69,4',
  '4 | D | 92,0',
  '5 | E | 77,7',
  '6 | G | 80,1',
]
const swap = (lines: string[], from: string, to: string) => lines.map((line) => line.replace(from, to))

describe('tables of numbers', () => {
  it.each([
    ['a lost comma in a ratio that no formula names', swap(RATIOS, '102,5', '1025'), ['row-arithmetic: 1025 => 102,5']],
    ['a lost comma in a term of a ratio', swap(RATIOS, '70,2', '702'), ['row-arithmetic: 702 => 70,2']],
    ['a dot read as a comma, without an offer where two readings fit', swap(RATIOS, '3.277', '3,277'), ['row-arithmetic: 94,2']],
    [
      'a wrong digit in a sum of the column-number row, without an offer where several would fit',
      swap(SUMS, '49', '48'),
      ['row-arithmetic: 48'],
    ],
    [
      'a sum with its digits in brackets',
      swap(swap(SUMS, '3=4+5', '(3)=(4)+(5)'), '| 62', '| 626'),
      ['row-arithmetic: 626 => 62'],
    ],
    [
      'a difference',
      swap(
        [
          'TT | Xã | Năm trước | Năm nay | Tăng',
          '# 1 | 2 | 3 | 4 | 5=4-3',
          '1 | A | 210 | 318 | 108',
          '2 | B | 95 | 140 | 45',
          '3 | C | 77 | 90 | 13',
          '4 | D | 150 | 161 | 11',
          '5 | E | 36 | 57 | 21',
        ],
        '| 108',
        '| 1,08',
      ),
      ['row-arithmetic: 1,08 => 108'],
    ],
    ['letters in a column of numbers', swap(ONE_DECIMAL, '69,4', '6g,4'), ['cell-not-number: 6g,4']],
    ['a number without the decimals that all others have', swap(ONE_DECIMAL, '77,7', '777'), ['cell-size: 777 => 77,7']],
    [
      'a number ten times those of its row',
      ['TT | Chỉ tiêu | Năm 2023 | Kế hoạch 2024 | Kế hoạch 2025', '1 | Bao phủ | 88,4 | 891 | 90,0', '2 | Khác | 5 | 6 | 7'],
      ['cell-size: 891 => 89,1'],
    ],
    [
      'a total that is the sum in all columns but one',
      [
        'TT | Xã | Quý I | Quý II | Quý III | Quý IV',
        ' | Tổng cộng | 60 | 91 | 45 | 71',
        '1 | A | 10 | 30 | 5 | 11',
        '2 | B | 20 | 31 | 15 | 20',
        '3 | C | 30 | 29 | 25 | 40',
      ],
      ['total: 91'],
    ],
    [
      'parts that do not make the whole',
      [
        'TT | Nhân lực | Năm 2023 | Năm 2024 | Năm 2025',
        '1 | Cán bộ | 100 | 110 | 135',
        ' | - Bác sĩ | 40 | 44 | 45',
        ' | - Điều dưỡng | 60 | 66 | 80',
        '2 | Giường | 7 | 8 | 9',
      ],
      ['total: 135'],
    ],
  ])('say %s', (_, lines, said) => {
    expect(saidOf(lines as string[])).toEqual(said)
  })

  it.each([
    ['ratios that are right', RATIOS],
    ['ratios cut off instead of rounded', swap(RATIOS, '105,6', '105,5')],
    ['sums that are right', SUMS],
    ['a column of one decimal', ONE_DECIMAL],
    ['whole numbers among decimals', swap(swap(ONE_DECIMAL, '77,7', '78'), '92,0', '100')],
    ['dashes, ditto marks and empty cells', swap(swap(swap(ONE_DECIMAL, '77,7', '-'), '92,0', '"'), '71,2', '')],
    ['limits and percent signs', swap(swap(ONE_DECIMAL, '77,7', '≥ 77,7'), '92,0', '92,0%')],
    ['words for numbers', swap(ONE_DECIMAL, '77,7', 'Đạt')],
    [
      'ranges, fractions and notes in brackets',
      swap(swap(swap(ONE_DECIMAL, '77,7', '75 - 80'), '92,0', '17,9 / 18'), '71,2', '71,2 (3 xã)'),
    ],
    [
      'dates and years',
      [
        'TT | Việc | Hạn',
        ...['15/3', '20/4', '2024', '01/6/2024', '7', '8', '9', '10', '11'].map((day, i) => `${i} | A | ${day}`),
      ],
    ],
    [
      'indicators of different units',
      [
        'TT | Chỉ tiêu | Năm 2023 | Năm 2024',
        '1 | A | 12,5 | 13',
        '2 | B | 1.950.000 | 2.000.000',
        '3 | C | 0,15 | 0,1',
        '4 | D | 96 | 97',
        '5 | E | 111,2 | 112',
      ],
    ],
    [
      'some of the parts of a whole',
      ['TT | Nhân lực | 2023 | 2024', '1 | Cán bộ | 100 | 110', ' | - Bác sĩ | 30 | 34', ' | - Điều dưỡng | 50 | 66'],
    ],
    ['a formula that the rows do not follow', swap(swap(swap(SUMS, '| 35', '| 36'), '| 49', '| 50'), '| 21', '| 22')],
    ['growth within a row', ['TT | A | 2020 | 2025 | 2030', '1 | B | 2 | 25 | 260', '2 | C | 1 | 2 | 3']],
  ])('leave alone %s', (_, lines) => {
    expect(saidOf(lines as string[])).toEqual([])
    expect(saidOf(lines as string[], 'ocr')).toEqual([])
  })

  it('say a letter or a slash in place of a number or a comma on recognised pages only', () => {
    for (const misread of ['B', 'K)', '77/7']) {
      const lines = swap(ONE_DECIMAL, '77,7', misread)
      expect(saidOf(lines, 'ocr')).toEqual([`cell-not-number: ${misread}`])
      expect(saidOf(lines)).toEqual([])
    }
  })

  it('say one thing of a cell', () => {
    expect(saidOf(swap(RATIOS, '70,2', '702'))).toHaveLength(1)
  })
})
