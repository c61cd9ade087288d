// Numbers of sections that do not go on from the one before.
//
//   "1. Nâng cao chất lượng khám bệnh. ¶ 3. Giữ vững kết quả tiêm chủng." => 3    "1. Nâng cao. ¶ 2. Giữ vững." => none
import { type Rule, said } from './rule.ts'

export const numbering: Rule = {
  id: 'numbering',
  severity: 'warning',
  about: { vi: 'Số mục không nối tiếp số trước.', en: 'A section number does not follow the one before.' },
  find: (plan) => [
    ...said(plan, 'sections/number-odd'),
    // What stands before the first number may only have been read as something else.
    ...said(plan, 'sections/number-start').map((odd) => ({ ...odd, severity: 'info' as const })),
  ],
}
