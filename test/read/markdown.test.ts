// Markdown as OCR and chat tools write it: their marks go, the author's words, numbers and tables stay.
import { describe, expect, it } from 'vitest'
import type { Document, Table } from '../../src/model/document.ts'
import { readDocument } from '../../src/read/index.ts'
import { readMarkdown } from '../../src/read/markdown/index.ts'

const read = (text: string) => readDocument(new TextEncoder().encode(text))
const paragraphs = async (text: string) => (await read(`# KẾ HOẠCH\n\n${text}`)).text.split('\n\n').slice(1)
const tablesIn = (document: Document) => document.blocks.filter((block): block is Table => block.kind === 'table')
const cellsOf = (document: Document) =>
  tablesIn(document).map((table) => table.rows.map((row) => row.cells.map((cell) => document.text.slice(cell.start, cell.end))))

const HEAD = '| TT | Chỉ tiêu | Kế hoạch |\n|---|---|---|\n'

describe('words', () => {
  it.each([
    ['bold numbers', '**1.** Nâng cao\n\n**2. Giảm tải:** ngay', ['1. Nâng cao', '2. Giảm tải: ngay']],
    [
      'bold that CommonMark does not close',
      '**Mục tiêu:**Nâng cao\n\n** Yêu cầu ** chung',
      ['Mục tiêu: Nâng cao', 'Yêu cầu chung'],
    ],
    ['bold words side by side', '**Một** và **hai** và **ba**', ['Một và hai và ba']],
    [
      'formulas',
      'Đạt $\\geq 95\\%$, $\\le$ 80\\%, \\(\\ge 7\\), $12{,}5$, $37^{\\circ}C$',
      ['Đạt ≥ 95%, ≤ 80%, ≥ 7, 12,5, 37°C'],
    ],
    ['money is no formula', 'Từ $5 và đến $6 mỗi liều', ['Từ $5 và đến $6 mỗi liều']],
    ['escaped signs', '1\\. Một\n\n\\- hai \\* ba\n\nSố: 15/KH\\-SYT', ['1. Một', '- hai * ba', 'Số: 15/KH-SYT']],
    ['signs between figures', 'Cỡ 5*3*2 và a_b_c', ['Cỡ 5*3*2 và a_b_c']],
    ['comparators at the start of lines', 'Tỷ lệ tiêm:\n> 95% trẻ\n\n>= 80% bà mẹ', ['Tỷ lệ tiêm: > 95% trẻ', '>= 80% bà mẹ']],
    ['quotations', '> Trích lời\n> dặn', ['Trích lời dặn']],
    ['line breaks of HTML', 'SỞ Y TẾ<br>PHÒNG NGHIỆP VỤ<br/>TỔ 1', ['SỞ Y TẾ', 'PHÒNG NGHIỆP VỤ', 'TỔ 1']],
    ['tags and entities', '<div align="center">\nSở Y tế &gt; 5 &amp; 6\n</div>', ['Sở Y tế > 5 & 6']],
    ['numbers that repeat', '1. Một\n1. Hai\n1. Ba', ['1. Một', '1. Hai', '1. Ba']],
    ['bullets of every kind', '* một\n* hai\n\n• ba\n• bốn\n\n+ năm', ['- một', '- hai', '• ba', '• bốn', '- năm']],
    ['numbers on lines of one paragraph', 'Gồm các việc sau:\n2. Tiêm;\n3. Khám.', ['Gồm các việc sau:', '2. Tiêm;', '3. Khám.']],
    [
      'a day that begins a line',
      'Hoàn thành trước ngày\n15. Các đơn vị báo cáo',
      ['Hoàn thành trước ngày 15. Các đơn vị báo cáo'],
    ],
    ['a rule right under a line', 'Sở Y tế xây dựng\n---\n\nkế hoạch', ['Sở Y tế xây dựng kế hoạch']],
    ['lines set in by four blanks', 'Gồm:\n\n    - một\n    - hai', ['Gồm:', '- một', '- hai']],
  ])('%s', async (_, source, expected) => {
    expect(await paragraphs(source)).toEqual(expected)
  })

  it('bold in tags is bold', async () => {
    const { blocks } = await read('# A\n\n<b>I. MỤC TIÊU</b>\n\nKhông <b>đậm</b> hết')
    expect(blocks.map((block) => block.kind === 'paragraph' && Math.round(block.look.bold * 10) / 10)).toEqual([1, 1, 0.3])
  })
})

describe('what no author wrote', () => {
  const body = '# KẾ HOẠCH\n\nCác đơn vị tổ chức thực hiện'
  it.each([
    ['a fence around the document', `\`\`\`markdown\n${body}\n\`\`\``, []],
    ['a fence that nobody closed', `\`\`\`\n${body}`, []],
    ['front matter', `---\ntitle: Kế hoạch\ntags:\n  - y tế\n---\n\n${body}`, ['read/ignored']],
    ['comments', `<!-- trang đầu\ntiếp -->\n${body}`, []],
    ['pictures', `![dấu](dau.png)\n\n${body}`, ['read/ignored']],
  ])('%s goes', async (_, source, codes) => {
    const { text, messages } = await read(source)
    expect(text).toBe('KẾ HOẠCH\n\nCác đơn vị tổ chức thực hiện')
    expect(messages.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    '---',
    'Page 2',
    '**Trang 3/10**',
    '<!-- page 2 -->',
    '--- Page 2 of 9 ---',
    '{2}------------------------------',
    '## Page 2',
    '[Trang 2]',
    '<page number="2">',
    '![image](page-2.jpeg)',
  ])('a paragraph goes on behind %s', async (mark) => {
    expect(await paragraphs(`Các đơn vị tổ chức thực hiện\n\n${mark}\n\ncác nội dung sau.`)).toEqual([
      'Các đơn vị tổ chức thực hiện các nội dung sau.',
    ])
  })

  it('page numbers that count up go, a number alone stays', async () => {
    expect(await paragraphs('Một.\n\n1\n\nHai.\n\n2\n\nBa.')).toEqual(['Một.', 'Hai.', 'Ba.'])
    expect(await paragraphs('Số xã:\n\n15\n\nHai.')).toEqual(['Số xã:', '15', 'Hai.'])
  })

  it.each(['Trang bị 2 máy', 'Trang thiết bị: 5', 'Page turner'])('%s stays', async (line) => {
    expect(await paragraphs(line)).toEqual([line])
  })

  it('code inside a document keeps its place', async () => {
    expect(await paragraphs('Một.\n\n```\nhai\n```\n\nBa')).toEqual(['Một.', 'hai', 'Ba'])
  })
})

describe('headings', () => {
  const levels = (source: string) =>
    readMarkdown(source, 'utf-8').blocks.map((block) => (block.kind === 'paragraph' ? block.level : 'table'))

  it.each([
    ['# - Tỷ lệ tiêm chủng đạt 95%', [null]],
    ['#### Tỷ lệ tiêm chủng đạt 95%;', [null]],
    [`#### Sở Y tế giao các đơn vị ${'trực thuộc thực hiện kế hoạch này '.repeat(3)}và báo cáo.`, [null]],
    ['# I. MỤC ĐÍCH, YÊU CẦU', [1]],
    ['##### 1. Mục đích:', [5]],
    [`### Phát động phong trào thi đua ${'hướng đến kỷ niệm ngày thầy thuốc '.repeat(4)}(27/02)`, [3]],
    ['# PHÒNG, CHỐNG DỊCH.', [1]],
  ])('%s', (source, expected) => {
    expect(levels(source)).toEqual(expected)
  })
})

describe('tables', () => {
  const ROWS = [
    ['TT', 'Chỉ tiêu', 'Kế hoạch'],
    ['1', 'Giường bệnh', '10'],
    ['2', 'Bác sĩ', '8'],
  ]
  it.each([
    ['of pipes', `${HEAD}| 1 | Giường bệnh | 10 |\n| 2 | Bác sĩ | 8 |`],
    ['without outer pipes', 'TT | Chỉ tiêu | Kế hoạch\n---|---|---\n1 | Giường bệnh | 10\n2 | Bác sĩ | 8'],
    ['without a row of dashes', '| TT | Chỉ tiêu | Kế hoạch |\n| 1 | Giường bệnh | 10 |\n| 2 | Bác sĩ | 8 |'],
    ['cut by a page, head repeated', `${HEAD}| 1 | Giường bệnh | 10 |\n\n---\n\nPage 2\n\n${HEAD}| 2 | Bác sĩ | 8 |`],
    ['cut by a page, no head', `${HEAD}| 1 | Giường bệnh | 10 |\n\nTrang 2\n\n| 2 | Bác sĩ | 8 |\n|---|---|---|`],
    [
      'of HTML with blank lines',
      'Bảng:\n\n<TABLE border="1">\n<tr><th>TT</th>\n\n<th>Chỉ tiêu</th><th>Kế hoạch</th></tr>\n\n<tr><td>1</td><td><p>Giường</p> <p>bệnh</p></td><td>10<br></td></tr>\n<tr><td>2<td>Bác sĩ<td>8</table>',
    ],
    ['in tags of cells', `${HEAD}| <b>1</b> | Giường<br>bệnh | $10$ |\n| 2 | <i>Bác sĩ</i> | 8 |`],
  ])('%s', async (_, source) => {
    const cells = cellsOf(await read(source))
    expect(cells.map((rows) => rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' '))))).toEqual([ROWS])
  })

  it('of tabs have the words of their cells, whatever a line would be that begins with them', async () => {
    const rows = [
      ['A', '1.', 'Tỷ lệ **bao phủ**', '- 95,5 %', '12.5', '---'],
      ['B', '1)', 'Số ca/100.000 dân (năm)', 'www.moh.vn', 'a_b_c', '+ Xã – phường'],
    ]
    const [cells] = cellsOf(await read(`Bảng:\n\n${rows.map((row) => row.join('\t')).join('\n')}\n`))
    expect(cells).toEqual([['A', '1.', 'Tỷ lệ bao phủ', '- 95,5 %', '12.5', '---'], rows[1]])
  })

  it('of HTML keep their spans', async () => {
    const document = await read(
      '# A\n\n<table><tr><th rowspan="2">TT</th><th colspan=2>Năm 2024</th></tr><tr><th>Kế hoạch</th><th>Thực hiện</th></tr>' +
        '<tr><td>1</td><td>&ge; $\\geq$ 95</td><td rowspan="9"><b>9</b></td></tr></table>',
    )
    const [table] = tablesIn(document)
    expect(table!.rows.map((row) => row.cells.map(({ column, colSpan, rowSpan }) => [column, colSpan, rowSpan]))).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
      [
        [0, 1, 1],
        [1, 1, 1],
        [2, 1, 1],
      ],
    ])
    expect(table!.rows.map(({ isHead }) => isHead)).toEqual([true, true, false])
    expect(table!.rows[2]!.cells[2]!.bold).toBe(1)
  })

  it('of many rows are one table', async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `| ${i + 1} | Xã ${i + 1} | ${i % 7} |`)
    const [table, ...others] = tablesIn(await read(`${HEAD}${rows.join('\n')}\n\nHết.`))
    expect([table!.rows.length, others.length]).toEqual([1501, 0])
  })

  it('of different things stay apart', async () => {
    const document = await read(`${HEAD}| 1 | Giường | 10 |\n\n| TT | Xã | Số trạm |\n|---|---|---|\n| 1 | Bình An | 1 |`)
    expect(cellsOf(document)).toHaveLength(2)
  })

  it.each([
    [
      'spans without end',
      `<table><tr><td colspan="99999" rowspan="99999">a</td></tr>${'<tr><td>b</td></tr>'.repeat(50)}</table>`,
    ],
    ['tags without end', '<table><tr><td>'.repeat(2000)],
    ['rules without words', '-|-\n'.repeat(2000)],
    ['front matter without end', `---\n${'- a: b\n \n'.repeat(2000)}`],
    ['blank lines', `# a${'\n'.repeat(200_000)}b`],
  ])('hostile %s are read in no time', async (_, source) => {
    const start = performance.now()
    readMarkdown(`# A\n\n${source}`, 'utf-8')
    await read(`**a**\n\n${source}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('letterheads and closings whose lines no blank line parts', () => {
  it.each<[string, string, string[]]>([
    ['the number below the body', 'UBND TỈNH MẪU\nSỞ Y TẾ\nSố: 12 /KH-SYT', ['UBND TỈNH MẪU', 'SỞ Y TẾ', 'Số: 12 /KH-SYT']],
    [
      'the motto',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ],
    ['a signature', 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Mẫu', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Trần Văn Mẫu']],
    [
      'but no sentence that goes on',
      'Thực hiện Kế hoạch số: 12/KH-UBND của tỉnh,\nSở Y tế xây dựng kế hoạch.',
      ['Thực hiện Kế hoạch số: 12/KH-UBND của tỉnh, Sở Y tế xây dựng kế hoạch.'],
    ],
    ['and no title of two lines', 'Phòng, chống sốt xuất huyết\nnăm 2024', ['Phòng, chống sốt xuất huyết năm 2024']],
  ])('stand by themselves: %s', async (_, source, expected) => {
    const document = await read(`${source}

# KẾ HOẠCH
`)
    expect(document.text.split('\n\n').slice(0, -1)).toEqual(expected)
  })
})

describe('a long table in HTML', () => {
  const rows = Array.from({ length: 700 }, (_, i) => [String(i + 1), `Chỉ tiêu thứ ${i + 1}`, String(50 + i)])
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)

  it.each([
    ['a row a line', '\n'],
    ['on one line', ''],
  ])('keeps its rows, %s', async (_, between) => {
    const document = await read(
      `# KẾ HOẠCH\n\nCác chỉ tiêu:\n\n<table>${between}${lines.join(between)}${between}</table>\n\nHết bảng.`,
    )
    expect(cellsOf(document)).toEqual([rows])
    expect(document.text.endsWith('\n\nHết bảng.')).toBe(true)
  })
})
