import { describe, expect, it } from 'vitest'
import { findingsOf, planSource, wordsOf } from '../support.ts'

const referencesOf = (...blocks: Parameters<typeof planSource>) => {
  const source = planSource(...blocks)
  return findingsOf(source).references.map(({ type, number, date, issuer, title, mentions }) => ({
    type,
    number,
    date,
    issuer: issuer && wordsOf(source, issuer),
    title: title && wordsOf(source, title),
    roles: mentions.map(({ role }) => role),
  }))
}

describe('findLegalReferences', () => {
  it('reads number, date, issuer and title in any subset', () => {
    expect(
      referencesOf(
        'Căn cứ Nghị định số 109/2016/NĐ-CP ngày 01/7/2016 của Chính phủ quy định cấp chứng chỉ hành nghề;',
        'Thực hiện Kế hoạch số 45/KH-UBND của UBND tỉnh Mẫu về chăm sóc người cao tuổi,',
      ),
    ).toEqual([
      {
        type: 'nghi-dinh',
        number: '109/2016/NĐ-CP',
        date: '2016-07-01',
        issuer: 'Chính phủ',
        title: 'quy định cấp chứng chỉ hành nghề',
        roles: ['basis'],
      },
      {
        type: 'ke-hoach',
        number: '45/KH-UBND',
        date: null,
        issuer: 'UBND tỉnh Mẫu',
        title: 'chăm sóc người cao tuổi',
        roles: ['implement'],
      },
    ])
  })

  it('writes Party numbers and numbers broken by blanks in one form', () => {
    expect(referencesOf('Căn cứ Nghị quyết số 20 - NQ/TW ngày 25/10/2017;').map(({ type, number }) => [type, number])).toEqual([
      ['nghi-quyet', '20-NQ/TW'],
    ])
  })

  it('joins mentions of one act, short or full', () => {
    const found = referencesOf(
      'Căn cứ Thông tư số 51/2017/TT-BYT ngày 29/12/2017 của Bộ Y tế;',
      'I. NỘI DUNG',
      '1. Xử trí phản vệ theo Thông tư số 51/2017/TT-BYT.',
    )
    expect(found.map(({ number, roles }) => [number, roles])).toEqual([['51/2017/TT-BYT', ['basis', 'implement']]])
  })

  it('names laws by title and year', () => {
    expect(
      referencesOf('Căn cứ Luật Khám bệnh, chữa bệnh năm 2023;').map(({ type, title, date }) => [type, title, date]),
    ).toEqual([['luat', 'Khám bệnh, chữa bệnh', '2023']])
  })

  it('leaves the document’s own number out', () => {
    expect(referencesOf('I. NỘI DUNG', '1. Kế hoạch số 1/KH-SYT này có hiệu lực từ ngày ký.')).toEqual([])
  })

  it.each([
    'Tỷ lệ 12/100 dân số',
    'Số điện thoại 0912 345 678',
    'Đạt 5/7 tiêu chí',
    'Khoa 2A/TNT điều trị',
    'theo quy định của pháp luật',
    'mức sinh 2,1 con/phụ nữ',
  ])('leaves “%s” alone', (text) => {
    expect(referencesOf('I. NỘI DUNG', text)).toEqual([])
  })
})
