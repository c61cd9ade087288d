// OpenDocument texts built in code, and the zip and XML that every office file is made of.
import { type Zippable, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Paragraph, Table } from '../../src/model/document.ts'
import { readDocument } from '../../src/read/index.ts'
import { listZip, newBudget, unzipEntry } from '../../src/zip/index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const NAMES = ['office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'xlink', 'loext']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ')
const xml = (root: string, inner: string) =>
  bytes(`<?xml version="1.0" encoding="UTF-8"?><office:${root} ${NAMES}>${inner}</office:${root}>`)
const odt = (body: string, automatic = '', styles = '', more: Zippable = {}) =>
  zipSync({
    mimetype: [bytes('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': xml(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': xml('document-styles', styles),
    ...more,
  })
const read = (...parts: Parameters<typeof odt>) => readDocument(odt(...parts))
const paragraphs = async (...parts: Parameters<typeof odt>) => (await read(...parts)).text.split('\n\n')
const refusal = (source: Uint8Array) =>
  readDocument(source).then(
    () => null,
    (error: unknown) => error,
  )

describe('ODT', () => {
  it('reads words with their blanks, tabs and line ends', async () => {
    expect(
      await paragraphs(
        '<text:p>Kế  hoạch<text:s text:c="3"/>năm<text:tab/>2024<text:line-break/>y <text:span>t<text:a>ế</text:a></text:span></text:p><text:section><text:p>Một</text:p></text:section>',
      ),
    ).toEqual(['Kế hoạch năm 2024', 'y tế', 'Một'])
  })

  it('takes looks from styles, and from those that they stand on', async () => {
    const bold = '<style:text-properties fo:font-weight="bold"/>'
    const { blocks, text } = await read(
      '<text:h text:outline-level="2" text:style-name="P1">I. MỤC ĐÍCH</text:h><text:p text:style-name="P2"><text:span text:style-name="T1">1. Một:</text:span> hai</text:p>',
      `<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"><style:paragraph-properties fo:text-align="center"/></style:style><style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/><style:style style:name="T1" style:family="text">${bold}</style:style>`,
      `<office:styles><style:style style:name="Heading_20_2" style:family="paragraph">${bold}</style:style></office:styles>`,
    )
    expect(
      (blocks as Paragraph[]).map(({ level, look, boldEnd, start }) => [
        level,
        look.align,
        look.bold,
        boldEnd && text.slice(start, boldEnd),
      ]),
    ).toEqual([
      [2, 'center', 1, null],
      [null, null, expect.closeTo(0.7, 1), '1. Một:'],
    ])
  })

  const LISTS =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:start-value="1"/><text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2" style:num-suffix=")" /><text:list-level-style-bullet text:level="4" text:bullet-char="•"/></text:list-style><text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="a" loext:num-list-format="(%1%)" text:start-value="3"/></text:list-style>'
  const list = (attributes: string, ...items: string[]) =>
    `<text:list ${attributes}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`
  const p = (words: string) => `<text:p>${words}</text:p>`

  it('counts lists by level, style and what they go on with', async () => {
    expect(
      await paragraphs(
        list('xml:id="a" text:style-name="L"', p('A') + list('', p('B'), p('C') + list('', p('D') + list('', p('E'))))) +
          p('giữa') +
          list('text:continue-list="a" text:style-name="L"', p('F') + p('thêm') + list('', p('G'))) +
          list('text:continue-numbering="true" text:style-name="L"', list('', p('H'))) +
          list('text:style-name="L"', p('I')) +
          list('text:style-name="M"', p('J'), p('K')) +
          '<text:list text:style-name="M"><text:list-item text:start-value="7"><text:p>N</text:p></text:list-item><text:list-header><text:p>O</text:p></text:list-header></text:list>',
        LISTS,
      ),
    ).toEqual([
      'I. A', '1. B', '2. C', '2.1) D', '- E', 'giữa', 'II. F', 'thêm', '1. G', '2. H', 'I. I', '(c) J', '(d) K', '(g) N', 'O',
    ]) // biome-ignore format: side by side
  })

  it('numbers headings that have a numbering of their own', async () => {
    expect(
      await paragraphs(
        '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="1">C</text:h>',
        '',
        '<office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></office:styles>',
      ),
    ).toEqual(['I. A', 'B', 'II. C'])
  })

  it('keeps spans, head rows and nested tables', async () => {
    const cell = (words: string, attributes = '') => `<table:table-cell ${attributes}>${p(words)}</table:table-cell>`
    const document = await read(
      `<table:table><table:table-column table:number-columns-repeated="3"/><table:table-header-rows><table:table-row>${cell('TT', 'table:number-rows-spanned="2"')}${cell('Năm', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>${cell('A')}${cell('B')}</table:table-row><table:table-row>${cell('1')}<table:table-cell>${p('x')}<table:table><table:table-row>${cell('y')}${cell('z')}</table:table-row></table:table></table:table-cell>${cell('Nội dung dài')}</table:table-row></table:table>`,
    )
    const table = document.blocks[0] as Table
    expect(document.text).toBe('TT\tNăm\nA\tB\n1\tx y z\tNội dung dài')
    expect(table.rows.map(({ isHead }) => isHead)).toEqual([true, false, false])
    expect(table.rows[0]!.cells.map(({ column, colSpan, rowSpan }) => [column, colSpan, rowSpan])).toEqual([
      [0, 1, 2],
      [1, 2, 1],
    ])
    expect(table.rows[1]!.cells.map(({ column }) => column)).toEqual([1, 2])
  })

  it('leaves out what was deleted, hidden or drawn, and keeps text boxes', async () => {
    const document = await read(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('xóa')}</text:deletion></text:changed-region></text:tracked-changes><text:p>Một<draw:frame><draw:text-box>${p('Khung')}</draw:text-box></draw:frame><draw:frame><draw:image/><svg:title>ảnh</svg:title></draw:frame><office:annotation>${p('ghi')}</office:annotation><text:span text:style-name="H">ẩn</text:span> hai</text:p>`,
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>',
    )
    expect(document.text).toBe('Một hai\n\nKhung')
    expect(document.messages.map(({ code }) => code)).toEqual(['read/ignored'])
  })

  it('puts notes, and running heads of the pages in use, behind the text', async () => {
    const page = (name: string, words: string) =>
      `<style:master-page style:name="${name}"><style:header><text:p>${words} <text:page-number>3</text:page-number></text:p></style:header></style:master-page>`
    const { text, furniture } = await read(
      '<text:p>Nội dung<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú thích</text:p></text:note-body></text:note></text:p>',
      '',
      `<office:master-styles>${page('Standard', 'Sở Y tế')}${page('Other', 'Mẫu')}</office:master-styles>`,
    )
    expect(furniture.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['note', 'Chú thích'],
      ['running-head', 'Sở Y tế'],
    ])
  })

  it('reads a text that is one XML file', async () => {
    const flat = xml('document', `<office:body><office:text>${p('Kế hoạch')}</office:text></office:body>`)
    expect(await readDocument(flat)).toMatchObject({ text: 'Kế hoạch', mediaType: 'application/vnd.oasis.opendocument.text' })
  })

  it.each([
    ['an entity', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><office:document-content/>', 'damaged'],
    ['a document type alone', '<!DOCTYPE x SYSTEM "http://a.vn/x.dtd"><office:document-content/>', 'damaged'],
    ['elements without end', '<a>'.repeat(100_000), 'damaged'],
    ['a cut part', '<office:document-content><office:body>', 'damaged'],
    ['no text', `<office:document-content ${NAMES}/>`, 'unknown-type'],
  ])('refuses %s', async (_, content, reason) => {
    expect(await refusal(odt('', '', '', { 'content.xml': bytes(content) }))).toMatchObject({ name: 'UnreadableError', reason })
  })

  it('refuses what is locked, and other kinds of office files by their name', async () => {
    const manifest = bytes('<manifest:manifest><manifest:encryption-data/></manifest:manifest>')
    expect(await refusal(odt('', '', '', { 'META-INF/manifest.xml': manifest }))).toMatchObject({ reason: 'encrypted' })
    const sheet = zipSync({ '[Content_Types].xml': bytes('<a/>'), 'xl/workbook.xml': bytes('<a/>') })
    expect(await refusal(sheet)).toMatchObject({ reason: 'unsupported-type' })
    const ods = zipSync({
      mimetype: [bytes('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
      'content.xml': bytes('<a/>'),
    })
    expect(await refusal(ods)).toMatchObject({ reason: 'unsupported-type' })
  })
})

describe('a zip container', () => {
  const bomb = () => zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })

  it('is not unpacked beyond its limits, whatever sizes it declares', async () => {
    const source = bomb()
    expect(source.byteLength).toBeLessThan(100_000)
    // The directory and the local head now declare ten bytes.
    const view = new DataView(source.buffer)
    view.setUint32(22, 10, true)
    const end = source.length - 22
    view.setUint32(view.getUint32(end + 16, true) + 24, 10, true)
    expect(await refusal(source)).toMatchObject({ reason: 'too-large' })
    expect(() => unzipEntry(source, listZip(source)[0]!, newBudget(1000))).toThrow(/more than 0 MB/)
  })

  it('counts what came out of all entries together, in vain too', () => {
    const source = zipSync({ a: new Uint8Array(600), b: new Uint8Array(600) })
    const budget = newBudget(1000, 1000)
    const [a, b] = listZip(source)
    expect(unzipEntry(source, a!, budget)).toHaveLength(600)
    expect(() => unzipEntry(source, b!, budget)).toThrow()
    expect(budget.spent).toBe(1000)
  })

  it('is refused where it is cut, changed, or points outside of itself', async () => {
    const source = odt(`<text:p>${'Kế hoạch '.repeat(50)}</text:p>`)
    for (let length = 4; length < source.length; length += 37)
      expect(await refusal(source.slice(0, length))).toMatchObject({ reason: 'damaged' })
    const at = Buffer.from(source).indexOf('content.xml') + 30
    expect(await refusal(source.with(at, source[at]! ^ 0xff))).toMatchObject({ reason: 'damaged' })
    const far = source.slice()
    const view = new DataView(far.buffer)
    for (let i = 0; i < far.length - 4; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 42, 0xfffffff0, true)
    expect(await refusal(far)).toMatchObject({ reason: 'damaged' })
  })

  it.each([
    ['UTF-8 with its flag', 'Kế hoạch', true, 'Kế hoạch'],
    ['UTF-8 without it', 'Kế hoạch', false, 'Kế hoạch'],
    ['the old code page', 'K\x88 ho\x84ch', false, 'Kê hoäch'],
  ])('decodes names: %s', (_, name, hasFlag, expected) => {
    const raw = name.includes('\x88') ? Buffer.from(name, 'latin1') : Buffer.from(name)
    const source = zipSync({ ['x'.repeat(raw.length)]: bytes('a') })
    const at = source.lastIndexOf(0x78) - raw.length + 1
    source.set(raw, at)
    new DataView(source.buffer).setUint16(at - 46 + 8, hasFlag ? 0x800 : 0, true)
    expect(listZip(source).map((entry) => entry.name)).toEqual([expected])
  })
})
