// Digital signatures of an office file: who signed, and when.
import { X509Certificate } from 'node:crypto'
import type { Document } from '@xmldom/xmldom'
import type { Signature } from '../../model/plan.ts'
import { cleanLine } from '../../text/clean.ts'

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/

/** In order of time; signatures without one come last. */
export function signaturesOf(documents: readonly Document[]): Signature[] {
  return documents
    .filter((document) => document.documentElement?.localName === 'Signature')
    .map((document) => ({ signer: signerOf(document), time: timeOf(document) }))
    .filter(({ signer, time }) => signer !== null || time !== null)
    .sort((a, b) => (Date.parse(a.time ?? '') || Number.MAX_VALUE) - (Date.parse(b.time ?? '') || Number.MAX_VALUE))
}

/** Time as the package says (`mdssi:SignatureTime`), else as the signer's program says (XAdES). */
function timeOf(document: Document): string | null {
  for (const [parent, name] of [
    ['SignatureTime', 'Value'],
    ['SignedSignatureProperties', 'SigningTime'],
  ] as const) {
    const element = document.getElementsByTagNameNS('*', parent)[0]
    const time = element?.getElementsByTagNameNS('*', name)[0]?.textContent?.trim()
    if (time && TIME.test(time)) return time
  }
  return null
}

function signerOf(document: Document): string | null {
  const printed = document.getElementsByTagNameNS('*', 'X509SubjectName')[0]?.textContent
  if (printed) return commonName(printed, /[,\n]/)
  const certificates = Array.from(document.getElementsByTagNameNS('*', 'X509Certificate'))
  for (const { textContent } of certificates) {
    try {
      const certificate = new X509Certificate(Buffer.from(textContent ?? '', 'base64'))
      if (!certificate.ca || certificates.length === 1) return commonName(certificate.subject, /\n/)
    } catch {
      // Not a certificate that can be read: the next one may be.
    }
  }
  return null
}

/** The name in “CN=…, O=…”; the whole where there is none. */
function commonName(subject: string, mark: RegExp): string | null {
  const parts = subject.split(mark).map((part) => cleanLine(part))
  const name = parts.find((part) => /^CN\s*=/i.test(part))?.replace(/^CN\s*=\s*/i, '') ?? cleanLine(subject)
  return name.replace(/^"|"$/g, '') || null
}
