// Pure geometry on numbers: points, y downwards.
import { describe, expect, it } from 'vitest'
import { orderLines } from '../../src/read/layout/columns.ts'
import { markFurniture } from '../../src/read/layout/furniture.ts'
import { findGrids, type Rule } from '../../src/read/layout/grid.ts'
import { joinLines, type PageLine } from '../../src/read/layout/paragraphs.ts'
import { buildSegments, type Glyph, type Segment } from '../../src/read/layout/segments.ts'

const SIZE = 14
const EM = 7

/** Letters of one width, a blank as wide as a letter; a gap in letters stands in brackets: "SỞ[10]SỐ". */
function glyphsOf(words: string, x: number, baseline: number, size = SIZE): Glyph[] {
  const glyphs: Glyph[] = []
  let at = x
  for (const part of words.split(/(\[[\d.]+\])/)) {
    const gap = /^\[([\d.]+)\]$/.exec(part)
    if (gap) at += Number(gap[1])
    else
      for (const text of part) {
        glyphs.push({ text, x0: at, x1: at + EM, baseline, size, bold: false, italic: false })
        at += EM
      }
  }
  return glyphs
}

const segmentOf = (text: string, left: number, baseline: number): Segment => buildSegments(glyphsOf(text, left, baseline))[0]!

describe('buildSegments', () => {
  it('closes small gaps inside words and keeps blanks', () => {
    expect(buildSegments(glyphsOf('th[1]ực hi[1.2]ện', 50, 100)).map(({ text }) => text)).toEqual(['thực hiện'])
  })

  it('reads a gap of a blank’s width as a blank, a wide one as the end', () => {
    expect(buildSegments(glyphsOf('năm[3.5]2024[60]Số', 50, 100)).map(({ text }) => text)).toEqual(['năm 2024', 'Số'])
  })

  it('orders glyphs by place, not by the stream', () => {
    const glyphs = [...glyphsOf('hai', 50, 120), ...glyphsOf('một', 50, 100)].reverse()
    expect(buildSegments(glyphs).map(({ text }) => text)).toEqual(['một', 'hai'])
  })

  it('gives every character its edges', () => {
    const [segment] = buildSegments(glyphsOf('ba', 50, 100))
    expect([segment!.lefts, segment!.rights]).toEqual([
      [50, 57],
      [57, 64],
    ])
  })
})

describe('orderLines', () => {
  it('reads a letterhead of two columns column by column', () => {
    const lines = orderLines([
      segmentOf('UBND TỈNH MẪU', 60, 60),
      segmentOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 250, 60),
      segmentOf('SỞ Y TẾ', 80, 78),
      segmentOf('Độc lập', 320, 78),
      segmentOf('KẾ HOẠCH', 220, 130),
    ])
    expect(lines.map(({ line, column }) => [line.text, column])).toEqual([
      ['UBND TỈNH MẪU', 0],
      ['SỞ Y TẾ', 0],
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 1],
      ['Độc lập', 1],
      ['KẾ HOẠCH', null],
    ])
  })

  it('keeps a number and its words, however far apart, in one line', () => {
    expect(orderLines([segmentOf('1.', 60, 60), segmentOf('Giám sát dịch', 100, 60)]).map(({ line }) => line.text)).toEqual([
      '1. Giám sát dịch',
    ])
  })
})

describe('joinLines', () => {
  const line = (text: string, left: number, baseline: number, page = 1): PageLine => ({
    line: segmentOf(text, left, baseline),
    page,
    column: null,
    sheet: 'a4',
    parted: false,
  })
  const join = (...lines: PageLine[]) =>
    joinLines(lines, { slack: 0.04, isTyped: false, leading: null }).map((paragraph) =>
      paragraph.map(({ line: each }) => each.text),
    )

  it('joins full lines, also over a page, and parts a short line from the next', () => {
    expect(
      join(
        line('Các đơn vị triển khai đầy đủ nội dung', 60, 100),
        line('của kế hoạch này đến tận từng trạm y tế', 60, 118),
        line('xã.', 60, 60, 2),
        line('Báo cáo hằng tháng.', 60, 78, 2),
      ),
    ).toEqual([
      ['Các đơn vị triển khai đầy đủ nội dung', 'của kế hoạch này đến tận từng trạm y tế', 'xã.'],
      ['Báo cáo hằng tháng.'],
    ])
  })

  it('starts a paragraph at a number or a bullet', () => {
    expect(
      join(
        line('Các bệnh viện phải làm ngay việc này;', 60, 100),
        line('- Trạm y tế làm việc kia.', 60, 118),
        line('2. Sở Y tế.', 60, 136),
      ),
    ).toHaveLength(3)
  })
})

describe('markFurniture', () => {
  const placed = (text: string, page: number, baseline: number) => ({
    line: segmentOf(text, 280, baseline),
    page,
    pageHeight: 842,
  })

  it('knows page numbers, running heads and stamps, and leaves the body alone', () => {
    const pages = [1, 2, 3, 4]
    const lines = pages.flatMap((page) => [
      placed(`${page}`, page, 40),
      placed('Kế hoạch phòng bệnh', page, 55),
      placed(`Nội dung trang ${page}`, page, 300),
    ])
    const kinds = markFurniture([...lines, placed('Ký bởi: Sở Y tế', 4, 500), placed('12', 4, 400)], 4)
    expect(kinds.slice(0, 3)).toEqual(['page-number', 'running-head', null])
    expect(kinds.slice(-2)).toEqual(['stamp', null])
  })

  it('knows the page number in the margin of a page laid across', () => {
    const lines = [2, 3].flatMap((page) => [
      { ...placed(`${page}`, page, 66), pageHeight: 595 },
      { ...placed('Bảng', page, 200), pageHeight: 595 },
    ])
    expect(markFurniture(lines, 3)).toEqual(['page-number', null, 'page-number', null])
  })
})

describe('findGrids', () => {
  const across = (y: number, from: number, to: number): Rule => ({ x0: from, y0: y, x1: to, y1: y })
  const down = (x: number, from: number, to: number): Rule => ({ x0: x, y0: from, x1: x, y1: to })

  it('makes cells of lines that meet, merged where a line is missing', () => {
    const [grid] = findGrids([
      across(0, 0, 300),
      across(20, 100, 300),
      across(40, 0, 300),
      down(0, 0, 40),
      down(100, 0, 40),
      down(200, 20, 40),
      down(300, 0, 40),
    ])
    expect(grid!.cells.map(({ row, column, rowSpan, colSpan }) => [row, column, rowSpan, colSpan])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ])
  })

  it('bears lines drawn twice, in pieces and a little off', () => {
    const [grid] = findGrids([
      across(0, 0, 150),
      across(0.8, 149, 300),
      across(20, 0, 300),
      across(20.5, 0, 300),
      down(1, 0, 20),
      down(150, 0, 20),
      down(299, -1, 21),
    ])
    expect(grid!.cells).toHaveLength(2)
  })

  it.each([
    ['a line under a title', [across(0, 0, 100)]],
    ['a frame around a word', [across(0, 0, 50), across(20, 0, 50), down(0, 0, 20), down(50, 0, 20)]],
    ['lines that do not meet', [across(0, 0, 50), down(100, 0, 50), across(200, 0, 50)]],
  ])('makes no grid of %s', (_, rules) => {
    expect(findGrids(rules)).toEqual([])
  })
})
