// Scans pasted into documents: which pictures are read, in which place, and what is said of the others.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/model/document.ts'
import { UnreadableError } from '../../src/model/errors.ts'
import { floatingPictures, inlinePicture } from '../../src/read/doc/pictures.ts'
import { readDocument } from '../../src/read/index.ts'
import type { Engine, Recognition } from '../../src/read/ocr/engine.ts'
import type { GreyImage } from '../../src/read/ocr/image.ts'
import type { ReadOptions } from '../../src/read/options.ts'
import type { Picture } from '../../src/read/pictures.ts'
import { pngOf, scanPng } from '../images.ts'
import { END, p, r, tbl, tr, wordOf } from '../word.ts'

const WORDS = 'Sở Y tế lập kế hoạch tiêm chủng cho trẻ em trong tỉnh'

/** Reads the same line on every page but those of `wordless` width. */
function engineOf(line = WORDS, wordless = -1) {
  const sizes: string[] = []
  const recognition = ({ width, height }: GreyImage): Recognition => {
    sizes.push(`${width}x${height}`)
    const words = line
      .split(' ')
      .map((text, i) => ({ text, confidence: 0.9, x0: 100 + 60 * i, x1: 150 + 60 * i, y0: 100, y1: 130 }))
    const place = { block: 0, x0: 100, x1: words.at(-1)!.x1, y0: 100, y1: 130 }
    const type = { slope: 0, offset: -6, size: 30, descenders: 6, ascenders: 6 }
    return { lines: width === wordless ? [] : [{ words, ...place, ...type }] }
  }
  const engine: Engine = {
    name: 'stand-in 1',
    identity: 'stand-in',
    parallel: 1,
    recognise: async (images, { canWait }) => images.map((image) => (canWait ? { lines: [] } : recognition(image))),
    close: async () => {},
  }
  return { engine: async () => engine, sizes }
}

const A4 = [7_560_000, 10_692_000] as const
const picture = (id: string, [cx, cy]: readonly [number, number] = A4) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="${cx}" cy="${cy}"/><a:graphic><a:graphicData uri="x/picture"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
const vml = (id: string) =>
  `<w:r><w:pict><v:shape style="width:500pt;height:700pt"><v:imagedata r:id="${id}"/></v:shape></w:pict></w:r>`
const scan = scanPng(1)
const images = { i1: scan, i2: scanPng(2) }
const codes = ({ messages }: Document) => messages.map(({ code }) => code)
const failure = (bytes: Uint8Array, options: ReadOptions) => readDocument(bytes, options).catch((error: unknown) => error)

describe('a DOCX of scans alone', () => {
  it.each<[string, string, number]>([
    ['drawings', p(picture('i1')) + p(picture('i2')), 2],
    ['old shapes', p(vml('i1')), 1],
    ['both in one paragraph', p(picture('i1') + vml('i2')), 2],
    ['cells of a table', tbl([tr([p(picture('i1')), p(picture('i2'))])]), 2],
    [
      'a text box',
      p(
        `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p(picture('i1'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ),
      1,
    ],
    ['a page number beside them', p(picture('i1')) + p('Trang 1'), 1],
    ['one picture twice', p(picture('i1')) + p(picture('i1')), 2],
  ])('is read from %s, each a page', async (_, body, count) => {
    const document = await readDocument(wordOf(body, { images }), engineOf())
    expect(document).toMatchObject({ textOrigin: 'ocr', engines: { ocr: 'stand-in 1' } })
    expect(document.mediaType).toMatch(/wordprocessingml/)
    expect(document.pages.map(({ textOrigin }) => textOrigin)).toEqual(Array(count).fill('ocr'))
    expect(document.text.split(WORDS)).toHaveLength(count + 1)
    expect(new Set(document.lines.map(({ page }) => page)).size).toBe(count)
    expect(codes(document)).toContain('read/pictures-recognised')
  })

  it('tells of each picture as its turn comes', async () => {
    const turns: unknown[] = []
    await readDocument(wordOf(p(picture('i1')) + p(picture('i2')), { images }), {
      ...engineOf(),
      onPage: (turn) => turns.push(turn),
    })
    expect(turns).toEqual([1, 2].map((page) => ({ page, pages: 2, textOrigin: 'ocr' })))
  })

  it.each<[string, Uint8Array, ReadOptions]>([
    ['recognition is switched off', wordOf(p(picture('i1')), { images }), { ...engineOf(), ocr: 'never' }],
    ['there is no engine', wordOf(p(picture('i1')), { images }), { engine: async () => null }],
    ['nobody gives an engine', wordOf(p(picture('i1')), { images }), {}],
    ['no words are found', wordOf(p(picture('i1')), { images }), engineOf(WORDS, 1000)],
    ['the picture is only linked', wordOf(p(picture('none')), { images }), engineOf()],
    ['the picture is no image', wordOf(p(picture('i1')), { images: { i1: strToU8('\u0001\u0000 metafile') } }), engineOf()],
    ['the image is cut off', wordOf(p(picture('i1')), { images: { i1: scan.subarray(0, 30) } }), engineOf()],
    ['the picture is a logo', wordOf(p(picture('i1', [900_000, 900_000])), { images }), engineOf()],
    ['the image has few pixels', wordOf(p(picture('i1')), { images: { i1: pngOf(200, 280, (x) => x % 9 < 3) } }), engineOf()],
  ])('is refused where %s', async (_, bytes, options) => {
    const error = await failure(bytes, options)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason: 'no-text' })
  })

  it('is refused before it is decoded where the image claims too many pixels', async () => {
    const bomb = Uint8Array.from(scan)
    new DataView(bomb.buffer).setUint32(16, 60_000)
    const { engine, sizes } = engineOf()
    expect(await failure(wordOf(p(picture('i1')), { images: { i1: bomb } }), { engine })).toMatchObject({ reason: 'no-text' })
    expect(sizes).toEqual([])
  })
})

describe('a DOCX of words and pictures', () => {
  it('has the words of a scan in its place, with the place of each on the picture', async () => {
    const body = p('Phần thứ nhất của kế hoạch.') + p(picture('i1')) + END
    const document = await readDocument(wordOf(body, { images }), engineOf())
    expect(document.text).toBe(`Phần thứ nhất của kế hoạch.\n\n${WORDS}\n\nNơi dòng cuối của văn bản.`)
    expect([document.textOrigin, document.pages.length]).toEqual(['mixed', 1])
    expect(document.lines.map(({ page, start }) => [page, start])).toEqual([[1, document.text.indexOf(WORDS)]])
    expect(codes(document)).toEqual(['read/pictures-recognised'])
  })

  it('counts the pages of scans in different places on', async () => {
    const body = p('Phần thứ nhất của kế hoạch.') + p(picture('i1')) + p('Phần thứ hai.') + p(picture('i2')) + END
    const document = await readDocument(wordOf(body, { images }), engineOf())
    expect(document.lines.map(({ page }) => page)).toEqual([1, 2])
    expect(document.pages).toHaveLength(2)
  })

  it.each<[string, string, ReadOptions, string[]]>([
    ['a logo', p(picture('i1', [900_000, 900_000])), engineOf(), ['read/pictures']],
    ['a scan when recognition is off', p(picture('i1')), { ...engineOf(), ocr: 'never' }, ['read/page-pictures']],
    ['a large picture without words', p(picture('i1')), engineOf(WORDS, 1000), ['read/page-pictures']],
    [
      'a photograph that is taken for words',
      p(picture('i1')),
      engineOf('ựqx ~ kzz wj ffg rrt ljk wqe zxc vbn'),
      ['read/page-pictures'],
    ],
    ['a scan that is missing', p(picture('none')), engineOf(), ['read/page-pictures']],
  ])('leaves %s alone and says so', async (_, inner, options, expected) => {
    const document = await readDocument(wordOf(inner + END, { images }), options)
    expect(document.text).toBe('Nơi dòng cuối của văn bản.')
    expect([document.textOrigin, document.pages]).toEqual(['document', []])
    expect(codes(document)).toEqual(expected)
  })

  it('keeps the lines of a letterhead together around a logo', async () => {
    const line = (left: string, right: string, more = '') =>
      p(
        `${r(left)}<w:r><w:tab/></w:r>${r(right)}${more}`,
        '<w:tabs><w:tab w:val="center" w:pos="1500"/><w:tab w:val="center" w:pos="6500"/></w:tabs>',
      )
    const head = (logo: string) =>
      line('SỞ Y TẾ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', logo) + line('TỈNH MẪU', 'Độc lập - Tự do - Hạnh phúc') + END
    const [plain, withLogo] = await Promise.all(
      ['', picture('i1', [600_000, 600_000])].map((logo) => readDocument(wordOf(head(logo), { images }), engineOf())),
    )
    expect(withLogo!.text).toBe(plain!.text)
  })
})

describe('an ODT', () => {
  const odt = (body: string) =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(
        `<office:document-content ${['office', 'text', 'draw', 'svg', 'xlink'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ')}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
      'Pictures/a.png': scan,
    })
  const frame = (href: string, size = '17cm') =>
    `<draw:frame svg:width="${size}" svg:height="${size === '17cm' ? '24cm' : size}"><draw:image xlink:href="${href}"/></draw:frame>`

  it('of a scan is read', async () => {
    const document = await readDocument(odt(`<text:p>${frame('Pictures/a.png')}</text:p>`), engineOf())
    expect([document.text, document.textOrigin]).toEqual([WORDS, 'ocr'])
  })

  it.each([
    ['a small picture', frame('Pictures/a.png', '2cm'), ['read/pictures']],
    ['a picture from elsewhere', frame('http://localhost/a.png'), ['read/page-pictures']],
  ])('with words leaves %s alone and says so', async (_, image, expected) => {
    const document = await readDocument(odt(`<text:p>Kế hoạch tiêm chủng${image}</text:p>`), engineOf())
    expect([document.text, codes(document)]).toEqual(['Kế hoạch tiêm chủng', expected])
  })
})

describe('formats whose pictures are not read', () => {
  it.each([
    ['RTF', '{\\rtf1 {\\pict\\pngblip 89504e47}}'],
    ['HTML', '<html><body><img src="scan.png"></body></html>'],
  ])('%s of pictures alone is refused with a way out', async (_, source) => {
    const error = await failure(strToU8(source), engineOf())
    expect(error).toMatchObject({ reason: 'no-text' })
    expect((error as UnreadableError).vi).toContain('DOCX hoặc PDF')
  })
})

describe('drawings in a binary Word document', () => {
  const record = (kind: number, body: Buffer, { instance = 0, isContainer = false, size = body.length } = {}) => {
    const head = Buffer.alloc(8)
    head.writeUInt16LE((instance << 4) | (isContainer ? 15 : 0))
    head.writeUInt16LE(kind, 2)
    head.writeUInt32LE(size, 4)
    return Buffer.concat([head, body])
  }
  const IMAGE = Buffer.from('image bytes')
  const blip = (kind = 0xf01e, instance = 0x6e0) =>
    record(kind, Buffer.concat([Buffer.alloc(instance & 1 ? 33 : 17), IMAGE]), { instance })
  const entry = (inner = blip(), delay = 0) => {
    const head = Buffer.alloc(36)
    head.writeUInt32LE(delay, 28)
    return record(0xf007, Buffer.concat([head, inner]))
  }
  const shape = (number: number, pib: number) => {
    const id = Buffer.alloc(8)
    id.writeUInt32LE(number)
    const properties = Buffer.alloc(6)
    properties.writeUInt16LE(260 | 0x4000)
    properties.writeUInt32LE(pib, 2)
    return record(0xf004, Buffer.concat([record(0xf00a, id), record(0xf00b, properties, { instance: 1 })]), { isContainer: true })
  }
  /** A picture of 100 by 50 points, at 200 and 100 per cent, behind `before` bytes. */
  const inline = (records: Buffer, { mode = 0x64, name = '', before = 0, size = 0 } = {}) => {
    const head = Buffer.alloc(68)
    const path = name === '' ? Buffer.alloc(0) : Buffer.from(`${String.fromCharCode(name.length)}${name}`, 'latin1')
    head.writeUInt32LE(size || 68 + path.length + records.length)
    head.writeUInt16LE(68, 4)
    head.writeUInt16LE(mode, 6)
    for (const [at, value] of [[28, 1000], [30, 1000], [32, 2000], [34, 1000]] as const) head.writeUInt16LE(value, at) // biome-ignore format: a table
    return Buffer.concat([Buffer.alloc(before), head, path, records])
  }
  const wordsOf = (bytes: Uint8Array | null | undefined) => bytes && Buffer.from(bytes).toString()

  it.each<[string, Buffer, number]>([
    ['an image', inline(blip()), 0],
    ['a JPEG with two checksums', inline(blip(0xf01d, 0x46b)), 0],
    ['a TIFF', inline(blip(0xf029, 0x6e4)), 0],
    ['an image in the entry of a store', inline(Buffer.concat([shape(1, 1), entry()])), 0],
    ['a file that is linked and kept', inline(blip(), { mode: 0x66, name: 'C:\\anh.jpg' }), 0],
    ['an image somewhere in the stream', inline(blip(), { before: 40 }), 40],
  ])('are read in the text: %s', (_, data, at) => {
    const picture = inlinePicture(data, at)
    expect([picture?.area, wordsOf(picture?.bytes())]).toEqual([5000, 'image bytes'])
  })

  it.each<[string, Buffer, number]>([
    ['a metafile', inline(blip(0xf01b, 0x216)), 0],
    ['no records', inline(Buffer.alloc(0)), 0],
    ['a size beyond the stream', inline(blip(), { size: 10_000 }), 0],
    ['a size below its head', inline(blip(), { size: 30 }), 0],
    ['a place behind the stream', inline(blip()), 5000],
    [
      'records in records without end',
      inline(Array.from({ length: 200 }).reduce<Buffer>((inner) => record(0xf004, inner, { isContainer: true }), blip())),
      0,
    ],
  ])('give no bytes where there is %s', (_, data, at) => {
    expect(inlinePicture(data, at)?.bytes() ?? null).toBeNull()
  })

  const floating = ({ pib = 1, number = 1025, store = entry(), word = Buffer.alloc(0), group = false } = {}) => {
    const shared = record(0xf000, record(0xf001, store, { isContainer: true }), { isContainer: true })
    const own = group
      ? record(0xf003, Buffer.concat([shape(number, 0), shape(number + 1, pib)]), { isContainer: true })
      : shape(number, pib)
    const drawing = record(0xf002, record(0xf003, Buffer.concat([shape(1024, 0), own]), { isContainer: true }), {
      isContainer: true,
    })
    const table = Buffer.concat([shared, Buffer.alloc(1), drawing])
    const anchors = Buffer.alloc(8 + 26)
    anchors.writeUInt32LE(7)
    anchors.writeUInt32LE(8, 4)
    for (const [at, value] of [[8, 1025], [12, 0], [16, 0], [20, 2000], [24, 1000]] as const) anchors.writeUInt32LE(value, at) // biome-ignore format: a table
    const part = (name: string) => (name === 'anchors' ? anchors : new Uint8Array())
    return floatingPictures({ table, word, drawings: { start: 0, end: table.length }, part } as never)
  }

  it.each<[string, Parameters<typeof floating>[0]]>([
    ['in the store', {}],
    ['in the main stream', { store: entry(Buffer.alloc(0), 16), word: Buffer.concat([Buffer.alloc(16), blip()]) }],
    ['in a group of shapes', { group: true }],
  ])('are read beside the text, with the image %s', (_, made) => {
    const [[at, pictures]] = [...floating(made)] as [[number, Picture[]]]
    expect([at, pictures[0]?.area, wordsOf(pictures[0]?.bytes())]).toEqual([7, 5000, 'image bytes'])
  })

  it.each<[string, Parameters<typeof floating>[0]]>([
    ['shows no image', { pib: 0 }],
    ['shows an image that is not there', { pib: 9 }],
    ['is another', { number: 2000 }],
  ])('give none where the shape %s', (_, made) => {
    expect([...floating(made)]).toEqual([])
  })

  it('give no bytes where the main stream holds something else', () => {
    const [found] = [...floating({ store: entry(Buffer.alloc(0), 16), word: Buffer.alloc(64, 7) })]
    expect(found?.[1].map(({ bytes }) => bytes())).toEqual([null])
  })
})
