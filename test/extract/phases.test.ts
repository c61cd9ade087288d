import { describe, expect, it } from 'vitest'
import { findingsOf, planSource, wordsOf } from '../support.ts'

const phasesOf = (...blocks: Parameters<typeof planSource>) => {
  const source = planSource('I. THỜI GIAN THỰC HIỆN', ...blocks)
  return findingsOf(source).phases.map(({ label, start, end, focus }) => [
    wordsOf(source, label),
    start,
    end,
    focus && wordsOf(source, focus),
  ])
}

describe('findPhases', () => {
  it.each([
    ['- Đợt 1: từ ngày 01/02/2024 đến ngày 30/6/2024.', [['Đợt 1', '2024-02-01', '2024-06-30', null]]],
    [
      '- Giai đoạn 2 (từ tháng 7/2024 đến tháng 12/2024): tổng kết và nhân rộng mô hình.',
      [['Giai đoạn 2', '2024-07', '2024-12', 'tổng kết và nhân rộng mô hình.']],
    ],
    [
      'Tháng hành động vì an toàn thực phẩm: từ ngày 15/4/2024 đến ngày 15/5/2024.',
      [['Tháng hành động vì an toàn thực phẩm', '2024-04-15', '2024-05-15', null]],
    ],
  ])('finds the phases of “%s”', (text, expected) => {
    expect(phasesOf(text)).toEqual(expected)
  })

  it('takes the dates below a label that stands alone', () => {
    expect(phasesOf('1. Đợt thi đua thứ nhất', 'Từ ngày 01/02/2024 đến ngày 30/6/2024.')).toEqual([
      ['Đợt thi đua thứ nhất', '2024-02-01', '2024-06-30', null],
    ])
  })

  it.each([
    'Giai đoạn 2021 - 2025, tỉnh đầu tư 12 trạm y tế.',
    'Đợt 1 trao 20 giấy khen trước ngày 30/6/2024.',
    'Tổ chức kiểm tra 02 đợt trong năm 2024.',
  ])('leaves “%s” alone', (text) => {
    expect(phasesOf(text)).toEqual([])
  })
})

describe('phases of tables, headings and lists', () => {
  it('takes the rows of a table of stages', () => {
    const source = planSource('I. THỜI GIAN', 'Chia thành các giai đoạn:', [
      ['Giai đoạn', 'Nội dung', 'Thời gian'],
      ['Giai đoạn 1', 'Chuẩn bị tài liệu', '01/4/2024 - 14/4/2024'],
      ['Giai đoạn 2', 'Kiểm tra', 'Từ 15/4/2024 đến 15/5/2024'],
    ])
    const { phases } = findingsOf(source, ['tables/no-target'])
    expect(phases.map(({ label, start, end, focus }) => [wordsOf(source, label), start, end, wordsOf(source, focus!)])).toEqual([
      ['Giai đoạn 1', '2024-04-01', '2024-04-14', 'Chuẩn bị tài liệu'],
      ['Giai đoạn 2', '2024-04-15', '2024-05-15', 'Kiểm tra'],
    ])
  })

  it('takes a heading with its dates, and the bullets below as what it is about', () => {
    const found = phasesOf(
      { text: '1. Giai đoạn 1: Từ tháng 3 đến hết tháng 5/2024', bold: true },
      '- Tuyên truyền, phổ biến.',
      { text: '2. Giai đoạn 2: từ tháng 6 đến tháng 11/2024', bold: true },
      '- Kiểm tra các huyện.',
    )
    expect(found).toEqual([
      ['Giai đoạn 1', '2024-03', '2024-05', '- Tuyên truyền, phổ biến.'],
      ['Giai đoạn 2', '2024-06', '2024-11', '- Kiểm tra các huyện.'],
    ])
  })

  it.each([
    ['- Đợt 2 (trẻ 6 - 10 tuổi): từ tháng 11 đến tháng 12/2023.', [['Đợt 2', '2023-11', '2023-12', null]]],
    ['- Giai đoạn tổng kết: quý IV/2024.', [['Giai đoạn tổng kết', '2024-10', '2024-12', null]]],
    ['Bước 1. Khảo sát: từ 01/3/2024 đến 15/3/2024.', [['Bước 1', '2024-03-01', '2024-03-15', null]]],
    [
      'Chia làm 02 đợt: Đợt I từ ngày 01/01/2024 đến 30/6/2024; Đợt II từ 01/7/2024 đến hết 31/12/2024.',
      [
        ['Đợt I', '2024-01-01', '2024-06-30', null],
        ['Đợt II', '2024-07-01', '2024-12-31', null],
      ],
    ],
    ['Vòng 1 (cấp cơ sở): trước ngày 30/5/2024; Vòng 2 (cấp tỉnh): tháng 7/2024.', [['Vòng 2', '2024-07', '2024-07', null]]],
  ])('finds the phases of “%s”', (text, expected) => {
    expect(phasesOf(text)).toEqual(expected)
  })
})

describe('phases by a month, and in brackets', () => {
  it.each<[string, (string | null)[][]]>([
    [
      'Uống vitamin A hai vòng, vòng một từ ngày 03/6/2024 đến ngày 08/6/2024, vòng hai tháng 12/2024.',
      [
        ['vòng một', '2024-06-03', '2024-06-08', null],
        ['vòng hai', '2024-12', '2024-12', null],
      ],
    ],
    [
      'Tổ chức 02 đợt, đợt 1 tháng 4/2024, đợt 2 tháng 10/2024.',
      [
        ['đợt 1', '2024-04', '2024-04', null],
        ['đợt 2', '2024-10', '2024-10', null],
      ],
    ],
    ['Tháng cao điểm truyền thông rửa tay tháng 9/2024.', [['Tháng cao điểm truyền thông rửa tay', '2024-09', '2024-09', null]]],
    [
      'Hưởng ứng “Tháng hành động vì chất lượng nước” (15/4/2024 - 15/5/2024).',
      [['Tháng hành động vì chất lượng nước', '2024-04-15', '2024-05-15', null]],
    ],
    ['Phát động tuần lễ dinh dưỡng (16 - 23/10/2024).', [['tuần lễ dinh dưỡng', '2024-10-16', '2024-10-23', null]]],
  ])('finds the phases of “%s”', (text, expected) => {
    expect(phasesOf(text)).toEqual(expected)
  })

  it.each([
    'Hoàn thành trong vòng hai tháng từ ngày ký.',
    'Gửi báo cáo đợt 1 tháng 6/2024 về Sở Y tế.',
    'Đợt 2 (12 xã) do huyện tổ chức.',
  ])('leaves “%s” alone', (text) => {
    expect(phasesOf(text)).toEqual([])
  })
})
