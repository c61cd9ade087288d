// An out folder becomes what is served of it: its plans, their digests and an index of their words, kept up with the folder.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Archive, ArchiveError, openArchive, type PlanEntry } from '../archive/index.ts'
import type { Plan } from '../model/plan.ts'
import { openIndex, type SearchIndex } from '../search/index.ts'
import { type Digest, digestOf } from './digest.ts'
import { ProblemError } from './problems.ts'

export type Contents = {
  /** In order of the names of their files. */
  digests: readonly Digest[]
  byName: ReadonlyMap<string, Digest>
  index: SearchIndex
  /** Names of files that are no plans. */
  unreadable: readonly string[]
}

export type Library = {
  out: string
  /** Of all plans; made when it is first asked for, and again of what a new run has changed. */
  contents: () => Promise<Contents>
  /** By its whole id; null where there is none. */
  plan: (id: string) => Promise<Plan | null>
  planNamed: (name: string) => Promise<Plan | null>
}

// Bytes of JSON of the plans that are kept; as objects they take some three times as much.
const MOST_KEPT = 24 * 1024 * 1024
// Plans that went away stay in the index until they are so large a part of it.
const MOST_DEAD = 0.3

type Kept = { stamp: string; plan: Plan; bytes: number }

export function openLibrary(out: string): Library {
  let listed: { stamp: string; archive: Archive } | null = null
  let made: { stamp: string; contents: Contents; stamps: Map<string, string> } | null = null
  let making: Promise<unknown> = Promise.resolve()
  const kept = new Map<string, Kept>()

  const listing = async () => {
    const stamp = await folderStamp(out)
    if (listed?.stamp !== stamp) listed = { stamp, archive: await openArchive(out).catch(asProblem) }
    return listed
  }

  const read = async ({ name, id }: PlanEntry, archive: Archive): Promise<Plan | null> => {
    const info = await stat(join(out, 'plans', name)).catch(() => null)
    if (!info) return null
    const stamp = `${info.mtimeMs} ${info.size}`
    const known = kept.get(name)
    kept.delete(name)
    if (known?.stamp === stamp) {
      kept.set(name, known)
      return known.plan
    }
    const plan = await archive.plan(id)
    if (plan) keep(kept, name, { stamp, plan, bytes: info.size })
    return plan
  }

  const make = async (): Promise<Contents> => {
    const { stamp, archive } = await listing()
    if (made?.stamp === stamp) return made.contents
    const isFresh = made === null || made.contents.index.deadShare() > MOST_DEAD
    const index = isFresh ? openIndex() : made!.contents.index
    const before = isFresh ? null : made
    const stamps = new Map<string, string>()
    const byName = new Map<string, Digest>()
    const unreadable: string[] = []
    for (const entry of archive.entries) {
      const { name } = entry
      const info = await stat(join(out, 'plans', name)).catch(() => null)
      if (!info) continue
      const own = `${info.mtimeMs} ${info.size}`
      const known = before?.contents.byName.get(name)
      if (known && before?.stamps.get(name) === own) byName.set(name, known)
      else {
        const plan = await archive.plan(entry.id).catch(() => null)
        if (!plan) {
          unreadable.push(name)
          index.remove(name)
          continue
        }
        index.add(name, plan)
        byName.set(name, digestOf(name, plan))
      }
      stamps.set(name, own)
    }
    for (const name of before?.contents.byName.keys() ?? []) if (!byName.has(name)) index.remove(name)
    const contents = { digests: [...byName.values()], byName, index, unreadable }
    made = { stamp, contents, stamps }
    return contents
  }

  const entryOf = async (isIt: (entry: PlanEntry) => boolean, id?: string): Promise<Plan | null> => {
    // A run that goes on may have replaced the file after it was listed.
    for (const isLast of [false, true]) {
      const { archive } = await listing()
      const entry = id === undefined ? archive.entries.find(isIt) : archive.named(id)[0]
      if (!entry) return null
      const plan = await read(entry, archive).catch((error: unknown) => {
        if (isLast) asProblem(error)
        return null
      })
      if (plan) return plan
      listed = null
    }
    return null
  }

  return {
    out,
    contents() {
      const next = making.then(make, make)
      making = next.catch(() => {})
      return next
    },
    plan: (id) => (/^[0-9a-f]{12}$/.test(id) ? entryOf(() => false, id) : Promise.resolve(null)),
    planNamed: (name) => entryOf((entry) => entry.name === name),
  }
}

function keep(kept: Map<string, Kept>, name: string, entry: Kept): void {
  kept.set(name, entry)
  let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes, 0)
  for (const [oldest, each] of kept) {
    if (bytes <= MOST_KEPT || kept.size === 1) break
    kept.delete(oldest)
    bytes -= each.bytes
  }
}

/** Changes with each run: the manifest is written behind its last plan; a folder without one changes when files come and go. */
async function folderStamp(out: string): Promise<string> {
  const stamps = await Promise.all(
    ['manifest.jsonl', 'plans'].map((name) =>
      stat(join(out, name)).then(
        ({ mtimeMs, size }) => `${mtimeMs} ${size}`,
        () => '-',
      ),
    ),
  )
  return stamps.join(' ')
}

function asProblem(error: unknown): never {
  if (!(error instanceof ArchiveError)) throw error
  // The words name a path of this machine, which is nobody's business on the other side.
  throw new ProblemError(
    'no-archive',
    'không đọc được thư mục kết quả hoặc một tệp trong đó',
    'the out folder, or a file in it, cannot be read',
  )
}
