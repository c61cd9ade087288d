// Printed units become UCUM, and values of one thing in several units compare.
import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/catalog/index.ts'

const { units, indicators } = openCatalog()
const entry = (code: string) => indicators.find((each) => each.code === code)!

describe('units', () => {
  it.each([
    ['%', 'Tỷ lệ hộ nghèo', '%'],
    ['‰', '', '[ppth]'],
    ['%o', 'Mức giảm tỷ lệ sinh', '[ppth]'],
    ['điểm %', '', '%{point}'],
    ['Bác sỹ', 'Số bác sỹ/10.000 dân', '/10*4'],
    [null, 'Số giường bệnh vạn dân', '/10*4'],
    ['bác sĩ/vạn dân', 'Bác sĩ', '/10*4'],
    ['BM/100.000 trẻ đẻ sống', 'Tỷ số tử vong mẹ', '/10*5'],
    ['Ca', 'Số ca mắc sốt xuất huyết/100.000 dân', '/10*5'],
    ['Bé trai/100 bé gái', 'Tỷ số giới tính khi sinh', '/10*2'],
    ['Người', 'Dân số trung bình', '{person}'],
    ['Lượt', 'Số lượt khám bệnh', '{visit}'],
    ['1.000 lượt', 'Tổng số lượt khám bệnh', '10*3.{visit}'],
    ['tuổi', 'Tuổi thọ trung bình', 'a'],
    ['phút', '', 'min'],
    ['triệu đồng', '', '10*6.{VND}'],
    ['Con/phụ nữ', '', '{child}/{woman}'],
    ['băng rôn', '', null],
    ['Đạt', '', null],
    [null, 'Tỷ lệ hộ nghèo', null],
    [null, 'Trẻ 10 tháng tuổi', null],
  ])('“%s” of “%s” is %s', (unit, name, code) => {
    expect(units.codeOf(unit, name)).toBe(code)
  })

  it.each([
    [8, '/10*4', '/10*4', 8],
    [80, '/10*5', '/10*4', 8],
    [1.13, '%', '[ppth]', 11.3],
    [0.3, '%', '[ppth]', 3],
    [12, '[ppth]', '%', 1.2],
    [3450, '10*3.{visit}', '{visit}', 3_450_000],
    [2, '10*6.{VND}', '10*3.{VND}', 2000],
    [5, '%', 'kg', null],
    [5, '{person}', '{visit}', null],
    [5, '{person}', '%', null],
    [5, 'min', 'h', null],
  ])('%d %s are in %s %d', (value, from, to, result) => {
    expect(units.convert(value, from, to)).toBe(result)
  })

  it('convert only where the dictionary says that both occur', () => {
    expect(units.inUsualUnit(1.13, '%', entry('population-natural-increase'))).toBe(11.3)
    expect(units.inUsualUnit(9.39, '[ppth]', entry('population-natural-increase'))).toBe(9.39)
    expect(units.inUsualUnit(80, '/10*5', entry('doctors-per-10k'))).toBe(8)
    expect(units.inUsualUnit(95, '[ppth]', entry('insurance-coverage'))).toBeNull()
    expect(units.inUsualUnit(95, null, entry('insurance-coverage'))).toBeNull()
  })

  it('of the dictionary are all known to the table', () => {
    const used = indicators.flatMap(({ unit, also }) => [...(unit ? [unit] : []), ...also])
    const known = (code: string) => units.convert(1, code, '%') !== null || /^[\w{}/*.]+$/.test(code)
    expect(used.filter((code) => !known(code))).toEqual([])
    for (const { code, unit, also } of indicators)
      for (const other of also) expect(units.convert(1, other, unit!), `${code} ${other}`).not.toBeNull()
  })
})
