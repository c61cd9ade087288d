// A plan becomes the little that lists and filters need of it, so that thousands are held.
import type { PlanSummary } from '../model/api/answers.ts'
import type { Plan } from '../model/plan.ts'

export type Digest = {
  /** Of its file. */
  name: string
  summary: PlanSummary
  codes: readonly string[]
  categories: readonly string[]
}

export function digestOf(name: string, plan: Plan): Digest {
  const { id, source, header, sections, indicators, legalReferences, deadlines, messages } = plan
  const { number, title, documentType, year, issuedOn, province, issuer } = header
  const countOf = (nodes: Plan['sections']): number => nodes.reduce((sum, node) => sum + 1 + countOf(node.children), 0)
  return {
    name,
    summary: {
      id,
      path: source.path,
      mediaType: source.mediaType,
      textOrigin: source.textOrigin,
      pages: source.pages.length,
      number,
      title,
      documentType,
      year,
      issuedOn,
      province,
      issuer,
      counts: {
        sections: countOf(sections),
        indicators: indicators.length,
        legalReferences: legalReferences.length,
        deadlines: deadlines.length,
        warnings: messages.filter(({ severity }) => severity === 'warning').length,
      },
    },
    codes: [...new Set(indicators.flatMap(({ code }) => code ?? []))],
    categories: [...new Set(indicators.flatMap(({ category }) => category ?? []))],
  }
}
