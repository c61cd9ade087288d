// The changes between two plans become a report and a table for spreadsheets.
import { typeLabel } from '../catalog/document-types.ts'
import type { Amount, Diff, IndicatorChange, Place, PlanSide, SectionChange, WordRun } from '../model/diff.ts'
import type { Plan } from '../model/plan.ts'
import { slope } from './charts.ts'
import { toCsv } from './escape.ts'
import { DIRECTIONS, DOUBTS, FIELDS, KINDS, LABELS } from './labels.ts'
import {
  type Block,
  type Language,
  type Line,
  line,
  linesAround,
  numberIn,
  plainText,
  quoting,
  type Report,
  type Run,
  run,
} from './report.ts'

const LISTS = ['header', 'indicators', 'legalReferences', 'phases', 'deadlines', 'assignments', 'sections'] as const
/** Words of an unchanged stretch that stand before and behind a change. */
const CONTEXT = 14
const MOST_SLOPES = 40

type Side = 'before' | 'after'
type Cite = (side: Side, place: Place | null) => string | null

export function diffReport(diff: Diff, before: Plan, after: Plan, language: Language): Report {
  const { sources, quote } = quoting()
  const plans = { before, after }
  const cite: Cite = (side, place) => {
    if (!place?.span) return null
    const plan = plans[side]
    const { words, at } = linesAround(plan.text, place.span)
    return quote(side, `${LABELS[side][language]}: ${sideTitle(diff[side], language)}`, words, at, place.raw, place.span)
  }
  const label = (name: keyof typeof LABELS) => LABELS[name][language]
  const blocks: Block[] = [
    {
      kind: 'list',
      items: (['before', 'after'] as const).map((side) => [
        run(`${label(side)}: `, 'strong'),
        run(sideTitle(diff[side], language)),
      ]),
    },
  ]
  const counts = LISTS.flatMap((list) => (diff[list].length === 0 ? [] : [`${label(list)}: ${diff[list].length}`]))
  blocks.push({ kind: 'line', runs: line(counts.length === 0 ? label('none') : counts.join(' · ')) })
  blocks.push(...headerBlocks(diff, language, cite), ...indicatorBlocks(diff, language, cite))
  blocks.push(...referenceBlocks(diff, language, cite))
  for (const list of ['phases', 'deadlines', 'assignments'] as const) blocks.push(...dutyBlocks(diff, list, language, cite))
  blocks.push(...sectionBlocks(diff, plans, language))
  const share = (value: number) => `${numberIn(language, Math.round(value * 1000) / 10)} %`
  blocks.push(
    { kind: 'heading', text: label('copied'), level: 2 },
    {
      kind: 'line',
      runs: line(`${label('before')}: ${share(diff.copied.before)} · ${label('after')}: ${share(diff.copied.after)}`),
    },
  )
  return { language, title: label('diff'), blocks, sources }
}

export function sideTitle({ number, title, documentType, year, province, path }: PlanSide, language: Language): string {
  const name = [typeLabel(documentType, language), number].filter(Boolean).join(' ')
  return `${[name, title, province, year].filter((part) => part !== null && part !== '').join(', ')} (${path})`
}

function headed(diff: Diff, list: (typeof LISTS)[number], language: Language, blocks: Block[]): Block[] {
  const { length } = diff[list]
  return length === 0 ? [] : [{ kind: 'heading', text: `${LABELS[list][language]} (${length})`, level: 2 }, ...blocks]
}

function sides(language: Language): { head: string }[] {
  return [{ head: LABELS.before[language] }, { head: LABELS.after[language] }]
}

function headerBlocks(diff: Diff, language: Language, cite: Cite): Block[] {
  const rows = diff.header.map(({ field, before, after, onlyYears }): Line[] => [
    line(FIELDS[field]?.[language] ?? field),
    line(before?.raw ?? '–', onlyYears ? 'dim' : 'removed', cite('before', before)),
    line(after?.raw ?? '–', onlyYears ? 'dim' : 'added', cite('after', after)),
  ])
  return headed(diff, 'header', language, [{ kind: 'table', columns: [{ head: '' }, ...sides(language)], rows }])
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ' }

export function amountWords(
  amount: Pick<Amount, 'comparator' | 'value' | 'valueMax' | 'valueText' | 'change'>,
  language: Language,
): string {
  const { comparator, value, valueMax, valueText, change } = amount
  if (value === null) return valueText ?? ''
  const sign =
    change === 'increase'
      ? language === 'vi'
        ? 'tăng '
        : 'up '
      : change === 'decrease'
        ? language === 'vi'
          ? 'giảm '
          : 'down '
        : ''
  const end = valueMax === null ? '' : ` – ${numberIn(language, valueMax)}`
  return `${sign}${SIGNS[comparator] ?? ''}${numberIn(language, value)}${end}`
}

function indicatorBlocks(diff: Diff, language: Language, cite: Cite): Block[] {
  const label = (name: keyof typeof LABELS) => LABELS[name][language]
  const rows = diff.indicators.map((change): Line[] => {
    const { before, after, difference, direction, kind } = change
    const mark = direction === 'better' ? 'good' : direction === 'worse' ? 'bad' : undefined
    const side = (which: Side): Line => {
      const amount = change[which]
      if (!amount) return line('–', 'dim')
      const converted =
        amount.converted === null || amount.unitCode === change.unitCode
          ? []
          : [run(` (${label('converted')}: ${numberIn(language, amount.converted)} ${change.unitCode})`, 'dim')]
      const unit = amount.unit ? ` ${amount.unit}` : ''
      const shown = kind === 'added' ? 'added' : kind === 'removed' ? 'removed' : undefined
      return [run(amountWords(amount, language) || amount.raw, shown, cite(which, amount)), run(unit, 'dim'), ...converted]
    }
    const signed =
      difference === null || difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${numberIn(language, Math.abs(difference))}`
    return [
      line((after ?? before)!.name),
      side('before'),
      side('after'),
      line(signed, mark),
      line(direction === null || difference === 0 ? '' : DIRECTIONS[direction]![language], mark),
      notesOf(change, language),
    ]
  })
  const columns = [
    { head: label('indicator') },
    { head: label('before'), align: 'right' as const },
    { head: label('after'), align: 'right' as const },
    { head: label('difference'), align: 'right' as const },
    { head: label('direction') },
    { head: label('note') },
  ]
  const points = diff.indicators.flatMap(({ before, after, isRedefined, direction }) => {
    if (isRedefined || before?.value == null || after?.value == null || before.change !== null || after.change !== null) return []
    const [a, b] = [before.converted ?? before.value, after.converted ?? after.value]
    return a === b ? [] : [{ name: after.name, before: a, after: b, direction }]
  })
  const figure: Block[] = points.length === 0 ? [] : [{ kind: 'figure', svg: slope(points.slice(0, MOST_SLOPES), language) }]
  return headed(diff, 'indicators', language, [{ kind: 'table', columns, rows }, ...figure])
}

function notesOf({ kind, fields, isRedefined, doubts, before, after }: IndicatorChange, language: Language): Line {
  const notes: Run[] = []
  if (kind !== 'changed') notes.push(run(KINDS[kind]![language], 'strong'))
  if (isRedefined) {
    const parts = fields.filter((field) => ['scope', 'unit', 'change'].includes(field)).map((field) => FIELDS[field]![language])
    notes.push(run(`${LABELS.redefined[language]}: ${parts.join(', ')}`, 'strong'))
    if (fields.includes('scope')) notes.push(run(`“${before?.scope ?? '–'}” → “${after?.scope ?? '–'}”`))
    if (fields.includes('unit')) notes.push(run(`“${before?.unit ?? '–'}” → “${after?.unit ?? '–'}”`))
  }
  if (fields.includes('name')) notes.push(run(`${FIELDS.name![language]}: “${before?.name}” → “${after?.name}”`))
  if (fields.includes('year')) notes.push(run(`${FIELDS.year![language]}: ${before?.year} → ${after?.year}`))
  for (const doubt of doubts) notes.push(run(`⚠ ${DOUBTS[doubt]![language]}`, 'dim'))
  return notes.flatMap((note, i) => (i === 0 ? [note] : [run('; '), note]))
}

function referenceBlocks(diff: Diff, language: Language, cite: Cite): Block[] {
  const rows = diff.legalReferences.map(({ kind, before, after, basis }): Line[] => [
    line(KINDS[kind]![language]),
    line(before ? [before.key, before.date].filter(Boolean).join(', ') : '–', before ? 'removed' : 'dim', cite('before', before)),
    line(after ? [after.key, after.date].filter(Boolean).join(', ') : '–', after ? 'added' : 'dim', cite('after', after)),
    line(basis === 'registry' ? LABELS.registry[language] : basis === 'title' ? LABELS.byTitle[language] : '', 'dim'),
  ])
  const columns = [{ head: '' }, ...sides(language), { head: LABELS.note[language] }]
  return headed(diff, 'legalReferences', language, [{ kind: 'table', columns, rows }])
}

function dutyBlocks(diff: Diff, list: 'phases' | 'deadlines' | 'assignments', language: Language, cite: Cite): Block[] {
  const rows = diff[list].map(({ kind, before, after, fields, onlyYears }): Line[] => [
    line(kind === 'changed' ? fields.map((field) => FIELDS[field]?.[language] ?? field).join(', ') : KINDS[kind]![language]),
    line(before ? cleaned(before.raw) : '–', before && kind === 'removed' ? 'removed' : undefined, cite('before', before)),
    line(after ? cleaned(after.raw) : '–', after && kind === 'added' ? 'added' : undefined, cite('after', after)),
    line(onlyYears ? LABELS.onlyYears[language] : '', 'dim'),
  ])
  const columns = [{ head: '' }, ...sides(language), { head: LABELS.note[language] }]
  return headed(diff, list, language, [{ kind: 'table', columns, rows }])
}

function cleaned(raw: string): string {
  return raw.replace(/\s+/g, ' ').trim()
}

function sectionBlocks(diff: Diff, plans: Record<Side, Plan>, language: Language): Block[] {
  const blocks = diff.sections.flatMap((change): Block[] => {
    const heading: Block = { kind: 'heading', text: sectionTitle(change, language), level: 3 }
    if (change.words.length === 0) return [heading]
    const heads = [LABELS.before[language], LABELS.after[language]] as const
    const shown = change.kind === 'added' || change.kind === 'removed' ? change.words : shortened(change.words)
    return [
      heading,
      {
        kind: 'pair',
        heads,
        before: sideRuns(shown, 'before', plans),
        after: sideRuns(shown, 'after', plans),
        inline: inlineRuns(shown, plans),
      },
    ]
  })
  return headed(diff, 'sections', language, blocks)
}

export function sectionTitle({ kind, shape, before, after, parts, onlyYears }: SectionChange, language: Language): string {
  const name = (place: SectionChange['before']) =>
    place === null
      ? ''
      : place.id === null
        ? LABELS.preamble[language]
        : [place.number, cleaned(place.raw)].filter(Boolean).join('. ')
  const [a, b] = [name(before), name(after)]
  const more = parts.map((part) => name(part)).join(' + ')
  const words = [
    KINDS[kind]![language],
    ...(shape ? [KINDS[shape]![language]] : []),
    ...(onlyYears ? [LABELS.onlyYears[language]] : []),
  ].join(', ')
  const [from, to] = shape === 'merged' ? [`${a} + ${more}`, b] : shape === 'split' ? [a, `${b} + ${more}`] : [a, b]
  return `${from === '' || to === '' || from === to ? from || to : `${from} → ${to}`} [${words}]`
}

/** Long stretches without a change show only their ends. */
function shortened(words: readonly WordRun[]): WordRun[] {
  return words.flatMap((each, i): WordRun[] => {
    if (each.op !== 'same') return [each]
    const parts = [...each.text.matchAll(/\S+/gu)]
    if (parts.length <= 2 * CONTEXT + 6) return [each]
    const [first, last] = [parts[CONTEXT - 1]!, parts[parts.length - CONTEXT]!]
    const head: WordRun = { ...each, text: `${each.text.slice(0, first.index + first[0].length)} …`, ...endsOf(each, 0) }
    const tail: WordRun = { ...each, text: `… ${each.text.slice(last.index)}`, ...endsOf(each, 1) }
    return i === 0 ? [tail] : i === words.length - 1 ? [head] : [head, tail]
  })
}

/** An empty range at one end of a run: where words that are left out stood. */
function endsOf({ before, after }: WordRun, end: 0 | 1): Pick<WordRun, 'before' | 'after'> {
  return { before: before && [before[end], before[end]], after: after && [after[end], after[end]] }
}

/** Whether blanks or a line end stand between two runs, as their own text has it. */
function gap(words: readonly WordRun[], at: number, plans: Record<Side, Plan>, sides: readonly Side[]): string {
  for (const side of sides) {
    const range = words[at]![side]
    const previous = words.slice(0, at).findLast((each) => each[side] !== null)?.[side]
    if (range && previous && previous[1] <= range[0]) {
      const between = plans[side].text.slice(previous[1], range[0])
      return between === ''
        ? ''
        : /^\s*$/.test(between)
          ? between.includes('\n')
            ? '\n'
            : between.includes('\t')
              ? '\t'
              : ' '
          : '\n'
    }
  }
  return ' '
}

function sideRuns(words: readonly WordRun[], side: Side, plans: Record<Side, Plan>): Line {
  const other = side === 'before' ? 'added' : 'removed'
  const own = words.filter(({ op }) => op !== other)
  return own.flatMap((each, i): Run[] => {
    const range = each[side]
    const text = range && range[1] > range[0] ? plans[side].text.slice(...range) : each.text
    return [...(i === 0 ? [] : [run(gap(own, i, plans, [side]))]), run(text, each.op === 'same' ? undefined : each.op)]
  })
}

function inlineRuns(words: readonly WordRun[], plans: Record<Side, Plan>): Line {
  return words.flatMap((each, i): Run[] => [
    ...(i === 0 ? [] : [run(gap(words, i, plans, ['after', 'before']))]),
    run(each.text, each.op === 'same' ? undefined : each.op),
  ])
}

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
