// The tools for agents: what each is for, and how the library answers it.
import type { Citation, ToolInput, ToolName, ToolOutput } from '../../model/api/tools.ts'
import type { Diff } from '../../model/diff.ts'
import type { Plan, Section } from '../../model/plan.ts'
import { cursorTo, placeOf } from '../cursor.ts'
import { checkOf, diffOf, matrixOf } from '../data/comparisons.ts'
import { listIndicators } from '../data/indicators.ts'
import { listPlans, planOf, sectionOf } from '../data/plans.ts'
import { searchPlans } from '../data/search.ts'
import type { Language } from '../problems.ts'
import type { Server } from '../routes/route.ts'
import { cite, cutWords, lineOf } from './cite.ts'

type Context = { server: Server; language: Language }

type Tool<N extends ToolName> = { about: string; run: (input: ToolInput<N>, context: Context) => Promise<ToolOutput<N>> }

export const RUNS: { readonly [N in ToolName]: Tool<N> } = {
  search_plans: {
    about: 'Full-text search over the plans of Vietnamese health departments: sections that hold all the words, with citations.',
    async run({ query, ...input }, { server }) {
      const { total, items, next } = await searchPlans(server.library, { ...input, q: query, lang: undefined } as never)
      const results = items.map(({ planId, path, title, province, year, trail, sectionId, snippet, span, pages }) => ({
        title,
        province,
        year,
        trail: [...trail],
        citation: { planId, path, sectionId, pages, span, words: snippet } satisfies Citation,
      }))
      return { total, results, next }
    },
  },
  list_plans: {
    about: 'Lists plans by province, year, type of document and issuing body.',
    async run(input, { server }) {
      const { total, items, next } = await listPlans(server.library, input as never)
      const plans = items.map(({ id, path, title, number, documentType, year, issuedOn, province, issuer, counts }) => ({
        id,
        title,
        number,
        documentType,
        year,
        issuedOn,
        province: province?.name ?? null,
        provinceToday: province?.currentName ?? null,
        issuer: issuer?.name ?? null,
        indicators: counts.indicators,
        citation: { planId: id, path, sectionId: null, pages: [], span: null, words: cutWords(title ?? '') } satisfies Citation,
      }))
      return { total, plans, next }
    },
  },
  read_section: {
    about: 'Reads a section of a plan with those inside it, a piece at a time; without a section, the outline of the plan.',
    async run({ planId, sectionId, offset, length }, { server }) {
      const plan = await planOf(server.library, planId)
      const found = sectionId === undefined ? null : sectionOf(plan, sectionId)
      const whole = found
        ? plan.text.slice(found.section.span.start, found.section.span.end)
        : outlineOf(plan.sections).join('\n')
      const text = whole.slice(offset, offset + length)
      const start = (found?.section.span.start ?? 0) + offset
      return {
        planId,
        title: plan.header.title,
        trail: found?.trail ?? [],
        text,
        length: whole.length,
        nextOffset: offset + length < whole.length ? offset + length : null,
        citation: found ? cite(plan, { start, end: start + text.length }, sectionId) : cite(plan, plan.header.spans.title),
      }
    },
  },
  query_indicators: {
    about: 'Targets that plans set, by catalogue code, category, words of the name, province, year and value, with citations.',
    async run(input, { server }) {
      const { items, next } = await listIndicators(server.library, input as never, server.catalog.indicators)
      const indicators = []
      for (const { planId, province, indicator } of items) {
        const plan = await planOf(server.library, planId)
        const { id, name, code, year, yearBasis, comparator, value, valueMax, valueText, change, unit, confidence } = indicator
        const { sectionId, span } = indicator
        const line = lineOf(plan.text, span)
        indicators.push({
          id,
          name: cutWords(name),
          code,
          province: province?.name ?? null,
          year,
          yearBasis,
          comparator,
          value,
          valueMax,
          valueText,
          change,
          unit,
          confidence,
          citation: cite(plan, span, sectionId, plan.text.slice(line.start, line.end)),
        })
      }
      return { indicators, next }
    },
  },
  compare_indicators: {
    about:
      'Targets side by side: all provinces in a year, or one province over the years; what is not stated, has no plan or does not compare is told apart.',
    async run({ indicators, year, province, today, limit, cursor }, { server, language }) {
      const query = { indicator: indicators, year, province, today, region: [], allLevels: false, lang: undefined }
      const matrix = await matrixOf(server.library, query, server.catalog)
      const isYears = matrix.shape === 'years'
      const all = matrix.cells.flatMap((row, i) =>
        row.flatMap((cell, j) => (cell.state === 'no-plan' ? [] : [{ cell, line: matrix.indicators[isYears ? i : j]!, i, j }])),
      )
      const page = pageFrom(all, cursor, limit)
      const cells = []
      for (const { cell, line, i, j } of page.items) {
        const citations: Citation[] = []
        for (const entry of [cell, ...cell.parts].flatMap(({ entries }) => entries)) {
          const plan = await planOf(server.library, entry.plan)
          citations.push(cite(plan, entry.span, null, entry.line))
        }
        cells.push({
          indicator: line.key,
          name: line[language],
          unit: line.unit,
          province: isYears ? matrix.province! : matrix.provinces[i]![language],
          year: isYears ? matrix.years[j]! : matrix.year,
          state: cell.state,
          reason: cell.reason,
          value: cell.value,
          rank: cell.rank,
          citations,
        })
      }
      return { shape: matrix.shape, year: matrix.year, province: matrix.province, total: all.length, cells, next: page.next }
    },
  },
  diff_plans: {
    about: 'What changed from one plan to another: header, sections, targets, cited acts, phases, deadlines, assignments.',
    async run({ a, b, part, limit, cursor }, { server }) {
      const { diff, plans } = await diffOf(server.library, a, b, server.catalog)
      const all = PARTS.filter((each) => part === undefined || each === part).flatMap((each) =>
        diff[each].map((change) => ({ part: each, change })),
      )
      const { items, next } = pageFrom(all, cursor, limit)
      const side = (plan: Plan, place: { raw: string; span: { start: number; end: number } | null } | null) =>
        place && cite(plan, place.span, null, place.span ? undefined : place.raw)
      const changes = items.map(({ part: name, change }) => ({
        part: name,
        kind: change.kind,
        what: whatOf(change),
        before: side(plans[0], change.before),
        after: side(plans[1], change.after),
      }))
      return { counts: Object.fromEntries(PARTS.map((each) => [each, diff[each].length])), changes, next }
    },
  },
  check_plan: {
    about: 'What is odd in a plan: years left over, acts no longer in force, targets above 100 %, totals that fail …',
    async run({ planId, limit, cursor }, { server, language }) {
      const plan = await planOf(server.library, planId)
      const all = checkOf(plan, server.catalog).findings
      const { items, next } = pageFrom(all, cursor, limit)
      const findings = items.map(({ rule, severity, text, span, sectionId }) => ({
        rule,
        severity,
        text: cutWords(text[language]),
        citation: cite(plan, span, sectionId),
      }))
      return { total: all.length, findings, next }
    },
  },
}

const PARTS = ['header', 'sections', 'indicators', 'legalReferences', 'phases', 'deadlines', 'assignments'] as const

type Change = Diff[(typeof PARTS)[number]][number]

/** The field, the name or the difference, where there is one. */
function whatOf(change: Change): string {
  if ('field' in change) return change.field
  if ('direction' in change) {
    const { before, after, difference, unitCode, isRedefined, direction } = change
    const amount =
      difference === null ? [] : [`${difference > 0 ? '+' : ''}${difference} ${unitCode ?? ''}`.trim(), direction ?? '']
    return cutWords([(after ?? before)?.name ?? '', ...amount, isRedefined ? 'redefined' : ''].filter(Boolean).join('; '))
  }
  if ('shape' in change)
    return cutWords([change.after?.heading ?? change.before?.heading ?? '', change.shape ?? ''].filter(Boolean).join('; '))
  return 'fields' in change ? change.fields.join(', ') : ((change.after ?? change.before)?.key ?? '')
}

function pageFrom<T>(all: readonly T[], cursor: string | undefined, limit: number): { items: T[]; next: string | null } {
  const [from = 0] = placeOf<[number]>(cursor, ['number']) ?? []
  return { items: all.slice(from, from + limit), next: from + limit < all.length ? cursorTo([from + limit]) : null }
}

function outlineOf(sections: readonly Section[]): string[] {
  return sections.flatMap(({ id, number, heading, text, span, children }) => [
    `${id}\t${[number, heading ?? cutWords(text, 60)].filter(Boolean).join('. ')}\t${span.end - span.start}`,
    ...outlineOf(children),
  ])
}
