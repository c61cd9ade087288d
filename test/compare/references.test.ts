// Acts that two plans cite: replaced by the register or by title, and never across provinces by a number alone.
import { describe, expect, it } from 'vitest'
import { diffPlans } from '../../src/compare/index.ts'
import { planOf } from './plans.ts'

const cited = async (before: string, after: string, province = 'Bắc Giang') => {
  const body = (act: string) => `Căn cứ ${act};\n\n## I. MỤC ĐÍCH\n\nNâng cao chất lượng công tác.\n`
  const diff = diffPlans(await planOf(body(before), { number: '7', year: 2023 }), await planOf(body(after), { province }))
  return diff.legalReferences.map(({ kind, basis, before, after }) => [kind, basis, before?.key ?? null, after?.key ?? null])
}
const plan = (number: string, year: number) =>
  `Kế hoạch số ${number}/KH-UBND ngày 10/01/${year} của UBND tỉnh về phát triển kinh tế - xã hội năm ${year}`

describe('acts', () => {
  it('are replaced by the register', async () => {
    const decree = (number: string) => `Nghị định số ${number} của Chính phủ`
    expect(await cited(decree('91/2017/NĐ-CP'), decree('98/2023/NĐ-CP'))).toEqual([
      ['replaced', 'registry', '91/2017/NĐ-CP', '98/2023/NĐ-CP'],
    ])
  })

  it('are replaced by this year’s of the same title', async () => {
    expect(await cited(plan('18', 2023), plan('25', 2024))).toEqual([['replaced', 'title', '18/KH-UBND', '25/KH-UBND']])
    expect(await cited(plan('18', 2023), plan('18', 2024))).toEqual([['replaced', 'title', '18/KH-UBND', '18/KH-UBND']])
  })

  it('that detail another law do not replace each other, however alike their titles', async () => {
    const decree = (number: string, law: string) =>
      `Nghị định số ${number}/NĐ-CP ngày 05/5/${number.slice(-4)} của Chính phủ quy định chi tiết thi hành một số điều của Luật ${law}`
    const sports = decree('901/2021', 'Thể dục, thể thao')
    const kindsOf = async (after: string) =>
      (await cited(sports, after)).flatMap(([kind, , one, other]) => (`${one} ${other}`.includes('NĐ-CP') ? [kind] : []))
    expect((await kindsOf(decree('902/2022', 'Phòng thủ dân sự'))).sort()).toEqual(['added', 'removed'])
    expect(await kindsOf(decree('903/2023', 'Thể dục, thể thao'))).toEqual(['replaced'])
  })

  it('of another province are others, whatever their number and title', async () => {
    const kinds = (await cited(plan('18', 2023), plan('25', 2024), 'Yên Bái')).map(([kind]) => kind)
    expect(kinds.sort()).toEqual(['added', 'removed'])
  })

  it('that stay are no change', async () => expect(await cited(plan('18', 2023), plan('18', 2023))).toEqual([]))
})
