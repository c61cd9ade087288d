// Questions that are often asked of the tables become views of the database: the latest plans, the values, the matrix.
import type { DuckDBConnection } from '@duckdb/node-api'
import { TABLES, type Words } from '../tables/index.ts'
import { named, quoted } from './store.ts'

type View = { name: string; about: Words; sql: string }

const VIEWS: readonly View[] = [
  {
    name: 'latest_plans',
    about: {
      vi: 'Của mỗi tỉnh và mỗi năm, kế hoạch mới nhất: của sở trước, rồi đến ngày ban hành, rồi đến số chỉ tiêu.',
      en: 'The latest plan of each province and year: a department’s first, then by day of issue, then by number of indicators.',
    },
    sql: `SELECT * FROM documents
      WHERE provinceCode IS NOT NULL AND "year" IS NOT NULL AND documentType = 'ke-hoach'
      QUALIFY row_number() OVER (PARTITION BY provinceCode, "year"
        ORDER BY issuerLevel IS DISTINCT FROM 'department', issuedDay DESC NULLS LAST, indicatorCount DESC, planId) = 1`,
  },
  {
    name: 'indicator_values',
    about: {
      vi: 'Của mỗi tỉnh, mỗi năm, mỗi mã chỉ tiêu và đơn vị, một giá trị: không có phạm vi riêng trước, rồi đến văn bản mới nhất.',
      en: 'One value of each province, year, code and unit: without a scope of its own first, then of the latest document.',
    },
    sql: `SELECT d.provinceCode, i.province, i."year", i.code, i.unitCode, i.comparator, i.value, i.valueMax, i.scope,
        i.name, i.raw, i.page, i.planId, i.indicatorId, i.sourcePath
      FROM indicators i JOIN documents d USING (planId)
      WHERE i.code IS NOT NULL AND i.value IS NOT NULL AND i.change IS NULL AND d.provinceCode IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY d.provinceCode, i."year", i.code, i.unitCode
        ORDER BY i.scope IS NOT NULL, d.issuedDay DESC NULLS LAST, i.codeConfidence DESC, i.planId, i.spanStart) = 1`,
  },
  {
    name: 'legal_references',
    about: {
      vi: 'Bảng references, với tên không phải đặt trong ngoặc kép.',
      en: 'The table references, by a name without quotes.',
    },
    sql: `SELECT * FROM ${named('references')}`,
  },
  {
    name: 'cited_acts',
    about: {
      vi: 'Mỗi văn bản được viện dẫn một hàng: bao nhiêu kế hoạch viện dẫn, từ năm nào đến năm nào.',
      en: 'A row for each cited act: how many plans cite it, from which year to which.',
    },
    sql: `SELECT referenceKey, any_value(title ORDER BY planId) AS title, count(DISTINCT planId) AS plans,
        sum(mentionCount) AS mentions, min(planYear) AS firstPlanYear, max(planYear) AS lastPlanYear
      FROM ${named('references')} GROUP BY referenceKey ORDER BY plans DESC, referenceKey`,
  },
]

const MATRIX: Words = {
  vi: 'Chỉ tiêu theo tỉnh: mỗi mã, năm và đơn vị một hàng, mỗi tỉnh một cột.',
  en: 'Indicators by province: a row for each code, year and unit, a column for each province.',
}

/** Makes the views, and tells of each table, column and view what it means. */
export async function makeViews(connection: DuckDBConnection, language: 'vi' | 'en'): Promise<void> {
  for (const { name, sql } of VIEWS) await connection.run(`CREATE VIEW ${named(name)} AS ${sql}`)
  await connection.run(`CREATE VIEW indicator_matrix AS ${await matrixSql(connection)}`)
  const comments = [
    ...TABLES.flatMap(({ name, about, columns }) => [
      `TABLE ${named(name)} IS ${quoted(about[language])}`,
      ...columns.map((column) => `COLUMN ${named(name)}.${named(column.name)} IS ${quoted(column.about[language])}`),
    ]),
    ...VIEWS.map(({ name, about }) => `VIEW ${named(name)} IS ${quoted(about[language])}`),
    `VIEW indicator_matrix IS ${quoted(MATRIX[language])}`,
  ]
  for (const comment of comments) await connection.run(`COMMENT ON ${comment}`)
}

/** A view has columns of fixed names: those of the provinces that are there. */
async function matrixSql(connection: DuckDBConnection): Promise<string> {
  const found = await connection.runAndReadAll(
    'SELECT provinceCode, any_value(province ORDER BY province) FROM indicator_values GROUP BY 1 ORDER BY 1',
  )
  const taken = new Set(['code', 'year', 'unitcode'])
  const columns = found.getRows().map(([code, province]) => {
    const isTaken = taken.has(String(province).toLowerCase())
    const name = isTaken ? `${province} (${code})` : String(province)
    taken.add(name.toLowerCase())
    return `, max(value) FILTER (WHERE provinceCode = ${quoted(String(code))}) AS ${named(name)}`
  })
  return `SELECT code, "year", unitCode${columns.join('')}
    FROM indicator_values GROUP BY code, "year", unitCode ORDER BY code, "year", unitCode`
}
