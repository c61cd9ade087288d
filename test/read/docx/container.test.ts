// Word files of every edition, kind and state of damage.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/model/document.ts'
import { readDocument } from '../../../src/read/index.ts'
import { END, p, r, read, style, tbl, tc, textOf, tr, type WordParts, wordOf } from '../../word.ts'

describe('the container', () => {
  it.each<[string, WordParts]>([
    ['the strict edition', { namespaces: 'strict' }],
    ['other prefixes', { namespaces: 'odd' }],
    ['a main part of another name', { main: 'word/document2.xml' }],
  ])('is read with %s', async (_, parts) => {
    const body = tbl([tr(['A', tc('B', '<w:gridSpan w:val="2"/>')]), tr(['C', 'D', 'E'])]) + p(r('Kế hoạch', '<w:b/>'))
    const document = await read(body, parts)
    expect(document.text).toBe('A\tB\nC\tD\tE\n\nKế hoạch')
    expect((document.blocks[1] as Paragraph).look.bold).toBe(1)
  })

  it.each<[string, string]>([
    ['application/vnd.ms-word.document.macroEnabled.main+xml', 'application/vnd.ms-word.document.macroEnabled.12'],
    ['application/vnd.ms-word.template.macroEnabledTemplate.main+xml', 'application/vnd.ms-word.template.macroEnabled.12'],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
    ],
    ['text/plain', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('names its type: %s', async (contentType, mediaType) => {
    expect((await read(END, { contentType })).mediaType).toBe(mediaType)
  })

  it('names its signatures in order of time', async () => {
    const sign = (name: string, time: string) =>
      `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo><X509Data><X509SubjectName>CN=${name}, O=Sở Y tế, C=VN</X509SubjectName></X509Data></KeyInfo><Object><mdssi:SignatureTime xmlns:mdssi="http://schemas.openxmlformats.org/package/2006/digital-signature"><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>${time}</mdssi:Value></mdssi:SignatureTime></Object></Signature>`
    const others = {
      '_xmlsignatures/sig1.xml': sign('Trần Thị B', '2024-03-06T02:00:00Z'),
      '_xmlsignatures/sig2.xml': sign('Nguyễn Văn A', '2024-03-05T09:00:00Z'),
      '_xmlsignatures/sig3.xml': '<Other/>',
    }
    expect((await read(END, { others })).signatures).toEqual([
      { signer: 'Nguyễn Văn A', time: '2024-03-05T09:00:00Z' },
      { signer: 'Trần Thị B', time: '2024-03-06T02:00:00Z' },
    ])
  })

  it.each<[string, Uint8Array, string]>([
    ['another root', zipSync({ 'word/document.xml': strToU8('<html/>') }), 'unknown-type'],
    [
      'elements nested without end',
      wordOf(tbl([tr([`<w:tc>${'<w:sdt><w:sdtContent>'.repeat(300)}${p('a')}${'</w:sdtContent></w:sdt>'.repeat(300)}</w:tc>`])])),
      'damaged',
    ],
    ['styles that are no XML', wordOf(END, { styles: '<w:style>' }), 'damaged'],
  ])('is refused with %s', async (_, bytes, reason) => {
    expect(await readDocument(bytes).catch((thrown: unknown) => thrown)).toMatchObject({ reason })
  })

  it('survives styles that are based on each other', async () => {
    const styles =
      style('A', '<w:name w:val="A"/><w:basedOn w:val="B"/>') + style('B', '<w:name w:val="B"/><w:basedOn w:val="A"/>')
    expect(await textOf(p('Kế hoạch công tác', '<w:pStyle w:val="A"/>'), { styles })).toBe('Kế hoạch công tác')
  })
})
