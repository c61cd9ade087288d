// Numbered phases of one campaign that overlap, or end before they begin.
//
//   "III. THỜI GIAN ¶ - Đợt 1: từ ngày 01/01/2024 đến ngày 30/6/2024 ¶ - Đợt 2: từ ngày 01/6/2024 đến ngày 30/11/2024" => Đợt 2: từ ngày 01/6/2024 đến ngày 30/11/2024
//   "III. THỜI GIAN ¶ - Đợt 1: từ ngày 01/01/2024 đến ngày 30/6/2024 ¶ - Đợt 2: từ ngày 01/7/2024 đến ngày 30/11/2024" => none
import type { Phase } from '../../model/plan.ts'
import { nameKey } from '../../text/fold.ts'
import { firstDay, lastDay } from './issue-day.ts'
import type { Odd, Rule } from './rule.ts'

const NUMBERED = /^(?<kind>đợt|giai đoạn)(?: thi đua)? (?:thứ )?(?:\d+|[ivx]+|nhất|hai|ba|tư|năm)(?!\p{L})/u

export const phasesOverlap: Rule = {
  id: 'phases-overlap',
  severity: 'warning',
  about: {
    vi: 'Các đợt trùng thời gian, hoặc kết thúc trước khi bắt đầu.',
    en: 'Phases that overlap, or end before they begin.',
  },
  find({ phases }) {
    const lastOf = new Map<string, Phase>()
    return phases.flatMap((phase): Odd[] => {
      const { label, start, end, raw, span } = phase
      if (start && end && lastDay(end) < firstDay(start))
        return [{ span, text: { vi: `“${raw}”: kết thúc trước khi bắt đầu.`, en: `“${raw}” ends before it begins.` } }]
      const kind = NUMBERED.exec(nameKey(label))?.groups?.kind
      const before = kind ? lastOf.get(kind) : undefined
      if (kind) lastOf.set(kind, phase)
      if (!before?.end || !start || nameKey(before.label) === nameKey(label) || firstDay(start) < firstDay(before.start ?? start))
        return []
      // “Đến tháng 6” and “từ tháng 6” share a month, “đến ngày 30/6” and “từ ngày 30/6” a day: meant to go on.
      const isWithin = firstDay(start) < lastDay(before.end) && !before.end.startsWith(start) && !start.startsWith(before.end)
      return isWithin
        ? [{ span, text: { vi: `“${raw}” trùng với “${before.raw}”.`, en: `“${raw}” overlaps with “${before.raw}”.` } }]
        : []
    })
  },
}
