// Names of indicators get the right code or none: every alias its own, look-alikes apart, and the gold as labelled by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/catalog/index.ts'
import type { CatalogFile } from '../../src/model/catalog.ts'

const root = join(import.meta.dirname, '../..')
const { indicators, matchIndicator } = openCatalog()
const codes = JSON.parse(readFileSync(join(root, 'corpus/gold/codes.json'), 'utf8')) as {
  documents: Record<string, Record<string, string>>
  names: { name: string; unit: string | null; code: string | null }[]
}
/** A group under which bare words count things. */
const GROUP: Readonly<Record<string, string>> = {
  workforce: 'Nhân lực y tế',
  network: 'Mạng lưới cơ sở y tế',
  beds: 'Giường bệnh',
}
const UNIT: Readonly<Record<string, string | null>> = { share: '%', count: 'Người' }

describe('every name in the dictionary', () => {
  it.each(indicators)('$code is found by its name and aliases, and no other is', ({ code, vi, aliases, measure, category }) => {
    for (const name of [vi, ...aliases])
      expect(matchIndicator({ name, unit: UNIT[measure] ?? null, group: GROUP[category] ?? null })?.code, name).toBe(code)
  })

  it('fits in any spelling: capitals, y for i, marks on either vowel, slashes, dashes, bullets', () => {
    for (const name of [
      'TỶ LỆ TRẠM Y TẾ CÓ BÁC SĨ LÀM VIỆC',
      'Tỉ lệ Trạm Y tế xã/phường/thị trấn có bác sỹ làm việc',
      '- Tỷ lệ TYT có bác sĩ làm việc năm 2024 (%)',
      '3.1. Tỷ lệ các trạm y tế xã, phường, thị trấn trên địa bàn tỉnh có bác sĩ làm việc (kể cả tăng cường)',
      'Tỷ lệ trạm y tế có bác sĩ làm việc'.normalize('NFD'),
    ])
      expect(matchIndicator({ name, unit: '%' })?.code, name).toBe('stations-with-working-doctor')
  })
})

describe('look-alikes', () => {
  it('are many', () => {
    expect(codes.names.length).toBeGreaterThanOrEqual(150)
    expect(codes.names.filter(({ code }) => code === null).length).toBeGreaterThanOrEqual(40)
  })

  it.each(codes.names)('$name [$unit] is $code', ({ name, unit, code }) => {
    expect(matchIndicator({ name, unit })?.code ?? null).toBe(code)
  })

  it('have no code where a share can be of people or of the places that they work in', () => {
    for (const name of ['Tỷ lệ bác sĩ tại trạm y tế', 'Tỷ lệ bác sĩ ở trạm y tế xã'])
      expect(matchIndicator({ name, unit: '%' }), name).toBeNull()
    expect(matchIndicator({ name: 'Tỷ lệ trạm y tế xã có bác sĩ', unit: '%' })?.code).toBe('stations-with-doctor')
  })

  it('have no code where only a negation or a change tells them apart', () => {
    for (const name of [
      'Tỷ lệ trẻ dưới 1 tuổi không được tiêm chủng đầy đủ',
      'Tỷ lệ người dân chưa tham gia bảo hiểm y tế',
      'Mức giảm tỷ suất tử vong trẻ em dưới 5 tuổi',
      'Tỷ lệ xã mới đạt tiêu chí quốc gia về y tế',
    ])
      expect(matchIndicator({ name, unit: '%' }), name).toBeNull()
  })
})

describe('the kind of figure', () => {
  it.each([
    ['Xã đạt tiêu chí quốc gia về y tế', '%', 'communes-national-criteria'],
    ['Xã đạt tiêu chí quốc gia về y tế', 'Xã', 'communes-national-criteria-total'],
    ['Số xã đạt tiêu chí quốc gia về y tế', null, 'communes-national-criteria-total'],
    ['Bác sĩ', 'Người', null],
    ['Bác sĩ', '%', null],
    ['Trạm y tế', '%', null],
    ['Tử vong mẹ', 'Ca', 'maternal-deaths'],
    ['Tử vong mẹ', '/100.000 trẻ đẻ sống', 'maternal-mortality-ratio'],
    ['Dân số trung bình', '%', null],
  ])('of “%s” in “%s” gives %s', (name, unit, code) => {
    expect(matchIndicator({ name, unit })?.code ?? null).toBe(code)
  })

  it('of a bare word is told by its group, of a child by its parent, of an award by its unit', () => {
    expect(matchIndicator({ name: 'Bác sĩ', unit: 'Người', group: 'NHÂN LỰC Y TẾ' })?.code).toBe('doctors-total')
    expect(matchIndicator({ name: 'Bác sĩ', unit: 'Người', group: 'Đào tạo' })).toBeNull()
    expect(matchIndicator({ name: 'Thể thấp còi', unit: '%', parent: 'Tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi' })).toMatchObject({
      code: 'stunting-under-5',
      basis: 'context',
    })
    expect(matchIndicator({ name: 'Bằng khen của Chủ tịch UBND tỉnh', unit: 'tập thể' })?.code).toBe(
      'award-provincial-merit-collectives',
    )
  })

  it('of a change says nothing of the level', () => {
    expect(matchIndicator({ name: 'số ca mắc sốt xuất huyết', unit: '%', isChange: true })?.code).toBe('dengue-cases')
  })
})

const GOLD = [join(root, 'corpus/gold'), join(root, '../shared/gold')].filter((folder) => existsSync(folder))

describe.each(GOLD)('the gold of %s', (folder) => {
  const rows = readdirSync(folder)
    .map((file) => file.replace(/\.json$/, ''))
    .filter((document) => Object.hasOwn(codes.documents, document))
    .flatMap((document) => {
      const { indicators: gold } = JSON.parse(readFileSync(join(folder, `${document}.json`), 'utf8')) as {
        indicators: { name: string; unit: string | null; group: string | null; change?: string | null }[]
      }
      return gold.map(({ name, unit, group, change }, i) => {
        const match = matchIndicator({ name, unit: unit ?? null, group: group ?? null, isChange: Boolean(change) })
        return { name, truth: codes.documents[document]![i] ?? null, code: match?.code ?? null }
      })
    })

  it('has no wrong code', () => {
    expect(rows.filter(({ truth, code }) => code !== null && code !== truth)).toEqual([])
  })

  it('has the right code or rightly none for at least 98 of 100', () => {
    const right = rows.filter(({ truth, code }) => code === truth).length
    expect(right / rows.length).toBeGreaterThanOrEqual(0.98)
  })
})

describe('a catalogue of one’s own', () => {
  const own: CatalogFile = {
    version: 'x1',
    aliases: { 'doctors-per-10k': ['Mật độ thầy thuốc'] },
    indicators: [{ ...indicators[0]!, code: 'clinics-solar', vi: 'Tỷ lệ trạm y tế có điện mặt trời', measure: 'share', unit: '%', aliases: [], patterns: ['trạm y tế; điện mặt trời; [lắp đặt]'] }],
  } // biome-ignore format: one entry a line
  const catalog = openCatalog(own)

  it('adds names and indicators, and leaves ours as they are', () => {
    expect(catalog.matchIndicator({ name: 'Mật độ thầy thuốc' })?.code).toBe('doctors-per-10k')
    expect(catalog.matchIndicator({ name: 'Trạm y tế lắp đặt điện mặt trời', unit: '%' })?.code).toBe('clinics-solar')
    expect(catalog.matchIndicator({ name: 'Số bác sĩ/vạn dân' })?.code).toBe('doctors-per-10k')
    expect(catalog.version).toMatch(/\+x1$/)
    expect(matchIndicator({ name: 'Mật độ thầy thuốc' })).toBeNull()
  })
})

it('ten thousand names take no time to speak of', () => {
  const names = Array.from({ length: 10_000 }, (_, i) => ({ ...codes.names[i % codes.names.length]!, group: 'Chỉ tiêu y tế' }))
  const started = performance.now()
  for (const name of names) matchIndicator(name)
  expect(performance.now() - started).toBeLessThan(5000)
})

it('names as long as a document cost no more than a name', () => {
  const name = 'trạm y tế có bác sĩ (làm việc) '.repeat(20_000)
  const started = performance.now()
  matchIndicator({ name, unit: '%' })
  expect(performance.now() - started).toBeLessThan(500)
})

describe('the truth of the codes', () => {
  type Settled = { document: string | null; index: number; first: string | null; second: string | null; settled: string | null }
  const second = JSON.parse(readFileSync(join(root, 'corpus/gold/codes-second.json'), 'utf8')) as {
    agreement: { items: number; same: number; percent: number; kappa: number }
    documents: Record<string, Record<string, string>>
    names: (string | null)[]
    settled: Settled[]
  }
  const key = (document: string | null, index: number | string) => `${document} ${index}`
  const codesOf = (documents: Record<string, Record<string, string>>, names: readonly (string | null)[]) =>
    new Map<string, string | null>([
      ...Object.entries(documents).flatMap(([document, labels]) =>
        Object.entries(labels).map(([index, code]) => [key(document, index), code] as const),
      ),
      ...names.map((code, index) => [key(null, index), code] as const),
    ])
  const now = codesOf(
    codes.documents,
    codes.names.map(({ code }) => code),
  )
  const again = codesOf(second.documents, second.names)

  it('was labelled twice: where the two differ, it is settled which holds', () => {
    expect(Object.keys(second.documents)).toEqual(Object.keys(codes.documents))
    expect(second.names).toHaveLength(codes.names.length)
    const settled = new Map(second.settled.map((each) => [key(each.document, each.index), each]))
    for (const place of new Set([...now.keys(), ...again.keys(), ...settled.keys()])) {
      const one = settled.get(place)
      expect(again.get(place) ?? null, place).toBe(one ? one.second : (now.get(place) ?? null))
      if (one) expect([one.first === one.second, [one.first, one.second].includes(one.settled)], place).toEqual([false, true])
      if (one) expect(now.get(place) ?? null, place).toBe(one.settled)
    }
  })

  it('was labelled alike for 96.5 of 100 places, far from by chance', () => {
    const { items, same, percent, kappa } = second.agreement
    const first = new Map(now)
    for (const { document, index, first: code } of second.settled) first.set(key(document, index), code)
    expect(items - second.settled.length).toBe(same)
    expect(Math.round((1000 * same) / items) / 10).toBe(percent)
    // Cohen's kappa; places that neither labelled count as one more class.
    const share = (labels: Map<string, string | null>, code: string) =>
      [...labels.values()].filter((each) => each === code).length / items
    const known = new Set([...first.values(), ...again.values()].flatMap((code) => code ?? []))
    const coded = [...known].reduce((sum, code) => sum + share(first, code) * share(again, code), 0)
    const rest = [first, again].map((labels) => 1 - [...labels.values()].filter((code) => code !== null).length / items)
    const chance = coded + rest[0]! * rest[1]!
    expect(Math.round(1000 * ((same / items - chance) / (1 - chance))) / 1000).toBeCloseTo(kappa, 2)
    expect(kappa).toBeGreaterThan(0.9)
  })
})
