#!/usr/bin/env node
// The program `kehoach`: the command line of this process, its streams and its exit status.
import { runCommandLine } from './index.ts'

// Until its status is known: what ends this process before its time shall not pass for success.
process.exitCode = 2
const unfinished = () => process.stderr.write('kehoach: ended before it was done\n')
process.once('exit', unfinished)

// A reader that has seen enough (`kehoach show … | head`) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.off('exit', unfinished)
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`kehoach: stdout: ${error.code ?? error.message}\n`)
  process.exit(2)
})

void runCommandLine(process.argv.slice(2), process).then((status) => {
  process.off('exit', unfinished)
  process.exitCode = status
})
