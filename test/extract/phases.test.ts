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
