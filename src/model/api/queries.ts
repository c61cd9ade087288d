// What the server is asked: the parts of an address, with their limits. The source of truth for its checks and its OpenAPI document.
import * as z from 'zod'
import { sectionRoleModel } from '../plan.ts'

const words = (what: string) => z.string().max(300).describe(what)
const flag = (what: string) =>
  z
    .stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })
    .default(false)
    .describe(what)
const list = (what: string) => z.array(z.string().max(100)).max(100).default([]).describe(what)

const cursor = z.string().max(600).optional().describe('Where to go on: `next` of the page before.')
const limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual).describe('How many at most on a page.')
const language = z
  .enum(['vi', 'en'])
  .optional()
  .describe('Language of what is written for people; else that of Accept-Language, else Vietnamese.')
const province = words('Name or code of the province as issued, or its name today.').optional()
const year = z.coerce.number().int().min(1900).max(2999).optional()
const documentType = words('Kind of document: ke-hoach, cong-van …').optional()
const level = z
  .enum(['department', 'district-centre', 'hospital', 'committee', 'ministry', 'other'])
  .optional()
  .describe('Kind of the issuing body.')

export const planFilter = {
  province,
  year: year.describe('The year that the plan is for.'),
  type: documentType,
  level,
}

export const noQuery = z.strictObject({ lang: language })

export const planParams = z.object({
  id: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('Id of the plan.'),
})
export const sectionParams = planParams.extend({ sectionId: z.string().min(1).max(100).describe('Id of the section: II.2.1.') })
export const pageParams = planParams.extend({
  page: z
    .string()
    .regex(/^[1-9]\d{0,4}\.png$/)
    .describe('Number of the page, from 1, and “.png”.'),
})
export const formatParams = planParams.extend({
  format: z
    .string()
    .regex(/^[a-z]{1,20}$/)
    .describe('One of `formats` of the status.'),
})

export const planListQuery = z.strictObject({ ...planFilter, limit: limit(500, 50), cursor, lang: language })

export const planQuery = z.strictObject({ lang: language })

export const indicatorQuery = z.strictObject({
  code: words('Code in the catalogue.').optional(),
  category: words('Category of the catalogue, or of the indicator.').optional(),
  q: words('Words that the name holds; marks count in words that have some.').optional(),
  min: z.coerce.number().optional().describe('Least value, in the printed unit.'),
  max: z.coerce.number().optional().describe('Largest value.'),
  ...planFilter,
  year: year.describe('The year of the target.'),
  limit: limit(500, 50),
  cursor,
  lang: language,
})

export const searchQuery = z.strictObject({
  q: words(
    'Words that must all be there, phrases in quotes, beginnings of words with a star; marks count in words that have some.',
  ),
  ...planFilter,
  role: sectionRoleModel.optional(),
  limit: limit(100, 20),
  cursor,
  lang: language,
})

export const compareQuery = z.strictObject({
  year: year.describe('The year of the plans; the latest where none is given.'),
  province: words('Name or code of one province: its targets over the years.').optional(),
  indicator: list('Codes or categories; may be repeated.'),
  region: list('Keys or names of regions, or provinces; may be repeated.'),
  today: flag('Provinces of today, the old ones side by side.'),
  allLevels: flag('Plans of districts and hospitals count too.'),
  lang: language,
})

export const diffQuery = z.strictObject({
  a: planParams.shape.id.describe('Id of the first plan.'),
  b: planParams.shape.id.describe('Id of the second plan.'),
  lang: language,
})

export const pageQuery = z.strictObject({
  width: z.coerce.number().int().min(100).max(3000).default(1200).describe('Width of the image in pixels.'),
  mark: z.string().max(100).optional().describe('Id of a target, a cited act or a section: its words are marked.'),
  lang: language,
})

export const indicatorCatalogQuery = z.strictObject({
  category: words('Category.').optional(),
  lang: language,
})

export const provinceCatalogQuery = z.strictObject({
  date: z.iso.date().optional().describe('Only the provinces of that day.'),
  lang: language,
})

export const parseQuery = z.strictObject({
  name: words('Name of the file, for `source.path`; the bytes tell its type.').optional(),
  lang: language,
})

export type PlanFilter = z.infer<z.ZodObject<typeof planFilter>>
export type IndicatorQuery = z.infer<typeof indicatorQuery>
export type SearchQuery = z.infer<typeof searchQuery>
export type CompareQuery = z.infer<typeof compareQuery>
