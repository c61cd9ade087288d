// The Markdown of a sample plan becomes files of the formats that the samples do not have, and pages of strokes become images.
import { createCanvas } from '@napi-rs/canvas'
import { zipSync } from 'fflate'

/** Headings, paragraphs and tables, in order. */
function blocksOf(markdown) {
  return markdown.split(/\n{2,}/).flatMap((part) => {
    const lines = part.split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) return []
    if (lines.length > 1 && lines.every((line) => line.startsWith('|')))
      return [{ rows: lines.filter((line) => !/^[|\s:-]+$/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => plain(cell))) }] // biome-ignore format: rows of cells
    return lines.map((line) => ({ level: /^#+/.exec(line)?.[0].length ?? 0, text: plain(line.replace(/^#+/, '')) }))
  })
}

const plain = (words) => words.replace(/\*\*|<[^>]*>/g, '').trim()
const escaped = (words) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const page = (markdown) =>
  blocksOf(markdown)
    .map(({ rows, level, text }) => {
      if (rows) return `<table border="1">${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>` // biome-ignore format: one table
      return level > 0 ? `<h${level}>${escaped(text)}</h${level}>` : `<p style="margin-left:1cm">${escaped(text)}</p>`
    })
    .join('\n')

function html(markdown) {
  return Buffer.from(
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><style>h2 { font-weight: bold } .x { display: none }</style></head><body>\n${page(markdown)}\n<ul><li>một</li><li>hai<ol><li>ba</li></ol></li></ul></body></html>\n`,
  )
}

function mhtml(markdown) {
  const body = Buffer.from(`<html><body>${page(markdown)}</body></html>`)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n--part\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--part--\r\n`,
  )
}

function rtf(markdown) {
  const words = (text) =>
    text
      .replace(/[\\{}]/g, '\\$&')
      .replace(/[^ -~\n]/gu, (sign) => Array.from({ length: sign.length }, (_, i) => `\\u${sign.charCodeAt(i)}?`).join(''))
  const blocks = blocksOf(markdown).map(({ rows, level, text }) => {
    if (!rows) return `\\pard${level > 0 ? '\\b' : ''} ${words(text)}\\b0\\par`
    return rows
      .map(
        (cells) =>
          `\\trowd${cells.map((_, i) => `\\cellx${1500 * (i + 1)}`).join('')} ${cells.map((cell) => `\\pard\\intbl ${words(cell)}\\cell`).join('')}\\row`,
      )
      .join('\n')
  })
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1258\\uc1\\deff0{\\fonttbl{\\f0\\fcharset163 Times New Roman;}{\\f1\\fcharset2 Symbol;}}{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc0{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}\n${blocks.join('\n')}\n{\\footnote\\pard ghi ch\\'fa\\par}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt x}}\\pard}`,
    'latin1',
  )
}

const NAMES = ['office', 'style', 'text', 'table', 'draw', 'fo', 'svg', 'xlink'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ') // biome-ignore format: one list
const STYLES =
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P2"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'

const odtBody = (markdown) =>
  blocksOf(markdown)
    .map(({ rows, level, text }) => {
      if (rows) return `<table:table><table:table-column table:number-columns-repeated="${rows[0].length}"/>${rows.map((cells) => `<table:table-row>${cells.map((cell) => `<table:table-cell table:number-columns-spanned="1"><text:p>${escaped(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>` // biome-ignore format: one table
      if (level > 0) return `<text:h text:outline-level="${level}" text:style-name="P1">${escaped(text)}</text:h>`
      if (text.startsWith('- '))
        return `<text:list text:style-name="L1"><text:list-item><text:p>${escaped(text.slice(2))}</text:p></text:list-item></text:list>`
      return `<text:p text:style-name="P1">${escaped(text)}<text:s text:c="2"/><text:tab/></text:p>`
    })
    .join('')

function odt(markdown) {
  const xml = (root, inner) =>
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><office:${root} ${NAMES}>${inner}</office:${root}>`)
  return Buffer.from(
    zipSync({
      mimetype: [Buffer.from('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': xml(
        'document-content',
        `<office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${odtBody(markdown)}</office:text></office:body>`,
      ),
      'styles.xml': xml('document-styles', `<office:styles>${STYLES}</office:styles>`),
    }),
  )
}

function fodt(markdown) {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${odtBody(markdown)}</office:text></office:body></office:document>`,
  )
}

const archive = (markdown) =>
  Buffer.from(zipSync({ 'một/a.md': Buffer.from(markdown), 'một/b.html': html(markdown), 'c.txt': Buffer.from(plain(markdown)), 'd.zip': zipSync({ x: Buffer.from('x') }) })) // biome-ignore format: one archive

const MAKERS = {
  html,
  mht: mhtml,
  rtf,
  odt,
  fodt,
  zip: archive,
  txt: (markdown) => Buffer.from(blocksOf(markdown).map(({ rows, text }) => rows?.map((cells) => cells.join('\t')).join('\n') ?? text).join('\n')), // biome-ignore format: one text
  'utf16.txt': (markdown) => Buffer.from(`\ufeff${plain(markdown)}`, 'utf16le'),
}

/** `[ending, bytes]` of each format. */
export function filesOf(markdown) {
  return Object.entries(MAKERS).map(([ending, make]) => [ending, make(markdown)])
}

/** A page of strokes as PNG, JPEG and uncompressed TIFF. */
export function images() {
  const [width, height] = [500, 700]
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#000'
  for (let y = 50; y < 450; y += 20) for (let x = 50; x < 440; x += 6 + ((x * y) % 5)) pen.fillRect(x, y, 3, 11)
  const pixels = pen.getImageData(0, 0, width, height).data
  const grey = Buffer.from(Array.from({ length: width * height }, (_, i) => pixels[4 * i]))
  return [
    ['png', canvas.toBuffer('image/png')],
    ['jpg', canvas.toBuffer('image/jpeg')],
    ['tif', tiffOf(width, height, grey)],
  ]
}

function tiffOf(width, height, grey) {
  const entries = [[256, 4, 1, width], [257, 4, 1, height], [258, 3, 1, 8], [259, 3, 1, 1], [262, 3, 1, 1], [273, 4, 1, 200], [277, 3, 1, 1], [278, 4, 1, height], [279, 4, 1, grey.length]] // biome-ignore format: one directory
  const head = Buffer.alloc(200)
  head.write('II*\0', 0, 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(entries.length, 8)
  entries.forEach(([tag, type, count, value], i) => {
    const at = 10 + 12 * i
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(count, at + 4)
    head.writeUInt32LE(value, at + 8)
  })
  return Buffer.concat([head, grey])
}
