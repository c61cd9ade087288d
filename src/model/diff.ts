// The changes from one plan to another, as data. The source of truth for types and JSON Schema.
import * as z from 'zod'
import { comparatorModel, sectionRoleModel } from './plan.ts'
import { spanModel } from './span.ts'

export const changeKindModel = z
  .enum(['added', 'removed', 'changed', 'moved', 'replaced'])
  .describe(
    'added: only in the second plan; removed: only in the first; moved: in another order; replaced: another stands for it.',
  )

const place = z
  .object({
    id: z.string().nullable().describe('Id of the finding in its plan; null where it has none.'),
    raw: z.string().describe('The words of the document.'),
    span: spanModel.nullable().describe('Where they stand; null where no single place says it.'),
  })
  .describe('What one of the two plans says, and where.')

const both = <T extends z.ZodType>(side: T) => ({
  kind: changeKindModel,
  before: side.nullable().describe('In the first plan; null where it is not there.'),
  after: side.nullable().describe('In the second plan; null where it is not there.'),
})

const onlyYears = z
  .boolean()
  .describe('Nothing but years went on by as many years as lie between the plans: what a new edition of the same text does.')

const side = z
  .object({
    id: z.string().describe('Id of the plan.'),
    path: z.string().describe('Path of its source.'),
    number: z.string().nullable().describe('Số ký hiệu.'),
    title: z.string().nullable().describe('Trích yếu.'),
    documentType: z.string().nullable().describe('Kind of document.'),
    year: z.int().nullable().describe('The year that it is for.'),
    province: z.string().nullable().describe('Province as issued.'),
    textOrigin: z.string().describe('Where its words came from.'),
  })
  .describe('One of the two plans.')

const headerChange = z
  .object({ field: z.string().describe('Key of the header.'), onlyYears, ...both(place) })
  .describe('A field of the header.')

const word = z
  .object({
    op: z.enum(['same', 'removed', 'added']).describe('In both, only in the first, only in the second.'),
    text: z.string().describe('The words; of those in both, as the first or the second plan writes them.'),
    before: z
      .tuple([z.int(), z.int()])
      .nullable()
      .describe('Start and end in the text of the first plan; null for what was added.'),
    after: z
      .tuple([z.int(), z.int()])
      .nullable()
      .describe('Start and end in the text of the second plan; null for what was removed.'),
  })
  .describe('A run of words.')

const sectionPlace = place.extend({
  number: z.string().nullable().describe('Number as printed.'),
  heading: z.string().nullable().describe('Heading as printed.'),
  roles: z.array(sectionRoleModel).describe('What the heading states.'),
})

const sectionChange = z
  .object({
    ...both(sectionPlace),
    shape: z
      .enum(['split', 'merged'])
      .nullable()
      .describe('split: its words stand in several sections of the second plan; merged: those of several of the first.'),
    parts: z.array(sectionPlace).describe('The other sections of a split (second plan) or a merger (first plan).'),
    likeness: z.number().min(0).max(1).nullable().describe('How alike the two are, 0 to 1; null for one that stands alone.'),
    onlyYears,
    words: z.array(word).describe('Its own words compared; [] where they are the same. The number is none of them.'),
  })
  .describe('A section; that it has another number is no change.')

const amount = place.extend({
  name: z.string().describe('What is measured, as printed.'),
  scope: z.string().nullable().describe('The bracketed or stated limit.'),
  unit: z.string().nullable().describe('Unit as printed.'),
  unitCode: z.string().nullable().describe('Unit in UCUM.'),
  comparator: comparatorModel,
  value: z.number().nullable().describe('In the printed unit.'),
  valueMax: z.number().nullable().describe('Upper end of a range.'),
  valueText: z.string().nullable().describe('Words, where it is no number.'),
  change: z.enum(['increase', 'decrease']).nullable().describe('The target is a change, not a level.'),
  year: z.int().nullable().describe('The year of the target.'),
  converted: z
    .number()
    .nullable()
    .describe('The value in `unitCode` of the change, signed where it is a change; null where it does not convert.'),
})

export const doubtModel = z
  .enum(['ocr', 'unit-implied', 'two-values', 'weak-code', 'edition'])
  .describe(
    'ocr: recognition was not sure; unit-implied: one unit is not printed; two-values: a plan says two things; weak-code: the catalogue code is not sure; edition: only one plan names the period of its criteria.',
  )

const indicatorChange = z
  .object({
    ...both(amount),
    code: z.string().nullable().describe('Catalogue code; null where it has none.'),
    matchedBy: z
      .enum(['code', 'name', 'family'])
      .nullable()
      .describe(
        'What joins the two; family: two definitions of one matter, that stand side by side. null for one that stands alone.',
      ),
    fields: z
      .array(z.enum(['value', 'comparator', 'text', 'year', 'name', 'scope', 'unit', 'change', 'definition']))
      .describe('What differs; [] for one that stands alone.'),
    isRedefined: z
      .boolean()
      .describe(
        'Scope, unit, kind of target or definition differ, so that the values are not two values of one thing: no difference is given.',
      ),
    unitCode: z.string().nullable().describe('The unit that both were converted to; null where they were not.'),
    difference: z.number().nullable().describe('Second minus first, in `unitCode` or the printed unit.'),
    direction: z
      .enum(['better', 'worse', 'neither'])
      .nullable()
      .describe('What the difference means, by the catalogue; null where it does not say.'),
    doubts: z.array(doubtModel).describe('Why a person should look before relying on it.'),
  })
  .describe('A target.')

const referenceChange = z
  .object({
    ...both(
      place.extend({ key: z.string().describe('Key of the act.'), date: z.string().nullable().describe('Its date, EDTF.') }),
    ),
    basis: z
      .enum(['registry', 'title'])
      .nullable()
      .describe(
        'How it is known that one replaced the other: by the register of acts, or by issuer, type and title; null otherwise.',
      ),
  })
  .describe('A cited act.')

const phaseChange = z
  .object({ ...both(place), fields: z.array(z.enum(['start', 'end', 'label', 'focus'])).describe('What differs.'), onlyYears })
  .describe('A phase.')

const deadlineChange = z
  .object({ ...both(place), fields: z.array(z.enum(['date', 'what', 'who', 'recurrence'])).describe('What differs.'), onlyYears })
  .describe('A dated duty.')

const assignmentChange = z
  .object({ ...both(place), fields: z.array(z.enum(['role', 'tasks', 'unit'])).describe('What differs.'), onlyYears })
  .describe('Tasks given to a body.')

const passage = z
  .object({
    before: z.tuple([z.int(), z.int()]).describe('Start and end in the text of the first plan.'),
    after: z.tuple([z.int(), z.int()]).describe('Start and end in the text of the second plan.'),
    words: z.int().describe('How many words.'),
  })
  .describe('A passage that both plans have word for word.')

export const diffModel = z
  .object({
    schemaVersion: z.literal('1.0').describe('Version of this form.'),
    before: side,
    after: side,
    header: z.array(headerChange).describe('Changes of the header.'),
    sections: z.array(sectionChange).describe('Changes of sections.'),
    indicators: z.array(indicatorChange).describe('Changes of targets.'),
    legalReferences: z.array(referenceChange).describe('Changes of cited acts.'),
    phases: z.array(phaseChange).describe('Changes of phases.'),
    deadlines: z.array(deadlineChange).describe('Changes of deadlines.'),
    assignments: z.array(assignmentChange).describe('Changes of assignments.'),
    copied: z
      .object({
        before: z.number().min(0).max(1).describe('Share of the words of the first plan that stand in such passages.'),
        after: z.number().min(0).max(1).describe('The same of the second.'),
        passages: z.array(passage).describe('The longest ones, longest first.'),
      })
      .describe('What both have word for word in runs of eight words and more.'),
  })
  .describe('The changes from one plan to another; all lists are empty for a plan and itself.')

export type Diff = z.infer<typeof diffModel>
export type ChangeKind = z.infer<typeof changeKindModel>
export type Place = z.infer<typeof place>
export type PlanSide = z.infer<typeof side>
export type HeaderChange = z.infer<typeof headerChange>
export type SectionChange = z.infer<typeof sectionChange>
export type SectionPlace = z.infer<typeof sectionPlace>
export type WordRun = z.infer<typeof word>
export type IndicatorChange = z.infer<typeof indicatorChange>
export type Amount = z.infer<typeof amount>
export type Doubt = z.infer<typeof doubtModel>
export type ReferenceChange = z.infer<typeof referenceChange>
export type PhaseChange = z.infer<typeof phaseChange>
export type DeadlineChange = z.infer<typeof deadlineChange>
export type AssignmentChange = z.infer<typeof assignmentChange>

/** The JSON Schema of a diff, draft 2020-12. */
export function diffSchema(): object {
  return { title: 'kehoach diff', ...z.toJSONSchema(diffModel, { target: 'draft-2020-12' }) }
}
