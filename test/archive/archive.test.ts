// An out folder becomes its plans again.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ArchiveError, openArchive } from '../../src/archive/index.ts'
import { ingest } from '../../src/ingest/index.ts'

const sources = join(import.meta.dirname, '../../corpus/sources')
let out: string

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'kehoach-archive-'))
  const inputs = ['mau-yen-bai-2024-ke-hoach.md', 'mau-an-giang-2023-ke-hoach.md'].map((name) => join(sources, name))
  for await (const _ of ingest(inputs, { out, workers: 0 }));
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

describe('openArchive', () => {
  it('gives the plans in order of their files, and one by its id or the beginning of it', async () => {
    const archive = await openArchive(out)
    const plans = []
    for await (const plan of archive.plans()) plans.push(plan)
    expect(plans.map(({ header }) => header.province?.name)).toEqual(['An Giang', 'Yên Bái'])
    expect(archive.entries.map(({ id }) => id)).toEqual(plans.map(({ id }) => id))
    expect((await archive.plan(plans[1]!.id.slice(0, 6)))?.id).toBe(plans[1]!.id)
    expect(await archive.plan('0000')).toBeNull()
    expect(await archive.plan('../x')).toBeNull()
  })

  it('takes no other folder, and no other file for a plan', async () => {
    await expect(openArchive(sources)).rejects.toThrow(ArchiveError)
    const foreign = mkdtempSync(join(tmpdir(), 'kehoach-archive-'))
    mkdirSync(join(foreign, 'plans'))
    writeFileSync(join(foreign, 'plans/x.0123456789ab.json'), '{"schemaVersion":"1.0"}')
    writeFileSync(join(foreign, 'plans/notes.json'), '{}')
    const archive = await openArchive(foreign)
    expect(archive.entries).toHaveLength(1)
    await expect(archive.plan('0123')).rejects.toThrow(/x\.0123456789ab\.json/)
    rmSync(foreign, { recursive: true })
  })
})
