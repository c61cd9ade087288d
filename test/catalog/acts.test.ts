// Acts by number, name and day: which one is meant, whether it was in force, and what stood in its place.
import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/catalog/index.ts'

const { registry, acts } = openCatalog()

describe('acts', () => {
  it.each([
    ['06/2022/QH15', '06/2022/QH15'],
    ['91/2017/NÐ-CP', '91/2017/NĐ-CP'],
    ['30/2020/nđ-cp', '30/2020/NĐ-CP'],
    ['12 /2019/TT–BNV', '12/2019/TT-BNV'],
    ['99/2099/NĐ-CP', null],
  ])('%s is found as %s', (printed, key) => {
    expect(registry.byKey(printed)?.key ?? null).toBe(key)
  })

  it.each([
    ['Luật Thi đua, khen thưởng', '2024-01-01', '06/2022/QH15'],
    ['Luật Thi đua, Khen thưởng', '2023-12-31', '15/2003/QH11'],
    ['Thi đua khen thưởng', '2010', '15/2003/QH11'],
    ['Luật TĐKT', '2024-05-02', '06/2022/QH15'],
    ['Luật Thi đua, khen thưởng', '2001-01-01', null],
    ['Luật Thi đua, khen thưởng', null, null],
    ['Luật Đất đai', '2024-01-01', null],
  ])('“%s” on %s is %s', (name, date, key) => {
    expect(registry.byName(name, date)?.key ?? null).toBe(key)
  })

  it('named with a year are those of the year', () => {
    expect(registry.byName('Thi đua, khen thưởng', '2023-02-01', 2022)?.key).toBe('06/2022/QH15')
    expect(registry.byName('Thi đua, khen thưởng', '2024-02-01', 2013)).toBeNull()
  })

  it.each([
    ['91/2017/NĐ-CP', '2023-12-31', true, null],
    ['91/2017/NĐ-CP', '2024-01-01', false, '98/2023/NĐ-CP'],
    ['91/2017/NĐ-CP', '2025-08-01', false, '152/2025/NĐ-CP'],
    ['91/2017/NĐ-CP', '2023-XX-XX', true, null],
    ['98/2023/NĐ-CP', '2025-XX-XX', null, null],
    ['06/2022/QH15', '2023-06-01', false, null],
    ['12/2019/TT-BNV', '2024-03-01', null, null],
    ['30/2026/QH16', '2026-05-01', true, null],
    ['06/2022/QH15', null, null, null],
    ['91/2017/NĐ-CP', 'XXXX-09-22', null, null],
  ])('%s on %s: in force %s, in its place %s', (key, date, isInForce, replacement) => {
    const found = registry.on(registry.byKey(key)!, date)
    expect([found.isInForce, found.replacement?.key ?? null]).toEqual([isInForce, replacement])
  })

  it('are each there once, with days in order and replacements that are there', () => {
    expect(new Set(acts.map(({ key }) => key)).size).toBe(acts.length)
    for (const { key, issued, from, to, replacedBy } of acts) {
      expect(
        [issued, from, to].filter((day) => day !== null),
        key,
      ).toEqual([issued, from, to].filter((day) => day !== null).sort())
      if (replacedBy) expect(registry.byKey(replacedBy), key).not.toBeNull()
    }
  })
})
