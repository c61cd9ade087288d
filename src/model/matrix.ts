// Targets of many plans side by side, as data: provinces by indicators for a year, or indicators by years for a province.
import * as z from 'zod'
import { doubtModel } from './diff.ts'
import { comparatorModel } from './plan.ts'
import { spanModel } from './span.ts'

const entry = z
  .object({
    plan: z.string().describe('Id of the plan.'),
    path: z.string().describe('Path of its source.'),
    indicator: z.string().describe('Id of the indicator in the plan.'),
    name: z.string().describe('What is measured, as printed.'),
    scope: z.string().nullable().describe('The bracketed or stated limit.'),
    unit: z.string().nullable().describe('Unit as printed.'),
    raw: z.string().describe('The words of the value.'),
    line: z.string().describe('The line or table row that it stands on.'),
    span: spanModel,
    comparator: comparatorModel,
    value: z.number().nullable().describe('In the unit of the indicator; null where it does not convert or is no number.'),
    valueMax: z.number().nullable().describe('Upper end of a range, likewise.'),
    valueText: z.string().nullable().describe('Words, where it is no number.'),
    isConverted: z.boolean().describe('Converted from the printed unit.'),
    isUnsure: z.boolean().describe('Recognition was not sure of the words.'),
  })
  .describe('What one plan says.')

const previous = z
  .object({
    value: z.number(),
    raw: z.string(),
    label: z.string().describe('Head of its column.'),
    plan: z.string(),
    span: spanModel,
  })
  .describe('What was reached in the year before, as the same plan prints it.')

const national = z
  .object({
    value: z.number().describe('In the unit of the indicator.'),
    comparator: z.enum(['=', '>=', '<=', '>', '<']),
    year: z.int().describe('The year by which it is to be reached.'),
    act: z.string().describe('Số ký hiệu of the act that sets it.'),
    issued: z.string().describe('Its day of issue.'),
    gap: z.number().describe('The value less the national one: below 0 it is lower.'),
    isReached: z.boolean().describe('The target of the plan is as good as the national one.'),
  })
  .describe('The national target that held in the year of the plan: the nearest year to come, by the latest act.')

const cellShape = {
  state: z
    .enum(['value', 'not-stated', 'no-plan', 'not-comparable'])
    .describe('A value; a plan that says nothing of it; no plan at all; something else than what the others say.'),
  reason: z
    .enum(['scope', 'unit', 'change', 'text', 'two-values', 'parts', 'definition'])
    .nullable()
    .describe(
      'Why it does not compare: another scope, a unit that does not convert, a change instead of a level, words, two values, the old provinces of a merged one, the same matter under another definition (`entries` are of that one); null otherwise.',
    ),
  value: z.number().nullable().describe('The value that ranks and spread count; null where there is none.'),
  isSum: z.boolean().describe('Summed over the old provinces of a merged one: counts only, and only where all are there.'),
  rank: z.int().positive().nullable().describe('1 is the best; null where the catalogue does not say which way is better.'),
  entries: z.array(entry).describe('What the plans say.'),
  national: national.nullable().describe('Distance to the national target; null where there is no value or no such target.'),
  doubts: z.array(doubtModel).describe('Why a person should look before relying on the value.'),
  previous: previous.nullable().describe('What was reached in the year before; null where it is not printed.'),
}

const part = z.object({
  code: z.string().describe('Code of the old province.'),
  name: z.string().describe('Its name.'),
  ...cellShape,
})
const cell = z.object({
  ...cellShape,
  parts: z.array(part).describe('The old provinces of a merged one side by side; [] otherwise.'),
})

const line = z.object({
  key: z.string().describe('Code of the province or the indicator, or the year.'),
  vi: z.string(),
  en: z.string(),
})

const indicatorLine = line.extend({
  unit: z.string().nullable().describe('The unit of its values, UCUM.'),
  direction: z.enum(['higher', 'lower']).nullable().describe('Which way is better.'),
  count: z.int().describe('How many values compare.'),
  min: z.number().nullable(),
  median: z.number().nullable(),
  max: z.number().nullable(),
})

export const matrixModel = z
  .object({
    schemaVersion: z.literal('1.0').describe('Version of this form.'),
    shape: z
      .enum(['provinces', 'years'])
      .describe('provinces: rows are provinces, columns indicators; years: rows are indicators, columns years.'),
    year: z.int().nullable().describe('The year of all values; null in a series.'),
    province: z.string().nullable().describe('The province of all values; null in a matrix.'),
    view: z.enum(['issued', 'today']).describe('Provinces as the plans were issued, or as they are today.'),
    provinces: z.array(line).describe('The provinces; one in a series.'),
    years: z.array(z.int()).describe('The years; one in a matrix.'),
    indicators: z.array(indicatorLine).describe('The indicators, in the order of the catalogue.'),
    cells: z.array(z.array(cell)).describe('By province and indicator, or by indicator and year.'),
    ignored: z
      .array(z.object({ plan: z.string(), path: z.string(), reason: z.enum(['no-year', 'no-province', 'level']) }))
      .describe('Plans that count for no cell, with the reason.'),
  })
  .describe('Targets of many plans side by side.')

export type Matrix = z.infer<typeof matrixModel>
export type Cell = z.infer<typeof cell>
export type PlainCell = Omit<Cell, 'parts'>
export type Entry = z.infer<typeof entry>
export type IndicatorLine = z.infer<typeof indicatorLine>

/** The JSON Schema of a matrix, draft 2020-12. */
export function matrixSchema(): object {
  return { title: 'kehoach matrix', ...z.toJSONSchema(matrixModel, { target: 'draft-2020-12' }) }
}
