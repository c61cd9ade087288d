import { describe, expect, it } from 'vitest'
import { readHeader } from '../../src/extract/header/index.ts'
import { sourceOf, wordsOf } from '../support.ts'

const LETTERHEAD = [
  'UBND TỈNH CAO BẰNG',
  'SỞ Y TẾ',
  'Số: 88/KH-SYT',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
]
const headerOf = (...blocks: Parameters<typeof sourceOf>) => readHeader(sourceOf(...blocks))

describe('readHeader', () => {
  it('reads letterhead, title and closing block', () => {
    const source = sourceOf(
      ...LETTERHEAD,
      'Cao Bằng, ngày 09 tháng 01 năm 2024',
      'KẾ HOẠCH',
      'Phòng, chống bệnh dại năm 2024',
      'Sở Y tế xây dựng kế hoạch với chủ đề “Nuôi chó có trách nhiệm vì cộng đồng”:',
      'I. MỤC ĐÍCH',
      'Giảm số người bị chó cắn.',
      'Nơi nhận:',
      '- UBND tỉnh (để b/c);',
      '- Lưu: VT, NVY.',
      'KT. GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC',
      'Hoàng Thị Mẫu',
    )
    const { spans, messages, ...header } = readHeader(source)
    expect(header).toEqual({
      number: '88/KH-SYT',
      place: 'Cao Bằng',
      issuedOn: '2024-01-09',
      documentType: 'ke-hoach',
      title: 'Phòng, chống bệnh dại năm 2024',
      theme: 'Nuôi chó có trách nhiệm vì cộng đồng',
      year: 2024,
      firstYear: 2024,
      province: { code: '04', name: 'Cao Bằng', currentCode: '04', currentName: 'Cao Bằng' },
      issuer: { name: 'Sở Y tế', parent: 'UBND tỉnh Cao Bằng', level: 'department' },
      coIssuers: [],
      coSigners: [],
      urgency: null,
      secrecy: null,
      signer: { position: 'PHÓ GIÁM ĐỐC', name: 'Hoàng Thị Mẫu', onBehalfOf: 'KT. GIÁM ĐỐC' },
      addressees: [],
      distribution: ['UBND tỉnh (để b/c)', 'Lưu: VT, NVY'],
      recipients: [
        { name: 'UBND tỉnh', kind: 'unit', purpose: 'để b/c' },
        { name: 'VT', kind: 'archive', purpose: 'Lưu' },
        { name: 'NVY', kind: 'archive', purpose: 'Lưu' },
      ],
    })
    expect(messages).toEqual([])
    expect(wordsOf(source, spans.number!)).toBe('88/KH-SYT')
    expect(wordsOf(source, spans.issuedOn!)).toBe('Cao Bằng, ngày 09 tháng 01 năm 2024')
    expect(wordsOf(source, spans.title!)).toBe('Phòng, chống bệnh dại năm 2024')
  })

  it.each([
    ['Số:        /KH-SYT', '/KH-SYT', ['header/number-blank']],
    ['Số: ……/KH-SYT', '/KH-SYT', ['header/number-blank']],
    ['Số : 12 / KH - SYT', '12/KH-SYT', []],
    ['Số: 30/2020/QĐ-UBND', '30/2020/QĐ-UBND', []],
    ['Số:{24.2 /KH-SYT', '/KH-SYT', ['header/number-unreadable']],
    ['Số: 39 5® /KH -SYT', '/KH-SYT', ['header/number-unreadable']],
    ['Số:2%/SYT-NVY', '/SYT-NVY', ['header/number-unreadable']],
  ])('reads the number of “%s”', (line, number, codes) => {
    const header = headerOf(
      'UBND TỈNH CAO BẰNG',
      'SỞ Y TẾ',
      line,
      'Cao Bằng, ngày 09 tháng 01 năm 2024',
      'KẾ HOẠCH',
      'Phòng bệnh năm 2024',
    )
    expect(header.number).toBe(number)
    expect(header.messages.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    ['Cao Bằng, ngày    tháng 01 năm 2024', '2024-01-XX'],
    ['Cao Bằng, ngày … tháng … năm 2024', '2024-XX-XX'],
    ['Cao Bằng, ngày 31 tháng 12 năm 2023', '2023-12-31'],
    ['Cao Bằng, ngày [8 tháng 10 năm 2024', '2024-10-XX'],
    ['Cao Bằng, ngày 1:7 tháng 10 năm 2024', '2024-10-XX'],
    ['Cao Bằng, ngày Í ? tháng 11 năm 2024', '2024-11-XX'],
    ['Cao Bằng, ngày 45 tháng 11 năm 2024', '2024-11-XX'],
  ])('reads as much of “%s” as is legible', (line, issuedOn) => {
    expect(headerOf(...LETTERHEAD, line, 'KẾ HOẠCH', 'Phòng bệnh năm 2024').issuedOn).toBe(issuedOn)
  })

  it('takes no figure from a pen that recognition only guessed at', () => {
    const source = sourceOf(...LETTERHEAD, 'Cao Bằng, ngày 09 tháng 01 năm 2024', 'KẾ HOẠCH', 'Phòng bệnh năm 2024')
    const { text } = source.document
    const sure = Float32Array.from(text, () => 0.95)
    for (const figure of ['88', '09']) sure.fill(0.2, text.indexOf(figure), text.indexOf(figure) + 2)
    const line = {
      start: 0,
      end: text.length,
      page: 1,
      top: 0,
      bottom: 0,
      lefts: sure,
      rights: sure,
      confidences: sure,
      view: null,
    }
    const header = readHeader({ ...source, document: { ...source.document, lines: [line] } })
    expect([header.number, header.issuedOn, header.place]).toEqual(['/KH-SYT', '2024-01-XX', 'Cao Bằng'])
    expect(header.messages.map(({ code }) => code)).toEqual(['header/number-unreadable', 'header/date-unreadable'])
  })

  it('knows a công văn by its subject, and its addressees', () => {
    const header = headerOf(
      'UBND TỈNH CAO BẰNG',
      'SỞ Y TẾ',
      'Số: 88/SYT-NVY',
      'V/v tăng cường phòng, chống sốt xuất huyết',
      'Cao Bằng, ngày 09 tháng 7 năm 2024',
      'Kính gửi:',
      '- Các bệnh viện trong tỉnh;',
      '- Trung tâm Y tế các huyện.',
      'Thời gian qua số ca mắc tăng.',
    )
    expect(header).toMatchObject({
      documentType: 'cong-van',
      title: 'tăng cường phòng, chống sốt xuất huyết',
      year: 2024,
      addressees: ['Các bệnh viện trong tỉnh', 'Trung tâm Y tế các huyện'],
    })
  })

  it('joins two issuers by their dash', () => {
    const header = headerOf('SỞ Y TẾ - BẢO HIỂM XÃ HỘI', 'TỈNH CAO BẰNG', 'KẾ HOẠCH', 'Phối hợp năm 2024')
    expect([header.issuer?.name, header.coIssuers.map(({ name }) => name)]).toEqual([
      'Sở Y tế',
      ['Bảo hiểm xã hội tỉnh Cao Bằng'],
    ])
  })

  it('finds a theme below a heading of its own', () => {
    const header = headerOf(
      ...LETTERHEAD,
      'KẾ HOẠCH',
      'Năm 2024',
      'I. CHỦ ĐỀ',
      '“Nâng cao chất lượng phục vụ người bệnh”.',
      'II. NỘI DUNG',
      'Tuyên truyền.',
    )
    expect(header.theme).toBe('Nâng cao chất lượng phục vụ người bệnh')
  })

  it('tells a province as issued from the one of today', () => {
    const header = headerOf('UBND TỈNH HÀ NAM', 'SỞ Y TẾ', 'Hà Nam, ngày 02 tháng 3 năm 2021', 'KẾ HOẠCH', 'Dân số năm 2021')
    expect(header.province).toEqual({ code: '35', name: 'Hà Nam', currentCode: '37', currentName: 'Ninh Bình' })
  })

  it.each([
    ['UBND HUYỆN VÂN CANH', 'TRUNG TÂM Y TẾ', 'Bình Định'],
    ['UBND HUYỆN HÒA BÌNH', 'TRUNG TÂM Y TẾ', 'Bạc Liêu'],
    ['UBND THÀNH PHỐ HÒA BÌNH', 'TRUNG TÂM Y TẾ', 'Hòa Bình'],
    ['SỞ Y TẾ BẾN TRE', 'TRUNG TÂM Y TẾ HUYỆN CHÂU THÀNH', 'Bến Tre'],
  ])('tells the province of %s, %s: %s', (parent, issuer, name) => {
    const header = headerOf(parent, issuer, 'Số: 7/KH-TTYT', 'KẾ HOẠCH', 'Tiêm chủng năm 2024')
    expect(header.province?.name ?? null).toBe(name)
  })

  it('gives a paper of the government no province', () => {
    const header = headerOf(
      'CHÍNH PHỦ',
      'Số: 9/2024/NĐ-CP',
      'Hà Nội, ngày 02 tháng 3 năm 2024',
      'NGHỊ ĐỊNH',
      'Về dinh dưỡng học đường',
    )
    expect(header).toMatchObject({ place: 'Hà Nội', province: null, number: '9/2024/NĐ-CP' })
  })

  it('says when it implies an issuer, a year or a type', () => {
    const header = headerOf('Số: 5/SYT-VP', 'Trân trọng đề nghị các đơn vị gửi báo cáo.')
    expect(header.messages.map(({ code }) => code)).toContain('header/province-unknown')
    expect(header).toMatchObject({ province: null, issuedOn: null, title: null, signer: null })
  })
})
