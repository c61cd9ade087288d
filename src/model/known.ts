// What the catalogue adds to a finding of a plan: why an indicator has its code, and what is known of an act.
import * as z from 'zod'

export const codeMatchModel = z
  .object({
    confidence: z.number().min(0).max(1).describe('How sure the code is, 0 to 1, by the kind of match.'),
    basis: z
      .enum(['alias', 'pattern', 'context'])
      .describe(
        'alias: the words of a known name; pattern: all words are known to a pattern; context: with words of the unit, parent or group.',
      ),
    matched: z.string().describe('The name or pattern of the catalogue that fitted.'),
  })
  .nullable()
  .describe('Why it has this code; null where it has none.')

export const knownActModel = z
  .object({
    key: z.string().describe('Key of the act in the catalogue.'),
    from: z.string().nullable().describe('First day in force; null where not verified.'),
    to: z.string().nullable().describe('Last day in force; null where it is in force or not verified.'),
    isInForce: z
      .boolean()
      .nullable()
      .describe('Whether it was in force on the day of issue; null where not verified or no year is known.'),
    replacedBy: z.string().nullable().describe('Key of the act that stood in its place on that day; null where none is known.'),
    confidence: z
      .enum(['A', 'B', 'C'])
      .describe('How well the catalogue knows it: A the act itself, B two or more sources, C one.'),
  })
  .nullable()
  .describe('What the catalogue knows of the act; null where it does not hold it.')
