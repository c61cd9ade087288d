// Tesseract processes that stay: the start of one takes as long as a sixth of a page, most of it lists that recognition never asks.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, ftruncateSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engineFailure, LostProcessError } from './engine.ts'
import type { GreyImage } from './image.ts'
import { tiffOf } from './tiff.ts'

/** hOCR with a page for each image. */
export type Recogniser = (images: readonly GreyImage[], mode: number) => Promise<string>

export type Command = {
  name: string
  argumentsFor: (input: string, mode: number) => string[]
  timeLimit: number
  outputLimit: number
}

type Resident = { mode: number; read: Recogniser; end: () => Promise<void>; isDead: () => boolean }

// Each image of a turn is an open file.
const MOST_IN_A_TURN = 64
// Milliseconds. A process holds some 25 MB of its own; whoever has pages asks again within a few seconds.
const IDLE_LIMIT = 5000
const START_LIMIT = 10_000
// Linux takes paths of 4,095 bytes with the line's end.
const LONGEST_PATH = 4080
const PAGE_START = "<div class='ocr_page'"
const BLANK: GreyImage = { width: 40, height: 40, data: new Uint8Array(1600).fill(255) }

/** Where the files of this process have names that others can open. */
export const canStay = () => existsSync(`/proc/${process.pid}/fd/0`)

/** Processes start when no other of their mode is free, and end when nobody asks them for a while. A failure ends the process and is thrown. */
export function residents(command: Command): { recognise: Recogniser; close: () => Promise<void> } {
  const all = new Set<Resident>()
  const idle: Resident[] = []
  const timers = new Map<Resident, NodeJS.Timeout>()

  const end = (resident: Resident): Promise<void> => {
    clearTimeout(timers.get(resident))
    timers.delete(resident)
    all.delete(resident)
    const at = idle.indexOf(resident)
    if (at >= 0) idle.splice(at, 1)
    return resident.end()
  }
  const take = async (mode: number): Promise<Resident> => {
    // The one that was used last: the others may run out.
    const at = idle.findLastIndex((resident) => resident.mode === mode && !resident.isDead())
    if (at < 0) {
      const resident = await start(command, mode)
      all.add(resident)
      return resident
    }
    const [resident] = idle.splice(at, 1)
    clearTimeout(timers.get(resident!))
    return resident!
  }
  return {
    async recognise(images, mode) {
      const resident = await take(mode)
      try {
        let hocr = ''
        for (let i = 0; i < images.length; i += MOST_IN_A_TURN)
          hocr += await resident.read(images.slice(i, i + MOST_IN_A_TURN), mode)
        idle.push(resident)
        timers.set(resident, setTimeout(() => void end(resident), IDLE_LIMIT).unref())
        return hocr
      } catch (error) {
        await end(resident)
        throw error
      }
    },
    async close() {
      await Promise.all([...all].map(end))
    },
  }
}

/** A process that takes names of files on its stdin, one a line, and writes hOCR to its stdout. */
async function start({ name, argumentsFor, timeLimit, outputLimit }: Command, mode: number): Promise<Resident> {
  const files: number[] = []
  const blank = scratch()
  fill(blank, BLANK)
  // The process writes when its buffer of a page of memory is full. The name of a blank image, which it repeats, is as long.
  const folder = `/proc/${process.pid}/fd/`
  const flush = `${folder}${'./'.repeat((LONGEST_PATH - folder.length - 12) / 2)}${blank}`
  const mark = `image "${folder}./`
  const child = spawn(name, argumentsFor('-', mode).concat('-c', 'stream_filelist=1'), {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  let text = ''
  let turn: { resolve: (hocr: string) => void; reject: (error: Error) => void; timer: NodeJS.Timeout } | null = null
  let isDead = false

  const settle = (work: (open: NonNullable<typeof turn>) => void) => {
    const open = turn
    turn = null
    if (!open) return
    clearTimeout(open.timer)
    keepAlive(child, false)
    work(open)
  }
  const end = (failure: Error) => {
    if (isDead) return
    isDead = true
    for (const file of [...files, blank]) closeSync(file)
    child.kill('SIGKILL')
    settle(({ reject }) => reject(failure))
  }
  child.on('error', (cause) => end(engineFailure(`${name} did not start`, cause)))
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      end(new LostProcessError(`${name} ended with ${signal ?? `code ${code}`}`))
      resolve()
    })
  })
  child.stdin.on('error', () => {})
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    const from = Math.max(0, text.length - mark.length)
    text += part
    const at = text.indexOf(mark, from)
    if (at >= 0) {
      // Between the rest of the last blank image, which may have been read for a word, and the next.
      const hocr = text.slice(Math.max(0, text.indexOf(PAGE_START)), text.lastIndexOf(PAGE_START, at))
      text = text.slice(at + mark.length)
      settle(({ resolve }) => resolve(hocr))
    } else if (text.length > outputLimit) end(engineFailure(`${name} wrote too much`))
  })

  const ask = (names: readonly string[], limit: number) =>
    new Promise<string>((resolve, reject) => {
      if (isDead) return reject(new LostProcessError(`${name} has ended`))
      keepAlive(child, true)
      turn = {
        resolve,
        reject,
        timer: setTimeout(() => end(engineFailure(`${name} was stopped after ${limit / 1000} s`)), limit),
      }
      child.stdin.write([...names, flush].map((each) => `${each}\n`).join(''))
    })

  await ask([], START_LIMIT)
  return {
    mode,
    read(images) {
      while (files.length < images.length) files.push(scratch())
      images.forEach((image, i) => {
        fill(files[i]!, image)
      })
      return ask(
        images.map((_, i) => `${folder}${files[i]}`),
        timeLimit,
      )
    },
    end() {
      end(engineFailure(`${name} was ended`))
      keepAlive(child, true)
      return closed
    },
    isDead: () => isDead,
  }
}

/** A file without a name: it is gone with this process, however that ends. */
function scratch(): number {
  const path = join(tmpdir(), `kehoach-${randomUUID()}`)
  const file = openSync(path, 'wx+', 0o600)
  unlinkSync(path)
  return file
}

function fill(file: number, image: GreyImage): void {
  const bytes = tiffOf([image])
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at)
  ftruncateSync(file, bytes.length)
}

/** One that waits for work keeps no program from ending. */
function keepAlive(child: ChildProcess, isWanted: boolean): void {
  const pipes = [child, child.stdin, child.stdout] as unknown as { ref: () => void; unref: () => void }[]
  for (const pipe of pipes) isWanted ? pipe.ref() : pipe.unref()
}
