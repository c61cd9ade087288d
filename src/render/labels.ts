// What reports call the parts of a comparison, in both languages.
import type { Words } from './report.ts'

const words = (vi: string, en: string): Words => ({ vi, en })

export const KINDS: Readonly<Record<string, Words>> = {
  added: words('thêm', 'added'),
  removed: words('bỏ', 'removed'),
  changed: words('đổi', 'changed'),
  moved: words('chuyển chỗ', 'moved'),
  replaced: words('thay thế', 'replaced'),
  split: words('tách', 'split'),
  merged: words('gộp', 'merged'),
}

export const FIELDS: Readonly<Record<string, Words>> = {
  number: words('Số', 'Number'),
  place: words('Địa danh', 'Place'),
  issuedOn: words('Ngày ban hành', 'Issued'),
  documentType: words('Loại văn bản', 'Type'),
  title: words('Trích yếu', 'Title'),
  theme: words('Chủ đề', 'Theme'),
  year: words('Năm', 'Year'),
  province: words('Tỉnh', 'Province'),
  issuer: words('Cơ quan ban hành', 'Issuer'),
  coIssuers: words('Cơ quan cùng ban hành', 'Co-issuers'),
  signer: words('Người ký', 'Signer'),
  coSigners: words('Người cùng ký', 'Co-signers'),
  addressees: words('Kính gửi', 'To'),
  distribution: words('Nơi nhận', 'Distribution'),
  value: words('giá trị', 'value'),
  comparator: words('cách so', 'comparator'),
  text: words('lời văn', 'words'),
  name: words('tên', 'name'),
  scope: words('phạm vi', 'scope'),
  unit: words('đơn vị', 'unit'),
  definition: words('định nghĩa', 'definition'),
  change: words('mức hay mức thay đổi', 'level or change'),
  start: words('bắt đầu', 'start'),
  end: words('kết thúc', 'end'),
  label: words('tên', 'label'),
  focus: words('trọng tâm', 'focus'),
  date: words('ngày', 'date'),
  what: words('việc', 'duty'),
  who: words('đơn vị', 'who'),
  recurrence: words('định kỳ', 'recurrence'),
  role: words('vai trò', 'role'),
  tasks: words('nhiệm vụ', 'tasks'),
}

export const DIRECTIONS: Readonly<Record<string, Words>> = {
  better: words('tốt hơn', 'better'),
  worse: words('kém hơn', 'worse'),
  neither: words('–', '–'),
}

export const DOUBTS: Readonly<Record<string, Words>> = {
  ocr: words('chữ nhận dạng không chắc, hãy xem trang gốc', 'recognised words are not sure: see the page'),
  'unit-implied': words('không in đơn vị', 'no unit is printed'),
  'two-values': words('một kế hoạch ghi hai giá trị', 'one plan states two values'),
  'weak-code': words('mã chỉ tiêu chưa chắc', 'the catalogue code is not sure'),
  edition: words('chỉ một bên ghi giai đoạn của bộ tiêu chí', 'only one side names the period of its criteria'),
}

export const REASONS: Readonly<Record<string, Words>> = {
  scope: words('khác phạm vi', 'another scope'),
  unit: words('khác đơn vị', 'another unit'),
  change: words('mức thay đổi', 'a change, no level'),
  text: words('bằng lời', 'words'),
  'two-values': words('hai giá trị', 'two values'),
  parts: words('từng tỉnh cũ', 'old provinces'),
  definition: words('khác định nghĩa', 'another definition'),
}

export const LABELS = {
  diff: words('So sánh hai kế hoạch', 'Two plans compared'),
  before: words('Trước', 'Before'),
  after: words('Sau', 'After'),
  header: words('Thể thức', 'Header'),
  preamble: words('Phần mở đầu', 'Preamble'),
  sections: words('Các mục', 'Sections'),
  indicators: words('Chỉ tiêu', 'Indicators'),
  indicator: words('Chỉ tiêu', 'Indicator'),
  legalReferences: words('Văn bản viện dẫn', 'Legal references'),
  phases: words('Các đợt, giai đoạn', 'Phases'),
  deadlines: words('Thời hạn', 'Deadlines'),
  assignments: words('Phân công', 'Assignments'),
  copied: words('Đoạn giống nguyên văn', 'Passages word for word'),
  sources: words('Nguyên văn', 'Source words'),
  none: words('Không có thay đổi nào.', 'There are no changes.'),
  onlyYears: words('chỉ đổi năm', 'years only'),
  difference: words('Chênh lệch', 'Difference'),
  direction: words('Chiều', 'Direction'),
  note: words('Ghi chú', 'Note'),
  redefined: words('đổi cách tính, không so được', 'redefined, does not compare'),
  converted: words('quy đổi', 'converted'),
  registry: words('theo danh mục văn bản', 'by the register of acts'),
  byTitle: words('cùng cơ quan, loại và trích yếu', 'same issuer, type and title'),
  words: words('từ', 'words'),
  matrix: words('Chỉ tiêu của các tỉnh năm', 'Targets of the provinces,'),
  series: words('Chỉ tiêu qua các năm:', 'Targets over the years:'),
  notStated: words('không nêu', 'not stated'),
  noPlan: words('chưa có kế hoạch', 'no plan'),
  notComparable: words('không so được', 'not comparable'),
  sum: words('tổng', 'sum'),
  rank: words('hạng', 'rank'),
  median: words('Trung vị', 'Median'),
  spread: words('Thấp – cao', 'Low – high'),
  previous: words('năm trước đạt', 'reached the year before'),
  national: words('Mục tiêu quốc gia', 'National target'),
  ofNational: words('so mục tiêu quốc gia', 'to the national target'),
  atNational: words('đạt mục tiêu quốc gia', 'national target reached'),
  doubtful: words('chỉ tiêu dựa trên số liệu cần xem lại', 'values that a person should check'),
  ignored: words('Kế hoạch không tính đến', 'Plans that do not count'),
  cascade: words('Kế hoạch nào thực hiện kế hoạch nào', 'Which plan implements which'),
  implements: words('thực hiện', 'implements'),
  upper: words('Cấp trên giao', 'Upper plan'),
  lower: words('Cấp dưới đặt', 'Lower plan'),
  noLinks: words('Không kế hoạch nào viện dẫn kế hoạch khác trong thư mục.', 'No plan cites another of this folder.'),
  page: words('tr.', 'p.'),
  today: words('theo tỉnh hiện nay', 'provinces of today'),
} as const satisfies Record<string, Words>

export const IGNORED: Readonly<Record<string, Words>> = {
  'no-year': words('không rõ năm', 'no year'),
  'no-province': words('không rõ tỉnh', 'no province'),
  level: words('của huyện hoặc bệnh viện (thêm --all-levels)', 'of a district or hospital (add --all-levels)'),
}

export const TARGETS: Readonly<Record<string, Words>> = {
  raised: words('nâng', 'raised'),
  lowered: words('hạ', 'lowered'),
  kept: words('giữ', 'kept'),
  changed: words('đổi', 'changed'),
  dropped: words('bỏ', 'dropped'),
  added: words('thêm', 'added'),
}
