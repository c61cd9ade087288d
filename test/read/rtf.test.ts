// RTF as Word, WordPad and LibreOffice write it, and as nobody should.
import { describe, expect, it } from 'vitest'
import type { Paragraph, Table } from '../../src/model/document.ts'
import { readDocument } from '../../src/read/index.ts'

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fcharset163 Times New Roman (Vietnamese);}{\\f2\\fcharset2 Symbol{\\*\\falt x};}}{\\stylesheet{\\ql Normal;}{\\s1\\b heading 1;}}'
const file = (body: string) => Uint8Array.from(Buffer.from(`${HEAD}${body}}`, 'latin1'))
const read = (body: string) => readDocument(file(body))
const text = async (body: string) => (await read(body)).text
/** Words as Word writes them: every letter beyond ASCII as \\u with a question mark for others. */
const rtf = (words: string) => words.replace(/[^\0-\x7f]/g, (letter) => `\\u${(letter.charCodeAt(0) << 16) >> 16}?`)
const tableIn = async (body: string) => {
  const document = await read(body)
  const table = document.blocks.find((block): block is Table => block.kind === 'table')!
  return table.rows.map((row) =>
    row.cells
      .map((cell) => `${document.text.slice(cell.start, cell.end)}@${cell.column}+${cell.colSpan}x${cell.rowSpan}`)
      .join(' '),
  )
}

describe('RTF', () => {
  it.each([
    ['\\u with a letter for old programs', rtf('Kế hoạch'), 'Kế hoạch'],
    ['\\u with two, as \\uc says', "{\\uc2 K\\u7871\\'ea\\'ec ho\\u7841??ch}", 'Kế hoạch'],
    ['\\u with none', '{\\uc0 K\\u7871  ho\\u7841 ch}', 'Kế hoạch'],
    ['\\u without the letter that it promises', 'K\\u7871\\b0  ho\\u7841\\b0 ch', 'Kế hoạch'],
    ['halves of a letter', '\\u-10179?\\u-8704?', '😀'],
    ['half of a sign alone', 'K\\u-10240?x', 'K\uFFFDx'],
    ['the code page of the font', "\\f1 K\\'ea\\'ec ho\\'61\\'f2ch", 'Kế hoạch'],
    ['signs of symbol fonts', "\\f2\\'b3 \\'a3 \\u-3917?", '≥ ≤ ≥'],
    ['written signs', '\\ldblquote a\\rdblquote\\~\\endash  b\\_c\\-d \\{e\\}', '“a” – b-cd {e}'],
    ['Unicode twins', '{\\upr{Ke}{\\*\\ud{K\\u7871?}}}', 'Kế'],
  ])('decodes %s', async (_, body, words) => {
    expect(await text(body)).toBe(words)
  })

  it('takes the code page of the file where the font has none', async () => {
    const source = "{\\rtf1\\ansi\\ansicpg1258{\\fonttbl{\\f0 Arial;}}K\\'ea\\'ec ho\\'61\\'f2ch}"
    expect((await readDocument(Uint8Array.from(Buffer.from(source)))).text).toBe('Kế hoạch')
  })

  it('keeps bold, italic, alignment and heading styles', async () => {
    const { blocks, text } = await read(
      '\\pard\\plain\\s1\\qc {\\b I. MUC DICH}\\par\\pard\\plain {\\b 1. Mot:} hai\\par\\pard\\qr{\\i ngay}\\par',
    )
    expect(
      (blocks as Paragraph[]).map(({ start, end, look, level, boldEnd }) => [
        text.slice(start, end),
        level,
        look.align,
        look.bold === 1,
        look.italic,
        boldEnd === null ? null : text.slice(start, boldEnd),
      ]),
    ).toEqual([
      ['I. MUC DICH', 1, 'center', true, 0, null],
      ['1. Mot: hai', null, null, false, 0, '1. Mot:'],
      ['ngay', null, 'right', false, 1, null],
    ])
  })

  it('ends lines at \\line and takes tabs for blanks', async () => {
    expect(await text('SO\\tab Y TE\\line So: 1\\par {\\*\\bkmkstart x}Hai\\par')).toBe('SO Y TE\n\nSo: 1\n\nHai')
  })

  it('leaves out what is hidden, deleted or drawn', async () => {
    const document = await read('a{\\v b}{\\deleted c}{\\*\\unknown d}{\\pict\\pngblip 89504e47}{\\info{\\title e}}f')
    expect(document.text).toBe('af')
    expect(document.messages.map(({ code }) => code)).toEqual(['read/ignored'])
  })

  it('skips binary data, whatever letters it holds', async () => {
    expect(await text('a{\\pict\\bin7 }}{{\\b\\}b')).toBe('ab')
  })

  it('takes the numbers that stand in the file, and the common bullets', async () => {
    const item = (mark: string, words: string) => `{\\listtext\\pard\\plain ${mark}\\tab}${words}\\par`
    expect(
      await text(
        item('1.', 'Mot') +
          item('a)', 'Hai') +
          item("\\f2\\'b7", 'Ba') +
          item('o', 'Bon') +
          item('', 'Nam') +
          item(rtf('–'), 'Sau'),
      ),
    ).toBe('1. Mot\n\na) Hai\n\n- Ba\n\n+ Bon\n\nNam\n\n- Sau')
  })

  it('reads results of fields, and fields that only name a sign', async () => {
    expect(
      await text(
        '{\\field{\\*\\fldinst HYPERLINK "http://a.vn"}{\\fldrslt trang}} {\\field{\\*\\fldinst SYMBOL 179 \\\\f "Symbol"}{\\fldrslt {}}}95',
      ),
    ).toBe('trang ≥95')
  })

  it('puts running heads, notes and text boxes where they belong', async () => {
    const { text, furniture } = await read(
      '{\\header Trang {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}\\par}Noi dung{\\footnote {\\chftn} Chu thich\\par} mot\\par{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt Khung\\par}}{\\shprslt x}}Hai\\par',
    )
    expect(text.split('\n\n').slice(0, 3)).toEqual(['Noi dung mot', 'Khung', 'Hai'])
    expect(furniture.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['note', 'Chu thich'],
      ['running-head', 'Trang'],
    ])
  })

  it('takes a text box in a running head for a part of it', async () => {
    const { text } = await read(
      '{\\footer{\\shp{\\*\\shpinst{\\shptxt So Y te {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par}}}\\par}Mot\\par',
    )
    expect(text).toBe('Mot\n\n[Đầu trang, chân trang]\n\nSo Y te')
  })

  it('sets the cells of a table on one grid', async () => {
    const cells = (...words: string[]) => `\\pard\\intbl ${words.map((word) => `${word}\\cell`).join(' ')}\\row`
    const body = [
      '\\trowd\\trhdr\\clvmgf\\cellx1000\\cellx5000', cells('TT', 'Nam'),
      '\\trowd\\trhdr\\clvmrg\\cellx1010\\cellx3000\\cellx5005', cells('', 'Ke hoach', 'Thuc hien'),
      '\\trowd\\cellx1000\\clmgf\\cellx3000\\clmrg\\cellx5000', cells('1', '10', ''),
      '\\pard Sau bang\\par',
    ].join('') // biome-ignore format: a row each
    expect(await tableIn(body)).toEqual(['TT@0+1x2 Nam@1+2x1', 'Ke hoach@1+1x1 Thuc hien@2+1x1', '1@0+1x1 10@1+2x1'])
    const { text, blocks } = await read(body)
    expect(text.endsWith('1\t10\n\nSau bang')).toBe(true)
    expect((blocks[0] as Table).rows.map(({ isHead }) => isHead)).toEqual([true, true, false])
  })

  it('keeps nested tables as words of their cell, and cells without the word that says so', async () => {
    expect(
      await tableIn(
        '\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\par\\pard\\intbl\\itap2 b\\nestcell c\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx900\\nestrow}{\\nonesttables\\par}\\pard\\intbl d\\cell e\\cell\\row\\trowd\\cellx1000\\cellx2000\\pard f\\cell g\\cell\\row',
      ),
    ).toEqual(['a b c d@0+1x1 e@1+1x1', 'f@0+1x1 g@1+1x1'])
  })

  it('reads a file that is cut off as far as it goes, and says so', async () => {
    const whole = file('Mot\\par\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row Hai\\par')
    const document = await readDocument(whole.subarray(0, whole.length - 9))
    expect(document.text).toBe('Mot\n\na\tb')
    expect(document.messages.map(({ code }) => code)).toEqual(['read/cut-off'])
    for (let length = 6; length < whole.length; length += 7) await readDocument(whole.subarray(0, length))
  })

  it('refuses groups without end, and bears absurd numbers', async () => {
    await expect(read('{'.repeat(100_000))).rejects.toMatchObject({ reason: 'damaged' })
    expect(await text('a\\u99999999999?\\uc999999999 \\cellx-99999999999\\fs99999999999999999999 b\\bin-5 c')).toMatch(/^a/)
    expect(await text('a}b')).toBe('a')
    expect(await text('{\\field{\\*\\fldinst constructor}{\\fldrslt b}}\\constructor\\hasOwnProperty1 c')).toBe('bc')
  })
})
