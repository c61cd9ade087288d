// Which plan implements which, and what became of the targets on the way, as data.
import * as z from 'zod'

const node = z.object({
  id: z.string().describe('Id of the plan.'),
  path: z.string(),
  level: z.string().nullable().describe('Level of its issuer.'),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  year: z.int().nullable(),
})

const target = z.object({
  change: z
    .enum(['raised', 'lowered', 'kept', 'changed', 'dropped', 'added'])
    .describe('What the lower plan did with the target of the upper one.'),
  code: z.string().nullable().describe('Catalogue code.'),
  name: z.string().describe('What is measured, as printed in the upper plan, else in the lower one.'),
  upper: z.object({ indicator: z.string(), raw: z.string() }).nullable(),
  lower: z.object({ indicator: z.string(), raw: z.string() }).nullable(),
  direction: z
    .enum(['better', 'worse', 'neither'])
    .nullable()
    .describe('Whether the lower plan asks for more, by the catalogue.'),
})

export const cascadeModel = z
  .object({
    schemaVersion: z.literal('1.0').describe('Version of this form.'),
    plans: z.array(node).describe('The plans of the folder.'),
    links: z
      .array(
        z.object({
          upper: z.string().describe('Id of the plan that is implemented.'),
          lower: z.string().describe('Id of the plan that implements it.'),
          basis: z.enum(['number', 'title']).describe('The reference names its number, or its type, issuer and title.'),
          reference: z.string().describe('Id of the reference in the lower plan.'),
          raw: z.string().describe('The words of the reference.'),
          targets: z.array(target).describe('The targets of the upper plan, then those that only the lower one has.'),
        }),
      )
      .describe('Which plan implements which.'),
  })
  .describe('How plans hand targets down.')

export type Cascade = z.infer<typeof cascadeModel>

/** The JSON Schema of a cascade, draft 2020-12. */
export function cascadeSchema(): object {
  return { title: 'kehoach cascade', ...z.toJSONSchema(cascadeModel, { target: 'draft-2020-12' }) }
}
