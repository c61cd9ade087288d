// The floors under the figures, facet by facet: raised when a figure rises for good, never lowered to pass.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ingest } from '../src/index.ts'

const root = join(import.meta.dirname, '..')
const shared = join(root, '../shared')

type Row = { path: string; mean: number; facet: Record<string, number | null>; misses: string[] }

describe('the sample plans, scored strictly', () => {
  let rows: Row[]
  const out = mkdtempSync(join(tmpdir(), 'kehoach-floors-'))

  beforeAll(async () => {
    for await (const _ of ingest([join(root, 'corpus/sources')], { out }));
    const scorer = [
      join(root, 'bench/score.mjs'),
      join(root, 'corpus/gold'),
      join(out, 'plans'),
      '--corpus',
      join(root, 'corpus/sources'),
      '--json',
    ]
    rows = (JSON.parse(execFileSync(process.execPath, scorer, { encoding: 'utf8' })) as { rows: Row[] }).rows
  })
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  it('are all read, in three formats', () => {
    expect(rows).toHaveLength(30)
  })

  it.each([
    ['header', 1],
    ['sections', 1],
    ['tree', 1],
    ['roles', 1],
    ['indicators', 0.99],
    ['indicatorDetail', 0.99],
    ['series', 1],
    ['legal', 1],
    ['legalDetail', 1],
    ['dates', 1],
    ['dateRoles', 1],
    ['phases', 1],
    ['deadlines', 1],
    ['grounding', 1],
  ])('keep %s at %d or above in each format', (facet, floor) => {
    for (const format of ['.md', '.docx', '.pdf']) {
      const shares = rows.filter(({ path }) => path.endsWith(format)).flatMap((row) => row.facet[facet] ?? [])
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
      expect(
        mean,
        `${format}\n${rows.flatMap(({ path, misses }) => misses.map((miss) => `${path}: ${miss}`)).join('\n')}`,
      ).toBeGreaterThanOrEqual(floor)
    }
  })
})

// Re-typeset plans of other offices that lie beside the project on some machines.
describe.skipIf(!existsSync(join(shared, 'corpus')))('the shared plans, where they are', () => {
  let figures: Record<string, Record<string, number>>

  beforeAll(() => {
    figures = JSON.parse(
      execFileSync(process.execPath, [join(root, 'bench/eval.mjs'), '--json', '--ocr', 'never'], { encoding: 'utf8' }),
    ) as typeof figures
  })

  it.each([
    ['.txt', 0.99],
    ['.md', 0.99],
    ['.docx', 0.99],
    ['.pdf', 0.99],
  ])('%s files have a mean of %d or above, and no weak facet', (format, floor) => {
    const { mean, ...facets } = figures[`shared re-typeset ${format}`]!
    expect(mean).toBeGreaterThanOrEqual(floor)
    for (const facet of ['indicators', 'indicatorDetail', 'series', 'legal', 'deadlines'])
      expect(facets[facet] ?? 1, facet).toBeGreaterThanOrEqual(0.96)
    expect(facets.grounding).toBe(1)
  })
})
