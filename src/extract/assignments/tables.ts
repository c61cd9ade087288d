// Rows of a task table become assignments: Nhiệm vụ | Chủ trì | Phối hợp, units of a cell apart.

import { grammarsOf } from '../../catalog/lexicon.ts'
import { unitLength, unitsIn } from '../../catalog/units.ts'
import { cellAt, ownCell, taskRow } from '../../model/cells.ts'
import type { Cell, Range } from '../../model/document.ts'
import type { OutlineTable } from '../../model/outline.ts'
import type { Source } from '../../model/source.ts'
import { foldText } from '../../text/fold.ts'
import type { Grammar } from '../../text/phrases.ts'
import type { FoundAssignment } from './index.ts'
import type { Role } from './roles.ts'

const TASKS: readonly RegExp[] = [/nhiệm vụ|công việc|^việc|nội dung|hoạt động/iu, /sản phẩm|kết quả/iu]
const LEAD = /chủ trì|phụ trách|đầu mối|chịu trách nhiệm|trách nhiệm chính/iu
const SUPPORT = /phối hợp/iu
const DOES =
  /(?:đơn vị|cơ quan|bộ phận|người|phòng,? ban) (?:được giao|thực hiện|triển khai|tham mưu|phụ trách|chịu)|phân công|trách nhiệm|^(?:đơn vị|bộ phận|phòng,? ban)$/iu
/** “Theo phân công tại Quyết định …”: another paper tells who. */
const ELSEWHERE = /^(?:theo|như|nt$|-+$)/iu
/** Columns that name people. */
const PEOPLE = /người|cán bộ|nhân sự|phân công/iu
/** “nt”: as in the row above. */
const DITTO = /^(?:[-"“”'\s]*(?:nt|như trên)[-"“”'\s.]*|["“”])$/iu
const SAYS_LEAD = /(?:đơn vị )?chủ trì ?:? ?|\(chủ trì\)/iu
const SAYS_SUPPORT = /(?:đơn vị )?phối hợp ?:? ?|\(phối hợp\)/iu

/** Assignments of the task tables, in document order. */
export function assignmentsInTables({ outline, document, lexicon }: Source): FoundAssignment[] {
  return outline.tables.flatMap((table) => inTable(table, document.text, grammarsOf(lexicon).agencies))
}

function inTable({ columns, rows }: OutlineTable, text: string, agencies: Grammar): FoundAssignment[] {
  const find = (pattern: RegExp, taken: readonly number[] = []) =>
    columns.findIndex((head, i) => !taken.includes(i) && pattern.test(head.normalize('NFC')))
  const support = find(SUPPORT)
  const lead = find(LEAD, [support])
  const tasks = TASKS.map((pattern) => find(pattern, [lead, support])).filter((column) => column >= 0)
  const does = lead < 0 ? find(DOES, [support, ...tasks]) : -1
  if (tasks.length === 0 || (lead < 0 && support < 0 && does < 0)) return []
  const said = new Map<number, FoundAssignment[]>()
  return rows.flatMap((row, r): FoundAssignment[] => {
    if (row.kind !== 'data') return []
    const wordsOf = (cell: Cell | null) => (cell ? text.slice(cell.start, cell.end).trim() : '')
    const task =
      tasks.map((column) => wordsOf(ownCell(row, column))).find((words) => words !== '') ||
      wordsOf(cellAt(rows, taskRow(rows, r, tasks[0]!, text), tasks[0]!))
    if (task === '') return []
    const make = (column: number, role: Role) => {
      const cell = cellAt(rows, r, column)
      if (!cell || wordsOf(cell) === task) return []
      const isPerson = column === does && PEOPLE.test(foldText(columns[column]!))
      return (DITTO.test(wordsOf(cell)) ? (said.get(column) ?? []) : unitsOf(cell, role, text, agencies, isPerson)).map(
        (unit) => ({
          ...unit,
          tasks: [task],
        }),
      )
    }
    const made = [[lead, 'lead'] as const, [does, null] as const, [support, 'support'] as const].map(
      ([column, role]) => [column, make(column, role)] as const,
    )
    for (const [column, units] of made) if (units.length > 0) said.set(column, units)
    return made.flatMap(([, units]) => units)
  })
}

/** The units of a cell; “Chủ trì: …; Phối hợp: …” and “(chủ trì)” inside it tell their roles. */
function unitsOf(
  cell: Range,
  role: Role,
  text: string,
  agencies: Grammar,
  isPerson: boolean,
): { unit: string; role: Role; range: Range }[] {
  let said = role
  return unitsIn(text.slice(cell.start, cell.end), agencies).flatMap(({ start, end }) => {
    const printed = text.slice(cell.start + start, cell.start + end)
    if (SAYS_LEAD.test(printed)) said = 'lead'
    else if (SAYS_SUPPORT.test(printed)) said = 'support'
    const unit = printed.replace(SAYS_LEAD, '').replace(SAYS_SUPPORT, '').trim()
    const isUnit = isPerson || said !== null || unitLength(foldText(unit), agencies) > 0 || /^\p{Lu}{2}/u.test(unit)
    if (unit === '' || !isUnit || ELSEWHERE.test(unit)) return []
    return [{ unit, role: said, range: { start: cell.start + start, end: cell.start + end } }]
  })
}
