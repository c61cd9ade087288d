// Rows of dashes in a sentence: an empty line of a form, or what a damaged file is full of.
import { describe, expect, it } from 'vitest'
import { parsePlan } from '../../../src/index.ts'

const planOf = (words: string) => parsePlan(new TextEncoder().encode(`# KẾ HOẠCH\n\n${words}\n`), { path: 'a.md' })

describe('a sentence with a row of signs', () => {
  // Tried in every combination, twenty-four would take a minute.
  it.each(['-', '=', ':', '.', '- .'])('of %s ends', { timeout: 5_000 }, async (sign) => {
    const { indicators } = await planOf(`- Tỷ lệ trẻ 18 tháng ${` ${sign} `.repeat(24)} được tiêm nhắc sởi - rubella: 95 - 97%.`)
    expect(indicators.map(({ value, valueMax, unit }) => [value, valueMax, unit])).toEqual([[95, 97, '%']])
  })

  it.each([
    ['Tỷ lệ trạm y tế có bác sĩ: 95%', 'Tỷ lệ trạm y tế có bác sĩ'],
    ['Tỷ lệ trạm y tế có bác sĩ - phấn đấu: đạt 95%', 'Tỷ lệ trạm y tế có bác sĩ'],
    ['Tỷ lệ trạm y tế có bác sĩ = 95%', 'Tỷ lệ trạm y tế có bác sĩ'],
    ['Tỷ lệ trạm y tế có bác sĩ phải đạt: 95%', 'Tỷ lệ trạm y tế có bác sĩ'],
  ])('leaves signs before a number out of the name: %s', async (words, name) => {
    const { indicators } = await planOf(`- ${words}.`)
    expect(indicators.map((each) => [each.name, each.value])).toEqual([[name, 95]])
  })
})
