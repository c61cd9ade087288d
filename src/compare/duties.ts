// Phases, deadlines and assignments of two plans become the changes between them, matched by what they are about.
import type { AssignmentChange, DeadlineChange, PhaseChange, Place } from '../model/diff.ts'
import type { Assignment, Deadline, Phase, Plan } from '../model/plan.ts'
import { nameKey } from '../text/fold.ts'
import { pairUp } from './pair.ts'
import { bagsOf, likeness, topicWords } from './tokens.ts'

const LEAST_ALIKE = 0.45

/** Each of these differs from itself in nothing: words compare without case, dashes and marks at their ends. */
type Aspects<T, F extends string> = Readonly<Record<F, (item: T) => string>>

type Change<F> = {
  kind: 'added' | 'removed' | 'changed'
  before: Place | null
  after: Place | null
  fields: F[]
  onlyYears: boolean
}

export function phaseChanges(before: Plan, after: Plan, years: number | null): PhaseChange[] {
  const aspects: Aspects<Phase, 'start' | 'end' | 'label' | 'focus'> = {
    start: ({ start }) => start ?? '',
    end: ({ end }) => end ?? '',
    label: ({ label }) => wordsOf(label),
    focus: ({ focus }) => wordsOf(focus ?? ''),
  }
  const topic = ({ label, focus }: Phase) => `${label} ${focus ?? ''}`
  return changesOf(
    before.phases,
    after.phases,
    topic,
    aspects,
    'phase',
    years,
    sameWords(({ label }) => label),
  )
}

export function deadlineChanges(before: Plan, after: Plan, years: number | null): DeadlineChange[] {
  const aspects: Aspects<Deadline, 'date' | 'what' | 'who' | 'recurrence'> = {
    date: ({ date }) => date ?? '',
    what: ({ what }) => wordsOf(what),
    who: ({ who }) => wordsOf(who ?? ''),
    recurrence: ({ recurrence }) => recurrence ?? '',
  }
  return changesOf(before.deadlines, after.deadlines, ({ what, who }) => `${what} ${who ?? ''}`, aspects, 'deadline', years)
}

export function assignmentChanges(before: Plan, after: Plan, years: number | null): AssignmentChange[] {
  const aspects: Aspects<Assignment, 'role' | 'tasks' | 'unit'> = {
    role: ({ role }) => role ?? '',
    tasks: ({ tasks }) => wordsOf(tasks.join('; ')),
    unit: ({ unit }) => wordsOf(unit),
  }
  const topic = ({ unit, tasks }: Assignment) => `${unit} ${unit} ${tasks.join(' ')}`
  return changesOf(
    before.assignments,
    after.assignments,
    topic,
    aspects,
    'assignment',
    years,
    sameWords(({ unit }) => unit),
  )
}

function changesOf<T extends { raw: string; span: Place['span'] }, F extends string>(
  before: readonly T[],
  after: readonly T[],
  topic: (item: T) => string,
  aspects: Aspects<T, F>,
  kind: string,
  years: number | null,
  bonus: (a: T, b: T) => number = () => 0,
): Change<F>[] {
  const bags = bagsOf([...before, ...after].map((item) => topicWords(topic(item))))
  const names = Object.keys(aspects) as F[]
  const { pairs, onlyBefore, onlyAfter } = pairUp(before.length, after.length, (i, j) => {
    const [a, b] = [before[i]!, after[j]!]
    const alike = likeness(bags[i]!, bags[before.length + j]!) + bonus(a, b)
    if (alike < LEAST_ALIKE) return 0
    const shared = names.filter((name) => aspects[name](a) === aspects[name](b)).length / names.length
    return alike + 0.2 * shared + 0.02 * (1 - Math.abs(i / before.length - j / after.length))
  })
  const place = (item: T, i: number): Place => ({ id: `${kind}-${i + 1}`, raw: item.raw, span: item.span })
  const changes: { order: number; change: Change<F> }[] = []
  for (const { before: i, after: j } of pairs) {
    const [a, b] = [before[i]!, after[j]!]
    const fields = names.filter((name) => aspects[name](a) !== aspects[name](b))
    if (fields.length === 0) continue
    const onlyYears = fields.every((name) => isShifted(aspects[name](a), aspects[name](b), years))
    changes.push({ order: i, change: { kind: 'changed', before: place(a, i), after: place(b, j), fields, onlyYears } })
  }
  for (const i of onlyBefore)
    changes.push({
      order: i,
      change: { kind: 'removed', before: place(before[i]!, i), after: null, fields: [], onlyYears: false },
    })
  for (const j of onlyAfter)
    changes.push({
      order: before.length + j,
      change: { kind: 'added', before: null, after: place(after[j]!, j), fields: [], onlyYears: false },
    })
  return changes.sort((x, y) => x.order - y.order).map(({ change }) => change)
}

/** Whether the second is the first with every year moved on by so many years, the last day of February among them. */
export function isShifted(before: string, after: string, years: number | null): boolean {
  if (years === null || years === 0) return before === after
  const shifted = before.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(Number(year) + years))
  return lastOfFebruary(shifted) === lastOfFebruary(after)
}

function lastOfFebruary(words: string): string {
  return words.replace(/-02-(?:28|29)/g, '-02-end')
}

function sameWords<T>(part: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (wordsOf(part(a)) === wordsOf(part(b)) ? 0.3 : 0)
}

function wordsOf(text: string): string {
  return nameKey(text).replace(/^[-+*•"'() ]+|["'() ]+$/gu, '')
}
