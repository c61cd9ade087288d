// Deadlines and phases become all-day events of a calendar (RFC 5545), recurring duties with their rule.
import type { Deadline, Phase, Plan } from '../model/plan.ts'
import { wellFormed } from '../text/clean.ts'
import { dayOf, daysOf, firstOccurrence, lastDayOfYear, type PlainDay, plainDay } from './days.ts'
import type { ExportOptions, TextFormat } from './format.ts'

type Language = ExportOptions['language']

const WORDS = {
  vi: { deadline: 'Hạn', phase: 'Giai đoạn', who: 'Đơn vị', to: 'Gửi', printed: 'Nguyên văn', page: 'Trang' },
  en: { deadline: 'Due', phase: 'Phase', who: 'By', to: 'To', printed: 'Printed', page: 'Page' },
} as const

const HEAD = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//kehoach//kehoach//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH']
const TAIL = ['END:VCALENDAR']

/** A calendar of the plans. What has no day that a calendar can show, a date without year for one, is left out. */
export function toIcs(plans: Iterable<Plan>, { language = 'vi' }: { language?: Language } = {}): string {
  // Spread, so that one plan in the place of a list is no empty calendar but an error.
  return lines([...HEAD, ...[...plans].flatMap((plan) => eventsOf(plan, language)), ...TAIL])
}

export const ics: TextFormat = {
  shape: 'text',
  ending: 'ics',
  async *write(plans, { language }) {
    yield lines(HEAD)
    for await (const plan of plans) yield lines(eventsOf(plan, language))
    yield lines(TAIL)
  },
}

type When = { start: PlainDay; end: PlainDay; rule: string | null }

function eventsOf(plan: Plan, language: Language): string[] {
  const issued = daysOf(plan.header.issuedOn)?.start ?? null
  const from = issued ?? (plan.header.year === null ? null : plainDay(plan.header.year, 1, 1))
  const seen = new Map<string, number>()
  const event = (kind: 'deadline' | 'phase', found: Deadline | Phase, summary: string, details: string[], when: When | null) => {
    if (when === null) return []
    const key = [kind, found.span.start, when.start, ...(when.rule ? ['r'] : [])].join('-')
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    const page = found.span.boxes[0]?.page
    const words = WORDS[language]
    return [
      'BEGIN:VEVENT',
      `UID:${plan.id}-${key}${count === 1 ? '' : `-${count}`}@kehoach.invalid`,
      `DTSTAMP:${from ?? '19700101'}T000000Z`,
      `DTSTART;VALUE=DATE:${when.start}`,
      `DTEND;VALUE=DATE:${when.end}`,
      ...(when.rule ? [`RRULE:${when.rule}`] : []),
      `SUMMARY:${escaped(`${words[kind]}: ${summary}`)}`,
      `DESCRIPTION:${escaped([...details, `${words.printed}: ${found.raw}`, ...(page ? [`${words.page}: ${page}`] : []), nameOf(plan)].join('\n'))}`,
      `CATEGORIES:${escaped(words[kind])}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  }
  return [
    ...plan.deadlines.flatMap((deadline) => {
      const { who, to, what } = deadline
      const details = [...(who ? [`${WORDS[language].who}: ${who}`] : []), ...(to ? [`${WORDS[language].to}: ${to}`] : [])]
      return event('deadline', deadline, what, details, dueOn(deadline, from, plan.header.year))
    }),
    ...plan.phases.flatMap((phase) =>
      event('phase', phase, phase.label, phase.focus ? [phase.focus] : [], phaseOn(phase, issued)),
    ),
  ]
}

function dueOn({ date, recurrence }: Deadline, from: PlainDay | null, year: number | null): When | null {
  const rule = recurrence === null ? null : allDayRule(recurrence)
  const dated = daysOf(date)
  if (rule === null) return dated && { ...dated, rule: null }
  const start = dated?.start ?? (from && firstOccurrence(rule, from))
  if (!start) return null
  // A duty of each month is one of the plan's time; the next plan says it anew.
  const last = year === null ? null : lastDayOfYear(year)
  const until = !rule.startsWith('FREQ=YEARLY') && last && last >= start ? `;UNTIL=${last}` : ''
  return { start, end: dayOf(start, 1), rule: rule + until }
}

function phaseOn({ start, end }: Phase, issued: PlainDay | null): When | null {
  const first = daysOf(start)
  const last = daysOf(end)
  const from = first?.start ?? (start === null ? issued : null)
  const to = last?.end ?? first?.end ?? null
  return from && to && to > from ? { start: from, end: to, rule: null } : null
}

const RULE = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL|BYMONTH|BYMONTHDAY|BYDAY|BYHOUR|BYMINUTE)=[\dA-Z,+-]+)*$/

/** Hours are no part of a rule of whole days (RFC 5545, 3.3.10); the description has them in the printed words. */
function allDayRule(recurrence: string): string | null {
  return RULE.test(recurrence) ? recurrence.replace(/;(?:BYHOUR|BYMINUTE)=[^;]+/g, '') : null
}

function nameOf({ header }: Plan): string {
  return [header.number, header.title, header.issuer?.name, header.province?.name].filter(Boolean).join(' · ')
}

function escaped(words: string): string {
  return wellFormed(words)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${folded(line)}\r\n`).join('')
}

const LONGEST_LINE = 75

/** No line is longer than 75 octets, and none is cut inside a letter. */
function folded(line: string): string {
  if (3 * line.length <= LONGEST_LINE) return line
  let written = ''
  let length = 0
  for (const letter of line) {
    const octets = octetsOf(letter.codePointAt(0)!)
    if (length + octets > LONGEST_LINE) {
      written += '\r\n '
      length = 1
    }
    written += letter
    length += octets
  }
  return written
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
