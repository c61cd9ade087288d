// Web pages, whole or in pieces, also those that Word saves: what a browser shows becomes text, and nothing else does.
import { describe, expect, it } from 'vitest'
import type { Paragraph, Table } from '../../src/model/document.ts'
import { UnreadableError } from '../../src/model/errors.ts'
import { detectType } from '../../src/read/detect.ts'
import { readDocument } from '../../src/read/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const page = (body: string, head = '') => readDocument(bytes(`<html><head>${head}</head><body>${body}</body></html>`))
const paragraphs = async (body: string, head = '') => (await page(body, head)).text.split('\n\n')
const tableIn = async (body: string) => {
  const document = await page(body)
  const table = document.blocks.find((block): block is Table => block.kind === 'table')!
  return table.rows.map((row) =>
    row.cells
      .map((cell) => `${document.text.slice(cell.start, cell.end)}@${cell.column}+${cell.colSpan}x${cell.rowSpan}`)
      .join(' '),
  )
}
const refusal = (source: string) =>
  readDocument(bytes(source)).then(
    () => null,
    (error: unknown) => error,
  )

describe('the type of text with tags', () => {
  it.each([
    ['a whole page', '<!DOCTYPE html>\n<html><body><p>Kế hoạch</p></body></html>', 'html'],
    ['a page without html', '<META charset="utf-8"><title>x</title><p>Kế hoạch', 'html'],
    ['a page behind a comment', '<!-- saved from url=(0014)about:internet -->\r\n<html><p>Kế hoạch</p></html>', 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Kế hoạch</p></html>', 'html'],
    ['a piece of a page', '  <figure class="table"><table><tr><td>Số: 1</td></tr></table></figure><p>Căn cứ</p>', 'html'],
    ['a piece with blank lines', '<div>\n\n<p>Một</p>\n\n<p>Hai</p>\n\n</div>', 'html'],
    ['Markdown with a few tags', '<b>KẾ HOẠCH</b>\n\n1. Một<br>Hai\n\n2. Ba', 'markdown'],
    [
      'Markdown that begins with a centred block',
      '<div align="center">\n\n# KẾ HOẠCH\n\n</div>\n\n<p>a</p>\n\nNội dung',
      'markdown',
    ],
    [
      'text behind a table in tags, as Markdown has it',
      '<table><tr><td>1</td></tr></table>\n\nCác đơn vị triển khai kế hoạch này và báo cáo về Sở.',
      'markdown',
    ],
    ['text that speaks of less and more', '<p> là ký hiệu; a < b và b > c', 'text'],
  ])('%s', (_, source, type) => {
    expect(detectType(bytes(source)).type).toBe(type)
  })

  it('is found in UTF-16 and in old code pages', () => {
    const wide = Buffer.from('\ufeff<html><body><p>Kế hoạch</p></body></html>', 'utf16le')
    expect(detectType(new Uint8Array(wide)).type).toBe('html')
    expect(detectType(Uint8Array.from(Buffer.from('<html><p>K\xea\xec hoa\xf2ch</p></html>', 'latin1'))).type).toBe('html')
  })
})

describe('HTML', () => {
  it.each([
    ['UTF-8', bytes('<p>Kế hoạch</p><p>y tế</p>'), 'utf-8'],
    ['UTF-8 that calls itself something else', bytes('<meta charset=windows-1252><p>Kế hoạch</p><p>y tế</p>'), 'utf-8'],
    [
      'windows-1258 by name',
      Buffer.from('<meta charset="windows-1258"><p>K\xea\xec hoa\xf2ch</p><p>y t\xea\xec</p>', 'latin1'),
      'windows-1258',
    ],
    ['windows-1258 without a name', Buffer.from('<html><p>K\xea\xec hoa\xf2ch</p><p>y t\xea\xec</p>', 'latin1'), 'windows-1258'],
    ['UTF-16 with a mark', Buffer.from('\ufeff<html><p>Kế hoạch</p><p>y tế</p>', 'utf16le'), 'utf-16le'],
    ['numbered letters', bytes('<p>K&#7871; ho&#x1EA1;ch</p><p>y t&#7871;</p>'), 'utf-8'],
  ])('%s is read as composed text', async (name, source, encoding) => {
    const document = await readDocument(new Uint8Array(source))
    expect(document.text).toBe('Kế hoạch\n\ny tế')
    expect(document.encoding).toBe(encoding)
    expect(document.messages.map(({ code }) => code)).toEqual(name.includes('without') ? ['read/encoding-guessed'] : [])
  })

  it('keeps levels, bold, italic and alignment, also from style sheets', async () => {
    const { blocks, text } = await page(
      '<h2>I. MỤC ĐÍCH</h2><p class="giua">KẾ HOẠCH</p><p><strong>1. Một:</strong> hai</p><p style="text-align:right"><i>ngày 1</i></p>',
      '<style><!-- p.giua {text-align: center; font-weight: bold} div p {font-weight:bold} --></style>',
    )
    const looks = (blocks as Paragraph[]).map(({ start, end, look, level, boldEnd }) => [
      text.slice(start, end), level, look.bold, look.italic, look.align, boldEnd && text.slice(start, boldEnd),
    ]) // biome-ignore format: a row each
    expect(looks).toEqual([
      ['I. MỤC ĐÍCH', 2, 1, 0, null, null],
      ['KẾ HOẠCH', null, 1, 0, 'center', null],
      ['1. Một: hai', null, expect.closeTo(0.66, 1), 0, null, '1. Một:'],
      ['ngày 1', null, 0, 1, 'right', null],
    ])
  })

  it('ends a line at br and joins what is only wrapped', async () => {
    expect(await paragraphs('<p>UBND TỈNH\n  MẪU<br>SỞ&nbsp;Y TẾ</p>Chữ <b>ngoài</b> đoạn<div>khác</div>')).toEqual([
      'UBND TỈNH MẪU',
      'SỞ Y TẾ',
      'Chữ ngoài đoạn',
      'khác',
    ])
  })

  it('leaves out what is not shown', async () => {
    expect(
      await paragraphs(
        '<script>a()</script><p>Hiện</p><p style="display:none">Ẩn</p><p>một<span style="mso-hide:all">hai</span><del>ba</del></p><!--[if gte mso 9]><p>bốn</p><![endif]-->',
        '<title>Tên</title><style>.x{}</style>',
      ),
    ).toEqual(['Hiện', 'một'])
  })

  it.each([
    ['<ol><li>a<li>b</ol>', ['1. a', '2. b']],
    ['<ol start=3 type=a><li>x<li value=7>y<li>z</ol>', ['c. x', 'g. y', 'h. z']],
    ['<ol type="I"><li>a<ol><li>b</ol><li>c</ol>', ['I. a', '1. b', 'II. c']],
    ['<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul>', ['- a', '+ b', '- c', 'd']],
    ['<ol type=I><li>a</ol><p>x</p><ol type=I><ol start=2><li>b</ol><li>c</ol>', ['I. a', 'x', '2. b', 'II. c']],
    ['<ul><li>- a<li>1. b</ul>', ['- a', '1. b']],
    ['<ol style="list-style-type: upper-roman"><li>a</ol><ul style="list-style:none"><li>b</ul>', ['I. a', 'b']],
  ])('prints the marks of lists: %s', async (body, lines) => {
    expect(await paragraphs(body)).toEqual(lines)
  })

  it('takes the numbers that Word wrote beside its lists', async () => {
    const item = (mark: string, words: string, font = '') =>
      `<p class=MsoListParagraph><![if !supportLists]><span style='${font}'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`
    expect(
      await paragraphs(
        item('1.', 'Một') + item('·', 'Hai', 'font-family:Symbol') + item('o', 'Ba') + item('Ø', 'Bốn', 'font-family:Wingdings'),
      ),
    ).toEqual(['1. Một', '- Hai', '+ Ba', '- Bốn'])
  })

  it('keeps spans and head rows of tables, and takes columns away that no cell begins in', async () => {
    expect(
      await tableIn(
        '<table><thead><tr><th rowspan=2>TT<th colspan=5>Năm</tr><tr><th>A<th colspan=4>B</thead><tr><td>1<td>2<td colspan=4>3</table>',
      ),
    ).toEqual(['TT@0+1x2 Năm@1+2x1', 'A@1+1x1 B@2+1x1', '1@0+1x1 2@1+1x1 3@2+1x1'])
    const { blocks } = await page('<table><tr><th>a<th>b<tr><td>1<td>2</table>')
    expect((blocks[0] as Table).rows.map(({ isHead }) => isHead)).toEqual([true, false])
  })

  it('unfolds a page that is laid out with tables, and keeps a table inside a cell of data as words', async () => {
    const letterhead =
      '<table><tr><td><b>SỞ Y TẾ</b><br>Số: 1/KH-SYT</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>'
    const { text, blocks } = await page(
      `<table><tr><td>${letterhead}<p>KẾ HOẠCH</p><table><tr><td>a<td>b<tr><td>1<td>2</table></td></tr></table>`,
    )
    expect(text).toBe('SỞ Y TẾ\n\nSố: 1/KH-SYT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nKẾ HOẠCH\n\na\tb\n1\t2')
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.column : block.kind))).toEqual([0, 0, 1, null, 'table'])
    expect(
      await tableIn('<table><tr><td>Nội dung dài<td>x<table><tr><td>1<td>2</table><tr><td>Nội dung hai<td>y</table>'),
    ).toEqual(['Nội dung dài@0+1x1 x 1 2@1+1x1', 'Nội dung hai@0+1x1 y@1+1x1'])
  })

  it('puts notes and running heads of the printed page behind the text', async () => {
    const { text, furniture } = await page(
      '<div title="header"><p>Sở Y tế</p></div><p>Nội dung</p><div id="sdfootnote1"><p>Chú thích</p></div>',
    )
    expect(furniture.map(({ kind }) => kind)).toEqual(['note', 'running-head'])
    expect(text.startsWith('Nội dung\n\n')).toBe(true)
  })

  it('keeps a word whole that a drawing is anchored in, and tables apart that an empty paragraph parts', async () => {
    expect(await paragraphs('<p>S<img src="x.gif" align="left">\nỞ Y TẾ</p>')).toEqual(['SỞ Y TẾ'])
    const table = '<table><tr><td>TT<td>Tên<tr><td>1<td>A</table>'
    expect((await page(`${table}<p>&nbsp;</p>${table}`)).blocks).toHaveLength(2)
  })

  it('reads the page of a web archive', async () => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\tboundary="----=_So_1"',
      '',
      '------=_So_1',
      'Content-Location: file:///C:/a.htm',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/html; charset="utf-8"',
      '',
      '<html><body><p>K=E1=BA=BF ho=E1=BA=A1ch n=C4=83m=',
      ' 2024</p></body></html>',
      '------=_So_1',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '------=_So_1--',
    ].join('\r\n')
    const document = await readDocument(bytes(archive))
    expect([document.text, document.mediaType]).toEqual(['Kế hoạch năm 2024', 'multipart/related'])
    expect(await refusal(archive.replace('text/html', 'text/css'))).toMatchObject({ reason: 'damaged' })
  })

  it.each([
    ['elements without end', `<html>${'<div>'.repeat(100_000)}`],
    ['tables without end', `<html>${'<table><tr><td>'.repeat(20_000)}`],
    [
      'marks that open again in every paragraph',
      `<html>${Array.from({ length: 3000 }, (_, i) => `<font color=${i}>`).join('')}${'<p>x'.repeat(20_000)}`,
    ],
  ])('refuses %s', async (_, source) => {
    const error = await refusal(source)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason: 'damaged' })
  })

  it('reads broken and absurd pages as far as they go', async () => {
    expect(await paragraphs('<table><tr><td colspan=999999 rowspan=999999>a<td>b<tr><td>c')).toEqual(['a b\nc'])
    expect(await paragraphs('<p>a<!-- <p>b')).toEqual(['a'])
    expect(await paragraphs('<p>a</b></div><li>b')).toEqual(['a', 'b'])
  })
})
