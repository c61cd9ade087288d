// The time column of a task table becomes deadlines: what its cell says is due of the row's task.

import { cellAt, ownCell, taskRow } from '../../model/cells.ts'
import type { Cell, Range } from '../../model/document.ts'
import type { OutlineTable } from '../../model/outline.ts'
import { within } from '../../model/ranges.ts'
import type { Source } from '../../model/source.ts'
import { countWords } from '../../text/words.ts'
import type { FoundDate } from '../dates/index.ts'
import { duesIn } from './dues.ts'
import { clean, dutiesOf } from './duty.ts'
import type { FoundDeadline } from './index.ts'

const TIME = /thời gian|tiến độ|thời hạn|hoàn thành|hạn|thời điểm/iu
const DUE_HEAD = /hoàn thành|thời hạn|(?:^|\s)hạn(?:\s|$)|trước/iu
const DUE_CELL = /trước|chậm nhất|muộn nhất|(?<!\p{sc=Latn})hạn(?!\p{sc=Latn})|hoàn thành|xong/iu
const TASKS: readonly RegExp[] = [/nhiệm vụ|công việc|^việc|nội dung|hoạt động/iu, /sản phẩm|kết quả|tên/iu]
const WHO = /chủ trì|thực hiện|phụ trách|trách nhiệm|đầu mối|cơ quan|đơn vị/iu
const NUMBER = /^(?:s?tt|stt|mã.*|no)$/iu

/** Deadlines of the task tables, in document order. */
export function deadlinesInTables({ folded, document, outline }: Source, dates: readonly FoundDate[]): FoundDeadline[] {
  return outline.tables.flatMap((table) => inTable(table, folded, document.text, dates))
}

function inTable(table: OutlineTable, folded: string, text: string, dates: readonly FoundDate[]): FoundDeadline[] {
  const { columns, rows } = table
  const time = columns.findIndex((head) => TIME.test(head))
  const named = TASKS.map((pattern) => columns.findIndex((head, i) => i !== time && pattern.test(head))).filter(
    (column) => column >= 0,
  )
  const first = columns.findIndex((head, i) => i !== time && !NUMBER.test(head))
  const tasks = named.length > 0 ? named : first < 0 ? [] : [first]
  if (time < 0 || tasks.length === 0) return []
  const who = columns.findIndex((head, i) => i !== time && !tasks.includes(i) && WHO.test(head) && !/phối hợp/iu.test(head))
  const isDueHead = DUE_HEAD.test(columns[time]!)
  return rows.flatMap((row, r): FoundDeadline[] => {
    const cell = ownCell(row, time)
    const isSaid = (each: Cell | null) => each !== null && each !== cell && clean(text.slice(each.start, each.end)) !== ''
    const duty =
      tasks.map((column) => ownCell(row, column)).find(isSaid) ??
      tasks.map((column) => cellAt(rows, r, column)).find(isSaid) ??
      tasks.map((column) => cellAt(rows, taskRow(rows, r, column, text), column)).find(isSaid)
    if (row.kind !== 'data' || !cell || !duty) return []
    const unit = cellAt(rows, r, who)
    return duesOfCell(cell, folded, dates, isDueHead).map(({ due, words }) => ({
      ...due,
      what: words ?? clean(text.slice(duty.start, duty.end)),
      who: isSaid(unit) ? { start: unit!.start, end: unit!.end } : null,
      to: null,
      range: { start: cell.start, end: cell.end },
    }))
  })
}

type CellDue = { due: { date: string | null; recurrence: string | null; of: FoundDate | null }; words: string | null }

/** Several dues of one cell have their own words: “ban hành trong tháng 01, kiểm tra chậm nhất trong tháng 6”. */
function duesOfCell(cell: Range, folded: string, dates: readonly FoundDate[], isDueHead: boolean): CellDue[] {
  const dues = duesIn(cell, folded, dates)
  const duties = dutiesOf(cell, dues, folded)
  const said = dues.flatMap((due, i) =>
    due.dates.map(
      ({ edtf, recurrence, of }): CellDue => ({
        due: { date: edtf, recurrence, of },
        words: i > 0 && countWords(duties[i]!.words) >= 3 ? duties[i]!.words : null,
      }),
    ),
  )
  if (said.length > 0) return said
  if (!isDueHead && !DUE_CELL.test(folded.slice(cell.start, cell.end))) return []
  return within(dates, cell)
    .filter((date) => date.precision !== 'year-part' && date.precision !== 'interval')
    .map((date) => ({
      due: {
        date: date.precision === 'quarter' || date.precision === 'half' ? date.last : date.edtf,
        recurrence: null,
        of: date,
      },
      words: null,
    }))
}
