// Rows of totals become messages where most of their columns are the sum of the rows that they total, and one is not.
import { report } from '../../model/message.ts'
import { foldText } from '../../text/fold.ts'
import { offerOf, written } from './arithmetic.ts'
import { figureOf, separatorSlips, separatorsLost } from './figures.ts'
import type { Doubt, Grid, GridRow } from './grid.ts'
import type { Relation } from './relations.ts'

const TOTAL = /^(?:[-+*] ?)?(?:tổng(?: số| cộng)?|cộng|toàn (?:tỉnh|ngành|thành phố|huyện))(?!\p{L})/iu
const PART = /^[-+•*–] ?|^trong đó/iu
const SHARE = /%|tỷ lệ|tỉ lệ|so sánh|so với|bình quân|tỷ số|tỷ suất/iu
const FEWEST_COLUMNS = 2

/** Rows in `doubtful` do not add up themselves: what is wrong with a sum is said there. */
export function checkTotals(grid: Grid, relations: readonly Relation[], doubtful: ReadonlySet<GridRow>): Doubt[] {
  const derived = new Set(relations.filter(({ formula }) => !/^[^/]*\+/.test(formula)).map(({ result }) => result))
  const columns = grid.columns.flatMap((head, column) =>
    column > 0 && !derived.has(column) && !SHARE.test(foldText(head)) ? [column] : [],
  )
  return grid.rows.flatMap((row, index) => {
    if (row.kind !== 'data') return []
    for (const parts of partsOf(grid, index)) {
      const doubts = compare(row, parts, columns)
      if (doubts) return doubtful.has(row) || parts.some((part) => doubtful.has(part)) ? [] : doubts
    }
    return []
  })
}

/** The rows that a row may be the total of. */
function partsOf({ rows }: Grid, index: number): GridRow[][] {
  const name = nameOf(rows[index]!)
  const isData = ({ kind }: GridRow) => kind === 'data'
  const isTotal = (row: GridRow) => TOTAL.test(nameOf(row))
  const run = (step: number, goesOn: (row: GridRow) => boolean) => {
    const found: GridRow[] = []
    for (let r = index + step; rows[r] && goesOn(rows[r]!); r += step) found.push(rows[r]!)
    return found
  }
  const isSub = (row: GridRow) => isData(row) && PART.test(nameOf(row))
  const candidates = TOTAL.test(name)
    ? [
        run(1, (row) => isData(row) && !isTotal(row)),
        run(-1, (row) => isData(row) && !isTotal(row)),
        rows.filter((row) => isData(row) && !isTotal(row)),
      ]
    : PART.test(name)
      ? []
      : [run(1, isSub)]
  return candidates.filter((parts) => parts.length > 1)
}

/** Null where the row is not the total of these parts. */
function compare(row: GridRow, parts: readonly GridRow[], columns: readonly number[]): Doubt[] | null {
  let right = 0
  const wrong: { column: number; sum: number }[] = []
  for (const column of columns) {
    const total = row.cells[column]?.figure
    const figures = parts.map((part) => part.cells[column])
    if (
      !total?.isBare ||
      figures.some((cell) => !cell || (cell.figure === null ? !/^[-–.…\s]*$/u.test(cell.text) : !cell.figure.isBare))
    )
      continue
    const values = figures.flatMap((cell) => (cell?.figure ? [cell.figure] : []))
    if (values.length < 2) continue
    const sum = values.reduce((all, { value }) => all + value, 0)
    const slack = 0.51 * values.filter(({ decimals }) => decimals > 0).length * 10 ** -total.decimals + 1e-6
    if (Math.abs(sum - total.value) <= slack) {
      if (total.value !== 0) right++
    } else wrong.push({ column, sum })
  }
  if (right < FEWEST_COLUMNS || wrong.length > right / 2) return null
  return wrong.map(({ column, sum }) => {
    const cell = row.cells[column]!
    const decimals = Math.max(cell.figure!.decimals, ...parts.map((part) => part.cells[column]?.figure?.decimals ?? 0))
    return {
      cell,
      message: report('check/total', null, {
        printed: cell.text,
        computed: written(sum, decimals),
        offer: offerOf(slipTo(cell.figure!.printed, sum)),
      }),
    }
  })
}

/** The printed number with its separators put right, where that makes it the sum; a wrong digit may as well be in a part. */
function slipTo(printed: string, sum: number): string | null {
  const found = [...separatorSlips(printed), ...separatorsLost(printed)].filter((slip) => figureOf(slip)?.value === sum)
  return found.length > 0 && new Set(found.map((slip) => figureOf(slip)!.value)).size === 1 ? found[0]! : null
}

function nameOf({ cells }: GridRow): string {
  const named = cells.find((cell) => cell && /\p{L}{2}/u.test(cell.text))
  return foldText(named?.text ?? '')
}
