import { describe, expect, it } from 'vitest'
import { formKey, makeGrammar, matchesOf, matchOf } from '../../src/text/phrases.ts'

const grammar = makeGrammar(
  new Map([
    ['không dưới', ['Limit']],
    ['không', ['Stop']],
    ['trạm', ['Body', 'Word']],
    ['trạm y tế', ['Body', 'Word']],
    ['đặc khu', ['Word']],
  ]),
)
const shown = (text: string) => grammar.read(text).map((term) => `${term.text}/${[...term.tags].join('+')}`)

describe('makeGrammar', () => {
  it('reads words, numbers, signs, and the longest phrases of its lexicon', () => {
    expect(shown('Trạm Y tế không dưới 12,5 %, không')).toEqual([
      'Trạm Y tế/Body+Word',
      'không dưới/Limit',
      '12,5/Number',
      '%/Sign',
      ',/Sign',
      'không/Stop',
    ])
  })

  it('keeps marks of Vietnamese apart: đạt is no dat, trên no tren', () => {
    const plain = makeGrammar(new Map([['đạt', ['Reach']]]))
    expect(['đạt', 'dat', 'đat', 'ĐẠT'].map((word) => plain.read(word)[0]!.tags.has('Reach'))).toEqual([true, false, false, true])
  })

  it('gives offsets in the text that it was given a stretch of', () => {
    const text = 'ở trạm y tế đặc khu'
    for (const { start, end, text: printed } of grammar.read(text, 2)) expect(text.slice(start, end)).toBe(printed)
    expect(grammar.read(text, 2).map(({ start }) => start)).toEqual([2, 12])
  })

  it('takes a sign without blanks for a part of its word', () => {
    expect(shown('TP.HCM - A')).toEqual(['TP/Word', './Sign+Word', 'HCM/Word', '-/Sign', 'A/Word'])
  })

  it('reads a long text in time that grows with its length', () => {
    const time = (text: string) => {
      const started = performance.now()
      grammar.read(text)
      return performance.now() - started
    }
    const part = 'trạm y tế đặc khu không dưới 12,5 % không '
    time(part.repeat(2000))
    expect(time(part.repeat(8000))).toBeLessThan(40 * Math.max(5, time(part.repeat(1000))))
  })

  it('is not led astray by words that JavaScript knows', () => {
    expect(shown('constructor __proto__ toString')).toEqual([
      'constructor/Word',
      '_/Sign',
      '_/Sign',
      'proto/Word',
      '_/Sign',
      '_/Sign',
      'toString/Word',
    ])
  })
})

describe('matchOf', () => {
  it('names the parts of a match', () => {
    const match = matchOf('[<body>#Body] [<limit>#Limit] [<value>#Number]', grammar.read('ở trạm y tế không dưới 12'))!
    expect(
      Object.fromEntries(Object.entries(match.groups).map(([name, terms]) => [name, terms.map(({ text }) => text)])),
    ).toEqual({
      body: ['trạm y tế'],
      limit: ['không dưới'],
      value: ['12'],
    })
  })

  it('gives null where nothing matches, and all matches in order', () => {
    const terms = grammar.read('12 trạm, 13 trạm')
    expect(matchOf('#Limit', terms)).toBeNull()
    expect(matchesOf('[<value>#Number] #Body', terms).map(({ groups }) => groups.value![0]!.text)).toEqual(['12', '13'])
    expect(matchOf('#Number', [])).toBeNull()
  })
})

describe('formKey', () => {
  it.each([
    ['Uỷ  ban', 'ủy ban'],
    ['ca/1.000 dân', 'ca / 1.000 dân'],
    ['>=', '> ='],
  ])('of “%s” is “%s”', (form, key) => {
    expect(formKey(form)).toBe(key)
  })
})
