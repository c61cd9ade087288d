// The headers of two plans become the fields that differ.
import type { HeaderChange, Place } from '../model/diff.ts'
import type { Header, Plan, Span } from '../model/plan.ts'
import { nameKey } from '../text/fold.ts'
import { isShifted } from './duties.ts'

const FIELDS: readonly { field: string; words: (header: Header) => string | null; span?: keyof Header['spans'] }[] = [
  { field: 'number', words: ({ number }) => number, span: 'number' },
  { field: 'place', words: ({ place }) => place },
  { field: 'issuedOn', words: ({ issuedOn }) => issuedOn, span: 'issuedOn' },
  { field: 'documentType', words: ({ documentType }) => documentType },
  { field: 'title', words: ({ title }) => title, span: 'title' },
  { field: 'theme', words: ({ theme }) => theme, span: 'theme' },
  { field: 'year', words: ({ year }) => (year === null ? null : String(year)) },
  { field: 'province', words: ({ province }) => province?.name ?? null },
  { field: 'issuer', words: ({ issuer }) => issuer && [issuer.name, issuer.parent].filter(Boolean).join(', '), span: 'issuer' },
  { field: 'coIssuers', words: ({ coIssuers }) => listed(coIssuers.map(({ name }) => name)) },
  { field: 'signer', words: ({ signer }) => signer && listed([signer.onBehalfOf, signer.position, signer.name]), span: 'signer' },
  { field: 'coSigners', words: ({ coSigners }) => listed(coSigners.map(({ name }) => name)) },
  { field: 'addressees', words: ({ addressees }) => listed(addressees) },
  { field: 'distribution', words: ({ distribution }) => listed(distribution) },
]

export function headerChanges(before: Plan, after: Plan, years: number | null): HeaderChange[] {
  return FIELDS.flatMap(({ field, words, span }): HeaderChange[] => {
    const [a, b] = [words(before.header), words(after.header)]
    if (nameKey(a ?? '') === nameKey(b ?? '')) return []
    const place = (raw: string | null, { header }: Plan): Place | null =>
      raw ? { id: null, raw, span: span ? ((header.spans[span] as Span | null | undefined) ?? null) : null } : null
    const kind = !a ? 'added' : !b ? 'removed' : 'changed'
    return [{ field, kind, before: place(a, before), after: place(b, after), onlyYears: !!a && !!b && isShifted(a, b, years) }]
  })
}

function listed(words: readonly (string | null)[]): string | null {
  return words.filter(Boolean).join('; ') || null
}
