// The changes between two plans become a report.
import { typeLabel } from '../catalog/document-types.ts'
import type { Amount, Diff, IndicatorChange, Place, PlanSide } from '../model/diff.ts'
import type { Plan } from '../model/plan.ts'
import { amountIn } from './amounts.ts'
import { slope } from './charts.ts'
import { cleaned, headed, LISTS, type Side, sectionBlocks } from './diff-sections.ts'
import { DIRECTIONS, DOUBTS, FIELDS, KINDS, LABELS } from './labels.ts'
import {
  type Block,
  type Language,
  type Line,
  line,
  linesAround,
  numberIn,
  quoting,
  type Report,
  type Run,
  run,
} from './report.ts'

const MOST_SLOPES = 40

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
  const doubtful = diff.indicators.filter(({ doubts }) => doubts.length > 0).length
  if (doubtful > 0) blocks.push({ kind: 'line', runs: line(`⚠ ${doubtful} ${label('doubtful')}`) })
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

export function amountWords(
  amount: Pick<Amount, 'comparator' | 'value' | 'valueMax' | 'valueText' | 'change'>,
  language: Language,
): string {
  const { value, change } = amount
  if (value === null) return amountIn(language, amount)
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
  return `${sign}${amountIn(language, amount)}`
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

export function notesOf({ kind, fields, isRedefined, doubts, before, after }: IndicatorChange, language: Language): Line {
  const notes: Run[] = []
  if (kind !== 'changed') notes.push(run(KINDS[kind]![language], 'strong'))
  if (isRedefined) {
    const parts = fields
      .filter((field) => ['scope', 'unit', 'change', 'definition'].includes(field))
      .map((field) => FIELDS[field]![language])
    notes.push(run(`${LABELS.redefined[language]}: ${parts.join(', ')}`, 'strong'))
    if (fields.includes('scope')) notes.push(run(`“${before?.scope ?? '–'}” → “${after?.scope ?? '–'}”`))
    if (fields.includes('unit')) notes.push(run(`“${before?.unit ?? '–'}” → “${after?.unit ?? '–'}”`))
  }
  if (fields.includes('name') || fields.includes('definition'))
    notes.push(run(`${FIELDS.name![language]}: “${before?.name}” → “${after?.name}”`))
  if (fields.includes('year')) notes.push(run(`${FIELDS.year![language]}: ${before?.year} → ${after?.year}`))
  for (const doubt of doubts) notes.push(run(`⚠ ${DOUBTS[doubt]![language]}`, 'dim'))
  return notes.flatMap((note, i) => (i === 0 ? [note] : [run('; '), note]))
}

function referenceBlocks(diff: Diff, language: Language, cite: Cite): Block[] {
  const rows = diff.legalReferences.map(({ kind, before, after, basis }): Line[] => [
    line(KINDS[kind]![language]),
    line(before ? actWords(before, language) : '–', before ? 'removed' : 'dim', cite('before', before)),
    line(after ? actWords(after, language) : '–', after ? 'added' : 'dim', cite('after', after)),
    line(basis === 'registry' ? LABELS.registry[language] : basis === 'title' ? LABELS.byTitle[language] : '', 'dim'),
  ])
  const columns = [{ head: '' }, ...sides(language), { head: LABELS.note[language] }]
  return headed(diff, 'legalReferences', language, [{ kind: 'table', columns, rows }])
}

/** Of acts without a number the key begins with the kind, as a slug. */
function actWords({ key, date }: { key: string; date: string | null }, language: Language): string {
  const kind = /^[a-z]+(?:-[a-z]+)*(?= )/.exec(key)?.[0]
  const words = kind === undefined ? key : `${typeLabel(kind, language)}${key.slice(kind.length)}`
  return [words, date].filter(Boolean).join(', ')
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
