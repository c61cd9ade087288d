// Tasks given to bodies become the table of assignments, a row a task.
import type { Assignment } from '../../model/plan.ts'
import { columnsOf, tableOf } from './column.ts'
import { counted, type Found, HEAD, OF_DOCUMENT, OF_SECTION, ordinal, sectionId, TAIL } from './shared.ts'

type Row = Found<Assignment> & { task: string | null; taskOrdinal: number }

const { text, whole } = columnsOf<Row>('assignments')

export const assignments = tableOf<Row>({
  name: 'assignments',
  title: { vi: 'Phân công', en: 'Assignments' },
  about: { vi: 'Nhiệm vụ giao cho các đơn vị, mỗi nhiệm vụ một hàng.', en: 'Tasks given to bodies, a row a task.' },
  key: ['planId', 'ordinal', 'taskOrdinal'],
  foreignKeys: [OF_DOCUMENT, OF_SECTION],
  *records(plan) {
    for (const found of counted(plan, plan.assignments)) {
      const tasks = found.item.tasks.length > 0 ? found.item.tasks : [null]
      for (const [at, task] of tasks.entries()) yield { ...found, task, taskOrdinal: at + 1 }
    }
  },
  columns: [
    ...HEAD,
    ordinal(),
    whole('taskOrdinal', ['Nhiệm vụ số', 'Task no.'], 'Đếm từ 1 trong các nhiệm vụ của một lần giao.', (r) => r.taskOrdinal, {
      en: 'Counted from 1 within the assignment.',
    }),
    text('unit', ['Đơn vị được giao', 'Body'], 'Đơn vị được giao nhiệm vụ.', (r) => r.item.unit),
    text(
      'role',
      ['Vai trò', 'Role'],
      'lead: chủ trì, đầu mối, tham mưu; support: phối hợp; trống nếu không nói.',
      (r) => r.item.role,
    ),
    text('task', ['Nhiệm vụ', 'Task'], 'Nhiệm vụ, theo lời văn bản.', (r) => r.task, {
      en: 'One of its tasks, in the words of the document.',
    }),
    sectionId(),
    ...TAIL,
  ],
})
