// Targets compared: values in one unit, definitions kept apart from values, look-alikes never merged.
import { describe, expect, it } from 'vitest'
import { diffPlans } from '../../src/compare/index.ts'
import { targetsOf } from './plans.ts'

type Row = readonly [string, string, string]
const compared = async (before: Row[], after: Row[]) =>
  diffPlans(await targetsOf(before, { year: 2023, number: '7' }), await targetsOf(after)).indicators

describe('targets', () => {
  it.each([
    ['a better value', ['Số bác sĩ/10.000 dân', 'Bác sĩ', '9,5'], ['Số bác sĩ trên 1 vạn dân', 'Bác sĩ', '10'], 0.5, 'better'],
    [
      'a worse value',
      ['Tỷ lệ dân số tham gia bảo hiểm y tế', '%', '95'],
      ['Tỷ lệ bao phủ bảo hiểm y tế', '%', '93,5'],
      -1.5,
      'worse',
    ],
    [
      'less of what is bad',
      ['Tỷ suất tử vong trẻ em dưới 1 tuổi', '‰', '11'],
      ['Tỷ suất tử vong trẻ em dưới 1 tuổi', '‰', '10'],
      -1,
      'better',
    ],
    [
      'a value of no direction',
      ['Số lượt khám bệnh', 'Lượt', '3.450.000'],
      ['Số lượt khám bệnh', 'Lượt', '3.380.000'],
      -70000,
      'neither',
    ],
  ] as [string, Row, Row, number, string][])('show %s', async (_, before, after, difference, direction) => {
    const changes = await compared([before], [after])
    expect(changes).toMatchObject([{ kind: 'changed', fields: ['value'], difference, direction, isRedefined: false }])
  })

  it.each([
    [
      'percent and per mille',
      ['Tỷ suất tử vong trẻ em dưới 1 tuổi', '%', '1,1'],
      ['Tỷ suất tử vong trẻ em dưới 1 tuổi', '‰', '11'],
    ],
    ['per 10.000 and per 100.000', ['Số bác sĩ', 'Bác sĩ/10.000 dân', '8'], ['Số bác sĩ', 'Bác sĩ/100.000 dân', '80']],
    ['another row number', ['Số lượt khám bệnh', 'Lượt', '10'], ['Số lượt khám bệnh', 'lượt', '10']],
    [
      'spelling of the name',
      ['Tỷ lệ trạm y tế có bác sỹ làm việc', '%', '90'],
      ['Tỉ lệ trạm y tế có bác sĩ làm việc', '%', '90'],
    ],
  ] as [string, Row, Row][])('do not change with %s', async (_, before, after) =>
    expect(await compared([before], [after])).toEqual([]),
  )

  it('show the converted values of another unit', async () => {
    const name = 'Tỷ suất tử vong trẻ em dưới 1 tuổi'
    const [change] = await compared([[name, '%', '1,1']], [[name, '‰', '10,5']])
    expect(change).toMatchObject({ code: 'infant-mortality-rate', unitCode: '[ppth]', difference: -0.5, direction: 'better' })
    expect([change!.before!.converted, change!.after!.converted]).toEqual([11, 10.5])
  })

  it('with another limit are redefined, not changed in value', async () => {
    const [change, ...more] = await compared(
      [['Số giường bệnh/10.000 dân (không tính giường trạm y tế xã)', 'Giường', '25']],
      [['Số giường bệnh/10.000 dân', 'Giường', '29']],
    )
    expect(change).toMatchObject({ isRedefined: true, difference: null, direction: null })
    expect(change!.fields).toContain('scope')
    expect(more).toEqual([])
  })

  it('of one matter under two definitions stand side by side, without a difference', async () => {
    const before: Row[] = [
      ['Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ', '%', '95'],
      ['Tỷ lệ hài lòng của người bệnh', '%', '90'],
      ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân', '%', '10'],
    ]
    const after: Row[] = [
      ['Tỷ lệ tiêm chủng mở rộng cho trẻ em', '%', '96'],
      ['Tỷ lệ hài lòng của người dân đối với dịch vụ y tế', '%', '90'],
      ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi', '%', '20'],
    ]
    const changes = await compared(before, after)
    const kin = changes.filter(({ matchedBy }) => matchedBy === 'family')
    expect(kin.map((each) => [each.before!.name, each.after!.name])).toEqual([
      [before[0]![0], after[0]![0]],
      [before[1]![0], after[1]![0]],
    ])
    for (const each of kin)
      expect(each).toMatchObject({ kind: 'changed', code: null, isRedefined: true, difference: null, direction: null })
    expect(kin.every(({ fields }) => fields[0] === 'definition')).toBe(true)
    // Wasting away is not staying small.
    expect(changes.filter(({ matchedBy }) => matchedBy === null).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it('keep their value where a bracket only says what the name of the other says', async () => {
    const [change] = await compared(
      [['Tỷ lệ suy dinh dưỡng ở trẻ em dưới 5 tuổi (thể nhẹ cân)', '%', '11']],
      [['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân', '%', '10,5']],
    )
    expect(change).toMatchObject({ code: 'underweight-under-5', isRedefined: false, difference: -0.5, direction: 'better' })
  })

  it.each([
    ['đến năm 2020', 'đến năm 2030', true, []],
    ['đến năm 2030', 'đến năm 2030', false, []],
    ['đến năm 2030', null, false, ['edition']],
  ])('by criteria of the period %s and %s: redefined is %s', async (from, to, isRedefined, doubts) => {
    const name = (period: string | null) => `Tỷ lệ xã đạt tiêu chí quốc gia về y tế${period ? ` giai đoạn ${period}` : ''}`
    const [change] = await compared([[name(from), '%', '80']], [[name(to), '%', '85']])
    expect(change).toMatchObject({ code: 'communes-national-criteria', isRedefined, doubts })
  })

  it.each([
    ['không tính giường trạm y tế xã', 'không bao gồm giường TYT', true],
    ['không tính trạm y tế xã', 'không tính giường bệnh trạm y tế xã, phường', true],
    ['không tính giường trạm y tế xã', 'tính cả giường trạm y tế xã', false],
    ['không tính giường trạm y tế xã', 'không tính giường TYT và PKĐKKV', false],
  ])('limited by “%s” and “%s” are of one limit: %s', async (one, other, isSame) => {
    const name = 'Số giường bệnh/10.000 dân'
    const [change] = await compared([[`${name} (${one})`, 'Giường', '25']], [[`${name} (${other})`, 'Giường', '29']])
    expect(change).toMatchObject({ code: 'beds-per-10k', isRedefined: !isSame, difference: isSame ? 4 : null })
  })

  it('of other numbers of vaccines are redefined', async () => {
    const name = 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ'
    const [change] = await compared([[`${name} (8 loại vắc xin)`, '%', '95']], [[`${name} (12 loại vắc xin)`, '%', '96']])
    expect(change).toMatchObject({ code: 'immunization-full-under-1', isRedefined: true })
  })

  it('of other ages, units or codes are never one', async () => {
    const changes = await compared(
      [['Tỷ lệ trẻ dưới 5 tuổi được cân đo bằng máy mới', '%', '50']],
      [['Tỷ lệ trẻ dưới 2 tuổi được cân đo bằng máy mới', '%', '60']],
    )
    expect(changes.map(({ kind }) => kind).sort()).toEqual(['added', 'removed'])
    const coded = await compared([['Số bác sĩ/10.000 dân', 'Bác sĩ', '9']], [['Số dược sĩ đại học/10.000 dân', 'Dược sĩ', '2']])
    expect(coded.map(({ kind }) => kind).sort()).toEqual(['added', 'removed'])
  })

  it('stay themselves where rows are added above them', async () => {
    const rows: Row[] = [
      ['Tỷ lệ xã có mô hình tự quản', '%', '40'],
      ['Tỷ lệ thôn có mô hình tự quản', '%', '45'],
    ]
    expect((await compared(rows, [['Tỷ lệ tổ có mô hình tự quản', '%', '41'], ...rows])).map(({ kind }) => kind)).toEqual([
      'added',
    ])
  })
})
