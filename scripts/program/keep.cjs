// Runs a kind of process as it is used, and keeps what V8 made of the parts that it loaded: node keep.cjs <folder> <kind> <sample>…
'use strict'
const { readFileSync, mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const [folder, kind, ...samples] = process.argv.slice(2)
const { load, scripts, keep } = require(join(folder, 'load.cjs'))

const keepAll = () => {
  for (const [name, script] of scripts) {
    const path = join(folder, 'parts', name)
    keep(`${path}.${kind}`, readFileSync(`${path}.cjs`), script.createCachedData())
  }
}

const USES = {
  /** The command line: a run that reads files in its own process. */
  kehoach() {
    const out = mkdtempSync(join(tmpdir(), 'kehoach-build-'))
    process.argv = [process.execPath, kind, 'ingest', ...samples, '--workers', '0', '--out', out]
    process.stdout.write = process.stderr.write = () => true
    process.once('exit', () => {
      rmSync(out, { recursive: true, force: true })
      if (process.exitCode) throw new Error(`ingest ended with ${process.exitCode}`)
      keepAll()
    })
    load(kind, kind)
  },
  /** A worker: one file after the other comes as a message. */
  async reader() {
    let done
    process.send = (message) => message.kind === 'done' && done(message.outcome)
    load(kind, kind)
    process.emit('message', { kind: 'start', options: { limits: {}, readers: 1, cacheIn: null } })
    for (const path of samples) {
      const outcome = new Promise((resolve) => {
        done = resolve
      })
      process.emit('message', { kind: 'job', path, bytes: new Uint8Array(readFileSync(path)) })
      const { verdict, error } = await outcome
      if (verdict.status !== 'done') throw new Error(`${path}: ${error ?? verdict.detail?.en}`)
    }
    keepAll()
    process.exit()
  },
}

USES[kind]()
