// Cells that are unlike all others of their column or row become messages: letters among numbers, a comma or a dot that is missing.
import { report } from '../../model/message.ts'
import { foldText } from '../../text/fold.ts'
import { offerOf } from './arithmetic.ts'
import { type Figure, figureOf, separatorSlips, separatorsLost } from './figures.ts'
import type { Doubt, Grid, GridCell } from './grid.ts'
import type { Relation } from './relations.ts'

const FEWEST = 5
const MOST = 0.8
// Numbers of one row that measure one thing in several years lie within this factor of each other.
const ALIKE = 2.5

const NOTHING = /^[-–—.…/\s]*$|^(?:["'”“″]{1,2}|-? ?nt ?-?|như trên|\/\/)$/iu
// 17,9 / 18 and 90 - 95 and 12 (3 xã), dates and years: what stands in columns of numbers by right.
const OTHER_FORMS =
  /^[^\d]*\d[\d.,]*\s*(?:%|‰)?\s*(?:[-–÷/;]|đến|và)\s*\d[\d.,]*\s*(?:%|‰)?$|\d.*[()]|[()].*\d|^\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?$|^(?:19|20)\d{2}$/iu

export function checkPatterns(grid: Grid, relations: readonly Relation[]): Doubt[] {
  const derived = new Set(relations.map(({ result }) => result))
  return [...grid.columns.flatMap((_, column) => checkColumn(grid, column)), ...checkRows(grid, derived)]
}

function checkColumn({ data }: Grid, column: number): Doubt[] {
  const cells = data.flatMap((row) => row.cells[column] ?? []).filter(({ text }) => text !== '' && !NOTHING.test(text))
  const figures = cells.filter(({ figure }) => figure !== null)
  if (figures.length < FEWEST || figures.length < MOST * cells.length) return []
  return [...cells.filter(isBroken).map(brokenCell), ...checkSize(figures)]
}

/** A digit with letters or signs that no number has; on a recognised page also a letter or two where a number should be. */
function isBroken({ text, figure, isRecognised }: GridCell): boolean {
  // Recognition makes a slash of a comma.
  if (figure || text.length > 16 || (OTHER_FORMS.test(text) && !(isRecognised && /^\d+\/\d+$/.test(text)))) return false
  const words = foldText(text)
  if (/\d/.test(text)) return !/\p{L}{2}/u.test(words) && /\d\s*[^\d\s.,%‰]|[^\d\s.,%‰≥≤<>=+-]\s*\d|\d\s+\d|[.,]{2}/u.test(words)
  return isRecognised && text.length <= 3 && !/^\p{L}{3}$/u.test(text)
}

function brokenCell(cell: GridCell): Doubt {
  return { cell, message: report('check/cell-not-number', null, { printed: cell.text }) }
}

/** In a column that always has as many decimals: a number without any, out of the range of the others, that fits with them. */
function checkSize(cells: readonly GridCell[]): Doubt[] {
  return cells.flatMap((cell) => {
    const own = cell.figure!
    if (own.decimals > 0 || /\D/.test(own.printed)) return []
    const others = cells.filter((other) => other !== cell).map(({ figure }) => figure!)
    const decimals = others[0]?.decimals ?? 0
    if (others.length < FEWEST || decimals === 0 || others.some((other) => other.decimals !== decimals)) return []
    const values = others.map(({ value }) => value)
    const low = Math.min(...values)
    const high = Math.max(...values)
    const wanted = own.value / 10 ** decimals
    return own.value > 1.5 * high && wanted >= low / 1.5 && wanted <= 1.5 * high ? [sizeDoubt(cell, decimals)] : []
  })
}

function sizeDoubt(cell: GridCell, decimals: number): Doubt {
  const { printed } = cell.figure!
  const text = `${printed.slice(0, -decimals) || '0'},${printed.slice(-decimals)}`
  return { cell, message: report('check/cell-size', null, { printed: cell.text, offer: offerOf(text) }) }
}

/** One number of a row many times the others, or a fraction of them, that a comma or dot put elsewhere makes like them. */
function checkRows({ data, columns }: Grid, derived: ReadonlySet<number>): Doubt[] {
  return data.flatMap((row) => {
    const cells = row.cells.flatMap((cell, column) =>
      cell?.figure && column > 0 && !derived.has(column) && !/%|so sánh|so với|tỷ lệ|ghi chú/iu.test(foldText(columns[column]!))
        ? [cell]
        : [],
    )
    if (cells.length < 3) return []
    return cells.flatMap((cell) => {
      const others = cells.filter((other) => other !== cell).map(({ figure }) => figure!)
      const reading = readingAmong(cell.figure!, others)
      return reading ? [{ cell, message: report('check/cell-size', null, { printed: cell.text, offer: offerOf(reading) }) }] : []
    })
  })
}

function readingAmong(own: Figure, others: readonly Figure[]): string | null {
  const values = others.map(({ value }) => value)
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (low <= 0 || high > ALIKE * low || own.value <= 0) return null
  if (own.value < 5 * high && own.value > low / 5) return null
  const usual = others[0]!.decimals
  if (others.some(({ decimals }) => decimals !== usual)) return null
  const found = [...separatorsLost(own.printed), ...separatorSlips(own.printed)].filter((slip) => {
    const figure = figureOf(slip)
    return figure !== null && figure.decimals === usual && figure.value >= low / 1.6 && figure.value <= high * 1.6
  })
  return found.length > 0 && new Set(found.map((slip) => figureOf(slip)!.value)).size === 1 ? found.at(-1)! : null
}
