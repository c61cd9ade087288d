// Table rows and sentences become the targets that the document sets.
import type { Range } from '../../model/document.ts'
import type { Message } from '../../model/message.ts'
import type { Comparator, SeriesCell } from '../../model/plan.ts'
import type { Source } from '../../model/source.ts'
import type { FoundDate } from '../dates/index.ts'
import type { FoundReference } from '../legal-references/index.ts'
import { findProseIndicators } from './prose.ts'
import { findTableIndicators } from './tables.ts'

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
  /** The name where it is no single stretch of the text. */
  nameText: string | null
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
  tableId: string | null
  row: number | null
  column: number | null
  range: Range
}

/** Indicators in document order. */
export function findIndicators(source: Source, dates: readonly FoundDate[], references: readonly FoundReference[], planYear: number | null): { indicators: FoundIndicator[]; messages: Message[] } {
  const tables = findTableIndicators(source, planYear)
  const prose = findProseIndicators(source, dates, references, planYear)
  const indicators = [...tables.indicators, ...prose].sort((a, b) => a.range.start - b.range.start)
  return { indicators, messages: tables.messages }
}
