// Numbers that are the base of a rate, the grade of a scale or a measure of size: told apart from counts.
// “bác sĩ trên 1 vạn dân” has the base of a rate, “trên 3,5 điểm” a grade, “tăng 04 bậc” a rank, “35 tỷ đồng” money.
import { matchOf, type Term } from '../../../text/phrases.ts'
import { hasMeasure } from './wording.ts'

export type Kind = 'count' | 'grade' | 'rank' | 'money' | 'size'

/** Units written right at the number: 168,5cm. */
export const GLUED = 'cm|mm|kg|km|ml|m2|m²'
/** A score out of a full one: 4,1/5. */
export const SCALE = String.raw`/(?:5|10|100)(?:[.,]0)?`

/** Patterns of the words behind a number, by the kind of thing that they make it measure. */
const KINDS: readonly (readonly [Kind, string])[] = [
  ['grade', '^[<unit>#Score] (#Sign|#Stop|so|vào|năm|thì|phải|đến)'],
  ['grade', '^[<unit>#Score$]'],
  ['rank', '^[<unit>#Rank]'],
  ['money', '^[<unit>#Money]'],
  ['money', '^[<unit>(triệu|tỷ|tỉ)] #Sign'],
  ['money', '^[<unit>(triệu|tỷ|tỉ)$]'],
  ['size', '^[<unit>(#Size|triệu|tỷ|nghìn)]'],
]

const MEASURING = ['Size', 'Money', 'Score', 'Rank', 'Power']

/** What kind of thing a number without a sign measures, and its unit, by the terms behind it; null for a plain count. */
export function measured(after: readonly Term[]): { kind: Kind; unit: string } | null {
  if (!MEASURING.some((tag) => after[0]?.tags.has(tag))) return null
  for (const [kind, pattern] of KINDS) {
    const unit = matchOf(pattern, after)?.groups.unit?.[0]
    // “2,1 con/phụ nữ” is a rate.
    if (unit) return unit.normal === 'con' && after[1]?.text === '/' ? null : { kind, unit: unit.text }
  }
  return null
}

const BASES: ReadonlySet<number> = new Set([1, 10, 100, 1000, 10_000, 100_000, 1_000_000])

/** “trên 10.000 dân”, “trên 100 bé gái”: behind a measure or a number, the people that a rate counts in. */
export function isRateBase(lead: string, value: number, before: string, after: readonly Term[]): boolean {
  const people = BASES.has(value) && /^(?:tính )?trên$/iu.test(lead.trim()) ? matchOf('^[<power>#Power?] #People', after) : null
  if (!people || (value === 1 && !people.groups.power)) return false
  return hasMeasure(before) || /\d[^,;]*$/u.test(before)
}

/** A score stands where a scale is printed behind a decimal or a measured score. */
export function isScore(printed: string, before: string): boolean {
  return /[.,]/.test(printed) || /(?:chỉ số|điểm|mức độ hài lòng)[^,;]*(?:đạt|từ|là|:) ?$/iu.test(before)
}
