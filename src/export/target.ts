// The place that an export is written to: what is there stays until all of the new one is, and nobody else's files are touched.
import { createHash, randomBytes } from 'node:crypto'
import { access, constants, mkdir, readdir, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { isAlive } from '../alive.ts'

/** The target is there and no export wrote it. */
export class TargetInUseError extends Error {
  constructor(target: string) {
    super(`${target} is there already and was not written by an export`)
    this.name = 'TargetInUseError'
  }
}

// In each folder that an export writes: the next one may replace it.
const MARK = '.kehoach-export'
const HALF = /^\.kehoach-export-(?<host>[0-9a-f]{6})-(?<pid>\d+)-[0-9a-f]{8}\.tmp/
const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)
const DAY_MS = 86_400_000

/**
 * Has it written to a place of its own beside the target, which is replaced when all of it is there: two exports at once leave
 * one of the two. A link stays; what it leads to is replaced. Throws TargetInUseError for what no export wrote.
 */
export async function replaceTarget(named: string, isFolder: boolean, write: (half: string) => Promise<void>): Promise<void> {
  const target = await realpath(named).catch(() => named)
  await refuseForeign(target, isFolder)
  const folder = dirname(target)
  await mkdir(folder, { recursive: true })
  await clearLeft(folder)
  const half = join(folder, `.kehoach-export-${HERE}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
  try {
    await write(half)
    if (isFolder) await writeFile(join(half, MARK), '')
    // Much can have come there while a large archive was written.
    await refuseForeign(target, isFolder)
    await (isFolder ? replaceFolder(half, target) : replaceFile(half, target))
  } finally {
    await clear(folder, (name) => name.startsWith(basename(half)))
  }
}

async function refuseForeign(target: string, isFolder: boolean): Promise<void> {
  const there = await stat(target).catch(() => null)
  if (!there) return
  // Renaming would take the place of a file that is protected.
  if (there.isFile() && !isFolder) return access(target, constants.W_OK)
  const names = there.isDirectory() ? await readdir(target) : []
  if (!(there.isDirectory() && (names.length === 0 || (isFolder && names.includes(MARK))))) throw new TargetInUseError(target)
}

async function replaceFile(half: string, target: string): Promise<void> {
  // An empty folder makes room; anything else is replaced by the renaming.
  await rmdir(target).catch(() => {})
  await rename(half, target)
}

const ROUNDS = 5

async function replaceFolder(half: string, target: string): Promise<void> {
  for (let round = 1; ; round++) {
    await rename(target, `${half}.old-${round}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    try {
      return await rename(half, target)
    } catch (error) {
      // Another export has just come to its end too.
      const isTaken = ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
      if (!isTaken || round === ROUNDS) throw error
    }
  }
}

/** What exports that were killed have left half written. */
function clearLeft(folder: string): Promise<void> {
  return clear(folder, async (name) => {
    const { host, pid } = HALF.exec(name)?.groups ?? {}
    if (pid === undefined) return false
    if (host === HERE && !isAlive(Number(pid))) return true
    const stats = await stat(join(folder, name)).catch(() => null)
    return stats !== null && Date.now() - stats.mtimeMs > DAY_MS
  })
}

async function clear(folder: string, isMeant: (name: string) => boolean | Promise<boolean>): Promise<void> {
  for (const name of await readdir(folder).catch(() => []))
    if (await isMeant(name)) await rm(join(folder, name), { recursive: true, force: true })
}
