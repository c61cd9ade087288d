// Numbers and days of issue that are left blank, as drafts have them.
import { type Rule, said } from './rule.ts'

export const blankNumber: Rule = {
  id: 'blank-number',
  severity: 'info',
  about: { vi: 'Số của văn bản để trống.', en: "The document's number is blank." },
  find: (plan) => said(plan, 'header/number-blank', 'header/number-unreadable'),
}

export const blankDate: Rule = {
  id: 'blank-date',
  severity: 'info',
  about: { vi: 'Ngày ban hành để trống.', en: 'The issue date is not complete.' },
  find: (plan) => said(plan, 'header/date-blank', 'header/date-unreadable'),
}
