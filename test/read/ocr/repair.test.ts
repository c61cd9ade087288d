import { describe, expect, it } from 'vitest'
import type { Word, WordLine } from '../../../src/read/ocr/engine.ts'
import { repairHeadings } from '../../../src/read/ocr/repair/headings.ts'
import { repairPages } from '../../../src/read/ocr/repair/index.ts'
import { markDistance } from '../../../src/read/ocr/repair/marks.ts'
import { repairNumber } from '../../../src/read/ocr/repair/numbers.ts'
import { repairSlash } from '../../../src/read/ocr/repair/slashes.ts'

const LETTER = 10
const BLANK = 12

/** A line as an engine gives it; `sure` of every word, “word?” is doubted. */
function lineOf(text: string, y = 0, sure = 0.95): WordLine {
  const words: Word[] = []
  let x = 0
  for (const printed of text.split(' ')) {
    const isDoubted = printed.endsWith('?')
    const own = isDoubted ? printed.slice(0, -1) : printed
    words.push({ text: own, confidence: isDoubted ? 0.4 : sure, x0: x, x1: x + own.length * LETTER, y0: y, y1: y + 30 })
    x += own.length * LETTER + BLANK
  }
  return { words, block: 0, x0: 0, x1: x, y0: y, y1: y + 30, slope: 0, offset: 0, size: 30, descenders: 6, ascenders: 6 }
}

function read(texts: readonly string[]): { texts: string[]; told: string[] } {
  const { pages, repairs } = repairPages([{ page: 1, lines: texts.map((text, i) => lineOf(text, i * 40)) }])
  return {
    texts: pages[0]!.lines.map(({ words }) => words.map(({ text }) => text).join(' ')),
    told: repairs.map(({ before, after }) => `${before} > ${after}`),
  }
}

// A scan that its engine reads badly: marks over vowels are lost on every line.
const POOR = ['Sở Y tê hướng dân', 'các đơn vị tô chức', 'triên khai kê hoạch', 'phòng chông dịch bệnh', 'nhiệm vụ đê ra']

describe('words that engines take for others', () => {
  it.each([
    ['capitals lose the marks above their marks', 'KÉ HOẠCH', 'KẾ HOẠCH'],
    ['the motto', 'CỌNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['the issuer', 'SỞ Y TẺ', 'SỞ Y TẾ'],
    ['the signer', 'KT. GIÁM ĐÓC', 'KT. GIÁM ĐỐC'],
    ['the signer without a blank', 'KT.GIÁM ĐÓC', 'KT.GIÁM ĐỐC'],
    ['a type of document', 'THÔNG BẢO?', 'THÔNG BÁO'],
    ['bare capitals', 'PHAT? TRIEN?', 'PHÁT TRIỂN'],
    ['a doubted word of a compound', 'phải tô? chức họp', 'phải tổ chức họp'],
    ['marks around a word stay', '(“hô? sơ”; thẩm? định)', '(“hồ sơ”; thẩm định)'],
    ['a compound with a comma', 'về phòng, chông? dịch', 'về phòng, chống dịch'],
    ['a province behind its kind', 'UBND tỉnh Kiên? Giảng? ban', 'UBND tỉnh Kiên Giang ban'],
  ])('%s', (_, seen, meant) => {
    expect(read([seen]).texts).toEqual([meant])
  })

  it('tells what it changed, before and after', () => {
    expect(read(['phải tô? chức họp']).told).toEqual(['tô chức > tổ chức'])
  })

  it('takes sure words for others only in a scan that is read badly', () => {
    expect(read(['phải tô chức họp']).texts).toEqual(['phải tô chức họp'])
    expect(read([...POOR, 'phải tô chức họp']).texts.at(-1)).toBe('phải tổ chức họp')
  })

  it.each([
    ['kiếm tra việc tống hợp', 'kiểm tra việc tổng hợp'],
    ['Tống số xã', 'Tổng số xã'],
    ['chuyến đối', 'chuyển đổi'],
    ['từ 60 tuối trở lên', 'từ 60 tuổi trở lên'],
    ['Buối sáng', 'Buổi sáng'],
  ])('reads “%s” as “%s” whatever the rest looks like', (seen, meant) => {
    expect(read([seen]).texts).toEqual([meant])
  })

  it.each([
    'tố chức họp',
    'điều trị hiếm muộn',
    'tìm kiếm tra cứu hồ sơ',
    'sau chuyến công tác',
    'khu vực khan hiếm nước',
    'phát bao cao su',
    'lợi thế hiện đại',
    'Tống Kết Nghĩa',
    'cống rãnh, khấu trừ',
  ])('leaves “%s” in a scan that is read well', (seen) => {
    expect(read([seen]).texts).toEqual([seen])
  })

  it.each([
    'điều kiện thực tế tại cơ sở',
    'loại hình thực hiện phần đầu tư',
    'cộng tác viên và công tác phòng dịch',
    'truyền thống và truyền thông',
    'cơ số thuốc tại cơ sở',
    'kinh phí chi tiêu theo chỉ tiêu',
    'các đơn vị cùng cấp cung cấp số liệu',
    'phân bố và phân bổ vắc xin',
    'diễu hành điều hành',
    'màng lưới mạng lưới',
    'bệnh nhân ung thư',
    'Ông Phạm Văn Đồng vận động',
    'Nguyễn Quang Nam và Bùi Viết Nam',
    'NGUYỄN VĂN ĐỒNG',
    'TRẦN THỊ KHÁNH HOA',
    'NGUYỄN HOA BÌNH',
    'World Health Organization',
    'vaccine Pfizer BNT162b2',
    'TTYT BVĐK CDC HĐND UBND',
    'toạ đàm hoà bình uỷ ban',
  ])('leaves “%s” as it is', (seen) => {
    expect(read([seen]).texts).toEqual([seen])
    expect(read([...POOR, seen]).texts.at(-1)).toBe(seen)
  })

  it('keeps every word in its place', () => {
    const seen = lineOf('SỞ Y TẺ')
    const { pages } = repairPages([{ page: 1, lines: [seen] }])
    expect(pages[0]!.lines[0]!.words.map(({ x0, x1, confidence }) => [x0, x1, confidence])).toEqual(
      seen.words.map(({ x0, x1, confidence }) => [x0, x1, confidence]),
    )
  })
})

describe('distance of marks', () => {
  it.each([
    ['tô', 'tổ', 0.5],
    ['te', 'tế', 1],
    ['đâu', 'đấu', 0.5],
    ['chỉ', 'chi', 1],
    ['văn', 'vận', 1.5],
    ['diễu', 'điều', 2],
    ['tô', 'tộc', Number.POSITIVE_INFINITY],
    ['an', 'am', Number.POSITIVE_INFINITY],
  ])('from %s to %s', (seen, meant, distance) => {
    expect(markDistance(seen, meant)).toBe(distance)
  })
})

describe('document numbers', () => {
  it.each([
    ['11⁄2016/TT-BYT', '11/2016/TT-BYT'],
    ['Số:15/KH-SVT', 'Số:15/KH-SYT'],
    ['15/KH-SVT;', '15/KH-SYT;'],
    ['15/QÐ-TTg', '15/QĐ-TTg'],
    ['15/QD-UBNĐ', '15/QĐ-UBND'],
    ['V/w', 'V/v'],
    ['194/KH-BCĐD,', '194/KH-BCĐ,'],
    ['BGÐ', 'BGĐ'],
    ['QĐÐ', 'QĐ'],
    ['15/QĐ-BYTT', '15/QĐ-BYT'],
  ])('%s is %s', (seen, meant) => {
    expect(repairNumber(seen)).toBe(meant)
  })

  it.each([
    '15/KH-SYT',
    '15/KH-BVĐK',
    '15/KH-STC',
    '15/KH-TTYT',
    '1313/QĐ-BYT',
    '01/2024/TT-BYT',
    '120/80',
    '1/3',
    '26-CT/TU',
    'HIV/AIDS',
    'B2/KH-SYT',
    '15/HĐ-ABC',
    '15/KH-BTTTT',
    'ĐDT',
    'V/v',
    'l5/KH-SYT',
  ])('leaves %s', (seen) => {
    expect(repairNumber(seen)).toBeNull()
  })

  it('never changes a digit', () => {
    for (const seen of ['Số:22/KH-SVT', '§94/KH-SVT', '9A4/QÐ-TTg'])
      expect((repairNumber(seen) ?? seen).replace(/\D/g, '')).toBe(seen.replace(/\D/g, ''))
  })
})

describe('dates', () => {
  it.each([
    ['a stroke beside a digit', 'ngày 07 tháng 1] năm 2017', 'ngày 07 tháng 11 năm 2017'],
    ['a letter beside a digit', 'ngày l5 tháng I0 năm 2017', 'ngày 15 tháng 10 năm 2017'],
    ['a ring in a year', 'tháng 5 năm 2O17', 'tháng 5 năm 2017'],
    ['a letter in a date of figures', 'trước 10/l2/2024.', 'trước 10/12/2024.'],
  ])('%s', (_, seen, meant) => {
    expect(read([seen]).texts).toEqual([meant])
  })

  it.each([
    'ngày Í tháng 5 năm 2017',
    'ngày [8 tháng 10 năm 2017',
    'ngày 1:7 tháng 12 năm 2017',
    'ngày I tháng I năm 2017',
    'ngày 4I tháng 5 năm 2017',
    'tháng 2I năm 2017',
    'ngày 30/02/2017',
    'mục I2 và bảng l0',
    'số 10/1 2/2017',
    'từ 10/1 đến 1/2017',
  ])('leaves “%s”', (seen) => {
    expect(read([seen]).texts).toEqual([seen])
  })

  it('joins the figures of one date where no blank parts them', () => {
    const line = lineOf('từ ngày 10/1 1/2017 đến nay')
    for (const word of line.words.slice(3)) for (const side of ['x0', 'x1'] as const) word[side] -= 7
    const { pages, repairs } = repairPages([{ page: 2, lines: [line] }])
    expect(pages[0]!.lines[0]!.words.map(({ text }) => text)).toEqual(['từ', 'ngày', '10/11/2017', 'đến', 'nay'])
    expect(repairs).toEqual([{ before: '10/1 1/2017', after: '10/11/2017', page: 2 }])
  })
})

describe('numbers of headings', () => {
  const opened = (texts: readonly string[]) =>
    repairHeadings(
      texts.map((text) => ({ text: text.replace('~', ''), width: text.includes('~') ? 1.5 : 1, isTitle: true })),
    ).map((repaired, i) => repaired ?? texts[i])

  it.each([
    [
      ['I.', 'H.', 'III.'],
      ['I.', 'II.', 'III.'],
    ],
    [
      ['I.', 'II.', 'IH.', 'IV.'],
      ['I.', 'II.', 'III.', 'IV.'],
    ],
    [
      ['I.', 'II.', 'HI.'],
      ['I.', 'II.', 'III.'],
    ],
    [
      ['I-', 'II-', 'HI-', 'IV-'],
      ['I-', 'II-', 'III-', 'IV-'],
    ],
    [
      ['IL.MỤC', 'II.'],
      ['I. MỤC', 'II.'],
    ],
    [
      ['V.', 'VL.', 'VII.'],
      ['V.', 'VI.', 'VII.'],
    ],
    [
      ['I.', 'II.', 'II.~', 'IV.'],
      ['I.', 'II.', 'III.', 'IV.'],
    ],
    [
      ['1.', 'II.', '1.', '2.'],
      ['I.', 'II.', '1.', '2.'],
    ],
    [
      ['I.', 'l.', '2.', 'II.'],
      ['I.', '1.', '2.', 'II.'],
    ],
  ])('%j is %j', (seen, meant) => {
    expect(opened(seen).map((text) => text!.replace('~', ''))).toEqual(meant)
  })

  it.each([
    [['I.', 'III.', 'IV.']],
    [['I.', 'II.', 'II.', 'IV.']],
    [['I.', 'II.', 'II.', 'III.']],
    [['I.', 'II.', 'I.', 'II.']],
    [['1.', '2.', 'II.', '1.']],
    [['1.', '2.', '3.']],
    [['H.', 'A.', 'B.']],
    [['L.', 'T.']],
    [['I.', 'V.']],
  ])('leaves %j', (seen) => {
    expect(opened(seen)).toEqual(seen)
  })
})

describe('slashes and rings', () => {
  it.each([
    ['lượưngười/năm', 'lượt/người/năm'],
    ['đợtưquý', 'đợt/quý'],
    ['(lượuca)', '(lượt/ca)'],
    ['8,4%o,', '8,4‰,'],
    ['≤6%o', '≤6‰'],
    ['%ọ', '‰'],
    ['(b/€);', '(b/c);'],
    ['b/€)', 'b/c)'],
  ])('%s is %s', (seen, meant) => {
    expect(repairSlash(seen)).toBe(meant)
  })

  it.each(['lượt/người', 'lượng', 'đợi', 'tiết', 'đợtu', '15%', '100%', '8%0', '%', 'o', '(b/c)', '(t/h);', '(p/h)', '20€)'])(
    'leaves %s',
    (seen) => {
      expect(repairSlash(seen)).toBeNull()
    },
  )

  it('drops what is left of a line before a number, and nothing else', () => {
    expect(read(['_ 40 - 45']).texts).toEqual(['40 - 45'])
    expect(read(['- 40', '_ ca', '_']).texts).toEqual(['- 40', '_ ca', '_'])
  })
})

describe('specks before words', () => {
  it('are no stops', () => {
    expect(read(['II. .KINH? PHÍ']).texts).toEqual(['II. KINH PHÍ'])
    expect(read(['chức ,đoàn thể']).texts).toEqual(['chức ,đoàn thể'])
  })
})
