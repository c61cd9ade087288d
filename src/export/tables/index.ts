// The tables that a spreadsheet, a database or a notebook gets: the same ones in every format.
import { assignments } from './assignments.ts'
import type { AnyTable } from './column.ts'
import { documents } from './documents.ts'
import { cells, tables } from './grids.ts'
import { indicators, series } from './indicators.ts'
import { messages } from './messages.ts'
import { mentions, references } from './references.ts'
import { sections } from './sections.ts'
import { dates, deadlines, phases } from './times.ts'

export type { AnyTable, ColumnType, ForeignKey, Value, Words } from './column.ts'

/** A table stands behind those that its keys lead to. */
export const TABLES: readonly AnyTable[] = [
  documents,
  sections,
  tables,
  cells,
  indicators,
  series,
  references,
  mentions,
  dates,
  phases,
  deadlines,
  assignments,
  messages,
]
