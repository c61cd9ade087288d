// Totals and computed columns that do not add up; which cells add up is told when the table is read.
//
//   "TT | Đơn vị | Giường | Bác sĩ | Dược sĩ ⏎ 1 | Huyện A | 10 | 12 | 5 ⏎ 2 | Huyện B | 20 | 13 | 6 ⏎ 3 | Huyện C | 30 | 14 | 7 ⏎ | Tổng cộng | 60 | 39 | 19" => 19
import { type Rule, said } from './rule.ts'

export const total: Rule = {
  id: 'total',
  severity: 'warning',
  about: { vi: 'Số tổng hoặc phép tính trong bảng không khớp.', en: 'A total or a computed figure of a table does not add up.' },
  find: (plan) => said(plan, 'check/total', 'check/row-arithmetic'),
}
