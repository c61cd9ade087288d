// Plans side by side: what is a value, what is none, and why; old provinces beside each other.
import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/catalog/index.ts'
import { compareArchive } from '../../src/compare/matrix.ts'
import { matrixModel } from '../../src/model/matrix.ts'
import { matrixCsv, matrixReport, reportHtml, reportMarkdown } from '../../src/render/index.ts'
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
    const matrix = compareArchive(await plans(), { year: 2024 })
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
    const at = (matrix: ReturnType<typeof compareArchive>, code: string) =>
      matrix.cells[matrix.provinces.findIndex(({ vi }) => vi === 'Bắc Ninh')]![
        matrix.indicators.findIndex(({ key }) => key === code)
      ]!
    const matrix = compareArchive(all, { year: 2024, view: 'today' })
    expect(matrix.provinces).toHaveLength(34)
    expect(at(matrix, 'outpatient-visits-total')).toMatchObject({ state: 'value', value: 1500, isSum: true })
    expect(at(matrix, 'insurance-coverage')).toMatchObject({ state: 'not-comparable', reason: 'parts', value: null })
    expect(at(matrix, 'insurance-coverage').parts.map(({ name, value }) => [name, value])).toEqual([
      ['Bắc Giang', 95],
      ['Bắc Ninh', 97],
    ])
    const half = compareArchive(all.slice(1), { year: 2024, view: 'today' })
    expect(at(half, 'outpatient-visits-total')).toMatchObject({ value: null, isSum: false })
    expect(at(half, 'outpatient-visits-total').parts.map(({ state }) => state)).toEqual(['no-plan', 'value'])
  })

  it('counts one plan in two formats once, and two values of one plan as none', async () => {
    const [plan] = await plans()
    const twice = compareArchive([plan!, { ...plan!, id: '000000000000' }], { year: 2024 })
    expect(twice.cells.flat().filter(({ state }) => state === 'value')).toHaveLength(3)
    const other = await targetsOf([[INSURANCE, '%', '90']], { province: 'Bắc Giang', number: '99' })
    const cells = compareArchive([plan!, other], { year: 2024, indicators: ['insurance-coverage'] }).cells.flat()
    expect(cells.find(({ entries }) => entries.length > 0)).toMatchObject({ state: 'not-comparable', reason: 'two-values' })
  })

  it('over the years has a gap where there is no plan', async () => {
    const all = [...(await plans()), await targetsOf([[INSURANCE, '%', '90']], { province: 'Yên Bái', year: 2021 })]
    const series = compareArchive(all, { province: '15', indicators: ['insurance-coverage'] })
    expect(series.years).toEqual([2021, 2022, 2023, 2024])
    expect(series.cells[0]!.map(({ state, value }) => value ?? state)).toEqual([90, 'no-plan', 92, 93])
  })

  it('shows how far each value is from the national target of its year', async () => {
    const rows = [
      ['Số bác sĩ/10.000 dân', 'Bác sĩ', '12'],
      ['Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi', '%', '19'],
      ['Tỷ lệ hộ gia đình sử dụng nước sạch', '%', '60'],
    ] as const
    const plans = await Promise.all([2017, 2023, 2024, 2026].map((year) => targetsOf(rows, { province: 'Yên Bái', year })))
    const series = compareArchive(plans, { province: '15' })
    const row = (code: string) => series.cells[series.indicators.findIndex(({ key }) => key === code)]!
    const doctors = row('doctors-per-10k').filter(({ state }) => state === 'value')
    // Before the first act, by it, by the one that came after, and by that one's next year.
    expect(doctors.map(({ national }) => national && [national.act, national.year, national.gap, national.isReached])).toEqual([
      ['20-NQ/TW', 2025, 2, true],
      ['20-NQ/TW', 2025, 2, true],
      ['201/QĐ-TTg', 2025, -3, false],
      ['201/QĐ-TTg', 2030, -7, false],
    ])
    expect(row('stunting-under-5')[6]!.national).toMatchObject({ comparator: '<', value: 20, gap: -1, isReached: true })
    expect(row('households-clean-water').every(({ national }) => national === null)).toBe(true)
    const own = openCatalog({
      version: 'x',
      nationalTargets: [
        { indicator: 'households-clean-water', year: 2025, comparator: '>=', value: 65, act: '1/QĐ', issued: '2021-01-01', confidence: 'A', note: null },
      ],
    }) // biome-ignore format: one entry a line
    const cells = compareArchive(plans, { province: '15', indicators: ['households-clean-water'] }, own).cells[0]!
    expect(cells[6]!.national).toMatchObject({ act: '1/QĐ', gap: -5, isReached: false })
  })

  it('shows the same matter under another definition beside, and counts it for nothing', async () => {
    const matrix = compareArchive(
      await Promise.all([
        targetsOf([['Tỷ lệ hài lòng của người bệnh', '%', '90']], { province: 'Yên Bái' }),
        targetsOf([['Tỷ lệ hài lòng của người dân đối với dịch vụ y tế', '%', '85']], { province: 'Bắc Ninh' }),
      ]),
      { year: 2024 },
    )
    const cells = matrix.indicators.map((_, j) => matrix.cells.map((row) => row[j]!).filter(({ entries }) => entries.length > 0))
    expect(cells.map((row) => row.map(({ state, reason, value }) => reason ?? [state, value]))).toEqual([
      ['definition', ['value', 85]],
      [['value', 90], 'definition'],
    ])
    expect(matrix.indicators.map(({ count }) => count)).toEqual([1, 1])
  })

  it('says where a value rests on what is doubtful, in each form', async () => {
    const plan = await targetsOf([[INSURANCE, '', '95'], [VISITS, 'Lượt', '900']]) // biome-ignore format: short
    const unsure = { ...plan, indicators: plan.indicators.map((each, i) => (i === 1 ? { ...each, confidence: 0.4 } : each)) }
    const matrix = compareArchive([unsure], { year: 2024 })
    const doubts = matrix.cells.flat().flatMap((cell) => cell.doubts)
    expect(doubts.sort()).toEqual(['ocr', 'unit-implied'])
    const report = matrixReport(matrix, 'en')
    for (const form of [reportHtml(report), reportMarkdown(report)]) {
      expect(form).toContain('⚠ no unit is printed')
      expect(form).toContain('⚠ recognised words are not sure')
    }
    expect(matrixCsv(matrix, 'en')).toMatch(/unit-implied/)
  })

  it('of nothing is empty', () => expect(compareArchive([]).cells.flat()).toEqual([]))
})
