// Lines that stand in columns become table rows: by the white between them, or by the numbers that begin them.
import { startsLow } from '../../text/words.ts'
import { type Columns, reachOf } from './gutters.ts'
import { isNumeric, isSerial, type TextLine } from './pieces.ts'

/** What the columns of a block hold. */
export type ColumnKinds = { serial: boolean; numeric: boolean[] }

// Shares, and points.
const MOST = 0.6
const CLEAR_STEP = 1.2
const FULL = 0.85
const CLOSE = 0.5

const BULLET = /^[-+*•–—▪]/u

export function kindsOf(lines: readonly TextLine[], columns: Columns): ColumnKinds {
  const texts: string[][] = Array.from({ length: columns.gutters.length + 1 }, () => [])
  for (const piece of lines.flatMap(({ pieces }) => pieces)) {
    const { start, end } = reachOf(piece, columns)
    if (start === end) texts[start]!.push(piece.text)
  }
  const share = (own: readonly string[], is: (text: string) => boolean) => own.filter(is).length / Math.max(1, own.length)
  return {
    serial: texts[0]!.length > 1 && share(texts[0]!, isSerial) >= MOST,
    numeric: texts.map((own) => own.length > 1 && share(own, isNumeric) >= MOST),
  }
}

/** Lines above the first that has a number or a value, and rows below. */
export type Rows = { head: TextLine[]; body: TextLine[][] }

/** Head and rows, or null where it cannot be told which lines make a row. */
export function rowsOf(lines: readonly TextLine[], columns: Columns, kinds: ColumnKinds): Rows | null {
  const isBody = (line: TextLine) => isAnchor(line, columns, kinds)
  const isRow = (row: readonly TextLine[]) => isOneRow(row, columns, kinds)
  for (const rows of byWhite(lines)) {
    const first = rows.findIndex((row) => row.some(isBody))
    if (first >= 0 && rows.slice(first).every(isRow)) return { head: rows.slice(0, first).flat(), body: rows.slice(first) }
  }
  const start = Math.max(0, lines.findIndex(isBody))
  const body = byBeginning(lines.slice(start), columns, kinds)
  return body?.every(isRow) ? { head: lines.slice(0, start), body } : null
}

/** Whether any line has a number or a value. */
export function hasBody(lines: readonly TextLine[], columns: Columns, kinds: ColumnKinds): boolean {
  return lines.some((line) => isAnchor(line, columns, kinds))
}

/** Rows that begin at a number or a value, the words of their cells going on below. */
function byBeginning(lines: readonly TextLine[], columns: Columns, kinds: ColumnKinds): TextLine[][] | null {
  const begins = lines.map((line) => isAnchor(line, columns, kinds) || standsAlone(line, columns, kinds))
  if (!begins[0] || lines.some((line, i) => !begins[i] && !goesOn(lines[i - 1]!, line, columns))) return null
  const rows: TextLine[][] = []
  lines.forEach((line, i) => {
    if (begins[i]) rows.push([line])
    else rows.at(-1)!.push(line)
  })
  return rows
}

/** A line with the number of its row, or with a value. */
function isAnchor(line: TextLine, columns: Columns, kinds: ColumnKinds): boolean {
  return line.pieces.some((piece) => {
    const { start, end } = reachOf(piece, columns)
    if (start !== end) return false
    return (kinds.serial && start === 0 && isSerial(piece.text)) || (kinds.numeric[start]! && isNumeric(piece.text))
  })
}

/** A group's title, or in a table that nothing numbers a line that fills most columns. */
function standsAlone(line: TextLine, columns: Columns, kinds: ColumnKinds): boolean {
  const reaches = line.pieces.map((piece) => reachOf(piece, columns))
  if (reaches.some(({ start, end }) => start !== end)) return true
  return !kinds.serial && !kinds.numeric.some(Boolean) && reaches.length >= MOST * (columns.gutters.length + 1)
}

/** One number, one value a column; the words of a group's title stand alone. */
export function isOneRow(row: readonly TextLine[], columns: Columns, kinds: ColumnKinds): boolean {
  const values = new Map<number, number>()
  let wide = 0
  let serials = 0
  for (const piece of row.flatMap(({ pieces }) => pieces)) {
    const { start, end } = reachOf(piece, columns)
    if (start !== end) wide++
    else {
      if (kinds.numeric[start] && isNumeric(piece.text)) values.set(start, (values.get(start) ?? 0) + 1)
      if (start === 0 && kinds.serial && isSerial(piece.text)) serials++
    }
  }
  if (serials > 1 || [...values].some(([column, count]) => count > 1 && !(column === 0 && kinds.serial))) return false
  if (wide > 0) return row.length === 1
  if (serials === 1 || values.size > 0) return true
  return row.length === 1 && (standsAlone(row[0]!, columns, kinds) || BULLET.test(row[0]!.pieces[0]!.text))
}

/** Rows parted by more white than their lines are: one proposal for each clear step in the width of the white. */
function byWhite(lines: readonly TextLine[]): TextLine[][][] {
  const [first] = lines
  if (!first) return []
  const whites: number[] = []
  let { bottom } = first
  for (const line of lines.slice(1)) {
    whites.push(line.top - bottom)
    bottom = Math.max(bottom, line.bottom)
  }
  const sorted = [...whites].sort((a, b) => a - b)
  const steps = sorted.slice(1).flatMap((white, i) => (white - sorted[i]! >= CLEAR_STEP ? [(white + sorted[i]!) / 2] : []))
  return steps.map((step) => {
    const rows: TextLine[][] = [[first]]
    lines.slice(1).forEach((line, i) => {
      if (whites[i]! > step) rows.push([line])
      else rows.at(-1)!.push(line)
    })
    return rows
  })
}

/** Words that go on from the line above: in columns that it filled, or in lower case; never below where nothing stood. */
function goesOn(above: TextLine, line: TextLine, columns: Columns): boolean {
  if (line.top - above.bottom > CLOSE * line.size) return false
  return line.pieces.every((piece) => {
    const { start } = reachOf(piece, columns)
    const over = above.pieces.find((other) => reachOf(other, columns).start === start)
    if (!over) return false
    const right = columns.gutters[start]?.from ?? columns.right
    const left = start === 0 ? columns.left : columns.gutters[start - 1]!.to
    return startsLow(piece.text) || over.right - left > FULL * (right - left)
  })
}

/** The middle of the white between each two rows. */
export function cutsBetween(rows: readonly (readonly TextLine[])[]): number[] {
  return rows.slice(1).map((row, i) => {
    const above = Math.max(...rows[i]!.map(({ bottom }) => bottom))
    const below = Math.min(...row.map(({ top }) => top))
    return (above + below) / 2
  })
}
