// What a reader should know of each plan becomes the table of messages.
import type { Plan } from '../../model/plan.ts'
import { columnsOf, tableOf } from './column.ts'
import { counted, type Found, HEAD, OF_DOCUMENT, ordinal, TAIL } from './shared.ts'

type Row = Found<Plan['messages'][number] & { raw?: string }>

const { text } = columnsOf<Row>('messages')

export const messages = tableOf<Row>({
  name: 'messages',
  title: { vi: 'Thông báo', en: 'Messages' },
  about: {
    vi: 'Những điều người đọc nên biết: chỗ đáng ngờ (warning) và điều chương trình suy ra (info).',
    en: 'What a reader should know: what is doubtful (warning), and what the program assumed (info).',
  },
  key: ['planId', 'ordinal'],
  foreignKeys: [OF_DOCUMENT],
  *records(plan) {
    for (const found of counted(plan, plan.messages)) {
      const { span } = found.item
      yield span ? { ...found, item: { ...found.item, raw: plan.text.slice(span.start, span.end) } } : found
    }
  },
  columns: [
    ...HEAD,
    ordinal(),
    text('code', ['Mã', 'Code'], '`<phần>/<việc>`; hãy lọc theo mã này, đừng theo lời.', (r) => r.item.code),
    text(
      'severity',
      ['Mức', 'Severity'],
      'warning: người dùng nên xem lại; info: chương trình đã suy ra.',
      (r) => r.item.severity,
    ),
    text('textVi', ['Lời (tiếng Việt)', 'Words (Vietnamese)'], 'Câu bằng tiếng Việt.', (r) => r.item.text.vi, {
      en: 'The sentence in Vietnamese.',
    }),
    text('textEn', ['Lời (tiếng Anh)', 'Words (English)'], 'Câu bằng tiếng Anh.', (r) => r.item.text.en, {
      en: 'The sentence in English.',
    }),
    ...TAIL,
  ],
})
