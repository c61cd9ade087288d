import { describe, expect, it } from 'vitest'
import { bodyInRunningText, isCentralBody } from '../../src/catalog/bodies.ts'
import { findProvince, PROVINCES, provincesIn } from '../../src/catalog/provinces.ts'
import { foldText, nameKey, plainLetters, slugOf } from '../../src/text/fold.ts'
import { readNumber } from '../../src/text/numbers.ts'
import { pathOf, printPath } from '../../src/text/paths.ts'
import { sentencesOf } from '../../src/text/sentences.ts'
import { countWords, isCapitals, startsLow, wholeWords } from '../../src/text/words.ts'

describe('foldText', () => {
  it.each(['Ủy ban', 'hoà bình', 'khoẻ', 'thuỷ', '“ngoặc” – gạch', 'Ðắk Lắk', 'a\tb\nc', ''])(
    'keeps the length of “%s”',
    (text) => {
      expect(foldText(text)).toHaveLength(text.length)
    },
  )

  it.each([
    ['hoà', 'hòa'],
    ['KHOẺ', 'KHỎE'],
    ['uỷ', 'ủy'],
    ['quý', 'quý'],
    ['toàn', 'toàn'],
    ['Ðà Nẵng', 'Đà Nẵng'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })
})

describe('readNumber', () => {
  it.each([
    ['1.950.000', 1950000],
    ['12,5', 12.5],
    ['18.8', 18.8],
    ['0.125', 0.125],
    ['1.234,5', 1234.5],
    ['2.80', 2.8],
    ['01', 1],
  ])('%s is %d', (printed, value) => {
    expect(readNumber(printed)).toBe(value)
  })
})

describe('words', () => {
  it('finds whole Vietnamese words only', () => {
    expect('điều đi đi,'.match(wholeWords('đi'))).toEqual(['đi', 'đi'])
  })

  it('knows capitals and low starts', () => {
    expect([
      isCapitals('SỞ Y TẾ'),
      isCapitals('Sở Y tế'),
      isCapitals('123'),
      startsLow('(được'),
      startsLow('Được'),
      startsLow('2 ca'),
    ]).toEqual([true, false, false, true, false, false])
  })

  it('makes slugs and keys', () => {
    expect([slugOf('Bắc Giang 2024 – Kế hoạch'), plainLetters('Đắk Nông'), nameKey('Uỷ  ban;')]).toEqual([
      'bac-giang-2024-ke-hoach',
      'dak nong',
      'ủy ban',
    ])
  })
})

describe('sentencesOf', () => {
  it.each([
    ['Đạt 12.5%. Giảm 3%.', ['Đạt 12.5%.', 'Giảm 3%.']],
    ['Ở TP. Huế có 3 ca.', ['Ở TP. Huế có 3 ca.']],
    ['Một; hai.', ['Một;', 'hai.']],
    ['Theo điểm 2. Điều 5', ['Theo điểm 2. Điều 5']],
  ])('“%s”', (text, expected) => {
    expect(sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
  })
})

describe('provinces', () => {
  it('are 63 as they were and lead to 34 of today', () => {
    expect(PROVINCES).toHaveLength(63)
    expect(new Set(PROVINCES.map(({ currentCode }) => currentCode)).size).toBe(34)
  })

  it.each([
    ['Thừa Thiên Huế', '2023', '46'],
    ['Thừa Thiên - Huế', '2023', '46'],
    ['TP. Hồ Chí Minh', '2024', '79'],
    ['Bà Rịa – Vũng Tàu', '2022', '77'],
    ['Đắk Lắk', '2020', '66'],
  ])('%s in %s has the code %s', (name, date, code) => {
    const [found] = provincesIn(foldText(name))
    expect(found && findProvince(found.name, date)?.code).toBe(code)
  })
})

describe('bodies', () => {
  it.each([
    ['SỞ Y TẾ', 'Sở Y tế'],
    ['UBND TỈNH BẮC KẠN', 'UBND tỉnh Bắc Kạn'],
    ['TRUNG TÂM Y TẾ HUYỆN NA RÌ', 'Trung tâm Y tế huyện Na Rì'],
    ['Sở Y tế', 'Sở Y tế'],
  ])('%s is written %s in running text', (printed, written) => {
    expect(bodyInRunningText(printed)).toBe(written)
  })

  it('are central or of a province', () => {
    expect(['Chính phủ', 'Bộ Y tế', 'Sở Y tế', 'UBND tỉnh Bắc Kạn'].map(isCentralBody)).toEqual([true, true, false, false])
  })
})

describe('pathOf', () => {
  const TEXT = 'KẾ HOẠCH\n\nTT\tGiao\n1\t95\n\nHết.'

  it.each([
    ['KẾ', '¶1'],
    ['HOẠCH', '¶1'],
    ['TT', '¶2/1/1'],
    ['Giao', '¶2/1/2'],
    ['95', '¶2/2/2'],
    ['Hết', '¶3'],
  ])('of “%s” is %s', (words, path) => {
    expect(printPath(pathOf(TEXT, TEXT.indexOf(words)))).toBe(path)
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  - ; ', 0],
    ['Sở Y tế', 3],
    ['mũi 2 (12,5 %)', 4],
    ['α-thalassemia', 2],
    ['𝒜𝒷 c', 2],
    ['👍 tốt', 1],
  ])('of “%s” are %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })
})
