// Table rows and sentences become the targets that the document sets.
import { type Message, report } from '../../model/message.ts'
import type { Source } from '../../model/source.ts'
import type { FoundDate } from '../dates/index.ts'
import type { FoundReference } from '../legal-references/index.ts'
import { categoryOf } from './category.ts'
import type { FoundIndicator, Period } from './found.ts'
import { findProseIndicators } from './prose/index.ts'
import { findTableIndicators } from './tables.ts'

export type { FoundIndicator } from './found.ts'

/** Indicators in document order. `period` tells targets from past results. */
export function findIndicators(
  source: Source,
  dates: readonly FoundDate[],
  references: readonly FoundReference[],
  period: Period,
): { indicators: FoundIndicator[]; messages: Message[] } {
  const tables = findTableIndicators(source, period)
  const prose = findProseIndicators(source, dates, references, period)
  const indicators = [...tables.indicators, ...prose].sort((a, b) => a.range.start - b.range.start)
  for (const indicator of indicators)
    indicator.category = categoryOf(source.folded.slice(indicator.name.start, indicator.name.end))
  return { indicators, messages: [...tables.messages, ...doubts(indicators, period, source)] }
}

function doubts(indicators: readonly FoundIndicator[], period: Period, { document }: Source): Message[] {
  const above = indicators
    .filter(isAbove100)
    .map(({ range }) => report('indicators/above-100', range, { printed: document.text.slice(range.start, range.end) }))
  const implied = indicators.filter((indicator) => indicator.year === null).length
  if (implied === 0 || period.last === null) return above
  return [...above, report('indicators/year-implied', null, { count: implied, year: period.last })]
}

function isAbove100({ unit, value, change, comparator }: FoundIndicator): boolean {
  return unit === '%' && change === null && value !== null && (value > 100 || (value === 100 && comparator === '>'))
}
