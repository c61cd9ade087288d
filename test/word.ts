// Word files made of the XML that a case is about: a body, and the parts that it needs.
import { strToU8, zipSync } from 'fflate'
import type { Document, Paragraph, Table } from '../src/model/document.ts'
import { readDocument } from '../src/read/index.ts'

const TRANSITIONAL = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
}
const STRICT = {
  ...TRANSITIONAL,
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

export type WordParts = {
  styles?: string
  numbering?: string
  footnotes?: string
  settings?: string
  /** Headers and footers by relation id: h1 is header1.xml and so on. */
  headers?: Record<string, string>
  /** Images of the body by relation id: i1 is media/i1. */
  images?: Record<string, Uint8Array>
  /** Whole parts by path. */
  others?: Record<string, string>
  namespaces?: 'transitional' | 'strict' | 'odd'
  main?: string
  contentType?: string
}

/** A DOCX whose body holds this XML. */
export function wordOf(body: string, parts: WordParts = {}): Uint8Array {
  const { styles, numbering, footnotes, settings, headers = {}, images = {}, others = {}, namespaces = 'transitional' } = parts
  const main = parts.main ?? 'word/document.xml'
  const names = namespaces === 'strict' ? STRICT : TRANSITIONAL
  const part = (root: string, xml: string) => {
    const declared = Object.entries(names).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    const text = `<w:${root}${declared.join('')}>${xml}</w:${root}>`
    return strToU8(namespaces === 'odd' ? text.replace(/(?<=[<\s/])w:/g, 'ns0:').replace('xmlns:w=', 'xmlns:ns0=') : text)
  }
  const relations: string[] = []
  const files: Record<string, Uint8Array> = {}
  const relate = (id: string, role: string, path: string, xml: Uint8Array) => {
    relations.push(`<Relationship Id="${id}" Type="${names.r}/${role}" Target="${path}"/>`)
    files[`word/${path}`] = xml
  }
  files[main] = part('document', `<w:body>${body}</w:body>`)
  if (styles !== undefined) relate('s', 'styles', 'styles.xml', part('styles', styles))
  if (numbering !== undefined) relate('n', 'numbering', 'numbering.xml', part('numbering', numbering))
  if (footnotes !== undefined) relate('f', 'footnotes', 'footnotes.xml', part('footnotes', footnotes))
  if (settings !== undefined) relate('t', 'settings', 'settings.xml', part('settings', settings))
  for (const [id, xml] of Object.entries(headers)) relate(id, 'header', `${id}.xml`, part('hdr', xml))
  for (const [id, image] of Object.entries(images)) relate(id, 'image', `media/${id}`, image)
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  const relationships = (inner: string) => strToU8(`<Relationships xmlns="${package_}/relationships">${inner}</Relationships>`)
  const cut = main.lastIndexOf('/') + 1
  files[`${main.slice(0, cut)}_rels/${main.slice(cut)}.rels`] = relationships(relations.join(''))
  files['_rels/.rels'] = relationships(`<Relationship Id="d" Type="${names.r}/officeDocument" Target="${main}"/>`)
  const type = parts.contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  files['[Content_Types].xml'] = strToU8(
    `<Types xmlns="${package_}/content-types"><Override PartName="/${main}" ContentType="${type}"/></Types>`,
  )
  for (const [path, xml] of Object.entries(others)) files[path] = strToU8(xml)
  return zipSync(files)
}

export const r = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
/** A paragraph of text, or of runs given as XML. */
export const p = (inner: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner === '' || inner.startsWith('<') ? inner : r(inner)}</w:p>`
export const numbered = (text: string, numId: number, level = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
/** A cell of text or of blocks given as XML. */
export const tc = (inner: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner.startsWith('<') ? inner : p(inner)}</w:tc>`
export const tr = (cells: readonly string[], properties = '') =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`
export const tbl = (rows: readonly string[], widths: readonly number[] = []) =>
  `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
/** A list of levels, each with its XML. */
export const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map((level, i) => `<w:lvl w:ilvl="${i}">${level}</w:lvl>`).join('')}</w:abstractNum>`
export const lvl = (format: string, text: string, more = '') =>
  `<w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/>`
export const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
export const style = (id: string, xml: string, type = 'paragraph', attributes = '') =>
  `<w:style w:type="${type}" w:styleId="${id}" ${attributes}>${xml}</w:style>`
/** A field of the long form. */
export const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

/** A last paragraph, so that a file holds words whatever its case does. */
export const END = p('Nơi dòng cuối của văn bản.')
export const read = (body: string, parts?: WordParts) => readDocument(wordOf(body, parts))
export const textOf = async (body: string, parts?: WordParts) => (await read(body, parts)).text
export const paragraphsOf = async (body: string, parts?: WordParts) => (await textOf(body, parts)).split('\n\n')
export const told = ({ messages }: Document) => messages.map(({ code, text }) => `${code}: ${text.en}`)
export const tablesOf = ({ blocks }: Document) => blocks.filter((block): block is Table => block.kind === 'table')
export const firstOf = ({ blocks }: Document) => blocks[0] as Paragraph
