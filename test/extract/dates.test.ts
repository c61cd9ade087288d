import { describe, expect, it } from 'vitest'
import { findDates } from '../../src/extract/dates/index.ts'
import { findingsOf, planSource, sourceOf, wordsOf } from '../support.ts'

const datesOf = (text: string) => {
  const source = sourceOf(text)
  return findDates(source, 2024).map((date) => [wordsOf(source, date), date.edtf])
}

describe('findDates', () => {
  it.each([
    ['họp ngày 5/3/2024 tại Sở', [['ngày 5/3/2024', '2024-03-05']]],
    ['trước ngày 05 tháng 12 năm 2023', [['ngày 05 tháng 12 năm 2023', '2023-12-05']]],
    ['ngày 7-9-2022', [['ngày 7-9-2022', '2022-09-07']]],
    ['ngày 15.6.2021', [['ngày 15.6.2021', '2021-06-15']]],
    ['trong tháng 8/2024', [['tháng 8/2024', '2024-08']]],
    ['từ ngày 01/02 đến ngày 15/3/2024', [['từ ngày 01/02 đến ngày 15/3/2024', '2024-02-01/2024-03-15']]],
    ['từ tháng 3 đến tháng 5 năm 2025', [['từ tháng 3 đến tháng 5 năm 2025', '2025-03/2025-05']]],
    ['từ ngày 15/12 đến ngày 15/3/2025', [['từ ngày 15/12 đến ngày 15/3/2025', '2024-12-15/2025-03-15']]],
    ['quý II năm 2024', [['quý II năm 2024', '2024-04/2024-06']]],
    ['6 tháng đầu năm 2024', [['6 tháng đầu năm 2024', '2024-01/2024-06']]],
    ['kỷ niệm ngày 27/02', [['ngày 27/02', 'XXXX-02-27']]],
  ])('finds the dates of “%s”', (text, expected) => {
    expect(datesOf(text)).toEqual(expected)
  })

  it.each([
    '1/3 dân số của huyện',
    'điện thoại 0912 345 678',
    'đạt 12,5 % so với kế hoạch',
    'Quyết định số 1313/QĐ-BYT',
    'học viên TNĐĐcn khóa 12',
    'tỷ lệ 24/7 trực cấp cứu',
    'năm 2024',
    'giai đoạn 2021 - 2025',
    'điều trị 12/24 giường',
    'mục 2.3 phần II',
  ])('leaves “%s” alone', (text) => {
    expect(datesOf(text)).toEqual([])
  })

  it('reports a day that does not exist, and keeps it', () => {
    const findings = findingsOf(planSource('I. NỘI DUNG', '1. Gửi về Sở Y tế trước ngày 31/6/2024.'), ['dates/impossible'])
    expect(findings.dates.map(({ edtf }) => edtf)).toEqual(['2024-06-31'])
  })
})

describe('roles of dates', () => {
  it.each([
    ['Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ;', 'legal'],
    ['Gửi báo cáo về Sở Y tế trước ngày 30/11/2024.', 'deadline'],
    ['Đợt 1: từ ngày 01/02/2024 đến ngày 30/6/2024.', 'phase'],
    ['Kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam 27/02/2025.', 'anniversary'],
    ['Số liệu được chốt ngày 20/10/2024.', 'other'],
  ])('“%s” holds a date that is %s', (text, role) => {
    const { dates } = findingsOf(planSource('I. NỘI DUNG', text))
    expect(dates.map((date) => date.role)).toEqual([role])
  })
})

describe('dates in lists and beside others', () => {
  const edtfOf = (text: string) => datesOf(text).map(([, edtf]) => edtf)

  it.each<[string, string[]]>([
    ['từ tháng 11 đến tháng 12/2022', ['2022-11/2022-12']],
    ['tháng 5 - 9/2023', ['2023-05/2023-09']],
    ['tháng 3-5', ['2024-03/2024-05']],
    ['tháng 5, 6/2023', ['2023-05', '2023-06']],
    ['tháng 5 và tháng 6/2023', ['2023-05', '2023-06']],
    ['các tháng 3, 6, 9', ['2024-03', '2024-06', '2024-09']],
    ['quý I, III năm 2023', ['2023-01/2023-03', '2023-07/2023-09']],
    ['quý II - III/2023', ['2023-04/2023-09']],
    ['ngày 15, 16 và 17/10/2023', ['2023-10-15', '2023-10-16', '2023-10-17']],
    ['trước ngày 10/3, 10/6 và 05/12/2023', ['2023-03-10', '2023-06-10', '2023-12-05']],
    ['xã báo cáo trước ngày 18/5/2023; huyện báo cáo trước 31/5', ['2023-05-18', '2023-05-31']],
    ['sơ kết trước ngày 15/6, tổng kết trước ngày 05/12/2023', ['2023-06-15', '2023-12-05']],
    ['trước ngày 10/6 và 10/12 hằng năm', ['XXXX-06-10', 'XXXX-12-10']],
    ['chào mừng ngày 27/02 và 19/5', ['XXXX-02-27', 'XXXX-05-19']],
    ['từ ngày 16 đến ngày 23/10/2023', ['2023-10-16/2023-10-23']],
    ['từ 15-20/5/2023', ['2023-05-15/2023-05-20']],
    ['từ đầu năm đến hết tháng 9/2023', ['2023-01-01/2023-09']],
    ['từ quý II đến quý IV/2023', ['2023-04/2023-12']],
    ['từ tháng 11/2022 đến tháng 3/2023', ['2022-11/2023-03']],
    ['tuần 1 tháng 3/2023', ['2023-03']],
  ])('reads “%s”', (text, expected) => {
    expect(edtfOf(text)).toEqual(expected)
  })

  it.each([
    'trẻ 3 tháng, 6 tháng và 9 tháng tuổi',
    'phường 5, 6 và ca 01-05',
    'Điều 5, 6; mục 3.1, 3.2',
    'bảo quản ở 2-8 độ, 10/12 huyện',
    'trong 5, 6 tháng tới',
  ])('leaves “%s” alone', (text) => {
    expect(datesOf(text)).toEqual([])
  })

  it.each<[string, string[]]>([
    ['Lễ phát động tổ chức vào 8 giờ ngày 15/4/2024 tại Quảng trường.', ['other']],
    ['Ngày 15/4: lễ phát động cấp tỉnh.', ['other']],
    ['Kỷ niệm Quốc khánh 2/9.', ['anniversary']],
    ['Hưởng ứng Ngày Thế giới phòng, chống AIDS 01/12 vào ngày 30/11/2024.', ['anniversary', 'other']],
    ['Theo Luật Dân số số 113/2025/QH15 có hiệu lực từ ngày 01/7/2026.', ['legal']],
    ['Thời gian thực hiện: Từ tháng 3/2024.', ['phase']],
    ['Trẻ sinh từ ngày 01/9/2015 đến ngày 31/8/2016.', ['other']],
  ])('tells what the dates of “%s” are for', (text, roles) => {
    const { dates } = findingsOf(planSource('I. NỘI DUNG', text))
    expect(dates.map((date) => date.role)).toEqual(roles)
  })

  it('takes no row of a timetable for a phase', () => {
    const table = [
      ['TT', 'Đoàn', 'Địa bàn', 'Thời gian'],
      ['1', 'Đoàn số 1', 'Huyện A', '18/4/2024 - 22/4/2024'],
    ]
    const { dates } = findingsOf(planSource('I. LỊCH', table), ['tables/no-target'])
    expect(dates.map(({ edtf, role }) => [edtf, role])).toEqual([['2024-04-18/2024-04-22', 'other']])
  })
})

describe('two days of a month without a year', () => {
  it.each([
    ['Lịch: (22-26/4)', [['22-26/4', 'XXXX-04-22/XXXX-04-26']]],
    ['từ 03-07/6, kiểm tra tại xã', [['03-07/6', 'XXXX-06-03/XXXX-06-07']]],
  ])('are found in “%s”', (text, expected) => {
    expect(datesOf(text)).toEqual(expected)
  })

  it.each(['Công văn 12-15/CV', 'tỷ lệ 1-2/4 số mẫu', 'loại 15-10/3', 'đạt 3-5/10 điểm'])('“%s” holds none', (text) => {
    expect(datesOf(text)).toEqual([])
  })
})
