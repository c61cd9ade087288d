// The changes between two plans become a table for spreadsheets.
import type { Diff, Place } from '../model/diff.ts'
import { notesOf } from './diff.ts'
import { cleaned, sectionTitle } from './diff-sections.ts'
import { toCsv } from './escape.ts'
import { LABELS } from './labels.ts'
import { type Language, plainText } from './report.ts'

export function diffCsv(diff: Diff, language: Language): string {
  const heads = [
    'list',
    'kind',
    'what',
    'before',
    'after',
    'unit',
    'difference',
    'direction',
    'fields',
    'note',
    'beforePage',
    'afterPage',
    'code',
  ]
  const page = (place: Place | null) => place?.span?.boxes[0]?.page ?? null
  const row = (
    list: string,
    { kind, before, after }: { kind: string; before: Place | null; after: Place | null },
    what: string,
    more: (string | number | null)[],
  ) => [
    list,
    kind,
    what,
    before && cleaned(before.raw),
    after && cleaned(after.raw),
    ...more.slice(0, 5),
    page(before),
    page(after),
    more[5] ?? null,
  ]
  const years = (only: boolean) => (only ? LABELS.onlyYears[language] : null)
  return toCsv(heads, [
    ...diff.header.map((each) => row('header', each, each.field, [null, null, null, null, years(each.onlyYears)])),
    ...diff.indicators.map((each) => {
      const one = (each.after ?? each.before)!
      return row('indicators', each, one.name, [
        each.unitCode ?? one.unit,
        each.difference,
        each.direction,
        each.fields.join(' '),
        plainText(notesOf(each, language)),
        each.code,
      ])
    }),
    ...diff.legalReferences.map((each) =>
      row('legalReferences', each, [each.before?.key, each.after?.key].filter(Boolean).join(' → '), [
        null,
        null,
        null,
        null,
        each.basis,
      ]),
    ),
    ...(['phases', 'deadlines', 'assignments'] as const).flatMap((list) =>
      diff[list].map((each) => row(list, each, '', [null, null, null, each.fields.join(' '), years(each.onlyYears)])),
    ),
    ...diff.sections.map((each) =>
      row('sections', each, sectionTitle(each, language), [null, null, null, each.shape, years(each.onlyYears)]),
    ),
  ])
}
