// Files, folders and archives named by the user become the list of input files, each with the path that the manifest gives it.
import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { UnreadableError } from '../model/errors.ts'
import type { ZipEntry } from '../zip/index.ts'
import { emptyArchive, membersOf } from './archives.ts'
import { isWantedPath, type PathFilter } from './globs.ts'
import { compareText } from './order.ts'

export type InputFile = {
  /** Where it lies. */
  file: string
  /** Relative to the ingested folder (to the common folder of several inputs), forward slashes. */
  path: string
  /** The member of the archive `file`, or null where the file itself is meant. */
  member: ZipEntry | null
  /** Why it will not be read, where that is known already. */
  problem: UnreadableError | null
}

/** A path that was named and does not exist. */
export class MissingInputError extends Error {
  readonly input: string

  constructor(input: string) {
    super(`no such file or folder: ${input}`)
    this.name = 'MissingInputError'
    this.input = input
  }
}

// Left by file managers and office programs; they are no documents.
const SYSTEM_FILE = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini|__macosx)$/i

/** All files below the inputs and in their archives, sorted by path; `out` and what the filter leaves out are not among them. Throws MissingInputError. */
export async function findFiles(
  inputs: readonly string[],
  out: string,
  maxBytes: number,
  filter: PathFilter = {},
): Promise<InputFile[]> {
  const isWanted = isWantedPath(filter)
  const { base, files } = await listFiles(inputs, out)
  const found: InputFile[] = []
  for (const file of files) {
    const path = (relative(base, file) || basename(file)).split(sep).join('/').normalize('NFC')
    for (const each of await unfold(file, path, maxBytes)) if (isWanted(each.path)) found.push(each)
  }
  return found.sort((a, b) => compareText(a.path, b.path))
}

/** The files as they lie on the disk, and the folder that holds all inputs. Throws MissingInputError. */
export async function listFiles(inputs: readonly string[], out: string): Promise<{ base: string; files: Set<string> }> {
  const roots = await Promise.all(inputs.map(statOf))
  const base = commonFolder(roots.map(({ path, stats }) => (stats.isDirectory() ? path : dirname(path))))
  const files = new Set<string>()
  const seen = new Set<string>()
  for (const { path, stats } of roots) {
    if (stats.isDirectory()) await walk(path, resolve(out), seen, files)
    else files.add(path)
  }
  return { base, files }
}

/** An archive stands for its members, an empty one for itself. */
async function unfold(file: string, path: string, maxBytes: number): Promise<InputFile[]> {
  const members = await membersOf(file, maxBytes, (name) => SYSTEM_FILE.test(name))
  if (!members?.length) return [{ file, path, member: null, problem: members ? emptyArchive() : null }]
  return members.map((member) => ({ file, path: `${path}/${member.path}`, member: member.entry, problem: member.problem }))
}

async function statOf(input: string): Promise<{ path: string; stats: Stats }> {
  const path = resolve(input)
  try {
    return { path, stats: await stat(path) }
  } catch {
    throw new MissingInputError(input)
  }
}

/** Follows links, but each folder once: links can go in circles. */
async function walk(folder: string, out: string, seen: Set<string>, files: Set<string>): Promise<void> {
  const real = await realpath(folder)
  if (seen.has(real) || folder === out) return
  seen.add(real)
  // A folder that may not be read stands for its files: it gets their line of the manifest.
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null)
  if (!entries) files.add(folder)
  for (const entry of entries ?? []) {
    if (SYSTEM_FILE.test(entry.name)) continue
    const path = join(folder, entry.name)
    const isFolder = entry.isSymbolicLink()
      ? await stat(path).then(
          (stats) => stats.isDirectory(),
          () => false,
        )
      : entry.isDirectory()
    if (isFolder) await walk(path, out, seen, files)
    else files.add(path)
  }
}

function commonFolder(folders: readonly string[]): string {
  const [first, ...others] = folders.map((folder) => folder.split(sep))
  if (!first) return resolve('.')
  let length = first.length
  for (const parts of others) {
    let same = 0
    while (same < length && parts[same] === first[same]) same++
    length = same
  }
  return first.slice(0, length).join(sep) || sep
}
