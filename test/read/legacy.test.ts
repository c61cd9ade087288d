// TCVN3 and VNI text in Unicode files: whole documents, a few words in right sentences, and what must stay as it is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph, SoftHyphen, TextRun } from 'docx'
import { describe, expect, it } from 'vitest'
import type { Draft, DraftLine } from '../../src/model/draft.ts'
import { readDocument } from '../../src/read/index.ts'
import { decodeLegacyLines, decodeLegacyText } from '../../src/read/legacy/index.ts'
import { readLetters } from '../../src/read/legacy/letters.ts'
import { lineOf } from '../support.ts'

const decode = (text: string) => decodeLegacyText(text).text
const tables = join(import.meta.dirname, '../../../shared/data')

const draftOf = (...lines: DraftLine[]): Draft => ({
  blocks: lines.map((line) => ({
    kind: 'paragraph',
    lines: [line],
    look: { bold: 0, italic: 0, size: null, align: null },
    level: null,
    column: null,
    page: null,
    furniture: null,
  })),
  pages: [],
  mediaType: 'application/pdf',
  textOrigin: 'text-layer',
  encoding: null,
  signatures: [],
  engines: {},
  messages: [],
})

describe('the tables of letters', () => {
  it.runIf(existsSync(tables)).each(['tcvn3', 'vni'] as const)('of %s hold every row of the reference table', (encoding) => {
    const rows = readFileSync(join(tables, `${encoding}.csv`), 'utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
    for (const row of rows) {
      const cells = row.split(',')
      expect(readLetters(cells.at(-2)!, encoding), row).toEqual([
        { start: 0, length: cells.at(-2)!.length, letter: cells.at(-1) },
      ])
    }
    expect(rows.length).toBeGreaterThan(60)
  })
})

describe('legacy text', () => {
  it.each([
    ['kÕ ho¹ch phßng bÖnh', 'kế hoạch phòng bệnh'],
    ['thùc hiÖn', 'thực hiện'],
    ['§¬n vÞ ®­îc giao nhiÖm vô nµy', 'Đơn vị được giao nhiệm vụ này'],
    ['KÕ HO¹CH n¨m 2024', 'KẾ HOẠCH năm 2024'],
    ['QuyÕt ®Þnh sè 76-Q§/UB cña H§ND tØnh', 'Quyết định số 76-QĐ/UB của HĐND tỉnh'],
    ['« nhiÔm m«i tr­êng', 'ô nhiễm môi trường'],
    ['®) Tæ chøc thùc hiÖn', 'đ) Tổ chức thực hiện'],
    ['tr-íc ngµy 15, ng-êi d©n ®-îc h-ëng, th-êng xuyªn, t- vÊn', 'trước ngày 15, người dân được hưởng, thường xuyên, tư vấn'],
    ['c¸c níc ®îc hëng ®Çy ®ñ', 'các nước được hưởng đầy đủ'],
    ['UÛY BAN NHAÂN DAÂN', 'ỦY BAN NHÂN DÂN'],
    ['Keá hoaïch thöïc hieän coâng taùc y teá', 'Kế hoạch thực hiện công tác y tế'],
    ['ÑAÛNG UÛY, ñoàng chí Nguyeãn Vaên Myõ', 'ĐẢNG ỦY, đồng chí Nguyễn Văn Mỹ'],
  ])('%s is read as %s', (typed, read) => {
    expect(decode(typed)).toBe(read)
  })

  it.each([
    ['Sở Y tế xây dựng kế ho¹ch năm 2024', 'Sở Y tế xây dựng kế hoạch năm 2024'],
    ['Theo Quyết định số 76-Q§/TW ngày 15/6', 'Theo Quyết định số 76-QĐ/TW ngày 15/6'],
    ['Các đơn vị thùc hiÖn công tác phòng bệnh', 'Các đơn vị thực hiện công tác phòng bệnh'],
    ['Giám đốc Sở Y tế giao phòng Keá hoaïch tổng hợp', 'Giám đốc Sở Y tế giao phòng Kế hoạch tổng hợp'],
  ])('a few words in a right sentence: %s', (typed, read) => {
    expect(decode(typed)).toBe(read)
  })

  it('words that both encodings allow follow the words around them', () => {
    expect(decode('Bé Y tÕ, bé phËn tiÕp d©n; em bÐ ®­îc tiªm')).toBe('Bộ Y tế, bộ phận tiếp dân; em bé được tiêm')
    expect(decode('Các bé được tiêm phòng; bé được cân')).toBe('Các bé được tiêm phòng; bé được cân')
  })

  it.each([
    'café, Köln, São Paulo, Nestlé, Citroën, Müller, naïve, señor, Ångström, Thaï, Hué, crème brûlée',
    '25 µg/ml, 5 µm, 12 m², 37,5 °C, ± 0,5, 3 × 4, Panadol®, ½ viên, 20 ¢, £5, ¥, ©2024, §1, 1ª, ¶, a·b',
    '«Kế hoạch» “năm” ‘này’ – 5€',
    'Ø Một\n· Hai\n§ Ba\nü Bốn\n® Năm',
    'UBND TỈNH ĐẮK LẮK, SỞ Y TẾ, TRUNG TÂM Y TẾ HUYỆN EA H’LEO',
    'Uỷ ban, hoà bình, thuý, qúy, xuât sắc, môt số, thùng, hiền, tù, số lượng, vô cùng, sè sẹ, cô bé',
    'Kế hoạch'.normalize('NFD'),
    'xã·hội, ghi chú¹, cho¹ và do²',
    'The plan covers Côte d’Ivoire, Curaçao and Réunion.',
    'Covid-19, KH-UBND, tư vấn - xét nghiệm, Vi-ta-min, t-test, b-\nc-',
  ])('nothing changes in %s', (text) => {
    expect(decodeLegacyText(text)).toEqual({ text, encoding: null, messages: [] })
  })

  it('says what was read, and which words stay doubtful', () => {
    const codes = (text: string) => decodeLegacyText(text).messages.map(({ code }) => code)
    expect(decodeLegacyText('KÕ ho¹ch phßng bÖnh').encoding).toBe('tcvn3')
    expect(decodeLegacyText('Keá hoaïch').encoding).toBe('vni')
    expect(codes('KÕ ho¹ch phßng bÖnh')).toEqual(['read/encoding-guessed'])
    expect(codes('Sở Y tế xây dựng kế ho¹ch năm 2024, gửi các đơn vị')).toEqual(['read/legacy-words'])
    expect(codes('thùc hiÖn kÕ ho¹ch phßng bÖnh, x©y dùgn tæ chøc')).toEqual(['read/encoding-guessed', 'read/legacy-doubtful'])
    expect(codes('c¸c níc ®îc hëng ®Çy ®ñ')).toEqual(['read/encoding-guessed', 'read/letters-lost'])
  })

  it('a long line costs no more than many short ones', () => {
    const words = 'thùc hiÖn kÕ ho¹ch HO¹CH tr-íc « §/c '.repeat(4000)
    const start = performance.now()
    decode(words)
    decode('-a¹'.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('lines of a draft', () => {
  it('keep an edge for every letter where two signs become one', () => {
    const text = 'Keá hoaïch: y teá'
    const lefts = Array.from(text, (_, i) => i * 10)
    const rights = lefts.map((left) => left + 9)
    const line = {
      ...lineOf(text, { page: 1, top: 0, bottom: 10, lefts, rights, confidences: null, view: null }),
      boldLength: 11,
    }
    const { blocks, encoding } = decodeLegacyLines(draftOf(line))
    const [read] = blocks[0]!.kind === 'paragraph' ? blocks[0]!.lines : []
    expect(read).toMatchObject({ text: 'Kế hoạch: y tế', boldLength: 9 })
    expect(read!.place!.lefts).toEqual([0, 10, 30, 40, 50, 60, 80, 90, 100, 110, 120, 130, 140, 150])
    expect(read!.place!.rights).toEqual([9, 29, 39, 49, 59, 79, 89, 99, 109, 119, 129, 139, 149, 169])
    expect(encoding).toBe('vni')
  })

  it('lose soft hyphens that are no letters', () => {
    const place = { page: 1, top: 0, bottom: 10, lefts: [0, 1, 2, 3, 4], rights: [1, 2, 3, 4, 5], confidences: null, view: null }
    const { blocks } = decodeLegacyLines(draftOf(lineOf('bá\u00ADo ', place)))
    expect(blocks[0]).toMatchObject({ lines: [{ text: 'báo ', place: { lefts: [0, 1, 3, 4] } }] })
  })

  it('are the same objects where nothing is to do', () => {
    const draft = draftOf(lineOf('Kế hoạch năm 2024'), lineOf('café'))
    expect(decodeLegacyLines(draft)).toBe(draft)
  })
})

describe('optional hyphens of office formats', () => {
  it('are the letter ư in TCVN3 text and nothing elsewhere', async () => {
    const run = (...children: string[]) =>
      new TextRun({ children: children.flatMap((text, i) => (i > 0 ? [new SoftHyphen(), text] : [text])) })
    const texts = [run('C¸c ®¬n vÞ thùc hiÖn tr', 'íc ngµy 15'), run('B¸o c¸o vÒ Së Y tÕ ®óng th', 'êng lÖ')]
    const pack = (runs: TextRun[]) =>
      Packer.toBuffer(new Document({ sections: [{ children: runs.map((each) => new Paragraph({ children: [each] })) }] }))
    expect((await readDocument(new Uint8Array(await pack(texts)))).text).toBe(
      'Các đơn vị thực hiện trước ngày 15\n\nBáo cáo về Sở Y tế đúng thường lệ',
    )
    expect((await readDocument(new Uint8Array(await pack([run('Báo cáo định k', 'ỳ')])))).text).toBe('Báo cáo định kỳ')
    const rtf = '{\\rtf1\\ansi\\ansicpg1252 Thùc hiÖn kÕ ho¹ch tr\\-íc ngµy 15\\par}'
    expect((await readDocument(new Uint8Array(Buffer.from(rtf, 'latin1')))).text).toBe('Thực hiện kế hoạch trước ngày 15')
  })
})
