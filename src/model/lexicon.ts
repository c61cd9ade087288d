// What a lexicon is: the words and phrases of the grammar, as data that a user can extend without touching code.
import * as z from 'zod'

/** The tags of the two grammars, their parents, and what a phrase with the tag does. */
export const TAGS = {
  // Targets: the words around a number.
  AtLeast: { grammar: 'targets', parents: ['Comparator'], does: 'the number is a lower limit that counts: >=' },
  AtMost: { grammar: 'targets', parents: ['Comparator'], does: 'the number is an upper limit that counts: <=' },
  Above: { grammar: 'targets', parents: ['Comparator'], does: 'the number is a lower limit that does not count: >' },
  Below: { grammar: 'targets', parents: ['Comparator'], does: 'the number is an upper limit that does not count: <' },
  OrMore: { grammar: 'targets', parents: ['Stop'], does: 'behind the number or its noun: >=' },
  OrLess: { grammar: 'targets', parents: ['Stop'], does: 'behind the number or its noun: <=' },
  Unit: { grammar: 'targets', parents: [], does: 'a counted noun that is a unit by itself, whatever stands behind it' },
  Score: { grammar: 'targets', parents: [], does: 'the unit of a grade' },
  Rank: { grammar: 'targets', parents: [], does: 'the unit of a rank' },
  Money: { grammar: 'targets', parents: [], does: 'the unit of an amount of money' },
  Size: {
    grammar: 'targets',
    parents: [],
    does: 'a unit of time, age or size: a target only where something is measured',
  },
  Label: { grammar: 'targets', parents: [], does: 'makes the number right behind it an ordinal or a name: quý 2' },
  Grade: { grammar: 'targets', parents: [], does: 'makes the number behind it a grade, also in “mức trên 3”' },
  Merit: { grammar: 'targets', parents: [], does: 'a grade of quality or an ordinal behind a number: no counted noun' },
  People: { grammar: 'targets', parents: [], does: 'the people that a rate counts in' },
  Power: { grammar: 'targets', parents: [], does: 'a power of ten written as a word' },
  Plain: { grammar: 'targets', parents: [], does: 'what a word of it would do alone, the phrase does not: thí điểm is no grade' },
  Stop: { grammar: 'targets', parents: [], does: 'ends the counted noun: a verb or a preposition' },
  // Agencies: who has to do what.
  Group: { grammar: 'agencies', parents: [], does: 'several bodies: các, những' },
  Body: { grammar: 'agencies', parents: [], does: 'begins the name of a body or of a person who leads one' },
  Name: { grammar: 'agencies', parents: [], does: 'goes on with a name, though its first word alone would end it' },
  Link: { grammar: 'agencies', parents: [], does: 'joins the words of a name, and ends none' },
  End: { grammar: 'agencies', parents: [], does: 'ends the name of a body' },
  Duty: { grammar: 'agencies', parents: ['End'], does: 'a verb that gives the body before it a duty' },
  Charge: { grammar: 'agencies', parents: ['Duty', 'End'], does: 'leads to the duty: có trách nhiệm' },
  Basis: {
    grammar: 'agencies',
    parents: ['Duty', 'End'],
    does: 'a duty that may only lead to another: căn cứ nhiệm vụ được giao, …',
  },
  Given: { grammar: 'agencies', parents: ['End'], does: 'leads to a duty that was given before' },
  Lead: { grammar: 'agencies', parents: ['Duty', 'End'], does: 'a duty of the one who leads' },
  Support: {
    grammar: 'agencies',
    parents: ['Duty', 'End'],
    does: 'a duty of one who supports; who is named behind it supports a lead',
  },
  Alongside: { grammar: 'agencies', parents: ['End'], does: 'who is named behind it supports a lead' },
} as const satisfies Record<string, { grammar: 'targets' | 'agencies'; parents: readonly string[]; does: string }>

export type Tag = keyof typeof TAGS

const TAG_NAMES = Object.keys(TAGS) as [Tag, ...Tag[]]

const entryModel = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
    .describe('Name of the entry: lower case letters, digits, dots and dashes; unique.'),
  tag: z.enum(TAG_NAMES).describe('What the phrases do in the grammar.'),
  forms: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(80)
        .regex(/^[^\r\n\t]*$/),
    )
    .min(1)
    .max(500)
    .describe('Written forms, in Unicode; capitals and the place of tone marks (hoà, hòa) do not matter.'),
})

export const lexiconModel = z.strictObject({
  version: z.literal(1).describe('Version of this format.'),
  entries: z.array(entryModel).max(2000).describe('Phrases of one tag each.'),
})

export type Lexicon = z.infer<typeof lexiconModel>
export type LexiconEntry = z.infer<typeof entryModel>
