// Each reader on a document made for it: one canonical text, in reading order, nothing lost in silence.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as docx from 'docx'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/model/document.ts'
import { UnreadableError } from '../../src/model/errors.ts'
import { readDocument } from '../../src/read/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readDocument(bytes(text))
const paragraphs = async (source: Uint8Array) => (await readDocument(source)).text.split('\n\n')
const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', name)))
const sample = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../corpus/sources', name)))

describe('the type of a file', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['blanks alone', bytes(' \n\n'), 'empty'],
    ['bytes of no kind', Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256), 'unknown-type'],
    ['a zip without a document', zipSync({ 'a.txt': bytes('a') }), 'unknown-type'],
    ['a broken zip', sample('mau-yen-bai-2023-ke-hoach.docx').subarray(0, 4000), 'damaged'],
    ['a DOCX with broken XML', zipSync({ 'word/document.xml': bytes('<w:document><w:body>') }), 'damaged'],
    ['a PDF with a password', fixture('encrypted.pdf'), 'encrypted'],
    ['the head of a PDF and nothing else', bytes('%PDF-1.7\n'), 'damaged'],
    [
      'the head of an old Word document and nothing else',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'damaged',
    ],
    ['the head of a picture and nothing else', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'damaged'],
  ])('%s is refused with its reason', async (_, source, reason) => {
    const error = await readDocument(source).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason })
    expect((error as UnreadableError).vi).toMatch(/\p{L}/u)
  })

  it.each([
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('Kế hoạch năm 2024')]), 'utf-8'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from('Kế hoạch năm 2024', 'utf16le')]), 'utf-16le'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from('Ke hoach nam 2024', 'utf16le')), 'utf-16le'],
    ['decomposed letters', bytes('Kế hoạch năm 2024'.normalize('NFD')), 'utf-8'],
  ])('%s is read as composed text', async (name, source, encoding) => {
    const document = await readDocument(source)
    expect(document.text).toBe(name.includes('without') ? 'Ke hoach nam 2024' : 'Kế hoạch năm 2024')
    expect(document.encoding).toBe(encoding)
  })
})

describe('plain text', () => {
  it('joins wrapped lines and keeps paragraphs apart', async () => {
    const { text } = await read(
      'Các đơn vị triển khai đầy đủ các nội dung của\nkế hoạch này và báo cáo về Sở Y tế đúng thời\nhạn.\n\n- Bệnh viện;\n- Trạm y tế.\n',
    )
    expect(text.split('\n\n')).toEqual([
      'Các đơn vị triển khai đầy đủ các nội dung của kế hoạch này và báo cáo về Sở Y tế đúng thời hạn.',
      '- Bệnh viện;',
      '- Trạm y tế.',
    ])
  })

  it('reads a letterhead set with blanks, and a title under it', async () => {
    const letterhead = [
      '    UBND TỈNH SÓC TRĂNG                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      '         SỞ Y TẾ                             Độc lập - Tự do - Hạnh phúc',
      '     Số: 217/KH-SYT                    Sóc Trăng, ngày 26 tháng 01 năm 2022',
      '',
      '                              KẾ HOẠCH',
      '                        Phòng bệnh năm 2022',
      '',
      'Sở Y tế xây dựng kế hoạch phòng bệnh trên địa bàn toàn tỉnh với các nội dung sau:',
    ]
    expect((await paragraphs(bytes(letterhead.join('\n')))).slice(-4, -1)).toEqual([
      'Sóc Trăng, ngày 26 tháng 01 năm 2022',
      'KẾ HOẠCH',
      'Phòng bệnh năm 2022',
    ])
  })

  it('takes each line for a paragraph where lines are longer than a page is wide', async () => {
    const long = `Căn cứ Quyết định số 155/QĐ-TTg ${'phê duyệt kế hoạch quốc gia phòng bệnh '.repeat(4)};`
    expect(await paragraphs(bytes(`${long}\n${long.replace('155', '156')}\nSở Y tế xây dựng kế hoạch:`))).toHaveLength(3)
  })

  it('makes a table of lines with tabs', async () => {
    const document = await read('Bảng chỉ tiêu:\n\nTT\tChỉ tiêu\tNăm 2024\n1\tSố giường\t120\n')
    const table = document.blocks.find((block): block is Table => block.kind === 'table')!
    expect(table.rows.map((row) => row.cells.map((cell) => document.text.slice(cell.start, cell.end)))).toEqual([
      ['TT', 'Chỉ tiêu', 'Năm 2024'],
      ['1', 'Số giường', '120'],
    ])
  })

  it.each([
    ['without bars at its ends', ['TT | Chỉ tiêu | Năm 2024 |  |', ' |  | Quý I | Quý II |', '1 | Số giường | 120 | 130 | Mới']],
    [
      'inside drawn lines',
      [
        '+---+---+---+---+---+',
        '| TT | Chỉ tiêu | KH | TH | Ghi chú |',
        '+---+---+---+---+---+',
        '| 1 | Số giường | 120 | 130 | Mới |',
      ],
    ],
    ['with a drawn line', ['TT | Chỉ tiêu | KH | TH | Ghi chú', '---+---+---+---+---', '1 | Số giường | 120 | 130 | Mới']],
  ])('makes a table of rows parted by bars %s', async (_, lines) => {
    const document = await read(`Bảng chỉ tiêu:\n\n${lines.join('\n')}\n\nSở Y tế theo dõi.`)
    const table = document.blocks.find((block): block is Table => block.kind === 'table')!
    expect(table.columnCount).toBe(5)
    expect(table.rows.at(-1)!.cells.map((cell) => document.text.slice(cell.start, cell.end))).toEqual([
      '1',
      'Số giường',
      '120',
      '130',
      'Mới',
    ])
  })

  it.each([
    ['one line of choices', 'Loại hình: công lập | tư nhân | liên kết.\nĐơn vị ghi rõ loại hình.'],
    ['two cells, as of a letterhead', 'SỞ Y TẾ | Độc lập - Tự do - Hạnh phúc\nSố: 5/KH-SYT | Cà Mau, ngày 05 tháng 3 năm 2024'],
  ])('leaves %s alone', async (_, text) => {
    expect((await read(text)).blocks.every((block) => block.kind === 'paragraph')).toBe(true)
  })

  it('keeps an annex out of the closing block that is typed in two columns above it', async () => {
    const closing = [
      'Nơi nhận:                                  GIÁM ĐỐC',
      '- UBND tỉnh;',
      '- Lưu: VT.                                 Trần Văn Mẫu',
      '',
      'PHỤ LỤC',
      'DANH MỤC NHIỆM VỤ',
    ]
    expect(await paragraphs(bytes(closing.join('\n')))).toEqual([
      'Nơi nhận:',
      '- UBND tỉnh;',
      '- Lưu: VT.',
      'GIÁM ĐỐC',
      'Trần Văn Mẫu',
      'PHỤ LỤC',
      'DANH MỤC NHIỆM VỤ',
    ])
  })

  it('reads blanks for a pen as blanks, and cells pasted from Word one behind the other', async () => {
    expect(
      await paragraphs(
        bytes('SỞ Y TẾ\nSố:          /KH-SYT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMẫu, ngày       tháng       năm 2024'),
      ),
    ).toEqual(['SỞ Y TẾ', 'Số: /KH-SYT', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Mẫu, ngày tháng năm 2024'])
  })

  it('leaves page numbers and lines drawn with signs out', async () => {
    expect(await paragraphs(bytes('SỞ Y TẾ\n-------\n\nNội dung một.\n\n1\n\nNội dung hai.\n\n2\n\nNội dung ba.'))).toEqual([
      'SỞ Y TẾ',
      'Nội dung một.',
      'Nội dung hai.',
      'Nội dung ba.',
    ])
  })
})

describe('Markdown', () => {
  it('takes the marks away and keeps the words and printed numbers', async () => {
    expect(
      await paragraphs(bytes('# KẾ HOẠCH\n\n**I. MỤC ĐÍCH**\n\n1. Nâng cao *chất lượng*\n2. Giảm tải\n\n- một\n- hai\n')),
    ).toEqual(['KẾ HOẠCH', 'I. MỤC ĐÍCH', '1. Nâng cao chất lượng', '2. Giảm tải', '- một', '- hai'])
  })

  it('reads > before a figure as a comparator', async () => {
    expect(await paragraphs(bytes('**Chỉ tiêu**\n\n> 95% trẻ được tiêm\n'))).toEqual(['Chỉ tiêu', '> 95% trẻ được tiêm'])
  })

  it('reads tables of pipes', async () => {
    const document = await read('| TT | Chỉ tiêu | Kế hoạch |\n|---|---|---|\n| 1 | Tỷ lệ <b>tiêm</b> | $\\geq$ 95 |\n')
    expect(document.text).toBe('TT\tChỉ tiêu\tKế hoạch\n1\tTỷ lệ tiêm\t≥ 95')
  })

  it('keeps footnotes apart behind the text', async () => {
    const document = await read('# KẾ HOẠCH\n\nNhư trên[^1].\n\n[^1]: Theo báo cáo.\n\nDưới.')
    expect(document.furniture.map(({ kind }) => kind)).toEqual(['note'])
    expect(document.text.endsWith('[Chú thích]\n\nTheo báo cáo.')).toBe(true)
  })
})

describe('DOCX', () => {
  const { Document, Packer, Paragraph, Table: WordTable, TableCell, TableRow, TextRun } = docx
  const pack = async (
    children: ConstructorParameters<typeof Document>[0]['sections'][number]['children'],
    options: Partial<ConstructorParameters<typeof Document>[0]> = {},
  ) => new Uint8Array(await Packer.toBuffer(new Document({ ...options, sections: [{ children }] })))
  const cell = (text: string, options: object = {}) => new TableCell({ ...options, children: [new Paragraph(text)] })

  it('writes the numbers that Word counts', async () => {
    const format = docx.LevelFormat
    const numbering = {
      config: [
        {
          reference: 'plan',
          levels: [
            { level: 0, format: format.UPPER_ROMAN, text: '%1.' },
            { level: 1, format: format.DECIMAL, text: '%2.' },
            { level: 2, format: format.LOWER_LETTER, text: '%3)' },
          ],
        },
      ],
    }
    const item = (text: string, level: number) => new Paragraph({ text, numbering: { reference: 'plan', level } })
    const file = await pack(
      [item('MỤC ĐÍCH', 0), item('Một', 1), item('Hai', 1), item('Ba', 2), item('NỘI DUNG', 0), item('Bốn', 1)],
      { numbering },
    )
    expect(await paragraphs(file)).toEqual(['I. MỤC ĐÍCH', '1. Một', '2. Hai', 'a) Ba', 'II. NỘI DUNG', '1. Bốn'])
  })

  it('counts letters as Vietnamese does where the list is Vietnamese', async () => {
    const levels = (language?: { value: string }) => ({
      config: [
        {
          reference: 'letters',
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.LOWER_LETTER,
              text: '%1)',
              ...(language ? { style: { run: { language } } } : {}),
            },
          ],
        },
      ],
    })
    const items = Array.from({ length: 7 }, () => new Paragraph({ text: 'Mục', numbering: { reference: 'letters', level: 0 } }))
    const marks = async (language?: { value: string }) =>
      (await paragraphs(await pack(items, { numbering: levels(language) }))).map((words) => words[0]).join('')
    expect([await marks({ value: 'vi-VN' }), await marks()]).toEqual(['abcdđeg', 'abcdefg'])
  })

  it('keeps spans of cells', async () => {
    const file = await pack([
      new Paragraph('Bảng'),
      new WordTable({
        rows: [
          new TableRow({ children: [cell('TT', { rowSpan: 2 }), cell('Năm 2024', { columnSpan: 2 })] }),
          new TableRow({ children: [cell('Kế hoạch'), cell('Thực hiện')] }),
          new TableRow({ children: [cell('1'), cell('10'), cell('9')] }),
        ],
      }),
    ])
    const document = await readDocument(file)
    const table = document.blocks.find((block): block is Table => block.kind === 'table')!
    expect(table.rows[0]!.cells.map(({ column, colSpan, rowSpan }) => [column, colSpan, rowSpan])).toEqual([
      [0, 1, 2],
      [1, 2, 1],
    ])
    expect(document.text).toBe('Bảng\n\nTT\tNăm 2024\nKế hoạch\tThực hiện\n1\t10\t9')
  })

  it('knows bold runs, footnotes, and soft line ends as ends of lines', async () => {
    const file = await pack(
      [
        new Paragraph({ children: [new TextRun({ text: '1. Tuyên truyền:', bold: true }), new TextRun(' trên đài.')] }),
        new Paragraph({
          children: [new TextRun('Dòng một'), new TextRun({ text: 'dòng hai', break: 1 }), new docx.FootnoteReferenceRun(1)],
        }),
      ],
      { footnotes: { 1: { children: [new Paragraph('Chú thích cuối trang.')] } } },
    )
    const document = await readDocument(file)
    const [first] = document.blocks
    expect(document.text).toContain('Dòng một\n\ndòng hai')
    expect(document.text).toContain('[Chú thích]\n\nChú thích cuối trang.')
    expect(first!.kind === 'paragraph' && document.text.slice(0, first!.boldEnd!)).toBe('1. Tuyên truyền:')
  })
})

describe('PDF', () => {
  it('is found behind junk', async () => {
    const pdf = sample('mau-thai-nguyen-2024-ke-hoach.pdf')
    const document = await readDocument(new Uint8Array([...bytes('HTTP/1.1 200 OK\r\n\r\n'), ...pdf]))
    expect(document.text).toBe((await readDocument(pdf)).text)
  })

  it('has pages, no page numbers in its text, and a place for every word', async () => {
    const document = await readDocument(sample('mau-dong-thap-2025-ke-hoach.pdf'))
    expect(document.pages.length).toBeGreaterThan(2)
    expect(document.text.split('\n\n').filter((paragraph) => /^\d{1,2}$/.test(paragraph))).toEqual([])
    const end = document.furniture[0]?.start ?? document.text.length
    const covered = new Uint8Array(document.text.length)
    for (const line of document.lines) covered.fill(1, line.start, line.end)
    const lost = [...document.text.slice(0, end)].filter((letter, i) => /\S/.test(letter) && !covered[i])
    expect(lost).toEqual([])
  })

  it('cut off in the middle is read as far as it goes, or refused', async () => {
    const pdf = sample('mau-dong-thap-2025-ke-hoach.pdf')
    const outcome = await readDocument(pdf.subarray(0, pdf.length >> 1)).catch((error: unknown) => error)
    expect(outcome instanceof UnreadableError || (outcome as { text: string }).text.length > 0).toBe(true)
  })
})
