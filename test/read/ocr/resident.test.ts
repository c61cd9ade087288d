// Processes that stay between images: order, failures, what they leave behind, and when they end.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createCanvas } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHocr } from '../../../src/read/ocr/hocr.ts'
import { type GreyImage, toGrey } from '../../../src/read/ocr/image.ts'
import { lazyEngine } from '../../../src/read/ocr/index.ts'
import { canStay, residents } from '../../../src/read/ocr/resident.ts'
import { standInTesseract } from '../../tesseract.ts'

const LINE = 7
/** Black letters on white, as an engine gets them. */
function printed(text: string): GreyImage {
  const canvas = createCanvas(300, 80)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 300, 80)
  context.fillStyle = 'black'
  context.font = '50px "Liberation Serif", "DejaVu Serif", serif'
  context.fillText(text, 12, 60)
  return toGrey({ width: 300, height: 80, kind: 'rgba', data: context.getImageData(0, 0, 300, 80).data })
}

const image = (width: number) => ({ width, height: 1, data: new Uint8Array(width) })

let folder: string
let command: Parameters<typeof residents>[0]
const { TMPDIR } = process.env

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-'))
  process.env.TMPDIR = folder
  command = { name: join(folder, 'engine.sh'), argumentsFor: (input) => [input], timeLimit: 5000, outputLimit: 1e6 }
  // It “reads” the size of each file, fails at 1,000 bytes and more, and reads the blank image for a word as the real one may.
  writeFileSync(
    command.name,
    `#!/bin/sh
echo start >> "${folder}/log"
while read -r file; do
  size=$(wc -c < "$file")
  case "$file" in */./*) ;; *) if [ "$size" -ge 1000 ]; then exit 139; fi ;; esac
  printf '%s' "<div class='ocr_page' title='image \\"$file\\"; bbox 0 0 1 1'><span class='ocr_line' title='bbox 0 0 1 1'><span class='ocrx_word' title='bbox 0 0 1 1; x_wconf 90'>$size</span></span></div>"
done | dd obs=4096 2> /dev/null
echo end >> "${folder}/log"
`,
  )
  chmodSync(command.name, 0o755)
})
afterEach(() => {
  if (TMPDIR === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = TMPDIR
  rmSync(folder, { recursive: true, force: true })
})

const started = () => readFileSync(join(folder, 'log'), 'utf8').match(/start/g)?.length
const wordsOf = (hocr: string, count: number) =>
  readHocr(hocr, count).map(({ lines }) => lines.flatMap(({ words }) => words.map(({ text }) => text)).join(' '))

describe.skipIf(!canStay())('processes that stay', () => {
  it('answer for each image, in their order, turn after turn', async () => {
    const { recognise, close } = residents(command)
    for (const count of [1, 150, 3]) {
      const widths = Array.from({ length: count }, (_, i) => 2 * i)
      const words = wordsOf(await recognise(widths.map(image), LINE), count).map(Number)
      expect(words).toEqual(widths.map((width) => words[0]! + width))
    }
    expect(started()).toBe(1)
    await close()
  })

  it('take part at the same time, and are used again', async () => {
    const { recognise, close } = residents(command)
    const ask = () => Promise.all([recognise([image(2)], LINE), recognise([image(4)], LINE)])
    const [small, large] = await ask()
    expect(Number(wordsOf(large, 1)[0])).toBe(Number(wordsOf(small, 1)[0]) + 2)
    expect(await ask()).toHaveLength(2)
    expect(started()).toBe(2)
    await close()
  })

  it('that end fail what they had, and the next starts afresh', async () => {
    const { recognise, close } = residents(command)
    await recognise([image(2)], LINE)
    await expect(recognise([image(2), image(2000)], LINE)).rejects.toThrow(/recognition failed: .*engine\.sh ended with/)
    expect(wordsOf(await recognise([image(2)], LINE), 1)).toHaveLength(1)
    expect(started()).toBe(2)
    await close()
  })

  it('that say nothing are stopped', async () => {
    writeFileSync(
      command.name,
      `#!/bin/sh\nread -r file\nprintf '%s' "<div class='ocr_page' title='image \\"$file\\"'></div>"\nexec sleep 60\n`,
    )
    const { recognise } = residents({ ...command, timeLimit: 200 })
    await expect(recognise([image(2)], LINE)).rejects.toThrow('was stopped after 0.2 s')
  })

  it('leave no file and no process behind', async () => {
    const { recognise, close } = residents(command)
    await recognise([image(2)], LINE)
    expect(readdirSync(folder).sort()).toEqual(['engine.sh', 'log'])
    await close()
    expect(spawnSync('pgrep', ['-f', command.name]).stdout?.toString() ?? '').toBe('')
  })

  it('keep no program from ending', () => {
    const module = pathToFileURL(join(import.meta.dirname, '../../../dist/read/ocr/resident.js')).href
    const program = `const { residents } = await import(${JSON.stringify(module)})
const command = { name: ${JSON.stringify(command.name)}, argumentsFor: (input) => [input], timeLimit: 5000, outputLimit: 1e6 }
await residents(command).recognise([{ width: 2, height: 1, data: new Uint8Array(2) }], 7)
console.log('done')`
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect([stdout, status]).toEqual(['done\n', 0])
  })
})

describe('the engine of the system', () => {
  it.skipIf(process.platform !== 'linux')('reads by another process what one was lost over', async () => {
    const tesseract = standInTesseract(folder)
    try {
      const program = join(folder, 'bin/tesseract')
      // The second image ends it.
      const script = readFileSync(program, 'utf8').replace(
        '*) test -s',
        `*) test -e "${folder}/once" && exit 1; touch "${folder}/once"; test -s`,
      )
      writeFileSync(program, script)
      const lazy = lazyEngine('system')
      const engine = (await lazy.open())!
      const page = { width: 2, height: 1, data: new Uint8Array(2) }
      const read = async () => (await engine.recognise([page], { mode: 3 }))[0]!.lines.length
      expect([await read(), await read(), await read()]).toEqual([1, 1, 1])
      await lazy.close()
      expect(tesseract.calls().filter((line) => line.startsWith('begin') && line.includes(' stdin '))).not.toEqual([])
    } finally {
      tesseract.stop()
    }
  })

  it('reads each of many images as what it shows', async (context) => {
    const lazy = lazyEngine('system')
    const engine = await lazy.open()
    if (!engine) return context.skip('tesseract with Vietnamese data is not installed')
    const texts = Array.from({ length: 130 }, (_, i) => String(1000 + i))
    const found = await engine.recognise(texts.map(printed), { mode: LINE })
    await lazy.close()
    expect(found.map(({ lines }) => lines.flatMap(({ words }) => words.map(({ text }) => text)).join(' '))).toEqual(texts)
  })
})
