// Deadlines, and ends of phases, that lie before the day of issue.
//
//   "Các đơn vị gửi kế hoạch về Sở Y tế trước ngày 10/01/2024." => Các đơn vị gửi kế hoạch về Sở Y tế trước ngày 10/01/2024
//   "Các đơn vị gửi kế hoạch về Sở Y tế trước ngày 10/03/2024." => none
import { issueDay, lastDay } from './issue-day.ts'
import type { Odd, Rule } from './rule.ts'

export const beforeIssue: Rule = {
  id: 'before-issue',
  severity: 'warning',
  about: { vi: 'Hạn hoặc đợt kết thúc trước ngày ban hành.', en: 'A deadline, or the end of a phase, before the day of issue.' },
  find(plan) {
    const issued = issueDay(plan)
    if (!issued) return []
    const dues = [
      ...plan.deadlines.filter(({ recurrence }) => recurrence === null).map(({ date, raw, span }) => ({ end: date, raw, span })),
      ...plan.phases.map(({ start, end, raw, span }) => ({ end: end ?? start, raw, span })),
    ]
    return dues.flatMap(({ end, raw, span }): Odd[] =>
      end === null || !/^\d{4}/.test(end) || lastDay(end) >= issued.day
        ? []
        : [
            {
              span,
              text: {
                vi: `“${raw}” (${end}) trước ngày ban hành ${issued.day}${issued.basis === 'implied' ? ' (suy ra)' : ''}.`,
                en: `“${raw}” (${end}) lies before the day of issue, ${issued.day}${issued.basis === 'implied' ? ' (implied)' : ''}.`,
              },
            },
          ],
    )
  },
}
