// An outlined document becomes its findings. The order is not free: references and phases need the dates, deadlines what is left.
import type { Message } from '../model/message.ts'
import { report } from '../model/message.ts'
import type { DateMention } from '../model/plan.ts'
import type { Source } from '../model/source.ts'
import { type FoundAssignment, findAssignments } from './assignments/index.ts'
import { type FoundDate, findDates } from './dates/index.ts'
import { roleOfDates } from './dates/roles.ts'
import { type FoundDeadline, findDeadlines } from './deadlines/index.ts'
import { type FoundHeader, readHeader } from './header/index.ts'
import { type FoundIndicator, findIndicators } from './indicators/index.ts'
import { type FoundReference, findLegalReferences } from './legal-references/index.ts'
import { type FoundPhase, findPhases } from './phases/index.ts'

export type Findings = {
  header: FoundHeader
  indicators: FoundIndicator[]
  references: FoundReference[]
  dates: (FoundDate & { role: DateMention['role'] })[]
  phases: FoundPhase[]
  deadlines: FoundDeadline[]
  assignments: FoundAssignment[]
  messages: Message[]
}

/** Everything that the document says, as ranges of its text. */
export function extractFindings(source: Source): Findings {
  const header = readHeader(source)
  const dates = findDates(source, header.year)
  const references = findLegalReferences(source, dates)
  const phases = findPhases(source, dates)
  const phaseDates = new Set(phases.flatMap((phase) => (phase.date ? [phase.date] : [])))
  const deadlines = findDeadlines(source, dates, new Set([...phaseDates, ...legalDates(dates, references)]))
  const deadlineDates = new Set(deadlines.flatMap((deadline) => (deadline.of ? [deadline.of] : [])))
  const roles = roleOfDates(dates, source, {
    issued: header.spans.issuedOn,
    references,
    phases: phaseDates,
    deadlines: deadlineDates,
  })
  const { indicators, messages } = findIndicators(source, dates, references, { first: header.firstYear, last: header.year })
  return {
    header,
    indicators,
    references,
    dates: dates.map((date, i) => ({ ...date, role: roles[i]! })),
    phases,
    deadlines,
    assignments: findAssignments(source),
    messages: [...messages, ...impossible(dates, source)],
  }
}

function legalDates(dates: readonly FoundDate[], references: readonly FoundReference[]): FoundDate[] {
  const extents = references.flatMap((reference) => reference.mentions.map((mention) => mention.extent))
  return dates.filter((date) => extents.some((extent) => date.start >= extent.start && date.end <= extent.end))
}

function impossible(dates: readonly FoundDate[], { document }: Source): Message[] {
  return dates
    .filter((date) => date.isImpossible)
    .map((date) => report('dates/impossible', date, { printed: document.text.slice(date.start, date.end) }))
}
