// Acts cited as valid that had been replaced before the plan was issued, as far as the catalogue knows.
//
//   "- Thực hiện Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ." => Nghị định số 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ
//   "- Thực hiện Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ." => none
import { issueDay } from './issue-day.ts'
import { citedRanges } from './ranges.ts'
import type { Odd, Rule } from './rule.ts'

export const actNotInForce: Rule = {
  id: 'act-not-in-force',
  severity: 'warning',
  about: {
    vi: 'Văn bản viện dẫn đã hết hiệu lực vào ngày ban hành.',
    en: 'A cited act was no longer in force on the day of issue.',
  },
  find(plan, { registry }) {
    const issued = issueDay(plan)
    if (!issued) return []
    const cited = citedRanges(plan)
    return plan.legalReferences.flatMap(({ key, number, act: known, mentions }): Odd[] => {
      const act = registry.byKey(number ?? known?.key ?? key)
      // An act that is still to come into force may well be what the plan prepares for.
      if (!act || act.to === null || act.to >= issued.day) return []
      const { replacement } = registry.on(act, issued.day)
      // “…/NĐ-CP thay thế Nghị định số …”, and acts in the titles of others: not what this plan goes by.
      const own = mentions.find(
        ({ role, span }) =>
          role !== 'replace' && role !== 'amend' && !cited.some(({ start, end }) => start < span.start && end >= span.end),
      )
      if (!own) return []
      const basis = issued.basis === 'implied'
      return [
        {
          span: own.span,
          text: {
            vi: `${act.key} hết hiệu lực từ sau ngày ${act.to}${replacement ? `, thay bằng ${replacement.key}` : ''}; văn bản này ban hành ${basis ? 'không trước' : ''} ${issued.day}${basis ? ' (suy từ văn bản viện dẫn mới nhất)' : ''}; độ tin cậy của danh mục: ${act.confidence}.`.replace(
              / {2,}/g,
              ' ',
            ),
            en: `${act.key} was in force until ${act.to}${replacement ? `, then ${replacement.key}` : ''}; this document is of ${issued.day}${basis ? ' or later (implied by the latest act that it cites)' : ''}; confidence of the catalogue: ${act.confidence}.`,
          },
        },
      ]
    })
  },
}
