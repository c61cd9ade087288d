// The floors under the share of exactly right cells in made tables: raised when a figure rises for good, never lowered to pass.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

type Result = {
  file: string
  kind: string
  format: string
  expected: number
  read: number
  right: number
  tables: number
  found: number
  extra: number
  misses: string[]
}

// Kinds whose cells no lines bound on all sides: their floors stand apart.
const UNRULED = /^(?:unruled|only |shaded rows)/

describe('the made tables', () => {
  let results: Result[]

  beforeAll(() => {
    const runner = join(import.meta.dirname, '../../bench/tables/run.mjs')
    results = JSON.parse(execFileSync(process.execPath, [runner, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 })) as Result[]
  }, 60_000)

  const missesOf = (own: Result[]) => own.flatMap(({ file, misses }) => misses.map((miss) => `${file}: ${miss}`)).join('\n')
  const sum = (own: Result[], key: 'expected' | 'read' | 'right') => own.reduce((total, result) => total + result[key], 0)

  it.each([
    ['of Word files', ({ format }: Result) => format === 'docx', 0.99],
    ['of PDF files with ruled tables', ({ format, kind }: Result) => format !== 'docx' && !UNRULED.test(kind), 0.99],
    ['of PDF files with tables that lack rules', ({ format, kind }: Result) => format !== 'docx' && UNRULED.test(kind), 0.98],
  ])('%s are read cell by cell, no cell too many', (_, isOwn, floor) => {
    const own = results.filter(isOwn)
    expect(sum(own, 'expected')).toBeGreaterThan(700)
    expect(sum(own, 'right') / sum(own, 'expected'), missesOf(own)).toBeGreaterThanOrEqual(floor)
    expect(sum(own, 'right') / sum(own, 'read'), missesOf(own)).toBeGreaterThanOrEqual(floor)
  })

  it('are all found', () => {
    const own = results.filter(({ tables, found }) => found < tables)
    expect(own, missesOf(own)).toEqual([])
  })

  it('are not found in letterheads, closing blocks, lists, leaders, charts and columns of text', () => {
    const own = results.filter(({ extra }) => extra > 0)
    expect(results.filter(({ kind }) => kind.startsWith('no table')).length).toBeGreaterThan(20)
    expect(own, missesOf(own)).toEqual([])
  })
})
