// The data files of the catalogue: they have the form of the schema, ids are unique, links resolve, the index is that of the words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/catalog/index.ts'
import { compileIndex } from '../../src/catalog/indicators/compile.ts'
import { catalogModel } from '../../src/model/catalog.ts'

const folder = join(import.meta.dirname, '../../src/catalog/data')
const read = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as unknown
const twice = (list: readonly string[]) => list.filter((each, i) => list.indexOf(each) !== i)

describe('the data files', () => {
  it.each(['provinces', 'districts', 'indicators', 'units', 'acts'])('%s has the form of a catalogue', (name) => {
    expect(catalogModel.parse(read(name)).version).toMatch(/^\d{4}\.\d{2}$/)
  })

  it('hold what they hold as numbers, words and nothing else: plain Unicode, no outer blanks', () => {
    for (const name of ['provinces', 'districts', 'indicators', 'units', 'acts']) {
      const text = readFileSync(join(folder, `${name}.json`), 'utf8')
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/": " |[^ ] ",?\n/)
    }
  })
})

describe('the dictionary of indicators', () => {
  const { indicators, acts } = openCatalog()
  const known = new Set(indicators.map(({ code }) => code))

  it('has 120 indicators or more, each code and name once', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(120)
    for (const key of ['code', 'vi', 'en'] as const) expect(twice(indicators.map((entry) => entry[key]))).toEqual([])
  })

  it('links look-alikes that are there, both ways', () => {
    const links = indicators.flatMap(({ code, not }) => not.map((other) => [code, other] as const))
    expect(links.filter(([code, other]) => !known.has(other) || code === other)).toEqual([])
    expect(links.filter(([code, other]) => !indicators.find((entry) => entry.code === other)!.not.includes(code))).toEqual([])
  })

  it('names sources that can be looked up, and no codes of its own making', () => {
    const sources = indicators.flatMap((entry) => entry.sources)
    const keys = acts.map(({ key }) => key)
    expect(
      sources.filter((source) => !keys.includes(source) && !/^(?:SDG \d\.[\da-c]\.\d|WHO|UNAIDS 95-95-95)$/.test(source)),
    ).toEqual([])
  })

  it('says for each share what it is a share of, or that of nothing fixed', () => {
    expect(indicators.filter(({ measure, unit }) => measure === 'share' && unit !== '%')).toEqual([])
  })

  it('is compiled into the index that lies beside it', () => {
    expect(read('index')).toEqual(JSON.parse(JSON.stringify(compileIndex(indicators))))
  })

  it('has patterns that can fit and are all different', () => {
    const { rules } = compileIndex(indicators)
    expect(rules.filter(({ required }) => required.length === 0 || required.some((choice) => choice.length === 0))).toEqual([])
    expect(twice(rules.map(({ code, printed }) => `${code} ${printed}`))).toEqual([])
  })
})
