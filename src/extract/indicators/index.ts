// Table rows and sentences become the targets that the document sets.
import type { Message } from '../../model/message.ts'
import type { Source } from '../../model/source.ts'
import type { FoundDate } from '../dates/index.ts'
import type { FoundReference } from '../legal-references/index.ts'
import type { FoundIndicator, Period } from './found.ts'
import { findProseIndicators } from './prose/index.ts'
import { findTableIndicators } from './tables.ts'

export type { FoundIndicator } from './found.ts'

/** Indicators in document order. `period` tells targets from past results. */
export function findIndicators(source: Source, dates: readonly FoundDate[], references: readonly FoundReference[], period: Period): { indicators: FoundIndicator[]; messages: Message[] } {
  const tables = findTableIndicators(source, period)
  const prose = findProseIndicators(source, dates, references, period)
  const indicators = [...tables.indicators, ...prose].sort((a, b) => a.range.start - b.range.start)
  return { indicators, messages: tables.messages }
}
