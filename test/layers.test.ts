// The house: imports point down, each package has one door, and names keep to the style.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .sort()
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8')

type Import = { file: string; target: string; isType: boolean }

const imports: Import[] = files.flatMap((file) =>
  [
    ...sourceOf(file).matchAll(
      /^(?:import|export) (?<type>type )?[^'"]*? from '(?<target>[^']+)'|import\('(?<lazy>[^']+)'\)|createRequire\([^)]*\)\('(?<required>[^']+)'\)/gm,
    ),
  ].map(({ groups }) => {
    const target = groups!.target ?? groups!.lazy ?? groups!.required!
    return {
      file,
      target: target.startsWith('.') ? posix.join(dirname(file), target) : target,
      isType: groups!.type !== undefined,
    }
  }),
)
const isOurs = ({ target }: Import) => /^[^.].*\.(?:ts|json)$/.test(target)
const roomOf = (path: string) => path.split('/')[0]!.replace(/\.ts$/, '')
const arrow = ({ file, target }: Import) => `${file} → ${target}`

/** What each room may import at run time, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: [],
  version: [],
  alive: [],
  catalog: ['model', 'text'],
  zip: ['model'],
  read: ['model', 'text', 'zip', 'catalog'],
  structure: ['model', 'text', 'catalog'],
  extract: ['model', 'text', 'catalog'],
  assemble: ['model', 'text', 'catalog'],
  check: ['model', 'text', 'catalog'],
  compare: ['model', 'text', 'catalog'],
  render: ['model', 'text', 'catalog'],
  search: ['model', 'text', 'catalog'],
  pipeline: ['model', 'text', 'catalog', 'read', 'structure', 'extract', 'assemble', 'check', 'version'],
  ingest: ['model', 'text', 'zip', 'pipeline', 'version', 'alive'],
  archive: ['model', 'text'],
  export: ['model', 'text', 'catalog', 'render', 'alive'],
  serve: [
    'model', 'text', 'catalog', 'check', 'pipeline', 'ingest', 'archive', 'compare', 'render', 'export', 'search', 'version',
  ], // biome-ignore format: one list
  cli: [
    'model', 'text', 'catalog', 'check', 'pipeline', 'ingest', 'archive', 'compare', 'render', 'export', 'serve', 'version',
  ], // biome-ignore format: one list
  browser: ['model', 'text', 'check', 'compare', 'export', 'pipeline', 'version'],
  index: ['model', 'text', 'catalog', 'check', 'pipeline', 'ingest', 'archive', 'compare', 'render', 'export', 'version'],
}

/** The one room or file that may import each package; one that unpacks and packs has a door for each. */
const DOORS: Readonly<Record<string, string | readonly string[]>> = {
  'pdfjs-dist': 'read/pdf/',
  mammoth: 'read/docx/',
  '@xmldom/xmldom': 'read/xml.ts',
  parse5: 'read/html/',
  fflate: ['read/docx/', 'export/xlsx/package.ts'],
  'tesseract.js': 'read/ocr/embedded.ts',
  '@napi-rs/canvas': 'read/',
  unified: 'read/markdown/',
  'remark-parse': 'read/markdown/',
  'remark-gfm': 'read/markdown/',
  zod: 'model/',
  diff: 'compare/words.ts',
  compromise: 'text/phrases.ts',
  hono: 'serve/',
  '@hono/node-server': 'serve/index.ts',
  '@modelcontextprotocol/sdk': 'serve/mcp/',
  '@duckdb/node-api': 'export/duckdb/',
}

describe('the rooms of src', () => {
  it('are all known', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in MAY_IMPORT))).toEqual([])
  })

  it('import only what lies below them', () => {
    const wrong = imports.filter((each) => isOurs(each) && !each.isType && roomOf(each.file) !== roomOf(each.target))
    expect(wrong.filter(({ file, target }) => !MAY_IMPORT[roomOf(file)]!.includes(roomOf(target))).map(arrow)).toEqual([])
  })

  it('know no types of a stage beside them; only the last stage knows what the findings are', () => {
    const stages = ['read', 'structure', 'extract']
    const wrong = imports.filter(({ file, target }) => stages.includes(roomOf(target)) && roomOf(file) !== roomOf(target))
    expect(wrong.filter(({ file }) => !['pipeline.ts', 'assemble.ts'].includes(file)).map(arrow)).toEqual([])
  })

  it('keep extractors apart: one takes the findings of another as an argument', () => {
    const keyOf = (path: string) => path.split('/')[1]!
    const wrong = imports.filter(
      ({ file, target, isType }) =>
        !isType && roomOf(file) === 'extract' && roomOf(target) === 'extract' && file !== 'extract/index.ts',
    )
    expect(wrong.filter(({ file, target }) => keyOf(file) !== keyOf(target)).map(arrow)).toEqual([])
  })

  it('open each package at one door', () => {
    const packages = imports.filter((each) => !isOurs(each) && !each.isType && !/^(?:node:|\.)/.test(each.target))
    const nameOf = (target: string) =>
      (target.startsWith('@') ? target.split('/').slice(0, 2) : target.split('/').slice(0, 1)).join('/')
    expect(packages.filter(({ target }) => !(nameOf(target) in DOORS)).map(arrow)).toEqual([])
    const doorsOf = (target: string) => [DOORS[nameOf(target)]!].flat()
    expect(packages.filter(({ file, target }) => !doorsOf(target).some((door) => file.startsWith(door))).map(arrow)).toEqual([])
  })

  it('touch files, clock and machine only at the edges', () => {
    const edges = ['ingest', 'archive', 'export', 'serve', 'cli']
    // The engines of recognition are processes of their own.
    const engines = ['read/ocr/system.ts', 'read/ocr/resident.ts', 'read/ocr/embedded.ts']
    const wrong = imports.filter(
      ({ file, target }) =>
        /^node:(?:fs|child_process|https?|net|os|worker_threads)/.test(target) &&
        !edges.includes(roomOf(file)) &&
        !engines.includes(file),
    )
    expect(wrong.map(arrow)).toEqual([])
    expect(
      files.filter(
        (file) =>
          !edges.includes(roomOf(file)) &&
          !engines.includes(file) &&
          /new Date\(\)|Date\.now|Math\.random|process\.env/.test(sourceOf(file)),
      ),
    ).toEqual([])
  })
})

describe('every file of src', () => {
  it.each(files)('%s keeps the style', (file) => {
    const source = sourceOf(file)
    const lines = source.split('\n')
    const isBin = file === 'cli/main.ts'
    expect(lines[isBin ? 1 : 0], 'begins with a sentence').toMatch(/^\/\/ \S.*[.:]$|^\/\/ \S.*=>/)
    expect(lines.length, 'is no longer than 400 lines').toBeLessThanOrEqual(400)
    expect(source, 'has named exports only').not.toMatch(/^export default/m)
    expect(posix.basename(file), 'says what it is about').not.toMatch(/^(?:utils?|helpers?|common|base|manager)\.ts$/)
    expect(source, 'writes Vietnamese in clear letters').not.toMatch(/\\u(?:00[c-f]|01[0-9ab]|1e)/i)
    const patterns = source.replace(/\/\/.*$/gm, '').match(/\/(?![/*])(?:[^/\\\n]|\\.)+\/[gimsuy]+/g) ?? []
    expect(
      patterns.filter((pattern) => /\\[bB]|\\W/.test(pattern)),
      'keeps \\b and \\W from Vietnamese',
    ).toEqual([])
    if (/^(?:structure|extract)\//.test(file))
      expect(source, 'takes Latin letters for letters, which compile ten times faster').not.toMatch(/\\p\{[LM]\}/)
  })
})
