// Targets above 100 per cent.
//
//   "- Có trên 100% đơn vị đạt loại tốt." => trên 100%    "- Có 100% đơn vị đạt loại tốt." => none
import { type Rule, said } from './rule.ts'

export const aboveHundred: Rule = {
  id: 'above-100',
  severity: 'warning',
  about: { vi: 'Chỉ tiêu trên 100 %.', en: 'A target above 100 per cent.' },
  find: (plan) => said(plan, 'indicators/above-100'),
}
