// Plans side by side: what is a value, what is none, and why; old provinces beside each other.
import { describe, expect, it } from 'vitest'
import { comparisonOf } from '../../src/compare/matrix.ts'
import { matrixModel } from '../../src/model/matrix.ts'
import { targetsOf } from './plans.ts'

const INSURANCE = 'Tỷ lệ dân số tham gia bảo hiểm y tế'
const VISITS = 'Số lượt khám bệnh'
const BEDS = 'Số giường bệnh/10.000 dân'

const plans = () =>
  Promise.all([
    targetsOf(
      [
        [INSURANCE, '%', '95'],
        [VISITS, 'Lượt', '1.000'],
        [BEDS, 'Giường', '30'],
      ],
      { province: 'Bắc Giang' },
    ),
    targetsOf(
      [
        [INSURANCE, '%', '97'],
        [VISITS, 'Lượt', '500'],
        [`${BEDS} (không tính giường trạm y tế xã)`, 'Giường', '28'],
      ],
      { province: 'Bắc Ninh' },
    ),
    targetsOf(
      [
        [INSURANCE, '%', '93'],
        [BEDS, 'Giường', '26'],
      ],
      { province: 'Yên Bái' },
    ),
    targetsOf([[INSURANCE, '%', '92']], { province: 'Yên Bái', year: 2023 }),
  ])

describe('a matrix', () => {
  it('tells a value, not stated, no plan and not comparable apart', async () => {
    const matrix = comparisonOf(await plans(), { year: 2024 })
    expect(matrixModel.safeParse(matrix).success).toBe(true)
    const cell = (province: string, code: string) =>
      matrix.cells[matrix.provinces.findIndex(({ vi }) => vi === province)]![
        matrix.indicators.findIndex(({ key }) => key === code)
      ]!
    expect(cell('Bắc Ninh', 'insurance-coverage')).toMatchObject({ state: 'value', value: 97, rank: 1 })
    expect(cell('Yên Bái', 'insurance-coverage')).toMatchObject({ state: 'value', value: 93, rank: 3 })
    expect(cell('Yên Bái', 'outpatient-visits-total')).toMatchObject({ state: 'not-stated', value: null })
    expect(cell('Lào Cai', 'insurance-coverage')).toMatchObject({ state: 'no-plan', value: null })
    expect(cell('Bắc Ninh', 'beds-per-10k')).toMatchObject({ state: 'not-comparable', reason: 'scope', value: null, rank: null })
    expect(matrix.indicators.find(({ key }) => key === 'insurance-coverage')).toMatchObject({
      count: 3,
      min: 93,
      median: 95,
      max: 97,
    })
  })

  it('of today puts old provinces side by side, sums counts only, and only whole ones', async () => {
    const all = await plans()
    const at = (matrix: ReturnType<typeof comparisonOf>, code: string) =>
      matrix.cells[matrix.provinces.findIndex(({ vi }) => vi === 'Bắc Ninh')]![
        matrix.indicators.findIndex(({ key }) => key === code)
      ]!
    const matrix = comparisonOf(all, { year: 2024, view: 'today' })
    expect(matrix.provinces).toHaveLength(34)
    expect(at(matrix, 'outpatient-visits-total')).toMatchObject({ state: 'value', value: 1500, isSum: true })
    expect(at(matrix, 'insurance-coverage')).toMatchObject({ state: 'not-comparable', reason: 'parts', value: null })
    expect(at(matrix, 'insurance-coverage').parts.map(({ name, value }) => [name, value])).toEqual([
      ['Bắc Giang', 95],
      ['Bắc Ninh', 97],
    ])
    const half = comparisonOf(all.slice(1), { year: 2024, view: 'today' })
    expect(at(half, 'outpatient-visits-total')).toMatchObject({ value: null, isSum: false })
    expect(at(half, 'outpatient-visits-total').parts.map(({ state }) => state)).toEqual(['no-plan', 'value'])
  })

  it('counts one plan in two formats once, and two values of one plan as none', async () => {
    const [plan] = await plans()
    const twice = comparisonOf([plan!, { ...plan!, id: '000000000000' }], { year: 2024 })
    expect(twice.cells.flat().filter(({ state }) => state === 'value')).toHaveLength(3)
    const other = await targetsOf([[INSURANCE, '%', '90']], { province: 'Bắc Giang', number: '99' })
    const cells = comparisonOf([plan!, other], { year: 2024, indicators: ['insurance-coverage'] }).cells.flat()
    expect(cells.find(({ entries }) => entries.length > 0)).toMatchObject({ state: 'not-comparable', reason: 'two-values' })
  })

  it('over the years has a gap where there is no plan', async () => {
    const all = [...(await plans()), await targetsOf([[INSURANCE, '%', '90']], { province: 'Yên Bái', year: 2021 })]
    const series = comparisonOf(all, { province: '15', indicators: ['insurance-coverage'] })
    expect(series.years).toEqual([2021, 2022, 2023, 2024])
    expect(series.cells[0]!.map(({ state, value }) => value ?? state)).toEqual([90, 'no-plan', 92, 93])
  })

  it('of nothing is empty', () => expect(comparisonOf([]).cells.flat()).toEqual([]))
})
