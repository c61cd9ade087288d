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
