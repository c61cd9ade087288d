// What other programs may rely on: the names of the package, its entry points, and that plain JavaScript can use them.
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as api from '../src/index.ts'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string
  exports: Record<string, unknown>
  bin: Record<string, string>
}

describe('the package', () => {
  it('exports these names; taking one away is a major release', () => {
    expect(Object.keys(api).sort()).toEqual([
      'ArchiveError',
      'CHECK_RULES',
      'FORMAT_NAMES',
      'FolderInUseError',
      'LexiconError',
      'MESSAGE_CODES',
      'MissingInputError',
      'MissingPackageError',
      'OddPlanError',
      'TargetInUseError',
      'TooLargeError',
      'UnreadableError',
      'VERSION',
      'cascadeOf',
      'checkPlan',
      'compareArchive',
      'diffPlans',
      'exportPlans',
      'ingest',
      'isSame',
      'lexiconModel',
      'openArchive',
      'openFormat',
      'parsePlan',
      'pathOf',
      'planFileName',
      'planJson',
      'planModel',
      'planSchema',
      'toAkn',
      'toChunks',
      'toHtml',
      'toIcs',
      'toMarkdown',
    ])
  })

  it('says what it takes for bytes', async () => {
    for (const given of [undefined, 'KẾ HOẠCH', new ArrayBuffer(8), [75], new Blob(['x'])])
      await expect(api.parsePlan(given as never)).rejects.toThrow('a Uint8Array')
  })

  it('has the version of its package.json', () => {
    expect(api.VERSION).toBe(manifest.version)
  })

  it('has these entry points', () => {
    expect(Object.keys(manifest.exports)).toEqual([
      '.',
      './browser',
      './schemas/plan.schema.json',
      './schemas/catalog.schema.json',
      './schemas/diff.schema.json',
      './schemas/matrix.schema.json',
      './schemas/cascade.schema.json',
      './catalog/*.json',
      './package.json',
    ])
    expect(manifest.bin).toEqual({ kehoach: 'dist/program/kehoach.cjs' })
  })

  it.skipIf(process.platform === 'win32')('can be run as a program after every build', () => {
    expect(statSync(join(root, manifest.bin.kehoach!)).mode & 0o111).toBe(0o111)
  })

  it('works from plain JavaScript as built', () => {
    const script = `
      import { checkPlan, parsePlan, UnreadableError } from 'kehoach'
      import schema from 'kehoach/schemas/plan.schema.json' with { type: 'json' }
      const plan = await parsePlan(new TextEncoder().encode('KẾ HOẠCH\\n\\nCông tác y tế năm 2031'), { path: 'a.txt' })
      const refused = await parsePlan(new Uint8Array()).catch((error) => error)
      console.log(JSON.stringify([plan.header.year, plan.source.path, refused instanceof UnreadableError, refused.reason, schema.$schema, checkPlan(plan).map(({ rule }) => rule).at(-1)]))`
    const printed = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(JSON.parse(printed)).toEqual([
      2031,
      'a.txt',
      true,
      'empty',
      'https://json-schema.org/draft/2020-12/schema',
      'part-missing',
    ])
  })
})
