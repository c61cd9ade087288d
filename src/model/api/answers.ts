// What the server answers, as data: the source of truth for its types, its OpenAPI document and the tools for agents.
import * as z from 'zod'
import { indicatorEntryModel } from '../catalog.ts'
import { diffModel } from '../diff.ts'
import { issuerModel, provinceModel } from '../header.ts'
import { matrixModel } from '../matrix.ts'
import { indicatorModel, planModel, sectionModel, sectionRoleModel, textOriginModel } from '../plan.ts'
import { spanModel } from '../span.ts'

const count = (what: string) => z.int().nonnegative().describe(what)
const next = z.string().nullable().describe('Cursor of the next page; null on the last one.')
const planId = z.string().describe('Id of the plan.')
const path = z.string().describe('Path of the file that the plan was read from.')
const pages = z
  .array(z.int().positive())
  .describe('Pages that the words can stand on: one where it is sure; [] where the format has none.')

export const bothModel = z
  .object({ vi: z.string().describe('In Vietnamese.'), en: z.string().describe('In English.') })
  .describe('The same in both languages.')

export const problemModel = z
  .object({
    type: z.string().describe('urn:kehoach:problem:<code>.'),
    title: z.string().describe('What kind of problem it is.'),
    status: z.int().describe('Status of HTTP.'),
    detail: z.string().describe('What is wrong here, in the language asked for.'),
    code: z.string().describe('For programs.'),
    details: bothModel,
  })
  .describe('A problem, after RFC 9457.')

export const statusModel = z
  .object({
    kehoach: z.string().describe('Version of this program.'),
    plans: count('Plans in the folder.'),
    unreadable: z.array(z.string()).describe('Files of the folder that are no plans.'),
    formats: z.array(z.string()).describe('Forms in which a plan can be fetched.'),
    pageImages: z.boolean().describe('Whether pages of source files can be fetched.'),
    tools: z.boolean().describe('Whether agents are served at /mcp.'),
  })
  .describe('What is served.')

export const planSummaryModel = z
  .object({
    id: planId,
    path,
    mediaType: z.string().describe('Media type of the file.'),
    textOrigin: textOriginModel,
    pages: count('Pages; 0 where the format has none.'),
    number: z.string().nullable().describe('Số ký hiệu.'),
    title: z.string().nullable().describe('Trích yếu.'),
    documentType: z.string().nullable().describe('Kind of document.'),
    year: z.int().nullable().describe('The year that it is for.'),
    issuedOn: z.string().nullable().describe('Date of issue, EDTF.'),
    province: provinceModel.nullable(),
    issuer: issuerModel.nullable(),
    counts: z
      .object({
        sections: count('Sections of every depth.'),
        indicators: count('Targets.'),
        legalReferences: count('Cited acts.'),
        deadlines: count('Deadlines.'),
        warnings: count('Messages that a person should look at.'),
      })
      .describe('How much was found.'),
  })
  .describe('A plan in short.')

export const planListModel = z
  .object({ total: count('Plans that fit.'), items: z.array(planSummaryModel).describe('In order of file names.'), next })
  .describe('A page of plans.')

export const sectionListModel = z
  .object({ planId, path, items: z.array(sectionModel).describe('The tree of sections.') })
  .describe('The sections of a plan.')

const step = z
  .object({
    id: z.string().describe('Id of the section.'),
    number: z.string().nullable().describe('Number as printed.'),
    heading: z.string().nullable().describe('Heading as printed.'),
  })
  .describe('A section on the way to another.')

export const sectionAnswerModel = z
  .object({ planId, path, trail: z.array(step).describe('From the outermost section to this one.'), section: sectionModel })
  .describe('One section of a plan, with those inside it.')

const indicatorItem = z
  .object({
    planId,
    path,
    province: provinceModel.nullable(),
    planYear: z.int().nullable().describe('The year that the plan is for.'),
    indicator: indicatorModel,
  })
  .describe('A target with the plan that sets it.')

export const indicatorListModel = z
  .object({
    items: z.array(indicatorItem).describe('In order of plans, and as they stand there. A page may hold fewer than asked for, or none, and still not be the last.'),
    next,
  }) // biome-ignore format: one field a line
  .describe('A page of targets.')

export const snippetModel = z
  .object({
    planId,
    path,
    title: z.string().nullable().describe('Trích yếu of the plan.'),
    province: z.string().nullable().describe('Province as issued.'),
    year: z.int().nullable().describe('The year that the plan is for.'),
    sectionId: z.string().nullable().describe('Id of the section; null outside of sections.'),
    trail: z.array(step).describe('From the outermost section to that one.'),
    snippet: z.string().describe('Words of the plan around what was found.'),
    span: z.tuple([z.int(), z.int()]).describe('Start and end of the snippet in the `text` of the plan.'),
    matches: z.array(z.tuple([z.int(), z.int()])).describe('Start and end of every word found, in the snippet.'),
    pages,
    score: z.number().describe('BM25: the higher the better; comparable within one answer only.'),
  })
  .describe('A place that was found.')

export const searchAnswerModel = z
  .object({ total: count('Sections that fit.'), items: z.array(snippetModel).describe('The best first.'), next })
  .describe('A page of places that were found.')

const finding = z
  .object({
    rule: z.string().describe('Id of the rule.'),
    severity: z.enum(['info', 'warning']).describe('warning: a person should look.'),
    text: bothModel,
    span: spanModel.nullable().describe('The words that it speaks of; null of the whole document.'),
    words: z.string().nullable().describe('The same words.'),
    page: z.int().positive().nullable().describe('Page; null where it is not known.'),
    sectionId: z.string().nullable().describe('Section.'),
    fingerprint: z.string().describe('The same in the next version of the file, as long as the words stay.'),
  })
  .describe('Something odd.')

export const checkAnswerModel = z
  .object({ planId, path, findings: z.array(finding).describe('In document order, those of the whole document first.') })
  .describe('What is odd in a plan.')

export const indicatorCatalogModel = z
  .object({
    version: z.string().describe('Version of the catalogue.'),
    items: z.array(indicatorEntryModel).describe('Its indicators.'),
  })
  .describe('The dictionary of indicators.')

const provinceEntry = z
  .object({
    code: z.string().describe('Two-digit code.'),
    name: z.string().describe('Name.'),
    isCity: z.boolean().describe('A city of that rank.'),
    currentCode: z.string().describe('Code of the province that it belongs to today.'),
    from: z.string().nullable().describe('First day of this code, name and rank.'),
    to: z.string().nullable().describe('Last day; null where it stands today.'),
    region: z.string().nullable().describe('Key of its region.'),
  })
  .describe('A province in one period of its history.')

export const provinceCatalogModel = z
  .object({ items: z.array(provinceEntry).describe('Provinces, the older periods first.') })
  .describe('The provinces.')

export { diffModel, matrixModel, planModel, sectionModel, sectionRoleModel }

export type Status = z.infer<typeof statusModel>
export type Problem = z.infer<typeof problemModel>
export type PlanSummary = z.infer<typeof planSummaryModel>
export type SnippetItem = z.infer<typeof snippetModel>
export type SearchAnswer = z.infer<typeof searchAnswerModel>
export type IndicatorItem = z.infer<typeof indicatorItem>
export type CheckAnswer = z.infer<typeof checkAnswerModel>
export type Trail = z.infer<typeof step>[]
