// Printed tables become the table of tables, and their cells, with the grid column of each, the table of cells.
import type { Plan, PlanTable } from '../../model/plan.ts'
import { columnsOf, tableOf } from './column.ts'
import { counted, type Found, HEAD, OF_DOCUMENT, OF_SECTION, sectionId, sourcePath, TAIL_WITHOUT_WORDS } from './shared.ts'

type PlanRow = PlanTable['rows'][number]
type Cell = PlanRow['cells'][number]
type Row = Found<PlanTable>
type Placed = Found<Cell> & { table: PlanTable; kind: PlanRow['kind']; row: number; column: number }

const { text, whole } = columnsOf<Row>('tables')
const cell = columnsOf<Placed>('tables.rows.cells')

export const tables = tableOf<Row>({
  name: 'tables',
  title: { vi: 'Bảng', en: 'Tables' },
  about: { vi: 'Các bảng in trong văn bản.', en: 'The tables printed in the documents.' },
  key: ['planId', 'tableId'],
  foreignKeys: [OF_DOCUMENT, OF_SECTION],
  records: (plan) => counted(plan, plan.tables),
  columns: [
    ...HEAD,
    text('tableId', ['Mã bảng', 'Table id'], 'table-1, table-2 … theo thứ tự trong văn bản.', (r) => r.item.id, {
      from: 'tables.id',
    }),
    text('caption', ['Tên bảng', 'Caption'], 'Dòng tên phía trên bảng.', (r) => r.item.caption),
    text('heads', ['Tên các cột', 'Heads'], 'Tên các cột, mỗi cột một dòng.', (r) => r.item.columns.join('\n') || null, {
      en: 'Column heads, a line each; heads of several levels joined by “ / ”.',
    }),
    whole('columnCount', ['Số cột', 'Columns'], 'Số cột của lưới bảng.', (r) => r.item.columns.length, {
      en: 'Columns of its grid.',
    }),
    whole('rowCount', ['Số hàng', 'Rows'], 'Số hàng, gồm cả hàng tên cột.', (r) => r.item.rows.length, {
      en: 'Its rows, heads among them.',
    }),
    whole(
      'firstPage',
      ['Trang đầu', 'First page'],
      'Trang đầu tiên của bảng; trống nếu định dạng không chia trang.',
      (r) => r.item.pages[0] ?? null,
      { en: 'The first page that it stands on; empty where the format has none.' },
    ),
    whole(
      'lastPage',
      ['Trang cuối', 'Last page'],
      'Trang cuối cùng của bảng; trống nếu định dạng không chia trang.',
      (r) => r.item.pages.at(-1) ?? null,
      { en: 'The last page that it stands on; empty where the format has none.' },
    ),
    sectionId(),
    sourcePath,
  ],
})

export const cells = tableOf<Placed>({
  name: 'cells',
  title: { vi: 'Ô của bảng', en: 'Cells' },
  about: { vi: 'Các ô của các bảng in trong văn bản.', en: 'The cells of the tables printed in the documents.' },
  key: ['planId', 'tableId', 'tableRow', 'ordinal'],
  foreignKeys: [OF_DOCUMENT, { columns: ['planId', 'tableId'], table: 'tables', to: ['planId', 'tableId'] }],
  *records(plan) {
    for (const table of plan.tables) yield* placed(plan, table)
  },
  columns: [
    ...HEAD,
    cell.text('tableId', ['Mã bảng', 'Table id'], 'Bảng chứa ô.', (r) => r.table.id, { from: 'tables.id' }),
    cell.whole('tableRow', ['Hàng', 'Row'], 'Hàng của bảng, đếm từ 0.', (r) => r.row, { en: 'Row of the table, from 0.' }),
    cell.whole('ordinal', ['Thứ tự', 'Ordinal'], 'Thứ tự của ô trong hàng, đếm từ 1.', (r) => r.ordinal, {
      en: 'Place of the cell in its row, from 1.',
    }),
    cell.whole('tableColumn', ['Cột', 'Column'], 'Cột của lưới bảng, đếm từ 0.', (r) => r.column, {
      en: 'Grid column that it begins at, from 0.',
    }),
    cell.whole('colSpan', ['Gộp cột', 'Columns covered'], 'Số cột của lưới mà ô chiếm.', (r) => r.item.colSpan),
    cell.whole('rowSpan', ['Gộp hàng', 'Rows covered'], 'Số hàng mà ô chiếm.', (r) => r.item.rowSpan),
    cell.text(
      'rowKind',
      ['Loại hàng', 'Kind of row'],
      'head: tên cột; group: tên nhóm; data: số liệu; numbers: hàng số thứ tự cột.',
      (r) => r.kind,
      { from: 'tables.rows.kind' },
    ),
    cell.text('text', ['Nội dung', 'Text'], 'Chữ trong ô, các dòng nối bằng dấu cách.', (r) => r.item.text || null),
    ...TAIL_WITHOUT_WORDS,
  ],
})

// A span beyond this is a mistake of the file, and no table is as wide.
const WIDEST = 16_384

/** Each cell begins at the first grid column that neither its row nor a cell merged from above has taken. */
function* placed(plan: Plan, table: PlanTable): Generator<Placed> {
  let taken: number[] = []
  for (const [row, { kind, cells }] of table.rows.entries()) {
    const below = taken.map((rows) => Math.max(0, rows - 1))
    let column = 0
    for (const found of counted(plan, cells)) {
      while ((taken[column] ?? 0) > 0) column++
      yield { ...found, table, kind, row, column }
      const end = Math.min(column + found.item.colSpan, WIDEST)
      for (let at = column; at < end; at++) below[at] = found.item.rowSpan - 1
      column = end
    }
    taken = below
  }
}
