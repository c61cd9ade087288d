// What a table's columns hold tells which lines begin a row, and whether lines can be one row.
import { startsLow } from '../../text/words.ts'
import { type Columns, reachOf } from './gutters.ts'
import { isNumeric, isSerial, type TextLine } from './pieces.ts'

/** What the columns of a block hold. */
export type ColumnKinds = { serial: boolean; numeric: boolean[] }

// A share, and what begins an item of a list.
const MOST = 0.6
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

/** How many bold lines without a row's number stand over lines that are not bold: a head may hold years. */
export function boldHead(lines: readonly TextLine[], columns: Columns, kinds: ColumnKinds): number {
  const isBold = ({ pieces }: TextLine) => pieces.every(({ bold }) => bold > 0.9)
  const isNumbered = (line: TextLine) => kinds.serial && hasSerial(line, columns)
  const count = lines.findIndex((line) => !isBold(line) || isNumbered(line))
  return count > 0 && lines.slice(count).filter(isBold).length < 0.5 * (lines.length - count) ? count : 0
}

/** Whether any line has a number or a value. */
export function hasBody(lines: readonly TextLine[], columns: Columns, kinds: ColumnKinds): boolean {
  return lines.some((line) => isAnchor(line, columns, kinds))
}

/** A line with the number of its row, or with a value. */
export function isAnchor(line: TextLine, columns: Columns, kinds: ColumnKinds): boolean {
  return line.pieces.some((piece) => {
    const { start, end } = reachOf(piece, columns)
    if (start !== end) return false
    return (kinds.serial && start === 0 && isSerial(piece.text)) || (kinds.numeric[start]! && isNumeric(piece.text))
  })
}

/** A group's title, or in a table that nothing numbers a line that fills most columns. */
export function standsAlone(line: TextLine, columns: Columns, kinds: ColumnKinds): boolean {
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
  if (serials === 1) return true
  if (values.size > 0) return startsRow(row[0]!, columns, kinds)
  return row.length === 1 && (standsAlone(row[0]!, columns, kinds) || BULLET.test(row[0]!.pieces[0]!.text))
}

/** Without a number, a row begins in the first column; where others have one, in any, but never in the middle of a sentence. */
function startsRow({ pieces }: TextLine, columns: Columns, kinds: ColumnKinds): boolean {
  const [first] = pieces
  return (kinds.serial || reachOf(first!, columns).start === 0) && !startsLow(first!.text)
}

/** The number of its row in the first column. */
export function hasSerial({ pieces }: TextLine, columns: Columns): boolean {
  return pieces.some((piece) => reachOf(piece, columns).end === 0 && isSerial(piece.text))
}

/** Lines with one number in the first column; a second value in a column is the rest of the first, beside words that go on. */
export function isNumberedRow(row: readonly TextLine[], columns: Columns, kinds: ColumnKinds): boolean {
  if (row.some((line) => standsAlone(line, columns, kinds))) return row.length === 1
  if (row.filter((line) => hasSerial(line, columns)).length !== 1) return false
  const seen = new Set<number>()
  return row.every(({ pieces }) => {
    const values = pieces.filter((piece) => kinds.numeric[reachOf(piece, columns).start] && isNumeric(piece.text))
    const isSecond = values.some((piece) => reachOf(piece, columns).start > 0 && seen.has(reachOf(piece, columns).start))
    for (const piece of values) seen.add(reachOf(piece, columns).start)
    return !isSecond || pieces.every((piece) => values.includes(piece) || startsLow(piece.text))
  })
}
