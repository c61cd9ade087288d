import { describe, expect, it } from 'vitest'
import type { SectionNode } from '../../src/model/outline.ts'
import { rolesOf } from '../../src/structure/roles.ts'
import { findingsOf, planSource, sourceOf, wordsOf } from '../support.ts'

type Blocks = Parameters<typeof planSource>
const bold = (text: string) => ({ text, bold: true, align: 'center' as const })
const HEAD = (number: string) => [
  'UBND TỈNH MẪU',
  'SỞ Y TẾ',
  number,
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
]
const SIGNED = ['Nơi nhận:', '- UBND tỉnh (b/c);', '- Lưu: VT, KHTC.', 'GIÁM ĐỐC', 'Đặng Thị Thử']
const BODY = [bold('I. MỤC TIÊU'), 'Giảm mắc mới.', bold('II. KINH PHÍ'), 'Từ ngân sách.']

const linesOf = (source: ReturnType<typeof sourceOf>) => {
  const line = (node: SectionNode): string[] => [
    `${node.depth} ${node.id}${node.heading ? `: ${wordsOf(source, node.heading).replace(/\s+/g, ' ')}` : ''}`,
    ...node.children.flatMap(line),
  ]
  return source.outline.sections.flatMap(line)
}
const codesOf = (source: ReturnType<typeof sourceOf>) => source.outline.messages.map(({ code }) => code)

describe('annexes', () => {
  it('are trees of their own behind the signatures, and count anew', () => {
    const source = planSource(
      ...BODY,
      ...SIGNED,
      bold('PHỤ LỤC I'),
      bold('NHU CẦU HÓA CHẤT'),
      bold('CHIA THEO HUYỆN'),
      '(Kèm theo Kế hoạch số 1/KH-SYT ngày 02/01/2024 của Sở Y tế)',
      'I. Vùng đồng bằng',
      '1. Hóa chất phun',
      'Tính theo hộ.',
      'II. Vùng núi',
      'Tính theo thôn.',
      bold('Phụ lục II'),
      bold('ĐỊA BÀN GIÁM SÁT'),
      '1. Tuyến xã',
      'Hằng tháng.',
    )
    expect(linesOf(source)).toEqual([
      '1 I: MỤC TIÊU',
      '1 II: KINH PHÍ',
      '1 PHỤ-LỤC-I: NHU CẦU HÓA CHẤT CHIA THEO HUYỆN',
      '2 PHỤ-LỤC-I.I: Vùng đồng bằng',
      '3 PHỤ-LỤC-I.I.1: Hóa chất phun',
      '2 PHỤ-LỤC-I.II: Vùng núi',
      '1 Phụ-lục-II: ĐỊA BÀN GIÁM SÁT',
      '2 Phụ-lục-II.1: Tuyến xã',
    ])
    expect(codesOf(source)).toEqual([])
  })

  it.each<[string, Blocks, string[]]>([
    ['a number with a letter', [bold('PHỤ LỤC 2B'), bold('DỰ TOÁN')], ['1 PHỤ-LỤC-2B: DỰ TOÁN']],
    ['the word alone', [bold('PHỤ LỤC'), bold('Chỉ số theo dõi')], ['1 PHỤ-LỤC: Chỉ số theo dõi']],
    ['a title behind a full stop', ['Phụ lục 3. Danh sách trạm y tế'], ['1 Phụ-lục-3: Danh sách trạm y tế']],
    ['a title behind a colon', ['Phụ lục IV: Mẫu phiếu'], ['1 Phụ-lục-IV: Mẫu phiếu']],
    ['a form', [bold('Mẫu số 02'), bold('BÁO CÁO THÁNG')], ['1 Mẫu-số-02: BÁO CÁO THÁNG']],
    ['a sheet', [bold('Biểu 05'), bold('NHÂN LỰC')], ['1 Biểu-05: NHÂN LỰC']],
    [
      'a title in capitals over “Kèm theo”',
      [bold('LỊCH GIÁM SÁT CÁC HUYỆN'), '(Kèm theo Kế hoạch số 1/KH-SYT ngày 02/01/2024)', '1. Huyện Thượng', 'Tháng 3.'],
      ['1 h: LỊCH GIÁM SÁT CÁC HUYỆN', '2 h.1: Huyện Thượng'],
    ],
    [
      'parts inside it',
      [bold('PHỤ LỤC I'), bold('CHỈ TIÊU'), bold('Phần I'), bold('KHỐI ĐIỀU TRỊ'), '1. Giường', 'Có.'],
      ['1 PHỤ-LỤC-I: CHỈ TIÊU', '2 PHỤ-LỤC-I.Phần-I: KHỐI ĐIỀU TRỊ', '3 PHỤ-LỤC-I.Phần-I.1: Giường'],
    ],
    ['numbers without any title', ['1. Danh sách cán bộ', 'Theo mẫu.'], ['1 1: Danh sách cán bộ']],
  ])('finds %s', (_, annex, lines) => {
    expect(linesOf(planSource(...BODY, ...SIGNED, ...annex)).slice(2)).toEqual(lines)
  })

  it.each([
    'Phụ lục II được thay bằng bảng của năm nay.',
    'Phụ lục I kèm theo Kế hoạch này nêu nhu cầu của từng huyện.',
    'Phụ lục 1 và 2 do Chi cục Dân số lập.',
    'Mẫu số 02 dùng cho tuyến xã.',
    'Biểu 05 ghi theo quý.',
  ])('leaves “%s” in its section', (sentence) => {
    expect(linesOf(planSource(bold('I. MỤC TIÊU'), 'Giảm mắc.', sentence, bold('II. KINH PHÍ'), 'Có.'))).toEqual([
      '1 I: MỤC TIÊU',
      '1 II: KINH PHÍ',
    ])
  })

  it('takes “Mẫu số” in the body for the caption of a table', () => {
    expect(
      linesOf(
        planSource(bold('I. MỤC TIÊU'), 'Mẫu số 01', [
          ['TT', 'Nội dung'],
          ['1', 'Khám'],
        ]),
      ),
    ).toEqual(['1 I: MỤC TIÊU'])
  })
})

describe('two documents in one file', () => {
  const letter = (...plan: Blocks) =>
    sourceOf(
      ...HEAD('Số: 71/SYT-NVY'),
      'V/v triển khai tẩy giun học đường',
      'Mẫu, ngày 03 tháng 4 năm 2024',
      'Kính gửi: Trung tâm Y tế các huyện.',
      'Sở Y tế gửi kèm kế hoạch và yêu cầu:',
      '1. Tổ chức thực hiện.',
      '2. Báo cáo kết quả.',
      ...SIGNED,
      ...plan,
    )
  const plan: Blocks = [
    ...HEAD('Số: 70/KH-SYT'),
    'Mẫu, ngày 02 tháng 4 năm 2024',
    bold('KẾ HOẠCH'),
    bold('Tẩy giun học đường năm 2024'),
    'Căn cứ Luật Trẻ em;',
    ...BODY,
    'Nơi nhận:',
    '- Các huyện.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Phan Văn Nháp',
  ]

  it('have the header of the first and the sections of both', () => {
    const source = letter(...plan)
    expect(linesOf(source)).toEqual(['1 1: Tổ chức thực hiện', '1 2', '1 I: MỤC TIÊU', '1 II: KINH PHÍ'])
    expect(codesOf(source)).toEqual(['documents/another'])
    const { header, references, dates } = findingsOf(source, ['documents/another'])
    expect(header).toMatchObject({
      number: '71/SYT-NVY',
      documentType: 'cong-van',
      issuedOn: '2024-04-03',
      signer: { name: 'Đặng Thị Thử' },
      coSigners: [],
      distribution: ['UBND tỉnh (b/c)', 'Lưu: VT, KHTC'],
    })
    expect(references.map(({ number, type }) => number ?? type)).toEqual(['luat'])
    expect(dates.map(({ edtf, role }) => [edtf, role])).toEqual([
      ['2024-04-03', 'issued'],
      ['2024-04-02', 'issued'],
    ])
  })

  it('give every section an id of its own', () => {
    const source = letter(...plan.map((block) => (block === plan[0] ? 'UBND TỈNH MẪU' : block)), 'PHỤ LỤC', '1. Một', 'Có.')
    const ids = linesOf(source).map((line) => line.split(/[ :]/)[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each<[string, Blocks]>([
    ['its own letterhead', ['UBND TỈNH MẪU', 'SỞ Y TẾ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']],
    ['no letterhead', []],
  ])('are told by a printed type with %s: a decision and its plan', (_, head) => {
    const source = sourceOf(
      ...HEAD('Số: 5/QĐ-SYT'),
      bold('QUYẾT ĐỊNH'),
      bold('Về việc ban hành Kế hoạch chuyển đổi số năm 2024'),
      bold('GIÁM ĐỐC SỞ Y TẾ'),
      'Căn cứ Luật Dữ liệu;',
      'QUYẾT ĐỊNH:',
      'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.',
      'Điều 2. Quyết định có hiệu lực từ ngày ký.',
      ...SIGNED,
      ...head,
      bold('KẾ HOẠCH'),
      bold('Chuyển đổi số năm 2024'),
      '(Ban hành kèm theo Quyết định số 5/QĐ-SYT ngày 02/01/2024 của Giám đốc Sở Y tế)',
      ...BODY,
    )
    expect(linesOf(source)).toEqual(['1 Điều-1', '1 Điều-2', '1 I: MỤC TIÊU', '1 II: KINH PHÍ'])
    expect(codesOf(source)).toEqual(['documents/another'])
  })

  it.each<[string, Blocks]>([
    [
      'an annex that is a plan of its own',
      [bold('KẾ HOẠCH CHI TIẾT THEO THÁNG'), '(Kèm theo Kế hoạch số 1/KH-SYT)', '1. Quý I', 'Có.'],
    ],
    [
      'a form with a motto',
      [
        bold('Mẫu số 01'),
        'TÊN ĐƠN VỊ',
        'Số:     /BC-',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        bold('BÁO CÁO'),
        'Kết quả tháng',
        '1. Số lượt',
        '…',
      ],
    ],
    ['the signers of a joint plan', ['SỞ GIÁO DỤC VÀ ĐÀO TẠO', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Ngô Thị Tạm']],
  ])('are not seen in %s', (_, blocks) => {
    expect(codesOf(planSource(...BODY, ...SIGNED, ...blocks))).not.toContain('documents/another')
  })
})

describe('numbers of sections', () => {
  it.each<[string, Blocks, string[], string[]]>([
    [
      'a Roman and an Arabic part',
      ['I. MỤC TIÊU', 'I.1. Chung', 'a', 'I.2. Riêng', 'b'],
      ['1 I: MỤC TIÊU', '2 I.I.1: Chung', '2 I.I.2: Riêng'],
      [],
    ],
    [
      'a dash with blanks',
      ['I – MỤC TIÊU', '1 – Chung', 'a', '2 – Riêng', 'b'],
      ['1 I: MỤC TIÊU', '2 I.1: Chung', '2 I.2: Riêng'],
      [],
    ],
    [
      'a repeated number',
      ['I. A', 'a', 'II. B', 'b', 'II. C', 'c'],
      ['1 I: A', '1 II: B', '1 II(2): C'],
      ['sections/number-odd'],
    ],
    ['a jump', ['I. A', 'a', 'III. C', 'c'], ['1 I: A', '1 III: C'], ['sections/number-odd']],
    [
      'a part of another section',
      ['1. Một', 'a', '2. Hai', '3.1. Sai', 'b', '2.2. Đúng', 'c'],
      ['1 1: Một', '1 2: Hai', '2 2.3.1: Sai', '2 2.2.2: Đúng'],
      ['sections/number-odd', 'sections/number-odd'],
    ],
    [
      'a list that begins late',
      ['I. A', 'b) Hai', 'b', 'c) Ba', 'c'],
      ['1 I: A', '2 I.b: Hai', '2 I.c: Ba'],
      ['sections/number-start'],
    ],
  ])('are kept and told: %s', (_, blocks, lines, codes) => {
    const source = planSource(...blocks)
    expect(linesOf(source)).toEqual(lines)
    expect(codesOf(source)).toEqual(codes)
  })

  it('may leave đ out', () => {
    expect(codesOf(planSource('Căn cứ Luật Dược;', 'C. Ba', 'a', 'D. Bốn', 'b', 'E. Năm', 'c'))).toEqual([
      'sections/number-start',
    ])
  })

  it('count divisions anew in every chapter', () => {
    const source = planSource(
      'Chương I',
      'CHUNG',
      'Mục 1',
      'MỘT',
      'a',
      'Mục 2',
      'HAI',
      'b',
      'Chương II',
      'RIÊNG',
      'Mục 1',
      'BA',
      'c',
    )
    expect(linesOf(source).map((line) => line.split(':')[0])).toEqual([
      '1 Chương-I',
      '2 Chương-I.Mục-1',
      '2 Chương-I.Mục-2',
      '1 Chương-II',
      '2 Chương-II.Mục-1',
    ])
    expect(codesOf(source)).toEqual([])
  })

  it('count articles on through the chapters', () => {
    const source = planSource(
      bold('Chương I'),
      bold('CHUNG'),
      'Điều 1. Phạm vi',
      'a',
      bold('Chương II'),
      bold('RIÊNG'),
      'Điều 2. Đối tượng',
      'b',
    )
    expect(codesOf(source)).toEqual([])
  })
})

describe('roles of headings', () => {
  it.each([
    ['Các mốc thời gian', 'schedule'],
    ['Cơ chế tài chính', 'funding'],
    ['Bảo đảm kinh phí và tổ chức thực hiện', 'organization,funding'],
    ['Nhiệm vụ của Sở Y tế', 'assignment'],
    ['Trách nhiệm của Trung tâm Y tế các huyện', 'assignment'],
    ['Nhiệm vụ của giai đoạn tới', 'solutions'],
    ['Phạm vi, thời gian, nội dung và kinh phí', 'content,schedule,subjects,funding'],
    ['Mục đích - Yêu cầu', 'purpose,requirements'],
    ['Tài chính kế toán', ''],
    ['Hình thức', ''],
    ['Đối với tất cả các đơn vị', 'assignment'],
  ])('“%s” states “%s”', (heading, roles) => {
    expect(rolesOf(heading, []).join()).toBe(roles)
  })
})

describe('a title', () => {
  it.each([
    ['(giai đoạn 2025 - 2027)', 'Phòng chống đuối nước (giai đoạn 2025 - 2027)'],
    ['(đợt 2 năm 2024)', 'Phòng chống đuối nước (đợt 2 năm 2024)'],
    ['(Kèm theo Công văn số 8/SYT-NVY)', 'Phòng chống đuối nước'],
    ['(Dự thảo)', 'Phòng chống đuối nước'],
  ])('goes on with “%s” or not', (line, title) => {
    const source = sourceOf(...HEAD('Số: 9/KH-SYT'), 'KẾ HOẠCH', 'Phòng chống đuối nước', line, 'I. MỤC TIÊU', 'Có.')
    expect(source.outline.title.lines.map((range) => wordsOf(source, range)).join(' ')).toBe(title)
  })
})
