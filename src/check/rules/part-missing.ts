// Parts that Decree 30/2020/NĐ-CP (annex I) asks of an administrative document and that this one does not have.
import type { Plan } from '../../model/plan.ts'
import { foldText } from '../../text/fold.ts'
import { type Finding, isRecognised, type Odd, type Rule } from './rule.ts'

type Part = {
  vi: string
  en: string
  severity?: Finding['severity']
  isThere: (plan: Plan) => boolean
  isFor?: (type: string) => boolean
}

const PARTS: readonly Part[] = [
  { vi: 'số, ký hiệu', en: 'number', isThere: ({ header }) => header.number !== null },
  { vi: 'ngày ban hành', en: 'day of issue', isThere: ({ header }) => header.issuedOn !== null },
  {
    vi: 'căn cứ',
    en: 'legal basis',
    isThere: ({ header, text }) => header.legalBasis.length > 0 || /(?:^|\n)[-+•* ]*(?:căn cứ|thực hiện)/iu.test(foldText(text)),
    isFor: (type) => type === 'ke-hoach' || type === 'quyet-dinh',
  },
  {
    vi: 'nơi nhận',
    en: 'distribution',
    severity: 'warning',
    isThere: ({ header, text }) => header.distribution.length > 0 || /nơi nhận/iu.test(text),
  },
  { vi: 'người ký', en: 'signer', severity: 'warning', isThere: ({ header }) => header.signer !== null },
]

export const partMissing: Rule = {
  id: 'part-missing',
  severity: 'warning',
  about: {
    vi: 'Thiếu thành phần thể thức (Nghị định 30/2020/NĐ-CP).',
    en: 'A part that Decree 30/2020/NĐ-CP asks for is missing.',
  },
  find(plan) {
    const type = plan.header.documentType
    // Law has forms of its own.
    if (type === 'thong-tu' || type === 'nghi-dinh' || type === 'luat') return []
    // An annex or a piece of a document has no head to miss.
    if (type === null || plan.header.title === null) return []
    return PARTS.filter((part) => (part.isFor?.(type) ?? true) && !part.isThere(plan)).map(
      ({ vi, en, severity = 'info' }): Odd => ({
        span: null,
        severity: isRecognised(plan) ? 'info' : severity,
        text: { vi: `Không thấy ${vi}.`, en: `No ${en} was found.` },
      }),
    )
  },
}
