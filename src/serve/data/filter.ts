// What a person asks of plans becomes a test of them.
import { findProvince, PERIODS, placeKey, provinceAt, REGIONS } from '../../catalog/provinces.ts'
import type { PlanSummary } from '../../model/api/answers.ts'
import type { PlanFilter } from '../../model/api/queries.ts'
import { ProblemError } from '../problems.ts'

type Asked = { [K in keyof PlanFilter]?: PlanFilter[K] | undefined }

/** Throws ProblemError for a province that there never was. */
export function planTest({ province, year, type, level }: Asked): (plan: PlanSummary) => boolean {
  const isOfProvince = province === undefined ? null : provinceTest(province)
  return (plan) =>
    (isOfProvince === null || (plan.province !== null && isOfProvince(plan.province))) &&
    (year === undefined || plan.year === year) &&
    (type === undefined || plan.documentType === type) &&
    (level === undefined || plan.issuer?.level === level)
}

/** A code means the province as issued; a name that one, or the one of today. */
function provinceTest(words: string): (province: NonNullable<PlanSummary['province']>) => boolean {
  const code = provinceCode(words)
  if (/^\d{2}$/.test(words)) return (province) => province.code === code
  const key = placeKey(PERIODS.find((each) => placeKey(each.name) === placeKey(words))?.name ?? findProvince(words, null)!.name)
  return ({ name, currentName }) => placeKey(name) === key || placeKey(currentName) === key
}

/** Throws ProblemError. */
export function provinceCode(words: string): string {
  const province = /^\d{2}$/.test(words)
    ? (provinceAt(words, '2025-06-30') ?? provinceAt(words, '2999-01-01'))
    : findProvince(words, null)
  if (province) return province.code
  throw new ProblemError('bad-request', `không có tỉnh “${words}”`, `there is no province “${words}”`)
}

/** The key of a region by its key or name, else the code of a province. Throws ProblemError. */
export function regionKey(words: string): string {
  const wanted = words.toLowerCase()
  return (
    REGIONS.find(({ key, vi, en }) => [key, vi, en].some((each) => each.toLowerCase() === wanted))?.key ?? provinceCode(words)
  )
}
