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

  it.each([
    [
      'Thực hiện Nghị định số 40/2019/NĐ-CP ngày 13/5/2019 và Nghị định số 8/2022/NĐ-CP ngày 10/01/2022 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 40/2019/NĐ-CP.',
      [null, 'sửa đổi, bổ sung một số điều của Nghị định số 40/2019/NĐ-CP'],
    ],
    [
      'Thực hiện Nghị quyết số 85/2023/QH15 ngày 23/6/2023 của Quốc hội; Nghị quyết số 31/NQ-CP ngày 05/3/2024 của Chính phủ ban hành Chương trình công tác.',
      [null, 'ban hành Chương trình công tác'],
    ],
    [
      'Ngân sách huyện 300 triệu đồng (Quyết định số 77/QĐ-UBND ngày 09/01/2024 của UBND huyện về việc giao dự toán năm 2024), nguồn thu khác 20 triệu đồng.',
      ['giao dự toán năm 2024'],
    ],
    [
      'Thực hiện Nghị định số 90/2021/NĐ-CP của Chính phủ quy định về xử phạt trong y tế và Luật Dược năm 2016.',
      ['quy định về xử phạt trong y tế', 'Dược'],
    ],
    [
      'Thực hiện Nghị định số 90/2021/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Dược và Luật Giá năm 2012.',
      ['quy định chi tiết một số điều của Luật Dược và Luật Giá năm 2012', 'Dược', 'Giá'],
    ],
  ])('gives each act its own title in “%s”', (text, titles) => {
    expect(referencesOf('I. NHIỆM VỤ', text).map(({ title }) => title)).toEqual(titles)
  })

  it('reads codes with a digit inside and ministries that issue together', () => {
    expect(
      referencesOf(
        'I. NHIỆM VỤ',
        'Theo Công văn số 318/K2ĐT-QLĐT và Thông tư liên tịch số 12/2014/TTLT-BYT-BTC ngày 20/3/2014 của liên Bộ Y tế - Bộ Tài chính.',
      ).map(({ number, issuer }) => [number, issuer]),
    ).toEqual([
      ['318/K2ĐT-QLĐT', null],
      ['12/2014/TTLT-BYT-BTC', 'liên Bộ Y tế - Bộ Tài chính'],
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
    'theo Công văn số §94/SYT-NVY ngày 12/3/2024',
    'Kế hoạch số 1$5/KH-SYT',
  ])('leaves “%s” alone', (text) => {
    expect(referencesOf('I. NỘI DUNG', text)).toEqual([])
  })
})

describe('references in other wordings', () => {
  const cited = (text: string) =>
    referencesOf('I. NỘI DUNG', text).map(({ number, title, date, issuer }) => [number ?? title, date, issuer])

  it.each<[string, (string | null)[][]]>([
    [
      'Theo Công văn số 412/VSDTTƯ-DT ngày 04/3/2023 của Viện Vệ sinh dịch tễ Trung ương.',
      [['412/VSDTTƯ-DT', '2023-03-04', 'Viện Vệ sinh dịch tễ Trung ương']],
    ],
    [
      'Theo Công văn số 12/BYT-DP ngày 12/3/2023 của Bộ Y tế, Sở Y tế xây dựng kế hoạch.',
      [['12/BYT-DP', '2023-03-12', 'Bộ Y tế']],
    ],
    [
      'Theo Kết luận số 88/KL-TTr của Thanh tra Bộ Lao động - Thương binh và Xã hội về chấp hành pháp luật;',
      [['88/KL-TTr', null, 'Thanh tra Bộ Lao động - Thương binh và Xã hội']],
    ],
    [
      'Theo Công văn số 77/SKHĐT-TH của Sở Kế hoạch và Đầu tư về việc xây dựng kế hoạch vốn.',
      [['77/SKHĐT-TH', null, 'Sở Kế hoạch và Đầu tư']],
    ],
    [
      'Theo Kế hoạch số 9/KH-BCĐ của Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm và văn bản của tỉnh.',
      [['9/KH-BCĐ', null, 'Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm']],
    ],
    ['Theo Kế hoạch số 9/KH-BCĐ của Ban Chỉ đạo tỉnh về chuyển đổi số năm 2024.', [['9/KH-BCĐ', null, 'Ban Chỉ đạo tỉnh']]],
    [
      'Theo đề nghị của Trưởng phòng Nghiệp vụ Y tại Tờ trình số 9/TTr-NVY ngày 02/01/2024.',
      [['9/TTr-NVY', '2024-01-02', 'Trưởng phòng Nghiệp vụ Y']],
    ],
    [
      'Ý kiến chỉ đạo của UBND tỉnh tại Văn bản số 16/UBND-VX ngày 02/3/2024; số 25/UBND-VX ngày 05/3/2024.',
      [
        ['16/UBND-VX', '2024-03-02', 'UBND tỉnh'],
        ['25/UBND-VX', '2024-03-05', 'UBND tỉnh'],
      ],
    ],
    ['Ngày 12/11/2023, UBND tỉnh đã ban hành Quyết định số 55/QĐ-UBND-HC.', [['55/QĐ-UBND-HC', '2023-11-12', 'UBND tỉnh']]],
    ['Bộ Y tế đã có Công văn số 31/BYT-MT ngày 03/02/2024.', [['31/BYT-MT', '2024-02-03', 'Bộ Y tế']]],
    ['Theo Quyết định của Bộ Y tế số 1300/QĐ-BYT ngày 09/3/2023.', [['1300/QĐ-BYT', '2023-03-09', 'Bộ Y tế']]],
    [
      'Nghị quyết số 28-NQ/TW và Nghị quyết số 29-NQ/TW cùng ngày 25/5/2018 của Bộ Chính trị.',
      [
        ['28-NQ/TW', '2018-05-25', 'Bộ Chính trị'],
        ['29-NQ/TW', '2018-05-25', 'Bộ Chính trị'],
      ],
    ],
    [
      'Các Nghị định số 63/2019/NĐ-CP ngày 11/7/2019 và số 75/2020/NĐ-CP ngày 01/7/2020 của Chính phủ.',
      [
        ['63/2019/NĐ-CP', '2019-07-11', 'Chính phủ'],
        ['75/2020/NĐ-CP', '2020-07-01', 'Chính phủ'],
      ],
    ],
    [
      'Nghị định số 15/2018/NĐ-CP, Nghị định số 155/2018/NĐ-CP ngày 12/11/2018 của Chính phủ.',
      [
        ['15/2018/NĐ-CP', null, 'Chính phủ'],
        ['155/2018/NĐ-CP', '2018-11-12', 'Chính phủ'],
      ],
    ],
    [
      'Quyết định số 12/QĐ-TTg và Quyết định số 13/QĐ-BYT ngày 02/02/2024 của Bộ Y tế.',
      [
        ['12/QĐ-TTg', null, null],
        ['13/QĐ-BYT', '2024-02-02', 'Bộ Y tế'],
      ],
    ],
    [
      'Hướng dẫn số 45/HD-SYT-SGDĐT ngày 03/3/2023 của liên ngành Sở Y tế - Sở Giáo dục và Đào tạo.',
      [['45/HD-SYT-SGDĐT', '2023-03-03', 'liên ngành Sở Y tế - Sở Giáo dục và Đào tạo']],
    ],
    [
      'Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT của Bộ Y tế và Bộ Giáo dục và Đào tạo quy định về y tế trường học.',
      [['13/2016/TTLT-BYT-BGDĐT', null, 'Bộ Y tế và Bộ Giáo dục và Đào tạo']],
    ],
    [
      'Chương trình phối hợp số 07/CTPH-SYT-HND giữa Sở Y tế và Hội Nông dân tỉnh về an toàn thực phẩm.',
      [['07/CTPH-SYT-HND', null, 'Sở Y tế và Hội Nông dân tỉnh']],
    ],
    [
      'Nghị quyết số 12/NQ-HĐND của Hội đồng nhân dân tỉnh Mẫu khóa XVI, kỳ họp thứ 18 về đầu tư công.',
      [['12/NQ-HĐND', null, 'Hội đồng nhân dân tỉnh Mẫu khóa XVI, kỳ họp thứ 18']],
    ],
    [
      'QĐ số 122/QĐ-TTg ngày 10/01/2013 và NĐ 115/2018/NĐ-CP.',
      [
        ['122/QĐ-TTg', '2013-01-10', null],
        ['115/2018/NĐ-CP', null, null],
      ],
    ],
    ['Thông tư 23/2023 của Bộ Y tế.', [['23/2023', null, 'Bộ Y tế']]],
    ['Kế hoạch liên ngành số 44/KHLN-SYT-BHXH ngày 03/3/2023.', [['44/KHLN-SYT-BHXH', '2023-03-03', null]]],
    ['Quyết định số 54/QĐ-BYT (ngày 30/11/2020) của Bộ Y tế.', [['54/QĐ-BYT', '2020-11-30', 'Bộ Y tế']]],
    [
      'Luật Dược 2016, Luật sửa đổi, bổ sung một số điều của Luật Dược năm 2024.',
      [
        ['Dược', '2016', null],
        ['sửa đổi, bổ sung một số điều của Luật Dược', '2024', null],
      ],
    ],
    ['Luật Phòng, chống mua bán dâm năm 2027.', [['Phòng, chống mua bán dâm', '2027', null]]],
    ['Nghị quyết Hội nghị Trung ương 6 khóa XII.', [['Hội nghị Trung ương 6 khóa XII', null, null]]],
  ])('finds “%s”', (text, expected) => {
    expect(cited(text)).toEqual(expected)
  })

  it.each<[string, string | null]>([
    [
      'Kế hoạch số 90/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 20-NQ/TW, Sở Y tế hướng dẫn.',
      'thực hiện Nghị quyết số 20-NQ/TW',
    ],
    [
      'Công văn số 8/BYT-KCB của Bộ Y tế về việc an toàn người bệnh, Công văn số 2/UBND-VX ngày 03/01/2024.',
      'an toàn người bệnh',
    ],
    ['Chỉ thị số 8/CT-TTg của Thủ tướng Chính phủ “Về việc phòng, chống dịch”, Công điện số 3/CĐ-TTg.', 'phòng, chống dịch'],
    ['Thông tư số 24/2022/TT-BYT của Bộ Y tế bãi bỏ một số văn bản; các văn bản khác.', 'bãi bỏ một số văn bản'],
    ['Quyết định số 3/QĐ-UBND của UBND tỉnh về giao chỉ tiêu và ý kiến của Sở Nội vụ tại Công văn số 5/SNV.', 'giao chỉ tiêu'],
    ['Xử trí theo Thông tư 43/2013/TT-BYT triển khai kỹ thuật đến các tuyến.', null],
    ['Luật Dân số số 113/2025/QH15 có hiệu lực từ ngày 01/7/2026.', 'Dân số'],
  ])('reads the title in “%s”', (text, title) => {
    expect(referencesOf('I. NỘI DUNG', text)[0]!.title).toBe(title)
  })

  it('counts a law inside a title as a mention of that law', () => {
    const found = referencesOf(
      'I. NỘI DUNG',
      'Luật Bảo hiểm y tế năm 2008, Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế năm 2014.',
    )
    expect(found.map(({ title, date, roles }) => [title, date, roles.length])).toEqual([
      ['Bảo hiểm y tế', '2008', 2],
      ['sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế', '2014', 1],
    ])
  })

  it.each([
    'Chỉ tiêu theo Kế hoạch 2026 và kế hoạch 2018.',
    'Thực hiện 2/3 chỉ tiêu của Dự án 7, kế hoạch 12 tháng.',
    'Phụ lục số 02/KH và Mẫu số 3/BC-SYT.',
    'Luật sư, luật hóa, kỷ luật, các luật liên quan.',
    'KH 2018/UTH 2017',
    'Huyết áp 140/90 mmHg, lô A12/B3, biển số 29A-123.45.',
    'Quyết định trên, Thông tư này, Nghị quyết đại hội chi bộ.',
  ])('leaves “%s” alone', (text) => {
    expect(referencesOf('I. NỘI DUNG', text)).toEqual([])
  })
})

describe('issuers against numbers, and laws that amend several', () => {
  it('takes no body before “tại” that the number contradicts', () => {
    const found = referencesOf('I. NỘI DUNG', 'Xét nhân sự Chủ tịch Hội Đông y tỉnh tại Công văn số 26/SYT-TCCB ngày 24/10/2023.')
    expect(found.map(({ number, issuer }) => [number, issuer])).toEqual([['26/SYT-TCCB', null]])
  })

  it('reads the whole title of a law that amends several', () => {
    const found = referencesOf(
      'I. NỘI DUNG',
      'Luật sửa đổi, bổ sung một số điều của Luật Dược, Luật Đấu thầu, Luật Giá số 99/2024/QH15.',
    )
    expect(found.map(({ number, title }) => [number, title])).toEqual([
      ['99/2024/QH15', 'sửa đổi, bổ sung một số điều của Luật Dược, Luật Đấu thầu, Luật Giá'],
      [null, 'Dược'],
      [null, 'Đấu thầu'],
      [null, 'Giá'],
    ])
  })
})

describe('acts that an enumeration or a word alone names', () => {
  const namesOf = (text: string) => referencesOf('I. NỘI DUNG', text).map(({ type, title, date }) => [type, title, date])

  it.each<[string, (string | null)[][]]>([
    [
      'Thực hiện các Luật: Dược; Bảo hiểm y tế; Khám bệnh, chữa bệnh.',
      [
        ['luat', 'Dược', null],
        ['luat', 'Bảo hiểm y tế', null],
        ['luat', 'Khám bệnh, chữa bệnh', null],
      ],
    ],
    [
      'Theo các Luật An toàn thực phẩm, Dược và Luật Trẻ em.',
      [
        ['luat', 'An toàn thực phẩm', null],
        ['luat', 'Dược', null],
        ['luat', 'Trẻ em', null],
      ],
    ],
    ['Căn cứ Hiến pháp năm 2013;', [['hien-phap', null, '2013']]],
    ['Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;', [['hien-phap', null, null]]],
  ])('finds those of “%s”', (text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })

  it.each(['Sống, làm việc theo Hiến pháp và pháp luật.', 'Phổ biến các luật mới được ban hành; dược liệu, bảo hiểm.'])(
    'leaves “%s” alone',
    (text) => {
      expect(namesOf(text)).toEqual([])
    },
  )

  it('ends a title before the day that it shares with another', () => {
    const found = referencesOf(
      'I. NỘI DUNG',
      'Theo Quyết định số 61/QĐ-TTg về tiêm chủng và Quyết định số 62/QĐ-TTg về dinh dưỡng cùng ngày 02/9/2022 của Thủ tướng Chính phủ.',
    )
    expect(found.map(({ title, date }) => [title, date])).toEqual([
      ['tiêm chủng', '2022-09-02'],
      ['dinh dưỡng', '2022-09-02'],
    ])
  })
})
