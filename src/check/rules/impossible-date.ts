// Days that no calendar has.
//
//   "Báo cáo gửi trước ngày 31/6/2024." => ngày 31/6/2024    "Báo cáo gửi trước ngày 30/6/2024." => none
import { type Rule, said } from './rule.ts'

export const impossibleDate: Rule = {
  id: 'impossible-date',
  severity: 'warning',
  about: { vi: 'Ngày không có thật.', en: 'A day that does not exist.' },
  find: (plan) => said(plan, 'dates/impossible'),
}
