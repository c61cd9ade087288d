// Lines that stand in columns become table rows: by the white between them, or by the numbers that begin them.
import { startsLow } from '../../text/words.ts'
import { boldHead, type ColumnKinds, hasSerial, isAnchor, isNumberedRow, isOneRow, standsAlone } from './anchors.ts'
import { type Columns, reachOf } from './gutters.ts'
import { isNumeric, type TextLine } from './pieces.ts'
import type { Segment } from './segments.ts'

// Shares of the font size and of the column, and points.
const CLEAR_STEP = 1.2
const FULL = 0.85
const CLOSE = 0.5
const LEVEL = 0.25

/** Lines above the first that has a number or a value, and rows below. */
export type Rows = { head: TextLine[]; body: TextLine[][] }

/** Head and rows, or null where it cannot be told which lines make a row. */
export function rowsOf(lines: readonly TextLine[], columns: Columns, kinds: ColumnKinds): Rows | null {
  const heads = new Set(lines.slice(0, boldHead(lines, columns, kinds)))
  const byNumber = (line: TextLine) => !heads.has(line) && hasSerial(line, columns)
  const byValue = (line: TextLine) => !heads.has(line) && isAnchor(line, columns, kinds)
  const numbered = kinds.serial ? partedBy(byNumber, (row) => isNumberedRow(row, columns, kinds)) : null
  return numbered ?? partedBy(byValue, (row) => isOneRow(row, columns, kinds))

  function partedBy(isBody: (line: TextLine) => boolean, isRow: (row: readonly TextLine[]) => boolean): Rows | null {
    for (const rows of byWhite(lines)) {
      const first = rows.findIndex((row) => row.some(isBody))
      if (first >= 0 && rows.slice(first).every(isRow)) return { head: rows.slice(0, first).flat(), body: rows.slice(first) }
    }
    const middle = byMiddle(lines.slice(heads.size), isBody)
    const isMiddle = middle?.every((row) => isRow(row) && readsOn(row, columns)) === true
    const start = lines.findIndex(isBody)
    if (start < 0) return null
    const begins = (line: TextLine) => isBody(line) || standsAlone(line, columns, kinds)
    const body = byBeginning(lines.slice(start), begins, columns)
    const isBeginning = body?.every(isRow) === true
    if (isMiddle && isBeginning && !isSame(middle!, body!)) return null
    if (isMiddle) return { head: lines.slice(0, heads.size), body: middle! }
    return isBeginning ? { head: lines.slice(0, start), body: body! } : null
  }
}

function isSame(a: readonly TextLine[][], b: readonly TextLine[][]): boolean {
  return a.length === b.length && a.every((row, i) => row.length === b[i]!.length && row[0] === b[i]![0])
}

/** Rows whose numbers and values stand in the middle of their height, whatever the white between them; null where they do not. */
function byMiddle(lines: readonly TextLine[], isBody: (line: TextLine) => boolean): TextLine[][] | null {
  const rows: TextLine[][] = []
  for (let i = 0; i < lines.length; ) {
    let at = i
    while (at < lines.length && !isBody(lines[at]!)) at++
    if (at === lines.length) return null
    const { top, size } = lines[i]!
    const bottom = lines[at]!.top + lines[at]!.bottom - top
    let end = at + 1
    while (end < lines.length && !isBody(lines[end]!) && lines[end]!.bottom <= bottom + LEVEL * size) end++
    if (Math.abs(lines[end - 1]!.bottom - bottom) > LEVEL * size) return null
    rows.push(lines.slice(i, end))
    i = end
  }
  return rows
}

/** Rows that begin at a number or a value, the words of their cells going on below. */
function byBeginning(lines: readonly TextLine[], isBegin: (line: TextLine) => boolean, columns: Columns): TextLine[][] | null {
  const begins = lines.map(isBegin)
  if (!begins[0] || lines.some((line, i) => !begins[i] && !goesOn(lines[i - 1]!, line, columns))) return null
  const rows: TextLine[][] = []
  lines.forEach((line, i) => {
    if (begins[i]) rows.push([line])
    else rows.at(-1)!.push(line)
  })
  return rows
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
    return over !== undefined && !isNumeric(piece.text) && followsOn(over, piece, columns)
  })
}

/** No row begins in the middle of a sentence, and each cell's lines go on from each other. */
function readsOn(row: readonly TextLine[], columns: Columns): boolean {
  const above = new Map<number, Segment>()
  return row.every(({ pieces }, i) =>
    pieces.every((piece) => {
      const { start } = reachOf(piece, columns)
      const over = above.get(start)
      above.set(start, piece)
      return over ? isNumeric(piece.text) || followsOn(over, piece, columns) : i > 0 || !startsLow(piece.text)
    }),
  )
}

function followsOn(over: Segment, piece: Segment, columns: Columns): boolean {
  const { start } = reachOf(over, columns)
  const right = columns.gutters[start]?.from ?? columns.right
  const left = start === 0 ? columns.left : columns.gutters[start - 1]!.to
  return startsLow(piece.text) || over.right - left > FULL * (right - left)
}

/** The middle of the white between each two rows. */
export function cutsBetween(rows: readonly (readonly TextLine[])[]): number[] {
  return rows.slice(1).map((row, i) => {
    const above = Math.max(...rows[i]!.map(({ bottom }) => bottom))
    const below = Math.min(...row.map(({ top }) => top))
    return (above + below) / 2
  })
}
