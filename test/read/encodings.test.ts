// The bytes of text files in every encoding that Vietnamese offices have.
import { describe, expect, it } from 'vitest'
import { UnreadableError } from '../../src/model/errors.ts'
import { decodeText } from '../../src/read/encodings.ts'

const TEXT = 'Sở Y tế xây dựng “Kế hoạch” phòng bệnh năm 2024 trước ngày 15 – Số: 12/QĐ-SYT\nĐường lối, ngũ cốc, ý kiến ở xã'
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u
const UPPER = new Map([...'€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'].map((sign, i) => [sign, 0x80 + i]))

const eightBit = (text: string) => Uint8Array.from(text, (sign) => UPPER.get(sign) ?? sign.codePointAt(0)!)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** Windows-1258: letters with their hats, tone marks behind them. */
function windows1258(text: string): Uint8Array {
  const own: Record<string, number> = {
    ă: 0xe3, Ă: 0xc3, đ: 0xf0, Đ: 0xd0, ơ: 0xf5, Ơ: 0xd5, ư: 0xfd, Ư: 0xdd,
    '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2,
  } // biome-ignore format: bytes side by side
  const bytes: number[] = []
  for (const letter of text) {
    const parts = [...letter.normalize('NFD')]
    const tone = parts.find((part) => TONES.test(part))
    const base = parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC')
    bytes.push(own[base] ?? UPPER.get(base) ?? base.codePointAt(0)!, ...(tone ? [own[tone]!] : []))
  }
  return Uint8Array.from(bytes)
}

function doubled(text: string): Uint8Array {
  const signs = new Map([...UPPER].map(([sign, byte]) => [byte, sign === '.' ? String.fromCharCode(byte) : sign]))
  return utf8(Array.from(utf8(text), (byte) => signs.get(byte) ?? String.fromCharCode(byte)).join(''))
}

describe('bytes of text', () => {
  it.each<[string, Uint8Array, string, string[]]>([
    ['UTF-8', utf8(TEXT), 'utf-8', []],
    ['UTF-8 with a mark', utf8(`\uFEFF${TEXT}`), 'utf-8', []],
    ['decomposed UTF-8', utf8(TEXT.normalize('NFD')), 'utf-8', []],
    ['UTF-16 LE', new Uint8Array(utf16(TEXT)), 'utf-16le', []],
    ['UTF-16 LE with a mark', new Uint8Array(utf16(`\uFEFF${TEXT}`)), 'utf-16le', []],
    ['UTF-16 BE', new Uint8Array(utf16(TEXT).swap16()), 'utf-16be', []],
    ['Windows-1258', windows1258(TEXT), 'windows-1258', ['read/encoding-guessed']],
    ['UTF-8 encoded twice', doubled(TEXT), 'utf-8', ['read/encoding-guessed']],
  ])('in %s are read', (_, bytes, encoding, codes) => {
    const { messages, ...read } = decodeText(bytes)
    expect(read).toEqual({ text: TEXT, encoding })
    expect(messages.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    [
      'TCVN3',
      eightBit('Së Y tÕ x©y dùng “KÕ ho¹ch” phßng bÖnh tr\u00ADíc ngµy 15'),
      'tcvn3',
      'Sở Y tế xây dựng “Kế hoạch” phòng bệnh trước ngày 15',
    ],
    ['VNI', eightBit('Sôû Y teá xaây döïng “Keá hoaïch” phoøng beänh'), 'vni', 'Sở Y tế xây dựng “Kế hoạch” phòng bệnh'],
    [
      'Western',
      eightBit('The café in Köln – “open” since 1990, said Mr Smith of the health department'),
      'windows-1252',
      'The café in Köln – “open” since 1990, said Mr Smith of the health department',
    ],
  ])('in %s are read', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toMatchObject({ text, encoding, messages: [{ code: 'read/encoding-guessed' }] })
  })

  it('with a few bytes broken are read, and the loss is reported', () => {
    const bytes = utf8(TEXT.repeat(3))
    bytes[300] = 0xff
    const { text, messages } = decodeText(bytes)
    expect(text.length).toBeGreaterThan(3 * TEXT.length - 3)
    expect(messages.map(({ code }) => code)).toEqual(['read/bytes-unreadable'])
    expect(decodeText(new Uint8Array(utf16(TEXT)).subarray(0, -1)).messages.map(({ code }) => code)).toEqual([
      'read/bytes-unreadable',
    ])
  })

  it('with a control character of old programs at the end are read without it', () => {
    expect(decodeText(utf8(`${TEXT}\u001A`)).text.trim()).toBe(TEXT)
  })

  it('in right Vietnamese are not taken for doubled', () => {
    const text = 'Hà Nội: Âu cơ, Ãn, «Ä», 5 â‚¬'
    expect(decodeText(utf8('Ä\u00A0 là chữ Đức')).text).toBe('Ä\u00A0 là chữ Đức')
    expect(decodeText(utf8(text)).text).toBe(text)
  })

  it.each([
    ['counted', Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256)],
    ['high', Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 53) % 128))],
    ['zeros', new Uint8Array(64)],
    ['mixed', Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 251)],
  ])('that are no text (%s) are refused', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(UnreadableError)
  })
})
