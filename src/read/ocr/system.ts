// The system's Tesseract as an engine: images go to its stdin, hOCR comes from its stdout, no files between.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { batching } from './batches.ts'
import { type Engine, engineFailure } from './engine.ts'
import { readHocr } from './hocr.ts'
import { tiffOf } from './tiff.ts'

const COMMAND = 'tesseract'
const LANGUAGE = 'vie'
const PROBE_LIMIT = 10_000
const TIME_LIMIT = 120_000
const OUTPUT_LIMIT = 64 * 1024 * 1024

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
    return {
      name: `tesseract ${number} ${LANGUAGE}`,
      identity: JSON.stringify([version.stdout + version.stderr, await dataHash(list), argumentsOf(0)]),
      parallel,
      recognise: batching(parallel, async (images, mode) => readHocr(await runTesseract(tiffOf(images), mode), images.length)),
      close: async () => {},
    }
  } catch {
    return null
  }
}

/** Packages of the same name hold data of different makes. Where it lies stands in the head of the list of languages. */
async function dataHash(list: string): Promise<string> {
  const folder = /"(?<folder>[^"\n]+)"/.exec(list)?.groups?.folder ?? ''
  const data = await readFile(join(folder, `${LANGUAGE}.traineddata`)).catch(() => list)
  return createHash('sha256').update(data).digest('hex')
}

function argumentsOf(mode: number): string[] {
  return ['stdin', 'stdout', '-l', LANGUAGE, '--psm', String(mode), '--dpi', '300', '-c', 'tessedit_create_hocr=1']
}

function runTesseract(input: Buffer, mode: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(COMMAND, argumentsOf(mode), {
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
    child.stdin.end(input)
  })
}
