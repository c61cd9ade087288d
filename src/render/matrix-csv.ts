// A matrix becomes a table for spreadsheets.
import type { IndicatorLine, Matrix, PlainCell } from '../model/matrix.ts'
import { toCsv } from './escape.ts'
import type { Language } from './report.ts'

/** One line for each province, year and indicator; an old province of a merged one has its own. */
export function matrixCsv(matrix: Matrix, language: Language): string {
  const heads = [
    'province',
    'part',
    'year',
    'code',
    'indicator',
    'state',
    'reason',
    'value',
    'valueMax',
    'comparator',
    'unit',
    'raw',
    'rank',
    'reachedYearBefore',
    'nationalTarget',
    'nationalYear',
    'nationalAct',
    'nationalGap',
    'doubts',
    'page',
    'file',
  ]
  const row = (province: string, part: string, year: number | null, { key, unit, ...names }: IndicatorLine, cell: PlainCell) => {
    const entry = cell.entries[0]
    const raws = [...new Set(cell.entries.map(({ raw }) => raw))].join('; ')
    return [
      province,
      part,
      year,
      key,
      names[language],
      cell.state,
      cell.isSum ? 'sum' : cell.reason,
      cell.value,
      cell.value === null ? null : (entry?.valueMax ?? null),
      entry?.comparator ?? null,
      unit,
      raws,
      cell.rank,
      cell.previous?.value ?? null,
      cell.national?.value ?? null,
      cell.national?.year ?? null,
      cell.national?.act ?? null,
      cell.national?.gap ?? null,
      cell.doubts.join(' '),
      entry?.span.boxes[0]?.page ?? null,
      entry?.path ?? null,
    ]
  }
  const rows = matrix.cells.flatMap((cells, i) =>
    cells.flatMap((cell, j) => {
      const isSeries = matrix.shape === 'years'
      const [province, year, indicator] = isSeries
        ? [matrix.province!, matrix.years[j]!, matrix.indicators[i]!]
        : [matrix.provinces[i]![language], matrix.year, matrix.indicators[j]!]
      return [
        row(province, '', year, indicator, cell),
        ...cell.parts.map((part) => row(province, part.name, year, indicator, part)),
      ]
    }),
  )
  return toCsv(heads, rows)
}
