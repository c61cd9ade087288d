// Binary Word documents: text of both kinds of pieces, looks, numbers, tables, what is left out, and files made to do harm.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block, Document, Table } from '../../src/model/document.ts'
import { UnreadableError } from '../../src/model/errors.ts'
import { readDocument } from '../../src/read/index.ts'
import { type MadePiece, oleOf, wordOf } from './word-bytes.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', name)))
const refusal = (bytes: Uint8Array) => readDocument(bytes).catch((error: unknown) => error)
const textOf = async (...pieces: MadePiece[]) => (await readDocument(wordOf(pieces))).text
const paragraphOf = ({ blocks, text }: Document, start: string) => {
  const found = blocks.find((block) => text.startsWith(start, block.start))
  return found as Extract<Block, { kind: 'paragraph' }>
}

describe('a Word 97-2003 document', async () => {
  const document = await readDocument(fixture('word.doc'))
  const body = document.text.slice(0, document.blocks.at(-1)!.end).split('\n\n')

  it('says what it is', () => {
    expect(document.mediaType).toBe('application/msword')
    expect(document.textOrigin).toBe('document')
  })

  it('has the numbers that Word counts, letters as Vietnamese does', () => {
    expect(body.slice(1, 12)).toEqual([
      'I. MỤC ĐÍCH',
      '1. Tiêm đủ mũi',
      '2. Khám định kỳ',
      'a) Xã Một',
      'b) Xã Hai',
      'c) Xã Ba',
      'd) Xã Bốn',
      'đ) Xã Năm',
      'II. NỘI DUNG',
      '1. Truyền thông',
      '- Phát thanh;',
    ])
  })

  it('keeps headings, alignment, sizes and bold starts', () => {
    expect(paragraphOf(document, 'KẾ HOẠCH')).toMatchObject({ level: 1, look: { bold: 1, size: 14, align: 'center' } })
    const { start, boldEnd } = paragraphOf(document, '3. Tuyên truyền')
    expect(document.text.slice(start, boldEnd!)).toBe('3. Tuyên truyền:')
    expect(paragraphOf(document, '1. Truyền thông')).toMatchObject({ level: null, boldEnd: null })
  })

  it('leaves hidden and deleted words out, says so, and keeps words put in', () => {
    expect(body).toContain('3. Tuyên truyền: trên đài xã.')
    expect(body).toContain('Giữ thêm vào chữ.')
    expect(document.messages.map(({ code }) => code)).toEqual(['read/ignored', 'read/ignored'])
  })

  it('parts soft lines, and reads tabs, hyphens, symbols and the results of fields', () => {
    expect(body).toContain('Dòng một')
    expect(body).toContain('dòng hai sau tab 766-CV mềmmại≥ 95 %')
    expect(body).toContain('Xem trang của Sở để biết.')
  })

  it('keeps merged cells as spans and a nested table as words of its cell', () => {
    const table = document.blocks.find((block): block is Table => block.kind === 'table')!
    expect(table.columnCount).toBe(4)
    expect(table.rows.map(({ isHead }) => isHead)).toEqual([true, true, false, false])
    expect(table.rows[0]!.cells.map(({ column, colSpan, rowSpan }) => [column, colSpan, rowSpan])).toEqual([
      [0, 1, 2],
      [1, 1, 2],
      [2, 2, 1],
    ])
    expect(document.text.slice(table.start, table.end)).toBe(
      'TT\tChỉ tiêu\tNăm 2024\nKế hoạch\tThực hiện\n1\tSố giường bệnh\t120\t118\n2\tTrong: a b c d sau bảng\t\t9',
    )
  })

  it('puts text boxes where they are anchored', () => {
    expect(body.slice(-2)).toEqual(['TÀI LIỆU HỌP', 'Cuối.'])
  })

  it('sets notes and running heads apart and leaves page numbers out', () => {
    const words = document.furniture.map(({ kind, start, end }) => [kind, document.text.slice(start, end)])
    expect(words).toEqual([
      ['note', 'Chú thích cuối trang.'],
      ['running-head', 'Bản thảo lần 2 – trang'],
    ])
  })
})

describe('the text of a Word document', () => {
  it('is in pieces of one or two bytes a character', async () => {
    const narrow = 'So 12 \x93A\x94 \x96 10 \x80\r'
    expect(await textOf({ text: narrow, narrow: true }, { text: 'Kế hoạch\r' })).toBe('So 12 “A” – 10 €\n\nKế hoạch')
  })

  it('is found in either table stream', async () => {
    expect((await readDocument(wordOf([{ text: 'Kế hoạch\r' }], { flags: 0 }))).text).toBe('Kế hoạch')
  })

  it.each([
    ['keeps the result of a field', 'a \x13 PAGEREF x \x14kết quả\x15 b\r', 'a kết quả b'],
    ['leaves a field without a result out', 'a \x13 TC x \x15b\r', 'a b'],
    ['reads fields in fields', '\x13 IF \x13 A \x141\x15 \x14hai\x15 ba\r', 'hai ba'],
    ['loses nothing behind a field that never ends', 'a \x13 HYPERLINK b\rc\r', 'a HYPERLINK b\n\nc'],
    ['takes a page break inside a paragraph for a line end', 'a\x0cb\r', 'a\n\nb'],
    ['parts the columns of a typed letterhead', 'SỞ Y TẾ\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\rSố:      /KH-SYT\t\tHuế, ngày   tháng   năm 2024\rKẾ HOẠCH\r', 'SỞ Y TẾ\n\nSố: /KH-SYT\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nHuế, ngày tháng năm 2024\n\nKẾ HOẠCH'],
    ['parts addressees from a signature', 'Nơi nhận:\t\t\tGIÁM ĐỐC\r- Như trên;\r- Lưu: VT.\t\t\tNguyễn An\r', 'Nơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nNguyễn An'],
    ['leaves a gap in running text alone', 'Số giường\t\t120\rSố xã\t\t15\r', 'Số giường 120\n\nSố xã 15'],
  ])('%s', async (_, text, expected) => {
    expect(await textOf({ text })).toBe(expected)
  }) // biome-ignore format: a table
})

describe('a file that is no readable Word document', () => {
  it.each([
    ['a password', wordOf([{ text: 'a\r' }], { flags: 0x0300 }), 'encrypted'],
    ['an encrypted package', oleOf({ EncryptionInfo: new Uint8Array(8), EncryptedPackage: new Uint8Array(8) }), 'encrypted'],
    ['Word 95', wordOf([{ text: 'a\r' }], { version: 0x68 }), 'unsupported-type'],
    ['Word 6', wordOf([{ text: 'a\r' }], { magic: 0xa5dc, version: 0x65 }), 'unsupported-type'],
    ['pictures only', fixture('pictures.doc'), 'no-text'],
    ['no words', wordOf([{ text: '\r\r' }]), 'empty'],
    ['no table stream', oleOf({ WordDocument: fixture('word.doc') }), 'damaged'],
    ['a head and nothing else', fixture('word.doc').subarray(0, 512), 'damaged'],
  ])('%s is refused with its reason', async (_, bytes, reason) => {
    const error = await refusal(bytes)
    expect(error).toBeInstanceOf(UnreadableError)
    expect(error).toMatchObject({ reason })
  })

  it.each([
    ['Workbook', 'Excel'],
    ['PowerPoint Document', 'PowerPoint'],
    ['VisioDocument', 'Visio'],
    ['Something', 'OLE'],
  ])('%s is refused with its name', async (stream, name) => {
    expect(await refusal(oleOf({ [stream]: new Uint8Array(8) }))).toMatchObject({
      reason: 'unsupported-type',
      message: expect.stringContaining(name),
      vi: expect.stringContaining(name),
    })
  })

  it('whose sectors lead in a circle comes to an end', async () => {
    const bytes = wordOf([{ text: 'Kế hoạch\r'.repeat(400) }])
    const table = new DataView(bytes.buffer, 512, 512)
    for (let i = 1; i < 128; i++) if (table.getUint32(4 * i, true) < 128) table.setUint32(4 * i, i - 1, true)
    expect(await refusal(bytes)).toBeInstanceOf(UnreadableError)
  })

  it('with bytes changed anywhere is read or refused, and soon', async () => {
    const whole = fixture('word.doc')
    let seed = 1
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      return seed % below
    }
    for (let round = 0; round < 300; round++) {
      const bytes = new Uint8Array(whole)
      for (let i = 0; i < 1 + (round % 40); i++) bytes[random(bytes.length)] = random(256)
      const outcome = await refusal(round % 3 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes)
      expect(outcome instanceof UnreadableError || (outcome as Document).text.length > 0).toBe(true)
    }
  })
})
