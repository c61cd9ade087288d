// The models of the server become JSON Schemas: those that answers share as components, those of addresses one by one.
import * as z from 'zod'
import * as answers from './answers.ts'

/** Names of the components. */
export const COMPONENTS = {
  Problem: answers.problemModel,
  Status: answers.statusModel,
  Plan: answers.planModel,
  PlanSummary: answers.planSummaryModel,
  PlanList: answers.planListModel,
  Section: answers.sectionModel,
  SectionList: answers.sectionListModel,
  SectionAnswer: answers.sectionAnswerModel,
  IndicatorList: answers.indicatorListModel,
  SearchAnswer: answers.searchAnswerModel,
  Matrix: answers.matrixModel,
  Diff: answers.diffModel,
  CheckAnswer: answers.checkAnswerModel,
  IndicatorCatalog: answers.indicatorCatalogModel,
  ProvinceCatalog: answers.provinceCatalogModel,
} as const satisfies Record<string, z.ZodType>

export type ComponentName = keyof typeof COMPONENTS

const PLACE = '#/components/schemas/'

export function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, model] of Object.entries(COMPONENTS)) registry.add(model, { id })
  const { schemas } = z.toJSONSchema(registry, { target: 'draft-2020-12', uri: (id) => `${PLACE}${id}` })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutHead(schema)]))
}

/** The parts of an address, each with its schema. */
export function parameterSchemas(model: z.ZodObject): { name: string; isRequired: boolean; schema: Record<string, unknown> }[] {
  return Object.entries(model.shape).map(([name, part]) => ({
    name,
    isRequired: !(part as z.ZodType).safeParse(undefined).success,
    schema: withoutHead(z.toJSONSchema(part as z.ZodType, { target: 'draft-2020-12' })) as Record<string, unknown>,
  }))
}

function withoutHead(schema: object): object {
  const { $schema, $id, ...rest } = schema as Record<string, unknown>
  return rest
}
