import { describe, expect, it } from 'vitest'
import { findingsOf, planSource, wordsOf } from '../support.ts'

const deadlinesOf = (...blocks: Parameters<typeof planSource>) => {
  const source = planSource('I. TỔ CHỨC THỰC HIỆN', ...blocks)
  const hasTable = blocks.some((block) => Array.isArray(block))
  return findingsOf(source, hasTable ? ['tables/no-target'] : []).deadlines.map(({ date, recurrence, what, who }) => [
    recurrence ?? date,
    what,
    who && wordsOf(source, who),
  ])
}

describe('findDeadlines', () => {
  it.each([
    ['Gửi kế hoạch về Sở Y tế trước ngày 15/02/2024.', [['2024-02-15', 'Gửi kế hoạch về Sở Y tế', null]]],
    [
      'Các đơn vị báo cáo kết quả về Sở chậm nhất ngày 05/12/2024.',
      [['2024-12-05', 'Các đơn vị báo cáo kết quả về Sở', 'Các đơn vị']],
    ],
    [
      'Báo cáo 6 tháng trước ngày 15/6/2024, báo cáo năm trước ngày 25/11/2024.',
      [
        ['2024-06-15', 'Báo cáo 6 tháng', null],
        ['2024-11-25', 'báo cáo năm', null],
      ],
    ],
    [
      'Báo cáo tiến độ về Sở Y tế trước ngày 20 hằng tháng.',
      [['FREQ=MONTHLY;BYMONTHDAY=20', 'Báo cáo tiến độ về Sở Y tế', null]],
    ],
    [
      'Báo cáo kết quả sáu tháng trước ngày 12/6/2024, cả năm trước ngày 08/12/2024 (tệp mềm gửi về hộp thư của Sở).',
      [
        ['2024-06-12', 'Báo cáo kết quả sáu tháng', null],
        ['2024-12-08', 'Báo cáo kết quả cả năm', null],
      ],
    ],
    [
      'b) Tổng hợp, gửi Bộ Y tế: quý I trước ngày 12/3/2024, 6 tháng trước ngày 12/6/2024, quý III trước ngày 12/9/2024.',
      [
        ['2024-03-12', 'Tổng hợp, gửi Bộ Y tế: quý I', null],
        ['2024-06-12', 'Tổng hợp, gửi Bộ Y tế 6 tháng', null],
        ['2024-09-12', 'Tổng hợp, gửi Bộ Y tế quý III', null],
      ],
    ],
    [
      'Tổng hợp báo cáo quý I trước ngày 18/3/2024, quý II trước ngày 18/6/2024.',
      [
        ['2024-03-18', 'Tổng hợp báo cáo quý I', null],
        ['2024-06-18', 'Tổng hợp báo cáo quý II', null],
      ],
    ],
    [
      'Sơ kết sáu tháng (trước ngày 20/6/2024) và tổng kết cả năm học (trước ngày 20/12/2024) gửi về Sở Y tế.',
      [
        ['2024-06-20', 'Sơ kết sáu tháng', null],
        ['2024-12-20', 'tổng kết cả năm học gửi về Sở Y tế', null],
      ],
    ],
    [
      'Quý I ban hành kế hoạch; quý II tập huấn; trước ngày 25/9/2024 kiểm tra các trạm.',
      [['2024-09-25', 'kiểm tra các trạm', null]],
    ],
    ['Lập dự trù thuốc trình Sở Y tế không muộn hơn ngày 20/4/2024.', [['2024-04-20', 'Lập dự trù thuốc trình Sở Y tế', null]]],
    [
      'Rà soát danh sách trẻ chưa tiêm; hoàn thành trước ngày 31/3/2024.',
      [['2024-03-31', 'Rà soát danh sách trẻ chưa tiêm', null]],
    ],
  ])('finds what is due in “%s”', (text, expected) => {
    expect(deadlinesOf(text)).toEqual(expected)
  })

  it('reads the time column of a task table', () => {
    const table = [
      ['TT', 'Công việc', 'Đơn vị thực hiện', 'Thời gian hoàn thành'],
      ['1', 'Tập huấn giám sát ca bệnh', 'Trung tâm Kiểm soát bệnh tật', '30/4/2024'],
      ['2', 'Kiểm tra bếp ăn tập thể', 'Chi cục An toàn thực phẩm', 'Quý III'],
    ]
    expect(deadlinesOf(table).map(([date, what]) => [date, what])).toEqual([
      ['2024-04-30', 'Tập huấn giám sát ca bệnh'],
      ['2024-09', 'Kiểm tra bếp ăn tập thể'],
    ])
  })

  it.each([
    'Kế hoạch có hiệu lực từ ngày 01/01/2024.',
    'Đến hết năm 2025, mọi trạm y tế có bác sĩ.',
    'Giảm số ca mắc so với trước ngày 01/01/2023.',
    'Kỷ niệm Ngày Thầy thuốc Việt Nam 27/02/2024.',
    'Sơ kết công tác tiêm chủng vào tháng 7/2024.',
    'Thực hiện Công văn số 12/SYT-NVY ngày 10/01/2024 của Sở Y tế.',
  ])('leaves “%s” alone', (text) => {
    expect(deadlinesOf(text)).toEqual([])
  })
})

describe('duties, recurrences and who owes them', () => {
  const dueOf = (text: string) => {
    const source = planSource('I. TỔ CHỨC THỰC HIỆN', text)
    return findingsOf(source).deadlines.map(({ date, recurrence, what, who, to }) => [
      recurrence ?? date,
      what,
      who && wordsOf(source, who),
      to && wordsOf(source, to),
    ])
  }

  it.each<[string, (string | null)[][]]>([
    [
      'Cấp xã báo cáo cấp huyện trước ngày 18/5/2024; các sở báo cáo Sở Y tế (qua Chi cục Dân số) trước ngày 22/5/2024; Chi cục trình Ban Chỉ đạo tỉnh trước 31/5.',
      [
        ['2024-05-18', 'Cấp xã báo cáo cấp huyện', 'Cấp xã', 'cấp huyện'],
        ['2024-05-22', 'các sở báo cáo Sở Y tế (qua Chi cục Dân số)', 'các sở', 'Sở Y tế'],
        ['2024-05-31', 'Chi cục trình Ban Chỉ đạo tỉnh', 'Chi cục', 'Ban Chỉ đạo tỉnh'],
      ],
    ],
    [
      'Trước ngày 10/3, 10/6 và 05/12/2024 các đơn vị gửi báo cáo về Sở Y tế.',
      ['2024-03-10', '2024-06-10', '2024-12-05'].map((date) => [
        date,
        'các đơn vị gửi báo cáo về Sở Y tế',
        'các đơn vị',
        'Sở Y tế',
      ]),
    ],
    [
      'Các bệnh viện gửi kế hoạch (trước ngày 15/02/2024), báo cáo sơ kết (trước ngày 10/6/2024).',
      [
        ['2024-02-15', 'Các bệnh viện gửi kế hoạch', 'Các bệnh viện', null],
        ['2024-06-10', 'báo cáo sơ kết', 'Các bệnh viện', null],
      ],
    ],
    [
      'Trước ngày 15/02/2024, các đơn vị xây dựng kế hoạch gửi về Sở Y tế; trước ngày 30/11/2024 gửi báo cáo tổng kết năm.',
      [
        ['2024-02-15', 'các đơn vị xây dựng kế hoạch gửi về Sở Y tế', 'các đơn vị', 'Sở Y tế'],
        ['2024-11-30', 'gửi báo cáo tổng kết năm', null, null],
      ],
    ],
    [
      'Báo cáo gửi về Sở Y tế, cụ thể: 6 tháng trước ngày 15/6/2024; năm trước ngày 05/12/2024.',
      [
        ['2024-06-15', 'Báo cáo gửi về Sở Y tế, cụ thể: 6 tháng', null, 'Sở Y tế'],
        ['2024-12-05', 'Báo cáo gửi về Sở Y tế, cụ thể: năm', null, null],
      ],
    ],
    ['Hoàn thành việc cấp thẻ trong tháng 6/2024.', [['2024-06', 'Hoàn thành việc cấp thẻ', null, null]]],
    ['Hạn cuối nộp hồ sơ là ngày 15/10/2024.', [['2024-10-15', 'Hạn cuối nộp hồ sơ', null, null]]],
    [
      'Đề nghị UBND các huyện gửi danh sách trước ngày 20/5/2024.',
      [['2024-05-20', 'Đề nghị UBND các huyện gửi danh sách', 'UBND các huyện', null]],
    ],
    [
      'Định kỳ 6 tháng (trước ngày 05/6), năm (trước ngày 05/12) báo cáo Sở Y tế.',
      [
        ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5', 'Định kỳ 6 tháng báo cáo Sở Y tế', null, 'Sở Y tế'],
        ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5', 'năm báo cáo Sở Y tế', null, 'Sở Y tế'],
      ],
    ],
    [
      'Chủ trì kiểm tra các bệnh viện; hoàn thành trước ngày 15 tháng 12 hằng năm.',
      [['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15', 'Chủ trì kiểm tra các bệnh viện', null, null]],
    ],
    [
      'Trạm y tế báo cáo hằng quý trước ngày 20 của tháng cuối quý.',
      [['FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=20', 'Trạm y tế báo cáo hằng quý', 'Trạm y tế', null]],
    ],
    ['Báo cáo nhanh hằng ngày trước 16 giờ 30.', [['FREQ=DAILY;BYHOUR=16;BYMINUTE=30', 'Báo cáo nhanh', null, null]]],
    ['Báo cáo tuần trước 15 giờ thứ Sáu hằng tuần.', [['FREQ=WEEKLY;BYDAY=FR', 'Báo cáo tuần', null, null]]],
    [
      'Khoa Dược lập dự trù gửi Phòng Kế hoạch trước ngày 5 của tháng sau.',
      [['FREQ=MONTHLY;BYMONTHDAY=5', 'Khoa Dược lập dự trù gửi Phòng Kế hoạch', 'Khoa Dược', 'Phòng Kế hoạch']],
    ],
    [
      'Hằng tháng, trước ngày 05, các trạm y tế gửi báo cáo về Trung tâm.',
      [['FREQ=MONTHLY;BYMONTHDAY=5', 'các trạm y tế gửi báo cáo về Trung tâm', 'các trạm y tế', 'Trung tâm']],
    ],
  ])('reads “%s”', (text, expected) => {
    expect(dueOf(text)).toEqual(expected)
  })

  it('takes the unit of a run-in heading for who owes', () => {
    expect(dueOf('1. Văn phòng Sở: theo dõi; trình Hội đồng xét khen thưởng xong trước ngày 25/9/2024.')).toEqual([
      ['2024-09-25', 'trình Hội đồng xét khen thưởng', 'Văn phòng Sở', 'Hội đồng xét khen thưởng'],
    ])
  })

  it('reads lists, recurrences and clauses of a time column; a quarter only where the head says that it is due', () => {
    const rows = [
      ['1', 'Báo cáo định kỳ', 'Phòng A', 'Trước ngày 10/6 và 05/12/2024'],
      ['2', 'Nâng cấp trang tin', 'Phòng B', 'Quý II/2024'],
      ['3', 'Tự kiểm tra', 'Các khoa', 'Ban hành kế hoạch trong tháng 01/2024, tổ chức kiểm tra chậm nhất trong tháng 6/2024'],
      ['4', 'Giám sát', 'Khoa C', 'Ngày 25 hằng tháng'],
    ]
    const known = [
      ['2024-06-10', 'Báo cáo định kỳ', 'Phòng A'],
      ['2024-12-05', 'Báo cáo định kỳ', 'Phòng A'],
    ]
    const others = [
      ['2024-01', 'Tự kiểm tra', 'Các khoa'],
      ['2024-06', 'tổ chức kiểm tra', 'Các khoa'],
      ['FREQ=MONTHLY;BYMONTHDAY=25', 'Giám sát', 'Khoa C'],
    ]
    expect(deadlinesOf([['TT', 'Công việc', 'Đơn vị thực hiện', 'Thời gian'], ...rows])).toEqual([...known, ...others])
    expect(deadlinesOf([['TT', 'Công việc', 'Đơn vị thực hiện', 'Thời hạn hoàn thành'], ...rows])).toEqual([
      ...known,
      ['2024-06', 'Nâng cấp trang tin', 'Phòng B'],
      ...others,
    ])
  })

  it.each([
    'Đối với trẻ sinh trước ngày 01/7/2015 thực hiện theo quy định cũ.',
    'Nhân viên tuyển dụng trước ngày 01/7/2020 được xét chuyển.',
    'Dữ liệu tính đến hết ngày 30/9/2023.',
    'Trong tháng 5/2024 tổ chức hội nghị.',
    'Kiểm kê ngày 30/6 và 31/12.',
    'Tiêm đủ mũi trước 12 tháng tuổi.',
  ])('leaves “%s” alone', (text) => {
    expect(dueOf(text)).toEqual([])
  })
})

describe('periods of one duty', () => {
  it.each([
    [
      'Báo cáo kết quả hằng quý, 6 tháng (trước ngày 18/6/2024), năm (trước ngày 12/12/2024) về Sở Y tế (qua Phòng Nghiệp vụ Y).',
      [
        ['2024-06-18', 'Báo cáo kết quả hằng quý, 6 tháng'],
        ['2024-12-12', 'Báo cáo kết quả năm về Sở Y tế'],
      ],
    ],
    [
      'Gửi danh sách đợt 1 trước ngày 15/4/2024, đợt 2 trước ngày 15/6/2024.',
      [
        ['2024-04-15', 'Gửi danh sách đợt 1'],
        ['2024-06-15', 'Gửi danh sách đợt 2'],
      ],
    ],
    [
      'Báo cáo quý I trước ngày 20/3/2024, tổng hợp nhu cầu vắc xin trước ngày 20/9/2024.',
      [
        ['2024-03-20', 'Báo cáo quý I'],
        ['2024-09-20', 'tổng hợp nhu cầu vắc xin'],
      ],
    ],
  ])('have the words in front of the first date in “%s”', (text, expected) => {
    expect(deadlinesOf(text).map(([date, what]) => [date, what])).toEqual(expected)
  })
})
