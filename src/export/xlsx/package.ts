// Sheets become a workbook: the parts that name them, and all of it in one zip archive.
import { open } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import { TooLargeError } from '../format.ts'
import { escapeXml, letters } from './cells.ts'
import type { PackedPart } from './part.ts'
import { stylesXml } from './styles.ts'

/** A sheet of `rows` rows, its head among them; `columns` is 0 where it has no head to filter by. */
export type Sheet = { title: string; part: PackedPart; rows: number; columns: number }

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
// The plain form of a zip archive ends here.
const MOST_BYTES = 0xffff_ffff
// Same plans, same bytes: no part has a time.
const NO_TIME = new Date(1980, 0, 1)

/** Throws TooLargeError where the archive would pass 4 GB. */
export async function writePackage(target: string, sheets: readonly Sheet[], language: 'vi' | 'en'): Promise<void> {
  const handle = await open(target, 'w')
  const pieces: Uint8Array[] = []
  let written = 0
  const drain = async () => {
    for (const piece of pieces.splice(0)) {
      written += piece.length
      if (written > MOST_BYTES) throw new TooLargeError()
      await handle.writeFile(piece)
    }
  }
  try {
    const zip = new Zip((error, piece) => {
      if (error) throw error
      pieces.push(piece)
    })
    for (const part of [...partsOf(sheets, language), ...sheets.map(({ part }) => part)]) {
      const file = { filename: part.name, size: part.size, crc: part.crc, compression: 8, mtime: NO_TIME } as ZipInputFile
      zip.add(file)
      for await (const bytes of part.read()) {
        file.ondata!(null, bytes as Uint8Array<ArrayBuffer>, false)
        await drain()
      }
      file.ondata!(null, new Uint8Array(0), true)
    }
    zip.end()
    await drain()
  } finally {
    await handle.close()
  }
}

function partsOf(sheets: readonly Sheet[], language: 'vi' | 'en'): PackedPart[] {
  const relation = (id: number, type: string, to: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${to}"/>`
  const names = sheets.map(({ part }) => part.name)
  return [
    packed(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>${names
        .map((name) => `<Override PartName="/${name}" ContentType="${SPREADSHEET}.worksheet+xml"/>`)
        .join('')}</Types>`,
    ),
    packed(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    packed(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0" tabRatio="850"/></bookViews><sheets>${sheets
        .map(({ title }, at) => `<sheet name="${escapeXml(title)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets><definedNames>${definedNames(sheets)}</definedNames></workbook>`,
    ),
    packed(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${names
        .map((name, at) => relation(at + 1, 'worksheet', name.replace(/^xl\//, '')))
        .join('')}${relation(sheets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ),
    packed('xl/styles.xml', stylesXml(language).replace(XML, '')),
  ]
}

/** Excel wants the range of each filter as a hidden name too; heads are printed on every page. */
function definedNames(sheets: readonly Sheet[]): string {
  const name = (kind: string, at: number, hidden: string, range: string) =>
    `<definedName name="_xlnm.${kind}" localSheetId="${at}"${hidden}>${escapeXml(`${sheetName(sheets[at]!.title)}!${range}`)}</definedName>`
  const withHeads = [...sheets.entries()].filter(([, { columns }]) => columns > 0)
  return [
    ...withHeads.map(([at, { columns, rows }]) =>
      name('_FilterDatabase', at, ' hidden="1"', `$A$1:$${letters(columns - 1)}$${rows}`),
    ),
    ...withHeads.map(([at]) => name('Print_Titles', at, '', '$1:$1')),
  ].join('')
}

/** The name of a sheet in a formula or a link. */
export function sheetName(title: string): string {
  return `'${title.replaceAll("'", "''")}'`
}

function packed(name: string, xml: string): PackedPart {
  const bytes = Buffer.from(XML + xml)
  const data = deflateRawSync(bytes)
  return {
    name,
    size: bytes.length,
    crc: crc32(bytes),
    read: async function* () {
      yield data
    },
  }
}
