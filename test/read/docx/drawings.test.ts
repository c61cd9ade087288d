// Drawings in Word files made for one case each: their words are read once, what cannot be read is reported.
import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../../../src/model/errors.ts'
import { END, p, r, read, tbl, tc, textOf, told, tr } from '../../word.ts'

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
