// The header of a plan becomes the metadata of Akoma Ntoso: work, expression, manifestation, and whom and what the text speaks of.
//
// work           /akn/vn/doc/ke-hoach/so-y-te.bac-giang/2024-02-15/12-kh-syt   type, issuer and province, day (or year), number
// expression     …/vie@2024-02-15
// manifestation  …/vie@2024-02-15.xml
// Where no number is printed its place is taken by the plan's id; where no date is, by nothing.
import type { Plan } from '../../model/plan.ts'
import { daysOf, wholeDayOf, yearOf } from '../../text/edtf.ts'
import { slugOf } from '../../text/fold.ts'
import { attribute } from './xml.ts'

const SOURCE = '#kehoach'

export function metaOf(plan: Plan): string[] {
  const { header, source } = plan
  const iris = irisOf(plan)
  const date = `<FRBRdate${attribute('date', dateOf(plan).date)}${attribute('name', dateOf(plan).name)}/>`
  const author = `<FRBRauthor${attribute('href', header.issuer ? '#issuer' : SOURCE)}/>`
  const level = (name: string, uri: string, whole: string, properties: readonly string[]) => [
    `<${name}>`,
    `<FRBRthis${attribute('value', uri)}/>`,
    `<FRBRuri${attribute('value', whole)}/>`,
    date,
    author,
    ...properties,
    `</${name}>`,
  ]
  const value = (name: string, words: string | null) => (words ? [`<${name}${attribute('value', words)}/>`] : [])
  return [
    '<meta>',
    `<identification${attribute('source', SOURCE)}>`,
    ...level('FRBRWork', `${iris.work}/!main`, iris.work, [
      '<FRBRcountry value="vn"/>',
      ...value('FRBRsubtype', header.documentType),
      ...value('FRBRnumber', header.number),
      ...value('FRBRname', header.title),
    ]),
    ...level('FRBRExpression', `${iris.expression}/!main`, iris.expression, ['<FRBRlanguage language="vie"/>']),
    ...level('FRBRManifestation', `${iris.expression}/!main.xml`, `${iris.expression}.xml`, [
      '<FRBRformat value="application/akn+xml"/>',
    ]),
    '</identification>',
    ...lifecycleOf(plan),
    ...referencesOf(plan, iris.expression),
    `<proprietary${attribute('source', SOURCE)}>`,
    `<plan xmlns="urn:kehoach:plan"${attribute('id', plan.id)}${attribute('sha256', source.sha256)}${attribute('path', source.path)}${attribute('mediaType', source.mediaType)}/>`,
    '</proprietary>',
    '</meta>',
  ]
}

function irisOf({ id, header }: Plan): { work: string; expression: string } {
  const day = wholeDayOf(header.issuedOn) ?? String(yearOf(header.issuedOn) ?? '')
  const author = [header.issuer?.name, header.province?.name].flatMap((name) => (name ? [slugOf(name)] : [])).join('.')
  // A number that a pen was to write in says nothing yet.
  const number = /\d/.test(header.number ?? '') ? slugOf(header.number!) : id
  const parts = [header.documentType ?? 'van-ban', author, day, number].map(slugOfPath).filter((part) => part !== '')
  const work = `/akn/vn/doc/${parts.join('/')}`
  return { work, expression: `${work}/vie@${day}` }
}

function slugOfPath(part: string): string {
  return part.replace(/[^a-z0-9.-]/gi, '')
}

/** The schema wants a day: of a date that is not wholly known, or none of the calendar, the first of its month or year, and `name` says so. */
function dateOf({ header }: Plan): { date: string; name: string } {
  const issued = wholeDayOf(header.issuedOn)
  if (issued) return { date: issued, name: 'issued' }
  const { first } = daysOf(header.issuedOn?.slice(0, 'YYYY-MM'.length) ?? null)
  if (first) return { date: first, name: 'issued-not-before' }
  return header.year === null ? { date: '0001-01-01', name: 'unknown' } : { date: `${header.year}-01-01`, name: 'year-of-plan' }
}

function lifecycleOf({ header }: Plan): string[] {
  const issued = wholeDayOf(header.issuedOn)
  if (!issued) return []
  return [
    `<lifecycle${attribute('source', SOURCE)}>`,
    `<eventRef eId="issued"${attribute('date', issued)} source="#original" type="generation"/>`,
    '</lifecycle>',
  ]
}

/** How the text names a cited act: by its urn, else by its place in the list of references. */
export function hrefOf(reference: Plan['legalReferences'][number], index: number): string {
  return reference.urn ?? `#act-${index + 1}`
}

function referencesOf({ header, legalReferences }: Plan, expression: string): string[] {
  const item = (name: string, id: string, href: string, showAs: string, more = '') =>
    `<${name}${attribute('eId', id)}${attribute('href', href)}${attribute('showAs', showAs)}${more}/>`
  const ontology = (kind: string, ...names: (string | null | undefined)[]) =>
    `/akn/ontology/${kind}/vn/${names.flatMap((name) => (name ? [slugOfPath(slugOf(name))] : [])).join('.') || 'unknown'}`
  const province = header.province?.name
  return [
    `<references${attribute('source', SOURCE)}>`,
    item('original', 'original', expression, header.title ?? 'original'),
    item('TLCOrganization', 'kehoach', '/akn/ontology/organization/vn/kehoach', 'kehoach'),
    ...(header.issuer
      ? [item('TLCOrganization', 'issuer', ontology('organization', header.issuer.name, province), header.issuer.name)]
      : []),
    ...header.coIssuers.map(({ name }, i) =>
      item('TLCOrganization', `issuer-${i + 2}`, ontology('organization', name, province), name),
    ),
    ...(province ? [item('TLCLocation', 'province', ontology('location', province), province)] : []),
    ...(header.signer?.name ? [item('TLCPerson', 'signer', ontology('person', header.signer.name), header.signer.name)] : []),
    ...legalReferences.map((each, i) =>
      item(
        'TLCReference',
        `act-${i + 1}`,
        each.urn ?? ontology('act', each.key),
        each.key,
        attribute('name', each.type || 'act'),
      ),
    ),
    '</references>',
  ]
}
