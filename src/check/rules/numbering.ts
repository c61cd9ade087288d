// Numbers of sections that do not go on from the one before.
//
//   "1. Nâng cao chất lượng khám bệnh. ¶ 3. Giữ vững kết quả tiêm chủng." => 3    "1. Nâng cao. ¶ 2. Giữ vững." => none
import type { Plan } from '../../model/plan.ts'
import { isRecognised, type Odd, type Rule, said } from './rule.ts'

const NOTE = { severity: 'info' } as const

export const numbering: Rule = {
  id: 'numbering',
  severity: 'warning',
  about: { vi: 'Số mục không nối tiếp số trước.', en: 'A section number does not follow the one before.' },
  find: (plan) =>
    [
      ...said(plan, 'sections/number-odd').map((odd) => ({ ...odd, ...(isRecognised(plan) && NOTE) })),
      // What stands before the first number may only have been read as something else.
      ...said(plan, 'sections/number-start').map((odd) => ({ ...odd, ...NOTE })),
    ].filter((odd) => !isInForm(odd, plan)),
}

/** The questions of a blank form stand in columns, and refer to each other; their numbers are no sections. */
function isInForm({ span }: Odd, { sections }: Plan): boolean {
  const around = sections.find((section) => span && section.span.start <= span.start && span.start < section.span.end)
  return /^(?:biểu )?mẫu (?:số )?\d/iu.test(around?.number ?? '')
}
