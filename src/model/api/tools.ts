// What tools for agents are asked and answer, as data.
import * as z from 'zod'
import { sectionRoleModel } from '../plan.ts'

const planId = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .describe('Id of a plan, as search_plans and list_plans give it.')
const words = (what: string) => z.string().min(1).max(300).describe(what)
const cursor = z.string().max(600).optional().describe('`next` of the answer before, for its next page.')
const limit = (most: number, usual: number) => z.int().min(1).max(most).default(usual).describe('How many at most.')
const filter = {
  province: words('Name or code of the province as issued, or its name today.').optional(),
  year: z.int().min(1900).max(2999).optional().describe('The year that the plan is for.'),
  type: words('Kind of document: ke-hoach, cong-van, quyet-dinh …').optional(),
  level: z.enum(['department', 'district-centre', 'hospital', 'committee', 'ministry', 'other']).optional().describe('Kind of the issuing body.'),
} // biome-ignore format: one field a line

const notice = z.string().describe('How the words of documents in this answer are meant.')
const next = z.string().nullable().describe('Cursor of the next page; null on the last one.')

export const citationModel = z
  .object({
    planId: z.string().describe('Id of the plan.'),
    path: z.string().describe('Path of the source file.'),
    sectionId: z.string().nullable().describe('Section that the words stand in.'),
    pages: z.array(z.int()).describe('Pages that they can stand on: one where it is sure; [] where the format has none.'),
    span: z
      .tuple([z.int(), z.int()])
      .nullable()
      .describe('Start and end in the text of the plan; null where they are of its head.'),
    words: z.string().describe('Words of the document; cut where they are long.'),
  })
  .describe('Where something is said.')

const step = z.object({ id: z.string(), number: z.string().nullable(), heading: z.string().nullable() })

export const TOOLS = {
  search_plans: {
    input: z.strictObject({
      query: words('Words that must all stand in a section; "phrases" in quotes, beginnings with a star. Words without Vietnamese marks match every spelling; words with marks match only themselves.'),
      ...filter,
      role: sectionRoleModel.optional(),
      limit: limit(20, 8),
      cursor,
    }),
    output: z.object({
      notice,
      total: z.int().describe('Sections that fit.'),
      results: z.array(z.object({ title: z.string().nullable(), province: z.string().nullable(), year: z.int().nullable(), trail: z.array(step).describe('From the outermost section to that one.'), citation: citationModel })).describe('The best first.'),
      next,
    }),
  },
  list_plans: {
    input: z.strictObject({ ...filter, limit: limit(50, 20), cursor }),
    output: z.object({
      notice,
      total: z.int().describe('Plans that fit.'),
      plans: z.array(z.object({
        id: z.string(),
        title: z.string().nullable(),
        number: z.string().nullable(),
        documentType: z.string().nullable(),
        year: z.int().nullable(),
        issuedOn: z.string().nullable(),
        province: z.string().nullable(),
        provinceToday: z.string().nullable(),
        issuer: z.string().nullable(),
        indicators: z.int(),
        citation: citationModel,
      })),
      next,
    }),
  },
  read_section: {
    input: z.strictObject({
      planId,
      sectionId: words('Id of a section; without it the outline of the plan is given.').optional(),
      offset: z.int().min(0).default(0).describe('`nextOffset` of the answer before.'),
      length: z.int().min(200).max(8000).default(4000).describe('Characters at most.'),
    }),
    output: z.object({
      notice,
      planId: z.string(),
      title: z.string().nullable(),
      trail: z.array(step).describe('From the outermost section to this one; [] for an outline.'),
      text: z.string().describe('Words of the document: of the section with those inside it, or one line for each section (id, heading, characters).'),
      length: z.int().describe('Characters of the whole.'),
      nextOffset: z.int().nullable().describe('Where to go on; null at the end.'),
      citation: citationModel,
    }),
  },
  query_indicators: {
    input: z.strictObject({
      code: words('Code in the catalogue.').optional(),
      category: words('Category of the catalogue.').optional(),
      q: words('Words that the name holds.').optional(),
      min: z.number().optional().describe('Least value, in the printed unit.'),
      max: z.number().optional().describe('Largest value.'),
      ...filter,
      year: z.int().min(1900).max(2999).optional().describe('The year of the target.'),
      limit: limit(50, 20),
      cursor,
    }),
    output: z.object({
      notice,
      indicators: z.array(z.object({
        id: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        province: z.string().nullable(),
        year: z.int().nullable(),
        yearBasis: z.string().describe('printed, or implied by the plan.'),
        comparator: z.string(),
        value: z.number().nullable().describe('In the printed unit.'),
        valueMax: z.number().nullable(),
        valueText: z.string().nullable(),
        change: z.string().nullable().describe('increase or decrease: a change, not a level.'),
        unit: z.string().nullable(),
        confidence: z.number().nullable().describe('0 to 1 where recognition read it: check it against the page.'),
        citation: citationModel,
      })),
      next,
    }),
  },
  compare_indicators: {
    input: z.strictObject({
      indicators: z.array(words('Code or category of the catalogue.')).min(1).max(20).describe('Codes or categories.'),
      year: z.int().min(1900).max(2999).optional().describe('Provinces side by side in this year; the latest where none is given.'),
      province: words('Name or code: this province over the years instead.').optional(),
      today: z.boolean().default(false).describe('Provinces of today, the old ones side by side.'),
      limit: limit(100, 40),
      cursor,
    }),
    output: z.object({
      notice,
      shape: z.enum(['provinces', 'years']),
      year: z.int().nullable(),
      province: z.string().nullable(),
      total: z.int().describe('Cells of which there is a plan.'),
      cells: z.array(z.object({
        indicator: z.string().describe('Code.'),
        name: z.string().describe('Name in the catalogue.'),
        unit: z.string().nullable(),
        province: z.string(),
        year: z.int().nullable(),
        state: z.enum(['value', 'not-stated', 'no-plan', 'not-comparable']),
        reason: z.string().nullable().describe('Why it does not compare.'),
        value: z.number().nullable(),
        rank: z.int().nullable().describe('1 is the best.'),
        citations: z.array(citationModel),
      })),
      next,
    }),
  },
  diff_plans: {
    input: z.strictObject({
      a: planId.describe('Id of the first plan.'),
      b: planId.describe('Id of the second plan.'),
      part: z.enum(['header', 'sections', 'indicators', 'legalReferences', 'phases', 'deadlines', 'assignments']).optional().describe('Only these changes.'),
      limit: limit(50, 10),
      cursor,
    }),
    output: z.object({
      notice,
      counts: z.record(z.string(), z.int()).describe('Changes by part.'),
      changes: z.array(z.object({
        part: z.string(),
        kind: z.string().describe('added, removed, changed, moved, replaced.'),
        what: z.string().describe('In a few words.'),
        before: citationModel.nullable(),
        after: citationModel.nullable(),
      })),
      next,
    }),
  },
  check_plan: {
    input: z.strictObject({ planId, limit: limit(100, 40), cursor }),
    output: z.object({
      notice,
      total: z.int(),
      findings: z.array(z.object({ rule: z.string(), severity: z.string(), text: z.string(), citation: citationModel })),
      next,
    }),
  },
} as const // biome-ignore format: a table of forms

export type ToolName = keyof typeof TOOLS
export type ToolInput<N extends ToolName> = z.output<(typeof TOOLS)[N]['input']>
export type ToolOutput<N extends ToolName> = Omit<z.output<(typeof TOOLS)[N]['output']>, 'notice'>
export type Citation = z.infer<typeof citationModel>
