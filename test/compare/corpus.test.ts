// Comparisons over the sample plans: planted changes are found and nothing else, in both directions; all pairs mirror.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { diffPlans, isSame } from '../../src/compare/index.ts'
import { mirrorDiff } from '../../src/compare/mirror.ts'
import { diffModel } from '../../src/model/diff.ts'
import type { Plan } from '../../src/model/plan.ts'
import { parsePlan } from '../../src/pipeline.ts'

type Planted = {
  change: string
  name: string
  heading: string
  field: string
  what: string
  before: string | null
  after: string | null
}
type Pair = { province: string; before: string; after: string } & Record<
  'header' | 'indicators' | 'legalReferences' | 'sections' | 'deadlines',
  Planted[]
> & { phases: { before: string; after: string }[] }

const corpus = join(import.meta.dirname, '../../corpus')
const { pairs } = JSON.parse(readFileSync(join(corpus, 'gold/changes.json'), 'utf8')) as { pairs: Pair[] }
const STEMS = [
  'an-giang-2023',
  'an-giang-2024',
  'dong-thap-2025',
  'gia-lai-2026',
  'hoa-binh-2024',
  'thai-nguyen-2024',
  'thanh-hoa-2024',
  'yen-bai-2023',
  'yen-bai-2024',
].map((stem) => `mau-${stem}-ke-hoach`)
const plans = new Map<string, Plan>()
const open = async (name: string) => {
  let plan = plans.get(name)
  if (!plan) {
    plan = await parsePlan(readFileSync(join(corpus, 'sources', name)), { path: name })
    plans.set(name, plan)
  }
  return plan
}

const inOrder = (list: (string | null)[][]) => list.map((each) => each.join(' → ')).sort()

describe.each(pairs)('the two years of $province', (gold) => {
  it.each(['forth', 'back'])('have the planted changes and no others, %s', async (way) => {
    const [a, b] = [await open(`${gold.before}.md`), await open(`${gold.after}.md`)]
    const diff = way === 'forth' ? diffPlans(a, b) : mirrorDiff(diffPlans(b, a))
    expect(
      inOrder(
        diff.indicators.map(({ before, after }) => [before && 'b', after && 'a', (after ?? before)!.name.split(' › ').at(-1)!]),
      ),
    ).toEqual(inOrder(gold.indicators.map(({ before, after, name }) => [before && 'b', after && 'a', name])))
    for (const { change, name, before, after } of gold.indicators.filter(
      ({ change }) => change !== 'added' && change !== 'dropped',
    )) {
      const found = diff.indicators.find((each) => each.after?.name.endsWith(name))!
      const number = (words: string) => /\d[\d.,]*/.exec(words)![0]
      const isDecrease = found.before!.change === 'decrease'
      expect([number(found.before!.raw), number(found.after!.raw)]).toEqual([number(before!), number(after!)])
      expect(Math.sign(found.difference!) * (isDecrease ? -1 : 1), name).toBe(change === 'raised' ? 1 : -1)
    }
    expect(
      inOrder(diff.legalReferences.map(({ kind, before, after }) => [kind, before?.key ?? null, after?.key ?? null])),
    ).toEqual(inOrder(gold.legalReferences.map(({ change, before, after }) => [change, before, after])))
    expect(
      inOrder(
        diff.sections
          .filter(({ kind }) => kind !== 'changed')
          .map(({ kind, before, after }) => [kind, before!.heading, before!.number, after!.number]),
      ),
    ).toEqual(
      inOrder(
        gold.sections
          .filter(({ change }) => change === 'moved')
          .map(({ change, heading, before, after }) => [change, heading, before, after]),
      ),
    )
    const theme = diff.header.filter(({ field }) => field === 'theme').map(({ before, after }) => [before!.raw, after!.raw])
    expect(theme).toEqual(gold.header.filter(({ field }) => field === 'theme').map(({ before, after }) => [before, after]))
    expect(
      diff.header
        .filter(({ onlyYears }) => !onlyYears)
        .map(({ field }) => field)
        .filter((field) => !['number', 'issuedOn', 'theme'].includes(field)),
    ).toEqual([])
    expect(diff.phases.filter(({ onlyYears }) => !onlyYears)).toHaveLength(gold.phases.length)
    expect(diff.deadlines.filter(({ onlyYears }) => !onlyYears).map(({ kind }) => kind)).toEqual(
      gold.deadlines.map(() => 'changed'),
    )
  })
})

describe('all sample plans', () => {
  beforeAll(async () => {
    for (const stem of STEMS) await open(`${stem}.md`)
  }, 60_000)

  it('differ from themselves in nothing', async () => {
    for (const stem of STEMS) {
      const plan = await open(`${stem}.md`)
      expect(isSame(diffPlans(plan, structuredClone(plan))), stem).toBe(true)
    }
  })

  it('are the same in two formats', async () => {
    for (const stem of STEMS.slice(0, 4))
      expect(isSame(diffPlans(await open(`${stem}.md`), await open(`${stem}.docx`))), stem).toBe(true)
  }, 60_000)

  it('mirror each other pair by pair, in the form of the schema', async () => {
    for (const [i, a] of STEMS.entries())
      for (const b of STEMS.slice(i + 1)) {
        const [x, y] = [await open(`${a}.md`), await open(`${b}.md`)]
        const diff = diffPlans(x, y)
        expect(diffModel.safeParse(diff).success, `${a} ${b}`).toBe(true)
        expect(mirrorDiff(diffPlans(y, x)), `${a} ${b}`).toEqual(diff)
        const known = [x, y].map(({ text }) => text)
        for (const { words } of diff.sections)
          for (const { op, before, after, text } of words) {
            const [left, right] = [before && known[0]!.slice(...before), after && known[1]!.slice(...after)]
            expect([left, right], op).toContain(text)
          }
      }
  }, 60_000)
})
