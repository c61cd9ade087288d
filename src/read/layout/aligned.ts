// Words that stand in columns without lines between them become tables: between rules across the page, or by their places alone.
import type { Rule } from './bars.ts'
import { columnBlocks } from './blocks.ts'
import { ruledBlocks } from './ruled.ts'
import type { Segment } from './segments.ts'
import type { AlignedTable } from './spans.ts'

/** `unsure` are the first words of what stands in columns but could not be told into rows. */
export type Alignment = { tables: AlignedTable[]; unsure: string[] }

/** Tables of a page in the words that stand in no grid; `rules` are the ruling lines of no grid. */
export function findAlignedTables(segments: readonly Segment[], rules: readonly Rule[] = []): Alignment {
  const ruled = ruledBlocks(segments, rules)
  const taken = new Set(ruled.tables.flatMap((table) => table.taken))
  const free = columnBlocks(segments.filter((segment) => !taken.has(segment)))
  return {
    tables: [...ruled.tables, ...free.tables].sort((a, b) => a.grid.y0 - b.grid.y0),
    unsure: [...ruled.unsure, ...free.unsure],
  }
}
