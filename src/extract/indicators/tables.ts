// Rows of an indicator table become indicators: one target each, the other value columns beside it.
import { grammarsOf } from '../../catalog/lexicon.ts'
import type { Cell } from '../../model/document.ts'
import { type Message, report } from '../../model/message.ts'
import type { OutlineTable } from '../../model/outline.ts'
import type { Source } from '../../model/source.ts'
import { foldText, nameKey } from '../../text/fold.ts'
import type { Grammar } from '../../text/phrases.ts'
import { type Column, readColumns } from './columns.ts'
import type { FoundIndicator, FoundSeries, Period } from './found.ts'
import { headingsAt, yearOf } from './headings.ts'
import { comparatorOf, isNothing, readValue, type Value } from './values.ts'

const DITTO = /^(?:["'”“″]{1,2}|-? ?nt ?-?|như trên|\/\/)$/iu
const SUB = /^(?:[-+*•] ?)?trong đó ?[:,;]? ?(?:[-+*•] ?)?|^[-+*•] ?/iu
const LONGEST_LIMIT = 30
/** “tuyến dưới”, “cấp trên” compare nothing. */
const PLACED = /(?<!\p{sc=Latn})(?:tuyến|cấp|bên|phía|nêu|tầng|lớp) (?:trên|dưới)$/iu
const UNITS = String.raw`%|‰|người|trẻ|xã|lượt|giường(?: bệnh)?|bác s[ỹĩ]|ca|trường hợp|cơ sở|lần|tuổi|điểm|triệu đồng|đồng|đơn vị(?: máu)?|buổi|cuộc|mẫu|liều|hộ|túi|bệnh nhân|lượt người|\/[\d.]+ [\p{sc=Latn}\s]+`
const UNIT_IN_BRACKETS = new RegExp(String.raw`\((?<unit>${UNITS})\) ?$`, 'iu')
// “Chỉ tiêu năm 2024 (người) / Tổng số”
const UNIT_IN_HEAD = new RegExp(String.raw`\((?:ĐVT:? |đơn vị(?: tính)?:? )?(?<unit>${UNITS})\)`, 'iu')

/** Why a table sets no targets. */
const WHY = {
  names: { vi: 'không có cột tên chỉ tiêu', en: 'it has no column of names' },
  targets: { vi: 'không có cột giao chỉ tiêu', en: 'it has no column of targets' },
  tasks: { vi: 'là danh mục nhiệm vụ', en: 'it is a list of tasks' },
  bill: { vi: 'là bảng dự toán', en: 'it is a bill' },
  past: { vi: 'chỉ tiêu của năm đã qua', en: 'its targets are of a past year' },
  blank: { vi: 'cột chỉ tiêu để trống', en: 'its column of targets is blank' },
} as const
type Why = (typeof WHY)[keyof typeof WHY]

/** Indicators of every table that sets targets; a message says why a table does not. */
export function findTableIndicators(source: Source, period: Period): { indicators: FoundIndicator[]; messages: Message[] } {
  const { document, outline, folded } = source
  const { targets } = grammarsOf(source.lexicon)
  const indicators: FoundIndicator[] = []
  const messages: Message[] = []
  for (const table of outline.tables) {
    let why: Why | null = null
    const before = indicators.length
    for (const columns of besideEachOther(headsOf(table, document.text), period.first)) {
      const target = targetColumn(columns, period.last)
      const name = columns.find((column) => column.role === 'name')
      const isPast = target !== null && target.year !== null && period.first !== null && target.year < period.first
      why = isPast ? WHY.past : refusal(columns, target, name, table, folded, targets)
      if (!why && target && name) {
        const year = target.year ?? titleYear(table, source, period)
        indicators.push(...readRows(table, columns, name, { ...target, year }, document.text, folded, targets))
      }
    }
    const { start, end } = table.table
    if (indicators.length === before)
      messages.push(report('tables/no-target', { start, end }, { table: table.id, why: why ?? WHY.blank }))
  }
  return { indicators, messages }
}

/** “Phân bổ chỉ tiêu năm 2024” over a table whose heads name no year. */
function titleYear({ table, caption }: OutlineTable, { folded, outline }: Source, { first }: Period): number | null {
  const titles = headingsAt(outline.sections, table.start, folded)
  const year = yearOf(caption ? [...titles, folded.slice(caption.start, caption.end)] : titles)
  return year !== null && first !== null && year >= first ? year : null
}

/** The columns; a long list can stand in two or three parts beside each other, each under the same heads. */
function besideEachOther(heads: readonly string[], firstYear: number | null): Column[][] {
  const keys = heads.map(nameKey)
  for (const count of [3, 2]) {
    const width = heads.length / count
    const isRepeated = width >= 2 && Number.isInteger(width) && keys.every((key, i) => key === keys[i % width])
    if (!isRepeated || new Set(keys).size < width || keys.includes('')) continue
    return Array.from({ length: count }, (_, part) =>
      readColumns(heads.slice(0, width), firstYear).map((column) => ({ ...column, index: column.index + part * width })),
    )
  }
  return [readColumns(heads, firstYear)]
}

/** The heads; a first column that counts its rows is one of numbers whatever its head reads. */
function headsOf({ columns, rows }: OutlineTable, text: string): readonly string[] {
  const first = rows.filter(({ kind }) => kind === 'data').flatMap(({ cells }) => cells.filter(({ column }) => column === 0))
  const numbers = first.map(({ start, end }) => Number(/^(\d{1,3})[.)]?$/.exec(text.slice(start, end))?.[1] ?? Number.NaN))
  const counted = numbers.filter((number, i) => number === 1 || number === numbers[i - 1]! + 1)
  return columns.length > 2 && counted.length > 1 && counted.length > first.length / 2 ? ['TT', ...columns.slice(1)] : columns
}

/** The column of the plan's own year, else of the latest year, else the last one that holds targets. */
function targetColumn(columns: readonly Column[], planYear: number | null): Column | null {
  const targets = columns.filter(
    (column) =>
      column.role === 'value' && (column.kind === 'target' || column.kind === 'assigned' || column.kind === 'registered'),
  )
  const own = targets.filter((column) => column.year !== null && column.year === planYear)
  const total = own.find((column) => column.isTotal) ?? targets.find((column) => column.isTotal && column.year === null)
  if (total) return total
  const latest = Math.max(...targets.map((column) => column.year ?? 0))
  return own.at(-1) ?? targets.findLast((column) => (column.year ?? 0) === latest) ?? null
}

/** Why the table sets no targets: a timetable, a list of tasks or of people, a bill. */
function refusal(
  columns: readonly Column[],
  target: Column | null,
  name: Column | undefined,
  table: OutlineTable,
  folded: string,
  targets: Grammar,
): Why | null {
  const has = (role: Column['role']) => columns.filter((column) => column.role === role).length
  if (!name) return WHY.names
  if (!target) return WHY.targets
  if (has('body') > 0 && has('time') > 0 && !isNumeric(table, target, folded, targets)) return WHY.tasks
  if (has('money') > 1) return WHY.bill
  return null
}

/** Whether most rows hold a number in the column. */
function isNumeric(table: OutlineTable, { index }: Column, folded: string, targets: Grammar): boolean {
  const cells = table.rows
    .filter((row) => row.kind === 'data')
    .flatMap((row) => row.cells.filter((cell) => cell.column === index))
  const values = cells.filter((cell) => (readValue(folded.slice(cell.start, cell.end), targets)?.value ?? null) !== null)
  return values.length > 0 && values.length >= cells.length / 2
}

const PARTS = /^(?:trong đó|chia ra|bao gồm|gồm)[^/]* \/ /iu

/** Columns of numbers that no head makes a target or a result: how many people, beds or communes a row speaks of, or parts of the target. */
function countColumns(
  columns: readonly Column[],
  target: Column,
  table: OutlineTable,
  folded: string,
  targets: Grammar,
): Column[] {
  const isPart = ({ head }: Column) => PARTS.test(foldText(head))
  const partsTarget = ({ index }: Column) => index > target.index && columns.slice(target.index + 1, index + 1).every(isPart)
  return columns
    .filter((column) => (column.role === 'other' || column.role === 'amount') && isNumeric(table, column, folded, targets))
    .map((column) => ({ ...column, kind: partsTarget(column) ? target.kind : ('baseline' as const) }))
}

/** “Đơn vị tính: bệnh nhân” in the line above the table. */
function unitAbove(table: OutlineTable, folded: string, text: string): string | null {
  const above = folded.slice(Math.max(0, table.table.start - 200), table.table.start)
  const unit = /(?:đơn vị(?: tính)?|đvt) ?: ?(?<unit>[\p{sc=Latn}%‰/ \d.]{1,30}?)\)?\s*$/iu.exec(above)
  const printed = unit?.groups?.unit
  if (!unit || !printed) return null
  const start = table.table.start - above.length + unit.index + unit[0].indexOf(printed, unit[0].indexOf(':'))
  return text.slice(start, start + printed.length).trim()
}

function readRows(
  table: OutlineTable,
  columns: readonly Column[],
  name: Column,
  target: Column,
  text: string,
  folded: string,
  targets: Grammar,
): FoundIndicator[] {
  const found: FoundIndicator[] = []
  const no = columns.find((column) => column.role === 'no')
  const unitColumn = columns.find((column) => column.role === 'unit')
  const values = [
    ...columns.filter((column) => column.role === 'value' && column.index !== target.index),
    ...countColumns(columns, target, table, folded, targets),
  ].sort((a, b) => a.index - b.index)
  const grid = spread(table)
  let group: string | null = null
  const common = unitAbove(table, folded, text)
  let unit: string | null = null
  table.rows.forEach((row, r) => {
    const at = (column: Column | undefined) => (column ? (grid[r]?.[column.index] ?? null) : null)
    const words = (cell: Cell | null) => (cell ? text.slice(cell.start, cell.end) : '')
    if (row.kind === 'group') group = groupTitle(row.cells, text)
    if (row.kind !== 'data') return
    // “Tổng cộng” in the column of numbers, where a format merges no cells.
    const nameCell = /\p{sc=Latn}/u.test(words(at(name))) || !/\p{Ll}{2}/u.test(words(at(no))) ? at(name) : at(no)
    const valueCell = at(target)
    const printed = words(nameCell)
    const printedUnit = words(at(unitColumn))
    unit = DITTO.test(printedUnit.trim()) ? unit : isNothing(printedUnit) ? null : printedUnit
    const printedValue =
      valueCell && valueCell !== nameCell ? readValue(folded.slice(valueCell.start, valueCell.end), targets) : null
    const value = printedValue && nameCell ? limitedBy(nameCell, printedValue, folded, targets) : null
    if (!/\p{sc=Latn}/u.test(printed) || isHeadAgain(printed, name)) return
    if (!value || !nameCell || !valueCell || !isTarget(value, words(valueCell))) return
    const isSub = SUB.test(printed)
    const parent = isSub ? found.findLast((other) => !other.isSub && other.group === group) : undefined
    const heads = headsRows(words(at(no)), table, r, no, text)
    if (heads) group = null
    found.push({
      category: null,
      source: 'table',
      isSub,
      parent: parent ?? null,
      no: at(no) === nameCell ? null : words(at(no)).replace(/[.)]$/, '').trim() || null,
      group,
      name: { start: nameCell.start + (SUB.exec(printed)?.[0].length ?? 0), end: nameCell.end },
      ...value,
      valueText: value.valueText === null ? null : words(valueCell).trim(),
      unit:
        unit ?? common ?? value.unit ?? UNIT_IN_BRACKETS.exec(printed)?.groups?.unit ?? headUnit(target, name.isPlaces === true),
      change: null,
      baselineYear: null,
      year: target.year,
      series: values.flatMap((column) => seriesCell(column, at(column), folded, valueCell, targets)),
      cell: { tableId: table.id, row: r, column: target.index },
      range: { start: valueCell.start, end: valueCell.end },
    })
    if (heads) group = printed.trim()
  })
  return found
}

/** “Số vụ ngộ độc không quá | 4”: the name ends in the words that compare. */
function limitedBy({ start, end }: Cell, value: Value, folded: string, targets: Grammar): Value {
  const last = value.comparator === '=' ? targets.read(folded, Math.max(start, end - LONGEST_LIMIT), end).at(-1) : undefined
  return last?.tags.has('Comparator') && !PLACED.test(folded.slice(start, end))
    ? { ...value, comparator: comparatorOf(last) }
    : value
}

/** The heads stand again on top of the next page. */
function isHeadAgain(printed: string, { head }: Column): boolean {
  return head.split(' / ').some((part) => nameKey(part) === nameKey(printed))
}

/** “I | Tuyến tỉnh | 1.100” over “1 | Bệnh viện …”: a row with values of its own that names the group of the rows below it. */
function headsRows(printed: string, table: OutlineTable, row: number, no: Column | undefined, text: string): boolean {
  if (!no || !/^[IVXA-HĐ]{1,5}[.)]?$/u.test(printed.trim())) return false
  const next = table.rows[row + 1]?.cells.find((cell) => cell.column === no.index)
  return next !== undefined && /^1[.)]?$/.test(text.slice(next.start, next.end).trim())
}

/** “Đạt” and the like are targets; a remark of many words is not. */
function isTarget(value: Value, words: string): boolean {
  return value.comparator !== 'text' || (words.length <= 60 && !/^(?:không có|chưa|theo)(?!\p{sc=Latn})/iu.test(words))
}

function seriesCell(column: Column, cell: Cell | null, folded: string, valueCell: Cell, targets: Grammar): FoundSeries[] {
  if (!cell || cell === valueCell) return []
  const value = readValue(folded.slice(cell.start, cell.end), targets)
  return value
    ? [
        {
          label: column.head.replaceAll(' / ', ' '),
          kind: column.kind,
          year: column.year,
          ...value,
          range: { start: cell.start, end: cell.end },
        },
      ]
    : []
}

function groupTitle(cells: readonly Cell[], text: string): string {
  const titled = cells.map((cell) => text.slice(cell.start, cell.end)).filter((words) => /\p{sc=Latn}{2}/u.test(words))
  return (titled.at(-1) ?? '')
    .replace(SUB, '')
    .replace(/^[IVXLC\dA-HĐ]{1,5}[.)]\s+/u, '')
    .replace(/:$/, '')
}

// What a head says besides the thing that it counts.
const NOT_COUNTED =
  /(?<!\p{sc=Latn})(?:chỉ tiêu|kế hoạch|giao|được giao|phấn đấu|đăng ký|năm|kh|tổng|số|\d{4})(?!\p{sc=Latn})|\([^)]*\)/giu

/** “Tỷ lệ tiêm (%)”; of bodies and places also “Giường kế hoạch năm 2026”: giường. */
function headUnit(column: Column, isPlaces: boolean): string | null {
  const bracketed = UNIT_IN_HEAD.exec(column.head)?.groups?.unit
  if (bracketed || !isPlaces) return bracketed ?? null
  const counted = column.head.split(' / ').at(-1)!.replace(NOT_COUNTED, ' ').replace(/\s+/g, ' ').trim()
  return counted !== '' && counted.split(' ').length <= 3 ? counted : null
}

/** Cells by row and grid column; a cell merged over rows or columns stands in all of them. */
function spread(table: OutlineTable): (Cell | null)[][] {
  const grid: (Cell | null)[][] = table.rows.map(() => Array.from({ length: table.columns.length }, () => null))
  table.rows.forEach((row, r) => {
    for (const cell of row.cells) {
      for (let i = r; i < Math.min(table.rows.length, r + cell.rowSpan); i++) {
        for (let c = cell.column; c < Math.min(table.columns.length, cell.column + cell.colSpan); c++) grid[i]![c] = cell
      }
    }
  })
  return grid
}
