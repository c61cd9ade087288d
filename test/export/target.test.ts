// Where exports are written: nothing of anybody else is touched, and nothing half written is left.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exportPlans, openFormat } from '../../src/export/index.ts'
import type { Plan } from '../../src/model/plan.ts'
import { planOf } from '../support.ts'
import { exportTo } from './support.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehoach-target-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const plan = planOf('KẾ HOẠCH', 'Công tác y tế năm 2024')
const halves = () => readdirSync(folder).filter((name) => name.includes('.tmp'))

/** Two plans; the second one comes when it is let through. */
function slowSource() {
  let go = () => {}
  const passed = new Promise<void>((resolve) => {
    go = resolve
  })
  const second: Plan = { ...plan, id: '0123456789ab' }
  return {
    go,
    source: {
      entries: [plan, second].map(({ id }) => ({ id, name: `${id}.json` })),
      plans: async function* () {
        yield plan
        await passed
        yield second
      },
    },
  }
}

const OPTIONS = { language: 'vi', bom: false } as const

describe('the target of an export', () => {
  it.each(['jsonl', 'xlsx', 'csv', 'markdown'] as const)(
    '%s: two exports at once both end, and leave one whole',
    async (name) => {
      const target = join(folder, `twice.${name}`)
      const slow = slowSource()
      const first = exportPlans(slow.source, await openFormat(name), target, OPTIONS)
      await exportTo(folder, `twice.${name}`, name, [plan])
      slow.go()
      expect(await first).toBe(2)
      expect(existsSync(target)).toBe(true)
      expect(halves()).toEqual([])
      if (name === 'jsonl') expect(readFileSync(target, 'utf8').split('\n')).toHaveLength(3)
    },
  )

  it('touches no file of a person that is called .tmp', async () => {
    mkdirSync(join(folder, 'mine.csv.tmp'))
    writeFileSync(join(folder, 'mine.csv.tmp/letter.txt'), 'x')
    await exportTo(folder, 'mine.csv', 'csv', [plan])
    expect(readdirSync(join(folder, 'mine.csv.tmp'))).toEqual(['letter.txt'])
  })

  it('holds the file of a plan, whatever it is called', async () => {
    const source = {
      entries: [{ id: plan.id, name: '../../escaped.json' }],
      plans: async function* () {
        yield plan
      },
    }
    await exportPlans(source, await openFormat('html'), join(folder, 'named'))
    expect(readdirSync(join(folder, 'named')).sort()).toEqual(['.kehoach-export', 'escaped.html'])
  })

  it('is asked for in a form that there is', async () => {
    for (const name of ['doc', '__proto__']) await expect(openFormat(name as never)).rejects.toThrow(RangeError)
  })

  it.skipIf(process.getuid?.() === 0)('a file that is protected stays', async () => {
    writeFileSync(join(folder, 'protected.jsonl'), 'x', { mode: 0o444 })
    await expect(exportTo(folder, 'protected.jsonl', 'jsonl', [plan])).rejects.toMatchObject({ code: 'EACCES' })
  })

  it('a link stays, and what it leads to is replaced', async () => {
    writeFileSync(join(folder, 'real.jsonl'), 'old')
    symlinkSync(join(folder, 'real.jsonl'), join(folder, 'link.jsonl'))
    await exportTo(folder, 'link.jsonl', 'jsonl', [plan])
    expect(readlinkSync(join(folder, 'link.jsonl'))).toBe(join(folder, 'real.jsonl'))
    expect(JSON.parse(readFileSync(join(folder, 'real.jsonl'), 'utf8')).id).toBe(plan.id)
  })

  it('what came there while it was written is left alone', async () => {
    const target = join(folder, 'later')
    const slow = slowSource()
    const running = exportPlans(slow.source, await openFormat('markdown'), target, OPTIONS)
    mkdirSync(target)
    writeFileSync(join(target, 'letter.txt'), 'x')
    slow.go()
    await expect(running).rejects.toMatchObject({ name: 'TargetInUseError' })
    expect(readdirSync(target)).toEqual(['letter.txt'])
  })

  it.each(['jsonl', 'xlsx', 'csv', 'duckdb', 'parquet', 'html'] as const)(
    '%s: stopped, it leaves what was there',
    async (name) => {
      const target = await exportTo(folder, `stopped.${name}`, name, [plan])
      const names = readdirSync(folder)
      const slow = slowSource()
      const stop = new AbortController()
      const running = exportPlans(slow.source, await openFormat(name), target, { ...OPTIONS, signal: stop.signal })
      stop.abort()
      slow.go()
      await expect(running).rejects.toMatchObject({ name: 'AbortError' })
      expect(readdirSync(folder)).toEqual(names)
    },
  )

  it.each(['csv', 'xlsx', 'duckdb'] as const)('%s: a field that an older version did not write is empty', async (name) => {
    const { number: _, ...header } = plan.header
    const target = await exportTo(folder, `older.${name}`, name, [{ ...plan, header } as Plan])
    if (name === 'csv') expect(readFileSync(join(target, 'documents.csv'), 'utf8')).not.toContain('undefined')
  })
})
