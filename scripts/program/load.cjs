// Loads the parts of the program that lie beside it, each with what V8 made of it when the program was built: so it starts sooner.
// Where V8 is another one, or has other options, it does not take that and compiles as ever.
'use strict'
const { readFileSync, writeFileSync } = require('node:fs')
const { join, posix } = require('node:path')
const { pathToFileURL } = require('node:url')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')
const { crc32 } = require('node:zlib')

// A pattern is compiled when it is first used, not once for that and again for the second use: hundreds are, in the first file.
setFlagsFromString('--no-regexp-tier-up')

// Parts find what lies beside them from here.
const url = pathToFileURL(__filename).href
const HEAD = '(function (module, exports, require, __import, __url, __dirname) {'
const TAIL = '\n})'
// A multiple of eight: V8 reads the rest as words.
const SUM_BYTES = 8
const loaded = new Map()
/** Name of a part => its script: those that are warm when a program is built are kept. */
exports.scripts = new Map()

/** Runs a part once and gives what it exports. `kind`: the process whose options V8 had when it made what is kept. */
exports.load = (name, kind) => {
  const known = loaded.get(name)
  if (known) return known.exports
  const module = { exports: {} }
  loaded.set(name, module)
  const part = join(__dirname, 'parts', name)
  const source = readFileSync(`${part}.cjs`)
  // Its name in what is told of an error, wherever it was built and lies.
  const filename = `kehoach/parts/${name}.cjs`
  const script = new Script(HEAD + source.latin1Slice() + TAIL, { filename, cachedData: keptOf(`${part}.${kind}`, source) })
  exports.scripts.set(name, script)
  const partOf = (id) => (id.startsWith('.') ? posix.join(name, '..', id).replace(/\.js$/, '') : null)
  const requireAny = (id) => (partOf(id) === null ? require(id) : exports.load(partOf(id), kind))
  const importAny = async (id) => (partOf(id) === null ? import(id) : exports.load(partOf(id), kind))
  script.runInThisContext()(module, module.exports, requireAny, importAny, url, __dirname)
  return module.exports
}

/** What V8 made of a part, behind the sum of both: V8 itself would not see that one of them was damaged, and crash. */
function keptOf(path, source) {
  try {
    const kept = readFileSync(path)
    const data = kept.subarray(SUM_BYTES)
    return kept.readUInt32BE() === crc32(data, crc32(source)) ? data : undefined
  } catch {
    return undefined
  }
}

exports.keep = (path, source, data) => {
  const sum = Buffer.alloc(SUM_BYTES)
  sum.writeUInt32BE(crc32(data, crc32(source)))
  writeFileSync(path, Buffer.concat([sum, data]))
}
