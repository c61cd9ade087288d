// Files made to do harm: each is refused or read in a worker with little memory and time, and none of them fails.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const api = pathToFileURL(join(root, 'dist/index.js')).href
const { ingest } = (await import(api)) as typeof import('../../src/index.ts')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const docx = (body: string | Uint8Array, others: Record<string, Uint8Array> = {}) =>
  zipSync({ 'word/document.xml': typeof body === 'string' ? strToU8(body) : body, ...others }, { level: 9 })
const wordBody = (content: string) => docx(`<w:document ${W}><w:body>${content}</w:body></w:document>`)
const paragraphOf = (size: number) => {
  const head = strToU8(`<w:document ${W}><w:body><w:p><w:r><w:t>`)
  const bytes = new Uint8Array(size).fill(97)
  bytes.set(head)
  return bytes
}

const pdf = (...objects: string[]) =>
  `%PDF-1.4\n${objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF`
/** With a table of places, in which the fourth object stands where there is none. */
const misplacedPdf = (...objects: string[]) => {
  const parts = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`)
  const places = parts.map((_, i) => '%PDF-1.4\n'.length + parts.slice(0, i).join('').length)
  places[3] = 1
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const body = `%PDF-1.4\n${parts.join('')}`
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n${body.length}\n%%EOF`
}
const stream = (words: string, entries = '') => `<< ${entries} /Length ${words.length} >>\nstream\n${words}\nendstream`
const page = (rest: string) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${rest} >>`

/** A header that promises so many pixels. */
const png = (width: number, height: number) => {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set([8, 2], 24)
  return bytes
}

/** A see-through image whose header comes `headers` times, of whose rows so many are there, and interlaced in a way that there may not be. */
const clearPng = (height: number, headers: number, rows: number, interlacing = 0) => {
  const chunk = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = chunk('IHDR', Uint8Array.of(...png(500, height).subarray(16, 24), 8, 6, 0, 0, interlacing))
  const data = chunk('IDAT', deflateSync(new Uint8Array(rows * 2001)))
  return Buffer.concat([png(500, height).subarray(0, 8), ...Array(headers).fill(header), data, chunk('IEND', new Uint8Array())])
}

/** A Word file whose table of sectors is written over: entry `i` becomes `next(i)`. */
const oleWith = (next: (i: number) => number) => {
  const bytes = Uint8Array.from(readFileSync(join(root, 'test/fixtures/word.doc')))
  const view = new DataView(bytes.buffer)
  const at = 512 * (view.getUint32(0x4c, true) + 1)
  for (let i = 0; i < 128; i++) view.setUint32(at + 4 * i, next(i), true)
  return bytes
}
/** Its folders are each other's neighbours. */
const oleInCircles = () => {
  const bytes = Uint8Array.from(readFileSync(join(root, 'test/fixtures/word.doc')))
  const view = new DataView(bytes.buffer)
  const at = 512 * (view.getUint32(0x30, true) + 1)
  for (let i = 0; i < 4; i++) for (const field of [0x44, 0x48, 0x4c]) view.setUint32(at + 128 * i + field, (i + 1) % 4, true)
  return bytes
}

const nestedZip = (depth: number): Uint8Array => {
  let bytes = zipSync({ 'a.txt': strToU8('KẾ HOẠCH') })
  for (let i = 0; i < depth; i++) bytes = zipSync({ 'a.zip': bytes })
  return bytes
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`

/** What, made how, and what becomes of it: a reason of refusal, or null where words may be left. */
const CASES: readonly (readonly [string, () => Uint8Array | string, string | null])[] = [
  ['bomb.docx', () => docx(paragraphOf(100_000_000)), 'too-large'],
  [
    'bombs.docx',
    () =>
      docx(
        `<w:document ${W}/>`,
        Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`word/header${i}.xml`, new Uint8Array(15_000_000)])),
      ),
    'too-large',
  ],
  [
    'bomb.odt',
    () =>
      zipSync(
        { mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': new Uint8Array(100_000_000) },
        { level: 9 },
      ),
    'too-large',
  ],
  ['bomb.zip', () => zipSync({ 'a.txt': new Uint8Array(100_000_000) }, { level: 9 }), 'too-large'],
  ['nested.zip', () => nestedZip(30), 'unsupported-type'],
  ['deep.docx', () => wordBody('<w:tbl><w:tr><w:tc>'.repeat(100_000)), null],
  [
    'deep-text.docx',
    () => wordBody(`${'<w:sdt><w:sdtContent>'.repeat(3_000)}<w:p/>${'</w:sdtContent></w:sdt>'.repeat(3_000)}`),
    null,
  ],
  [
    'laughs.docx',
    () => docx(`${LAUGHS}<w:document ${W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`),
    null,
  ],
  [
    'laughs.fodt',
    () =>
      `<?xml version="1.0"?>${LAUGHS}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">&j;</office:document>`,
    null,
  ],
  ['pixels.png', () => png(60_000, 60_000), null],
  ['headers.png', () => clearPng(700, 2, 700), null],
  ['rows.png', () => clearPng(150_000, 1, 1_000), 'damaged'],
  ['interlaced.png', () => clearPng(700, 1, 700, 4), 'damaged'],
  ['kids.pdf', () => pdf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'), null],
  [
    'count.pdf',
    () => pdf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', page('')),
    null,
  ],
  [
    'length.pdf',
    () =>
      pdf(
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page('/Contents 4 0 R'),
        '<< /Length 4 0 R >>\nstream\nBT ET\nendstream',
      ),
    null,
  ],
  [
    'form.pdf',
    () =>
      pdf(
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page('/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'),
        stream('/F Do'),
        stream('/F Do /F Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>'),
      ),
    null,
  ],
  [
    'misplaced.pdf',
    () =>
      misplacedPdf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 1 >>', page(''), page('')),
    null,
  ],
  ['chain.doc', () => oleWith((i) => i), null],
  ['circle.doc', () => oleWith((i) => (i + 1) % 128), null],
  ['folders.doc', () => oleInCircles(), null],
  ['deep.rtf', () => `{\\rtf1 ${'{\\b '.repeat(500_000)}a`, null],
  ['notes.rtf', () => '{\\rtf1 {\\footnote K\\u7871? ho\\u7841?ch}}', null],
  ['deep.html', () => `<!DOCTYPE html><html><body>${'<div>'.repeat(200_000)}a`, null],
  ['quotes.md', () => `# KẾ HOẠCH\n\n${'> '.repeat(50_000)}a\n`, null],
  ['lists.md', () => `# KẾ HOẠCH\n\n${'1. > - '.repeat(20_000)}a\n`, null],
  ['marks.md', () => `# KẾ HOẠCH\n\n${'['.repeat(8_000)}a${'](u)'.repeat(8_000)}\n`, null],
  ['notes.md', () => `${'[^1]: '.repeat(10_000)}KẾ HOẠCH\n`, null],
  ['indents.md', () => `# KẾ HOẠCH\n\n${Array.from({ length: 900 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')}\n`, null],
  ['comments.md', () => `# KẾ HOẠCH\n\nĐợt 1: ${'<!--'.repeat(20_000)}\n`, null],
  ['brackets.md', () => `# KẾ HOẠCH\n\n${'['.repeat(50_000)}a\n`, null],
  ['stars.md', () => `# KẾ HOẠCH\n\n${'*a _b '.repeat(20_000)}\n`, null],
  ['line.txt', () => `KẾ HOẠCH ${'1'.repeat(3_000_000)}`, null],
  ['words.txt', () => `KẾ HOẠCH\n${'trên 95% trẻ được tiêm, '.repeat(1_000)}`, null],
  ['dues.txt', () => `KẾ HOẠCH\n\n${'trước ngày 1/1, - '.repeat(4_000)}a`, null],
  ['word.txt', () => `KẾ HOẠCH\n\nMỗi thôn có ít nhất 01 t${'ì'.repeat(1_500)}nh nguyện viên.`, null],
  ['numbers.txt', () => `KẾ HOẠCH\n${'1. '.repeat(10_000)}`, null],
]

describe('a hostile file', () => {
  it.each(CASES)('%s does no harm', async (name, make, reason) => {
    const path = join(folder, name)
    writeFileSync(path, make())
    const lines = []
    for await (const { line } of ingest([path], {
      out: join(folder, `${name}.out`),
      ocr: 'never',
      limits: { seconds: 30, megabytes: 450 },
    }))
      lines.push(line)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ status: expect.stringMatching(/^(?:refused|done|partial)$/) })
    if (reason !== null) expect(lines[0]).toMatchObject({ status: 'refused', reason })
  })

  it('of 100 KB that is a bomb is refused within 200 MB and a second of work', () => {
    const path = join(folder, 'small.docx')
    writeFileSync(path, docx(paragraphOf(100_000_000)))
    expect(readFileSync(path).byteLength).toBeLessThan(110_000)
    const script = `import { readFileSync } from 'node:fs'; import { parsePlan } from ${JSON.stringify(api)}; const bytes = readFileSync(${JSON.stringify(path)}); const { user } = process.cpuUsage(); const error = await parsePlan(bytes).catch((error) => error); console.log(JSON.stringify([error.reason, (process.cpuUsage().user - user) / 1e6, process.resourceUsage().maxRSS / 1024]))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    const [reason, seconds, megabytes] = JSON.parse(stdout) as [string, number, number]
    expect(reason).toBe('too-large')
    expect(seconds).toBeLessThan(1)
    expect(megabytes).toBeLessThan(200)
  })
})
