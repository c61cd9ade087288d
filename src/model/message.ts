// The catalogue of messages: what a person should look at (warning) or what the program assumed (info).
import type { Range } from './document.ts'

export type Severity = 'info' | 'warning'

type Sentence = { severity: Severity; vi: string; en: string }

/** Each id is `<file that sends it>/<what>`; {name} stands for a value given to `report`. */
const CATALOGUE = {
  'read/empty-page': {
    severity: 'warning',
    vi: 'Trang {page} không có chữ đọc được ({reason}).',
    en: 'Page {page} has no readable text ({reason}).',
  },
  'read/encoding-guessed': {
    severity: 'info',
    vi: 'Văn bản được đọc theo bảng mã {encoding}.',
    en: 'The bytes were read as {encoding}.',
  },
  'read/bytes-unreadable': {
    severity: 'warning',
    vi: '{count} ký tự không đúng bảng mã {encoding}, không đọc được.',
    en: '{count} characters are not valid in {encoding} and could not be read.',
  },
  'read/legacy-words': {
    severity: 'info',
    vi: '{count} chữ gõ theo bảng mã {encoding} được đổi sang Unicode: {samples}.',
    en: '{count} words typed in {encoding} were turned into Unicode: {samples}.',
  },
  'read/legacy-doubtful': {
    severity: 'warning',
    vi: '{count} chữ đổi từ bảng mã cũ không thành âm tiết tiếng Việt: {samples}.',
    en: '{count} words turned from an old encoding are no Vietnamese syllables: {samples}.',
  },
  'read/letters-lost': {
    severity: 'warning',
    vi: 'Văn bản TCVN3 đã mất chữ ư; {count} chữ được khôi phục ({samples}), các chữ khác có thể còn thiếu.',
    en: 'The TCVN3 text has lost its letter ư; it was put back in {count} words ({samples}), others may still lack it.',
  },
  'read/ignored': {
    severity: 'info',
    vi: 'Bỏ qua {what}.',
    en: 'Left out on purpose: {what}.',
  },
  'read/unknown-element': {
    severity: 'warning',
    vi: 'Không đọc được phần {what}.',
    en: 'Not read: {what}.',
  },
  'read/ocr-repaired': {
    severity: 'info',
    vi: 'Trang {pages}: chữ nhận dạng là “{before}” được đọc là “{after}”.',
    en: 'Page {pages}: what was recognised as “{before}” is read as “{after}”.',
  },
  'read/cut-off': {
    severity: 'warning',
    vi: 'Tệp bị cắt giữa chừng: phần cuối không còn.',
    en: 'The file is cut off: its end is missing.',
  },
  'read/table-aligned': {
    severity: 'info',
    vi: 'Ở trang {page} có bảng không kẻ đủ ô, được nhận theo các cột thẳng hàng.',
    en: 'Page {page} has a table without full ruling; its cells were told by the alignment of its columns.',
  },
  'read/table-unsure': {
    severity: 'warning',
    vi: 'Ở trang {page}, các cột chữ từ “{words}” trở đi có thể là bảng nhưng không chắc cách chia hàng; giữ nguyên từng dòng.',
    en: 'Page {page}: the columns of words from “{words}” on may be a table, but its rows are not sure; they stay lines.',
  },
  'read/row-joined': {
    severity: 'info',
    vi: 'Hàng bị ngắt ở cuối trang {page} được nối với phần tiếp theo.',
    en: 'A row cut at the foot of page {page} was joined with its rest.',
  },
  'read/changes-accepted': {
    severity: 'info',
    vi: 'Văn bản còn dấu theo dõi chỉnh sửa; đọc như đã chấp nhận mọi chỉnh sửa.',
    en: 'The document holds tracked changes; it is read with all of them accepted.',
  },
  'read/pictures': {
    severity: 'info',
    vi: 'Không đọc chữ trong {count} hình ảnh.',
    en: 'Pictures whose words were not read: {count}.',
  },
  'read/page-pictures': {
    severity: 'warning',
    vi: 'Không đọc chữ trong {count} hình ảnh cỡ trang giấy (có thể là ảnh quét).',
    en: 'Pictures as large as a page, perhaps scans, whose words were not read: {count}.',
  },
  'read/pictures-recognised': {
    severity: 'info',
    vi: 'Chữ trong {count} hình ảnh cỡ trang giấy được nhận dạng; số trang là số thứ tự của các hình ấy.',
    en: 'The words of {count} pictures as large as a page were recognised; page numbers count these pictures.',
  },
  'header/number-blank': {
    severity: 'info',
    vi: 'Số của văn bản để trống: “{printed}”.',
    en: "The document's number is blank: “{printed}”.",
  },
  'header/date-blank': {
    severity: 'info',
    vi: 'Ngày ban hành để trống: “{printed}”.',
    en: 'The issue date is not complete: “{printed}”.',
  },
  'header/number-unreadable': {
    severity: 'warning',
    vi: 'Không đọc được số của văn bản trên ảnh (có thể viết tay): “{printed}”.',
    en: "The document's number cannot be read on its image, perhaps it is written by hand: “{printed}”.",
  },
  'header/date-unreadable': {
    severity: 'warning',
    vi: 'Không đọc được hết ngày ban hành trên ảnh (có thể viết tay): “{printed}”.',
    en: 'The issue date cannot all be read on its image, perhaps it is written by hand: “{printed}”.',
  },
  'header/type-missing': {
    severity: 'warning',
    vi: 'Không tìm thấy tên loại văn bản.',
    en: 'No document type was found.',
  },
  'header/province-unknown': {
    severity: 'warning',
    vi: 'Không xác định được tỉnh ban hành.',
    en: 'The province could not be told.',
  },
  'header/year-implied': {
    severity: 'info',
    vi: 'Tên văn bản không ghi năm; lấy năm ban hành {year}.',
    en: 'The title names no year; the year of issue {year} is taken.',
  },
  'header/issuer-implied': {
    severity: 'info',
    vi: 'Không thấy cơ quan ban hành ở đầu văn bản; suy từ “{printed}”.',
    en: 'The letterhead names no issuer; read from “{printed}”.',
  },
  'documents/another': {
    severity: 'warning',
    vi: 'Tệp còn chứa một văn bản nữa (“{printed}”): header là của văn bản đầu; các mục của văn bản sau được giữ.',
    en: 'The file holds one more document (“{printed}”): the header is that of the first one; the sections of the other are kept.',
  },
  'sections/number-start': {
    severity: 'warning',
    vi: 'Dãy số mục bắt đầu bằng “{number}”.',
    en: 'A list of sections begins with number “{number}”.',
  },
  'sections/number-odd': {
    severity: 'warning',
    vi: 'Số mục “{number}” không nối tiếp “{before}”.',
    en: 'Section number “{number}” does not follow “{before}”.',
  },
  'assemble/number-unsure': {
    severity: 'warning',
    vi: 'Số “{printed}” được nhận dạng từ ảnh với độ tin cậy {percent} %: hãy đối chiếu với trang gốc.',
    en: 'The number “{printed}” was recognised with a confidence of {percent} %: check it against the page.',
  },
  'check/row-arithmetic': {
    severity: 'warning',
    vi: 'Hàng của số “{printed}” không khớp phép tính {formula}: in “{result}”, tính ra {computed}{offer}.',
    en: 'The row of “{printed}” does not fit {formula}: it prints “{result}”, computed {computed}{offer}.',
  },
  'check/total': {
    severity: 'warning',
    vi: 'Số tổng “{printed}” khác tổng các hàng của nó ({computed}){offer}.',
    en: 'The total “{printed}” is not the sum of its rows ({computed}){offer}.',
  },
  'check/cell-not-number': {
    severity: 'warning',
    vi: 'Ô “{printed}” không phải là số, trong một cột toàn số.',
    en: 'The cell “{printed}” is no number in a column of numbers.',
  },
  'check/cell-size': {
    severity: 'warning',
    vi: 'Số “{printed}” khác hẳn các số bên cạnh, có thể sai dấu phẩy hoặc dấu chấm{offer}.',
    en: 'The number “{printed}” is unlike those beside it; a comma or dot may be wrong{offer}.',
  },
  'check/leftover-year': {
    severity: 'warning',
    vi: '“… {words}”: kế hoạch này của năm {year}.',
    en: '“… {words}”: this plan is for {year}.',
  },
  'check/annex-missing': {
    severity: 'info',
    vi: '“{printed}” không có trong tệp này.',
    en: '“{printed}” is not in this file.',
  },
  'indicators/above-100': {
    severity: 'warning',
    vi: 'Chỉ tiêu trên 100 %: “{printed}”.',
    en: 'A target above 100 %: “{printed}”.',
  },
  'indicators/year-implied': {
    severity: 'info',
    vi: '{count} chỉ tiêu không ghi năm; lấy năm của kế hoạch ({year}).',
    en: '{count} indicators name no year; the plan’s year ({year}) is taken.',
  },
  'tables/no-target': {
    severity: 'info',
    vi: 'Bảng {table} không được đọc thành chỉ tiêu: {why}.',
    en: 'Table {table} was not read as indicators: {why}.',
  },
  'dates/impossible': {
    severity: 'warning',
    vi: 'Ngày không có thật: “{printed}”.',
    en: 'There is no such day: “{printed}”.',
  },
} as const satisfies Record<string, Sentence>

export type MessageCode = keyof typeof CATALOGUE

export type Message = {
  code: MessageCode
  severity: Severity
  text: { vi: string; en: string }
  /** The words it speaks of, or null where it speaks of the whole document. */
  range: Range | null
}

/** What may stand for a {name}: words of the document, a number, or words in both languages. */
export type MessageValue = string | number | { vi: string; en: string }

/** Builds a message; every {name} of its sentence must be among `values`. */
export function report(code: MessageCode, range: Range | null, values: Readonly<Record<string, MessageValue>> = {}): Message {
  const { severity, vi, en } = CATALOGUE[code]
  const fill = (sentence: string, language: 'vi' | 'en') =>
    sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name] ?? hole
      return typeof value === 'object' ? value[language] : String(value)
    })
  return { code, severity, text: { vi: fill(vi, 'vi'), en: fill(en, 'en') }, range }
}

export const MESSAGE_CODES = Object.keys(CATALOGUE) as MessageCode[]
