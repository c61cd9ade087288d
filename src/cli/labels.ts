// Names of what a plan holds, as the pages of the terminal call them.
import type { DateMention, SectionRole } from '../model/plan.ts'
import type { Words } from './language.ts'

export const LABELS = {
  number: { vi: 'Số', en: 'Number' },
  issuedOn: { vi: 'Ban hành', en: 'Issued' },
  issuer: { vi: 'Cơ quan', en: 'Issuer' },
  province: { vi: 'Tỉnh', en: 'Province' },
  year: { vi: 'Năm', en: 'Year' },
  theme: { vi: 'Chủ đề', en: 'Theme' },
  addressees: { vi: 'Kính gửi', en: 'To' },
  signer: { vi: 'Người ký', en: 'Signer' },
  distribution: { vi: 'Nơi nhận', en: 'Distribution' },
  file: { vi: 'Tệp', en: 'File' },
  sections: { vi: 'Các mục', en: 'Sections' },
  indicators: { vi: 'Chỉ tiêu', en: 'Indicators' },
  references: { vi: 'Văn bản viện dẫn', en: 'Legal references' },
  dates: { vi: 'Ngày tháng', en: 'Dates' },
  phases: { vi: 'Các đợt, giai đoạn', en: 'Phases' },
  deadlines: { vi: 'Thời hạn', en: 'Deadlines' },
  assignments: { vi: 'Phân công', en: 'Assignments' },
  messages: { vi: 'Lưu ý', en: 'Messages' },
  page: { vi: 'tr. ', en: 'p. ' },
  today: { vi: 'nay là', en: 'now' },
  untitled: { vi: '(không có trích yếu)', en: '(no title)' },
  increase: { vi: 'tăng ', en: 'up ' },
  decrease: { vi: 'giảm ', en: 'down ' },
  implied: { vi: 'suy ra', en: 'implied' },
  lead: { vi: 'chủ trì', en: 'lead' },
  support: { vi: 'phối hợp', en: 'support' },
} as const satisfies Record<string, Words>

export const SECTION_ROLES: Readonly<Record<SectionRole, Words>> = {
  purpose: { vi: 'mục đích', en: 'purpose' },
  requirements: { vi: 'yêu cầu', en: 'requirements' },
  targets: { vi: 'chỉ tiêu', en: 'targets' },
  content: { vi: 'nội dung', en: 'content' },
  solutions: { vi: 'giải pháp', en: 'solutions' },
  schedule: { vi: 'thời gian', en: 'schedule' },
  subjects: { vi: 'đối tượng', en: 'subjects' },
  rewards: { vi: 'khen thưởng', en: 'rewards' },
  organization: { vi: 'tổ chức', en: 'organization' },
  assignment: { vi: 'phân công', en: 'assignment' },
  funding: { vi: 'kinh phí', en: 'funding' },
}

export const DATE_ROLES: Readonly<Record<DateMention['role'], Words>> = {
  issued: { vi: 'ngày ban hành', en: 'issued' },
  legal: { vi: 'ngày văn bản viện dẫn', en: 'of a cited act' },
  phase: { vi: 'đợt, giai đoạn', en: 'phase' },
  deadline: { vi: 'thời hạn', en: 'deadline' },
  anniversary: { vi: 'ngày kỷ niệm', en: 'anniversary' },
  other: { vi: 'khác', en: 'other' },
}
