// What is found of an indicator before it gets ids and links.
import type { Range } from '../../model/document.ts'
import type { Comparator, Indicator, SeriesCell } from '../../model/plan.ts'

/** The years that the plan is for; both the same for a plan of one year. */
export type Period = { first: number | null; last: number | null }

export type FoundSeries = {
  label: string
  kind: SeriesCell['kind']
  year: number | null
  comparator: Comparator
  value: number | null
  valueMax: number | null
  valueText: string | null
  range: Range
}

export type FoundIndicator = {
  source: 'table' | 'prose'
  isSub: boolean
  parent: FoundIndicator | null
  no: string | null
  group: string | null
  name: Range
  category: Indicator['category']
  comparator: Comparator
  value: number | null
  valueMax: number | null
  valueText: string | null
  unit: string | null
  change: 'increase' | 'decrease' | null
  baselineYear: number | null
  /** As printed; null where the plan's year is meant. */
  year: number | null
  series: FoundSeries[]
  cell: { tableId: string; row: number; column: number } | null
  /** Where the value stands. */
  range: Range
}

/** What an indicator of a sentence does not have. */
export const NO_CELL = {
  source: 'prose',
  parent: null,
  category: null,
  no: null,
  group: null,
  valueText: null,
  series: [] as FoundSeries[],
  cell: null,
} satisfies Partial<FoundIndicator>
