// A command line runs in this process, and what it wrote is kept.
import { runCommandLine } from '../src/cli/index.ts'

export type Terminal = { isTTY?: boolean; columns?: number }

/** As on a pipe, where no terminal is given. */
export async function runOn(terminal: Terminal, args: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({ write: (words: string) => (written[name] += words), ...terminal })
  const status = await runCommandLine(args, { stdout: stream('stdout'), stderr: stream('stderr') })
  return { status, ...written }
}

export const kehoach = (...args: string[]) => runOn({ isTTY: false }, args)
