// The catalogue: provinces, indicators, units and acts as versioned data. The source of truth for types and JSON Schema; a user's own file has the same form.
import * as z from 'zod'

const day = (what: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .describe(what)

const province = z
  .object({
    code: z.string().regex(/^\d{2}$/).describe('Two-digit code of the General Statistics Office; an identity only together with the dates.'),
    name: z.string().describe('Name without Tỉnh or Thành phố.'),
    isCity: z.boolean().describe('A city under the central government; else a province.'),
    from: day('First day of this code, name and rank; null where it is older than this catalogue.'),
    to: day('Last day; null where it stands today.'),
    into: z.string().regex(/^\d{2}$/).nullable().describe('Code of the province that follows it on the day after `to`; null where it stands today.'),
    region: z.string().nullable().describe('Key of its region in `regions`; null where unknown.'),
    variants: z.array(z.string()).describe('Other spellings and abbreviations; marks, dashes and blanks are ignored in the look-up.'),
  })
  .describe('A province, or a city of that rank, in one period of its history.') // biome-ignore format: one field a line

const region = z
  .object({
    key: z.string().describe('Key that provinces refer to.'),
    vi: z.string().describe('Vietnamese name.'),
    en: z.string().describe('English name.'),
    source: z.string().describe('Where the grouping comes from.'),
  })
  .describe('A socio-economic region.')

const indicator = z
  .object({
    code: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).describe('Our own code; never an official one.'),
    category: z.string().describe('Part of the dictionary: workforce, beds, commune, immunisation …'),
    measure: z.enum(['share', 'rate', 'count', 'mean', 'index', 'state']).describe('Kind of figure: part of a whole, per so many, number of things, average, index, state that holds or not.'),
    vi: z.string().describe('Vietnamese name.'),
    en: z.string().describe('English name.'),
    definition: z.string().describe('What is measured, in one line.'),
    unit: z.string().nullable().describe('Usual unit in UCUM; values of other units in `also` are converted to it.'),
    also: z.array(z.string()).default([]).describe('Other units in UCUM in which plans print it and that convert.'),
    denominator: z.string().nullable().default(null).describe('What a share or rate is counted on, in words.'),
    direction: z.enum(['higher', 'lower']).nullable().default(null).describe('Which way is better; null where neither is.'),
    sources: z.array(z.string()).default([]).describe('Lists that hold it: the key of an act, “SDG 3.1.1”, “WHO”; [] where none is known.'),
    aliases: z.array(z.string()).default([]).describe('Names as plans print them; spelling, order and empty words do not matter.'),
    patterns: z.array(z.string()).default([]).describe('Parts by “;”, alternatives by “|”, optional parts in brackets; a name fits where it holds every part and nothing else.'),
    not: z.array(z.string()).default([]).describe('Codes of look-alikes that must not be merged with it.'),
  })
  .describe('An indicator of the dictionary.') // biome-ignore format: one field a line

const unit = z
  .object({
    code: z.string().describe('UCUM; counted things as an annotation: {person}.'),
    measure: z.enum(['percent', 'permille', 'per', 'count', 'quantity']).describe('Kind of unit.'),
    scale: z.number().positive().nullable().describe('Factor to the unit 1, for units that convert; null for the others.'),
    forms: z.array(z.string()).min(1).describe('Printed forms, in any case; for `per`, words that the printed unit or the name holds.'),
  })
  .describe('A unit of measure.') // biome-ignore format: one field a line

const act = z
  .object({
    key: z.string().describe('Số ký hiệu, blanks removed.'),
    type: z.string().describe('Kind of act as a slug: luat, nghi-dinh …'),
    name: z.string().nullable().describe('The name by which plans cite it; null where they cite it by number only.'),
    about: z.string().describe('What it is about.'),
    aliases: z.array(z.string()).default([]).describe('Other names.'),
    issued: day('Day of issue; null where not verified.'),
    from: day('First day in force; null where not verified.'),
    to: day('Last day in force; null where it is in force or the day is not verified.'),
    replacedBy: z.string().nullable().default(null).describe('Key of the act that replaced it; null where none is known.'),
    confidence: z.enum(['A', 'B', 'C']).describe('A: read from the act; B: two or more secondary sources; C: one.'),
    note: z.string().nullable().default(null).describe('What is not verified.'),
  })
  .describe('An act with its time in force.')

const nationalTarget = z
  .object({
    indicator: z.string().describe('Code of the indicator.'),
    year: z.int().describe('The year by which it is to be reached.'),
    comparator: z.enum(['=', '>=', '<=', '>', '<']).describe('How the value is meant.'),
    value: z.number().describe('In the usual unit of the indicator.'),
    act: z.string().describe('Số ký hiệu of the act that sets it.'),
    issued: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('Day of issue of the act: numbers of decisions come again every year.'),
    confidence: z.enum(['A', 'B', 'C']).describe('As of an act.'),
    note: z.string().nullable().default(null).describe('What it is limited to; null where nothing.'),
  })
  .describe('What the whole country is to reach.') // biome-ignore format: one field a line

const family = z
  .object({
    key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).describe('Our own key.'),
    vi: z.string().describe('Vietnamese name.'),
    en: z.string().describe('English name.'),
    codes: z.array(z.string()).min(2).describe('Codes of its indicators.'),
  })
  .describe('Indicators of one matter under several definitions: they stand side by side and are never compared as values.') // biome-ignore format: one field a line

export const catalogModel = z
  .object({
    $schema: z.string().optional().describe('Where the schema of this file lies.'),
    version: z.string().describe('Version of the data.'),
    provinces: z.array(province).optional().describe('Provinces in each period of their history; not taken from a user’s file.'),
    regions: z.array(region).optional().describe('Regions; not taken from a user’s file.'),
    districts: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('Names of districts by the code of their province until 2025-06-30; not taken from a user’s file.'),
    indicators: z.array(indicator).optional().describe('Indicators; one with a known code replaces it.'),
    aliases: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('More names by the code of an indicator: what plans of one’s own province call it.'),
    spellings: z
      .record(z.string(), z.array(z.string().min(2)))
      .optional()
      .describe('More spellings and abbreviations of provinces by their names: “Thừa Thiên Huế”; forms known before go on to mean what they meant.'),
    units: z.array(unit).optional().describe('Units of measure; forms known before go on to mean what they meant.'),
    acts: z.array(act).optional().describe('Acts; one with a known key replaces it.'),
    nationalTargets: z.array(nationalTarget).optional().describe('National targets; one of the same indicator, year and act replaces ours.'),
    families: z.array(family).optional().describe('Families of indicators; not taken from a user’s file.'),
  })
  .strict()
  .describe('A catalogue of kehoach: facts that make plans comparable.') // biome-ignore format: one field a line

export { indicator as indicatorEntryModel }

export type ProvincePeriod = z.infer<typeof province>
export type Region = z.infer<typeof region>
export type IndicatorEntry = z.infer<typeof indicator>
export type UnitEntry = z.infer<typeof unit>
export type ActEntry = z.infer<typeof act>
export type NationalTarget = z.infer<typeof nationalTarget>
export type Family = z.infer<typeof family>
export type CatalogFile = z.infer<typeof catalogModel>

/** The JSON Schema of a catalogue file, draft 2020-12. */
export function catalogSchema(): object {
  return { title: 'kehoach catalogue', ...z.toJSONSchema(catalogModel, { target: 'draft-2020-12', io: 'input' }) }
}
