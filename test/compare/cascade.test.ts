// Plans that implement others: found by number and date, with what became of the targets.
import { expect, it } from 'vitest'
import { cascadeOf } from '../../src/compare/cascade.ts'
import { cascadeModel } from '../../src/model/cascade.ts'
import { planOf } from './plans.ts'

const TABLE = (coverage: string) =>
  `## I. CHỈ TIÊU\n\n| TT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2024 |\n|---|---|---|---|\n| 1 | Tỷ lệ dân số tham gia bảo hiểm y tế | % | ${coverage} |\n`
const CITE = 'Thực hiện Kế hoạch số 31/KH-SYT ngày 15/01/2024 của Sở Y tế về công tác y tế năm 2024;\n\n'

it('links a plan to the one whose number it cites and tells which targets were lowered', async () => {
  const upper = await planOf(TABLE('95'), { number: '31' })
  const lower = await planOf(CITE + TABLE('93'), { number: '8', issuer: 'TRUNG TÂM Y TẾ HUYỆN MẪU' })
  const cascade = cascadeOf([upper, lower])
  expect(cascadeModel.safeParse(cascade).success).toBe(true)
  expect(cascade.links).toMatchObject([{ upper: upper.id, lower: lower.id, basis: 'number' }])
  expect(cascade.links[0]!.targets).toMatchObject([{ change: 'lowered', code: 'insurance-coverage', direction: 'worse' }])
})

it('links nothing to a plan of the same number and another day', async () => {
  const upper = await planOf(TABLE('95'), { number: '31', year: 2022 })
  const lower = await planOf(CITE + TABLE('93'), { number: '8' })
  expect(cascadeOf([upper, lower]).links).toEqual([])
})
