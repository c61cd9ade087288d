// What the page of a plan says besides the words of the plan.
import type { Indicator, SeriesCell } from '../../model/plan.ts'

export const WORDS = {
  vi: {
    outline: 'Mục lục',
    text: 'Toàn văn',
    untitled: '(không có trích yếu)',
    number: 'Số',
    issuedOn: 'Ngày ban hành',
    issuer: 'Cơ quan ban hành',
    province: 'Tỉnh',
    today: 'nay là',
    year: 'Năm',
    theme: 'Chủ đề',
    addressees: 'Kính gửi',
    distribution: 'Nơi nhận',
    signer: 'Người ký',
    file: 'Tệp gốc',
    indicators: 'Chỉ tiêu',
    name: 'Chỉ tiêu',
    target: 'Mục tiêu',
    unit: 'Đơn vị',
    before: 'Các giá trị khác',
    code: 'Mã',
    section: 'Mục',
    page: 'tr.',
    implied: 'suy ra',
    references: 'Văn bản viện dẫn',
    act: 'Văn bản',
    mentions: 'Nơi nêu',
    outOfForce: 'hết hiệu lực khi ban hành',
    replacedBy: 'thay bằng',
    dates: 'Ngày tháng',
    date: 'Ngày',
    printed: 'Nguyên văn',
    deadlines: 'Thời hạn',
    duty: 'Việc',
    who: 'Đơn vị',
    to: 'Gửi',
    phases: 'Các đợt, giai đoạn',
    phase: 'Đợt, giai đoạn',
    focus: 'Nội dung',
    assignments: 'Phân công',
    lead: 'chủ trì',
    support: 'phối hợp',
    tasks: 'Nhiệm vụ',
    messages: 'Lưu ý',
    warning: 'cần xem lại',
    info: 'ghi nhận',
    increase: 'tăng',
    decrease: 'giảm',
    top: 'Về đầu trang',
    made: 'Đọc tự động từ tệp gốc bằng kehoach; mỗi giá trị dẫn về lời văn của nó.',
  },
  en: {
    outline: 'Contents',
    text: 'Full text',
    untitled: '(no title)',
    number: 'Number',
    issuedOn: 'Issued',
    issuer: 'Issuer',
    province: 'Province',
    today: 'now',
    year: 'Year',
    theme: 'Theme',
    addressees: 'To',
    distribution: 'Distribution',
    signer: 'Signer',
    file: 'Source file',
    indicators: 'Indicators',
    name: 'Indicator',
    target: 'Target',
    unit: 'Unit',
    before: 'Other values',
    code: 'Code',
    section: 'Section',
    page: 'p.',
    implied: 'implied',
    references: 'Legal references',
    act: 'Act',
    mentions: 'Mentioned',
    outOfForce: 'not in force on the day of issue',
    replacedBy: 'replaced by',
    dates: 'Dates',
    date: 'Date',
    printed: 'Printed',
    deadlines: 'Deadlines',
    duty: 'Duty',
    who: 'By',
    to: 'To',
    phases: 'Phases',
    phase: 'Phase',
    focus: 'About',
    assignments: 'Assignments',
    lead: 'lead',
    support: 'support',
    tasks: 'Tasks',
    messages: 'Messages',
    warning: 'to be looked at',
    info: 'noted',
    increase: 'up',
    decrease: 'down',
    top: 'Back to the top',
    made: 'Read from the source file by kehoach; each value leads back to its words.',
  },
} as const

export type PageWords = (typeof WORDS)['vi' | 'en']

export const SIGNS: Readonly<Record<Indicator['comparator'], string>> = {
  '=': '',
  '>=': '≥ ',
  '<=': '≤ ',
  '>': '> ',
  '<': '< ',
  range: '',
  text: '',
}

export type Amount = Pick<SeriesCell, 'comparator' | 'value' | 'valueMax' | 'valueText'>

/** A date in EDTF as people write it; what is not known stays open. */
export function dateIn(language: 'vi' | 'en', edtf: string | null): string {
  if (edtf === null || language === 'en') return (edtf ?? '').replace('/', ' – ')
  const one = (date: string) => {
    const parts = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/.exec(date)
    if (!parts) return date
    const known = parts
      .slice(1)
      .filter((part) => part !== undefined)
      .reverse()
    return known.map((part) => (part.includes('X') ? '…' : part)).join('/')
  }
  return edtf.split('/').map(one).join(' – ')
}
