// A library becomes comparisons: a matrix of targets, the changes between two plans, what is odd in one.
import type { Catalog } from '../../catalog/index.ts'
import { lintPlan } from '../../check/lint.ts'
import { placeFindings } from '../../check/place.ts'
import { diffPlans } from '../../compare/index.ts'
import { compareArchive, type MatrixOptions } from '../../compare/matrix.ts'
import type { CheckAnswer } from '../../model/api/answers.ts'
import type { CompareQuery } from '../../model/api/queries.ts'
import type { Diff } from '../../model/diff.ts'
import type { Matrix } from '../../model/matrix.ts'
import type { Plan } from '../../model/plan.ts'
import type { Digest } from '../digest.ts'
import type { Library } from '../library.ts'
import { ProblemError } from '../problems.ts'
import { provinceCode, regionKey } from './filter.ts'
import { planOf } from './plans.ts'

/** As `kehoach compare` gives it. Only the plans that it is about are read; of the others their year and province suffice. */
export async function matrixOf(library: Library, query: CompareQuery, catalog: Catalog): Promise<Matrix> {
  const indicators = query.indicator.flatMap((each) => each.split(','))
  for (const each of indicators)
    if (!catalog.indicators.some(({ code, category }) => code === each || category === each))
      throw new ProblemError(
        'bad-request',
        `không có chỉ tiêu hoặc nhóm “${each}”`,
        `there is no indicator or category “${each}”`,
      )
  const options: MatrixOptions = {
    ...(query.province !== undefined && { province: provinceCode(query.province) }),
    view: query.today ? 'today' : 'issued',
    indicators,
    regions: query.region.map(regionKey),
    allLevels: query.allLevels,
  }
  const { digests } = await library.contents()
  const bare = digests.map(barePlan)
  const year = query.year ?? compareArchive(bare, options, catalog).year ?? 0
  const isMeant = ({ header }: Plan) =>
    options.province === undefined ? header.year === year : header.province?.code === options.province
  const plans: Plan[] = []
  for (const [i, plan] of bare.entries()) plans.push(isMeant(plan) ? await slimPlan(library, digests[i]!.name, plan) : plan)
  return compareArchive(plans, { ...options, year }, catalog)
}

export async function diffOf(
  library: Library,
  a: string,
  b: string,
  catalog: Catalog,
): Promise<{ diff: Diff; plans: [Plan, Plan] }> {
  const plans: [Plan, Plan] = [await planOf(library, a), await planOf(library, b)]
  return { diff: diffPlans(...plans, catalog), plans }
}

export function checkOf(plan: Plan, catalog: Catalog): CheckAnswer {
  const findings = placeFindings(plan, lintPlan(plan, catalog)).map(
    ({ rule, severity, text, span, words, page, sectionId, fingerprint }) => ({
      rule,
      severity,
      text: { ...text },
      span,
      words,
      page,
      sectionId,
      fingerprint,
    }),
  )
  return { planId: plan.id, path: plan.source.path, findings }
}

/** A plan that says nothing of any indicator, from what is held of it. */
function barePlan({ summary }: Digest): Plan {
  const { id, path, year, province, issuer, issuedOn } = summary
  return { id, source: { path }, header: { year, province, issuer, issuedOn }, text: '', indicators: [] } as unknown as Plan
}

/** Without what a matrix does not look at. */
async function slimPlan(library: Library, name: string, bare: Plan): Promise<Plan> {
  const plan = await library.planNamed(name)
  if (!plan) return bare
  const { id, source, header, text, indicators } = plan
  return { id, source, header, text, indicators } as unknown as Plan
}
