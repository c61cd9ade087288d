import { describe, expect, it } from 'vitest'
import type { SectionNode } from '../../src/model/outline.ts'
import { planSource, sourceOf, wordsOf } from '../support.ts'

type Blocks = Parameters<typeof planSource>

const treeOf = (...blocks: Blocks) => {
  const source = planSource(...blocks)
  const line = (node: SectionNode): string[] => [
    `${node.depth} ${node.id}: ${node.heading ? wordsOf(source, node.heading) : '-'}${node.roles.length > 0 ? ` [${node.roles}]` : ''}`,
    ...node.children.flatMap(line),
  ]
  return { lines: source.outline.sections.flatMap(line), codes: source.outline.messages.map(({ code }) => code) }
}

describe('nestSections', () => {
  it('nests Roman, Arabic, letters and gives ids of printed numbers', () => {
    expect(
      treeOf(
        'I. MỤC ĐÍCH, YÊU CẦU',
        '1. Mục đích',
        'Nâng cao sức khỏe.',
        '2. Yêu cầu',
        'Đúng tiến độ.',
        'II. NỘI DUNG',
        '1. Tuyên truyền',
        'a) Trên đài phát thanh xã',
        'Mỗi tuần.',
        'b) Tại trường học',
        'Mỗi tháng.',
      ),
    ).toEqual({
      lines: [
        '1 I: MỤC ĐÍCH, YÊU CẦU [purpose,requirements]',
        '2 I.1: Mục đích [purpose]',
        '2 I.2: Yêu cầu [requirements]',
        '1 II: NỘI DUNG [content]',
        '2 II.1: Tuyên truyền',
        '3 II.1.a: Trên đài phát thanh xã',
        '3 II.1.b: Tại trường học',
      ],
      codes: [],
    })
  })

  it('takes other orders and other headings as they come', () => {
    expect(
      treeOf(
        'A. ĐẶC ĐIỂM TÌNH HÌNH',
        'Năm qua dịch giảm.',
        'B. NHIỆM VỤ TRỌNG TÂM',
        'I. Công tác dự phòng',
        '1. Giám sát dịch',
        'Hằng tuần.',
        'C. KINH PHÍ',
        'Từ ngân sách.',
      ).lines,
    ).toEqual([
      '1 A: ĐẶC ĐIỂM TÌNH HÌNH',
      '1 B: NHIỆM VỤ TRỌNG TÂM [solutions]',
      '2 B.I: Công tác dự phòng',
      '3 B.I.1: Giám sát dịch',
      '1 C: KINH PHÍ [funding]',
    ])
  })

  it('keeps a misprinted number and says so', () => {
    const { lines, codes } = treeOf(
      'I. NỘI DUNG',
      '1. Giám sát',
      'Hằng tuần.',
      '2. Điều trị',
      'Tại bệnh viện.',
      '4. Truyền thông',
      'Tại xã.',
    )
    expect(lines.slice(1)).toEqual(['2 I.1: Giám sát', '2 I.2: Điều trị', '2 I.4: Truyền thông'])
    expect(codes).toEqual(['sections/number-odd'])
  })

  it('takes a figure for a number where it goes on from the one before, and for a figure elsewhere', () => {
    const { lines } = treeOf('I. MỤC TIÊU', '1.Khám 15.000 lượt.', '2.95 % bệnh nhân được tư vấn.', '2.95 % là mức cũ của năm.')
    expect(lines.map((line) => line.split(':')[0])).toEqual(['1 I', '2 I.1', '2 I.2'])
  })

  it('gives a repeated number an id of its own', () => {
    const { lines } = treeOf('I. NỘI DUNG', '1. Giám sát', 'Hằng tuần.', '1. Điều trị', 'Tại bệnh viện.')
    expect(lines).toHaveLength(3)
    expect(new Set(lines.map((line) => line.split(':')[0])).size).toBe(3)
  })

  it.each([
    ['a bullet', '- Tăng cường giám sát ca bệnh.'],
    ['a figure', '12,5 % trẻ được cân.'],
    ['a date', '15/6/2024 là hạn gửi báo cáo.'],
    ['a thousand', '1.200 lượt người được khám.'],
  ])('makes no section of %s', (_, words) => {
    expect(treeOf('I. NỘI DUNG', words).lines).toEqual(['1 I: NỘI DUNG [content]'])
  })

  it('reads a run-in heading up to its end', () => {
    expect(
      treeOf('I. NỘI DUNG', '1. Về tuyên truyền: các đơn vị treo băng rôn tại cổng và phát tờ rơi cho người dân đến khám.')
        .lines[1],
    ).toBe('2 I.1: Về tuyên truyền')
  })
})

describe('the closing block', () => {
  it('is read below the text, in one column or two', () => {
    const { closing } = planSource(
      'I. NỘI DUNG',
      'Giám sát.',
      'Nơi nhận:',
      '- Bộ Y tế (b/c);',
      '- Lưu: VT.',
      'TL. GIÁM ĐỐC',
      'TRƯỞNG PHÒNG NGHIỆP VỤ Y',
      'Đỗ Văn Mẫu',
    ).outline
    expect(closing.signers).toHaveLength(1)
    expect(closing.distribution).toHaveLength(2)
  })

  it('takes an entry without a dash between others for one', () => {
    const source = planSource(
      'I. NỘI DUNG',
      'Giám sát.',
      'Nơi nhận:',
      '- Cục Quản lý Dược (b/c);',
      'Văn phòng tỉnh đoàn (p/h);',
      'nhóm mới thành lập;',
      '- Bệnh viện Mắt (t/h);',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'Đỗ Văn Mẫu',
    )
    expect(source.outline.closing.distribution.map((range) => wordsOf(source, range))).toEqual([
      'Cục Quản lý Dược (b/c)',
      'Văn phòng tỉnh đoàn (p/h)',
      'Bệnh viện Mắt (t/h)',
      'Lưu: VT',
    ])
  })

  it('is missing where nobody signs', () => {
    expect(planSource('I. NỘI DUNG', 'Giám sát ca bệnh tại cộng đồng.').outline.closing).toEqual({
      distribution: [],
      signers: [],
    })
  })
})

describe('the title block', () => {
  it.each([
    [['KẾ HOẠCH', 'Phòng bệnh năm 2024'], 'ke-hoach', 'Phòng bệnh năm 2024'],
    [['CHƯƠNG TRÌNH PHỐI HỢP', 'Truyền thông y tế học đường'], 'chuong-trinh-phoi-hop', 'Truyền thông y tế học đường'],
    [['BÁO CÁO', 'Kết quả công tác dân số', 'năm 2023'], 'bao-cao', 'Kết quả công tác dân số năm 2023'],
  ])('%j is a %s', (blocks, type, title) => {
    const source = sourceOf('UBND TỈNH MẪU', 'SỞ Y TẾ', ...blocks, 'I. NỘI DUNG', 'Giám sát.')
    expect(source.outline.title.documentType).toBe(type)
    expect(source.outline.title.lines.map((line) => wordsOf(source, line)).join(' ')).toBe(title)
  })
})

describe('a decision', () => {
  it('keeps who decides out of title and sections', () => {
    const { outline } = sourceOf(
      'SỞ Y TẾ',
      'QUYẾT ĐỊNH',
      { text: 'Về việc giao chỉ tiêu năm 2024', bold: true },
      { text: 'GIÁM ĐỐC SỞ Y TẾ TỈNH MẪU', bold: true },
      'Căn cứ Luật Dược;',
      'Điều 1. Giao chỉ tiêu.',
    )
    expect(outline.title.lines).toHaveLength(1)
    expect(outline.sections.map(({ id }) => id)).toEqual(['Điều-1'])
  })
})

describe('outlineTables', () => {
  it('tells head, group, column-number and data rows, and joins heads of two levels', () => {
    const table = [
      ['TT', 'Chỉ tiêu', 'Năm 2024'],
      ['(1)', '(2)', '(3)'],
      ['I', 'Dự phòng', ''],
      ['1', 'Trẻ tiêm đủ mũi (%)', '95'],
    ]
    const [outlined] = planSource('I. CHỈ TIÊU', table).outline.tables
    expect(outlined!.rows.map(({ kind }) => kind)).toEqual(['head', 'numbers', 'group', 'data'])
    expect(outlined!.columns).toEqual(['TT', 'Chỉ tiêu', 'Năm 2024'])
    expect(outlined!.sectionId).toBe('I')
  })

  it.each<[string, string[][], string[]]>([
    [
      'names over column numbers are the head, even misread ones',
      [
        ['bà]', '2304', 'Chỉ bnu'],
        ['1', '2', '3'],
        ['1', '96', '97'],
      ],
      ['head', 'numbers', 'data'],
    ],
    [
      'a first row of numbers is no head',
      [
        ['1', '2', '3'],
        ['Giường bệnh', '96', '97'],
      ],
      ['numbers', 'data'],
    ],
  ])('%s', (_, table, kinds) => {
    const [outlined] = planSource('I. CHỈ TIÊU', table).outline.tables
    expect(outlined!.rows.map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each<[string, string[][], string[]]>([
    [
      'goes on from the left head where something stands below that',
      [
        ['TT', 'Chỉ tiêu', 'Năm 2023', '', 'Năm 2024'],
        ['', '', 'Kế hoạch', 'Thực hiện', ''],
        ['1', 'Giường', '90', '95', '99'],
      ],
      ['TT', 'Chỉ tiêu', 'Năm 2023 / Kế hoạch', 'Năm 2023 / Thực hiện', 'Năm 2024'],
    ],
    [
      'goes on from the right head where nothing stands below the left one',
      [
        ['TT', 'Chỉ tiêu', 'Thực hiện 2022', '', 'Năm 2023', ''],
        ['', '', '', 'Kế hoạch', 'Ước thực hiện', 'So sánh (%)'],
        ['1', 'Giường', '90', '95', '99', '104'],
      ],
      ['TT', 'Chỉ tiêu', 'Thực hiện 2022', 'Năm 2023 / Kế hoạch', 'Năm 2023 / Ước thực hiện', 'Năm 2023 / So sánh (%)'],
    ],
    [
      'is put together where a line cuts “Năm 2024”, misread or not',
      [
        ['TT', 'Chỉ tiêu', 'Năm 2023', '', 'Năn', '2024'],
        ['', '', 'Kế hoạch', 'Thực hiện', 'Kế hoạch', 'Đăng ký'],
        ['1', 'Giường', '80', '85', '90', '95'],
      ],
      ['TT', 'Chỉ tiêu', 'Năm 2023 / Kế hoạch', 'Năm 2023 / Thực hiện', 'Năn 2024 / Kế hoạch', 'Năn 2024 / Đăng ký'],
    ],
    [
      'goes on below itself, level by level',
      [
        ['TT', 'Chỉ tiêu', 'Ước 2025', '', '', 'Mục tiêu', ''],
        ['', '', 'Toàn tỉnh', 'Trong đó', '', '2026', '2030'],
        ['', '', '', 'Miền núi', 'Ven biển', '', ''],
        ['1', 'Giường', '90', '30', '60', '95', '99'],
      ],
      [
        'TT',
        'Chỉ tiêu',
        'Ước 2025 / Toàn tỉnh',
        'Ước 2025 / Trong đó / Miền núi',
        'Ước 2025 / Trong đó / Ven biển',
        'Mục tiêu / 2026',
        'Mục tiêu / 2030',
      ],
    ],
    [
      'is said again in every cell that it was merged from',
      [
        ['TT', 'Chỉ tiêu', 'Năm 2024', 'Năm 2024'],
        ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Ước thực hiện'],
        ['1', 'Giường', '90', '95'],
      ],
      ['TT', 'Chỉ tiêu', 'Năm 2024 / Kế hoạch', 'Năm 2024 / Ước thực hiện'],
    ],
    [
      'ends above rows of words that leave number and name empty',
      [
        ['TT', 'Nội dung', 'Đơn vị chủ trì', ''],
        ['', '', 'Phòng Nghiệp vụ', ''],
        ['1', 'Tập huấn', 'Phòng Tổ chức', 'Quý I'],
      ],
      ['TT', 'Nội dung', 'Đơn vị chủ trì', ''],
    ],
  ])('a head of two levels %s', (_, table, columns) => {
    expect(planSource('I. CHỈ TIÊU', table).outline.tables[0]!.columns).toEqual(columns)
  })

  it('knows the heads of a table by the one that counts its rows, and groups by their capitals', () => {
    const table = [
      ['TT', 'Loại báo cáo', 'Kỳ số liệu', 'Hình thức'],
      ['1', 'BÁO CÁO ĐỊNH KỲ', '', ''],
      ['1', 'Báo cáo tháng', 'Cả tháng', 'Phần mềm'],
      ['2', 'Báo cáo quý', 'Cả quý', 'Văn bản'],
    ]
    expect(planSource('I. BÁO CÁO', table).outline.tables[0]!.rows.map(({ kind }) => kind)).toEqual([
      'head',
      'group',
      'data',
      'data',
    ])
  })

  it('makes no section of the note of a table, but one of a list below a table with numbered columns', () => {
    const noted = [
      ['TT', 'Chỉ tiêu', 'Ước 2024 (1)', 'Năm 2025'],
      ['1', 'Giường', '90', '95'],
    ]
    const numbered = [
      ['TT', 'Chỉ tiêu', 'Năm 2025'],
      ['(1)', '(2)', '(3)'],
      ['1', 'Giường', '95'],
    ]
    const ids = (table: string[][]) =>
      planSource(
        'I. CHỈ TIÊU',
        table,
        '(1) Rà soát theo địa bàn mới.',
        '(2) Tính cả cơ sở tư nhân.',
        'II. GIẢI PHÁP',
      ).outline.sections.map(({ children }) => children.length)
    expect([ids(noted)[0], ids(numbered)[0]]).toEqual([1, 2])
  })

  it('makes no section of a line that is left to fill in', () => {
    expect(treeOf('I. NỘI DUNG', { text: 'ĐƠN VỊ: ……………………', bold: true }).lines).toEqual(['1 I: NỘI DUNG [content]'])
  })
})
