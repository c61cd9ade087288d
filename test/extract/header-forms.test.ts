import { describe, expect, it } from 'vitest'
import { readHeader } from '../../src/extract/header/index.ts'
import { recipientsIn } from '../../src/extract/header/recipients.ts'
import { sourceOf, wordsOf } from '../support.ts'

const TITLE = ['KẾ HOẠCH', 'Nha học đường năm 2024', 'I. NỘI DUNG', 'Khám răng.']
const HEAD = ['UBND TỈNH YÊN BÁI', 'SỞ Y TẾ', 'Số: 9/KH-SYT', 'Yên Bái, ngày 06 tháng 5 năm 2024']
const headerOf = (...blocks: Parameters<typeof sourceOf>) => readHeader(sourceOf(...blocks))
const signedBy = (...lines: string[]) => headerOf(...HEAD, ...TITLE, 'Nơi nhận:', '- Lưu: VT.', ...lines)

describe('who signs', () => {
  it.each<[string[], string | null, string | null]>([
    [['K/T GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], 'PHÓ GIÁM ĐỐC', 'K/T GIÁM ĐỐC'],
    [['T/M BAN GIÁM ĐỐC', 'GIÁM ĐỐC'], 'GIÁM ĐỐC', 'T/M BAN GIÁM ĐỐC'],
    [['THỪA LỆNH GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'], 'CHÁNH VĂN PHÒNG', 'THỪA LỆNH GIÁM ĐỐC'],
    [['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG DƯỢC'], 'TRƯỞNG PHÒNG DƯỢC', 'TUQ. GIÁM ĐỐC'],
    [['TM. UBND TỈNH', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'PHÓ CHỦ TỊCH', 'TM. UBND TỈNH KT. CHỦ TỊCH'],
    [['TL. GIÁM ĐỐC KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG'], 'PHÓ CHÁNH VĂN PHÒNG', 'TL. GIÁM ĐỐC KT. CHÁNH VĂN PHÒNG'],
    [['KT GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], 'PHÓ GIÁM ĐỐC', 'KT GIÁM ĐỐC'],
    [['Q. GIÁM ĐỐC'], 'Q. GIÁM ĐỐC', null],
    [['QUYỀN GIÁM ĐỐC'], 'QUYỀN GIÁM ĐỐC', null],
    [['PHỤ TRÁCH SỞ'], 'PHỤ TRÁCH SỞ', null],
    [['Giám đốc'], 'Giám đốc', null],
    [['GIÁM ĐỐC', 'SỞ Y TẾ'], 'GIÁM ĐỐC', null],
  ])('%j is %s for %s', (lines, position, onBehalfOf) => {
    expect(signedBy(...lines, '(Đã ký)', 'BSCKII. Tạ Quang Nháp').signer).toEqual({ position, name: 'Tạ Quang Nháp', onBehalfOf })
  })

  it('takes the health department’s signer of a joint plan first, wherever it is named', () => {
    const header = signedBy(
      'KT. GIÁM ĐỐC BHXH TỈNH',
      'PHÓ GIÁM ĐỐC',
      'Vi Thị Tạm',
      'KT. GIÁM ĐỐC SỞ Y TẾ',
      'PHÓ GIÁM ĐỐC',
      'Lò Văn Mẫu',
    )
    expect([header.signer?.name, header.coSigners.map(({ name }) => name)]).toEqual(['Lò Văn Mẫu', ['Vi Thị Tạm']])
  })

  it.each([['Giám đốc bệnh viện chịu trách nhiệm.'], ['Giám đốc']])('is nobody in “%s” without a name below', (line) => {
    expect(headerOf(...HEAD, ...TITLE, line, 'Khám tại trường.').signer).toBeNull()
  })
})

describe('joint letterheads', () => {
  it.each<[string[], string, string[]]>([
    [['LIÊN NGÀNH', 'SỞ Y TẾ - SỞ NỘI VỤ'], 'Sở Y tế', ['Sở Nội vụ']],
    [['SỞ TÀI CHÍNH', 'SỞ Y TẾ'], 'Sở Y tế', ['Sở Tài chính']],
    [
      ['SỞ Y TẾ - CÔNG AN TỈNH - HỘI LIÊN HIỆP PHỤ NỮ', 'TỈNH YÊN BÁI'],
      'Sở Y tế',
      ['Công an tỉnh', 'Hội Liên hiệp Phụ nữ tỉnh Yên Bái'],
    ],
  ])('%j', (lines, issuer, others) => {
    const header = headerOf(...lines, 'Số: 4/KHLN-SYT', 'Yên Bái, ngày 06 tháng 5 năm 2024', ...TITLE)
    expect([header.issuer?.name, header.issuer?.parent, header.coIssuers.map(({ name }) => name)]).toEqual([issuer, null, others])
  })
})

describe('number and day', () => {
  const dated = (number: string, date: string) => headerOf('UBND TỈNH YÊN BÁI', 'SỞ Y TẾ', number, date, ...TITLE)
  it.each([
    ['Số: 15a/KH-SYT', '15a/KH-SYT', []],
    ['Số: 204b/QĐ-SYT', '204b/QĐ-SYT', []],
    ['Số:', null, ['header/number-blank']],
    ['Số: ……', null, ['header/number-blank']],
  ])('reads “%s”', (line, number, codes) => {
    const header = dated(line, 'Yên Bái, ngày 06 tháng 5 năm 2024')
    expect([header.number, header.messages.map(({ code }) => code)]).toEqual([number, codes])
  })

  it.each([
    ['Yên Bái, ngày 06/5/2024', 'Yên Bái', '2024-05-06'],
    ['Yên Bái, 06 tháng 5 năm 2024', 'Yên Bái', '2024-05-06'],
    ['Lục Yên, Yên Bái, ngày 06 tháng 5 năm 2024', 'Lục Yên, Yên Bái', '2024-05-06'],
    ['Yên Bái, ngày …/…/2024', 'Yên Bái', '2024-XX-XX'],
    ['Yên Bái, ngày     tháng     năm 20  ', 'Yên Bái', null],
  ])('reads “%s”', (line, place, issuedOn) => {
    const header = dated('Số: 9/KH-SYT', line)
    expect([header.place, header.issuedOn]).toEqual([place, issuedOn])
  })
})

describe('marks of urgency and secrecy', () => {
  it.each<[string, string | null, string | null]>([
    ['HỎA TỐC', 'HỎA TỐC', null],
    ['Hoả tốc', 'Hoả tốc', null],
    ['HỎA TỐC HẸN GIỜ', 'HỎA TỐC HẸN GIỜ', null],
    ['THƯỢNG KHẨN', 'THƯỢNG KHẨN', null],
    ['[KHẨN]', 'KHẨN', null],
    ['MẬT', null, 'MẬT'],
    ['TUYỆT MẬT', null, 'TUYỆT MẬT'],
    ['TÀI LIỆU THU HỒI', null, null],
    ['DỰ THẢO LẦN 2', null, null],
  ])('“%s”', (mark, urgency, secrecy) => {
    const header = headerOf('UBND TỈNH YÊN BÁI', 'SỞ Y TẾ', mark, 'Số: 9/KH-SYT', ...TITLE)
    expect([header.urgency, header.secrecy, header.issuer?.name]).toEqual([urgency, secrecy, 'Sở Y tế'])
  })

  it('are told from words of the text', () => {
    expect(headerOf(...HEAD, ...TITLE, 'Khẩn', 'Mật').urgency).toBeNull()
  })
})

describe('recipientsIn', () => {
  it.each<[string, [string, string, string | null][]]>([
    ['Bộ Y tế (b/c)', [['unit', 'Bộ Y tế', 'b/c']]],
    ['Như trên', [['same', 'Như trên', null]]],
    ['Như Điều 3', [['same', 'Như Điều 3', null]]],
    [
      'Giám đốc, các Phó Giám đốc Sở',
      [
        ['person', 'Giám đốc', null],
        ['person', 'các Phó Giám đốc Sở', null],
      ],
    ],
    ['Đ/c Bí thư Tỉnh ủy (để b/c)', [['person', 'Đ/c Bí thư Tỉnh ủy', 'để b/c']]],
    [
      'Sở Nội vụ, Sở Tài chính (p/h)',
      [
        ['unit', 'Sở Nội vụ', 'p/h'],
        ['unit', 'Sở Tài chính', 'p/h'],
      ],
    ],
    ['Các phòng chuyên môn để thực hiện', [['unit', 'Các phòng chuyên môn', 'để thực hiện']]],
    ['Ban Chỉ đạo tỉnh', [['unit', 'Ban Chỉ đạo tỉnh', null]]],
    ['Sở Y tế (qua Văn phòng)', [['unit', 'Sở Y tế (qua Văn phòng)', null]]],
    [
      'Lưu: VT, NVD (Thảo 02b)',
      [
        ['archive', 'VT', 'Lưu'],
        ['archive', 'NVD (Thảo 02b)', 'Lưu'],
      ],
    ],
  ])('“%s”', (entry, recipients) => {
    expect(recipientsIn(entry).map(({ kind, name, purpose }) => [kind, name, purpose])).toEqual(recipients)
  })

  it('keeps the printed words of each mark', () => {
    const source = sourceOf(...HEAD, ...TITLE)
    expect(wordsOf(source, readHeader(source).spans.number!)).toBe('9/KH-SYT')
  })
})
