import { describe, expect, it } from 'vitest'
import { findingsOf, planSource, wordsOf } from '../support.ts'

type Blocks = Parameters<typeof planSource>

const indicatorsOf = (heading: string, ...blocks: Blocks) => {
  const source = planSource(heading, ...blocks)
  return findingsOf(source).indicators.map((found) => ({
    ...found,
    name: wordsOf(source, found.name),
    raw: wordsOf(source, found.range),
    parent: found.parent && wordsOf(source, found.parent.name),
  }))
}
const short = (found: ReturnType<typeof indicatorsOf>) =>
  found.map(({ name, comparator, value, valueMax, unit }) => [
    name,
    comparator,
    value,
    ...(valueMax === null ? [] : [valueMax]),
    ...(unit === null ? [] : [unit]),
  ])

describe('indicators of sentences', () => {
  it.each([
    ['- 95% trẻ em được uống vitamin A.', [['trẻ em được uống vitamin A', '=', 95, '%']]],
    ['- Trên 80% hộ gia đình có nhà tiêu hợp vệ sinh.', [['hộ gia đình có nhà tiêu hợp vệ sinh', '>', 80, '%']]],
    ['- Tỷ lệ chất thải y tế được xử lý đạt từ 98% trở lên.', [['Tỷ lệ chất thải y tế được xử lý', '>=', 98, '%']]],
    ['- Tỷ suất tử vong mẹ dưới 30/100.000 trẻ đẻ sống.', [['Tỷ suất tử vong mẹ', '<', 30, '/100.000 trẻ đẻ sống']]],
    ['- Không quá 12% học sinh bị sâu răng.', [['học sinh bị sâu răng', '<=', 12, '%']]],
    ['- Từ 85 - 90% bệnh nhân lao được phát hiện.', [['bệnh nhân lao được phát hiện', 'range', 85, 90, '%']]],
    ['- Tối thiểu 06 buổi truyền thông tại trường học.', [['buổi truyền thông tại trường học', '>=', 6, 'buổi truyền thông']]],
    [
      '- Trên 70% tập thể và 65% cá nhân đạt danh hiệu Lao động tiên tiến.',
      [
        ['tập thể', '>', 70, '%'],
        ['cá nhân đạt danh hiệu Lao động tiên tiến', '>', 65, '%'],
      ],
    ],
    ['- Không để xảy ra ngộ độc thực phẩm tập thể.', [['ngộ độc thực phẩm tập thể', '=', 0]]],
  ])('finds the targets of “%s”', (text, expected) => {
    expect(short(indicatorsOf('I. CHỈ TIÊU', text))).toEqual(expected)
  })

  it('links a part to its whole', () => {
    const found = indicatorsOf('I. CHỈ TIÊU', '- Ít nhất 20 sáng kiến cấp cơ sở, trong đó tối thiểu 05 sáng kiến cấp tỉnh.')
    expect(found.map(({ value, parent }) => [value, parent])).toEqual([
      [20, null],
      [5, 'sáng kiến cấp cơ sở'],
    ])
  })

  it('tells a change from a level', () => {
    const found = indicatorsOf('I. CHỈ TIÊU', '- Giảm 5% số ca mắc sốt xuất huyết so với năm 2023.')
    expect(found.map(({ change, baselineYear, value }) => [change, baselineYear, value])).toEqual([['decrease', 2023, 5]])
  })

  it.each([
    ['II. KẾT QUẢ', 'Năm 2023, toàn tỉnh đã đạt 92,5% trẻ tiêm đủ mũi.'],
    ['I. NỘI DUNG', 'Bệnh lây qua 3 đường chính.'],
    ['I. NỘI DUNG', 'Người từ 60 tuổi được khám miễn phí.'],
    ['I. NỘI DUNG', 'Liên hệ số điện thoại 0912 345 678.'],
    ['I. NỘI DUNG', 'Theo Quyết định số 1313/QĐ-BYT, khoa có 12 giường.'],
    ['I. KINH PHÍ', 'Ngân sách hỗ trợ 50% chi phí tập huấn.'],
    ['I. KHEN THƯỞNG', 'Đơn vị nào đạt dưới 80% chỉ tiêu thì không xét khen.'],
    ['I. NỘI DUNG', 'Khoảng 1/3 dân số sống ở vùng cao.'],
  ])('leaves “%s: %s” alone', (heading, text) => {
    expect(short(indicatorsOf(heading, text))).toEqual([])
  })
})

describe('indicators of tables', () => {
  const head = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện năm 2023', 'Kế hoạch năm 2024', 'Ghi chú']

  it('reads number, group, name, unit, target and series', () => {
    const table = [
      head,
      ['A', 'Chỉ tiêu đầu vào', '', '', '', ''],
      ['1', 'Số bác sĩ/10.000 dân', 'Bác sĩ', '8,1', '8,5', ''],
      ['2', 'Tỷ lệ trạm y tế có hộ sinh', '%', '97,0', '≥ 98', 'Cả tỉnh'],
    ]
    const found = indicatorsOf('I. CHỈ TIÊU', table)
    expect(
      found.map(({ no, name, unit, comparator, value, year, cell, raw }) => ({
        no,
        name,
        unit,
        comparator,
        value,
        year,
        cell,
        raw,
      })),
    ).toEqual([
      {
        no: '1',
        name: 'Số bác sĩ/10.000 dân',
        unit: 'Bác sĩ',
        comparator: '=',
        value: 8.5,
        year: 2024,
        cell: { tableId: 'table-1', row: 2, column: 4 },
        raw: '8,5',
      },
      {
        no: '2',
        name: 'Tỷ lệ trạm y tế có hộ sinh',
        unit: '%',
        comparator: '>=',
        value: 98,
        year: 2024,
        cell: { tableId: 'table-1', row: 3, column: 4 },
        raw: '≥ 98',
      },
    ])
    expect(found.map(({ series }) => series.map(({ label, kind, year, value }) => [label, kind, year, value]))).toEqual([
      [['Thực hiện năm 2023', 'actual', 2023, 8.1]],
      [['Thực hiện năm 2023', 'actual', 2023, 97]],
    ])
  })

  it('compares as the end of a name says, and takes a dash for no unit', () => {
    const found = indicatorsOf('I. CHỈ TIÊU', [
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2024'],
      ['1', 'Số vụ ngộ độc không quá', 'Vụ', '3'],
      ['2', 'Tỷ lệ hộ có nhà tiêu đạt tối thiểu', '%', '85'],
      ['3', 'Tỷ lệ trẻ dưới 5 tuổi ở tuyến dưới', '%', '40'],
      ['4', 'Số ca mắc không quá', 'Ca', '< 9'],
      ['5', 'Phần mềm dùng chung', '-', 'Hoàn thành'],
    ])
    expect(found.map(({ comparator, unit }) => [comparator, unit])).toEqual([
      ['<=', 'Vụ'],
      ['>=', '%'],
      ['=', '%'],
      ['<', 'Ca'],
      ['text', null],
    ])
  })

  it('takes no place of training for a base line', () => {
    const found = indicatorsOf('I. CHỈ TIÊU', [
      ['TT', 'Trình độ', 'Năm cơ sở (2020)', 'Năm 2024', 'Cơ sở đào tạo'],
      ['1', 'Thạc sĩ', '4', '6', 'Trường Đại học Mẫu'],
      ['2', 'Bác sĩ', '15', '20', 'Trường Đại học Mẫu'],
    ])
    expect(found.map(({ series }) => series.map(({ kind, value }) => [kind, value]))).toEqual([
      [['baseline', 4]],
      [['baseline', 15]],
    ])
  })

  it('names a row of totals by its first cell', () => {
    const found = indicatorsOf('I. CHỈ TIÊU', [
      ['TT', 'Trình độ', 'ĐVT', 'Năm 2024'],
      ['1', 'Bác sĩ', 'Người', '12'],
      ['2', 'Dược sĩ', 'Người', '5'],
      ['II', '', 'Người', '3'],
      ['Tổng cộng', '', 'Người', '17'],
    ])
    expect(found.map(({ name, no, value }) => [name, no, value])).toEqual([
      ['Bác sĩ', '1', 12],
      ['Dược sĩ', '2', 5],
      ['Tổng cộng', null, 17],
    ])
  })

  it('is of the year in the title above it where its heads name none', () => {
    const found = indicatorsOf('I. CHỈ TIÊU NĂM 2023 VÀ ĐẾN NĂM 2025', '1. Phân bổ chỉ tiêu năm 2024', [
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch'],
      ['1', 'Số người được tập huấn', 'Người', '40'],
    ])
    expect(found.map(({ year }) => year)).toEqual([2024])
  })

  it('takes heads that stand again on the next page for no target', () => {
    const table = [
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch 2024'],
      ['1', 'Tổng số giường bệnh', 'Giường', '1.250'],
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu'],
      ['2', 'Chỉ tiêu giường hồi sức', 'Giường', '85'],
    ]
    expect(indicatorsOf('I. CHỈ TIÊU', table).map(({ name, value }) => [name, value])).toEqual([
      ['Tổng số giường bệnh', 1250],
      ['Chỉ tiêu giường hồi sức', 85],
    ])
  })

  it('carries a ditto unit and links “trong đó”', () => {
    const table = [
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Kế hoạch 2024'],
      ['1', 'Tổng số giường bệnh', 'Giường', '1.250'],
      ['', '- Trong đó: giường hồi sức', '"', '85'],
    ]
    expect(indicatorsOf('I. CHỈ TIÊU', table).map(({ name, unit, value, parent }) => [name, unit, value, parent])).toEqual([
      ['Tổng số giường bệnh', 'Giường', 1250, null],
      ['giường hồi sức', 'Giường', 85, 'Tổng số giường bệnh'],
    ])
  })

  it.each([
    [
      'a timetable',
      [
        ['TT', 'Nội dung', 'Thời gian'],
        ['1', 'Tập huấn', 'Tháng 3'],
        ['2', 'Giám sát', 'Tháng 9'],
      ],
    ],
    [
      'a list of members',
      [
        ['TT', 'Họ và tên', 'Chức vụ'],
        ['1', 'Trần Văn Mẫu', 'Trưởng ban'],
        ['2', 'Lê Thị Mẫu', 'Ủy viên'],
      ],
    ],
    [
      'a blank form',
      [
        ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch'],
        ['1', 'Số lượt khám', 'Lượt', ''],
        ['2', 'Số giường', 'Giường', '...'],
      ],
    ],
    [
      'an estimate of costs',
      [
        ['TT', 'Nội dung chi', 'Số tiền (đồng)'],
        ['1', 'In tờ rơi', '15.000.000'],
        ['2', 'Nước uống', '2.000.000'],
      ],
    ],
  ])('leaves %s alone', (_, table) => {
    const source = planSource('I. NỘI DUNG', table)
    expect(findingsOf(source, ['tables/no-target']).indicators).toEqual([])
  })
})

describe('tables of bodies and places', () => {
  const rowsOf = (rows: string[][], expected: string[] = []) => findingsOf(planSource('I. CHỈ TIÊU', rows), expected).indicators

  it('name each by its body, count in the unit of the head, and keep what else is counted', () => {
    const source = planSource('I. CHỈ TIÊU', [
      ['TT', 'Đơn vị', 'Số xã', 'Giường kế hoạch năm 2023', 'Giường kế hoạch năm 2024'],
      ['1', 'Bệnh viện A', '12', '100', '120'],
      ['2', 'Trung tâm Y tế B', '9', '50', '60'],
    ])
    const { indicators } = findingsOf(source)
    expect(
      indicators.map(({ name, value, unit, year, series }) => [
        wordsOf(source, name),
        value,
        unit,
        year,
        series.map((cell) => cell.value),
      ]),
    ).toEqual([
      ['Bệnh viện A', 120, 'Giường', 2024, [12, 100]],
      ['Trung tâm Y tế B', 60, 'Giường', 2024, [9, 50]],
    ])
  })

  it('take columns below “Trong đó” for parts of the target beside them, and others for what else is counted', () => {
    const source = planSource('I. CHỈ TIÊU', [
      ['TT', 'Huyện', 'Số trẻ trong diện', 'Chỉ tiêu tiêm', 'Trong đó / Đợt 1', 'Trong đó / Đợt 2', 'Số điểm tiêm'],
      ['1', 'Huyện A', '900', '850', '800', '50', '7'],
      ['2', 'Huyện B', '700', '690', '-', '690', '5'],
    ])
    expect(
      findingsOf(source).indicators.map(({ value, series }) => [value, series.map((cell) => [cell.kind, cell.value])]),
    ).toEqual([
      [
        850,
        [
          ['baseline', 900],
          ['target', 800],
          ['target', 50],
          ['baseline', 7],
        ],
      ],
      [
        690,
        [
          ['baseline', 700],
          ['target', 690],
          ['baseline', 5],
        ],
      ],
    ])
  })

  it.each([
    [
      'a first column that counts its rows numbers them, however its head reads',
      ['1', '2', '3'],
      ['Bệnh viện A', 'Bệnh viện B', 'Bệnh viện C'],
    ],
    ['a count that starts again in each group too', ['1', '2', '1'], ['Bệnh viện A', 'Bệnh viện B', 'Bệnh viện C']],
    ['a first column of other numbers does not', ['12', '9', '30'], []],
  ])('%s', (_, numbers, names) => {
    const table = [
      ['ST S b', 'Đơn vị', 'Kế hoạch năm 2024'],
      ...numbers.map((no, i) => [no, `Bệnh viện ${'ABC'[i]}`, `${50 + i}`]),
    ]
    const source = planSource('I. CHỈ TIÊU', table)
    expect(
      findingsOf(source, names.length > 0 ? [] : ['tables/no-target']).indicators.map(({ name }) => wordsOf(source, name)),
    ).toEqual(names)
  })

  it('take a column called “Chỉ tiêu” behind the places for their targets', () => {
    const [first] = rowsOf([
      ['TT', 'Huyện, thị xã', 'Chỉ tiêu tiêm (%)'],
      ['1', 'Huyện A', '≥ 95'],
      ['2', 'Huyện B', '≥ 97'],
    ])
    expect(first).toMatchObject({ comparator: '>=', value: 95, unit: '%' })
  })

  it('still take “Đơn vị” between name and value for the unit', () => {
    const [first] = rowsOf([
      ['TT', 'Chỉ tiêu', 'Đơn vị', 'Kế hoạch 2024'],
      ['1', 'Tỷ lệ xã đạt chuẩn', '%', '95'],
      ['2', 'Số bác sĩ', 'người', '40'],
    ])
    expect(first).toMatchObject({ value: 95, unit: '%' })
  })
})

describe('tables of a whole and its places', () => {
  const rowsOf = (table: string[][]) => indicatorsOf('I. CHỈ TIÊU', table)

  it('take the whole for the target and the places for its other values, whatever words their names hold', () => {
    const found = rowsOf([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Toàn tỉnh', 'Chia theo đơn vị', '', ''],
      ['', '', '', '', 'TP. Đồng Sơn', 'Giao Hải', 'Bù Lịch'],
      ['1', 'Số trẻ được tiêm chủng đầy đủ', 'Trẻ', '4.200', '1.800', '1.400', '1.000'],
      ['2', 'Tỷ lệ xã đạt chuẩn', '%', '≥ 90', '≥ 92', '≥ 88', '≥ 90'],
    ])
    expect(short(found)).toEqual([
      ['Số trẻ được tiêm chủng đầy đủ', '=', 4200, 'Trẻ'],
      ['Tỷ lệ xã đạt chuẩn', '>=', 90, '%'],
    ])
    expect(found[0]!.series.map(({ value }) => value)).toEqual([1800, 1400, 1000])
  })

  it('take the target of the whole area for the target, beside one that every part must reach', () => {
    const found = rowsOf([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'Chỉ tiêu 2024', ''],
      ['', '', '', 'Quy mô tỉnh', 'Quy mô huyện'],
      ['1', 'Tỷ lệ trẻ được tiêm nhắc', '%', '≥ 95', '≥ 90'],
    ])
    expect(short(found)).toEqual([['Tỷ lệ trẻ được tiêm nhắc', '>=', 95, '%']])
  })

  it('still take “triệu đồng” for money', () => {
    const source = planSource('I. CHỈ TIÊU', [
      ['TT', 'Nội dung', 'Đơn giá (đồng)', 'Thành tiền (triệu đồng)'],
      ['1', 'In tờ rơi', '2.000', '40'],
    ])
    expect(findingsOf(source, ['tables/no-target']).indicators).toEqual([])
  })

  it('read the parts of a list that stand beside each other under the same heads', () => {
    const beside = rowsOf([
      ['TT', 'Đơn vị', 'Chỉ tiêu', 'TT', 'Đơn vị', 'Chỉ tiêu'],
      ['1', 'Huyện Tân Hà', '120', '3', 'Huyện Hải Hà', '90'],
      ['2', 'Huyện Sơn Hà', '130', '4', 'Huyện Thái Hà', '95'],
    ])
    expect(beside.map(({ no, name, value, series }) => [no, name, value, series.length])).toEqual([
      ['1', 'Huyện Tân Hà', 120, 0],
      ['3', 'Huyện Hải Hà', 90, 0],
      ['2', 'Huyện Sơn Hà', 130, 0],
      ['4', 'Huyện Thái Hà', 95, 0],
    ])
  })

  it('leave two columns of one head alone where the others differ', () => {
    const [first] = rowsOf([
      ['TT', 'Chỉ tiêu', 'Kế hoạch 2024', 'Thực hiện 2023'],
      ['1', 'Số giường bệnh', '120', '110'],
    ])
    expect(first).toMatchObject({ name: 'Số giường bệnh', value: 120 })
  })
})
