// Plans, manifest and run log become files of the out folder.
import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../model/plan.ts'
import { slugOf } from '../text/fold.ts'
import { HALVES } from './cache.ts'
import type { ManifestLine } from './manifest.ts'

export type PlanFile = { id: string; name: string; bytes: Uint8Array }

export type Store = {
  /** Writes a plan and removes what an earlier version left for the same id; gives its path inside the out folder. */
  savePlan: (plan: PlanFile) => Promise<string>
  saveManifest: (lines: readonly ManifestLine[]) => Promise<void>
  /** Removes the plans that no line names, but for `others`; gives how many. */
  prune: (lines: readonly ManifestLine[], others: readonly string[]) => Promise<number>
  /** Appends one line to the run log: times and all else that may differ between two runs. */
  log: (entry: Readonly<Record<string, unknown>>) => Promise<void>
}

/** Opens the out folder, making it where it is missing, and removes what a run that was ended left half written. */
export async function openStore(out: string): Promise<Store> {
  const plans = join(out, 'plans')
  await mkdir(plans, { recursive: true })
  const names = new Map<string, string>()
  for (const name of await readdir(plans)) {
    const id = /\.(?<id>[0-9a-f]{12})\.json$/.exec(name)?.groups?.id
    if (id) names.set(id, name)
    else if (name.endsWith('.json.tmp')) await rm(join(plans, name), { force: true })
  }
  await rm(join(out, 'manifest.jsonl.tmp'), { force: true })
  await rm(join(out, 'cache/record.jsonl.tmp'), { force: true })
  await rm(join(out, HALVES), { recursive: true, force: true })
  return {
    async savePlan({ id, name, bytes }) {
      await replaceFile(join(plans, name), bytes)
      const old = names.get(id)
      if (old && old !== name) await rm(join(plans, old), { force: true })
      names.set(id, name)
      return `plans/${name}`
    },
    saveManifest: (lines) => replaceFile(join(out, 'manifest.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    async prune(lines, others) {
      const named = new Set([...lines.map(({ plan }) => plan), ...others])
      const stale = [...names].filter(([, name]) => !named.has(`plans/${name}`))
      for (const [id, name] of stale) {
        await rm(join(plans, name), { force: true })
        names.delete(id)
      }
      return stale.length
    },
    log: (entry) => appendFile(join(out, 'run.log.jsonl'), `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`),
  }
}

/** `bac-giang-2024-ke-hoach.3f9a2c1b7d04.json`: the slug is for people, unknown parts are left out. */
export function planFileName({ id, header }: Plan): string {
  const parts = [header.province?.name, header.year, header.documentType].filter((part) => part !== null && part !== undefined)
  return `${slugOf(parts.join(' ')) || 'document'}.${id}.json`
}

/** The plan as a file: indented, lists of numbers on one line. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2).replace(/\[\n\s+(-?\d[-\d.,\s]*?)\n\s*\]/g, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`
}

/** Written under another name first: whoever reads the file finds all of the old one or all of the new one. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.tmp`, content)
  await rename(`${path}.tmp`, path)
}
