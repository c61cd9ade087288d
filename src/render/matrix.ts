// A matrix becomes a report.
import type { Cell, Entry, IndicatorLine, Matrix, PlainCell } from '../model/matrix.ts'
import { type HeatCell, heatMap, lineChart } from './charts.ts'
import { amountWords } from './diff.ts'
import { DOUBTS, IGNORED, LABELS, REASONS } from './labels.ts'
import {
  type Block,
  type Language,
  type Line,
  line,
  numberIn,
  quoting,
  type Report,
  type Run,
  run,
  type Words,
} from './report.ts'

type Cite = (entry: Entry) => string | null

export function matrixReport(matrix: Matrix, language: Language): Report {
  const { sources, quote } = quoting()
  const cite: Cite = ({ plan, path, line: words, raw, span }) => quote(plan, path, words, words.indexOf(raw), raw, span)
  const isSeries = matrix.shape === 'years'
  const title = isSeries
    ? `${LABELS.series[language]} ${matrix.province}`
    : `${LABELS.matrix[language]} ${matrix.year}${matrix.view === 'today' ? ` (${LABELS.today[language]})` : ''}`
  const blocks = isSeries ? seriesBlocks(matrix, language, cite) : provinceBlocks(matrix, language, cite)
  blocks.push(...doubtBlocks(matrix, language))
  if (matrix.ignored.length > 0)
    blocks.push(
      { kind: 'heading', text: `${LABELS.ignored[language]} (${matrix.ignored.length})`, level: 2 },
      { kind: 'list', items: matrix.ignored.map(({ path, reason }) => line(`${path}: ${IGNORED[reason]![language]}`)) },
    )
  return { language, title, blocks, sources }
}

/** Columns are the provinces that have a plan: the others are named in one line. */
function provinceBlocks({ provinces, indicators, cells }: Matrix, language: Language, cite: Cite): Block[] {
  const withPlan = provinces.flatMap((_, i) => (cells[i]!.some(({ state }) => state !== 'no-plan') ? [i] : []))
  const without = provinces.filter((_, i) => !withPlan.includes(i))
  const label = (name: keyof typeof LABELS) => LABELS[name][language]
  const columns = [
    { head: label('indicator') },
    ...withPlan.map((i) => ({ head: provinces[i]![language], align: 'right' as const })),
    { head: label('median'), align: 'right' as const },
    { head: label('spread'), align: 'right' as const },
    { head: label('national'), align: 'right' as const },
  ]
  const rows = indicators.map((each, j): Line[] => [
    nameOf(each, language),
    ...withPlan.map((i) => cellRuns(cells[i]![j]!, language, cite)),
    line(each.count < 2 ? '' : numberIn(language, each.median), 'dim'),
    line(each.count < 2 ? '' : `${numberIn(language, each.min)} – ${numberIn(language, each.max)}`, 'dim'),
    line(
      nationalWords(
        cells.flatMap((row) => [row[j]!, ...row[j]!.parts]),
        language,
      ),
      'dim',
    ),
  ])
  const heat = indicators.map((each, j) =>
    withPlan.map((i) => heatOf(cells[i]![j]!, each, provinces[i]![language], language, cite)),
  )
  const blocks: Block[] = []
  if (withPlan.length > 0 && indicators.length > 0) {
    blocks.push({ kind: 'table', columns, rows })
    blocks.push({
      kind: 'figure',
      svg: heatMap(
        indicators.map((each) => each[language]),
        withPlan.map((i) => provinces[i]![language]),
        heat,
      ),
    })
  }
  if (without.length > 0)
    blocks.push({
      kind: 'line',
      runs: [
        run(`${label('noPlan')} (${without.length}): `, 'strong'),
        run(without.map((each) => each[language]).join(', '), 'dim'),
      ],
    })
  return blocks
}

function seriesBlocks({ years, indicators, cells }: Matrix, language: Language, cite: Cite): Block[] {
  const columns = [
    { head: LABELS.indicator[language] },
    ...years.map((year) => ({ head: String(year), align: 'right' as const })),
    { head: LABELS.national[language], align: 'right' as const },
  ]
  const rows = indicators.map((each, i): Line[] => [
    nameOf(each, language),
    ...cells[i]!.map((cell) => cellRuns(cell, language, cite)),
    line(nationalWords(cells[i]!, language), 'dim'),
  ])
  const charts = indicators.flatMap((each, i): Block[] => {
    // What was reached in a year stands in the plan of the year after.
    const points = years.map((year, j) => ({
      year,
      value: cells[i]![j]!.value,
      reached: cells[i]![j + 1]?.previous?.value ?? null,
    }))
    const first = cells[i]![0]?.previous
    if (first) points.unshift({ year: years[0]! - 1, value: null, reached: first.value })
    if (points.filter(({ value, reached }) => value !== null || reached !== null).length < 2) return []
    const words = { target: LABELS.indicators[language], reached: language === 'vi' ? 'Thực hiện' : 'Reached' }
    return [
      { kind: 'figure', svg: lineChart(points, words, language).replace('role="img"', `role="img" aria-label="${i + 1}"`) },
    ].flatMap((figure) => [{ kind: 'heading', text: each[language], level: 3 } as Block, figure as Block])
  })
  return [{ kind: 'table', columns, rows }, ...charts]
}

function nameOf(each: IndicatorLine, language: Language): Line {
  const unit = each.unit === null || each.unit === '1' || each.unit.startsWith('{') ? '' : ` (${unitWords(each.unit, language)})`
  const way = each.direction === 'higher' ? ' ↑' : each.direction === 'lower' ? ' ↓' : ''
  return [run(each[language]), run(`${unit}${way}`, 'dim')]
}

/** UCUM for people. */
function unitWords(unit: string, language: Language): string {
  const per = /^\/10\*(?<power>\d)$/.exec(unit)?.groups?.power
  return per ? `/${numberIn(language, 10 ** Number(per))}` : (UNITS[unit]?.[language] ?? unit)
}

const UNITS: Readonly<Record<string, Words>> = {
  '[ppth]': { vi: '‰', en: '‰' },
  a: { vi: 'năm', en: 'years' },
  mo: { vi: 'tháng', en: 'months' },
  d: { vi: 'ngày', en: 'days' },
  h: { vi: 'giờ', en: 'hours' },
  min: { vi: 'phút', en: 'minutes' },
}

function cellRuns(cell: Cell, language: Language, cite: Cite): Line {
  if (cell.parts.length > 0 && cell.state !== 'no-plan') {
    const parts = cell.parts.flatMap((part, i): Run[] => [
      run(`${i === 0 ? '' : '; '}${part.name}: `, 'dim'),
      ...plainRuns(part, language, cite),
    ])
    return cell.isSum
      ? [run(`${numberIn(language, cell.value)} (${LABELS.sum[language]}; `, 'strong'), ...parts, run(')')]
      : parts
  }
  return plainRuns(cell, language, cite)
}

function plainRuns(cell: PlainCell, language: Language, cite: Cite): Run[] {
  if (cell.state === 'no-plan') return [run(LABELS.noPlan[language], 'dim')]
  if (cell.state === 'not-stated') return [run(LABELS.notStated[language], 'dim')]
  const distinct = cell.entries.filter(
    (each, i) => cell.entries.findIndex((other) => wordsOf(other, language) === wordsOf(each, language)) === i,
  )
  const shown = distinct.flatMap((each, i): Run[] => [
    ...(i === 0 ? [] : [run('; ')]),
    run(wordsOf(each, language), undefined, cite(each)),
  ])
  const doubts = cell.doubts.map((doubt) => `⚠ ${DOUBTS[doubt]![language]}`)
  if (cell.state === 'not-comparable') {
    const why = [
      cell.reason === 'definition' ? `${REASONS.definition![language]}: “${cell.entries[0]!.name}”` : '',
      cell.reason === null || cell.reason === 'definition' ? '' : REASONS[cell.reason]![language],
      ...doubts.filter((_, i) => cell.doubts[i] !== cell.reason),
    ]
    return [...shown, run(` (${why.filter(Boolean).join('; ')})`, 'dim')]
  }
  const marks = [
    cell.rank === null ? '' : `${LABELS.rank[language]} ${cell.rank}`,
    cell.previous ? `${LABELS.previous[language]} ${numberIn(language, cell.previous.value)}` : '',
    gapWords(cell, language),
    ...doubts,
  ].filter(Boolean)
  return marks.length === 0 ? shown : [...shown, run(` (${marks.join('; ')})`, 'dim')]
}

/** The national targets that the cells are measured by. */
function nationalWords(cells: readonly PlainCell[], language: Language): string {
  const targets = cells.flatMap(({ national }) => (national === null ? [] : [national]))
  const words = targets.map(({ comparator, value, year, act }) => {
    const amount = amountWords({ comparator, value, valueMax: null, valueText: null, change: null }, language)
    return `${amount} (${year}, ${act})`
  })
  return [...new Set(words)].join('; ')
}

function gapWords({ national }: PlainCell, language: Language): string {
  if (national === null) return ''
  if (national.isReached) return LABELS.atNational[language]
  const sign = national.gap > 0 ? '+' : national.gap < 0 ? '−' : ''
  return `${LABELS.ofNational[language]} ${sign}${numberIn(language, Math.abs(national.gap))}`
}

/** How many values a person should check, and why. */
function doubtBlocks({ cells }: Matrix, language: Language): Block[] {
  const doubts = cells.flat().flatMap((cell) => [cell, ...cell.parts].flatMap((each) => each.doubts))
  if (doubts.length === 0) return []
  const items = [...new Set(doubts)].map((doubt) =>
    line(`⚠ ${DOUBTS[doubt]![language]}: ${doubts.filter((each) => each === doubt).length}`),
  )
  return [
    { kind: 'heading', text: capital(LABELS.doubtful[language]), level: 2 },
    { kind: 'list', items },
  ]
}

function capital(words: string): string {
  return words[0]!.toUpperCase() + words.slice(1)
}

function wordsOf(entry: Entry, language: Language): string {
  const words = entry.value === null && entry.valueText === null ? '' : amountWords({ ...entry, change: null }, language)
  const printed = entry.unit && !entry.raw.includes(entry.unit) ? `${entry.raw} ${entry.unit}` : entry.raw
  if (words === '') return printed
  return entry.isConverted ? `${words} [${printed}]` : words
}

function heatOf(cell: Cell, { direction, min, max }: IndicatorLine, province: string, language: Language, cite: Cite): HeatCell {
  const words =
    cell.value === null
      ? cell.state === 'not-comparable'
        ? '≠'
        : cell.state === 'no-plan'
          ? ''
          : '–'
      : numberIn(language, cell.value)
  const spread = min === null || max === null || max === min ? null : (cell.value! - min) / (max - min)
  const share = cell.value === null || spread === null || direction === null ? null : direction === 'higher' ? spread : 1 - spread
  const state = cell.state === 'no-plan' ? LABELS.noPlan : cell.state === 'not-stated' ? LABELS.notStated : LABELS.notComparable
  const title = `${province}: ${cell.value === null ? state[language] : words}${cell.rank === null ? '' : ` (${LABELS.rank[language]} ${cell.rank})`}`
  return { share, words, title, isEmpty: cell.value === null, quote: cell.entries[0] ? cite(cell.entries[0]) : null }
}
