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
  it.each(['provinces', 'districts', 'indicators', 'units', 'acts', 'national-targets', 'families'])(
    '%s has the form of a catalogue',
    (name) => {
      expect(catalogModel.parse(read(name)).version).toMatch(/^\d{4}\.\d{2}$/)
    },
  )

  it('hold what they hold as numbers, words and nothing else: plain Unicode, no outer blanks', () => {
    for (const name of ['provinces', 'districts', 'indicators', 'units', 'acts', 'national-targets', 'families']) {
      const text = readFileSync(join(folder, `${name}.json`), 'utf8')
      expect(text).toBe(text.normalize('NFC'))
      expect(text).not.toMatch(/": " |[^ ] ",?\n/)
    }
  })
})

describe('national targets and families', () => {
  const { indicators, families } = openCatalog()
  const known = new Map(indicators.map((entry) => [entry.code, entry]))
  const { nationalTargets = [] } = catalogModel.parse(read('national-targets'))

  it('are of indicators that are there, each once by year and act, issued before they are due', () => {
    expect(nationalTargets.filter(({ indicator }) => !known.has(indicator))).toEqual([])
    expect(twice(nationalTargets.map(({ indicator, year, act }) => `${indicator} ${year} ${act}`))).toEqual([])
    expect(nationalTargets.filter(({ year, issued }) => Number(issued.slice(0, 4)) >= year)).toEqual([])
  })

  it('aim the way that is better, and not back from one year to the next', () => {
    for (const { indicator, comparator } of nationalTargets)
      expect(comparator.startsWith(known.get(indicator)!.direction === 'lower' ? '<' : '>'), indicator).toBe(true)
    for (const one of nationalTargets)
      for (const next of nationalTargets)
        if (one.indicator === next.indicator && one.act === next.act && one.year < next.year)
          expect(known.get(one.indicator)!.direction === 'lower' ? next.value <= one.value : next.value >= one.value).toBe(true)
  })

  it('have families of at least two, no indicator in two', () => {
    const codes = families.flatMap((family) => family.codes)
    expect(codes.filter((code) => !known.has(code))).toEqual([])
    expect(twice(codes)).toEqual([])
    expect(families.filter((family) => family.codes.length < 2)).toEqual([])
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
