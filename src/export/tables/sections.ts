// The tree of sections becomes a table, each row with the section that it lies in.
import type { Plan, Section } from '../../model/plan.ts'
import { columnsOf, tableOf } from './column.ts'
import { type Found, HEAD, OF_DOCUMENT, ordinal, TAIL_WITHOUT_WORDS } from './shared.ts'

type Node = Found<Section> & { parentId: string | null }

const { text, whole } = columnsOf<Node>('sections')

function* nodes(plan: Plan): Generator<Node> {
  let at = 0
  function* below(sections: readonly Section[], parentId: string | null): Generator<Node> {
    for (const item of sections) {
      yield { plan, item, ordinal: ++at, parentId }
      yield* below(item.children, item.id)
    }
  }
  yield* below(plan.sections, null)
}

export const sections = tableOf<Node>({
  name: 'sections',
  title: { vi: 'Mục', en: 'Sections' },
  about: {
    vi: 'Các phần, mục, điểm có số hoặc có tiêu đề, theo thứ tự trong văn bản.',
    en: 'Numbered or headed parts, in document order.',
  },
  key: ['planId', 'sectionId'],
  foreignKeys: [
    OF_DOCUMENT,
    { columns: ['planId', 'parentSectionId'], table: 'sections', to: ['planId', 'sectionId'], isOptional: true },
  ],
  records: nodes,
  columns: [
    ...HEAD,
    text('sectionId', ['Mã mục', 'Section id'], 'Chuỗi các số in, không trùng trong một văn bản: II.2.2.2.', (r) => r.item.id, {
      from: 'sections.id',
    }),
    text('parentSectionId', ['Mã mục cha', 'Parent section'], 'Mã của mục chứa nó; trống ở mục ngoài cùng.', (r) => r.parentId, {
      en: 'Id of the section that it lies in; empty for the outermost.',
    }),
    ordinal(),
    whole('depth', ['Cấp', 'Depth'], 'Mục ngoài cùng là 1.', (r) => r.item.depth),
    text('number', ['Số mục', 'Number'], 'Số như in, bỏ dấu sau số; trống nếu không đánh số.', (r) => r.item.number),
    text('heading', ['Tiêu đề', 'Heading'], 'Dòng tiêu đề; trống ở đoạn chỉ có số.', (r) => r.item.heading),
    text(
      'roles',
      ['Vai trò', 'Roles'],
      'Điều mà tiêu đề nói: purpose (mục đích), targets (chỉ tiêu), solutions (giải pháp) …; cách nhau bằng dấu cách.',
      (r) => r.item.roles.join(' ') || null,
      { en: 'Roles that the heading states, parted by a blank; empty where it states none.' },
    ),
    text('text', ['Nội dung', 'Text'], 'Lời văn của riêng nó, không gồm tiêu đề và các mục con.', (r) => r.item.text || null),
    ...TAIL_WITHOUT_WORDS,
  ],
})
