// Provinces by name, code, body and day: the 63, the 34, their lineage and their spellings.
import { describe, expect, it } from 'vitest'
import { provinceOfBody } from '../../src/catalog/districts.ts'
import {
  findProvince,
  PERIODS,
  PROVINCES,
  predecessorsOf,
  provinceAt,
  provincesOn,
  provinceToday,
  REGIONS,
} from '../../src/catalog/provinces.ts'
import { plainLetters } from '../../src/text/fold.ts'

describe('provinces', () => {
  it('are 63 on the last day before the merger, 34 from the next on', () => {
    expect([provincesOn('2020-01-01').length, provincesOn('2025-06-30').length]).toEqual([63, 63])
    expect([provincesOn('2025-07-01').length, provincesOn('2026-06-01').length]).toEqual([34, 34])
  })

  it.each([...PROVINCES])('$code $name is found in every spelling', (province) => {
    const { name, variants } = province
    const forms = [
      name,
      ...variants,
      `Tỉnh ${name}`,
      `tỉnh ${name}`,
      name.toUpperCase(),
      plainLetters(name),
      name.normalize('NFD'),
      name.replace(/ - /, '-'),
    ]
    for (const form of forms) expect(findProvince(form, '2025-03-01')?.code, form).toBe(province.code)
    expect(provinceOfBody(`Sở Y tế ${name}`, '2025-03-01')?.code).toBe(province.code)
    expect(provinceOfBody(`SỞ Y TẾ TỈNH ${name.toUpperCase()}`, '2025-03-01')?.code).toBe(province.code)
  })

  it.each(provincesOn('2025-07-01'))('$code $name of today holds the old ones that lead to it', ({ code, name }) => {
    expect(findProvince(name, '2025-09-01')?.code).toBe(code)
    const old = predecessorsOf(code)
    expect(old.length).toBeGreaterThan(0)
    for (const province of old) expect(provinceToday(province)).toMatchObject({ code, name })
  })

  it.each([
    ['15', 'Yên Bái', 'Lào Cai'],
    ['24', 'Bắc Giang', 'Bắc Ninh'],
    ['44', 'Quảng Bình', 'Quảng Trị'],
    ['52', 'Bình Định', 'Gia Lai'],
    ['80', 'Long An', 'Tây Ninh'],
    ['82', 'Tiền Giang', 'Đồng Tháp'],
    ['91', 'Kiên Giang', 'An Giang'],
  ])('code %s meant %s, means %s', (code, before, after) => {
    expect([provinceAt(code, '2025-06-30')?.name, provinceAt(code, '2025-07-01')?.name]).toEqual([before, after])
    expect(provinceAt(code, '2024-XX-XX')?.name).toBe(before)
  })

  it.each([
    ['Thừa Thiên Huế', '2020-01-01', '46', 'Thừa Thiên Huế', false],
    ['Huế', '2020-01-01', '46', 'Thừa Thiên Huế', false],
    ['Huế', '2025-02-01', '46', 'Huế', true],
    ['Thừa Thiên - Huế', '2026-01-01', '46', 'Thừa Thiên Huế', false],
    ['Đồng Nai', '2026-04-29', '75', 'Đồng Nai', false],
    ['Đồng Nai', '2026-04-30', '75', 'Đồng Nai', true],
    ['TP.HCM', null, '79', 'Hồ Chí Minh', true],
    ['Đăk Nông', '2024-01-01', '67', 'Đắk Nông', false],
    ['Bắc Giang', '2026-01-01', '24', 'Bắc Giang', false],
  ])('%s on %s is %s %s', (printed, date, code, name, isCity) => {
    expect(findProvince(printed, date)).toMatchObject({ code, name, isCity })
  })

  it('have periods that follow each other without a gap, in a region that is there', () => {
    for (const { code, name, from, to, currentCode, region } of PERIODS) {
      expect(
        REGIONS.map(({ key }) => key),
        name,
      ).toContain(region)
      if (to === null) continue
      const next = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
      expect(provinceAt(currentCode, next), `${code} ${name} ${from}`).not.toBeNull()
    }
  })
})

describe('the province of a body', () => {
  it.each([
    ['Trung tâm Y tế huyện Vân Canh', '2024-01-01', 'Bình Định'],
    ['TTYT huyện Vân Canh', '2026-01-01', 'Gia Lai'],
    ['TRUNG TÂM Y TẾ HUYỆN MÊ LINH', '2018-01-01', 'Hà Nội'],
    ['Phòng Y tế thị xã Sa Pa', '2020-01-01', 'Lào Cai'],
    ['Trung tâm Y tế khu vực Gò Dầu', '2026-01-01', 'Tây Ninh'],
    ['UBND thành phố Thủ Đức', '2024-01-01', 'Hồ Chí Minh'],
    ['Bệnh viện Đa khoa tỉnh Bắc Ninh', '2024-01-01', 'Bắc Ninh'],
    ['Trung tâm Y tế huyện Quảng Ninh', '2024-01-01', 'Quảng Bình'],
    ['UBND thành phố Hòa Bình', '2024-01-01', 'Hòa Bình'],
    ['Trung tâm Y tế huyện Châu Thành', '2024-01-01', null],
    ['Trung tâm Y tế huyện Châu Thành, tỉnh Bến Tre', '2024-01-01', 'Bến Tre'],
    ['Bộ Y tế', '2024-01-01', null],
    ['15/KH-UBND', '2024-01-01', null],
  ])('%s on %s is %s', (body, date, name) => {
    expect(provinceOfBody(body, date)?.name ?? null).toBe(name)
  })
})
