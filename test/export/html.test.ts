// The page of a plan: every value leads to its words, every word of the plan is there and none is markup.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { toHtml } from '../../src/export/html/index.ts'
import { type Mark, marksFinder, withMarks } from '../../src/export/marks.ts'
import { parsePlan } from '../../src/pipeline.ts'
import { planOf } from '../support.ts'
import { HOSTILE_WORDS, hostilePlan } from './hostile.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

function elementsOf(page: string): Element[] {
  const found: Element[] = []
  const visit = (node: Node) => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  visit(parse(page))
  return found
}

const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value ?? null

function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : ''
}

const sample = readFileSync(join(import.meta.dirname, '../../corpus/sources/mau-thanh-hoa-2024-ke-hoach.pdf'))

describe('the page of a plan', async () => {
  const plan = await parsePlan(sample, { path: 'mau.pdf' })
  const page = toHtml(plan)
  const elements = elementsOf(page)
  const byId = new Map(elements.flatMap((each) => (attribute(each, 'id') ? [[attribute(each, 'id')!, each]] : [])))

  it('leads from each target to its words', () => {
    expect(plan.indicators.length).toBeGreaterThan(5)
    plan.indicators.forEach(({ raw }, i) => {
      const anchor = byId.get(`i${i + 1}`)!
      expect(anchor.tagName).toBe('mark')
      expect(wordsOf(anchor)).toBe(raw)
    })
  })

  it('has links that all lead somewhere, and ids of their own', () => {
    const ids = elements.map((each) => attribute(each, 'id')).filter((id) => id !== null)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    const links = elements.filter(({ tagName }) => tagName === 'a').map((each) => attribute(each, 'href')!)
    expect(links.length).toBeGreaterThan(plan.indicators.length + plan.sections.length)
    expect(links.filter((link) => !link.startsWith('#') || !byId.has(link.slice(1)))).toEqual([])
  })

  it('holds all words of the document, in order', () => {
    const main = elements.find((each) => attribute(each, 'aria-labelledby') === 'text')!
    const squeezed = (words: string) => words.replace(/\s+/g, '')
    expect(squeezed(wordsOf(main))).toBe(squeezed(`Toàn văn${plan.text}`))
  })

  it('is Vietnamese, or English', () => {
    expect(page).toContain('<html lang="vi">')
    expect(wordsOf(byId.get('indicators')!)).toMatch(/^Chỉ tiêu \(\d+\)$/)
    const english = elementsOf(toHtml(plan, { language: 'en' }))
    expect(wordsOf(english.find((each) => attribute(each, 'id') === 'indicators')!)).toMatch(/^Indicators \(\d+\)$/)
  })

  it('forbids script and every load', () => {
    const policy = elements.find((each) => attribute(each, 'http-equiv') === 'Content-Security-Policy')!
    expect(attribute(policy, 'content')).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(elements.filter(({ tagName }) => ['script', 'img', 'link', 'iframe', 'object'].includes(tagName))).toEqual([])
  })

  it('keeps merged cells', () => {
    const merged = planOf('1. Chỉ tiêu', [
      ['TT', 'Chỉ tiêu'],
      ['1', 'Số giường'],
      ['2', 'Số máy'],
    ])
    merged.tables[0]!.rows[1]!.cells = [{ ...merged.tables[0]!.rows[1]!.cells[0]!, colSpan: 2, rowSpan: 2 }]
    expect(toHtml(merged)).toMatch(/<td colspan="2" rowspan="2"[^>]*>1<\/td>/)
  })

  it('takes hostile words for words', () => {
    const hostile = toHtml(hostilePlan(), { language: 'en' })
    const found = elementsOf(hostile)
    const allowed = new Set(
      'html head meta title style body div nav h1 h2 h3 h4 h5 h6 ul li a main header p dl dt dd section table thead tbody tr th td span strong br mark footer'.split(
        ' ',
      ),
    )
    expect(found.map(({ tagName }) => tagName).filter((name) => !allowed.has(name))).toEqual([])
    const names = new Set(found.flatMap(({ attrs }) => attrs.map(({ name }) => name)))
    expect([...names].filter((name) => name.startsWith('on') || ['src', 'style'].includes(name))).toEqual([])
    const links = found.filter(({ tagName }) => tagName === 'a').map((each) => attribute(each, 'href')!)
    expect(links.every((link) => link.startsWith('#'))).toBe(true)
    for (const words of HOSTILE_WORDS) expect(wordsOf(parse(hostile))).toContain(words)
    expect(hostile).not.toMatch(/[^\P{Cc}\n\r\t]|\p{Cs}|\u202E/u)
  })
})

describe('marks', () => {
  const text = 'một hai ba bốn năm'
  const at = (words: string, kind: string, index: number): Mark => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, kind, id: `${kind}${index}`, index }
  }
  const written = (...marks: Mark[]) =>
    withMarks(
      { start: 0, end: text.length },
      marksFinder(marks)({ start: 0, end: text.length }),
      ({ start, end }) => text.slice(start, end),
      ({ kind, id }) => ({ open: `<${kind}${id ? ` ${id}` : ''}>`, close: `</${kind}>` }),
    )

  it('lie inside one another', () => {
    expect(written(at('ba', 'x', 1), at('hai ba bốn', 'y', 1))).toBe('một <y y1>hai <x x1>ba</x> bốn</y> năm')
  })

  it('are cut where they cross, the second part without an id', () => {
    expect(written(at('hai ba', 'x', 1), at('ba bốn', 'y', 1))).toBe('một <x x1>hai <y y1>ba</y></x><y> bốn</y> năm')
  })

  it('leave the words as they are, however many', () => {
    const many = Array.from({ length: 2000 }, (_, i): Mark => ({ start: i % 7, end: 8 + (i % 9), kind: 'x', id: null, index: i }))
    expect(written(...many).replace(/<[^>]*>/g, '')).toBe(text)
  })
})
