// The out folder of an ingest becomes plans again: one after the other, or one by its id.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plan } from '../model/plan.ts'

/** The folder, or a file in it, is not what an ingest wrote; `vi` says it in Vietnamese. */
export class ArchiveError extends Error {
  readonly vi: string

  constructor(en: string, vi: string, cause?: unknown) {
    super(en, { cause })
    this.name = 'ArchiveError'
    this.vi = vi
  }
}

/** A plan's file: its id is the first 12 digits of the source's hash. */
export type PlanEntry = { id: string; name: string }

export type Archive = {
  readonly out: string
  /** In order of their file names, which is by province, year and type. */
  readonly entries: readonly PlanEntry[]
  /** One plan after the other, in the same order; no more than one is held. Throws ArchiveError where a file is none of ours. */
  plans: () => AsyncGenerator<Plan>
  /** By the whole id, or by the first digits of it where they are of one plan; null where there is none. */
  plan: (id: string) => Promise<Plan | null>
  /** The entries whose id begins so. */
  named: (id: string) => readonly PlanEntry[]
}

/** Lists the folder; the plans are read when they are asked for. Throws ArchiveError where it is no out folder. */
export async function openArchive(out: string): Promise<Archive> {
  const entries = await listEntries(out)
  const byId = new Map<string, PlanEntry[]>()
  for (const entry of entries) byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry])
  const named = (id: string) => byId.get(id) ?? (/^[0-9a-f]+$/.test(id) ? entries.filter((entry) => entry.id.startsWith(id)) : [])
  return {
    out,
    entries,
    named,
    async *plans() {
      for (const { name } of entries) yield await readPlan(join(out, 'plans', name))
    },
    async plan(id) {
      const [found, more] = named(id)
      return found && !more ? readPlan(join(out, 'plans', found.name)) : null
    },
  }
}

async function listEntries(out: string): Promise<PlanEntry[]> {
  const names = await readdir(join(out, 'plans')).catch((error: NodeJS.ErrnoException) => {
    throw new ArchiveError(
      `“${out}” is no out folder of kehoach (${error.code})`,
      `“${out}” không phải là thư mục kết quả của kehoach (${error.code})`,
    )
  })
  return names
    .map((name) => ({ name, id: /\.(?<id>[0-9a-f]{12})\.json$/.exec(name)?.groups?.id }))
    .filter((entry): entry is PlanEntry => entry.id !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Written by this program and whole: the full check of a thousand plans takes longer than what is done with them. */
async function readPlan(file: string): Promise<Plan> {
  try {
    const plan = JSON.parse(await readFile(file, 'utf8')) as Plan
    if (isPlan(plan)) return plan
  } catch (cause) {
    throw new ArchiveError(`“${file}” cannot be read as a plan`, `không đọc được “${file}”`, cause)
  }
  throw new ArchiveError(`“${file}” is no plan of kehoach`, `“${file}” không phải là kết quả của kehoach`)
}

function isPlan(plan: Partial<Plan> | null): plan is Plan {
  return (
    plan?.schemaVersion === '1.0' &&
    typeof plan.text === 'string' &&
    Boolean(plan.header && plan.source) &&
    [
      plan.sections,
      plan.tables,
      plan.indicators,
      plan.legalReferences,
      plan.dates,
      plan.phases,
      plan.deadlines,
      plan.assignments,
      plan.messages,
    ].every(Array.isArray)
  )
}
