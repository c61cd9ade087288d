// Paragraphs of Word files made for one case each: what Word would print stands in the text, what it would not does not.
import { describe, expect, it } from 'vitest'
import { END, field, firstOf, p, paragraphsOf, r, read, style, tbl, told, tr } from '../../word.ts'

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
    expect(firstOf(document).look).toMatchObject({ bold: 0, align: null })
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
    expect(firstOf(await read(body, { styles: STYLES })).look).toMatchObject(look)
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
    expect(firstOf(await read(styled('S', '', more), { styles: style('S', xml) })).level).toBe(level)
  })
})
