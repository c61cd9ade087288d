// What signed and crooked PDFs hold besides running text: numbers written in at signing, signatures, turned pages, notes.
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/document.ts'
import { readDocument } from '../../src/read/index.ts'
import { markFurniture } from '../../src/read/layout/furniture.ts'
import type { Rule } from '../../src/read/layout/grid.ts'
import { partNotes } from '../../src/read/layout/notes.ts'
import { buildSegments, type Glyph } from '../../src/read/layout/segments.ts'
import { signaturesIn } from '../../src/read/pdf/signatures.ts'
import { placeStamps } from '../../src/read/pdf/stamps.ts'
import { pdfOf } from '../support.ts'

const glyphsOf = (words: string, x: number, baseline: number, size = 14): Glyph[] =>
  Array.from(words, (text, i) => {
    const step = size / 2
    return { text, x0: x + i * step, x1: x + (i + 1) * step, baseline, size, bold: false, italic: false }
  })
const linesOf = (glyphs: readonly Glyph[]) => buildSegments(glyphs).map(({ text }) => text)

describe('placeStamps', () => {
  const printed = glyphsOf('Số:     /KH-SYT', 60, 104)

  it('writes a number into the blank that it fills, on the baseline of the line', () => {
    const { body, stamps } = placeStamps(printed, [glyphsOf('184', 88, 101)])
    expect(stamps).toEqual([])
    expect(linesOf([...printed, ...body])).toEqual(['Số: 184 /KH-SYT'])
  })

  it.each([
    ['words over printed words', glyphsOf('184', 60, 104)],
    ['a line of its own', glyphsOf('184', 88, 300)],
    ['words without a figure', glyphsOf('Sở', 88, 104)],
    ['several lines', [...glyphsOf('18', 88, 104), ...glyphsOf('07', 88, 120)]],
    ['a long line', glyphsOf('18.11.2024 07:25:14 +07:00 Sở', 400, 104)],
  ])('leaves %s a stamp', (_, annotation) => {
    expect(placeStamps(printed, [annotation])).toEqual({ body: [], stamps: [annotation] })
  })
})

describe('markFurniture', () => {
  it('keeps all lines of a stamp together and no line of the text', () => {
    const lines = [
      ['Ký bởi: Sở Y tế', 400, 40, 8],
      ['Email: syt@vidu.vn', 400, 49, 8],
      ['24.04.2024 15:17:44', 400, 58, 8],
      ['UBND TỈNH MẪU', 80, 52, 13],
      ['Căn cứ kế hoạch', 80, 200, 14],
      ['năm 2024 của tỉnh', 80, 220, 14],
      ['Sở Y tế yêu cầu', 80, 240, 14],
      ['chữ nhỏ ở cuối', 80, 700, 8],
    ] as const
    const placed = lines.map(([text, x, y, size]) => ({
      line: buildSegments(glyphsOf(text, x, y, size))[0]!,
      page: 1,
      pageHeight: 842,
    }))
    expect(markFurniture(placed, 1)).toEqual(['stamp', 'stamp', 'stamp', null, null, null, null, null])
  })

  it('knows a running head on pages of both directions', () => {
    const placed = [842, 842, 595].map((pageHeight, i) => ({
      line: buildSegments(glyphsOf('Kế hoạch năm 2024', 80 + i * 9, 50))[0]!,
      page: i + 1,
      pageHeight,
    }))
    expect(markFurniture(placed, 3)).toEqual(['running-head', 'running-head', 'running-head'])
  })
})

describe('partNotes', () => {
  const separator: Rule = { x0: 60, x1: 204, y0: 690, y1: 690.6 }
  const text = [...glyphsOf('đạt 95%', 60, 100), ...glyphsOf('1', 109, 95, 8), ...glyphsOf('.', 113, 100)]
  const note = [...glyphsOf('1', 60, 700, 7), ...glyphsOf('Theo số liệu', 66, 704, 10), ...glyphsOf('năm 2023.', 60, 716, 10)]

  it('sets notes apart and takes their raised numbers out of the text, where they would spoil a figure', () => {
    const { body, notes } = partNotes([...text, ...note], [separator], 842)
    expect(linesOf(body)).toEqual(['đạt 95%.'])
    expect(notes.map((lines) => lines.map((line) => line.text))).toEqual([['1 Theo số liệu', 'năm 2023.']])
  })

  it.each([
    ['without a line above them', [] as Rule[], note],
    ['under the line of a letterhead', [{ ...separator, y0: 90, y1: 90.6 }], note],
    ['where no raised number begins them', [separator], glyphsOf('1 Theo số liệu', 60, 704, 10)],
  ])('leaves lines %s in the text', (_, rules, below) => {
    expect(partNotes([...text, ...below], rules, 842).notes).toEqual([])
  })

  describe('of a page that follows one with notes', () => {
    const across: Rule = { x0: 60, x1: 540, y0: 690, y1: 690.6 }
    const body = glyphsOf('công bố Bộ chỉ số', 60, 100, 14)
    const rest = [...glyphsOf('thông tin địa chỉ', 60, 704, 10), ...glyphsOf('cơ quan.', 60, 716, 10)]
    const next = [...glyphsOf('2', 60, 728, 6.5), ...glyphsOf('Theo báo cáo.', 66, 732, 10)]

    it('takes what stands small below a line for the rest of its last note', () => {
      const { body: left, notes } = partNotes([...body, ...rest, ...next], [across], 842, true)
      expect(linesOf(left)).toEqual(['công bố Bộ chỉ số'])
      expect(notes.map((lines) => lines.map((line) => line.text))).toEqual([
        ['thông tin địa chỉ', 'cơ quan.'],
        ['2 Theo báo cáo.'],
      ])
    })

    it.each([
      ['on a page after one without notes', [across], rest, false],
      ['without a line', [] as Rule[], rest, true],
      ['in the upper half', [{ ...across, y0: 300, y1: 300.6 }], glyphsOf('thông tin', 60, 310, 10), true],
      ['as large as the text', [across], glyphsOf('thông tin địa chỉ', 60, 704, 14), true],
    ])('leaves words %s in the text', (_, rules, below, hasNotesBefore) => {
      expect(partNotes([...body, ...below], rules, 842, hasNotesBefore).notes).toEqual([])
    })
  })

  it('leaves raised figures that no note has: m2', () => {
    const area = [...glyphsOf('20 m', 60, 130), ...glyphsOf('2', 88, 125, 8)]
    expect(linesOf(partNotes([...text, ...area, ...note], [separator], 842).body)).toContain('20 m2')
  })
})

describe('turned words', () => {
  const upwards = (words: string, x: number, y: number) => `BT 0 1 -1 0 ${x} ${y} Tm (${words}) Tj ET`

  it('of a whole page are read from where they stand upright, and their boxes lie on the page as it is', async () => {
    const document = await readDocument(
      pdfOf(`/F1 12 Tf ${upwards('Ke hoach cong tac y te', 80, 60)} ${upwards('nam 2024 cua don vi', 100, 60)}`),
    )
    expect(document.text).toContain('Ke hoach cong tac y te')
    expect(document.pages[0]!.rotation).toBe(90)
  })

  it('in the head of a column are words of that cell', async () => {
    const rules =
      [100, 160, 220].map((x) => `${x} 600 m ${x} 700 l S`).join(' ') +
      [600, 620, 700].map((y) => ` 100 ${y} m 220 ${y} l S`).join('')
    const document = await readDocument(
      pdfOf(
        `${rules} /F1 10 Tf BT 1 0 0 1 105 650 Tm (Ten) Tj ET ${upwards('So luong', 190, 630)} BT 1 0 0 1 105 605 Tm (Giuong) Tj ET BT 1 0 0 1 180 605 Tm (30) Tj ET`,
      ),
    )
    const table = document.blocks.find((block): block is Table => block.kind === 'table')!
    expect(document.text.slice(table.start, table.end)).toBe('Ten\tSo luong\nGiuong\t30')
  })

  it('along the edge stand behind the text', async () => {
    const document = await readDocument(
      pdfOf(`/F1 12 Tf BT 1 0 0 1 60 700 Tm (Noi dung chinh cua trang nay) Tj ET ${upwards('du thao', 30, 60)}`),
    )
    expect(document.text).toBe('Noi dung chinh cua trang nay\n\n[Đầu trang, chân trang]\n\ndu thao')
  })
})

describe('signaturesIn', () => {
  const der = (tag: number, ...parts: (string | Buffer)[]): Buffer => {
    const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
    const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 255]
    return Buffer.concat([Buffer.from([tag, ...length]), content])
  }
  const number = (value: number) => der(0x02, Buffer.from([value]))
  const name = (words: string) => der(0x30, der(0x31, der(0x30, der(0x06, Buffer.from([0x55, 4, 3])), der(0x0c, words))))
  const certificate = (serial: number, subject: string) =>
    der(0x30, der(0x30, der(0xa0, number(2)), number(serial), der(0x30), name('CA'), der(0x30), name(subject)))
  const cms = der(
    0x30,
    der(0x06, Buffer.from([42])),
    der(
      0xa0,
      der(
        0x30,
        number(1),
        der(0x31),
        der(0x30),
        der(0xa0, certificate(5, 'CA mẫu'), certificate(9, 'Nguyễn Văn Mẫu')),
        der(0x31, der(0x30, number(1), der(0x30, name('CA'), number(9)))),
      ),
    ),
  )
  const dictionary = (contents: string, more = '') =>
    Buffer.from(
      `%PDF-1.7\n9 0 obj\n<</Type/Sig/M(D:20240417103942+07'00')/Contents<${contents}>/ByteRange[0 1 2 3]${more}>>\nendobj`,
    )

  it('names the owner of the certificate that signed, and the time with its offset', () => {
    expect(signaturesIn(dictionary(cms.toString('hex')))).toEqual([
      { signer: 'Nguyễn Văn Mẫu', time: '2024-04-17T10:39:42+07:00' },
    ])
  })

  it.each([
    ['contents that are no signature', dictionary('00ff12'), [{ signer: null, time: '2024-04-17T10:39:42+07:00' }]],
    ['a length that lies', dictionary('30847fffffff30'), [{ signer: null, time: '2024-04-17T10:39:42+07:00' }]],
    ['a time stamp of a service', dictionary('00', '/Type/DocTimeStamp'), []],
    ['no dictionary', Buffer.from('%PDF-1.7 /ByteRange'), []],
  ])('bears %s', (_, source, expected) => {
    expect(signaturesIn(source)).toEqual(expected)
  })
})

describe('loading pdf.js', () => {
  it('leaves the built-ins of the whole program as they were', async () => {
    const before = [Array.prototype.push, JSON.parse, JSON.stringify]
    await readDocument(pdfOf('BT /F1 14 Tf 60 700 Td (Ke hoach) Tj ET'))
    expect([Array.prototype.push, JSON.parse, JSON.stringify]).toEqual(before)
  })
})

describe('buildSegments', () => {
  it.each<[string, Glyph[], string[]]>([
    ['puts glyphs of nearly one baseline on one line', [...glyphsOf('Số ', 60, 100), ...glyphsOf('12', 90, 100.5)], ['Số 12']],
    ['whatever the order of their drawing', [...glyphsOf('12', 90, 100.5), ...glyphsOf('Số ', 60, 100)], ['Số 12']],
    [
      'keeps lines apart that follow each other closely',
      [...glyphsOf('trên', 60, 100), ...glyphsOf('dưới', 60, 106)],
      ['trên', 'dưới'],
    ],
    ['knows how sure a letter is only where some letter is not', glyphsOf('96', 60, 100), ['96']],
  ])('%s', (_, glyphs, lines) => {
    const segments = buildSegments(glyphs)
    expect(segments.map(({ text }) => text)).toEqual(lines)
    expect(segments.every(({ confidences }) => confidences === null)).toBe(true)
  })
})

it('leaves out words whose size is no number: they stand nowhere', async () => {
  const words = 'BT /F1 12 Tf 50 700 Td (Ke hoach cong tac y te nam 2024) Tj ET'
  const { text } = await readDocument(pdfOf(`${words} BT /F1 /F1 Tf 50 650 Td (On 15/3/2024) Tj ET`))
  expect(text).toBe('Ke hoach cong tac y te nam 2024')
})
