// The system's Tesseract as an engine: processes that stay where they can, else one for each call with images on its stdin.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { batching } from './batches.ts'
import { type Engine, engineFailure, LostProcessError } from './engine.ts'
import { readHocr } from './hocr.ts'
import type { GreyImage } from './image.ts'
import { type Command, canStay, type Recogniser, residents } from './resident.ts'
import { tiffOf } from './tiff.ts'

const COMMAND = 'tesseract'
const LANGUAGE = 'vie'
const PROBE_LIMIT = 10_000
const TIME_LIMIT = 120_000
const OUTPUT_LIMIT = 64 * 1024 * 1024
// The first that surely takes a list of files as it comes.
const STAYS_SINCE = 5

/** The engine, or null where the command or its Vietnamese data is missing. */
export async function systemEngine(): Promise<Engine | null> {
  const run = promisify(execFile)
  try {
    const options = { timeout: PROBE_LIMIT, encoding: 'utf8' } as const
    const [version, languages] = await Promise.all([
      run(COMMAND, ['--version'], options),
      run(COMMAND, ['--list-langs'], options),
    ])
    const number = /tesseract v?(\d+(?:\.\d+)*)/.exec(version.stdout + version.stderr)?.[1]
    const list = languages.stdout + languages.stderr
    const installed = list.split(/\s+/)
    if (!number || Number.parseInt(number, 10) < 4 || !installed.includes(LANGUAGE)) return null
    const parallel = availableParallelism()
    const { recognise, close } =
      Number.parseInt(number, 10) >= STAYS_SINCE && canStay() ? staying() : { recognise: call, close: async () => {} }
    return {
      name: `tesseract ${number} ${LANGUAGE}`,
      identity: JSON.stringify([version.stdout + version.stderr, await dataHash(list), argumentsOf('', 0)]),
      parallel,
      recognise: batching(parallel, async (images, mode) => readHocr(sound(await recognise(images, mode)), images.length)),
      close,
    }
  } catch {
    return null
  }
}

/** A page without words is a page still: without one, the program is another or is broken. */
function sound(hocr: string): string {
  if (!hocr.includes('ocr_page')) throw engineFailure(`${COMMAND} gave no page`)
  return hocr
}

/** Packages of the same name hold data of different makes. Where it lies stands in the head of the list of languages. */
async function dataHash(list: string): Promise<string> {
  const folder = /"(?<folder>[^"\n]+)"/.exec(list)?.groups?.folder ?? ''
  const data = await readFile(join(folder, `${LANGUAGE}.traineddata`)).catch(() => list)
  return createHash('sha256').update(data).digest('hex')
}

// No type of fixed pitch, no paragraphs: offices print in Times, and lines are put together elsewhere. The words are the same.
const SPARED = ['-c', 'textord_all_prop=1', '-c', 'paragraph_text_based=0']

function argumentsOf(input: string, mode: number): string[] {
  const output = ['--dpi', '300', '-c', 'tessedit_create_hocr=1', ...SPARED]
  return [input, 'stdout', '-l', LANGUAGE, '--psm', String(mode), ...output]
}

const STAYING: Command = { name: COMMAND, argumentsFor: argumentsOf, timeLimit: TIME_LIMIT, outputLimit: OUTPUT_LIMIT }

/** Processes that stay; where the first of them gives nothing, a process for each call. */
function staying(): { recognise: Recogniser; close: () => Promise<void> } {
  const { recognise, close } = residents(STAYING)
  let isProven = false
  let isRefuted = false
  return {
    async recognise(images, mode) {
      if (isRefuted) return call(images, mode)
      try {
        const hocr = await recognise(images, mode)
        isProven = true
        return hocr
      } catch (error) {
        // What has a code is the system's: no room for files, none to be opened.
        const isOurs = error instanceof LostProcessError || (error instanceof Error && 'code' in error)
        if (isProven && !isOurs) throw error
        isRefuted ||= !isProven
        return call(images, mode)
      }
    },
    close,
  }
}

function call(images: readonly GreyImage[], mode: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(COMMAND, argumentsOf('stdin', mode), {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: TIME_LIMIT,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    const parts: Buffer[] = []
    let length = 0
    child.stdout.on('data', (part: Buffer) => {
      length += part.length
      if (length > OUTPUT_LIMIT) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', (error) => reject(engineFailure(`${COMMAND} did not start`, error)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'))
      else
        reject(
          engineFailure(signal ? `${COMMAND} was stopped after ${TIME_LIMIT / 1000} s` : `${COMMAND} ended with code ${code}`),
        )
    })
    // A process that ends early closes the pipe; its exit code says the rest.
    child.stdin.on('error', () => {})
    child.stdin.end(tiffOf(images))
  })
}
