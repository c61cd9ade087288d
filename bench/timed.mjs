// A run of the program, timed from outside with the memory of its processes; and what others take for the text alone.
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const main = join(root, 'dist/program/kehoach.cjs')
const EVERY_MS = 200

/** Wall time of `kehoach ingest`, when its first file was through, how many files and pages it told of, the largest memory of the run and of a worker. */
export const timed = (...args) => timedAs([process.execPath], args)

/** The same on one core alone, with all that the engine of JavaScript does beside; null where that cannot be asked for. */
export const timedOnOneCore = async (...args) =>
  spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? timedAs(['taskset', '-c', '0', process.execPath], args) : null

async function timedAs([command, ...before], args) {
  const started = performance.now()
  const child = spawn(command, [...before, main, 'ingest', ...args, '--lang', 'en', '--log', 'json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let first = null
  let [told, said] = ['', '']
  child.stderr.on('data', (part) => {
    first ??= performance.now() - started
    told += part
  })
  child.stdout.on('data', (part) => {
    said += part
  })
  const peaks = new Map()
  const watch = setInterval(() => {
    for (const pid of [child.pid, ...childrenOf(child.pid)]) peaks.set(pid, Math.max(peakOf(pid), peaks.get(pid) ?? 0))
  }, EVERY_MS)
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  const seconds = (performance.now() - started) / 1000
  const files = told.split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ event }) => event === 'file') // biome-ignore format: lines of files
  const run = peaks.get(child.pid) ?? 0
  peaks.delete(child.pid)
  return {
    seconds,
    first: first / 1000,
    files: files.length,
    pages: files.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
    run,
    worker: Math.max(0, ...peaks.values()),
    said: said.trim().split('\n').pop(),
  }
}

function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

/** MB; 0 where the system does not tell. */
function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024
  } catch {
    return 0
  }
}

/** Seconds of one process of Node that does this with each of `paths`. */
const inNode = (script) => (paths) => {
  const code = `import { readFileSync } from 'node:fs'; const paths = ${JSON.stringify(paths)}; ${script}`
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - started) / 1000
}

/** Seconds of a process for each path; null where there is no such command. */
const aProcessEach =
  (command, ...args) =>
  (paths) => {
    if (spawnSync(command, ['-v']).error) return null
    const started = performance.now()
    for (const path of paths) spawnSync(command, [...args, path, '-'])
    return (performance.now() - started) / 1000
  }

/** By format: what a user would otherwise take. */
export const OTHERS = {
  pdf: [
    ['pdftotext, a process a file', aProcessEach('pdftotext', '-layout')],
    ['pdf.js getTextContent', inNode(`const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs'); for (const path of paths) { const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }); const pdf = await task.promise; for (let i = 1; i <= pdf.numPages; i++) await (await pdf.getPage(i)).getTextContent(); await task.destroy() }`)], // biome-ignore format: one script
    ['unpdf extractText', inNode(`const { extractText, getDocumentProxy } = await import('unpdf'); for (const path of paths) { const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path))); await extractText(pdf, { mergePages: true }); await pdf.destroy() }`)], // biome-ignore format: one script
  ],
  docx: [
    ['mammoth alone', inNode(`const { default: mammoth } = await import('mammoth'); for (const path of paths) await mammoth.convertToHtml({ path })`)], // biome-ignore format: one script
  ],
}
