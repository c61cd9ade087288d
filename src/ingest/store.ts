// Plans, manifest and run log become files of the out folder.
import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../model/plan.ts'
import { slugOf } from '../text/fold.ts'
import type { ManifestLine } from './manifest.ts'

export type Store = {
  /** Writes a plan and removes what an earlier version left for the same id; gives its path inside the out folder. */
  savePlan: (plan: Plan) => Promise<string>
  saveManifest: (lines: readonly ManifestLine[]) => Promise<void>
  /** Appends one line to the run log: times and all else that may differ between two runs. */
  log: (entry: Readonly<Record<string, unknown>>) => Promise<void>
}

/** Opens the out folder, making it where it is missing. */
export async function openStore(out: string): Promise<Store> {
  const plans = join(out, 'plans')
  await mkdir(plans, { recursive: true })
  const names = new Map<string, string>()
  for (const name of await readdir(plans)) {
    const id = /\.(?<id>[0-9a-f]{12})\.json$/.exec(name)?.groups?.id
    if (id) names.set(id, name)
  }
  return {
    async savePlan(plan) {
      const name = planFileName(plan)
      await replaceFile(join(plans, name), planJson(plan))
      const old = names.get(plan.id)
      if (old && old !== name) await rm(join(plans, old), { force: true })
      names.set(plan.id, name)
      return `plans/${name}`
    },
    saveManifest: (lines) => replaceFile(join(out, 'manifest.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
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
  return `${JSON.stringify(plan, null, 2).replace(/\[\s+(-?\d[-\d.,\s]*?)\s+\]/g, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`
}

async function replaceFile(path: string, content: string): Promise<void> {
  await writeFile(`${path}.tmp`, content)
  await rename(`${path}.tmp`, path)
}
