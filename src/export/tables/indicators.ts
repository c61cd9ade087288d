// Targets become the table of indicators, their other value columns the table of series.
import type { Indicator, SeriesCell } from '../../model/plan.ts'
import { columnsOf, type ForeignKey, tableOf } from './column.ts'
import { counted, type Found, HEAD, OF_DOCUMENT, OF_SECTION, ordinal, sectionId, TAIL } from './shared.ts'

type Row = Found<Indicator>
type Other = Found<SeriesCell> & { indicator: Indicator }

const { text, whole, number } = columnsOf<Row>('indicators')
const match = columnsOf<Row>('indicators.codeMatch')
const other = columnsOf<Other>('indicators.series')

const COMPARATORS = 'Giá trị ràng buộc thế nào: =, >= (không dưới), >, <= (không quá), <, range (từ … đến …), text (bằng lời).'
const ofIndicator = (column: string): ForeignKey => ({
  columns: ['planId', column],
  table: 'indicators',
  to: ['planId', 'indicatorId'],
})

export const indicators = tableOf<Row>({
  name: 'indicators',
  title: { vi: 'Chỉ tiêu', en: 'Indicators' },
  about: { vi: 'Các chỉ tiêu đo được mà văn bản đề ra.', en: 'The measurable targets that the documents set.' },
  key: ['planId', 'indicatorId'],
  foreignKeys: [
    OF_DOCUMENT,
    { ...ofIndicator('parentIndicatorId'), isOptional: true },
    OF_SECTION,
    { columns: ['planId', 'tableId'], table: 'tables', to: ['planId', 'tableId'], isOptional: true },
  ],
  records: (plan) => counted(plan, plan.indicators),
  columns: [
    ...HEAD,
    text(
      'indicatorId',
      ['Mã trong văn bản', 'Indicator id'],
      'indicator-1, indicator-2 … theo thứ tự trong văn bản.',
      (r) => r.item.id,
      { from: 'indicators.id' },
    ),
    text('no', ['TT', 'No.'], 'Số thứ tự in trong bảng.', (r) => r.item.no),
    text('groupTitle', ['Nhóm', 'Group'], 'Tên nhóm in ở hàng phía trên.', (r) => r.item.group, { from: 'indicators.group' }),
    text('name', ['Tên chỉ tiêu', 'Name'], 'Điều được đo, như in, giữ cả ngoặc.', (r) => r.item.name),
    text('scope', ['Phạm vi', 'Scope'], 'Phạm vi ghi trong ngoặc hoặc trong lời văn.', (r) => r.item.scope),
    text('comparator', ['So sánh', 'Comparator'], COMPARATORS, (r) => r.item.comparator),
    number('value', ['Giá trị', 'Value'], 'Con số, theo đơn vị in.', (r) => r.item.value, { unitColumn: 'unit' }),
    number('valueMax', ['Giá trị đến', 'Upper value'], 'Đầu trên của một khoảng.', (r) => r.item.valueMax, {
      unitColumn: 'unit',
    }),
    text('valueText', ['Bằng lời', 'In words'], 'Lời văn, khi chỉ tiêu không là con số.', (r) => r.item.valueText),
    text('unit', ['Đơn vị', 'Unit'], 'Đơn vị như in.', (r) => r.item.unit),
    text('unitCode', ['Mã đơn vị', 'Unit code'], 'Đơn vị theo UCUM; trống nếu chưa biết.', (r) => r.item.unitCode),
    whole('year', ['Năm', 'Year'], 'Năm của chỉ tiêu.', (r) => r.item.year),
    text(
      'yearBasis',
      ['Căn cứ của năm', 'Basis of the year'],
      'printed: in trong cột, câu hay tiêu đề; implied: suy từ năm của kế hoạch.',
      (r) => r.item.yearBasis,
    ),
    text(
      'change',
      ['Tăng, giảm', 'Change'],
      'increase (tăng) hay decrease (giảm), khi chỉ tiêu là mức thay đổi.',
      (r) => r.item.change,
    ),
    whole('baselineYear', ['Năm gốc', 'Baseline year'], 'Năm mà mức thay đổi được so với.', (r) => r.item.baselineYear),
    text(
      'code',
      ['Mã chỉ tiêu', 'Catalogue code'],
      'Mã trong danh mục chỉ tiêu của chương trình; trống nếu không có mã nào đúng.',
      (r) => r.item.code,
    ),
    number(
      'codeConfidence',
      ['Độ chắc của mã', 'Confidence of the code'],
      'Độ chắc của mã, từ 0 đến 1.',
      (r) => r.item.codeMatch?.confidence ?? null,
      { from: 'indicators.codeMatch.confidence' },
    ),
    match.text(
      'codeBasis',
      ['Căn cứ của mã', 'Basis of the code'],
      'alias: đúng một tên đã biết; pattern: đúng một mẫu tên; context: nhờ đơn vị, chỉ tiêu cha hay nhóm.',
      (r) => r.item.codeMatch?.basis ?? null,
      { from: 'indicators.codeMatch.basis' },
    ),
    text(
      'category',
      ['Lĩnh vực', 'Category'],
      'health (y tế), award (thi đua), administration (hành chính) …; trống nếu chưa biết.',
      (r) => r.item.category,
    ),
    text('source', ['Đọc từ', 'Read from'], 'table: một hàng của bảng; prose: một câu.', (r) => r.item.source),
    text('parentIndicatorId', ['Thuộc chỉ tiêu', 'Part of'], 'Mã của chỉ tiêu mà “trong đó” thuộc về.', (r) => r.item.parentId, {
      from: 'indicators.parentId',
    }),
    text('tableId', ['Mã bảng', 'Table id'], 'Bảng chứa giá trị.', (r) => r.item.cell?.tableId ?? null, {
      en: 'The table that the value stands in; empty for a sentence.',
    }),
    whole('tableRow', ['Hàng của bảng', 'Row of the table'], 'Hàng của bảng, đếm từ 0.', (r) => r.item.cell?.row ?? null, {
      from: 'indicators.cell.row',
    }),
    whole(
      'tableColumn',
      ['Cột của bảng', 'Column of the table'],
      'Cột của lưới bảng, đếm từ 0.',
      (r) => r.item.cell?.column ?? null,
      { from: 'indicators.cell.column' },
    ),
    number(
      'confidence',
      ['Độ chắc khi nhận dạng', 'Confidence of recognition'],
      'Từ 0 đến 1 khi chữ được nhận dạng từ ảnh; trống nếu không.',
      (r) => r.item.confidence,
    ),
    sectionId(),
    ...TAIL,
  ],
})

export const series = tableOf<Other>({
  name: 'series',
  title: { vi: 'Số liệu kèm theo', en: 'Series' },
  about: {
    vi: 'Các cột số khác cùng hàng với chỉ tiêu: thực hiện, ước thực hiện, giao, đăng ký …',
    en: 'The other value columns beside an indicator: actual, estimate, assigned, registered …',
  },
  key: ['planId', 'indicatorId', 'ordinal'],
  foreignKeys: [OF_DOCUMENT, ofIndicator('indicatorId')],
  *records(plan) {
    for (const indicator of plan.indicators) for (const found of counted(plan, indicator.series)) yield { ...found, indicator }
  },
  columns: [
    ...HEAD,
    other.text('indicatorId', ['Mã trong văn bản', 'Indicator id'], 'Chỉ tiêu cùng hàng.', (r) => r.indicator.id, {
      en: 'The indicator of the same row.',
    }),
    ordinal(),
    other.text('name', ['Tên chỉ tiêu', 'Name'], 'Tên của chỉ tiêu cùng hàng.', (r) => r.indicator.name, {
      en: 'The name of that indicator.',
    }),
    other.text('code', ['Mã chỉ tiêu', 'Catalogue code'], 'Mã của chỉ tiêu cùng hàng.', (r) => r.indicator.code, {
      en: 'The catalogue code of that indicator.',
    }),
    other.text('label', ['Tên cột', 'Label'], 'Tên cột; trong câu là những chữ đứng trước giá trị.', (r) => r.item.label || null),
    other.text(
      'kind',
      ['Loại', 'Kind'],
      'target (kế hoạch), assigned (giao), registered (đăng ký), actual (thực hiện), estimate (ước), baseline (gốc), ratio (tỷ lệ).',
      (r) => r.item.kind,
    ),
    other.whole('year', ['Năm', 'Year'], 'Năm của cột; trống nếu không in.', (r) => r.item.year),
    other.text('comparator', ['So sánh', 'Comparator'], COMPARATORS, (r) => r.item.comparator),
    other.number('value', ['Giá trị', 'Value'], 'Theo đơn vị của chỉ tiêu; phần trăm nếu là tỷ lệ.', (r) => r.item.value, {
      unitColumn: 'unit',
    }),
    other.number('valueMax', ['Giá trị đến', 'Upper value'], 'Đầu trên của một khoảng.', (r) => r.item.valueMax, {
      unitColumn: 'unit',
    }),
    other.text('valueText', ['Bằng lời', 'In words'], 'Lời văn, khi ô không có con số.', (r) => r.item.valueText),
    other.text(
      'unit',
      ['Đơn vị', 'Unit'],
      'Đơn vị của giá trị: của chỉ tiêu, hoặc % nếu là tỷ lệ.',
      (r) => (r.item.kind === 'ratio' ? '%' : r.indicator.unit),
      { en: 'Unit of the value: that of the indicator, or % of a ratio.' },
    ),
    ...TAIL,
  ],
})
