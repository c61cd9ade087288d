// Words of documents in other forms: never a formula, never markup.
import { describe, expect, it } from 'vitest'
import { csvField, escapeHtml, escapeMarkdown, toCsv } from '../../src/render/escape.ts'

describe('a field of CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+ Rà soát', "'+ Rà soát"],
    ['- Báo cáo', "'- Báo cáo"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['-70000', '-70000'],
    ['-0.5', '-0.5'],
    ['-1+2', "'-1+2"],
    ['a, "b"', '"a, ""b"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    [' =1+1', "' =1+1"],
    ["'=1+1", "''=1+1"],
    ["'quoted'", "'quoted'"],
    ['=', '='],
    ['-', '-'],
    ['=\n1', `"'=\n1"`],
    [-1e-7, '-1e-7'],
    [true, 'true'],
    [null, ''],
  ])('%j is %j', (words, expected) => expect(csvField(words)).toBe(expected))

  it('stands in a file that spreadsheets read as UTF-8', () => {
    expect(toCsv(['a'], [['tỉnh']])).toBe('\uFEFFa\r\ntỉnh\r\n')
  })
})

it('HTML shows markup as words, without marks of direction', () => {
  expect(escapeHtml(`<script>"a" & 'b'\u202E`)).toBe('&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;')
})

it.each([
  ['a | b', 'a \\| b'],
  ['- mục', '\\- mục'],
  ['1. mục', '\\1. mục'],
  ['*đậm* [x](y)', '\\*đậm\\* \\[x\\](y)'],
])('Markdown of %j is %j', (words, expected) => expect(escapeMarkdown(words)).toBe(expected))
