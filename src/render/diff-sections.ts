// Changes of sections become headings and texts side by side; and what the parts of the report of a diff share.
import type { Diff, SectionChange, WordRun } from '../model/diff.ts'
import type { Plan } from '../model/plan.ts'
import { KINDS, LABELS } from './labels.ts'
import { type Block, type Language, type Line, type Run, run } from './report.ts'

export const LISTS = ['header', 'indicators', 'legalReferences', 'phases', 'deadlines', 'assignments', 'sections'] as const

/** Words of an unchanged stretch that stand before and behind a change. */
const CONTEXT = 14

export type Side = 'before' | 'after'

export function headed(diff: Diff, list: (typeof LISTS)[number], language: Language, blocks: Block[]): Block[] {
  const { length } = diff[list]
  return length === 0 ? [] : [{ kind: 'heading', text: `${LABELS[list][language]} (${length})`, level: 2 }, ...blocks]
}

export function sectionBlocks(diff: Diff, plans: Record<Side, Plan>, language: Language): Block[] {
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

export function cleaned(raw: string): string {
  return raw.replace(/\s+/g, ' ').trim()
}
