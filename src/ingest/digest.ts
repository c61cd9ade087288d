// A plan becomes the few figures that a summary of a run shows of it.
import type { Plan } from '../model/plan.ts'

export type PlanDigest = {
  documentType: Plan['header']['documentType']
  year: number | null
  province: string | null
  pages: number
  sections: number
  indicators: number
  legalReferences: number
  messages: number
  warnings: number
}

export function digestOf({ header, source, sections, indicators, legalReferences, messages }: Plan): PlanDigest {
  const count = (nodes: Plan['sections']): number => nodes.reduce((sum, node) => sum + 1 + count(node.children), 0)
  return {
    documentType: header.documentType,
    year: header.year,
    province: header.province?.name ?? null,
    pages: source.pages.length,
    sections: count(sections),
    indicators: indicators.length,
    legalReferences: legalReferences.length,
    messages: messages.length,
    warnings: messages.filter(({ severity }) => severity === 'warning').length,
  }
}
