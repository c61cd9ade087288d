// Rows of a table of stages become phases: “Giai đoạn 1 | Chuẩn bị | 01/4/2016 - 14/4/2016”.

import { ownCell } from '../../model/cells.ts'
import type { Cell } from '../../model/document.ts'
import type { OutlineTable } from '../../model/outline.ts'
import { within } from '../../model/ranges.ts'
import type { Source } from '../../model/source.ts'
import type { FoundDate } from '../dates/index.ts'
import type { FoundPhase } from './index.ts'

const STAGE =
  /^(?:đợt|giai đoạn|bước|vòng|chặng)(?: \p{sc=Latn}+){0,2}? (?:thứ \p{sc=Latn}+|[IVX]{1,4}|\d{1,2})(?![\p{sc=Latn}\d]|\/|\.\d| ?- ?\d)/iu
const STAGE_HEAD = /^(?:các )?(?:đợt|giai đoạn|bước|vòng|chặng)(?!\p{sc=Latn})/iu
const FOCUS_HEAD = /nội dung|trọng tâm|nhiệm vụ|hoạt động|công việc|mục tiêu/iu

/** Phases of the tables whose rows are stages. */
export function phasesInTables({ outline, folded }: Source, dates: readonly FoundDate[]): FoundPhase[] {
  return outline.tables.flatMap((table) => inTable(table, folded, dates))
}

function inTable(table: OutlineTable, folded: string, dates: readonly FoundDate[]): FoundPhase[] {
  const words = (cell: Cell) => folded.slice(cell.start, cell.end).trim()
  const stages = table.columns.findIndex((head) => STAGE_HEAD.test(head))
  const topic = table.columns.findIndex((head) => FOCUS_HEAD.test(head))
  return table.rows.flatMap((row): FoundPhase[] => {
    if (row.kind === 'numbers') return []
    // A table without values can be taken for heads altogether: there the stage must be named.
    const named = stages >= 0 && row.kind !== 'head' ? ownCell(row, stages) : null
    const label =
      named && words(named) !== '' && words(named).length < 80 ? named : row.cells.find((cell) => STAGE.test(words(cell)))
    if (!label) return []
    const own = within(dates, { start: label.start, end: row.cells.at(-1)!.end })
    const date = own.find(({ precision }) => precision === 'interval') ?? own.find(({ precision }) => precision !== 'year-part')
    if (!date) return []
    const focus = topic < 0 ? null : ownCell(row, topic)
    const said = STAGE.exec(words(label))?.[0]
    return [
      {
        label: { start: label.start, end: said ? label.start + said.length : label.end },
        start: date.first,
        end: date.last,
        focus: focus && focus !== label && words(focus) !== '' ? { start: focus.start, end: focus.end } : null,
        range: { start: label.start, end: Math.max(label.end, date.end) },
        date,
      },
    ]
  })
}
