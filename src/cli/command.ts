// What a command is, and what it is given: the terminal and the user's language.
import type { Language, Words } from './language.ts'

export type Context = {
  language: Language
  /** Values go to `stdout`, progress and complaints to `stderr`. */
  stdout: Stream
  stderr: Stream
}

export type Stream = {
  write: (words: string) => unknown
  once?: (event: 'drain', then: () => void) => unknown
  isTTY?: boolean
  columns?: number
}

export type Command = {
  /** The whole help page. */
  help: Words
  /** Gives the exit status: 0 read, 1 warnings under --strict, 2 unreadable. Throws UsageError for wrong use. */
  run: (args: string[], context: Context) => Promise<number>
}

/** Columns that a page may take: those of the terminal, else enough for a file. */
export function widthFor(stream: Stream): number {
  return Math.max(60, stream.isTTY ? (stream.columns ?? 100) : 140)
}

/** Writes, and waits where the reader is slower: what it has not taken is held. */
export async function written(stream: Stream, words: string): Promise<void> {
  if (stream.write(words) !== false || !stream.once) return
  await new Promise<void>((resolve) => stream.once!('drain', resolve))
}
