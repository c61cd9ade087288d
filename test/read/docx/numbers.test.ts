// Lists of Word files made for one case each: every paragraph has the label that Word would print.
import { describe, expect, it } from 'vitest'
import { END, list, lvl, num, numbered, p, paragraphsOf, r, style, tbl, tc, textOf, tr } from '../../word.ts'

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
