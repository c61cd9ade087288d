// Plans become an Excel workbook: a sheet a table, and a first one that explains them.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../../model/plan.ts'
import type { ExportOptions, FileFormat } from '../format.ts'
import { TABLES } from '../tables/index.ts'
import { ABOUT_TITLE, aboutXml, type Told } from './about.ts'
import { type Sheet, writePackage } from './package.ts'
import { openPart, type PartWriter } from './part.ts'
import { LIMITS, type Limits, sheetsOf } from './sheet.ts'

export const xlsx: FileFormat = { shape: 'file', ending: 'xlsx', write: writeWorkbook }

// A row a printed cell tells a person nothing that the printed table does not tell better.
const SHOWN = TABLES.filter(({ name }) => name !== 'cells')

/** The limits are those of Excel; tests have smaller ones. */
export async function writeWorkbook(
  plans: AsyncIterable<Plan>,
  target: string,
  { language }: ExportOptions,
  limits: Limits = LIMITS,
): Promise<void> {
  const folder = `${target}.parts`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  const parts: PartWriter[] = []
  try {
    const open = () => {
      const name = `sheet${parts.length + 2}.xml`
      parts.push(openPart(`xl/worksheets/${name}`, join(folder, name)))
      return parts.at(-1)!
    }
    const writers = SHOWN.map((table) => sheetsOf(table, language, open, limits))
    let count = 0
    for await (const plan of plans) {
      count++
      for (const [at, table] of SHOWN.entries()) for (const row of table.rows(plan)) await writers[at]!.add(row)
    }
    const told: Told[] = []
    const sheets: Sheet[] = []
    let allCut = 0
    for (const [at, writer] of writers.entries()) {
      const { sheets: own, rows, cut } = await writer.end()
      sheets.push(...own)
      told.push({ table: SHOWN[at]!, titles: own.map(({ title }) => title), rows })
      allCut += cut
    }
    const about = openPart('xl/worksheets/sheet1.xml', join(folder, 'sheet1.xml'))
    parts.push(about)
    const { xml, rows } = aboutXml(told, count, allCut, language)
    await about.write(xml)
    sheets.unshift({ title: ABOUT_TITLE[language], part: await about.end(), rows, columns: 0 })
    await writePackage(target, sheets, language)
  } finally {
    for (const part of parts) part.close()
    await rm(folder, { recursive: true, force: true })
  }
}
