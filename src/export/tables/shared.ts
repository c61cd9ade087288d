// Columns that every table has: which plan a row is of, and where its words stand.
import type { Plan, Span } from '../../model/plan.ts'
import { type Column, columnsOf, type ForeignKey } from './column.ts'

export type OfPlan = { plan: Plan }

/** A finding, counted from 1 within its plan or its parent. */
export type Found<T> = OfPlan & { item: T; ordinal: number }

export const PLAN_ID = 'planId'

export const OF_DOCUMENT: ForeignKey = { columns: [PLAN_ID], table: 'documents', to: [PLAN_ID] }

export const OF_SECTION: ForeignKey = {
  columns: [PLAN_ID, 'sectionId'],
  table: 'sections',
  to: [PLAN_ID, 'sectionId'],
  isOptional: true,
}

const { text, whole } = columnsOf<OfPlan>('')

export const planId: Column<OfPlan> = text(
  PLAN_ID,
  ['Mã kế hoạch', 'Plan id'],
  'Mười hai chữ số thập lục phân đầu của SHA-256 của tệp; có trong tên tệp JSON của kế hoạch.',
  ({ plan }) => plan.id,
  { from: 'id' },
)

export const sourcePath: Column<OfPlan> = text(
  'sourcePath',
  ['Tệp nguồn', 'Source file'],
  'Đường dẫn của tệp nguồn, tính từ thư mục đã đọc.',
  ({ plan }) => plan.source.path,
  { from: 'source.path' },
)

/** What a reader of a single table wants to filter by. */
export const HEAD: readonly Column<OfPlan>[] = [
  planId,
  text('province', ['Tỉnh', 'Province'], 'Tên tỉnh, thành phố lúc ban hành.', ({ plan }) => plan.header.province?.name ?? null, {
    from: 'header.province.name',
  }),
  whole(
    'planYear',
    ['Năm kế hoạch', 'Plan year'],
    'Năm mà kế hoạch áp dụng: năm cuối cùng ghi trong tên văn bản, nếu không có thì năm ban hành.',
    ({ plan }) => plan.header.year,
    { from: 'header.year' },
  ),
]

export function ordinal<T>(): Column<Found<T>> {
  return columnsOf<Found<T>>('').whole(
    'ordinal',
    ['Thứ tự', 'Ordinal'],
    'Đếm từ 1 theo thứ tự trong văn bản.',
    (record) => record.ordinal,
    { en: 'Counted from 1 in document order.' },
  )
}

const SPOT = columnsOf<{ plan: Plan; item: { span: Span | null; raw?: string } }>('')

const PLACE = [
  SPOT.whole(
    'page',
    ['Trang', 'Page'],
    'Trang có những chữ đầu tiên, đếm từ 1; trống nếu định dạng không chia trang.',
    ({ item }) => item.span?.boxes[0]?.page ?? null,
    { en: 'Page of the first words, from 1; empty where the format has no pages.' },
  ),
  SPOT.whole(
    'spanStart',
    ['Từ vị trí', 'From'],
    'Vị trí bắt đầu trong toàn văn (`text` của kế hoạch), tính theo đơn vị mã UTF-16.',
    ({ item }) => item.span?.start ?? null,
    { from: 'indicators.span.start' },
  ),
  SPOT.whole(
    'spanEnd',
    ['Đến vị trí', 'To'],
    'Vị trí ngay sau chữ cuối trong toàn văn (`text` của kế hoạch), tính theo đơn vị mã UTF-16.',
    ({ item }) => item.span?.end ?? null,
    { from: 'indicators.span.end' },
  ),
]

const RAW = SPOT.text(
  'raw',
  ['Nguyên văn', 'Source words'],
  'Đúng những chữ của văn bản mà từ đó giá trị được đọc ra.',
  ({ item }) => item.raw ?? null,
  { from: 'indicators.raw' },
)

/** Where the words of a finding stand, and the words. */
export const TAIL = [...PLACE, RAW, sourcePath]

/** The same of what keeps its words in other columns. */
export const TAIL_WITHOUT_WORDS = [...PLACE, sourcePath]

export function* counted<T>(plan: Plan, items: Iterable<T>): Generator<Found<T>> {
  let at = 0
  for (const item of items) yield { plan, item, ordinal: ++at }
}

export function sectionId<T extends { sectionId: string | null }>(): Column<Found<T>> {
  return columnsOf<Found<T>>('indicators').text(
    'sectionId',
    ['Mã mục', 'Section id'],
    'Mã của mục chứa nó; trống nếu đứng trước mục đầu tiên.',
    ({ item }) => item.sectionId,
  )
}
