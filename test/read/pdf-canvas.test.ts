// Reading a PDF leaves the canvas where it is; drawing fetches it, and draws as if it had been there from the start.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pdfOf } from '../support.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'kehoach-canvas-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// A dashed line under a matrix that stretches it: pdf.js draws it with the matrix that it made when it was loaded.
const dashed = '[9 4] 0 d 3 w q 4 0 0 1 0 0 cm 20 100 m 100 500 l S Q'
const file = join(folder, 'dashed.pdf')
writeFileSync(file, pdfOf(`BT /F1 12 Tf 72 700 Td (Ke hoach) Tj ET ${dashed}`))

type Said = { isLoaded: [atFirst: boolean, afterReading: boolean, afterDrawing: boolean]; drawn: string }

/** In a process of its own: what one loads is there for all of it. */
function saidWith(first: string): Said {
  const script = `
    ${first}
    import { createHash } from 'node:crypto'
    import { readFileSync } from 'node:fs'
    import { drawPage, parsePlan } from './dist/pipeline.js'
    const isLoaded = () => process.report.getReport().sharedObjects.some((path) => /canvas/.test(path))
    const bytes = readFileSync(${JSON.stringify(file)})
    const atFirst = isLoaded()
    await parsePlan(bytes)
    const afterReading = isLoaded()
    const drawn = createHash('sha256').update(await drawPage(bytes, { page: 1, rotation: 0, width: 600 })).digest('hex')
    console.log(JSON.stringify({ isLoaded: [atFirst, afterReading, isLoaded()], drawn }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Said
}

describe('the canvas', () => {
  it('is loaded for drawing alone, which is the same then', () => {
    const later = saidWith('')
    const atOnce = saidWith(
      "import * as canvas from '@napi-rs/canvas'; for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] = canvas[name]",
    )
    expect(later.isLoaded).toEqual([false, false, true])
    expect(atOnce.isLoaded).toEqual([true, true, true])
    expect(later.drawn).toBe(atOnce.drawn)
  })
})
