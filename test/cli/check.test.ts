// kehoach check as a person and a program meet it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kehoach } from '../command-line.ts'

const sources = join(import.meta.dirname, '../../corpus/sources')
const odd = join(sources, 'mau-an-giang-2024-ke-hoach.md')
const fine = join(sources, 'mau-an-giang-2023-ke-hoach.md')
let folder: string
let out: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-check-'))
  out = join(folder, 'out')
  await kehoach('ingest', odd, fine, '--out', out)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('kehoach check', () => {
  it('tells what is odd with its place and rule, and exits with 1', async () => {
    const { status, stdout } = await kehoach('check', odd)
    expect(status).toBe(1)
    expect(stdout).toMatch(/! “… .*năm 2023”: kế hoạch này của năm 2024\. +¶\d+, \S+ +\[leftover-year\]/s)
    expect(stdout).toContain('1 kế hoạch: 1 cảnh báo, 0 lưu ý')
  })

  it.each([
    ['a plan without faults', () => [fine]],
    ['rules that are off', () => [odd, '--off', 'leftover-year,numbering']],
    ['rules that are not asked for', () => [odd, '--only', 'numbering', '--only', 'total']],
  ])('exits with 0 for %s', async (_, args) => {
    expect((await kehoach('check', ...args())).status).toBe(0)
  })

  it('reads an out folder, and leaves out what is known', async () => {
    const { status, stdout } = await kehoach('check', out, '--format', 'json')
    expect(status).toBe(1)
    const { plans } = JSON.parse(stdout)
    expect(plans).toHaveLength(2)
    expect(plans.flatMap(({ findings }: { findings: object[] }) => findings)).toMatchObject([
      { rule: 'leftover-year', severity: 'warning', words: 'năm 2023', fingerprint: 'leftover-year năm 2023' },
    ])
    const known = join(folder, 'known.json')
    writeFileSync(known, stdout)
    const again = await kehoach('check', out, '--known', known, '--lang', 'en')
    expect(again).toMatchObject({ status: 0, stdout: '2 plans: 0 warnings, 0 notes, 1 known\n' })
  })

  it('writes SARIF 2.1.0: every result names a rule of the tool, a file and a level', async () => {
    const log = JSON.parse((await kehoach('check', out, '--format', 'sarif')).stdout)
    expect(Object.keys(log).sort()).toEqual(['$schema', 'runs', 'version'])
    expect(log.version).toBe('2.1.0')
    const [run] = log.runs
    const { driver } = run.tool
    expect(driver).toMatchObject({ name: 'kehoach', language: 'vi' })
    expect(
      driver.rules.every(
        ({ id, shortDescription }: { id: string; shortDescription: { text: string } }) =>
          /^[a-z0-9-]+$/.test(id) && shortDescription.text,
      ),
    ).toBe(true)
    expect(run.artifacts.map(({ location }: { location: { uri: string } }) => location.uri)).toEqual([
      'mau-an-giang-2023-ke-hoach.md',
      'mau-an-giang-2024-ke-hoach.md',
    ])
    for (const { ruleId, ruleIndex, level, message, locations } of run.results) {
      expect(driver.rules[ruleIndex].id).toBe(ruleId)
      expect(['note', 'warning']).toContain(level)
      expect(message.text).not.toBe('')
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(run.artifacts[artifactLocation.index].location.uri).toBe(artifactLocation.uri)
      expect(region.snippet.text).toBe('năm 2023')
    }
    expect(run.results).toHaveLength(1)
  })

  it('lists its rules', async () => {
    const { status, stdout } = await kehoach('check', '--rules', '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toMatch(/act-not-in-force +warning +A cited act/)
  })

  it.each([
    [['check'], /plan\.json/],
    [['check', 'no-such-file.pdf'], /ENOENT/],
    [['check', sources], /out folder/],
    [['check', odd, '--off', 'no-such-rule'], /no rule “no-such-rule”/],
    [['check', odd, '--format', 'xml'], /text, json, sarif/],
    [['check', odd, '--known', odd], /format json/],
  ])('%j is wrong use', async (args, words) => {
    const { status, stderr } = await kehoach(...args, '--lang', 'en')
    expect(status).toBe(2)
    expect(stderr).toMatch(words)
  })
})
