// The earliest day on which a plan can have been issued: as printed, else the latest day of an act that it cites.
import type { Plan } from '../../model/plan.ts'

export type IssueDay = { day: string; basis: 'printed' | 'implied' }

/** Null where neither is known. An act cited as one still to come would be later than the plan's own year. */
export function issueDay({ header, legalReferences }: Plan): IssueDay | null {
  const printed = header.issuedOn !== null && /^\d{4}/.test(header.issuedOn) ? header.issuedOn : null
  if (printed && /^\d{4}-\d{2}-\d{2}$/.test(printed)) return { day: printed, basis: 'printed' }
  const latest = legalReferences
    .flatMap(({ date }) => (date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? [date] : []))
    .filter((date) => header.year === null || Number(date.slice(0, 4)) <= header.year)
    .filter((date) => printed === null || date <= lastDay(printed))
    .sort()
    .at(-1)
  const begin = printed && firstDay(printed)
  if (latest && (!begin || latest > begin)) return { day: latest, basis: 'implied' }
  return begin ? { day: begin, basis: 'printed' } : null
}

/** The first day that an EDTF date can mean. */
export function firstDay(edtf: string): string {
  const [year, month = '01', day = '01'] = edtf.split('/')[0]!.split('-')
  return `${year}-${month === 'XX' ? '01' : month}-${day === 'XX' ? '01' : day}`
}

/** The last day that an EDTF date can mean, as a text that sorts behind all of its days. */
export function lastDay(edtf: string): string {
  const [year, month = '12', day = '31'] = (edtf.split('/')[1] ?? edtf).split('-')
  return `${year}-${month === 'XX' ? '12' : month}-${day === 'XX' ? '31' : day}`
}
