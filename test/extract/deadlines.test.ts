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
    'Thực hiện Công văn số 12/SYT-NVY ngày 10/01/2024 của Sở Y tế.',
  ])('leaves “%s” alone', (text) => {
    expect(deadlinesOf(text)).toEqual([])
  })
})
