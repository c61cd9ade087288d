// Heads of a table become the roles of its columns: number, name, unit, target, what else a row says.
//
//   "Kế hoạch năm 2024" => target 2024    "Ước TH cả năm" => estimate    "So sánh (%) / 9=7/4" => ratio    "Ghi chú" => note
//   "Số liệu / KH 2024" => target 2024    "TH/KH (%)" => ratio    "TH 2023 / KH 2023" => ratio 2023
import type { SeriesCell } from '../../model/plan.ts'
import { foldText } from '../../text/fold.ts'

export type ColumnRole = 'no' | 'name' | 'unit' | 'note' | 'task' | 'body' | 'time' | 'money' | 'amount' | 'value' | 'other'

export type Column = {
  index: number
  head: string
  role: ColumnRole
  kind: SeriesCell['kind']
  year: number | null /** The column of the whole, beside columns of its parts. */
  isTotal?: boolean
  /** Names bodies or places: what is counted stands in the heads of the values. */
  isPlaces?: boolean
}

const W = (words: string) => new RegExp(`(?<![\\p{sc=Latn}\\p{sc=Zinh}])(?:${words})(?![\\p{sc=Latn}\\p{sc=Zinh}])`, 'iu')

const NO = /^(?:s?tt|số ?tt|số thứ tự|no\.?)$/iu
const CODE = /^(?:mã|ký hiệu)(?!\p{sc=Latn})/iu
const UNIT = /^(?:đơn vị(?: tính)?|đvt|đv|đ\.v\.t|đv ?tính|đvị tính)(?: ?\(.*\))?$/iu
const NOTE = W('ghi chú|nguồn|căn cứ|phương pháp|cách tính|tần suất|mức độ|trọng số')
// “Đồng” begins the names of places too.
const MONEY = W('kinh phí|thành tiền|đơn giá|dự toán|triệu đồng|nghìn đồng|đồng(?= ?(?:[)/,.;]|$))|số tiền|ngân sách')
const TIME = W('thời gian|tiến độ|thời hạn|hoàn thành|thời điểm|ngày|buổi|giờ|lịch')
const BODY = W(
  'chủ trì|phối hợp|cơ quan|đơn vị thực hiện|đơn vị phụ trách|đơn vị theo dõi|người (?:thực hiện|phụ trách|chịu|theo dõi|làm|đứng)|phụ trách|trách nhiệm|thành phần|họ và tên|họ tên|chức vụ|đầu mối|theo dõi',
)
const AMOUNT = /^(?:số lượng|số lượng (?:dự kiến|kế hoạch)|khối lượng)$/iu
const TOTAL =
  /^(?:toàn (?:tỉnh|thành phố|huyện|ngành|quốc|vùng)|tổng(?: số| cộng| toàn tỉnh)?|cộng|chung|cả năm|cả (?:hai|2|ba|3) đợt|quy mô (?:toàn )?(?:tỉnh|thành phố))$/iu
// Bodies and places, each with a target of its own.
const PLACE =
  /^(?:tên )?(?:đơn vị|địa phương|địa bàn|tỉnh|huyện|quận|thị xã|thành phố|xã|phường|bệnh viện|trung tâm|trạm y tế|cơ sở|khu vực|tuyến|khoa|phòng)(?:(?: y tế| trực thuộc)?(?:[,/ -]+(?:đơn vị|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|tp|phòng|khoa|bệnh viện|trung tâm))*)$/iu
/** “TP. Sơn Hà”, “Giao Hải”: every syllable begins with a capital, as in a name. */
const PLACE_NAME =
  /^(?:(?:TP|TX|TT|H|Q|P|X)\.? ?|(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]hị trấn) )?\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,3}$/u
const TASK = W('nhiệm vụ|công việc|sản phẩm|kết quả đầu ra|giải pháp|hoạt động|địa điểm')
const NAME = W(
  'chỉ tiêu|chỉ số|nội dung|tên|danh mục|mục tiêu|tiêu chí|loại|danh hiệu|hình thức khen thưởng|vắc xin|diễn giải|lĩnh vực',
)
// Heads of two levels are joined by “ / ”: “Số liệu / KH 2024” compares nothing, “TH/KH” does.
const RATIO =
  /so sánh|so với|tỷ lệ (?:%|đạt|thực hiện|hoàn thành)|tăng,? ?\/?giảm|% ?(?:th|kh|đạt|so|hoàn|thực)|\d ?= ?\(?\d|(?:(?<! )|(?:th|thực hiện|ước)(?: năm)?(?: \d{4})? )\/ ?kh(?![\p{sc=Latn}\p{N}])|đạt ?\(?%|^%$/iu
const KINDS: readonly (readonly [SeriesCell['kind'], RegExp])[] = [
  ['estimate', W('[uư]ớc|ƯTH|ước th|ước thực hiện|dự kiến thực hiện|dự ước')],
  ['registered', W('đăng ký')],
  ['assigned', W('giao|được giao|tỉnh giao|bộ giao')],
  ['target', W('kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|đề ra|target')],
  [
    'baseline',
    W('hiện trạng|(?:năm|số liệu|dữ liệu|giá trị|mức) cơ sở|cơ sở(?= (?:năm )?\\d{4}|$)|gốc|ban đầu|hiện tại|hiện có'),
  ],
  ['actual', W('thực hiện|th|kết quả|đạt được|thực tế|đã đạt|đạt')],
]
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g

/** Roles of the columns by their heads; `firstYear`, the first that the plan is for, tells a bare year of the future from one of the past. */
export function readColumns(heads: readonly string[], firstYear: number | null): Column[] {
  const columns = heads.map((head, index): Column => {
    const words = foldText(head).replace(/\s+/g, ' ').trim()
    const years = [...words.matchAll(YEAR)].map(Number)
    const year = years.at(-1) ?? null
    const role = roleOf(words)
    return { index, head, role, kind: role === 'value' ? kindOf(words, year, firstYear) : 'target', year }
  })
  return withAmounts(withRegions(nameFirst(columns)))
}

function roleOf(words: string): ColumnRole {
  const last = words.split(' / ').at(-1)!
  if (words === '' || PLACE_NAME.test(last)) return 'other'
  if (NO.test(words)) return 'no'
  if (CODE.test(words)) return 'note'
  if (UNIT.test(words)) return 'unit'
  if (RATIO.test(words)) return 'value'
  if (
    KINDS.slice(0, 3).some(([, pattern]) => pattern.test(words)) ||
    words.search(YEAR) >= 0 ||
    /^(?:kh|th|kế hoạch|thực hiện|ước)(?!\p{sc=Latn})/iu.test(last)
  ) {
    return MONEY.test(words) ? 'money' : 'value'
  }
  if (AMOUNT.test(words)) return 'amount'
  if (NOTE.test(words)) return 'note'
  if (MONEY.test(words)) return 'money'
  if (BODY.test(words)) return 'body'
  if (TIME.test(words)) return 'time'
  if (NAME.test(words) && !/chỉ tiêu (?:giao|phấn đấu|kế hoạch)/iu.test(words)) return 'name'
  if (TASK.test(words)) return 'task'
  return KINDS.some(([, pattern]) => pattern.test(words)) ? 'value' : 'other'
}

function kindOf(words: string, year: number | null, firstYear: number | null): SeriesCell['kind'] {
  if (RATIO.test(words)) return 'ratio'
  const parts = words.split(' / ')
  for (const part of [parts.at(-1)!, words]) {
    const kind = KINDS.find(([, pattern]) => pattern.test(part))?.[0]
    if (kind) return kind
  }
  return year !== null && firstYear !== null && year < firstYear ? 'actual' : 'target'
}

/** One column per place and one for all of them: the whole is the target, the places are its other values. */
function withRegions(columns: Column[]): Column[] {
  const isTotal = (column: Column) => TOTAL.test(foldText(column.head.split(' / ').at(-1)!).trim())
  // “Chỉ tiêu năm 2024 / Tổng số”, “… / Đợt 1”: of the targets under one head the whole is the target.
  if (columns.some((column) => column.role === 'value'))
    return columns.map((column) =>
      column.role === 'value' && column.kind !== 'ratio' && column.head.includes(' / ') && isTotal(column)
        ? { ...column, isTotal: true }
        : column,
    )
  if (!columns.some(isTotal)) return columns
  return columns.map((column) =>
    column.role === 'other' || isTotal(column)
      ? { ...column, role: 'value' as const, kind: 'target' as const, isTotal: isTotal(column) }
      : column,
  )
}

/** “Hoạt động | ĐVT | Số lượng” sets quantities; a bill with prices or makes does not. */
function withAmounts(columns: Column[]): Column[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  const isBill = has('money') || columns.some((column) => /quy cách|hàm lượng|nhãn hiệu|chủng loại/iu.test(foldText(column.head)))
  if (has('value') || isBill || !has('unit')) return columns
  return columns.map((column) =>
    column.role === 'amount' ? { ...column, role: 'value' as const, kind: 'target' as const } : column,
  )
}

/** Two columns called “Chỉ tiêu”: the first names, the second holds the targets. A column of bodies or places, or one without a name, names too. */
function nameFirst(columns: Column[]): Column[] {
  const names = columns.filter((column) => column.role === 'name')
  const first = columns.find(
    ({ index, role, head }) => index <= 1 && (role === 'task' || role === 'other' || PLACE.test(foldText(head).trim())),
  )
  const isTarget = ({ head }: Column) => /chỉ tiêu|mục tiêu/iu.test(foldText(head))
  if (first && (names[0]?.index ?? columns.length) > first.index && names.every(isTarget)) {
    first.role = 'name'
    first.isPlaces = PLACE.test(foldText(first.head).trim())
    for (const extra of names) extra.role = 'value'
    return columns
  }
  for (const extra of names.slice(1)) if (isTarget(extra)) extra.role = 'value'
  return columns
}
