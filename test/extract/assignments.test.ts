import { describe, expect, it } from 'vitest'
import { findingsOf, planSource } from '../support.ts'

const assignmentsOf = (...blocks: Parameters<typeof planSource>) =>
  findingsOf(planSource(...blocks), blocks.some((block) => Array.isArray(block)) ? ['tables/no-target'] : []).assignments.map(
    ({ unit, role, tasks }) => [unit, role, tasks],
  )

describe('findAssignments', () => {
  it('takes a heading that is a unit, with what stands below it', () => {
    const found = assignmentsOf(
      'I. TỔ CHỨC THỰC HIỆN',
      { text: '1. Phòng Nghiệp vụ Y', bold: true },
      '- Chủ trì theo dõi việc thực hiện chỉ tiêu khám bệnh.',
      '- Tổng hợp báo cáo Giám đốc Sở.',
      { text: '2. Các bệnh viện tuyến huyện', bold: true },
      '- Phối hợp với trạm y tế xã quản lý người bệnh.',
    )
    expect(found).toEqual([
      ['Phòng Nghiệp vụ Y', 'lead', ['Chủ trì theo dõi việc thực hiện chỉ tiêu khám bệnh', 'Tổng hợp báo cáo Giám đốc Sở']],
      ['Các bệnh viện tuyến huyện', 'support', ['Phối hợp với trạm y tế xã quản lý người bệnh']],
    ])
  })

  it('takes a bullet that begins with a unit and its duty', () => {
    expect(assignmentsOf('I. TỔ CHỨC THỰC HIỆN', '- Thanh tra Sở chủ trì kiểm tra các cơ sở hành nghề.')).toEqual([
      ['Thanh tra Sở', 'lead', ['chủ trì kiểm tra các cơ sở hành nghề']],
    ])
  })

  it('takes who leads and who supports from a task table', () => {
    const table = [
      ['TT', 'Nhiệm vụ', 'Đơn vị chủ trì', 'Đơn vị phối hợp'],
      ['1', 'Tập huấn tiêm chủng an toàn', 'Trung tâm Kiểm soát bệnh tật', 'Các trung tâm y tế'],
    ]
    expect(assignmentsOf('I. TỔ CHỨC THỰC HIỆN', table)).toEqual([
      ['Trung tâm Kiểm soát bệnh tật', 'lead', ['Tập huấn tiêm chủng an toàn']],
      ['Các trung tâm y tế', 'support', ['Tập huấn tiêm chủng an toàn']],
    ])
  })

  it('leaves preamble, closing words and sentences about units alone', () => {
    expect(
      assignmentsOf(
        'Sở Y tế xây dựng Kế hoạch công tác năm 2024, cụ thể như sau:',
        'I. MỤC ĐÍCH',
        'Bệnh viện là nơi người dân tin cậy.',
        'Các đơn vị gửi hồ sơ về Sở Y tế (qua Phòng Tổ chức) chậm nhất ngày 05/12/2024.',
      ),
    ).toEqual([])
  })
})

describe('units in other wordings', () => {
  it.each<[string, (string | null)[][]]>([
    [
      '- Giao Chi cục Dân số chủ trì, phối hợp với Phòng Tổ chức cán bộ, Trung tâm Truyền thông xây dựng tài liệu.',
      [
        ['Chi cục Dân số', 'lead'],
        ['Phòng Tổ chức cán bộ', 'support'],
        ['Trung tâm Truyền thông', 'support'],
      ],
    ],
    [
      '- Đề nghị Ủy ban nhân dân các huyện, thị xã chỉ đạo các xã thực hiện kế hoạch.',
      [['Ủy ban nhân dân các huyện, thị xã', null]],
    ],
    ['- Trung tâm Kiểm soát bệnh tật: là đầu mối giám sát.', [['Trung tâm Kiểm soát bệnh tật', 'lead']]],
    ['- Sở Y tế giao Phòng Nghiệp vụ Dược làm đầu mối theo dõi, tổng hợp.', [['Phòng Nghiệp vụ Dược', 'lead']]],
    ['- Khoa Dược, Khoa Xét nghiệm phối hợp với Phòng Điều dưỡng kiểm kê vật tư.', [['Khoa Dược, Khoa Xét nghiệm', 'support']]],
    ['1. Văn phòng Sở: theo dõi, chấm điểm; công khai kết quả.', [['Văn phòng Sở', null]]],
    ['1. Phòng Kế hoạch - Tài chính: Cân đối kinh phí.', [['Phòng Kế hoạch - Tài chính', null]]],
    ['- Thủ trưởng các đơn vị căn cứ Kế hoạch này tổ chức thực hiện.', [['Thủ trưởng các đơn vị', null]]],
  ])('finds who has to do what in “%s”', (text, expected) => {
    expect(assignmentsOf('I. TỔ CHỨC THỰC HIỆN', text).map(([unit, role]) => [unit, role])).toEqual(expected)
  })

  it('takes the unit out of “Trách nhiệm của …”', () => {
    expect(
      assignmentsOf(
        'I. TỔ CHỨC THỰC HIỆN',
        { text: '1. Trách nhiệm của Bảo hiểm xã hội tỉnh', bold: true },
        'Bố trí kinh phí chi trả.',
      ),
    ).toEqual([['Bảo hiểm xã hội tỉnh', null, ['Bố trí kinh phí chi trả']]])
  })

  it('parts the units of a cell, and keeps what goes on with a place', () => {
    const table = [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp'],
      ['I', 'Chỉ đạo', '', ''],
      ['1', 'Lập kế hoạch', 'Phòng TCCB, Phòng KHTC', 'Thanh tra Sở; UBND các huyện, thành phố'],
    ]
    expect(assignmentsOf('I. PHÂN CÔNG', table)).toEqual([
      ['Phòng TCCB', 'lead', ['Lập kế hoạch']],
      ['Phòng KHTC', 'lead', ['Lập kế hoạch']],
      ['Thanh tra Sở', 'support', ['Lập kế hoạch']],
      ['UBND các huyện, thành phố', 'support', ['Lập kế hoạch']],
    ])
  })

  it('takes roles from the words of a cell, and none where only “thực hiện” is said', () => {
    const table = [
      ['TT', 'Công việc', 'Thời gian', 'Đơn vị thực hiện'],
      ['1', 'Tập huấn', 'Tháng 3', 'Khoa Nội'],
      ['2', 'Kiểm tra', 'Tháng 4', 'Chủ trì: Phòng NVY; Phối hợp: Thanh tra Sở'],
    ]
    expect(assignmentsOf('I. PHÂN CÔNG', table).map(([unit, role]) => [unit, role])).toEqual([
      ['Khoa Nội', null],
      ['Phòng NVY', 'lead'],
      ['Thanh tra Sở', 'support'],
    ])
  })

  it.each([
    '- Báo cáo kết quả về Sở trước ngày 30/11/2024.',
    '- Phòng bệnh hơn chữa bệnh.',
    '- Cơ sở vật chất được đầu tư.',
    '- Giao ban định kỳ vào ngày 10 hằng tháng.',
    '- Khoa học công nghệ phát triển.',
  ])('leaves “%s” alone', (text) => {
    expect(assignmentsOf('I. TỔ CHỨC THỰC HIỆN', text)).toEqual([])
  })
})
