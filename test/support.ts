// Makers of the nodes that tests read: documents, sources and plans from a few words, without files.
import { expect } from 'vitest'
import { assemblePlan, spanOf } from '../src/assemble.ts'
import { openCatalog } from '../src/catalog/index.ts'
import { withChecks } from '../src/check/index.ts'
import { extractFindings, type Findings } from '../src/extract/index.ts'
import type { Document, Look } from '../src/model/document.ts'
import type { DraftBlock, DraftLine } from '../src/model/draft.ts'
import type { Plan } from '../src/model/plan.ts'
import type { Source } from '../src/model/source.ts'
import { composeDocument } from '../src/read/compose.ts'
import { outlineDocument } from '../src/structure/index.ts'
import { foldText } from '../src/text/fold.ts'

/** A paragraph's words, a paragraph with its look, or the cells of a table. */
export type BlockInput =
  | string
  | { text: string; bold?: boolean; align?: Look['align']; level?: number; page?: number }
  | string[][]

export function documentOf(...blocks: BlockInput[]): Document {
  return composeDocument({
    blocks: blocks.map(blockOf),
    pages: [],
    mediaType: 'text/plain',
    textOrigin: 'plain',
    encoding: 'utf-8',
    signatures: [],
    engines: {},
    messages: [],
  })
}

export function sourceOf(...blocks: BlockInput[]): Source {
  const document = documentOf(...blocks)
  return { document, outline: outlineDocument(document), folded: foldText(document.text) }
}

/** A plan of a health department with these blocks as its body; findings of the head are left to the tests of the header. */
export function planSource(...body: BlockInput[]): Source {
  return sourceOf('UBND TỈNH MẪU', 'SỞ Y TẾ', 'Số: 1/KH-SYT', 'KẾ HOẠCH', 'Công tác y tế năm 2024', ...body)
}

/** A whole plan of 15/02/2024 with these blocks as its body, complete in its form. */
export function planOf(...body: BlockInput[]): Plan {
  return readPlan(
    'UBND TỈNH BẮC GIANG',
    'SỞ Y TẾ',
    'Số: 12/KH-SYT',
    'Bắc Giang, ngày 15 tháng 02 năm 2024',
    'KẾ HOẠCH',
    'Công tác y tế năm 2024',
    'Căn cứ Quyết định số 5/QĐ-UBND ngày 02/01/2024 của UBND tỉnh;',
    'I. NỘI DUNG',
    ...body,
    'Nơi nhận:',
    '- UBND tỉnh (b/c);',
    '- Lưu: VT.',
    'GIÁM ĐỐC',
    'Nguyễn Văn An',
  )
}

/** The plan that these blocks are. */
export function readPlan(...blocks: BlockInput[]): Plan {
  const source = sourceOf(...blocks)
  const file = { path: 'mau.txt', sha256: '0'.repeat(64), bytes: 1, version: '0.0.0' }
  const plan = assemblePlan(source.document, source.outline, extractFindings(source), file, openCatalog())
  return withChecks(plan, (range) => spanOf(source.document, range))
}

/** Findings of a source; `expected` are the codes of all its messages. */
export function findingsOf(source: Source, expected: string[] = []): Findings {
  const findings = extractFindings(source)
  const codes = [...source.document.messages, ...source.outline.messages, ...findings.header.messages, ...findings.messages].map(
    ({ code }) => code,
  )
  expect([...new Set(codes)].filter((code) => !ASSUMPTIONS.has(code)).sort()).toEqual([...expected].sort())
  return findings
}

// Said of every made source: it has no place, no date, years that go without saying, and can begin with section II.
const ASSUMPTIONS: ReadonlySet<string> = new Set([
  'header/year-implied',
  'header/province-unknown',
  'header/type-missing',
  'header/issuer-implied',
  'indicators/year-implied',
  'sections/number-start',
])

export function wordsOf({ document }: Source, range: { start: number; end: number }): string {
  return document.text.slice(range.start, range.end)
}

export function lineOf(text: string, place: DraftLine['place'] = null): DraftLine {
  return { text, glued: false, boldLength: 0, place }
}

function blockOf(input: BlockInput): DraftBlock {
  if (Array.isArray(input)) {
    const cells = (row: string[]) =>
      row.map((text, column) => ({ lines: [lineOf(text)], column, colSpan: 1, rowSpan: 1, bold: 0 }))
    const rows = input.map((row) => ({ cells: cells(row), isHead: false, page: null }))
    return { kind: 'table', rows, columnCount: Math.max(...input.map((row) => row.length)), edges: null }
  }
  const { text, bold, align, level, page } =
    typeof input === 'string' ? { text: input, bold: false, align: null, level: null, page: null } : input
  return {
    kind: 'paragraph',
    lines: [{ ...lineOf(text), boldLength: bold ? text.length : 0 }],
    look: { bold: bold ? 1 : 0, italic: 0, size: null, align: align ?? null },
    level: level ?? null,
    column: null,
    page: page ?? null,
    furniture: null,
  }
}

/** A PDF of one A4 page per content stream, with Helvetica as /F1. */
export function pdfOf(...contents: string[]): Uint8Array {
  const pages = contents.map((_, i) => `${4 + 2 * i} 0 R`)
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.join(' ')}]/Count ${pages.length}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...contents.flatMap((content, i) => [
      `<</Type/Page/Parent 2 0 R/Contents ${5 + 2 * i} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`
  return Uint8Array.from(file + xref, (letter) => letter.charCodeAt(0))
}
