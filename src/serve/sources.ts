// The source files of plans, where they still lie in the folder that was named and are what was read.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Plan } from '../model/plan.ts'
import { ProblemError } from './problems.ts'

export type Sources = {
  /** The path of a file with the bytes that the plan was read from. Throws ProblemError where there is none. */
  find: (source: Plan['source']) => Promise<string>
}

type ManifestPath = { path: string; sha256: string | null }

export function openSources(folder: string | null, out: string): Sources {
  const hashes = new Map<string, string>()
  return {
    async find(source) {
      if (folder === null)
        throw missing(
          'máy chủ không được cho biết thư mục tệp nguồn (--sources)',
          'the server was not told the folder of the source files (--sources)',
        )
      const root = await realpath(folder).catch(() => null)
      for (const path of root === null ? [] : [source.path, ...(await twins(out, source.sha256))]) {
        const file = await inside(root!, path)
        if (file && (await isSame(file, source, hashes))) return file
      }
      throw missing(
        `tệp nguồn “${source.path}” không còn, hoặc đã thay đổi`,
        `the source file “${source.path}” is gone, or has changed`,
      )
    },
  }
}

/** Other paths that the last run found the same bytes under. */
async function twins(out: string, sha256: string): Promise<string[]> {
  const manifest = await readFile(join(out, 'manifest.jsonl'), 'utf8').catch(() => '')
  return manifest.split('\n').flatMap((line) => {
    if (!line.includes(sha256)) return []
    try {
      const { path, sha256: own } = JSON.parse(line) as ManifestPath
      return own === sha256 ? [path] : []
    } catch {
      return []
    }
  })
}

/** The real path; null where it is none, or leads out of the folder. */
async function inside(root: string, path: string): Promise<string | null> {
  if (path.includes('\0')) return null
  const file = await realpath(join(root, path)).catch(() => null)
  return file?.startsWith(root.endsWith(sep) ? root : root + sep) ? file : null
}

async function isSame(file: string, { sha256, bytes }: Plan['source'], hashes: Map<string, string>): Promise<boolean> {
  const info = await stat(file).catch(() => null)
  if (!info?.isFile() || info.size !== bytes) return false
  const key = `${file} ${info.size} ${info.mtimeMs}`
  let hash = hashes.get(key)
  if (hash === undefined) {
    hash = await hashOf(file).catch(() => '')
    hashes.set(key, hash)
  }
  return hash === sha256
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function missing(vi: string, en: string): ProblemError {
  return new ProblemError('no-page-image', vi, en)
}
