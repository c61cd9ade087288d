// One run at a time on an out folder: a file names the run that has it, and its age says whether that run still lives.
import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../alive.ts'

export type LockOwner = { id: string; pid: number; host: string; since: string }

/** Another run has the folder. */
export class FolderInUseError extends Error {
  readonly owner: LockOwner | null

  constructor(folder: string, owner: LockOwner | null) {
    super(owner ? `${folder} is in use by process ${owner.pid} on ${owner.host} since ${owner.since}` : `${folder} is in use`)
    this.name = 'FolderInUseError'
    this.owner = owner
  }
}

const NAME = 'run.lock'
const BEAT = 5_000
// A run of this machine is asked for by its number; one of another machine shows by its beats that it lives.
const OLD_HERE = 600_000
const OLD_ELSEWHERE = 60_000

/** Takes the folder; gives what leaves it. Throws FolderInUseError. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, NAME)
  const own: LockOwner = { id: randomUUID(), pid: process.pid, host: hostname(), since: new Date().toISOString() }
  for (let round = 0; !(await create(path, own)); round++) {
    const owner = await ownerOf(path)
    if (round > 3 || !(await isLeft(path, owner))) throw new FolderInUseError(folder, owner)
    await removeOf(path, owner, own.id)
  }
  await clearHalves(folder)
  const beat = setInterval(() => {
    const now = new Date()
    void utimes(path, now, now).catch(() => {})
  }, BEAT)
  beat.unref()
  return async () => {
    clearInterval(beat)
    if ((await ownerOf(path))?.id === own.id) await rm(path, { force: true })
  }
}

/** A link comes into being with all its content, or not at all. */
async function create(path: string, owner: LockOwner): Promise<boolean> {
  const words = `${JSON.stringify(owner)}\n`
  const own = `${path}.${owner.id}.tmp`
  await writeFile(own, words)
  try {
    await link(own, path)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Who has just taken the folder has cleared it, this file too.
    if (code === 'EEXIST' || code === 'ENOENT') return false
    // Some file systems know no links.
    return await writeFile(path, words, { flag: 'wx' }).then(
      () => true,
      (reason: NodeJS.ErrnoException) => {
        if (reason.code === 'EEXIST') return false
        throw reason
      },
    )
  } finally {
    await rm(own, { force: true })
  }
}

async function ownerOf(path: string): Promise<LockOwner | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockOwner
  } catch {
    return null
  }
}

async function isLeft(path: string, owner: LockOwner | null): Promise<boolean> {
  const stats = await stat(path).catch(() => null)
  if (!stats) return true
  const age = Date.now() - stats.mtimeMs
  if (owner?.host !== hostname()) return age > OLD_ELSEWHERE
  return age > OLD_HERE || !isAlive(owner.pid)
}

/** Two runs may find the same old lock: who moves it away looks whether it is still that one. */
async function removeOf(path: string, owner: LockOwner | null, id: string): Promise<void> {
  const aside = `${path}.${id}.old`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await ownerOf(aside))?.id !== owner?.id) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

/** What runs that were ended while they took the folder have left in it. A lock that was moved aside may be a living one's. */
async function clearHalves(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${NAME}.`)) continue
    const path = join(folder, name)
    if (name.endsWith('.tmp') || (name.endsWith('.old') && (await isLeft(path, await ownerOf(path)))))
      await rm(path, { force: true })
  }
}
