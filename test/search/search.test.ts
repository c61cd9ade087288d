// Full-text search: what marks mean, phrases, beginnings, what a plan as a whole says, order, places.
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { openIndex, parseQuery, type SearchFilter, snippetOf } from '../../src/search/index.ts'
import type { Postings } from '../../src/search/postings.ts'
import { findUnits, type Searched } from '../../src/search/rank.ts'
import { pagesOf } from '../../src/search/snippet.ts'
import { unitsOf } from '../../src/search/units.ts'
import { planOf } from '../support.ts'

const first = planOf(
  '1. Tiêm chủng',
  'Tiêm chủng mở rộng cho trẻ em; đường dây nóng của Sở.',
  '2. Dinh dưỡng',
  'Bổ sung vi chất; dương tính với ký sinh trùng thì tẩy giun. Thực hiện Quyết định số 1313/QĐ-BYT.',
)
const second: Plan = {
  ...planOf('1. Truyền thông', 'Trẻ em được tư vấn, bà mẹ được tiêm; ba buổi mỗi tháng, hoà nhập, tỷ lệ 12,5 %.'),
  id: '0123456789ab',
}
const plans = new Map([
  ['a', first],
  ['b', second],
])

function indexOf(entries: Iterable<[string, Plan]> = plans) {
  const index = openIndex()
  for (const [name, plan] of entries) index.add(name, plan)
  return index
}

/** Each hit: its plan, and the words that were found. */
function found(typed: string, filter: SearchFilter = {}, index = indexOf()): string[] {
  const query = parseQuery(typed)
  return index.search(query, filter).hits.map((hit) => {
    const { text } = plans.get(hit.name)!
    const { matches } = snippetOf(plans.get(hit.name)!, hit, query)
    return `${hit.name}: ${matches.map(([start, end]) => text.slice(start, end)).join(' ')}`
  })
}

describe('a query', () => {
  it.each([
    ['duong', ['a: dưỡng dương', 'a: đường']],
    ['dương', ['a: dương']],
    ['đường', ['a: đường']],
    ['ĐƯỜNG', ['a: đường']],
    ['tre duoc', ['b: Trẻ được được']],
    ['trẻ duoc', ['b: Trẻ được được']],
    ['hòa', ['b: hoà']],
    ['hoà', ['b: hoà']],
    ['hoa nhap', ['b: hoà nhập']],
    ['12,5', ['b: 12 5']],
    ['1313/qd-byt', ['a: 1313 QĐ BYT']],
    ['"tre em" "tư vấn"', ['b: Trẻ em tư vấn']],
    ['"vi chất', ['a: vi chất']],
    ['“ký sinh trùng”', ['a: ký sinh trùng']],
    ['tẩ*', ['a: tẩy']],
    ['"sinh trù"*', ['a: sinh trùng']],
  ])('%s finds', (typed, expected) => {
    expect(found(typed).sort()).toEqual(expected)
  })

  it.each(['dường', 'đuong', 'tiê', 'chủ', 'ba buôi', '"em trẻ"', '"tư vấn trẻ em"', 'tiêm ký', '12,6', '', '"" * - .', 'q*'])(
    '%j leaves alone',
    (typed) => {
      expect(found(typed)).toEqual([])
    },
  )

  it('of a word without marks means the word itself too', () => {
    expect(found('ba')).toEqual(['b: bà ba'])
  })

  it('may name what only the head of the plan says, beside what the section says', () => {
    expect(found('bac giang 2024 "tẩy giun"')).toEqual(['a: tẩy giun'])
    expect(found('bac ninh "tẩy giun"')).toEqual(['a: tẩy giun'])
    expect(found('hà nội "tẩy giun"')).toEqual([])
  })

  it('is cut where nobody types so many words', () => {
    expect(parseQuery('x '.repeat(10_000)).parts).toHaveLength(32)
  })

  it('looks for what is typed again once, and counts it each time', () => {
    const walked: string[] = []
    const nothing: Postings = {
      add() {},
      termsOf: (key) => {
        walked.push(key)
        return []
      },
      cursor: () => ({ seek: () => -1, positions: () => [] }),
      size: () => 0,
    }
    const searched: Searched = {
      bodies: nothing,
      heads: nothing,
      units: 0,
      standing: [],
      planOf: () => 0,
      lengthOf: () => 0,
      headedOf: () => 0,
      isUnitWanted: () => true,
    }
    findUnits(parseQuery('th* "trẻ em" th* th "trẻ em"'), searched)
    expect(walked).toEqual(['th', 'th', 'trẻ', 'em', 'trẻ', 'em', 'th', 'th'])
    const [once] = indexOf().search(parseQuery('tiem')).hits
    const [twice] = indexOf().search(parseQuery('tiem tiem')).hits
    expect(twice!.score).toBeCloseTo(2 * once!.score, 4)
  })
})

describe('the results', () => {
  it('begin with the section whose heading says it', () => {
    const { hits } = indexOf().search(parseQuery('tiem'))
    expect(hits.map(({ name, sectionId }) => `${name} ${sectionId}`)).toEqual(['a I.1', 'b I.1'])
    expect(hits[0]!.score).toBeGreaterThan(hits[1]!.score)
  })

  it('are the same whatever the order in which plans came, and after others came and went', () => {
    const ids = (index: ReturnType<typeof indexOf>) => index.search(parseQuery('tre em')).hits
    const turned = indexOf([...plans].reverse())
    const changed = indexOf([['a', second], ...plans, ['c', first]])
    changed.remove('c')
    expect(ids(turned)).toEqual(ids(indexOf()))
    expect(ids(changed)).toEqual(ids(indexOf()))
    expect(changed.deadShare()).toBeGreaterThan(0.3)
  })

  it('come a page at a time', () => {
    const { search } = indexOf()
    const query = parseQuery('tre em')
    expect(search(query, {}, 0, 1).hits.concat(search(query, {}, 1, 1).hits)).toEqual(search(query).hits)
    expect(search(query, {}, 1, 1).total).toBe(2)
    expect(search(query, {}, 9, 5).hits).toEqual([])
  })

  it('are of the plans and roles that are wanted', () => {
    expect(found('tre em', { isWanted: (name) => name === 'b' })).toHaveLength(1)
    expect(found('tre em', { role: 'funding' })).toEqual([])
    expect(found('noi dung', { role: 'content' })).toEqual(['a: NỘI DUNG', 'b: NỘI DUNG'])
  })

  it('tell the way to the section and the words around, cut between words', () => {
    const query = parseQuery('giun')
    const [hit] = indexOf().search(query).hits
    const { path, text, start, end, pages } = snippetOf(first, hit!, query)
    expect(path.map(({ heading }) => heading)).toEqual(['NỘI DUNG', 'Dinh dưỡng'])
    expect(text).toBe(first.text.slice(start, end))
    expect(text).toMatch(/^\S.*tẩy giun.*\S$/s)
    expect(pages).toEqual([])
  })

  it('name the plans that hold all words, wherever they stand', () => {
    const { namesWith } = indexOf()
    expect([...namesWith(parseQuery('tiêm giun'))]).toEqual(['a'])
    expect([...namesWith(parseQuery('tre'))]).toEqual(['a', 'b'])
    expect(namesWith(parseQuery('')).size).toBe(0)
  })
})

describe('the pieces of a plan', () => {
  it('hold every word once, in order', () => {
    for (const plan of plans.values()) {
      const units = unitsOf(plan)
      for (const [i, { start }] of units.entries()) expect(start).toBeGreaterThanOrEqual(units[i - 1]?.end ?? 0)
      const joined = units.map(({ start, end }) => plan.text.slice(start, end)).join('')
      expect(joined.replace(/\s/g, '')).toBe(plan.text.replace(/\s/g, ''))
    }
  })
})

describe('pages', () => {
  const page = { width: 595, height: 842, rotation: 0, textOrigin: 'text-layer' as const, reason: null }
  const onPage = (start: number, end: number, number: number) => ({
    raw: first.text.slice(start, end),
    edtf: '2024-01',
    role: 'other' as const,
    basis: 'printed' as const,
    precision: 'month' as const,
    span: { start, end, boxes: [{ page: number, bbox: [0, 0, 1, 1] as [number, number, number, number] }] },
  })
  const paged = (...dates: Plan['dates']): Plan => ({ ...first, source: { ...first.source, pages: [page, page, page] }, dates })

  it('are one where what stands around is on it, else all that are possible', () => {
    const plan = paged(onPage(10, 12, 2), onPage(90, 95, 2), onPage(200, 205, 3))
    expect(pagesOf(plan, { start: 50, end: 60 })).toEqual([2])
    expect(pagesOf(plan, { start: 90, end: 95 })).toEqual([2])
    expect(pagesOf(plan, { start: 100, end: 110 })).toEqual([2, 3])
    expect(pagesOf(plan, { start: 1, end: 3 })).toEqual([1, 2])
    expect(pagesOf(plan, { start: 300, end: 301 })).toEqual([3])
  })
})
