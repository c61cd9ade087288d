// One indicator with two targets for the same year: a table against another, against the prose, against an annex.
//
//   "- Tỷ lệ bao phủ bảo hiểm y tế đạt 95%. ¶ II. CHỈ TIÊU ¶ - Tỷ lệ bao phủ bảo hiểm y tế đạt 93%." => 93%
//   "- Tỷ lệ bao phủ bảo hiểm y tế đạt 95%. ¶ II. CHỈ TIÊU ¶ - Tỷ lệ bao phủ bảo hiểm y tế đạt 95%." => none
//   "- Tỷ lệ bao phủ bảo hiểm y tế đạt 95%. ¶ II. CHỈ TIÊU ¶ - Tỷ lệ bao phủ bảo hiểm y tế đạt trên 93%." => none
import type { Indicator, Plan } from '../../model/plan.ts'
import { nameKey } from '../../text/fold.ts'
import { pastRanges } from './ranges.ts'
import type { Odd, Rule } from './rule.ts'

export const twoValues: Rule = {
  id: 'two-values',
  severity: 'warning',
  about: { vi: 'Một chỉ tiêu có hai giá trị khác nhau.', en: 'One indicator with two different values.' },
  find(plan, { units }) {
    const seen = new Map<string, Indicator[]>()
    const odd: Odd[] = []
    const past = pastRanges(plan.sections)
    for (const indicator of plan.indicators) {
      const { start } = indicator.span
      if (past.some((range) => range.start <= start && start < range.end)) continue
      if (indicator.value === null || indicator.parentId !== null || indicator.change !== null) continue
      const key = `${keyOf(indicator)}\t${indicator.year}`
      const before = seen.get(key) ?? []
      seen.set(key, [...before, indicator])
      // Of a third, only what the last but one said.
      const other = before.at(-1)
      if (!other || sameList(indicator, other, plan)) continue
      const [a, b] = [indicator.unitCode ?? other.unitCode, other.unitCode ?? indicator.unitCode]
      const value = a === b || a === null || b === null ? other.value! : units.convert(other.value!, b, a)
      if (value === null || (a !== b && (a === null || b === null)) || agree(indicator, { ...other, value })) continue
      odd.push({
        span: indicator.span,
        text: {
          vi: `“${indicator.name}”: “${indicator.raw}” ở đây, “${other.raw}” ở mục ${other.sectionId ?? '?'}.`,
          en: `“${indicator.name}”: “${indicator.raw}” here, “${other.raw}” in section ${other.sectionId ?? '?'}.`,
        },
      })
    }
    return odd
  },
}

/** By the whole name; the code only says so where nothing but a known name was read. */
function keyOf({ name, code, codeMatch, scope }: Indicator): string {
  const isSure = code !== null && codeMatch?.basis === 'alias' && codeMatch.confidence === 1 && scope === null
  return isSure ? code : nameKey(name)
}

/** Rows of one table, or targets of one list: each is for another unit, group or part of the year. */
function sameList(a: Indicator, b: Indicator, { tables }: Plan): boolean {
  if (a.cell && b.cell) {
    const [x, y] = [a, b].map(({ cell }) => tables.find(({ id }) => id === cell!.tableId)!)
    return x === y || a.group !== b.group || x!.caption !== y!.caption
  }
  return a.cell === null && b.cell === null && a.sectionId === b.sectionId
}

/** “≥ 93” and “95” can both be true. */
function agree(a: Indicator, b: Indicator): boolean {
  if (a.value === b.value && a.valueMax === b.valueMax) return true
  if (a.comparator === b.comparator && a.comparator !== 'range') return false
  return within(a, b) || within(b, a)
}

function within({ value }: Indicator, { comparator, value: bound, valueMax }: Indicator): boolean {
  if (comparator === '>=' || comparator === '>') return value! >= bound!
  if (comparator === '<=' || comparator === '<') return value! <= bound!
  return comparator === 'range' && value! >= bound! && value! <= (valueMax ?? bound!)
}
