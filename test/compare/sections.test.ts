// Sections compared: by role and heading first, whatever boilerplate they share, and whatever number they have.
import { describe, expect, it } from 'vitest'
import { diffPlans } from '../../src/compare/index.ts'
import { planOf } from './plans.ts'

const BOILER =
  'Giao các đơn vị căn cứ chức năng, nhiệm vụ được giao chủ động triển khai thực hiện, báo cáo kết quả về Sở Y tế theo quy định.'
const section = (number: string, heading: string, text: string) => `## ${number}. ${heading}\n\n${text}\n\n`
const A = 'Tăng cường giám sát nguồn nước sinh hoạt tại các khu dân cư ven sông trong mùa lũ và xử lý kịp thời.'
const B = 'Tập huấn kỹ năng truyền thông cho nhân viên y tế thôn bản về dinh dưỡng bà mẹ và trẻ nhỏ.'
const C = 'Mua sắm bổ sung máy thở, máy theo dõi bệnh nhân cho khoa hồi sức của các bệnh viện tuyến huyện.'

const compared = async (before: string, after: string) =>
  diffPlans(await planOf(before, { number: '7' }), await planOf(after)).sections.map(({ kind, shape, before, after }) => [
    kind,
    shape,
    before?.number ?? null,
    after?.number ?? null,
  ])

describe('sections', () => {
  it('with another number only are no change', async () => {
    const two = (a: string, b: string) => section(a, 'VỆ SINH MÔI TRƯỜNG', A) + section(b, 'TRUYỀN THÔNG', B)
    expect(await compared(two('I', 'II'), two('II', 'III'))).toEqual([])
  })

  it('are added and removed without drawing their neighbours along', async () => {
    const before = section('I', 'VỆ SINH MÔI TRƯỜNG', `${A} ${BOILER}`) + section('II', 'TRUYỀN THÔNG', `${B} ${BOILER}`)
    const after =
      section('I', 'VỆ SINH MÔI TRƯỜNG', `${A} ${BOILER}`) +
      section('II', 'TRANG THIẾT BỊ', `${C} ${BOILER}`) +
      section('III', 'TRUYỀN THÔNG', `${B} ${BOILER}`)
    expect(await compared(before, after)).toEqual([['added', null, null, 'II']])
    expect(await compared(after, before)).toEqual([['removed', null, 'II', null]])
  })

  it('that give tasks to two bodies are two', async () => {
    const before = `${section('I', 'TỔ CHỨC THỰC HIỆN', '')}### 1. Sở Y tế\n\n${A} ${BOILER}\n\n`
    const after = `${section('I', 'TỔ CHỨC THỰC HIỆN', '')}### 1. Công đoàn ngành Y tế\n\n${C} ${BOILER}\n\n`
    expect((await compared(before, after)).map(([kind]) => kind).sort()).toEqual(['added', 'removed'])
    const more = after.replace('Công đoàn ngành Y tế', 'Sở Y tế, Sở Tài chính, Bảo hiểm xã hội tỉnh')
    expect((await compared(before, more)).map(([kind]) => kind)).toEqual(['changed'])
  })

  it('have the likeness of their words, preambles too', async () => {
    const [change] = diffPlans(
      await planOf(`${A}\n\n## I. MỤC TIÊU\n\n${B}\n`),
      await planOf(`${C}\n\n## I. MỤC TIÊU\n\n${B}\n`),
    ).sections
    expect(change).toMatchObject({ kind: 'changed', before: { id: null }, after: { id: null } })
    expect(change!.likeness).toBeLessThan(0.5)
  })

  it('are aligned by their headings though one sentence stands in all of them', async () => {
    const before = section('I', 'MỤC TIÊU', BOILER) + section('II', 'NHIỆM VỤ', BOILER) + section('III', 'KINH PHÍ', BOILER)
    const after =
      section('I', 'MỤC TIÊU', BOILER) +
      section('II', 'NHIỆM VỤ, GIẢI PHÁP', `${BOILER} ${A}`) +
      section('III', 'KINH PHÍ', BOILER)
    expect(await compared(before, after)).toEqual([['changed', null, 'II', 'II']])
  })

  it('that changed their order are moved', async () => {
    const [a, b, c] = [
      ['VỆ SINH MÔI TRƯỜNG', A],
      ['TRUYỀN THÔNG', B],
      ['TRANG THIẾT BỊ', C],
    ] as const
    const before = section('I', ...a) + section('II', ...b) + section('III', ...c)
    const after = section('I', ...c) + section('II', ...a) + section('III', ...b)
    expect(await compared(before, after)).toEqual([['moved', null, 'III', 'I']])
  })

  it('are split and merged where their words go to several', async () => {
    const one = section('I', 'VỆ SINH MÔI TRƯỜNG, TRANG THIẾT BỊ', `${A}\n\n${C}`) + section('II', 'TRUYỀN THÔNG', B)
    const two = section('I', 'VỆ SINH MÔI TRƯỜNG', A) + section('II', 'TRANG THIẾT BỊ', C) + section('III', 'TRUYỀN THÔNG', B)
    expect(await compared(one, two)).toEqual([['changed', 'split', 'I', 'I']])
    expect(await compared(two, one)).toEqual([['changed', 'merged', 'I', 'I']])
  })
})
