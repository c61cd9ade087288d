// A plan becomes a `doc` of Akoma Ntoso 3.0 (OASIS LegalDocML): identification, preface, preamble, hierarchy, conclusions.
import type { Plan } from '../../model/plan.ts'
import type { FilesFormat } from '../format.ts'
import { metaOf } from './meta.ts'
import { partsOf } from './parts.ts'
import { escapeXml } from './xml.ts'

/** The document as XML, valid against akomantoso30.xsd. Its IRIs are our own assignment after the naming convention, see meta.ts. */
export function toAkn(plan: Plan): string {
  const { preface, preamble, body, conclusions } = partsOf(plan)
  const part = (name: string, content: readonly string[]) =>
    content.length === 0 ? [] : [`<${name} eId="${name}">`, ...content, `</${name}>`]
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
    `<doc name="${escapeXml(plan.header.documentType ?? 'doc')}" contains="originalVersion">`,
    ...metaOf(plan),
    ...part('preface', preface),
    ...part('preamble', preamble),
    ...part('mainBody', body.length > 0 ? body : ['<p/>']),
    ...part('conclusions', conclusions),
    '</doc>',
    '</akomaNtoso>',
  ].join('\n')}\n`
}

export const akn: FilesFormat = { shape: 'files', ending: 'akn.xml', write: (plan) => toAkn(plan) }
