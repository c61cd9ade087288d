// What stands around the body of Word files made for one case each: headers, notes, contents, a letterhead set with tabs.
import { describe, expect, it } from 'vitest'
import type { Document, Paragraph } from '../../../src/model/document.ts'
import { END, field, p, paragraphsOf, r, read, style, tablesOf, tbl, tc, told, tr, type WordParts } from '../../word.ts'

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
    expect(tablesOf(document)).toEqual([])
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

  it('keeps bold words and composed letters of each side', async () => {
    const bold = p(`${r('SO\u031b\u0309 Y TE\u0302\u0301', '<w:b/>')}<w:r><w:tab/></w:r>${r('Độc lập - Tự do - Hạnh phúc')}`)
    const document = await read(bold + p('KẾ HOẠCH'))
    expect(document.text).toBe('SỞ Y TẾ\n\nĐộc lập - Tự do - Hạnh phúc\n\nKẾ HOẠCH')
    expect(document.blocks.map((block) => (block as Paragraph).look.bold)).toEqual([1, 0, 0])
  })

  it('is none without the name of the state', async () => {
    expect(await paragraphsOf(line('Điện thoại', '0123') + p('KẾ HOẠCH'))).toEqual(['Điện thoại 0123', 'KẾ HOẠCH'])
  })
})
