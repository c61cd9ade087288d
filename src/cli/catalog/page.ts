// What a part of the catalogue is asked, and what it answers: the same facts as data and as rows.
import type { Catalog } from '../../catalog/index.ts'
import type { Language } from '../language.ts'
import type { Column } from '../terminal.ts'

export type Query = { words: string; date: string | null; unit: string | null }

export type Answer = {
  data: unknown
  columns: readonly Column[]
  rows: string[][]
  /** Exit status 1 where nothing was found. */
  isFound: boolean
}

export type Page = (query: Query, catalog: Catalog, language: Language) => Answer | Promise<Answer>

/** Nothing, as people see it. */
export const NONE = '-'
