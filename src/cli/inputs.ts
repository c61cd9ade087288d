// Where the names of files come from besides the command line: a list on standard input, and a folder that is watched.
import { type IngestOptions, stateOfInputs } from '../ingest/index.ts'

const PAUSE = 1_000

/** One name a line; names that hold line breaks are parted by zero bytes (`find -print0`). */
export async function listedInputs(input: AsyncIterable<Uint8Array> = process.stdin): Promise<string[]> {
  const parts: Uint8Array[] = []
  for await (const part of input) parts.push(part)
  const words = Buffer.concat(parts).toString('utf8')
  return words.split(words.includes('\0') ? '\0' : /\r?\n/).filter((name) => name !== '')
}

/** More came than was asked for. */
export class TooLongError extends Error {}

/** All bytes of a stream. Throws TooLongError as soon as there are more than `most`. */
export async function boundedBytes(input: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of input) {
    length += part.byteLength
    if (length > most) throw new TooLongError()
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Yields at once, then when files of the inputs have changed and lain still for a moment: a file is not read while it is copied. */
export async function* changesOf(inputs: readonly string[], options: IngestOptions): AsyncGenerator<void> {
  let known = await stateOfInputs(inputs, options)
  let last = known
  yield
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    const now = await stateOfInputs(inputs, options).catch(() => last)
    if (now === last && now !== known) {
      known = now
      yield
    }
    last = now
  }
}
