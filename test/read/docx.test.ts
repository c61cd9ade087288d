// Word files made for one case each: what Word would print stands in the text, once and in order; what it would not does not.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Document, Paragraph, Table } from '../../src/model/document.ts'
import { UnreadableError } from '../../src/model/errors.ts'
import { readDocument } from '../../src/read/index.ts'
import { field, list, lvl, num, numbered, p, r, style, tbl, tc, tr, type WordParts, wordOf } from '../word.ts'

const read = (body: string, parts?: WordParts) => readDocument(wordOf(body, parts))
const textOf = async (body: string, parts?: WordParts) => (await read(body, parts)).text
const paragraphsOf = async (body: string, parts?: WordParts) => (await textOf(body, parts)).split('\n\n')
const told = ({ messages }: Document) => messages.map(({ code, text }) => `${code}: ${text.en}`)
const tables = ({ blocks }: Document) => blocks.filter((block): block is Table => block.kind === 'table')
const first = ({ blocks }: Document) => blocks[0] as Paragraph
const gridOf = (document: Document, table = tables(document)[0]!) =>
  table.rows.map((row) =>
    row.cells.map(
      ({ start, end, column, colSpan, rowSpan }) => `${document.text.slice(start, end)} ${column},${colSpan},${rowSpan}`,
    ),
  )
const END = p('Nơi dòng cuối của văn bản.')

describe('automatic numbers', () => {
  const levels = (...own: string[]) => list(0, ...own)
  const item = (level = 0, numId = 1) => numbered('x', numId, level)
  const labels = async (body: string, numbering: string, styles?: string) =>
    (await paragraphsOf(body + END, { numbering, ...(styles ? { styles } : {}) }))
      .slice(0, -1)
      .map((words) => words.replace(/ ?x$/, ''))

  it.each<[string, string, string, string[]]>([
    [
      'count levels',
      levels(lvl('upperRoman', '%1.'), lvl('decimal', '%1.%2.')) + num(1, 0),
      item() + item(1) + item(1) + item() + item(1),
      ['I.', 'I.1.', 'I.2.', 'II.', 'II.1.'],
    ],
    [
      'are all decimal on a legal level',
      levels(lvl('upperRoman', '%1.'), lvl('lowerLetter', '%1.%2', '<w:isLgl/>')) + num(1, 0),
      item() + item(1),
      ['I.', '1.1'],
    ],
    [
      'go on in another list of the same kind',
      levels(lvl('decimal', '%1.')) + num(1, 0) + num(2, 0),
      item(0, 1) + item(0, 2),
      ['1.', '2.'],
    ],
    [
      'begin anew where a list says so, once',
      levels(lvl('decimal', '%1.')) +
        num(1, 0) +
        num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
      item(0, 1) + item(0, 2) + item(0, 2),
      ['1.', '5.', '6.'],
    ],
    [
      'take the start of a level above that has not begun',
      levels(lvl('decimal', '%1.'), lvl('decimal', '%1.%2')) +
        num(1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'),
      item(1),
      ['3.1'],
    ],
    [
      'take a level that a list gives itself',
      levels(lvl('decimal', '%1.')) +
        num(1, 0, `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">${lvl('upperLetter', '(%1)')}</w:lvl></w:lvlOverride>`),
      item() + item(),
      ['(A)', '(B)'],
    ],
    [
      'run through where a level never restarts',
      levels(lvl('decimal', '%1.'), lvl('decimal', '%2)', '<w:lvlRestart w:val="0"/>')) + num(1, 0),
      item() + item(1) + item() + item(1),
      ['1.', '1)', '2.', '2)'],
    ],
    [
      'restart under the level that they name',
      levels(lvl('decimal', '%1.'), lvl('decimal', '%2)'), lvl('decimal', '%3-', '<w:lvlRestart w:val="1"/>')) + num(1, 0),
      item() + item(1) + item(2) + item(1) + item(2) + item() + item(2),
      ['1.', '1)', '1-', '2)', '2-', '2.', '1-'],
    ],
    ['print the words alone of a level without number', levels(lvl('none', 'Phần')) + num(1, 0), item(), ['Phần']],
    ['print nothing for a level without words', levels(lvl('none', '')) + num(1, 0), item(), ['']],
    ['print no mark of a number that is not there', levels(lvl('none', '%1.')) + num(1, 0), item(), ['']],
    ['have words of their own', levels(lvl('decimal', 'Điều %1.')) + num(1, 0), item() + item(), ['Điều 1.', 'Điều 2.']],
    [
      'count letters as Vietnamese does',
      levels(`${lvl('lowerLetter', '%1)', '')}<w:rPr><w:lang w:val="vi-VN"/></w:rPr>`) + num(1, 0),
      item().repeat(7),
      ['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)'],
    ],
    [
      'count letters as English does elsewhere',
      levels(lvl('lowerLetter', '%1)')) + num(1, 0),
      item().repeat(6),
      ['a)', 'b)', 'c)', 'd)', 'e)', 'f)'],
    ],
    ['pad with zeros', levels(lvl('decimalZero', '%1')) + num(1, 0), item(), ['01']],
    [
      'follow an example of their own',
      levels(
        '<w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/>',
      ) + num(1, 0),
      item(),
      ['001'],
    ],
    ['are words', levels(lvl('vietnameseCounting', 'Đợt %1:')) + num(1, 0), item().repeat(2), ['Đợt một:', 'Đợt hai:']],
    ['are a dash for a sign of a font of pictures', levels(lvl('bullet', '\uF0B7')) + num(1, 0), item(), ['-']],
    [
      'are a plus for a ring, and a plus',
      levels(lvl('bullet', 'o'), lvl('bullet', '+')) + num(1, 0),
      item() + item(1),
      ['+', '+'],
    ],
    [
      'stand without a blank where the level says so',
      levels(lvl('decimal', '(%1)', '<w:suff w:val="nothing"/>')) + num(1, 0),
      item(),
      ['(1)'],
    ],
    [
      'are none for list 0 and for lists that are not there',
      levels(lvl('decimal', '%1.')) + num(1, 0),
      item(0, 0) + item(0, 9) + item(),
      ['', '', '1.'],
    ],
    [
      'that no list reaches stay digits',
      levels(`<w:start w:val="900000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1"/>`) + num(1, 0),
      item(),
      ['900000000'],
    ],
  ])('%s', async (_, numbering, body, expected) => {
    expect(await labels(body, numbering)).toEqual(expected)
  })

  const HEADINGS = [
    style('H1', '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    style('H2', '<w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'),
    style('Own', '<w:name w:val="Mục của tôi"/><w:basedOn w:val="H2"/>'),
    style('Off', '<w:name w:val="Không số"/><w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
    style('Third', '<w:name w:val="Ba"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  ].join('')
  const MULTI =
    levels(lvl('upperRoman', '%1.'), lvl('decimal', '%2.'), lvl('lowerLetter', '%3)', '<w:pStyle w:val="Third"/>')) + num(1, 0)
  const styled = (id: string, more = '') => p('x', `<w:pStyle w:val="${id}"/>${more}`)

  it('come from the style of a heading, a style below it, and the style that a level names', async () => {
    expect(await labels(styled('H1') + styled('H2') + styled('Own') + styled('Third') + styled('Off'), MULTI, HEADINGS)).toEqual([
      'I.',
      '1.',
      '2.',
      'a)',
      '',
    ])
  })

  it('of a style are switched off by a paragraph', async () => {
    const off = styled('H1', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await labels(styled('H1') + off + styled('H1'), MULTI, HEADINGS)).toEqual(['I.', '', 'II.'])
  })

  it('leave out paragraphs that were deleted, moved away or hidden', async () => {
    const gone = (mark: string, wrap: string) =>
      `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr></w:pPr>${wrap}</w:p>`
    const deleted = gone('<w:del w:id="1"/>', '<w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del>')
    const moved = gone('<w:moveFrom w:id="3"/>', `<w:moveFrom w:id="4">${r('dời')}</w:moveFrom>`)
    const hidden = gone('<w:vanish/>', r('ẩn', '<w:vanish/>'))
    const numbering = levels(lvl('decimal', '%1.')) + num(1, 0)
    expect(await labels(item() + deleted + moved + hidden + item(), numbering)).toEqual(['1.', '2.'])
  })

  it('stand in cells that hold nothing else', async () => {
    const numbering = levels(lvl('decimal', '%1')) + num(1, 0)
    const row = (words: string) => tr([tc(numbered('', 1)), words])
    expect(await textOf(tbl([row('Một'), row('Hai')]), { numbering })).toBe('1\tMột\n2\tHai')
  })

  it('of a text box count once', async () => {
    const content = `<w:txbxContent>${item()}</w:txbxContent>`
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await labels(item() + p(box) + item(), levels(lvl('decimal', '%1.')) + num(1, 0))).toEqual(['1.', '2.', '3.'])
  })
})

describe('tables', () => {
  const VM = (start = false) => `<w:vMerge${start ? ' w:val="restart"' : ''}/>`
  const SPAN = (span: number) => `<w:gridSpan w:val="${span}"/>`

  it('keep merges down and across, and rows of the head', async () => {
    const document = await read(
      tbl([
        tr([tc('TT', VM(true)), tc('Năm 2024', SPAN(2))], '<w:tblHeader/>'),
        tr([tc('', VM()), 'Giao', 'Đạt'], '<w:tblHeader w:val="true"/>'),
        tr(['1', '2', '3'], '<w:tblHeader w:val="0"/>'),
      ]),
    )
    expect(gridOf(document)).toEqual([
      ['TT 0,1,2', 'Năm 2024 1,2,1'],
      ['Giao 1,1,1', 'Đạt 2,1,1'],
      ['1 0,1,1', '2 1,1,1', '3 2,1,1'],
    ])
    expect(tables(document)[0]!.rows.map(({ isHead }) => isHead)).toEqual([true, true, false])
  })

  it('begin a new cell where a merge does not line up', async () => {
    const document = await read(
      tbl([tr([tc('A', SPAN(2) + VM(true)), 'B']), tr([tc('', VM()), 'C', 'D']), tr([tc('E', VM()), 'F', 'G'])]),
    )
    expect(gridOf(document)).toEqual([
      ['A 0,2,1', 'B 2,1,1'],
      [' 0,1,2', 'C 1,1,1', 'D 2,1,1'],
      ['F 1,1,1', 'G 2,1,1'],
    ])
    expect(told(document)).toEqual(['read/ignored: Left out on purpose: words in a merged cell.'])
  })

  it('keep the place of columns that a row leaves out', async () => {
    const document = await read(
      tbl([tr(['A', 'B', 'C']), tr(['D', 'E'], '<w:gridBefore w:val="1"/>'), tr(['F'], '<w:gridAfter w:val="2"/>')]),
    )
    expect(gridOf(document)).toEqual([['A 0,1,1', 'B 1,1,1', 'C 2,1,1'], ['D 1,1,1', 'E 2,1,1'], ['F 0,1,1']])
  })

  it('lose columns that only dragged borders make, and no other', async () => {
    const rows = [tr(['TT', tc('A', SPAN(3)), tc('B', SPAN(2))]), tr(['1', '2', '3', tc('4', SPAN(2)), '5'])]
    const widths = [500, 900, 900, 60, 900, 900]
    expect(gridOf(await read(tbl(rows, widths)))).toEqual([
      ['TT 0,1,1', 'A 1,2,1', 'B 3,2,1'],
      ['1 0,1,1', '2 1,1,1', '3 2,1,1', '4 3,1,1', '5 4,1,1'],
    ])
    const narrow = await read(tbl([tr(['TT', tc('A', SPAN(2))]), tr(['1', '2', '3'])], [500, 60, 900]))
    expect(gridOf(narrow)[1]).toEqual(['1 0,1,1', '2 1,1,1', '3 2,1,1'])
  })

  it('are read without rows and cells that were deleted or hidden', async () => {
    const rows = [
      tr(['A', tc('bỏ', '<w:cellDel w:id="1"/>'), 'B']),
      tr(['bỏ', 'bỏ'], '<w:del w:id="2"/>'),
      tr(['C', 'D'], '<w:ins w:id="3"/>'),
      tr(['bỏ', 'bỏ'], '<w:hidden/>'),
    ]
    const document = await read(tbl(rows))
    expect(document.text).toBe('A\tB\nC\tD')
    expect(told(document)).toHaveLength(1)
  })

  it('read rows and cells in content controls, beside marks that are none', async () => {
    const sdt = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
    const row = `<w:tr><w:bookmarkStart w:id="1" w:name="a"/>${tc('A', VM(true))}${sdt(tc('B'))}<w:bookmarkEnd w:id="1"/></w:tr>`
    expect(gridOf(await read(tbl([row, sdt(tr([tc('', VM()), 'C']))])))).toEqual([['A 0,1,2', 'B 1,1,1'], ['C 1,1,1']])
  })

  it('keep the words of a small table inside a cell, in order', async () => {
    const inner = tbl([tr(['x', 'y']), tr(['z', 't'])])
    expect(await textOf(tbl([tr(['A', 'B']), tr(['1', tc(p('trước') + inner + p('sau'))])]))).toBe('A\tB\n1\ttrước x y z t sau')
  })

  const DATA = tbl([tr(['TT', 'Chỉ tiêu']), tr(['1', 'Tỷ lệ tiêm chủng']), tr(['2', 'Số giường bệnh'])])

  it.each<[string, string, number]>([
    ['one cell', tbl([tr([tc(p('Bảng 1') + DATA)])]), 1],
    ['one column', tbl([tr([tc(p('Bảng 1'))]), tr([tc(DATA + p(''))])]), 1],
    ['few cells', tbl([tr(['Bảng 1', '']), tr([tc(DATA), ''])]), 1],
    ['frames in frames', tbl([tr([tc(tbl([tr([tc(p('Bảng 1') + DATA)])]) + p(''))])]), 1],
  ])('that only frame another table are opened: %s', async (_, body, count) => {
    const document = await read(body)
    expect(tables(document)).toHaveLength(count)
    expect(document.text).toBe('Bảng 1\n\nTT\tChỉ tiêu\n1\tTỷ lệ tiêm chủng\n2\tSố giường bệnh')
  })

  it('with a letterhead inside another table become its lines', async () => {
    const letterhead = tbl([
      tr([tc(p('SỞ Y TẾ') + p('Số: 12/KH-SYT')), tc(p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + p('Độc lập - Tự do - Hạnh phúc'))]),
    ])
    const lines = await paragraphsOf(tbl([tr([tc(letterhead + p(''))])]) + p('KẾ HOẠCH'))
    expect(lines).toEqual([
      'SỞ Y TẾ',
      'Số: 12/KH-SYT',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'KẾ HOẠCH',
    ])
  })

  it('do not grow with a damaged span', async () => {
    const document = await read(tbl([tr([tc('A', SPAN(900_000_000)), 'B']), tr(['C', 'D'])]))
    expect(document.text).toBe('A\tB\nC\tD')
    expect(tables(document)[0]!.columnCount).toBeLessThan(500)
  })
})

describe('what stands in a paragraph', () => {
  it.each<[string, string, string]>([
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:alias w:val="Tên"/></w:sdtPr><w:sdtContent>${r('trong ô')}</w:sdtContent></w:sdt>`,
      'trong ô',
    ],
    [
      'smart tags and custom XML',
      `<w:smartTag w:element="place">${r('Huế')}</w:smartTag><w:customXml w:element="x">${r(' xưa')}</w:customXml>`,
      'Huế xưa',
    ],
    ['links', `<w:hyperlink r:id="x" w:anchor="y">${r('syt.gov.vn')}</w:hyperlink>`, 'syt.gov.vn'],
    ['simple fields', `<w:fldSimple w:instr=" DATE ">${r('5/3/2024')}</w:fldSimple>`, '5/3/2024'],
    ['long fields, by their result', r('xem ') + field(' HYPERLINK "http://a.vn/b" ', r('tại đây')), 'xem tại đây'],
    [
      'fields inside instructions',
      field(`IF </w:instrText></w:r>${field('MERGEFIELD a', r('ẩn'))}<w:r><w:instrText> = 1`, r('có')),
      'có',
    ],
    [
      'fields without result',
      '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>XE "mục"</w:instrText><w:fldChar w:fldCharType="end"/></w:r>' +
        r('chữ'),
      'chữ',
    ],
    ['ends of fields that never began', `<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('chữ')}`, 'chữ'],
    ['page numbers', r('trang ') + field('PAGE', r('7')) + r('.'), 'trang .'],
    [
      'boxes to tick',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar><w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="end"/></w:r>' +
        r(' có'),
      '☒ có',
    ],
    ['signs of Symbol', `${r('tỷ lệ ')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${r(' 95')}`, 'tỷ lệ ≥ 95'],
    ['signs of Symbol typed as text', r('\uF0B3 95', '<w:rFonts w:ascii="Symbol"/>'), '≥ 95'],
    [
      'signs of Symbol as fields',
      field('SYMBOL 179 \\f "Symbol"', '').replace(/<w:r><w:fldChar w:fldCharType="separate"\/><\/w:r>/, '') + r(' 95'),
      '≥ 95',
    ],
    [
      'hyphens that do not break or do not show',
      `<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>KH thông</w:t><w:softHyphen/><w:t>báo</w:t></w:r>`,
      '12-KH thôngbáo',
    ],
    ['tabs', '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab w:alignment="right"/><w:t>c</w:t></w:r>', 'a b c'],
    [
      'breaks',
      '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t></w:r>',
      'a\n\nb\n\nc\n\nd',
    ],
    [
      'formulas',
      `<m:oMath><m:r><m:t>k=</m:t></m:r><m:f><m:fPr/><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`,
      'k=(a+b)/2x^2',
    ],
    [
      'words with readings above them',
      `<w:r><w:ruby><w:rubyPr/><w:rt>${r('đọc')}</w:rt><w:rubyBase>${r('chữ')}</w:rubyBase></w:ruby></w:r>`,
      'chữ',
    ],
    ['decomposed letters and entities', r('Y te\u0302\u0301 &amp; &lt;5%'), 'Y tế & <5%'],
    [
      'words with marks inside',
      r('Y ') +
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/>' +
        r('tế') +
        '<w:bookmarkEnd w:id="0"/><w:permStart w:id="1"/>',
      'Y tế',
    ],
  ])('%s are read', async (_, inner, expected) => {
    const document = await read(p(inner) + END)
    expect(document.text).toBe(`${expected}\n\nNơi dòng cuối của văn bản.`)
    expect(told(document)).toEqual([])
  })

  it('a field that is never closed hides nothing', async () => {
    const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    expect(await paragraphsOf(p(open + r('Một')) + END)).toEqual(['Một', 'Nơi dòng cuối của văn bản.'])
  })

  it('a table of contents that is never closed hides nothing', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    const document = await read(p(`${begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Một')}`) + END)
    expect(document.text).toBe('Một\n\nNơi dòng cuối của văn bản.')
    expect(told(document)).toEqual([])
  })

  it('comments are left out, and the program says so', async () => {
    const comments = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    const marks = '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
    const document = await read(p(`<w:commentRangeStart w:id="1"/>${r('chữ')}${marks}`) + END, {
      others: { 'word/comments.xml': comments },
    })
    expect(document.text).toBe('chữ\n\nNơi dòng cuối của văn bản.')
    expect(told(document)).toEqual(['read/ignored: Left out on purpose: comments.'])
  })

  it('hidden words are left out, also by a style, and the program says so', async () => {
    const styles = style('Hid', '<w:name w:val="Ẩn"/><w:rPr><w:vanish/></w:rPr>', 'character')
    const document = await read(
      p(
        r('thấy') +
          r(' ẩn', '<w:vanish/>') +
          r(' ẩn', '<w:rStyle w:val="Hid"/>') +
          r(' nữa', '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>'),
      ) + END,
      { styles },
    )
    expect(document.text.split('\n\n')[0]).toBe('thấy nữa')
    expect(told(document)).toEqual(['read/ignored: Left out on purpose: hidden text.'])
  })

  it('an initial set apart belongs to its word', async () => {
    expect(await paragraphsOf(p('K', '<w:framePr w:dropCap="drop"/>') + p('ế hoạch năm 2024'))).toEqual(['Kế hoạch năm 2024'])
  })

  it('elements that nobody knows are reported once and their words read', async () => {
    const document = await read(`${p(`<w:odd>${r('chữ')}</w:odd><w:odd/>`)}<w:strange>${p('đoạn văn bản lạ')}</w:strange>`)
    expect(document.text).toBe('chữ\n\nđoạn văn bản lạ')
    expect(told(document)).toEqual(['read/unknown-element: Not read: w:odd.', 'read/unknown-element: Not read: w:strange.'])
  })
})

describe('tracked changes', () => {
  it('are read as accepted', async () => {
    const document = await read(
      p(`${r('Giao ')}<w:del w:id="1"><w:r><w:delText>95</w:delText></w:r></w:del><w:ins w:id="2">${r('96')}</w:ins>${r(' %')}`) +
        `<w:p><w:moveFrom w:id="3">${r('dời đi ')}</w:moveFrom>${r('ở lại')}<w:moveTo w:id="4">${r(' dời đến')}</w:moveTo></w:p>`,
    )
    expect(document.text).toBe('Giao 96 %\n\nở lại dời đến')
    expect(document.messages.map(({ code }) => code)).toEqual(['read/changes-accepted'])
  })

  it('join paragraphs whose mark was deleted, not beyond a table', async () => {
    const cut = (words: string) => p(words, '<w:rPr><w:del w:id="1"/></w:rPr>')
    expect(await paragraphsOf(cut('Sở Y') + p(' tế tỉnh') + cut('trước') + tbl([tr(['A', 'B'])]) + cut('cuối'))).toEqual([
      'Sở Y tế tỉnh',
      'trước',
      'A\tB',
      'cuối',
    ])
  })

  it('leave old properties alone', async () => {
    const old = '<w:rPrChange w:id="1"><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange>'
    const document = await read(
      p(r('Kế hoạch công tác', old), '<w:pPrChange w:id="2"><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'),
    )
    expect(first(document).look).toMatchObject({ bold: 0, align: null })
  })
})

describe('drawings', () => {
  const anchor = (inner: string, cx = 1_000_000, cy = 1_000_000) =>
    `<w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>123456</wp:posOffset></wp:positionH><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="1" name="Hình 1" descr="mô tả ảnh"/><a:graphic>${inner}</a:graphic></wp:anchor></w:drawing></w:r>`
  const shape = (content: string) =>
    anchor(
      `<a:graphicData uri="x/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>`,
    )
  const vml = (content: string) =>
    `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
  const both = (content: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${shape(content).slice(5, -6)}</mc:Choice><mc:Fallback>${vml(content).slice(5, -6)}</mc:Fallback></mc:AlternateContent></w:r>`
  const picture = (cx?: number, cy?: number) =>
    anchor('<a:graphicData uri="x/picture"><pic:pic><pic:blipFill/></pic:pic></a:graphicData>', cx, cy)

  it.each<[string, (content: string) => string]>([
    ['new', shape],
    ['old', vml],
    ['both', both],
  ])('%s text boxes are read once, behind their paragraph', async (_, box) => {
    const document = await read(p(r('neo') + box(p('trong hộp') + tbl([tr(['A', 'B'])]))) + END)
    expect(document.text).toBe('neo\n\ntrong hộp\n\nA\tB\n\nNơi dòng cuối của văn bản.')
    expect(told(document)).toEqual([])
  })

  it('text boxes in text boxes and in cells are read once', async () => {
    expect(await textOf(tbl([tr(['A', tc(p(r('B') + both(p(r('C') + both(p('D'))))))])]))).toBe('A\tB C D')
  })

  it('words of WordArt are read', async () => {
    expect(await textOf(p('<w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r>') + END)).toContain(
      'DỰ THẢO',
    )
  })

  it('charts, diagrams, embedded objects and inserted files are reported', async () => {
    const document = await read(
      p(
        anchor('<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/>') +
          anchor('<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'),
      ) +
        p('<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>') +
        '<w:altChunk r:id="y"/>' +
        END,
    )
    expect(told(document)).toEqual(
      ['a chart', 'a SmartArt diagram', 'an embedded object (Excel.Sheet.12)', 'an inserted file (altChunk)'].map(
        (what) => `read/unknown-element: Not read: ${what}.`,
      ),
    )
  })

  it('pictures beside words are reported, those of a page as a warning', async () => {
    const document = await read(p(picture()) + p(picture(7_000_000, 9_900_000)) + END)
    expect(document.text).toBe('Nơi dòng cuối của văn bản.')
    expect(document.messages.map(({ code, severity }) => [code, severity])).toEqual([
      ['read/pictures', 'info'],
      ['read/page-pictures', 'warning'],
    ])
  })

  it.each<[string, string, string]>([
    ['pictures and no words', p(picture()) + p('Trang 1'), 'no-text'],
    ['nothing', p(''), 'empty'],
    ['an inserted file alone', '<w:altChunk r:id="y"/>', 'no-text'],
  ])('a file with %s is refused', async (_, body, reason) => {
    const error = await read(body).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason })
  })
})

describe('around the body', () => {
  const section = (references: string, more = '') => `<w:sectPr>${references}${more}</w:sectPr>`
  const head = (id: string, type = 'default', kind = 'header') => `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`
  const furniture = ({ furniture: found, text }: Document) =>
    found.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

  it('headers and footers are furniture, without page numbers', async () => {
    const document = await read(END + section(head('h1') + head('h2', 'default', 'footer')), {
      headers: {
        h1:
          p(field('PAGE', r('2'))) +
          tbl([tr(['Sở Y tế', tc(p(r('Trang ') + field('PAGE', r('3')) + r('/') + field('NUMPAGES', r('9'))))])]),
        h2: p('Lưu hành nội bộ') + p('- 4 -'),
      },
    })
    expect(furniture(document)).toEqual(['running-head: Sở Y tế', 'running-head: Lưu hành nội bộ'])
    expect(tables(document)).toEqual([])
  })

  it.each<[string, string, WordParts, string[]]>([
    [
      'a first page that is set apart',
      section(head('h1', 'first') + head('h2'), '<w:titlePg/>'),
      {},
      ['running-head: một', 'running-head: hai'],
    ],
    ['a first page that is not', section(head('h1', 'first') + head('h2')), {}, ['running-head: hai']],
    ['even pages that are like odd ones', section(head('h1', 'even') + head('h2')), {}, ['running-head: hai']],
    [
      'even pages of their own',
      section(head('h1', 'even') + head('h2')),
      { settings: '<w:evenAndOddHeaders/>' },
      ['running-head: một', 'running-head: hai'],
    ],
    ['a header that is not there', section(head('h7')), {}, []],
  ])('headers are those that a page shows: %s', async (_, properties, parts, expected) => {
    expect(furniture(await read(END + properties, { ...parts, headers: { h1: p('một'), h2: p('hai') } }))).toEqual(expected)
  })

  it('a letterhead in the header of the first page heads the text, unless it stands in the text', async () => {
    const motto = tbl([tr(['SỞ Y TẾ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])])
    const properties = section(head('h1', 'first'), '<w:titlePg/>')
    const lifted = await read(p('KẾ HOẠCH') + properties, { headers: { h1: motto } })
    expect(lifted.text).toBe('SỞ Y TẾ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKẾ HOẠCH')
    const twice = await read(motto + p('KẾ HOẠCH') + properties, { headers: { h1: motto } })
    expect(furniture(twice)).toHaveLength(2)
  })

  const note = (id: number, words: string, type = '') =>
    `<w:footnote w:id="${id}" ${type}>${p(`<w:r><w:footnoteRef/></w:r>${r(words)}`)}</w:footnote>`
  const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`

  it('notes stand in the order of their marks; those without a mark are none', async () => {
    const footnotes = note(-1, 'vạch', 'w:type="separator"') + note(1, 'một') + note(2, 'hai') + note(3, 'ba') + note(4, 'bốn')
    const document = await read(p(`${r('a') + mark(2) + r(' b') + mark(1)}<w:del w:id="9">${mark(3)}</w:del>`) + END, {
      footnotes,
    })
    expect(furniture(document)).toEqual(['note: hai', 'note: một'])
    expect(document.text.startsWith('a b\n\n')).toBe(true)
  })

  it('a table of contents is left out, by field, block or style; a word of it elsewhere is not', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const entry = (words: string) => `${r(words)}<w:r><w:tab/></w:r>${field('PAGEREF x', r('3'))}`
    const byField = p(begin + entry('I. MỤC ĐÍCH')) + p(entry('II. NỘI DUNG')) + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    const byBlock = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('MỤC LỤC')}${p('I. MỤC ĐÍCH 3')}</w:sdtContent></w:sdt>`
    const toc = '<w:pStyle w:val="T1"/>'
    const document = await read(byField + byBlock + p('I. MỤC ĐÍCH 3', toc) + p('I. MỤC ĐÍCH', toc) + END, {
      styles: style('T1', '<w:name w:val="toc 1"/>'),
    })
    expect(document.text).toBe('I. MỤC ĐÍCH\n\nNơi dòng cuối của văn bản.')
    expect(told(document)).toEqual(['read/ignored: Left out on purpose: the table of contents.'])
  })
})

describe('looks', () => {
  const STYLES =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    style('Normal', '<w:name w:val="Normal"/>', 'paragraph', 'w:default="1"') +
    style(
      'Bold',
      '<w:name w:val="Đậm"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>',
    ) +
    style('Below', '<w:name w:val="Dưới"/><w:basedOn w:val="Bold"/><w:rPr><w:i/></w:rPr>') +
    style('Plain', '<w:name w:val="Thường"/><w:basedOn w:val="Bold"/><w:rPr><w:b w:val="0"/></w:rPr>') +
    style('Caps', '<w:name w:val="Hoa"/><w:rPr><w:caps/></w:rPr>') +
    style('Strong', '<w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>', 'character')
  const styled = (id: string, run = '', more = '') =>
    p(r('Công tác y tế', run), `${id === '' ? '' : `<w:pStyle w:val="${id}"/>`}${more}`)

  it.each<[string, string, object]>([
    ['the defaults', styled(''), { bold: 0, italic: 0, size: 14, align: null }],
    ['a paragraph style', styled('Bold'), { bold: 1, italic: 0, size: 13, align: 'center' }],
    ['a style based on it', styled('Below'), { bold: 1, italic: 1, size: 13, align: 'center' }],
    ['a style that takes it back', styled('Plain'), { bold: 0 }],
    ['a style that is not there', styled('Nowhere'), { bold: 0, size: 14 }],
    ['a character style', styled('', '<w:rStyle w:val="Strong"/>'), { bold: 1, size: 14 }],
    ['two that cancel out', styled('Bold', '<w:rStyle w:val="Strong"/>'), { bold: 0 }],
    [
      'the run itself over all',
      styled('Bold', '<w:b w:val="false"/><w:i w:val="on"/><w:sz w:val="30"/>'),
      { bold: 0, italic: 1, size: 15 },
    ],
    ['the paragraph itself', styled('Bold', '', '<w:jc w:val="both"/>'), { align: 'justify' }],
    ['sides of the strict edition', styled('', '', '<w:jc w:val="end"/>'), { align: 'right' }],
  ])('come from %s', async (_, body, look) => {
    expect(first(await read(body, { styles: STYLES })).look).toMatchObject(look)
  })

  it('capitals of a look are capitals of the text', async () => {
    expect(
      await paragraphsOf(styled('Caps') + styled('', '<w:smallCaps/>') + styled('Caps', '<w:caps w:val="0"/>'), {
        styles: STYLES,
      }),
    ).toEqual(['CÔNG TÁC Y TẾ', 'CÔNG TÁC Y TẾ', 'Công tác y tế'])
  })

  it.each<[string, string, string, number | null]>([
    ['a name', '<w:name w:val="heading 2"/>', '', 2],
    ['a name in capitals', '<w:name w:val="Heading 1"/>', '', 1],
    ['a Vietnamese name', '<w:name w:val="Tiêu đề 3"/>', '', 3],
    ['an outline level', '<w:name w:val="Mục lớn"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>', '', 1],
    ['an outline level of the paragraph', '<w:name w:val="Normal"/>', '<w:outlineLvl w:val="1"/>', 2],
    ['an outline level that is body text', '<w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', '', null],
    ['another name', '<w:name w:val="Heading of a table"/>', '', null],
  ])('the level of a heading comes from %s', async (_, xml, more, level) => {
    expect(first(await read(styled('S', '', more), { styles: style('S', xml) })).level).toBe(level)
  })
})

describe('a letterhead set with tabs', () => {
  const line = (left: string, right: string) => p(`<w:r><w:t>${left}</w:t><w:tab/><w:tab/><w:t>${right}</w:t></w:r>`)
  const HEAD =
    line('UBND TỈNH MẪU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + line('SỞ Y TẾ', 'Độc lập - Tự do - Hạnh phúc') + p('-------')

  it('becomes two columns', async () => {
    const document = await read(HEAD + line('Số: 5/KH-SYT', 'Mẫu, ngày 5 tháng 3 năm 2024') + p('KẾ HOẠCH'))
    expect(document.blocks.map((block) => [document.text.slice(block.start, block.end), (block as Paragraph).column])).toEqual([
      ['UBND TỈNH MẪU', 0],
      ['SỞ Y TẾ', 0],
      ['Số: 5/KH-SYT', 0],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 1],
      ['Độc lập - Tự do - Hạnh phúc', 1],
      ['Mẫu, ngày 5 tháng 3 năm 2024', 1],
      ['KẾ HOẠCH', null],
    ])
  })

  it('is none without the name of the state', async () => {
    expect(await paragraphsOf(line('Điện thoại', '0123') + p('KẾ HOẠCH'))).toEqual(['Điện thoại 0123', 'KẾ HOẠCH'])
  })
})

describe('the container', () => {
  it.each<[string, WordParts]>([
    ['the strict edition', { namespaces: 'strict' }],
    ['other prefixes', { namespaces: 'odd' }],
    ['a main part of another name', { main: 'word/document2.xml' }],
  ])('is read with %s', async (_, parts) => {
    const body = tbl([tr(['A', tc('B', '<w:gridSpan w:val="2"/>')]), tr(['C', 'D', 'E'])]) + p(r('Kế hoạch', '<w:b/>'))
    const document = await read(body, parts)
    expect(document.text).toBe('A\tB\nC\tD\tE\n\nKế hoạch')
    expect((document.blocks[1] as Paragraph).look.bold).toBe(1)
  })

  it.each<[string, string]>([
    ['application/vnd.ms-word.document.macroEnabled.main+xml', 'application/vnd.ms-word.document.macroEnabled.12'],
    ['application/vnd.ms-word.template.macroEnabledTemplate.main+xml', 'application/vnd.ms-word.template.macroEnabled.12'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
    ],
    ['text/plain', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('names its type: %s', async (contentType, mediaType) => {
    expect((await read(END, { contentType })).mediaType).toBe(mediaType)
  })

  it('names its signatures in order of time', async () => {
    const sign = (name: string, time: string) =>
      `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo><X509Data><X509SubjectName>CN=${name}, O=Sở Y tế, C=VN</X509SubjectName></X509Data></KeyInfo><Object><mdssi:SignatureTime xmlns:mdssi="http://schemas.openxmlformats.org/package/2006/digital-signature"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>${time}</mdssi:Value></mdssi:SignatureTime></Object></Signature>`
    const others = {
      '_xmlsignatures/sig1.xml': sign('Trần Thị B', '2024-03-06T02:00:00Z'),
      '_xmlsignatures/sig2.xml': sign('Nguyễn Văn A', '2024-03-05T09:00:00Z'),
      '_xmlsignatures/sig3.xml': '<Other/>',
    }
    expect((await read(END, { others })).signatures).toEqual([
      { signer: 'Nguyễn Văn A', time: '2024-03-05T09:00:00Z' },
      { signer: 'Trần Thị B', time: '2024-03-06T02:00:00Z' },
    ])
  })

  it.each<[string, Uint8Array, string]>([
    ['another root', zipSync({ 'word/document.xml': strToU8('<html/>') }), 'unknown-type'],
    [
      'elements nested without end',
      wordOf(tbl([tr([`<w:tc>${'<w:sdt><w:sdtContent>'.repeat(300)}${p('a')}${'</w:sdtContent></w:sdt>'.repeat(300)}</w:tc>`])])),
      'damaged',
    ],
    ['styles that are no XML', wordOf(END, { styles: '<w:style>' }), 'damaged'],
  ])('is refused with %s', async (_, bytes, reason) => {
    expect(await readDocument(bytes).catch((thrown: unknown) => thrown)).toMatchObject({ reason })
  })

  it('survives styles that are based on each other', async () => {
    const styles =
      style('A', '<w:name w:val="A"/><w:basedOn w:val="B"/>') + style('B', '<w:name w:val="B"/><w:basedOn w:val="A"/>')
    expect(await textOf(p('Kế hoạch công tác', '<w:pStyle w:val="A"/>'), { styles })).toBe('Kế hoạch công tác')
  })
})
